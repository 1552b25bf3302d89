"""SendTextMessage a second of the emulator's server, beside the cheapest operations of moto's.

`python -m benchmarks.bench_emulator` prints the table. Each server has a process of its own, and
both meet the same load in turns: a few threads with connections that stay open.
"""

import http.client
import json
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Generator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress

from benchmarks.environments import python_of
from benchmarks.report import table

CONNECTIONS, SECONDS, ROUNDS = 4, 4.0, 3
JSON, FORM = "application/x-amz-json-1.0", "application/x-www-form-urlencoded; charset=utf-8"
SEND = "SendTextMessage"
BODY = json.dumps({"DestinationPhoneNumber": "+14254147755", "MessageBody": "Your table is ready"})
REQUESTS = {  # signing name, content type, target and body
    SEND: ("sms-voice", JSON, f"PinpointSMSVoiceV2.{SEND}", BODY),
    "STS GetCallerIdentity": ("sts", FORM, "", "Action=GetCallerIdentity&Version=2011-06-15"),
    "SQS ListQueues": ("sqs", JSON, "AmazonSQS.ListQueues", "{}"),
}
EMULATOR = (sys.executable, "-m", "smsvoice.emulator.frontends.cli", "emulator", "--port")


@contextmanager
def running(*command: str) -> Generator[int]:
    """Run a server, given its command up to the port; enter once it accepts connections."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
    process = subprocess.Popen(
        [*command, str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        while True:
            assert process.poll() is None
            with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                break
            time.sleep(0.05)
        yield port
    finally:
        process.terminate()
        process.wait(10)


def requests_a_second(port: int, name: str, seconds: float = SECONDS) -> float:
    """Repeat a request on every connection; an answer other than 200 fails."""
    service, kind, target, body = REQUESTS[name]
    scope = f"Credential=BENCH/20260302/us-east-1/{service}/aws4_request"  # both read it
    signed = f"AWS4-HMAC-SHA256 {scope}, SignedHeaders=host, Signature=0"
    headers = {"Content-Type": kind, "Authorization": signed, "X-Amz-Target": target}
    until = time.monotonic() + seconds

    def ask(_: int) -> int:
        connection, count = http.client.HTTPConnection("127.0.0.1", port, timeout=10), 0
        while time.monotonic() < until:
            connection.request("POST", "/", body, headers)
            answer = connection.getresponse()
            answer.read()
            if answer.status != 200:
                raise RuntimeError(f"{name}: {answer.status}")
            count += 1
        connection.close()
        return count

    with ThreadPoolExecutor(CONNECTIONS) as threads:
        return sum(threads.map(ask, range(CONNECTIONS))) / seconds


def main() -> None:
    """Measure both servers in turns and print the table."""
    rates: dict[str, list[float]] = {name: [] for name in REQUESTS}
    moto = (python_of("moto", "moto[server]"), "-m", "moto.server", "-H", "127.0.0.1", "-p")
    with running(*EMULATOR) as ours, running(*moto) as theirs:
        for number in range(ROUNDS + 1):
            for name, found in rates.items():
                rate = requests_a_second(ours if name == SEND else theirs, name)
                if number:  # the first round warms up
                    found.append(rate)
    middle = {name: statistics.median(found) for name, found in rates.items()}
    rows = [
        ("smsvoice" if name == SEND else "moto", name, f"{one:,.0f}", f"{middle[SEND] / one:.1f}")
        for name, one in middle.items()
    ]
    print(f"{CONNECTIONS} connections, median of {ROUNDS} rounds of {SECONDS:.0f} s\n")
    print(table(("server", "operation", "requests a second", "smsvoice, ratio"), rows, texts=2))


if __name__ == "__main__":
    main()
