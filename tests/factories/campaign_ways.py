"""Four ways to send a campaign, each of which is killed with -9 at random moments and goes on."""

import os
import random
import signal
import subprocess
import sys
import time
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Self

from tests.factories import databases, witness
from tests.factories.campaign import Campaign, campaign
from tests.factories.witness import Findings

WAYS = ("threads-sqlite", "threads-postgresql", "dask", "celery")
LONGEST = 900.0
"""Seconds after which a campaign that is not over has failed."""
ROOT = Path(__file__).parent.parent.parent
_SEND = (sys.executable, "-m", "tests.factories.campaign_send")
_LATER = 0.05
"""A kill comes up to so many seconds after the row that it waited for."""


class Way(ABC):
    """A campaign that is being sent."""

    processes: int = 1
    """How many processes that send one kill can end."""

    def __init__(
        self,
        campaign: Campaign,
        folder: Path,
        chance: random.Random,
        variables: Mapping[str, str] | None = None,
    ) -> None:
        self.campaign = campaign
        self.chance = chance
        self._environment = campaign.environment() | dict(variables or {})
        self._log: IO[str] = (folder / "log").open("a+")
        self._running: list[subprocess.Popen[str]] = []
        self.sender = self.start()

    @abstractmethod
    def start(self) -> "subprocess.Popen[str]":
        """Start what ends when all is sent."""

    @abstractmethod
    def kill(self) -> bool:
        """Kill something with -9; False where there was nothing to kill just now."""

    def is_over(self) -> bool:
        """Whether all is sent.

        Raises:
            RuntimeError: it failed.
        """
        code = self.sender.poll()
        if code:
            raise RuntimeError(f"ended with {code}: {self.log()[-3000:]}")
        return code == 0

    def log(self) -> str:
        """What the processes wrote."""
        self._log.seek(0)
        return self._log.read()

    def run(self, *command: str, pipe: bool = False) -> "subprocess.Popen[str]":
        """Start a process that takes part."""
        process = subprocess.Popen(
            command,
            env=self._environment,
            stdin=subprocess.PIPE if pipe else subprocess.DEVNULL,
            stdout=subprocess.PIPE if pipe else self._log,
            stderr=self._log,
            text=True,
            start_new_session=True,
            cwd=ROOT,
        )
        self._running.append(process)
        return process

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for process in self._running:
            _kill_all_of(process)
        self._log.close()


class Threads(Way):
    """One process that sends on threads, and is started again."""

    def start(self) -> "subprocess.Popen[str]":
        """Send all rows."""
        return self.run(*_SEND, "threads")

    def kill(self) -> bool:
        """Kill it, and start it again with all rows."""
        _kill_all_of(self.sender)
        self.sender = self.start()
        return True


class Dask(Way):
    """A cluster of two worker processes, one of which is killed; Dask starts it again."""

    def start(self) -> "subprocess.Popen[str]":
        """Start the program that has the cluster."""
        return self.run(*_SEND, "dask", pipe=True)

    def kill(self) -> bool:
        """Kill one of its worker processes."""
        assert self.sender.stdin is not None
        assert self.sender.stdout is not None
        with suppress(BrokenPipeError):  # it is over just now
            self.sender.stdin.write("kill\n")
            self.sender.stdin.flush()
            return self.sender.stdout.readline() == "killed\n"
        return False


class CeleryWorkers(Way):
    """A worker of two pool processes behind Redis: one of them is killed, or the worker, or all."""

    processes = 2

    def __init__(self, campaign: Campaign, folder: Path, chance: random.Random, url: str) -> None:
        super().__init__(campaign, folder, chance, {"SMSVOICE_TEST_BROKER": url})
        self._kills = 0
        self.worker = self._start_worker()

    def start(self) -> "subprocess.Popen[str]":
        """Fill the queue."""
        return self.run(*_SEND, "celery")

    def _start_worker(self) -> "subprocess.Popen[str]":
        return self.run(
            *(sys.executable, "-m", "celery", "-A", "tests.factories.campaign_celery", "worker"),
            *("--pool", "prefork", "--concurrency", "2", "--loglevel", "WARNING"),
            *("--without-gossip", "--without-mingle", "--without-heartbeat"),
        )

    def kill(self) -> bool:
        """In turn: a pool process; the worker without its pool processes; all of them."""
        self._kills += 1
        kind = self._kills % 3
        if kind == 1:
            pool = _children(self.worker.pid)
            if not pool:
                return False
            os.kill(self.chance.choice(pool), signal.SIGKILL)
            return True
        if kind == 2:
            self.worker.kill()
            self.worker.wait()
        else:
            _kill_all_of(self.worker)
        self.worker = self._start_worker()
        return True


@dataclass(frozen=True)
class Outcome:
    """How a way did."""

    way: str
    rows: int
    kills: int
    most_unknown: int
    """So many rows may be unknown: as many as can be on their way at a kill, for each kill."""
    seconds: float
    findings: Findings


def sent_by(
    way: str,
    folder: Path,
    *,
    rows: int,
    kills: int,
    seed: int,
    scale: float = 1.0,
    postgresql_url: str | None = None,
    redis_url: str | None = None,
) -> Outcome:
    """Send a campaign one way, with so many kills, and compare the ledger with what arrived.

    PostgreSQL and Redis are started where the way needs one and no address is given.
    """
    chance = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        if way == "threads-sqlite":
            ledger = str(folder / "ledger.db")
        elif postgresql_url is None:
            ledger = stack.enter_context(databases.postgresql()).url
        else:
            ledger = postgresql_url
        if way == "celery" and redis_url is None:
            redis_url = stack.enter_context(databases.redis())
        made = stack.enter_context(campaign(folder, ledger, rows, scale=scale))
        started = time.monotonic()
        with _way(way, made, folder, chance, redis_url) as running:
            done = _killed(running, kills)
            most = kills * made.threads * running.processes
        seconds = time.monotonic() - started
        return Outcome(way, rows, done, most, seconds, witness.findings(made))


@contextmanager
def _way(
    way: str, campaign: Campaign, folder: Path, chance: random.Random, redis_url: str | None
) -> Iterator[Way]:
    made: Way
    if way == "celery":
        assert redis_url is not None
        made = CeleryWorkers(campaign, folder, chance, redis_url)
    elif way == "dask":
        made = Dask(campaign, folder, chance)
    else:
        made = Threads(campaign, folder, chance)
    with made:
        yield made


def _killed(way: Way, kills: int) -> int:
    """Kill it when so many rows have come as chance has it; how many kills there were."""
    rows = way.campaign.rows
    moments = sorted(way.chance.sample(range(1, rows * 9 // 10), kills))
    until = time.monotonic() + LONGEST
    done = 0
    while not way.is_over():
        if time.monotonic() > until:
            raise RuntimeError(f"not over after {LONGEST:.0f} s: {way.log()[-3000:]}")
        if moments and witness.count(way.campaign.url) >= moments[0]:
            time.sleep(way.chance.uniform(0, _LATER))
            if way.kill():
                moments.pop(0)
                done += 1
        time.sleep(0.03)
    return done


def _kill_all_of(process: "subprocess.Popen[str]") -> None:
    """End a process and those that it started."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            with suppress(BrokenPipeError):
                stream.close()


def _children(pid: int) -> list[int]:
    with suppress(FileNotFoundError):
        return [
            int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        ]
    return []
