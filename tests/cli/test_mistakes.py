"""Wrong arguments: one line that repeats none of them."""

import pytest
from rich.console import Console

from smsvoice.cli._output import print_rows
from tests.factories.commands import Command
from tests.factories.constants import GOOD


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (
            ["send", GOOD, "Your", "code", "is", "481516"],
            "send: too many arguments: put a text with blanks in quotes",
        ),
        (["doctor", GOOD], "doctor: too many arguments; see --help"),
        ([GOOD, "hi"], "there is no such command; --help lists them"),
        (["nubmers"], "there is no such command; did you mean numbers?"),
        (["send", "--pace", "481516x"], "send: --pace: must be a number"),
        (["send", "--pace"], "--pace: needs a value"),
        (["send", "--yes=481516"], "--yes: takes no value"),
        (["send", f"--{GOOD}"], "send: there is no such option; --help lists them"),
        (["numbers", "--jsn"], "numbers: there is no such option; did you mean --json?"),
        (["segments"], "segments: TEXT: is missing"),
    ],
)
def test_no_value_is_repeated(arguments: list[str], line: str, command: Command) -> None:
    """Neither a number nor a code."""
    assert command(*arguments) == (2, "", f"smsvoice: {line}\n")


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["doctor", "--to", GOOD[1:]], "smsvoice: doctor: --to: "),
        (["send", GOOD[1:], "Hello"], "smsvoice: send: TO: "),
    ],
)
def test_options_are_named_as_they_are_written(
    arguments: list[str], part: str, command: Command
) -> None:
    """Not as Python's arguments."""
    code, _, err = command(*arguments)

    assert (code, err.count("\n")) == (2, 1)
    assert err.startswith(part)
    assert GOOD[1:] not in err


def test_a_region_that_is_missing_names_the_option(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the environment variable."""
    monkeypatch.delenv("AWS_DEFAULT_REGION")
    monkeypatch.setenv("AWS_CONFIG_FILE", "absent")

    code, _, err = command("numbers")

    assert (code, err.count("\n")) == (2, 1)
    assert "give --region, set the environment variable AWS_DEFAULT_REGION" in err


def test_without_arguments_the_help_is_shown(command: Command) -> None:
    """And with a question for it."""
    code, out, err = command()
    assert code in {0, 2}
    assert "opt-outs" in out + err
    assert command("--help")[0] == 0


def test_an_id_stays_on_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    """Cells stand below each other where a table is too wide."""
    screen = Console(force_terminal=True, width=80, no_color=True)
    wanted = [f"phone-{'0123456789abcdef' * 2}", f"pool-{'0123456789abcdef' * 2}"]
    rows = [{"phone_number_id": wanted[0], "status": "ACTIVE", "pool_id": wanted[1]}] * 2

    print_rows(rows, as_json=False, empty="", console=screen)

    block = [f"phone number id  {wanted[0]}", "status           ACTIVE"]
    block.append(f"pool id          {wanted[1]}")
    assert capsys.readouterr().out.splitlines() == [*block, "", *block]
