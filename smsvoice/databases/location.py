"""Where a database is: a file on this machine's own disk, or PostgreSQL."""

import os
import re
from pathlib import Path
from typing import Final, NamedTuple, cast

from smsvoice.databases.errors import AddressError, DatabaseError

_NETWORK: Final = frozenset(
    (
        "9p", "afs", "beegfs", "ceph", "cifs", "fuse.ceph", "fuse.glusterfs", "fuse.s3fs",
        "fuse.sshfs", "glusterfs", "gpfs", "lustre", "ncpfs", "nfs", "nfs4", "ocfs2", "orangefs",
        "smb3", "smbfs",
    )
)  # fmt: skip
_MOUNTS: Final = Path("/proc/self/mountinfo")
_FILE: Final = "sqlite:///"
FORMS: Final = 'must be a file\'s path, "sqlite:///file.db" or "postgresql+psycopg://host/database"'


def address_of(given: object, *, forms: str = FORMS, in_memory: str) -> str:
    """An address: of PostgreSQL as SQLAlchemy takes it, or `sqlite:///` and a file's path.

    Args:
        given: a path or an address.
        forms: the rule for what is neither.
        in_memory: the rule for SQLite in memory.

    Raises:
        AddressError: it is no text, or no place where a database can be.
    """
    is_path = isinstance(given, str | os.PathLike)
    text: object = os.fspath(cast("str | os.PathLike[str]", given)) if is_path else None
    if not isinstance(text, str) or not text or "\0" in text:
        raise AddressError(forms)
    scheme, separator, rest = text.partition("://")
    if separator and scheme in {"postgresql", "postgres", "postgresql+psycopg"}:
        return f"postgresql+psycopg://{rest}"
    if separator and scheme not in {"sqlite", "sqlite+pysqlite"}:
        raise AddressError(forms)
    if ":memory:" in text or (separator and rest in {"", "/"}):
        raise AddressError(in_memory)
    if separator and (not rest.startswith("/") or "?" in rest):
        raise AddressError(forms)
    return f"{_FILE}{Path(rest[1:] if separator else text).absolute()}"


def is_file(url: str) -> bool:
    """Whether an address is that of an SQLite file."""
    return url.startswith(_FILE)


def file_of(url: str) -> str:
    """The path of an SQLite database's file."""
    return url.removeprefix(_FILE)


def without_password(url: str) -> str:
    """A database's address without what only its owner may see."""
    return re.sub(r"://.*@", "://***@", url).partition("?")[0]


def prepared_file(url: str) -> str:
    """Make the file of an SQLite database, for its owner alone, if it is on a disk of this machine.

    Returns:
        Its path.

    Raises:
        DatabaseError: the folder is missing, the file cannot be made, or it is on a network disk,
            where SQLite's locks and its write-ahead log do not work.
    """
    path = Path(file_of(url))
    kind = _network_disk(path)
    if kind is not None:
        raise DatabaseError(
            f"the file is on a network disk ({kind}), where locks do not hold: use a disk of this "
            "machine, or PostgreSQL"
        )
    try:
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as failed:
        remedy = "" if path.parent.exists() else ": make its folder first"
        raise DatabaseError(f"its file cannot be opened ({failed.strerror}){remedy}") from failed
    return str(path)


def _network_disk(path: Path, mounts: Path | None = None) -> str | None:
    """The kind of network disk that a file is on; None of a disk of this machine."""
    where = path.resolve().parent
    if str(where).startswith(("\\\\", "//")):
        return "a share"
    mounts = mounts or _MOUNTS
    if not mounts.exists():  # only Linux lists its disks there
        return None
    listed = [_mount(line) for line in mounts.read_text("utf-8", "replace").splitlines()]
    numbers = {each.number for each in listed}
    around = [m for m in listed if m.point == where or m.point in where.parents]
    below = [m for m in around if m.parent not in numbers or m.parent == m.number]
    kind = ""
    while below:  # a mount covers those that were made before it on its point or further down
        here = min(below, key=lambda m: len(m.point.parts))
        kind = here.kind
        below = [m for m in around if m.parent == here.number and m is not here]
    return kind if kind in _NETWORK else None


class _Mount(NamedTuple):
    number: str
    parent: str
    point: Path
    kind: str


def _mount(line: str) -> _Mount:
    """A line of Linux's list of mounts; blanks in paths are written as octal numbers there."""
    before, _, after = line.partition(" - ")
    number, parent, _, _, point = before.split(" ")[:5]
    point = re.sub(r"\\(\d{3})", lambda code: chr(int(code[1], 8)), point)
    return _Mount(number, parent, Path(point), after.split(" ")[0])
