"""State in a file: what was answered is there after a restart."""

import sqlite3
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from botocore.exceptions import ClientError

from smsvoice.emulator import Emulator
from smsvoice.emulator.engine.settings import Settings
from smsvoice.emulator.engine.sqlite import SqliteBackend, UnusableFileError

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client

START = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def client_of(emulator: Emulator, region: str = "us-east-1") -> "PinpointSMSVoiceV2Client":
    """A client of an emulator."""
    return emulator.session(region).client("pinpoint-sms-voice-v2")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the state goes."""
    return tmp_path / "state.sqlite"


def test_what_was_made_is_there_after_a_restart(path: Path) -> None:
    """Lists, numbers on them, messages and tags, in their order and their region."""
    with Emulator(db=path) as emulator:
        aws = client_of(emulator)
        for name in ("b", "a", "c"):
            aws.create_opt_out_list(OptOutListName=name, Tags=[{"Key": "k", "Value": name}])
        aws.delete_opt_out_list(OptOutListName="a")
        aws.put_opted_out_number(OptOutListName="b", OptedOutNumber="+12065550142")
        aws.send_text_message(DestinationPhoneNumber="+14254147755", MessageBody="hello")
        client_of(emulator, "eu-west-1").create_opt_out_list(OptOutListName="eu")
        before = aws.describe_opt_out_lists()["OptOutLists"]

    with Emulator(db=path) as emulator:
        aws = client_of(emulator)
        listed = aws.describe_opt_out_lists()["OptOutLists"]
        numbers = aws.describe_opted_out_numbers(OptOutListName="b")["OptedOutNumbers"]
        eu = client_of(emulator, "eu-west-1").describe_opt_out_lists()["OptOutLists"]
        bodies = [message.body for message in emulator.messages]
        tags = aws.list_tags_for_resource(ResourceArn=before[-1]["OptOutListArn"])["Tags"]

    assert listed == before
    assert [number["OptedOutNumber"] for number in numbers] == ["+12065550142"]
    assert [one["OptOutListName"] for one in eu] == ["Default", "eu"]
    assert bodies == ["hello"]
    assert tags == [{"Key": "k", "Value": "c"}]


def test_a_stopped_clock_stands_where_it_stood(path: Path) -> None:
    """Time of a file goes before the time asked for."""
    with Emulator(db=path, starting_at=START, clock_runs=False) as emulator:
        emulator.advance(3600)

    with Emulator(db=path, starting_at=START, clock_runs=False) as emulator:
        assert emulator.now() == START + timedelta(hours=1)


def test_a_running_clock_went_on(path: Path) -> None:
    """It keeps its distance from the wall clock."""
    with Emulator(db=path) as emulator:
        emulator.advance(86400)

    with Emulator(db=path) as emulator:
        ahead = emulator.now() - datetime.now(UTC)

    assert abs(ahead - timedelta(days=1)) < timedelta(seconds=30)


def test_what_is_due_happens_after_the_restart(path: Path) -> None:
    """A message on its way arrives in the next process."""
    with Emulator(db=path, starting_at=START, clock_runs=False) as emulator:
        client_of(emulator).send_text_message(
            DestinationPhoneNumber="+14254147755", MessageBody="hello"
        )

    with Emulator(db=path, clock_runs=False) as emulator:
        emulator.advance(60)

        assert [message.state for message in emulator.messages] == ["DELIVERED"]


def test_settings_are_those_of_last_time_unless_given(path: Path) -> None:
    """Sets and switches come back as they were."""
    kept = Settings(sandbox=True, blocked_countries={"CN", "KP"}, page_size=3)
    with Emulator(db=path, settings=kept):
        pass

    with Emulator(db=path) as emulator:
        assert emulator.settings == kept
    with Emulator(db=path, settings=Settings()) as emulator:
        assert emulator.settings == Settings()


def test_ids_of_a_seed_do_not_come_twice(path: Path) -> None:
    """The same seed in a second start makes other ids, else new messages would replace old ones."""
    ids = []
    for _ in range(3):
        with Emulator(db=path, seed=7) as emulator:
            sent = client_of(emulator).send_text_message(
                DestinationPhoneNumber="+14254147755", MessageBody="hello"
            )
            ids.append(sent["MessageId"])

    assert len(set(ids)) == 3


def test_a_token_is_remembered_across_a_restart(path: Path) -> None:
    """The same request is the same request in the next process."""
    with Emulator(db=path) as emulator:
        first = client_of(emulator).create_opt_out_list(OptOutListName="news", ClientToken="t")

    with Emulator(db=path) as emulator:
        again = client_of(emulator).create_opt_out_list(OptOutListName="news", ClientToken="t")

    assert again["OptOutListArn"] == first["OptOutListArn"]


def test_a_reset_empties_the_file(path: Path) -> None:
    """Nothing comes back."""
    with Emulator(db=path) as emulator:
        client_of(emulator).create_opt_out_list(OptOutListName="news")
        emulator.reset()

    with Emulator(db=path) as emulator:
        assert len(client_of(emulator).describe_opt_out_lists()["OptOutLists"]) == 1


def test_a_file_has_one_emulator_at_a_time(path: Path) -> None:
    """The second is told, and the first goes on."""
    with Emulator(db=path) as emulator:
        with pytest.raises(UnusableFileError, match="another emulator"):
            Emulator(db=path)

        client_of(emulator).create_opt_out_list(OptOutListName="news")


@pytest.mark.parametrize("what", ["text", "database", "folder", "newer"])
def test_a_file_of_another_kind_is_left_alone(tmp_path: Path, what: str) -> None:
    """Nothing is written over."""
    path = tmp_path / "x"
    if what == "folder":
        path.mkdir()
    elif what == "text":
        path.write_text("dear diary " * 100)
    else:
        if what == "newer":
            SqliteBackend(path).close()
        with sqlite3.connect(path) as file:
            file.execute("PRAGMA user_version = 99" if what == "newer" else "CREATE TABLE t (x)")
        file.close()
    before = None if what == "folder" else path.read_bytes()

    with pytest.raises(UnusableFileError, match="x: "):
        Emulator(db=path)

    assert before is None or path.read_bytes() == before


def change(path: Path, statement: str, *values: object) -> None:
    """Change a file as a broken disk or another version might have."""
    with sqlite3.connect(path) as file:
        file.execute(statement, values)
    file.close()


@pytest.mark.parametrize("table", ["messages", "due", "fates", "client_tokens"])
@pytest.mark.parametrize("body", [b"{}", b'{"at": 5', b"\xff", b"[]"])
def test_a_record_that_cannot_be_read_is_reported_when_the_file_is_opened(
    path: Path, table: str, body: bytes
) -> None:
    """Each time, with the table and the remedy; nothing is lost or empty in silence."""
    with Emulator(db=path, clock_runs=False) as emulator:
        aws = client_of(emulator)
        aws.send_text_message(DestinationPhoneNumber="+14254147755", MessageBody="hello")
        aws.create_opt_out_list(OptOutListName="news", ClientToken="t")
    change(path, "UPDATE records SET body = ? WHERE name = ?", body, table)

    for _ in range(2):
        with pytest.raises(UnusableFileError, match=f"table {table} .* delete it"):
            Emulator(db=path)


def test_a_table_of_another_version_is_reported(path: Path) -> None:
    """What it holds would be lost."""
    Emulator(db=path).close()
    change(
        path,
        "INSERT INTO records (account, region, name, key, body) VALUES (?, ?, ?, ?, ?)",
        *("123456789012", "us-east-1", "pigeons p-1", "k", b"{}"),
    )

    with pytest.raises(UnusableFileError, match=r"table pigeons .* no such table"):
        Emulator(db=path)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("settings", "{"),
        ("settings", "[]"),
        ("settings", '"x"'),
        ("settings", '{"sandbox": "perhaps"}'),
        ("settings", '{"page_size": 0}'),
        ("settings", b"\xff\xfe"),
        ("clock", "{"),
        ("clock", "[]"),
        ("clock", '{"moment": "soon", "noted_at": "2026-03-02T09:30:00+00:00"}'),
        ("clock", '{"moment": "2026-03-02T09:30:00", "noted_at": "2026-03-02T09:30:00"}'),
        ("clock", '{"moment": "9999-12-31T00:00:00Z", "noted_at": "2026-03-02T09:30:00Z"}'),
        ("starts", '"many"'),
    ],
)
def test_a_note_that_cannot_be_read_is_reported(path: Path, name: str, value: object) -> None:
    """Neither a traceback of JSON nor other settings than before."""
    Emulator(db=path).close()
    change(path, "UPDATE notes SET value = ? WHERE name = ?", value, name)

    for _ in range(2):
        with pytest.raises(UnusableFileError, match=f"note of the {name} .* delete it"):
            Emulator(db=path, clock_runs=False)


def test_a_setting_of_a_newer_version_is_passed_over(path: Path) -> None:
    """The others count."""
    Emulator(db=path, settings=Settings(sandbox=True)).close()
    change(path, "UPDATE notes SET value = json_insert(value, '$.pigeons', 5)")
    change(path, "UPDATE notes SET value = '1' WHERE name = 'starts'")

    with Emulator(db=path) as emulator:
        assert emulator.settings == Settings(sandbox=True)


def test_a_damaged_file_is_reported(path: Path) -> None:
    """Bytes that are no longer a database's."""
    with Emulator(db=path, clock_runs=False, settings=Settings(quotas=False)) as emulator:
        client = client_of(emulator)
        for number in range(40):
            client.create_opt_out_list(OptOutListName=f"n{number}")
    whole = path.read_bytes()
    path.write_bytes(whole[:8192] + b"\x55" * (len(whole) - 8192))

    with pytest.raises(UnusableFileError):
        Emulator(db=path)


