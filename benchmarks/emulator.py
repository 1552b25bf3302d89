"""The emulator's speed and memory, of this checkout and of another one, in turns.

python -m benchmarks.emulator [--before CHECKOUT] [--million]

Prints a table. `--million` instead sends a million messages to a server that keeps 10,000, and
prints how much memory it takes meanwhile.
"""

import argparse
import http.client
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from itertools import count, islice
from pathlib import Path

from benchmarks.emulator_load import SIGNED, each, repeated, request_bytes
from benchmarks.emulator_server import message
from benchmarks.environments import ROOT
from benchmarks.report import table

SCRIPT = ROOT / "benchmarks" / "emulator_server.py"
SEND = "SendTextMessage"
TEXT = request_bytes(SEND, message(0))
SECONDS, ROUNDS = 4.0, 2
FEW, MANY = 20_000, 100_000


@contextmanager
def serving(root: Path, *options: str) -> Generator[tuple[int, int]]:
    """A server of a checkout; gives its port and its process."""
    with _started(root, str(SCRIPT), *options) as process:
        assert process.stdout is not None
        yield int(process.stdout.readline()), process.pid


@contextmanager
def _started(root: Path, *command: str) -> Generator["subprocess.Popen[str]"]:
    process = subprocess.Popen(
        [sys.executable, *command],
        env=os.environ | {"PYTHONPATH": str(root)},
        cwd=root,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.terminate()
        process.wait(30)


def megabytes(process: int) -> float:
    """The memory that a process takes, in MB of 1,000,000 bytes."""
    status = Path(f"/proc/{process}/status").read_text("utf-8")
    return int(status.partition("VmRSS:")[2].split()[0]) * 1024 / 1e6


def sends(root: Path) -> str:
    """Sends a second, in memory."""
    with serving(root) as (port, process):
        return _rate(port, process, 4)


def kept_sends(root: Path) -> str:
    """Sends a second with a file, from 64 connections."""
    with (
        tempfile.TemporaryDirectory() as folder,
        serving(root, "--db", f"{folder}/db") as (port, process),
    ):
        return _rate(port, process, 64)


def _rate(port: int, process: int, connections: int) -> str:
    """Sends a second, and what each takes of the server's processor time."""
    repeated(port, TEXT, connections, 1)
    before, answers, best = _busy(process), 0, 0.0
    for _ in range(ROUNDS):
        load = repeated(port, TEXT, connections, SECONDS)
        answers, best = answers + load.answers, max(best, load.rate)
    return f"{best:,.0f} ({(_busy(process) - before) / answers * 1e6:.0f} us)"


def _busy(process: int) -> float:
    """How long a process has been computing so far, in seconds."""
    words = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(words[11]) + int(words[12])) / os.sysconf("SC_CLK_TCK")


def memory(root: Path) -> str:
    """Bytes that a delivered message takes with its events."""
    with serving(root) as (port, process):
        requests = (request_bytes(SEND, message(number)) for number in count())
        each(port, islice(requests, 1000), 4)
        before = megabytes(process)
        each(port, islice(requests, FEW), 4)
        _advance(port, 5)
        return f"{(megabytes(process) - before) / FEW * 1000:.1f} kB"


def listing(root: Path) -> str:
    """Seconds to list all opted-out numbers."""
    with serving(root, "--opted-out", str(MANY)) as (port, _):
        begun, found, token = time.perf_counter(), 0, None
        connection = http.client.HTTPConnection("127.0.0.1", port)
        while True:
            more: dict[str, object] = {} if token is None else {"NextToken": token}
            page = _ask(connection, "DescribeOptedOutNumbers", {"OptOutListName": "Default"} | more)
            found += len(page["OptedOutNumbers"])
            token = page.get("NextToken")
            if token is None:
                break
        assert found == MANY
        return f"{time.perf_counter() - begun:.1f} s"


