"""The other commands: what they print, and what they keep to themselves."""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from rich.console import Console
from typer.testing import CliRunner

import smsvoice
from smsvoice import Emulator, operations
from smsvoice.cli._app import app
from smsvoice.cli._output import print_rows
from smsvoice.cli.main import main
from tests.factories.ailing_accounts import AILMENTS, PERSON, arrange, client, healthy
from tests.factories.commands import Command
from tests.factories.constants import GOOD


def test_numbers_are_listed_by_their_ids(command: Command, emulator: Emulator) -> None:
    """The number itself only when it is asked for."""
    made = healthy(client(emulator), emulator)

    code, out, _ = command("numbers")
    _, shown, _ = command("numbers", "--json", "--show-numbers")

    head, row = out.splitlines()
    assert (code, head.split("\t")[:2]) == (0, ["phone_number_id", "phone_number"])
    assert row.split("\t")[:5] == [made["PhoneNumberId"], "***", "US", "TEN_DLC", "ACTIVE"]
    assert json.loads(shown)[0]["phone_number"] == made["PhoneNumber"]


def test_an_account_without_numbers_says_so(command: Command) -> None:
    """On standard error, so that a pipe gets nothing."""
    assert command("numbers") == (0, "", "no phone numbers\n")
    assert command("numbers", "--json") == (0, "[]\n", "")


def test_limits_are_tier_spend_and_quotas(command: Command) -> None:
    """In one table."""
    _, out, _ = command("limits")

    rows = [line.split("\t") for line in out.splitlines()]
    assert ["ACCOUNT_TIER", "PRODUCTION", "-"] in rows
    assert ["TEXT_MESSAGE_MONTHLY_SPEND_LIMIT", "1000", "1000"] in rows
    assert ["OPT_OUT_LISTS", "1", "25"] in rows


def test_opt_outs_are_counted_listed_and_looked_up(command: Command, emulator: Emulator) -> None:
    """Three questions of one command."""
    arrange(AILMENTS["a person who is blocked"], emulator)

    assert "Default\t1" in command("opt-outs")[1]
    assert command("opt-outs", "Default")[1].splitlines()[1] == "***\t2026-03-02 09:30\tno"
    assert command("opt-outs", "--check", PERSON)[1] == "opt_out_list_name\nDefault\n"
    assert command("opt-outs", "--check", GOOD) == (0, "", "on no list\n")
    assert PERSON in command("opt-outs", "Default", "--show-numbers")[1]
    assert command("opt-outs", "absent")[0] == 3
    code, out, err = command("opt-outs", "Default", "--check", PERSON.removeprefix("+"))
    assert (code, out) == (2, "")  # a number of another form is not said to be on no list
    assert "opt-outs: --check: " in err
    assert PERSON.removeprefix("+") not in err


def test_registrations_say_why_they_were_turned_down(command: Command, emulator: Emulator) -> None:
    """With the reviewers' words, but for numbers in them."""
    arrange(AILMENTS["a registration that was turned down"], emulator)

    _, out, _ = command("registrations", "--json")

    (row,) = json.loads(out)
    assert row["registration_status"] == "REQUIRES_UPDATES"
    assert row["denied"].startswith("OPT_IN_NOT_CLEAR: ")
    assert PERSON not in out


def test_a_text_is_sent(command: Command, emulator: Emulator) -> None:
    """Its id is printed; a dry run sends nothing."""
    made = healthy(client(emulator), emulator)
    arguments = ("send", GOOD, "Hello", "--from", made["PhoneNumberId"], "--type", "TRANSACTIONAL")

    assert command(*arguments, "--dry-run") == (0, "would be accepted\n", "")
    assert emulator.messages == []
    code, out, _ = command(*arguments)
    (sent,) = emulator.messages
    assert (code, out.strip(), sent.body) == (0, sent.message_id, "Hello")


def test_a_refusal_is_one_line(command: Command) -> None:
    """Exit code 3; the recipient is not repeated."""
    code, out, err = command("send", PERSON, "Hello", "--from", "phone-none")

    assert (code, out, err.count("\n")) == (3, "", 1)
    assert err.startswith(
        "smsvoice: SendTextMessage refused: ValidationException SENDER_ID_NOT_SUPPORTED"
    )
    assert PERSON not in err


TABLE = f"key,destination_phone_number,name\na,{GOOD},Ada\nb,12,Bob\n"