def test_a_wall_clock_that_was_put_back_does_not_put_the_time_back(path: Path) -> None:
    """A running clock stands at least where it stood."""
    with Emulator(db=path) as emulator:
        emulator.advance(60)
        stood = emulator.now()
    later = (datetime.now(UTC) + timedelta(days=400)).isoformat()
    change(
        path,
        "UPDATE notes SET value = json_set(value, '$.noted_at', ?) WHERE name = 'clock'",
        later,
    )

    with Emulator(db=path) as emulator:
        assert emulator.now() >= stood


def test_all_is_there_as_soon_as_the_file_is_open(path: Path) -> None:
    """Whoever reads first, however many at once, sees every message."""
    with Emulator(db=path, clock_runs=False) as emulator:
        aws = client_of(emulator)
        for _ in range(300):
            last = aws.send_text_message(
                DestinationPhoneNumber="+14254147755", MessageBody="x", MessageFeedbackEnabled=True
            )

    with Emulator(db=path, clock_runs=False) as emulator:
        aws = client_of(emulator)
        counts: list[int] = []
        go = threading.Barrier(4)

        def look() -> None:
            go.wait()
            counts.append(len(emulator.messages))

        readers = [threading.Thread(target=look) for _ in range(3)]
        for reader in readers:
            reader.start()
        go.wait()
        aws.put_message_feedback(MessageId=last["MessageId"], MessageFeedbackStatus="RECEIVED")
        emulator.advance(60)
        for reader in readers:
            reader.join()

        assert counts == [300, 300, 300]
        assert {message.state for message in emulator.messages} == {"DELIVERED"}


def test_what_could_not_be_kept_did_not_happen(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that is full refuses the request; the state is as before."""
    with Emulator(db=path) as emulator:
        aws = client_of(emulator)
        aws.describe_opt_out_lists()

        def full(*_: object) -> None:
            raise sqlite3.OperationalError("database or disk is full")

        with monkeypatch.context() as patch:
            patch.setattr(SqliteBackend, "save", full)
            with pytest.raises((sqlite3.OperationalError, ClientError)):
                aws.create_opt_out_list(OptOutListName="news")
        listed = aws.describe_opt_out_lists()["OptOutLists"]
        aws.create_opt_out_list(OptOutListName="news")

    assert [one["OptOutListName"] for one in listed] == ["Default"]


def test_changes_are_kept_together_or_not_at_all(path: Path) -> None:
    """Half a change is none."""
    backend = SqliteBackend(path)
    place, bad = ("1", "r", "t", "k"), ("1", "r", "t", object())

    with pytest.raises(sqlite3.Error):
        backend.save({place: b"{}", bad: b"{}"})  # type: ignore[dict-item]

    assert list(backend.load()) == []
    backend.save({place: b"{}"})
    assert list(backend.load()) == [(place, b"{}", True)]
    backend.close()
