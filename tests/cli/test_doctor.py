"""`smsvoice doctor`: what it prints, its exit codes, and its JSON."""

import json

import pytest

from smsvoice import Emulator
from tests.factories.ailing_accounts import AILMENTS, PERSON, arrange, client, healthy
from tests.factories.commands import Command


def test_a_healthy_account(command: Command, emulator: Emulator) -> None:
    """One line, and exit code 0."""
    healthy(client(emulator), emulator)

    assert command("doctor") == (0, "Nothing is wrong.\n", "")


@pytest.mark.parametrize(
    ("ailment", "code"),
    [("a person who is blocked", 1), ("missing permissions", 4), ("RCS", 4), ("sandbox", 1)],
)
def test_ailments_have_exit_codes(
    ailment: str, code: int, command: Command, emulator: Emulator
) -> None:
    """1 for errors, 4 for warnings and what could not be checked; no number is shown."""
    known = AILMENTS[ailment]
    arrange(known, emulator)

    ended, out, _ = command("doctor", *(["--to", known.to] if known.to else []))

    assert ended == code
    for severity, check, part in known.finds:
        assert f"{severity:9} {check}: " in out
        assert part in out
    assert "remedy: " in out
    assert "https://docs.aws.amazon.com/" in out
    assert PERSON not in out


def test_the_json_keeps_its_names(command: Command, emulator: Emulator) -> None:
    """And shows numbers only when they are asked for."""
    arrange(AILMENTS["a number without registration"], emulator)

    code, out, _ = command("doctor", "--json")
    shown = json.loads(command("doctor", "--json", "--show-numbers")[1])

    report = json.loads(out)
    assert (code, report["format"]) == (1, 1)
    assert report["counts"] == {"error": 1, "warning": 1, "note": 0, "unchecked": 0}
    first = report["findings"][0]
    assert list(first) == ["severity", "check", "what", "remedy", "link", "why", "resource_id"]
    assert (first["severity"], first["check"]) == ("error", "phone-numbers")
    assert "+1" not in out
    assert shown["findings"][0]["phone_number"].startswith("+1")


@pytest.mark.parametrize("fault", ["access_denied", "throttle"])
def test_numbers_are_shown_beside_their_ids(
    fault: str, command: Command, emulator: Emulator
) -> None:
    """With `--show-numbers`; what refuses to show them changes nothing else."""
    arrange(AILMENTS["a number without registration"], emulator)

    _, out, _ = command("doctor", "--show-numbers")
    emulator.faults.add(fault, operation="DescribeVerifiedDestinationNumbers", share=1.0)
    code, again, _ = command("doctor", "--show-numbers")

    assert "cannot send [+1" in out
    assert (code, again) == (1, out)


@pytest.mark.parametrize(
    ("fault", "part"),
    [("unrecognized_client", "AWS knows no such access key"), ("expired_token", "have expired")],
)
def test_what_cannot_be_asked_is_one_line(
    fault: str, part: str, command: Command, emulator: Emulator
) -> None:
    """With exit code 3, and no traceback."""
    emulator.faults.add(fault, share=1.0)

    code, out, err = command("doctor")

    assert (code, out, err.count("\n")) == (3, "", 1)
    assert err.startswith("smsvoice: ")
    assert part in err


def test_a_recipient_that_is_no_number_is_a_mistake(command: Command) -> None:
    """It is not repeated."""
    code, _, err = command("doctor", "--to", "2065550142")

    assert code == 2
    assert "to: " in err
    assert "2065550142" not in err
