"""`smsvoice send --table`: which columns are used, which rows are left out, and why."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from smsvoice import Emulator
from smsvoice.bulk import Bulk, BulkStoppedError, Outcome, Report
from tests.factories.ailing_accounts import client, healthy
from tests.factories.commands import Command
from tests.factories.constants import GOOD

OTHER = "+12065550143"
BLOCKED = "+12065550144"
Sent: TypeAlias = Callable[..., tuple[int, str, str]]


@pytest.fixture
def sent(
    command: Command, emulator: Emulator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Sent:
    """Send a table with this content, without a question."""
    made = healthy(client(emulator), emulator)
    monkeypatch.chdir(tmp_path)

    def run(content: str, *arguments: str, file: str = "ok.csv") -> tuple[int, str, str]:
        (tmp_path / file).write_text(content)
        options = ["--from", made["PhoneNumberId"], "--pace", "100", "--yes"]
        return command("send", "--table", file, *options, *arguments)

    return run


def bodies(emulator: Emulator) -> list[str | None]:
    """The texts that left."""
    return [one.body for one in emulator.messages]


@pytest.mark.parametrize(
    ("body", "arguments"), [("", ["We close at noon"]), ("We close at noon", [])]
)
def test_columns_without_use_are_named_and_left_out(
    body: str, arguments: list[str], sent: Sent, emulator: Emulator
) -> None:
    """With a text of all rows, and with a column of texts."""
    more = (",message_body", f",{body}") if body else ("", "")
    head, row = (
        f"key,destination_phone_number,name,c 4{more[0]}",
        f"a,{GOOD},Ada,x{more[1]}",
    )

    code, out, _ = sent(f"{head}\n{row}\n", *arguments)

    assert (code, bodies(emulator)) == (0, ["We close at noon"])
    assert "not used: name, 1 other columns" in out.splitlines()


@pytest.mark.parametrize(
    ("columns", "arguments", "part"),
    [
        ("key,destination_phone_number,mesage_body", [], "did you mean message_body?"),
        ("key,destination_phone,x", ["Hi"], "did you mean destination_phone_number?"),
        ("Key,destination_phone_number,x", ["Hi"], "did you mean key?"),
        ("key,destination_phone_number,x", [], "give a text, or a column message_body"),
        ("key,destination_phone_number,msg", [], "message_body; rename the column msg"),
        ("key,phone,x", ["Hi"], "is no column of the table; rename the column phone"),
        ("key,destination_phone_number,name", ["Hi {nam}"], "nam: is named in the text and no"),
        ("key,destination_phone_number,name", ["Hi {nam}"], "did you mean name?"),
    ],
)
def test_columns_that_do_not_do_are_an_error(
    columns: str, arguments: list[str], part: str, sent: Sent, emulator: Emulator
) -> None:
    """One line, before anything leaves."""
    code, out, err = sent(f"{columns}\na,{GOOD},Ada\n", *arguments)

    assert (code, out, err.count("\n"), emulator.messages) == (2, "", 1, [])
    assert part in err


def test_a_row_without_a_text_is_wrong(sent: Sent, emulator: Emulator) -> None:
    """It does not leave; the others do."""
    table = f"key,destination_phone_number,message_body\na,{GOOD},\nb,{OTHER},Hello\n"

    code, out, err = sent(table)

    assert (code, bodies(emulator)) == (1, ["Hello"])
    assert "  row 1: message_body: " in err
    assert out.splitlines()[-1] == "sent 1, invalid 1"


def test_refusals_are_explained(sent: Sent, emulator: Emulator) -> None:
    """By reason, with the rows; a key is named where it cannot be a number."""
    boto = client(emulator)
    for number in (GOOD, BLOCKED):
        boto.put_opted_out_number(OptOutListName="Default", OptedOutNumber=number)
    table = f"key,destination_phone_number\n\nada,{GOOD}\nb,{OTHER}\n1604555,{BLOCKED}\n"

    code, out, err = sent(table, "Hello")

    assert (code, out.splitlines()[-1]) == (1, "sent 1, refused 2")
    line = "refused 2: 2 DESTINATION_PHONE_NUMBER_OPTED_OUT (row 1, key ada; row 3)"
    assert line in err.splitlines()
    assert GOOD not in out + err


def test_a_key_that_repeats_is_no_success(sent: Sent, emulator: Emulator) -> None:
    """The preview warns; a second run of a table without repeats is a success."""
    once = f"key,destination_phone_number\na,{GOOD}\nb,{OTHER}\n"
    twice = f"{once}a,{BLOCKED}\n"

    code, _, err = sent(twice, "Hello", "--dry-run")
    assert code == 1
    assert "1 rows repeat a key of this table" in err
    assert "row 3" in err
    code, out, _ = sent(twice, "Hello")
    assert (code, out.splitlines()[-1]) == (1, "sent 2, skipped 1")
    code, out, _ = sent(once, "Hello")
    assert (code, out.splitlines()[-1]) == (0, "skipped 2")
    assert len(emulator.messages) == 2


def test_the_file_names_the_campaign(sent: Sent, tmp_path: Path) -> None:
    """Whatever its name; an option that is wrong is named as it is written."""
    table = f"key,destination_phone_number\na,{GOOD}\n"

    assert sent(table, "Hello", file="our list (2).csv")[0] == 0
    assert (tmp_path / "our-list--2-.db").exists()
    for options, part in (
        (["--campaign", "our list"], "send: --campaign: must be 1 to 64"),
        (["--pace", "0"], "send: --pace: must be"),
    ):
        code, _, err = sent(table, "Hello", *options)
        assert (code, err.count("\n")) == (2, 1)
        assert part in err
    assert "send: --campaign: give one" in sent(table, "Hello", file="\u00e9\u00e8 .csv")[2]


@pytest.mark.parametrize(
    ("failure", "code", "part"),
    [
        (KeyboardInterrupt(), 130, "interrupted: the same command goes on"),
        (BulkStoppedError("it is paused", Report({Outcome.SENT: 1})), 3, "stopped: it is paused."),
    ],
)
def test_what_ends_a_campaign_says_how_to_go_on(
    failure: BaseException, code: int, part: str, sent: Sent, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One line on standard error."""

    def end(*_: object, **__: object) -> None:
        raise failure

    monkeypatch.setattr(Bulk, "send", end)

    ended, _, err = sent(f"key,destination_phone_number\na,{GOOD}\n", "Hello")

    assert (ended, err.count("\n")) == (code, 1)
    assert part in err
    assert "the same command goes on" in err.lower()
