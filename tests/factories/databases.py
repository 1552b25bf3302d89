"""A PostgreSQL and a Redis of the tests' own, on free ports of 127.0.0.1, gone when the tests end.

Where one is not installed, the test is skipped; it fails instead where SMSVOICE_TEST_ALL is 1, as in
`.ci/run`.
"""

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import SystemRandom
from typing import Any, NoReturn

import pytest

ALL = "SMSVOICE_TEST_ALL"
SECONDS = 60
_OWNER = "smsvoice"
_PORTS = range(20_000, 32_000)
"""Below those that Linux gives to clients: a server that is down for a while gets its port again."""
DEBIAN = Path("/usr/lib/postgresql")
_CONFIGURATION = """
listen_addresses = '127.0.0.1'
max_connections = 300
port = {port}
unix_socket_directories = ''
"""
_WATCH = """
folder=$1; shift; read -r _
for _ in 1 2 3 4 5; do  # a start that the kill interrupted may still write to the folder
  "$@"; rm -rf "$folder" && break; sleep 1
done
"""


class PostgreSQL:
    """A PostgreSQL that can go away and come back: `url` is one database in it, named smsvoice."""

    def __init__(self, programs: Path, folder: str) -> None:
        """Make an empty cluster below the folder and start it."""
        self._programs = programs
        self._folder = folder
        self._port = _free_port()
        self._made = 0
        self._run(
            *("initdb", f"--pgdata={folder}/data", f"--username={_OWNER}"),
            *("--encoding=UTF8", "--locale=C", "--auth-host=trust", "--auth-local=reject"),
            *("--no-sync", "--no-instructions"),
        )
        with Path(folder, "data/postgresql.conf").open("a") as file:
            file.write(_CONFIGURATION.format(port=self._port))
        self.start()
        self._make_database(_OWNER)
        self.url = self._url_of(_OWNER)

    def start(self) -> None:
        """Start it with the data that it had, on the port that it had; nothing where it runs."""
        if not self._runs():
            self._run(
                *("pg_ctl", "start", f"--pgdata={self._folder}/data"),
                *("--wait", f"--timeout={SECONDS}", f"--log={self._folder}/log"),
            )

    def stop(self, *, immediate: bool = True) -> None:
        """Stop it: at once, as a crash would, or in order, after it has written all its tables.

        An immediate stop ends all its processes and writes nothing more. What was committed then stands
        only in the write-ahead log, which the next start reads.
        """
        mode = "immediate" if immediate else "fast"
        self._run(
            *("pg_ctl", "stop", f"--pgdata={self._folder}/data", f"--mode={mode}"),
            *("--wait", f"--timeout={SECONDS}"),
        )

    def create_database(self) -> str:
        """The URL of a new, empty database; the server is started where a test left it stopped."""
        self.start()
        self._made += 1
        name = f"{_OWNER}_{self._made}"
        self._make_database(name)
        return self._url_of(name)

    def log(self) -> str:
        """What it wrote to its log so far."""
        log = Path(self._folder, "log")
        return log.read_text() if log.exists() else ""

    def _url_of(self, database: str) -> str:
        return f"postgresql+psycopg://{_OWNER}@127.0.0.1:{self._port}/{database}"

    def _make_database(self, name: str) -> None:
        import psycopg
        from psycopg.sql import SQL, Identifier

        server = f"host=127.0.0.1 port={self._port} user={_OWNER} dbname=postgres"
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(SQL("CREATE DATABASE {}").format(Identifier(name)))

    def _runs(self) -> bool:
        status = (self._programs / "pg_ctl", "status", f"--pgdata={self._folder}/data")
        return not subprocess.run(
            status, check=False, stdout=subprocess.DEVNULL, **_unprivileged()
        ).returncode

    def _run(self, program: str, *arguments: str) -> None:
        done = subprocess.run(
            (self._programs / program, *arguments),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            **_unprivileged(),
        )
        if done.returncode:
            said = f"{done.stdout}{done.stderr}{self.log()[-2000:]}"
            raise RuntimeError(f"{program} {arguments[0]}: {said}")


@contextmanager
def postgresql() -> Iterator[PostgreSQL]:
    """A PostgreSQL with nothing in it, as durable as in production."""
    programs = _postgresql_programs()
    folder = tempfile.mkdtemp(prefix="smsvoice-postgresql-")
    who = _unprivileged()
    if who:
        shutil.chown(folder, who["user"], who["group"])
    end = (str(programs / "pg_ctl"), "stop", f"--pgdata={folder}/data", "--mode=immediate")
    with _at_the_end(folder, *end, **who):
        yield PostgreSQL(programs, folder)


@contextmanager
def redis() -> Iterator[str]:
    """The URL of a Redis with nothing in it, which keeps nothing on disk."""
    program, client = shutil.which("redis-server"), shutil.which("redis-cli")
    if program is None or client is None:
        _missing("Redis", "redis-server")
    port = str(_free_port())
    folder = tempfile.mkdtemp(prefix="smsvoice-redis-")
    with _at_the_end(folder, client, "-h", "127.0.0.1", "-p", port, "shutdown", "nosave"):
        subprocess.run(
            (
                *(program, "--bind", "127.0.0.1", "--port", port, "--dir", folder),
                *("--save", "", "--appendonly", "no", "--daemonize", "yes", "--logfile", "log"),
            ),
            check=True,
        )
        _wait_for(int(port), Path(folder, "log"))
        yield f"redis://127.0.0.1:{port}/0"


@contextmanager
def _at_the_end(folder: str, *command: str, **who: Any) -> Iterator[None]:
    """Run the command and remove the folder: after the block, and when this process is killed in it.

    The shell that does it waits for a line, and gets none but the end of its input from a process
    that was killed.
    """
    with subprocess.Popen(
        ("sh", "-c", _WATCH, "sh", folder, *command),
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # a Ctrl-C of the terminal is for the tests
        **who,
    ) as shell:
        try:
            yield
        finally:
            shell.communicate(b"\n")


def _unprivileged() -> dict[str, Any]:
    """Arguments for subprocesses: PostgreSQL does not run as root, so Debian's user for it does."""
    if os.geteuid():
        return {}
    return {"user": "postgres", "group": "postgres", "extra_groups": (), "cwd": "/"}


def _postgresql_programs() -> Path:
    """The folder of the newest PostgreSQL: on the path, or where Debian puts it."""
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    versions = [path.parent for path in DEBIAN.glob("*/bin/initdb")]
    if not versions:
        _missing("PostgreSQL", "postgresql")
    return max(versions, key=lambda folder: int(folder.parent.name))


def _missing(server: str, package: str) -> NoReturn:
    said = f"{server} is not installed: apt-get install {package}"
    if os.environ.get(ALL) == "1":
        pytest.fail(f"{said} ({ALL}=1 allows no skip)")
    pytest.skip(said)


def _free_port() -> int:
    for port in SystemRandom().sample(_PORTS, 100):
        with socket.socket() as tried:
            try:
                tried.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise RuntimeError("no free port")


def _wait_for(port: int, log: Path) -> None:
    deadline = time.monotonic() + SECONDS
    while True:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            if time.monotonic() > deadline:
                raise RuntimeError(f"Redis does not start: {log.read_text()}") from None
            time.sleep(0.01)
        else:
            return