def advancing(root: Path) -> str:
    """Seconds to advance over messages in flight, and the longest wait of a request meanwhile."""
    with serving(root, "--stopped", "--sends", str(MANY)) as (port, _):
        connection, longest = http.client.HTTPConnection("127.0.0.1", port), 0.0
        _ask(connection, SEND, message(0))
        begun = time.perf_counter()
        advance = threading.Thread(target=_advance, args=(port, 5))
        advance.start()
        while advance.is_alive():
            asked = time.perf_counter()
            _ask(connection, SEND, message(0))
            longest = max(longest, time.perf_counter() - asked)
            time.sleep(0.01)
        return f"{time.perf_counter() - begun:.1f} s, {longest * 1000:,.0f} ms"


def restart(root: Path, many: int) -> str:
    """Seconds from the start of the command to its first answer, with kept messages."""
    with tempfile.TemporaryDirectory() as folder:
        db = f"{folder}/db"
        fill = ("--db", db, "--stopped", "--sends", str(many), "--only-fill")
        with _started(root, str(SCRIPT), *fill) as filling:
            filling.wait()
        command = ("-m", "smsvoice.emulator.frontends.cli", "emulator", "--keep", "0")
        begun = time.perf_counter()
        with _started(root, *command, "--port", "0", "--db", db) as process:
            assert process.stdout is not None
            port = int(process.stdout.readline().partition("127.0.0.1:")[2].partition(",")[0])
            connection = http.client.HTTPConnection("127.0.0.1", port)
            while True:
                with suppress(ConnectionRefusedError):
                    _ask(connection, "DescribePools", {})
                    break
            return f"{time.perf_counter() - begun:.1f} s ({many:,})"


def _ask(
    connection: http.client.HTTPConnection, operation: str, members: dict[str, object]
) -> dict[str, list[object] | str]:
    headers = {
        "Content-Type": "application/x-amz-json-1.0",
        "X-Amz-Target": f"PinpointSMSVoiceV2.{operation}",
        "Authorization": SIGNED,
    }
    connection.request("POST", "/", json.dumps(members), headers)
    answer = connection.getresponse()
    body: dict[str, list[object] | str] = json.loads(answer.read())
    assert answer.status == 200, body
    return body


def _advance(port: int, seconds: float) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port)
    body, headers = json.dumps({"advance": seconds}), {"Content-Type": "application/json"}
    connection.request("POST", "/_smsvoice/clock", body, headers)
    assert connection.getresponse().status == 200


ROWS: dict[str, tuple[str, Callable[[Path], str]]] = {
    "sends a second (processor time of each)": ("4,500", sends),
    "sends a second with --db, 64 clients (the same)": ("1,000", kept_sends),
    "memory of a message with its events": ("4 kB", memory),
    f"listing {MANY:,} opted-out numbers": ("3 s", listing),
    f"advance over {MANY:,} in flight, longest wait": ("5 s, 200 ms", advancing),
    "restart (with so many messages)": ("2 s (100,000)", lambda root: restart(root, MANY)),
}
BEFORE = {"restart (with so many messages)": lambda root: restart(root, FEW)}


def million() -> None:
    """Send a million messages to a server that keeps 10,000, and print its memory on the way."""
    with serving(ROOT, "--keep", "10000") as (port, process):
        requests = (request_bytes(SEND, message(number)) for number in count())
        for done in range(0, 1_000_001, 100_000):
            print(f"{done:>9,} sent: {megabytes(process):.0f} MB", flush=True)
            if done < 1_000_000:
                each(port, islice(requests, 100_000), 16)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.emulator")
    parser.add_argument("--before", type=Path, help="another checkout, to measure beside this one")
    parser.add_argument("--million", action="store_true")
    parser.add_argument("--only", default="", help="rows whose name holds this word")
    options = parser.parse_args()
    if options.million:
        million()
        return
    load = os.getloadavg()[0]
    rows: list[tuple[str, ...]] = []
    for name, (goal, row) in ROWS.items():
        if options.only not in name:
            continue
        print(f"measuring {name}", file=sys.stderr, flush=True)
        before: tuple[str, ...] = ()
        if options.before is not None:
            before = (BEFORE.get(name, row)(options.before.resolve()),)
        rows.append((name, goal, *before, row(ROOT)))
    heads = ("what", "goal", *(("before",) if options.before is not None else ()), "now")
    print(table(heads, rows, texts=1))
    print(f"\nload {load:.1f} in the minute before, {os.getloadavg()[0]:.1f} in the last one")


if __name__ == "__main__":
    main()
