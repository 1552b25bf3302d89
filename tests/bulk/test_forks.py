"""Forks: SQLite's locks do not survive them, so no connection may be open meanwhile."""

import subprocess
import sys
from pathlib import Path

SCRIPT = """
import os, sys, threading
from smsvoice.bulk import LedgerError
from smsvoice.bulk.ledger._ledger import close_all, opened

url, case = sys.argv[1:]
mine = opened(url)
mine.begin("spring", "parent", 1)
reading = mine._database.engine.connect() if case == "while reading" else None
go_on, closed = os.pipe()
child = os.fork()
if not child:
    try:
        theirs = opened(url)
        theirs.begin("spring", "child-0", 1)
        os.read(go_on, 1)
        for number in range(1, 20):
            theirs.begin("spring", f"child-{number}", 1)
        theirs.settle("spring", "child-0", "sent")
        theirs.flush()
    except LedgerError as refused:
        print(refused, flush=True)
    os._exit(0)
if case != "while reading":
    mine.begin("spring", "parent-2", 1)
    while not mine.known("spring", ["child-0"]):
        pass
    close_all()
os.write(closed, b"x")
os.waitpid(child, 0)
print({state: count for state, (count, _) in opened(url).totals("spring", 60).items()})
"""


def printed(path: Path, case: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, f"sqlite:///{path}", case],
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    )
    return done.stdout.splitlines()


def test_what_a_fork_writes_stays_when_its_parent_ends(tmp_path: Path) -> None:
    assert printed(tmp_path / "spring.db", "between calls") == ["{'sending': 21, 'sent': 1}"]


def test_a_fork_during_a_read_is_refused_the_file(tmp_path: Path) -> None:
    refused, held = printed(tmp_path / "spring.db", "while reading")
    assert refused.startswith("the ledger cannot be used: this process was forked while its parent")
    assert held == "{'sending': 1}"