def test_a_table_is_shown_before_it_is_sent(
    command: Command, emulator: Emulator, tmp_path: Path
) -> None:
    """Each row once, also when the command is run again."""
    made = healthy(client(emulator), emulator)
    table = tmp_path / "spring.csv"
    table.write_text(TABLE)
    ledger = str(tmp_path / "spring.db")
    arguments = ["send", "Hello {name}", "--table", str(table), "--ledger", ledger]
    arguments += ["--from", made["PhoneNumberId"], "--pace", "100"]

    refused = CliRunner().invoke(app, arguments, input="n\n")
    assert refused.exit_code == 1
    assert "1 messages, 1 parts" in refused.output
    assert "row 2: destination_phone_number" in refused.output
    assert "Send 1 messages (1 parts)? [y/N]" in refused.output
    assert command(*arguments, "--dry-run")[0] == 1
    assert emulator.messages == []

    code, out, _ = command(*arguments, "--yes")

    assert (code, out.splitlines()[-1][:6]) == (1, "sent 1")
    assert [one.body for one in emulator.messages] == ["Hello Ada"]
    table.write_text(TABLE.rpartition("b,")[0])
    code, out, _ = command(*arguments, "--yes")
    assert (code, out.splitlines()[-1]) == (0, "skipped 1")
    assert GOOD not in refused.output + out


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["send"], "give a recipient and a text"),
        (["send", "a", "b", "--table", "x.csv"], "send: TEXT: give one text"),
        (["send", "a", "--table", "absent.csv"], "there is no file absent.csv"),
        (["iam"], "give operations"),
        (["iam", "SendTextMesage"], "did you mean SendTextMessage?"),
        (["iam", "--scan", "absent"], "there is no absent"),
    ],
)
def test_mistakes_are_one_line(
    arguments: Sequence[str],
    part: str,
    command: Command,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Exit code 2, as of wrong options."""
    monkeypatch.chdir(tmp_path)
    code, out, err = command(*arguments)

    assert (code, out, err.count("\n")) == (2, "", 1)
    assert part in err
    assert command("numbers", "--absent")[0] == 2


def test_segments_are_counted_without_a_call(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From an argument or standard input; what makes a text long is named."""
    _, out, _ = command("segments", "Ready \u2013 \u0151")
    assert out.splitlines() == [
        "1 part, UNICODE, 9 units, 61 left before another part",
        "Unicode because of '\u2013' (instead: '-'), '\u0151' (no replacement)",
    ]
    monkeypatch.setattr("sys.stdin.read", lambda: "x" * 1600 + "\n", raising=False)
    _, out, _ = command("segments", "-")
    assert out.startswith("11 parts, GSM, 1600 units")
    assert "too long" in out
    assert json.loads(command("segments", "Hi", "--json")[1])["parts"] == 1


def test_a_policy_is_printed(command: Command, tmp_path: Path) -> None:
    """For operations, for the doctor, and for programs; what is open goes to standard error."""
    code, out, err = command("iam", "SendTextMessage", "--account", "111122223333")
    assert (code, json.loads(out)["Version"]) == (0, "2012-10-17")
    assert "111122223333:pool/*" in out
    assert err.startswith("SendTextMessage: see the note")

    assert "sms-voice:DescribeSpendLimits" in command("iam", "--for-doctor")[1]

    program = tmp_path / "app.py"
    program.write_text(
        "import smsvoice\ndef f(sms, x):\n    sms.pools.list()\n    x.send_text('')\n"
    )
    code, out, err = command("iam", "--scan", str(tmp_path))
    assert (code, err.count("\n")) == (1, 1)
    assert f"{program}:4: send_text: it may need" in err
    assert json.loads(out)["Statement"][0]["Action"] == ["sms-voice:DescribePools"]

    _, out, err = command("iam", *operations.names())
    assert len("".join(out.split())) > 6144
    assert "characters, and a managed policy at most 6,144" in err


def test_a_terminal_gets_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    """With all that a row has."""
    screen = Console(force_terminal=True, width=60, no_color=True)
    rows = [{"a_name": "x", "yes": True, "some": ["SMS", "MMS"], "none": None}]

    print_rows(rows, as_json=False, empty="", console=screen)

    out = capsys.readouterr().out
    assert "a name" in out
    assert "SMS MMS" in out


def test_without_the_extra_the_remedy_is_named(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What needs nothing goes on working."""
    monkeypatch.delitem(sys.modules, "smsvoice.cli._app")
    monkeypatch.setitem(sys.modules, "typer", None)

    code, out, err = command("doctor")

    assert (code, out) == (2, "")
    assert 'typer is not installed: pip install "smsvoice[cli]"' in err
    assert command("--version") == (0, f"smsvoice {smsvoice.__version__}\n", "")
    assert command("emulator", "--account", "12")[0] == 2


def test_a_module_of_ours_that_is_missing_is_no_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """A broken installation is not taken for one without the extra."""
    monkeypatch.delitem(sys.modules, "smsvoice.cli._app")
    monkeypatch.setitem(sys.modules, "smsvoice.cli._doctor", None)

    with pytest.raises(ImportError, match=r"smsvoice\.cli\._doctor"):
        main(["doctor"])


def test_the_emulator_is_one_of_the_commands() -> None:
    """With its own options, also where another option stands before it."""
    made = CliRunner().invoke(app, ["emulator", "--account", "12"])

    assert made.exit_code == 2
    assert "emulator" in CliRunner().invoke(app, ["--help"]).output
    assert CliRunner().invoke(app, ["--version"]).output == f"smsvoice {smsvoice.__version__}\n"


@pytest.mark.long
def test_the_module_is_the_command(address: str) -> None:
    """In a process of its own, as a shell runs it; completion is there."""
    run = [sys.executable, "-m", "smsvoice"]
    done = subprocess.run([*run, "limits", "--json"], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout)[0]["limit"] == "ACCOUNT_TIER"

    shown = subprocess.run(
        [*run, "--show-completion", "bash"], capture_output=True, text=True, check=False
    )
    assert "_SMSVOICE_COMPLETE" in shown.stdout
