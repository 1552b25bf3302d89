"""Where a ledger is: a file on this machine's own disk, or a PostgreSQL database."""

import os
import re
from pathlib import Path
from typing import Final
from urllib.parse import unquote

from smsvoice.bulk.errors import LedgerError
from smsvoice.core.errors import Problem, RequestError

_NETWORK: Final = frozenset(
    (
        "9p", "afs", "beegfs", "ceph", "cifs", "fuse.ceph", "fuse.glusterfs", "fuse.s3fs",
        "fuse.sshfs", "glusterfs", "gpfs", "lustre", "ncpfs", "nfs", "nfs4", "ocfs2", "orangefs",
        "smb3", "smbfs",
    )
)  # fmt: skip
_MOUNTS: Final = Path("/proc/self/mountinfo")
_RULE: Final = 'must be a file\'s path, "sqlite:///file.db" or "postgresql+psycopg://host/database"'


def ledger_url(given: object) -> str:
    """A ledger's address as SQLAlchemy takes it.

    Raises:
        RequestError: it is no text, or no place where a ledger can be.
    """
    text = os.fspath(given) if isinstance(given, str | os.PathLike) else None
    if not isinstance(text, str) or not text:
        raise RequestError("Bulk", (Problem("ledger", _RULE),))
    scheme, separator, rest = text.partition("://")
    if not separator:
        return "sqlite:///" + str(Path(text).absolute())
    if scheme in {"postgresql", "postgres", "postgresql+psycopg"}:
        return f"postgresql+psycopg://{rest}"
    if scheme in {"sqlite", "sqlite+pysqlite"} and len(rest) > 1 and ":memory:" not in rest:
        return f"sqlite:///{Path(rest[1:]).absolute()}"
    if scheme.startswith("sqlite"):
        rule = "must be a file: what stands in memory does not survive a crash"
        raise RequestError("Bulk", (Problem("ledger", rule),))
    raise RequestError("Bulk", (Problem("ledger", _RULE),))


def without_password(url: str) -> str:
    """A ledger's address without what only its owner may see."""
    return re.sub(r"://[^/]*@", "://***@", url).partition("?")[0]


def prepared_file(url: str) -> None:
    """Make the file of an SQLite ledger, for its owner alone, if it is on a disk of this machine.

    Raises:
        LedgerError: the folder is missing, the file cannot be made, or it is on a network disk,
            where SQLite's locks and its write-ahead log do not work.
    """
    path = Path(unquote(url.removeprefix("sqlite:///")))
    kind = _network_disk(path)
    if kind is not None:
        raise LedgerError(
            f"the file is on a network disk ({kind}), where locks do not hold: use a disk of this "
            "machine, or PostgreSQL"
        )
    try:
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as failed:
        raise LedgerError(f"its file cannot be opened ({failed.strerror})") from failed


def _network_disk(path: Path, mounts: Path | None = None) -> str | None:
    """The kind of network disk that a file is on; None of a disk of this machine."""
    where = path.resolve().parent
    if str(where).startswith(("\\\\", "//")):
        return "a share"
    mounts = mounts or _MOUNTS
    if not mounts.exists():  # only Linux lists its disks there
        return None
    found, kind = "", ""
    for line in mounts.read_text("utf-8", "replace").splitlines():
        before, _, after = line.partition(" - ")
        point = re.sub(r"\\(\d{3})", lambda code: chr(int(code[1], 8)), before.split(" ")[4])
        is_inside = where == Path(point) or Path(point) in where.parents
        if is_inside and len(point) >= len(found):  # the last mount on a point covers the others
            found, kind = point, after.split(" ")[0]
    return kind if kind in _NETWORK else None
