"""Clients that share no code with ours: AWS's command line, with its own botocore, and JavaScript.

They are looked for where SMSVOICE_CLIENTS says, ~/.cache/smsvoice-clients otherwise, and installed
there by their package managers when they are missing.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from smsvoice.emulator import Emulator
from smsvoice.emulator.frontends.server import App, serving
from tests.long.calls import PERSON, STEPS, filled
from tests.once import alone

pytestmark = pytest.mark.long
CLIENTS = Path(os.environ.get("SMSVOICE_CLIENTS", "~/.cache/smsvoice-clients")).expanduser()
JAVASCRIPT = "@aws-sdk/client-pinpoint-sms-voice-v2"


@pytest.fixture
def emulator() -> Iterator[Emulator]:
    """An emulator whose time runs."""
    with Emulator() as made:
        yield made


@pytest.fixture
def environment(emulator: Emulator, tmp_path: Path) -> Iterator[dict[str, str]]:
    """Where clients find it: all that they are told."""
    nowhere = str(tmp_path / "none")
    kept = {name: value for name, value in os.environ.items() if not name.startswith("AWS_")}
    with serving(App(emulator)) as url:
        yield kept | {
            "AWS_ENDPOINT_URL_PINPOINT_SMS_VOICE_V2": url,
            "AWS_ACCESS_KEY_ID": "a",
            "AWS_SECRET_ACCESS_KEY": "b",
            "AWS_REGION": "us-east-1",
            "AWS_DEFAULT_REGION": "us-east-1",
            "AWS_CONFIG_FILE": nowhere,
            "AWS_SHARED_CREDENTIALS_FILE": nowhere,
            "AWS_MAX_ATTEMPTS": "1",
            "NODE_PATH": str(CLIENTS / "node" / "node_modules"),
        }


@pytest.fixture(scope="session")
def aws() -> str:
    """AWS's command line."""
    place = CLIENTS / "awscli"
    command = place / "bin" / "aws"
    with alone(place):
        if not command.exists():
            subprocess.run([sys.executable, "-m", "venv", str(place)], check=True)
            subprocess.run([str(place / "bin" / "pip"), "install", "-q", "awscli"], check=True)
    return str(command)


@pytest.fixture(scope="session")
def javascript() -> Path:
    """The script that calls with AWS's JavaScript SDK."""
    place = CLIENTS / "node"
    install = ["npm", "install", "--no-audit", "--no-fund", "--prefix", str(place), JAVASCRIPT]
    with alone(place):
        if not (place / "node_modules" / JAVASCRIPT).exists():
            place.mkdir(parents=True, exist_ok=True)
            subprocess.run(install, check=True)
    return Path(__file__).with_name("clients") / "calls.cjs"


class CommandLine:
    """AWS's command line, at the emulator."""

    def __init__(self, command: str, environment: dict[str, str]) -> None:
        self._start = [command, "pinpoint-sms-voice-v2"]
        self._environment = environment

    def run(self, operation: str, request: dict[str, Any], *more: str) -> tuple[int, str, str]:
        """Make a call; the exit code, what it said, and what it complained of."""
        name = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", operation).lower()
        arguments = ["--cli-input-json", json.dumps(request), "--output", "json", *more]
        done = subprocess.run(
            [*self._start, name, *arguments],
            env=self._environment,
            capture_output=True,
            text=True,
            check=False,
        )
        return done.returncode, done.stdout, done.stderr

    def answer(self, operation: str, request: dict[str, Any], *more: str) -> Any:
        """The answer to a call that succeeds."""
        code, output, errors = self.run(operation, request, *more)
        assert code == 0, (operation, errors)
        return json.loads(output or "{}")


def test_the_command_line_does_it_all(
    aws: str, environment: dict[str, str], emulator: Emulator
) -> None:
    """Every step succeeds, and what it tells is what the emulator has."""
    command, answers = CommandLine(aws, environment), dict[str, Any]()
    for step in STEPS:
        answers[step.name] = command.answer(step.operation, filled(step.request, answers))
        emulator.advance(60)

    _must_be_right(answers, emulator)
    assert abs(_moment(answers["list"]["CreatedTimestamp"]) - datetime.now(UTC)).days == 0


