"""SendTextMessage a second of the emulator's server, against the cheapest operation of moto's.

`python -m benchmarks.emulator_server` prints the table. Each server has a process of its own, and
both meet the same load from the same tool in the same run, in turns: wrk where it is installed, a
few threads of ours with connections that stay open otherwise. moto's server is installed beside
the environment, in ~/.cache, since nothing else here needs it.
"""

import http.client
import json
import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import venv
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

MOTO = "5.2.5"
CACHE = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "smsvoice-benchmarks"
CONNECTIONS, SECONDS, ROUNDS = 4, 4, 3
GOAL = 3


@dataclass(frozen=True)
class Request:
    """One request, to be repeated."""

    operation: str
    service: str
    content_type: str
    body: str
    target: str = ""

    @property
    def headers(self) -> dict[str, str]:
        """What it is sent with; both servers read region and service from the authorization."""
        scope = f"Credential=BENCH/20260302/us-east-1/{self.service}/aws4_request"
        known = {
            "Content-Type": self.content_type,
            "Authorization": f"AWS4-HMAC-SHA256 {scope}, SignedHeaders=host, Signature=0",
        }
        return known | ({"X-Amz-Target": self.target} if self.target else {})


SEND = Request(
    "SendTextMessage",
    "sms-voice",
    "application/x-amz-json-1.0",
    json.dumps({"DestinationPhoneNumber": "+14254147755", "MessageBody": "Your table is ready"}),
    "PinpointSMSVoiceV2.SendTextMessage",
)
_FORM = "application/x-www-form-urlencoded; charset=utf-8"
CHEAP = (
    Request("STS GetCallerIdentity", "sts", _FORM, "Action=GetCallerIdentity&Version=2011-06-15"),
    Request("SQS ListQueues", "sqs", "application/x-amz-json-1.0", "{}", "AmazonSQS.ListQueues"),
    Request(
        "DynamoDB ListTables",
        "dynamodb",
        "application/x-amz-json-1.0",
        "{}",
        "DynamoDB_20120810.ListTables",
    ),
)


def moto_server() -> Path:
    """The command of moto's server, installed if need be."""
    where = CACHE / f"moto-{MOTO}"
    command = where / "bin" / "moto_server"
    if not command.exists():
        venv.create(where, with_pip=True, clear=True)
        install = [str(where / "bin" / "pip"), "install", "--quiet", f"moto[server]=={MOTO}"]
        subprocess.run([*install, "--disable-pip-version-check"], check=True)
    return command


@contextmanager
def running(*command: str, port: int) -> Generator[int]:
    """A server in a process of its own, once it takes connections."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(port)
        yield port
    finally:
        process.terminate()
        process.wait(10)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


def _wait_for(port: int) -> None:
    until = time.monotonic() + 30
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.05)
        else:
            return


def must_work(port: int, request: Request) -> None:
    """One request, whose answer must be a success: a refusal would be cheap."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("POST", "/", request.body, request.headers)
    answer = connection.getresponse()
    text = answer.read()
    connection.close()
    if answer.status != 200:
        raise RuntimeError(f"{request.operation}: {answer.status} {text[:200]!r}")


def by_wrk(port: int, request: Request) -> float:
    """Requests a second as wrk counts them; an answer that is no success stops it all."""
    lines = ['wrk.method = "POST"', f"wrk.body = {json.dumps(request.body)}"]
    lines += [f"wrk.headers[{json.dumps(n)}] = {json.dumps(v)}" for n, v in request.headers.items()]
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write("\n".join(lines))
        script.flush()
        load = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "-s", script.name]
        told = subprocess.run(
            [*load, f"http://127.0.0.1:{port}/"], check=True, capture_output=True, text=True
        ).stdout
    found = re.search(r"Requests/sec:\s+([0-9.]+)", told)
    if found is None or "Non-2xx" in told:
        raise RuntimeError(told)
    return float(found[1])


def by_threads(port: int, request: Request) -> float:
    """The same with threads of ours."""
    counts = [0] * CONNECTIONS
    until = time.monotonic() + SECONDS

    def ask(index: int) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        while time.monotonic() < until:
            connection.request("POST", "/", request.body, request.headers)
            answer = connection.getresponse()
            answer.read()
            counts[index] += answer.status == 200

    threads = [threading.Thread(target=ask, args=(index,)) for index in range(CONNECTIONS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(counts) / SECONDS


def main() -> int:
    """Measure and print; 1 when the goal is missed."""
    load = by_wrk if shutil.which("wrk") else by_threads
    ours_at, moto_at = free_port(), free_port()
    ours = (
        sys.executable,
        "-m",
        "smsvoice.emulator.frontends.cli",
        "emulator",
        "--port",
        str(ours_at),
    )
    motos = (str(moto_server()), "-H", "127.0.0.1", "-p", str(moto_at))
    measured: dict[str, list[float]] = {one.operation: [] for one in (SEND, *CHEAP)}
    with running(*ours, port=ours_at), running(*motos, port=moto_at):
        for round_number in range(ROUNDS + 1):
            for request in (SEND, *CHEAP):
                port = ours_at if request is SEND else moto_at
                must_work(port, request)
                rate = load(port, request)
                if round_number:  # the first one warms up
                    measured[request.operation].append(rate)
    return _show(measured, load.__name__.removeprefix("by_"))


def _show(measured: dict[str, list[float]], tool: str) -> int:
    rates = {name: statistics.median(found) for name, found in measured.items()}
    cheapest = max((one.operation for one in CHEAP), key=lambda name: rates[name])
    ratio = rates[SEND.operation] / rates[cheapest]
    print(f"{CONNECTIONS} connections by {tool}, median of {ROUNDS} rounds of {SECONDS} s\n")
    print("| server | operation | requests a second | smsvoice is faster by |")
    print("|---|---|---:|---:|")
    for name, rate in rates.items():
        server = "smsvoice emulator" if name == SEND.operation else f"moto_server {MOTO}"
        times = "" if name == SEND.operation else f"{rates[SEND.operation] / rate:.1f}"
        print(f"| {server} | {name} | {rate:,.0f} | {times} |")
    print(f"\nAgainst moto's cheapest, {cheapest}: {ratio:.1f} times; the goal is {GOAL}.")
    return 0 if ratio >= GOAL else 1


if __name__ == "__main__":
    sys.exit(main())
