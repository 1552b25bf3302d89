"""SendTextMessage a second of the emulator's server, beside the cheapest operations of moto's.

`python -m benchmarks.bench_emulator` prints the table. Each server has a process of its own, and
both meet the same load in turns: a few threads with connections that stay open. moto's server
is installed below .bench/.
"""

import http.client
import json
import socket
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass

from benchmarks.environments import python_of
from benchmarks.libraries import Peer
from benchmarks.report import table

MOTO = Peer("moto[server]", "5.2.5", ())
CONNECTIONS, SECONDS, ROUNDS = 4, 4.0, 3


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
        """Both servers read region and service from the authorization."""
        scope = f"Credential=BENCH/20260302/us-east-1/{self.service}/aws4_request"
        signed = f"AWS4-HMAC-SHA256 {scope}, SignedHeaders=host, Signature=0"
        known = {"Content-Type": self.content_type, "Authorization": signed}
        return known | ({"X-Amz-Target": self.target} if self.target else {})


JSON = "application/x-amz-json-1.0"
FORM = "application/x-www-form-urlencoded; charset=utf-8"
SEND = Request(
    "SendTextMessage",
    "sms-voice",
    JSON,
    json.dumps({"DestinationPhoneNumber": "+14254147755", "MessageBody": "Your table is ready"}),
    "PinpointSMSVoiceV2.SendTextMessage",
)
CHEAP = (
    Request("STS GetCallerIdentity", "sts", FORM, "Action=GetCallerIdentity&Version=2011-06-15"),
    Request("SQS ListQueues", "sqs", JSON, "{}", "AmazonSQS.ListQueues"),
)


def emulator_at(port: int) -> list[str]:
    """The command of the emulator's server."""
    return [
        sys.executable,
        "-m",
        "smsvoice.emulator.frontends.cli",
        "emulator",
        "--port",
        str(port),
    ]


def moto_at(port: int) -> list[str]:
    """The command of moto's server."""
    return [python_of(MOTO), "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]


@contextmanager
def running(*command: str, port: int) -> Generator[None]:
    """Run a server in a process of its own; enter once it accepts connections."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(port)
        yield
    finally:
        process.terminate()
        process.wait(10)


def free_port() -> int:
    """A free port."""
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


def requests_a_second(port: int, request: Request, seconds: float = SECONDS) -> float:
    """Repeat a request on every connection; an answer other than 200 stops it."""
    counts: list[int] = []
    failures: list[str] = []
    until = time.monotonic() + seconds

    def ask() -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        count = 0
        while time.monotonic() < until and not failures:
            connection.request("POST", "/", request.body, request.headers)
            answer = connection.getresponse()
            answer.read()
            if answer.status != 200:
                failures.append(f"{request.operation}: {answer.status}")
            count += 1
        connection.close()
        counts.append(count)

    threads = [threading.Thread(target=ask) for _ in range(CONNECTIONS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures or len(counts) < CONNECTIONS:
        raise RuntimeError(failures[0] if failures else f"{request.operation}: a thread failed")
    return sum(counts) / seconds


def main() -> None:
    """Measure both servers in turns and print the table."""
    ports = {SEND: free_port(), **dict.fromkeys(CHEAP, free_port())}
    rates: dict[str, list[float]] = {one.operation: [] for one in ports}
    emulator, moto = ports[SEND], ports[CHEAP[0]]
    with (
        running(*emulator_at(emulator), port=emulator),
        running(*moto_at(moto), port=moto),
    ):
        for round_number in range(ROUNDS + 1):
            for request, port in ports.items():
                rate = requests_a_second(port, request)
                if round_number:  # the first one warms up
                    rates[request.operation].append(rate)
    send = statistics.median(rates[SEND.operation])
    rows = []
    for name, found in rates.items():
        server = "smsvoice emulator" if name == SEND.operation else f"moto {MOTO.version}"
        rate = statistics.median(found)
        rows.append((server, name, f"{rate:,.0f}", f"{send / rate:.1f}"))
    print(f"{CONNECTIONS} connections, median of {ROUNDS} rounds of {SECONDS:.0f} s\n")
    print(table(("server", "operation", "requests a second", "smsvoice, ratio"), rows, texts=2))


if __name__ == "__main__":
    main()
