#!/usr/bin/env python3
"""Starts a server and has Schemathesis try every operation of its /openapi.json with made-up requests, right and wrong.

    run.py GAVEL [--examples N] [--least TOTAL] [--seed S] [--phases P]

GAVEL is the program. N is how many requests are made up for an operation at most. Fails where an answer is an error of
the server's or not as declared, or where fewer than TOTAL requests were made. Run by the Python that
Scripts/setup-clients.sh installs Schemathesis for.
"""

import argparse
import json
import os
import pathlib
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
KEY = "gavel_contract_test_key_of_no_worth"
POLICY = 'LABEL "Animals": "an animal" { =("cat", "dog") }\nLABEL "Weather" { =("rain") UNLESS { =("cats and dogs") } }\n'


def free_ports():
    """Two ports of the loopback that nobody listens on."""
    sockets = [socket.socket() for _ in range(2)]
    for each in sockets:
        each.bind(("127.0.0.1", 0))
    ports = [each.getsockname()[1] for each in sockets]
    for each in sockets:
        each.close()
    return ports


def send(url, body=None):
    """One request's answer as JSON."""
    request = urllib.request.Request(url, headers={"Authorization": f"Bearer {KEY}"})
    if body is not None:
        request.data = json.dumps(body).encode()
    with urllib.request.urlopen(request, timeout=30) as response:
        return json.load(response)


def wait_until_ready(url, server):
    """Returns once the server takes requests."""
    for _ in range(3_000):
        if server.poll() is not None:
            sys.exit(f"the server ended with {server.returncode}")
        try:
            return send(f"{url}/readyz")
        except OSError:
            time.sleep(0.02)
    sys.exit("the server does not get ready")


def try_out(url, arguments, folder):
    """Runs Schemathesis; answers its exit status and how often each operation answered with each status."""
    policy = send(f"{url}/v1/policies")["policies"][0]["policyId"]
    job = send(f"{url}/v1/jobs", {"contentData": [{"text": "a cat"}], "policyId": policy, "waitForCompletion": True})
    added = send(f"{url}/v1/contents", {"contentData": [{"text": "a cat"}, {"text": "rain"}]})
    contents = [each["customerContentId"] for each in added["successfulContent"]]
    dataset = send(f"{url}/v1/datasets", {"name": "contract"})["datasetId"]
    items = [{"customerContentId": content} for content in contents]
    send(f"{url}/v1/datasets/{dataset}/items", {"contentWithLabels": items})
    label = send(f"{url}/v1/labels", {"name": "contract", "initialVersionText": 'LABEL "A" { =("cat") }'})
    label, version = label["label"]["labelId"], label["labelVersion"]["labelVersionId"]
    item = {"contentData": {"text": "a black cat"}, "expectedResult": "EVALUATION_RESULT_FLAGGED"}
    item = send(f"{url}/v1/labels/{label}/dataset/items", item)["item"]["labelDatasetItemId"]
    evaluated = send(f"{url}/v1/labels/{label}/dataset/evaluate", {"selectAll": True})["result"]["evaluation"]
    own = send(f"{url}/v1/api-tokens")["apiTokens"][0]["id"]
    tally = folder / "tally.json"
    environment = {
        **os.environ,
        "SCHEMATHESIS_HOOKS": "hooks",
        "PYTHONPATH": str(HERE),
        "GAVEL_CONTRACT_KEY": KEY,
        "GAVEL_CONTRACT_POLICY": policy,
        "GAVEL_CONTRACT_JOB": job["job"]["jobUuid"],
        "GAVEL_CONTRACT_CONTENT": contents[0],
        "GAVEL_CONTRACT_DATASET": dataset,
        "GAVEL_CONTRACT_KEY_ID": own,
        "GAVEL_CONTRACT_LABEL": label,
        "GAVEL_CONTRACT_LABEL_VERSION": version,
        "GAVEL_CONTRACT_LABEL_ITEM": item,
        "GAVEL_CONTRACT_LABEL_EVALUATION": evaluated["evaluationId"],
        "GAVEL_CONTRACT_TALLY": str(tally),
    }
    command = [
        str(pathlib.Path(sys.executable).with_name("schemathesis")),
        f"--config-file={HERE / 'schemathesis.toml'}",
        "run",
        f"{url}/openapi.json",
        f"--max-examples={arguments.examples}",
        f"--phases={arguments.phases}",
        "--continue-on-failure",
        "--request-timeout=30",
        "--warnings=off",
    ]
    if arguments.seed is not None:
        command.append(f"--seed={arguments.seed}")
    status = subprocess.run(command, env=environment, cwd=folder, check=False).returncode
    return status, json.loads(tally.read_text(encoding="utf-8"))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gavel")
    parser.add_argument("--examples", type=int, default=100)
    parser.add_argument("--least", type=int, default=0)
    parser.add_argument("--seed", type=int)
    parser.add_argument("--phases", default="examples,coverage,fuzzing,stateful")
    arguments = parser.parse_args()

    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "policies").mkdir()
        (folder / "policies" / "contract.policy").write_text(POLICY, encoding="utf-8")
        rest, grpc = free_ports()
        url = f"http://127.0.0.1:{rest}"
        command = [
            arguments.gavel, "serve", "--plaintext", "--lexical-only", "--log-level", "error",
            "--data", str(folder / "data"), "--policies", str(folder / "policies"),
            "--rest-port", str(rest), "--grpc-port", str(grpc),
            "--moderations-policy", "contract", "--comments-policy", "contract",
        ]  # fmt: skip
        with subprocess.Popen(command, env={**os.environ, "GAVEL_ADMIN_KEY": KEY}) as server:
            try:
                wait_until_ready(url, server)
                status, tally = try_out(url, arguments, folder)
                alive = server.poll() is None
            finally:
                server.terminate()

    total = sum(tally.values())
    for name, count in sorted(tally.items()):
        print(f"{count:6}  {name}")
    print(f"{total:6}  requests in all")
    if not alive:
        sys.exit("the server ended on the way")
    if total < arguments.least:
        sys.exit(f"fewer than {arguments.least} requests were made")
    sys.exit(status)


if __name__ == "__main__":
    main()
