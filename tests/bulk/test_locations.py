"""Where a ledger may be, how its address is written, and which disks it may not be on."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa

from smsvoice.bulk.errors import LedgerError
from smsvoice.bulk.ledger._ledger import Ledger
from smsvoice.bulk.ledger.location import ledger_url
from smsvoice.core.errors import RequestError
from smsvoice.databases import location
from smsvoice.databases.location import without_password
from tests.bulk.ledgers import ledger_at

FORMS = r"must be a file's path.*sqlite:///.*postgresql\+psycopg://"
MEMORY = "must be a file: what stands in memory does not survive a crash"


@pytest.mark.parametrize(
    ("given", "url"),
    [
        ("spring.db", "sqlite:///{cwd}/spring.db"),
        ("./a/../spring.db", "sqlite:///{cwd}/a/../spring.db"),
        (Path("spring.db"), "sqlite:///{cwd}/spring.db"),
        ("/data/spring.db", "sqlite:////data/spring.db"),
        (Path("/data/spring.db"), "sqlite:////data/spring.db"),
        ("sqlite:///spring.db", "sqlite:///{cwd}/spring.db"),
        ("sqlite:////data/spring.db", "sqlite:////data/spring.db"),
        ("sqlite+pysqlite:////data/spring.db", "sqlite:////data/spring.db"),
        ("/data/50% off?.db", "sqlite:////data/50% off?.db"),
        ("postgresql://u@h/db", "postgresql+psycopg://u@h/db"),
        (
            "postgres://u:p@h:5/db?sslmode=require",
            "postgresql+psycopg://u:p@h:5/db?sslmode=require",
        ),
        ("postgresql+psycopg://u@h/db", "postgresql+psycopg://u@h/db"),
    ],
)
def test_addresses_that_may_be(given: object, url: str) -> None:
    assert ledger_url(given) == url.format(cwd=Path.cwd())


def test_relative_and_absolute_names_are_one_ledger(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    names = (
        "spring.db",
        tmp_path / "spring.db",
        "sqlite:///spring.db",
        f"sqlite:///{tmp_path}/spring.db",
    )

    assert len({ledger_url(name) for name in names}) == 1


@pytest.mark.parametrize(
    ("given", "rule"),
    [
        ("", FORMS),
        (None, FORMS),
        (7, FORMS),
        (b"spring.db", FORMS),
        (Ledger, FORMS),
        ("a\0b", FORMS),
        ("mysql://u:hunter2@h/db", FORMS),
        ("postgresql+psycopg2://u:hunter2@h/db", FORMS),
        ("postgresql+asyncpg://u:hunter2@h/db", FORMS),
        ("sqlite+aiosqlite:///spring.db", FORMS),
        ("https://u:hunter2@h/db", FORMS),
        ("sqlite://spring.db", FORMS),
        ("sqlite:///spring.db?mode=ro", FORMS),
        ("sqlite://", MEMORY),
        ("sqlite:///", MEMORY),
        ("sqlite:///:memory:", MEMORY),
        ("sqlite:///file::memory:?cache=shared&uri=true", MEMORY),
        (":memory:", MEMORY),
        (Path(":memory:"), MEMORY),
    ],
)
def test_addresses_that_may_not_be(given: object, rule: str) -> None:
    with pytest.raises(RequestError, match=r"ledger") as raised:
        ledger_url(given)

    assert re.search(rule, str(raised.value))
    assert "hunter2" not in f"{raised.value!r}{raised.value}"


@pytest.mark.parametrize(
    "name", ["a b.db", "100%25.db", "50% off.db", "why?.db", "a#b@c.db", "ä.db"]
)
def test_any_name_of_a_file_is_that_files_and_no_other_is_made(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    with ledger_at(ledger_url(path)) as ledger:
        ledger.begin("spring", "a", 1)

    assert [file.name for file in tmp_path.iterdir()] == [name]
    assert path.stat().st_mode & 0o777 == 0o600
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT key FROM smsvoice_messages").fetchall() == [("a",)]


@pytest.mark.parametrize(
    "url",
    [
        "postgresql+psycopg://owner:hunter2@host/db",
        "postgresql+psycopg://owner:hunter2@host:5432/db?sslmode=require",
        "postgresql+psycopg://owner:x/hunter2@host/db",
        "postgresql+psycopg://owner:x@hunter2@host/db",
        "postgresql+psycopg://owner:x?hunter2@host/db",
        "postgresql+psycopg://owner:x:hunter2@host",
        "postgresql+psycopg://owner:x/hunter2@host",
        "postgresql+psycopg://host/db?user=owner&password=hunter2",
        "postgresql+psycopg:///db?host=/run&password=hunter2",
    ],
)
def test_an_address_is_shown_without_its_password(url: str) -> None:
    shown = without_password(url)

    assert "hunter2" not in shown
    assert "owner" not in shown
    assert shown.startswith("postgresql+psycopg://")


MOUNTS = """\
22 28 0:20 / /sys rw,nosuid shared:7 - sysfs sysfs rw
26 28 0:23 / /run rw,nosuid shared:13 - tmpfs tmpfs rw
28 1 8:1 / / rw,relatime shared:1 - {root} /dev/sda1 rw
40 28 0:35 / /home rw shared:20 - nfs4 server:/home rw,vers=4.2
41 40 8:2 / /home/local rw - ext4 /dev/sdb rw
42 28 0:36 / /mnt/win\\040share rw - cifs //server/share rw
43 28 0:37 / /mnt/back\\134slash rw master:4 propagate_from:2 - 9p host rw
44 28 8:3 / /data rw - ext4 /dev/sdc rw
45 44 0:38 / /data rw - nfs server:/data rw
46 28 0:39 / /srv rw - nfs server:/srv rw
47 46 8:4 / /srv rw - xfs /dev/sdd rw
48 28 0:40 / /over/below rw - nfs server:/below rw
49 28 8:5 / /over rw - ext4 /dev/sde rw
50 28 0:41 / /auto rw - autofs systemd-1 rw
51 50 0:42 / /auto/home rw - fuse.sshfs me@server: rw
52 28 0:43 / /homes rw - btrfs /dev/sdf rw
"""


@pytest.mark.parametrize("root", ["ext4", "overlay", "nfs4"])
@pytest.mark.parametrize(
    ("file", "kind"),
    [
        ("/spring.db", None),
        ("/var/lib/spring.db", None),
        ("/run/spring.db", "tmpfs"),
        ("/home/me/spring.db", "nfs4"),
        ("/home/spring.db", "nfs4"),
        ("/home/local/me/spring.db", "ext4"),
        ("/home/localhost/spring.db", "nfs4"),
        ("/homes/me/spring.db", "btrfs"),
        ("/mnt/win share/spring.db", "cifs"),
        ("/mnt/win/spring.db", None),
        ("/mnt/back\\slash/deep/er/spring.db", "9p"),
        ("/data/spring.db", "nfs"),
        ("/srv/spring.db", "xfs"),
        ("/over/below/spring.db", "ext4"),
        ("/auto/home/spring.db", "fuse.sshfs"),
        ("/auto/spring.db", "autofs"),
    ],
)
def test_the_kind_of_disk_that_a_file_is_on(
    tmp_path: Path, root: str, file: str, kind: str | None
) -> None:
    """Of several mounts, the deepest counts, and of those on one place or above it the last."""
    mounts = tmp_path / "mountinfo"
    mounts.write_text(MOUNTS.format(root=root))
    kind = kind or root
    over_network = {"nfs", "nfs4", "cifs", "9p", "fuse.sshfs"}

    found = location._network_disk(Path(file), mounts)

    assert found == (kind if kind in over_network else None)


def test_a_link_leads_to_its_disk(tmp_path: Path) -> None:
    mounts, link = tmp_path / "mountinfo", tmp_path / "link.db"
    mounts.write_text(MOUNTS.format(root="ext4"))
    link.symlink_to("/home/me/spring.db")

    assert location._network_disk(link, mounts) == "nfs4"
    assert location._network_disk(tmp_path / "other.db", mounts) is None


def test_a_machine_without_a_list_of_mounts(tmp_path: Path) -> None:
    assert location._network_disk(tmp_path / "spring.db", tmp_path / "missing") is None


def test_the_root_of_all_mounts_may_be_its_own_parent(tmp_path: Path) -> None:
    mounts = tmp_path / "mountinfo"
    mounts.write_text("1 1 0:2 / / rw - rootfs rootfs rw\n")

    assert location._network_disk(Path("/spring.db"), mounts) is None


def test_a_ledger_on_a_network_disk_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mounts = tmp_path / "mountinfo"
    mounts.write_text(f"1 0 8:1 / / rw - ext4 x rw\n2 1 0:9 / {tmp_path} rw - nfs4 x rw\n")
    monkeypatch.setattr(location, "_MOUNTS", mounts)

    with pytest.raises(LedgerError, match=r"network disk \(nfs4\).*PostgreSQL"):
        Ledger(ledger_url(tmp_path / "spring.db"))

    assert not (tmp_path / "spring.db").exists()


def test_this_machines_list_of_mounts_is_read(tmp_path: Path) -> None:
    assert sa.make_url(ledger_url(tmp_path / "a.db")).drivername == "sqlite"
    assert location._network_disk(tmp_path / "a.db") is None