def test_the_command_line_walks_pages(aws: str, environment: dict[str, str]) -> None:
    """Small pages, whole listing, filtered by its own query language."""
    command = CommandLine(aws, environment)
    for number in range(5):
        command.answer("CreateOptOutList", {"OptOutListName": f"page-{number}"})

    query = ("--page-size", "2", "--query", "OptOutLists[].OptOutListName")
    found = command.answer("DescribeOptOutLists", {}, *query)

    assert found == ["Default", *(f"page-{number}" for number in range(5))]


@pytest.mark.parametrize(
    ("operation", "request_members", "words"),
    [
        (
            "CreateOptOutList",
            {"OptOutListName": "Default"},
            ("ConflictException", "RESOURCE_ALREADY_EXISTS"),
        ),
        (
            "DescribeOptOutLists",
            {"OptOutListNames": ["none"]},
            ("ResourceNotFoundException", "opt-out-list"),
        ),
        (
            "SendTextMessage",
            {"DestinationPhoneNumber": PERSON, "MessageBody": "x", "MaxPrice": "0.00001"},
            ("ValidationException", "PRICE_OVER_THRESHOLD"),
        ),
    ],
)
def test_the_command_line_understands_refusals(
    aws: str,
    environment: dict[str, str],
    operation: str,
    request_members: dict[str, Any],
    words: tuple[str, ...],
) -> None:
    """Code and reason reach the person at the terminal."""
    code, _, errors = CommandLine(aws, environment).run(operation, request_members)

    assert code in (254, 255)
    assert all(word in errors for word in words), errors


def test_javascript_does_it_all(
    javascript: Path, environment: dict[str, str], emulator: Emulator
) -> None:
    """Every step, pages, dates, and errors of the right class with all their members."""
    done = subprocess.run(
        ["node", str(javascript)],
        input=json.dumps(STEPS),
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)

    _must_be_right(told["answers"], emulator)
    assert told["isDate"] is True
    assert [len(page) for page in told["pages"]] == [3, 3, 3]
    conflict = told["conflict"]
    assert (conflict["name"], conflict["typed"]) == ("ConflictException", True)
    assert (conflict["reason"], conflict["type"], conflict["id"]) == (
        "RESOURCE_ALREADY_EXISTS",
        "opt-out-list",
        "news",
    )
    assert (told["missing"]["name"], told["missing"]["status"]) == (
        "ResourceNotFoundException",
        400,
    )
    assert told["invalid"]["fields"] == ["DestinationPhoneNumber"]


def test_the_steps_cover_enough() -> None:
    """More than twenty-five operations."""
    assert len({step.operation for step in STEPS}) >= 40


def _must_be_right(answers: dict[str, Any], emulator: Emulator) -> None:
    assert answers["lists"]["OptOutLists"][0]["OptOutListName"] == "news"
    assert answers["opted_out"]["OptedOutNumbers"][0]["EndUserOptedOut"] is False
    assert {tag["Key"] for tag in answers["tags"]["Tags"]} == {"team", "stage"}
    assert answers["sets"]["ConfigurationSets"][0]["DefaultSenderId"] == "EXAMPLE"
    assert answers["destination"]["EventDestination"]["Enabled"] is False
    assert answers["numbers"]["PhoneNumbers"][0]["Status"] == "ACTIVE"
    assert answers["pools"]["Pools"][0]["Status"] == "ACTIVE"
    assert len(answers["identities"]["OriginationIdentities"]) == 1
    assert "HOURS" in {one["Keyword"] for one in answers["keywords"]["Keywords"]}
    assert answers["rules"]["CountryRuleSet"]["FR"]["ProtectStatus"] == "BLOCK"
    assert answers["registrations"]["Registrations"][0]["RegistrationStatus"] == "CREATED"
    assert len(answers["limits"]["AccountLimits"]) > 3
    (limit,) = [one for one in answers["spend"]["SpendLimits"] if one["Name"].startswith("TEXT")]
    assert (limit["EnforcedLimit"], limit["Overridden"]) == (5, True)
    (message,) = emulator.messages
    assert message.message_id == answers["sent"]["MessageId"]
    assert message.body == 'Grüße "aus" <Köln> 🎉'
    assert (message.context, message.feedback) == ({"order": "A-1042"}, "RECEIVED")


def _moment(told: Any) -> datetime:
    if isinstance(told, int | float):
        return datetime.fromtimestamp(told, UTC)
    return datetime.fromisoformat(told)
