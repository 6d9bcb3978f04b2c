"""Measures the product's speed and memory beside bare servers, in one run, and prints tables.

    speed.py --gavel PATH --benchmark PATH [--seconds N] [--models]
"""

import argparse
import contextlib
import json
import os
import pathlib
import re
import socket
import subprocess
import tempfile
import time
import urllib.request

KEY = "gavel_benchmark_key_0123456789"
TEXT = "Thank you for your order; the parcel left our house this morning and will be with you soon. " * 3
POLICY = "\n".join(
    f'LABEL "Label {n}" {{ =("word {n}", "other {n}") ~("spellin{n}g") }}' for n in range(5)
)
LUA = """
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
wrk.headers["Authorization"] = "Bearer %s"
wrk.body = [==[%s]==]
"""


def free_port():
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return held.getsockname()[1]


def wait_for(port):
    for _ in range(1200):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.05)
    raise SystemExit(f"nothing listens on {port}")


class Server:
    """A server process with a REST and a gRPC port."""

    def __init__(self, command, rest, grpc, **environment):
        self.rest, self.grpc = rest, grpc
        self.process = subprocess.Popen(
            command, env={**os.environ, **environment}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        wait_for(rest)
        wait_for(grpc)

    def memory(self, field="VmRSS"):
        """In MiB."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(rf"{field}:\s+(\d+)", status).group(1)) / 1024

    def stop(self):
        self.process.terminate()
        self.process.wait()


def start_gavel(gavel, folder, *flags):
    rest, grpc = free_port(), free_port()
    policies = folder / "policies"
    policies.mkdir(exist_ok=True)
    (policies / "bench.policy").write_text(POLICY)
    server = Server(
        [gavel, "serve", "--plaintext", "--data", str(folder / "data"), "--policies", str(policies),
         "--rest-port", str(rest), "--grpc-port", str(grpc), "--log-level", "error", *flags],
        rest, grpc, GAVEL_ADMIN_KEY=KEY,
    )
    for _ in range(600):
        with contextlib.suppress(OSError):
            urllib.request.urlopen(f"http://127.0.0.1:{rest}/readyz").read()
            return server
        time.sleep(0.1)
    raise SystemExit("gavel does not get ready")


def policy_id(server):
    request = urllib.request.Request(
        f"http://127.0.0.1:{server.rest}/v1/policies", headers={"Authorization": f"Bearer {KEY}"}
    )
    return json.load(urllib.request.urlopen(request))["policies"][0]["policyId"]


def body(policy, items):
    return json.dumps({"contentData": [{"text": TEXT}] * items, "policyId": policy, "threshold": 0.5})


def wrk(port, path, text, seconds, connections):
    """Requests a second and the median latency in milliseconds."""
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(LUA % (KEY, text))
        script.flush()
        output = subprocess.run(
            ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency", "-s", script.name,
             f"http://127.0.0.1:{port}{path}"],
            check=True, capture_output=True, text=True,
        ).stdout
    if "Non-2xx" in output:
        raise SystemExit(f"errors from {path}:\n{output}")
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", output).group(1))
    value, unit = re.search(r"50%\s+([\d.]+)(us|ms|s)", output).groups()
    return rate, float(value) * {"us": 0.001, "ms": 1, "s": 1000}[unit]


def grpc_load(benchmark, port, policy, items, seconds, callers):
    """Calls and messages a second, and the median latency in milliseconds."""
    output = subprocess.run(
        [benchmark, "grpc-load", "--port", str(port), "--key", KEY, "--policy", policy, "--items", str(items),
         "--seconds", str(seconds), "--callers", str(callers), "--text", TEXT],
        check=True, capture_output=True, text=True,
    ).stdout.split()
    return float(output[0]), float(output[1]), float(output[2])


def side_by_side(rounds, bare, ours):
    """Both measured in turn, the best of each: what others on the machine took from one run is not in the best."""
    results = [(bare(), ours()) for _ in range(rounds)]
    return max(b for b, _ in results), max(o for _, o in results)


def speed(args, folder):
    gavel = start_gavel(args.gavel, folder, "--lexical-only")
    policy = policy_id(gavel)
    one, many = body(policy, 1), body(policy, 100)
    # The bare servers answer what the product answers: the same message, as large.
    sample = folder / "response.json"
    request = urllib.request.Request(
        f"http://127.0.0.1:{gavel.rest}/v1/jobs/stream", one.encode(), {"Authorization": f"Bearer {KEY}"})
    sample.write_bytes(urllib.request.urlopen(request).read())
    rest, grpc = free_port(), free_port()
    bare = Server(
        [args.benchmark, "bare", "--rest-port", str(rest), "--grpc-port", str(grpc), "--response", str(sample)],
        rest, grpc)
    print(f"An answer of {sample.stat().st_size} bytes to a text of {len(TEXT)}, from a policy of 5 labels\n")
    print(f"| what | bare: rate (p50 ms) | gavel: rate (p50 ms) | gavel / bare |")
    print("|---|---|---|---|")

    def row(name, bare_call, gavel_call, scale=1):
        b, g = side_by_side(args.rounds, bare_call, gavel_call)
        print(f"| {name} | {b[0] * scale:,.0f} ({b[1]:.2f}) | {g[0] * scale:,.0f} ({g[1]:.2f}) | {g[0] / b[0]:.2f} |",
              flush=True)

    s = args.seconds
    row("REST, requests/s, 32 connections", lambda: wrk(bare.rest, "/bare", one, s, 32),
        lambda: wrk(gavel.rest, "/v1/jobs/stream", one, s, 32))
    row("REST, requests/s, 1 connection", lambda: wrk(bare.rest, "/bare", one, s, 1),
        lambda: wrk(gavel.rest, "/v1/jobs/stream", one, s, 1))
    row("REST stream, lines/s, 100 a request", lambda: wrk(bare.rest, "/bare/stream", many, s, 8),
        lambda: wrk(gavel.rest, "/v1/jobs/stream", many, s, 8), 100)

    def grpc_rate(server, items, callers):
        calls, _, median = grpc_load(args.benchmark, server.grpc, policy, items, s, callers)
        return calls, median

    row("gRPC, calls/s, 32 callers", lambda: grpc_rate(bare, 1, 32), lambda: grpc_rate(gavel, 1, 32))
    row("gRPC stream, messages/s, 100 a call", lambda: grpc_rate(bare, 100, 8), lambda: grpc_rate(gavel, 100, 8), 100)
    bare.stop()
    gavel.stop()


def evaluation(args, folder):
    print("\nOne evaluation, 50 labels on 2 kB of text, no model:\n")
    print("| policy | p50 us | p99 us | allocations |")
    print("|---|---|---|---|")
    counter = folder / "count_allocations.so"
    source = pathlib.Path(__file__).with_name("count_allocations.c")
    subprocess.run(["cc", "-O2", "-shared", "-fPIC", "-o", counter, source], check=True)

    def measure(flags, rounds, **environment):
        return subprocess.run(
            [args.benchmark, "evaluation", "--rounds", str(rounds), *flags], check=True, capture_output=True, text=True,
            env={**os.environ, **environment})

    def allocations(flags, rounds):
        errors = measure(flags, rounds, LD_PRELOAD=str(counter)).stderr
        return int(re.search(r"allocations: (\d+)", errors).group(1))

    for name, flags in (("100 exact phrases", ["--exact-only"]), ("100 exact and 10 fuzzy phrases", [])):
        p50, p99, _ = measure(flags, 20_000).stdout.split()
        count = (allocations(flags, 2100) - allocations(flags, 100)) / 2000
        print(f"| {name} | {float(p50):.1f} | {float(p99):.1f} | {count:.1f} |", flush=True)


def scorer(args):
    print("\nThe embedded scorer, one core, texts of 100 words that it has not seen:\n")
    print("| signals | gavel: CPU ms a text | its runtime alone | gavel / runtime, texts a second |")
    print("|---|---|---|---|")
    output = subprocess.run([args.benchmark, "scorer"], check=True, capture_output=True, text=True).stdout
    rows = [(int(count), float(ours), float(bare)) for count, ours, bare in map(str.split, output.splitlines())]
    for count, ours, bare in rows:
        print(f"| {count} | {ours:.1f} | {bare:.1f} | {bare / ours:.2f} |", flush=True)
    (few, cheap, _), (many, dear, _) = rows[0], rows[-1]
    print(f"\n{many} signals take {dear / cheap:.2f} times what {few} take", flush=True)


def images(args):
    print("\nLooking at images, one core, CPU ms; in brackets the runtime alone on tensors of the same shapes:\n")
    print("| image | decoding | scaling | classes | objects | nudity | writing |")
    print("|---|---|---|---|---|---|---|")
    folder = pathlib.Path(__file__).parents[1] / "quality/images"
    files = [str(folder / name) for name in ("photograph-china.jpg", "photograph-astronaut.jpg", "text-25.jpg")]
    output = subprocess.run([args.benchmark, "images", *files], check=True, capture_output=True, text=True).stdout
    rows = {}
    for name, step, ours, bare in map(str.split, output.splitlines()):
        rows.setdefault(name, []).append(f"{float(ours):.1f}" + (f" ({float(bare):.1f})" if float(bare) else ""))
    for name, cells in rows.items():
        print(f"| {name} | " + " | ".join(cells) + " |", flush=True)


def slow_reader(server, policy, items, size):
    """The peak of memory while one connection streams many texts and reads its answer slowly, and what it began at."""
    text = ("a" * 99 + " ") * (size // 100)
    payload = json.dumps(
        {"contentData": [{"text": text, "metadata": {"n": str(n)}} for n in range(items)], "policyId": policy}
    ).encode()
    before = server.memory()
    with socket.create_connection(("127.0.0.1", server.rest)) as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        head = (f"POST /v1/jobs/stream HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {KEY}\r\n"
                f"Content-Type: application/json\r\nContent-Length: {len(payload)}\r\n\r\n")
        connection.sendall(head.encode() + payload)
        lines = 0
        while lines < items:
            received = connection.recv(16384)
            if not received:
                break
            lines += received.count(b"\n{\"result\"") + (1 if received.startswith(b'{"result"') else 0)
            time.sleep(0.002)
            if b"\r\n0\r\n\r\n" in received or received.endswith(b"0\r\n\r\n"):
                break
    return before, server.memory("VmHWM")


def memory(args, folder):
    server = start_gavel(args.gavel, folder / "lexical", "--lexical-only")
    policy = policy_id(server)
    time.sleep(1)
    print(f"\nIdle memory without models: {server.memory():.0f} MiB", flush=True)
    before, peak = slow_reader(server, policy, 1000, 100_000)
    print(f"A stream of 1,000 texts of 100 kB to a slow reader: {before:.0f} MiB before, {peak:.0f} MiB at the peak, "
          f"{peak - before:.0f} MiB more", flush=True)
    server.stop()
    if args.models:
        server = start_gavel(args.gavel, folder / "models")
        time.sleep(1)
        print(f"Idle memory with models: {server.memory():.0f} MiB", flush=True)
        server.stop()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gavel", required=True)
    parser.add_argument("--benchmark", required=True)
    parser.add_argument("--seconds", type=int, default=5)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", choices=["speed", "evaluation", "scorer", "images", "memory"], help="one part alone")
    parser.add_argument("--models", action="store_true", help="measure the embedded models too")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for part in ("speed", "lexical", "models"):
            (folder / part).mkdir()
        if args.only in (None, "speed"):
            speed(args, folder / "speed")
        if args.only in (None, "evaluation"):
            evaluation(args, folder)
        if args.models and args.only in (None, "scorer"):
            scorer(args)
        if args.models and args.only in (None, "images"):
            images(args)
        if args.only in (None, "memory"):
            memory(args, folder)


main()
