"""Runs one batch job of as many rows as there may be, and prints its rate and what memory it took.

    batches.py --gavel PATH [--rows N] [--limit MIB]

Ends with 1 where the server's memory grew by more than the limit.
"""

import argparse
import json
import os
import pathlib
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

KEY = "gavel_benchmark_key_0123456789"
POLICY = "\n".join(
    f'LABEL "Label {n}" {{ =("word {n}", "other {n}") ~("spellin{n}g") }}' for n in range(5)
)
TEXT = "Thank you for your order; the parcel left our house this morning and will be with you soon."


def free_ports():
    with socket.socket() as first, socket.socket() as second:
        first.bind(("127.0.0.1", 0))
        second.bind(("127.0.0.1", 0))
        return first.getsockname()[1], second.getsockname()[1]


def call(url, body=None, method=None, key=KEY):
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    request = urllib.request.Request(url, body, headers, method=method)
    with urllib.request.urlopen(request, timeout=120) as answer:
        return json.load(answer)


def memory(process, field):
    """In MiB."""
    status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
    return int(re.search(rf"{field}:\s+(\d+)", status).group(1)) / 1024


def wait_until_ready(url):
    for _ in range(1200):
        try:
            return call(f"{url}/readyz", key=None)
        except (OSError, urllib.error.URLError):
            time.sleep(0.05)
    raise SystemExit("the server does not get ready")


def measure(process, url, rows):
    policy = call(f"{url}/v1/policies")["policies"][0]["policyId"]
    job = call(f"{url}/v1/batch-jobs", json.dumps({"name": "benchmark", "policyId": policy}).encode())
    file = "ref_id,type,content\n" + "".join(f'{n},text,"{TEXT} {n}"\n' for n in range(rows))
    before = memory(process, "VmRSS")
    start = time.monotonic()
    call(job["inputFileUploadUrl"], file.encode(), "PUT", key=None)
    uploaded = time.monotonic()
    while True:
        status = call(f"{url}/v1/batch-jobs/{job['batchJobId']}")
        if status["batchJob"]["state"] in ("BATCH_JOB_STATE_COMPLETED", "BATCH_JOB_STATE_ERROR"):
            break
        time.sleep(0.05)
    ended = time.monotonic()
    assert status["rowsDone"] == rows, status
    lines = size = 0
    with urllib.request.urlopen(status["batchJob"]["outputFileUrl"], timeout=120) as output:
        for line in output:
            assert json.loads(line)["refId"] == str(lines)
            lines += 1
            size += len(line)
    assert lines == rows
    growth = memory(process, "VmHWM") - before
    print(f"{rows} rows, {len(file) / 1e6:.1f} MB in, {size / 1e6:.1f} MB out")
    print(f"upload {uploaded - start:.2f} s, then {rows / (ended - uploaded):.0f} rows/s")
    print(f"memory {before:.0f} MiB before, at most {growth:.0f} MiB more")
    return growth


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gavel", required=True)
    parser.add_argument("--rows", type=int, default=25_000)
    parser.add_argument("--limit", type=float, default=100)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        policies = pathlib.Path(folder, "policies")
        policies.mkdir()
        (policies / "benchmark.policy").write_text(POLICY)
        rest, grpc = free_ports()
        process = subprocess.Popen(
            [arguments.gavel, "serve", "--plaintext", "--lexical-only", "--data", f"{folder}/data", "--policies",
             str(policies), "--rest-port", str(rest), "--grpc-port", str(grpc)],
            env={**os.environ, "GAVEL_ADMIN_KEY": KEY}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            url = f"http://127.0.0.1:{rest}"
            wait_until_ready(url)
            growth = measure(process, url, arguments.rows)
        finally:
            process.terminate()
            process.wait()
    if growth > arguments.limit:
        sys.exit(f"the memory grew by more than {arguments.limit:.0f} MiB")


if __name__ == "__main__":
    main()
