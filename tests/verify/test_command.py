"""The command `python -m smsvoice.emulator.verify`: what it prints, asks, refuses and returns."""

import io
import json
import re
import signal
from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest

from smsvoice.emulator import Emulator
from smsvoice.emulator.frontends.server import App, serving
from smsvoice.emulator.verify.cleaning import sweep
from smsvoice.emulator.verify.command import main
from smsvoice.emulator.verify.contract import Difference, Outcome, judge
from smsvoice.emulator.verify.probes import PROBES
from smsvoice.emulator.verify.report import lines
from tests.verify.playing import ACCOUNT, REGION, client_of

QUICK = ("--only", "price-above-ceiling", "--only", "policy-without-json")


@pytest.fixture(autouse=True)
def _no_aws(monkeypatch: pytest.MonkeyPatch) -> None:
    """No credentials but made-up ones, and none of the machine's settings."""
    monkeypatch.setenv("AWS_CONFIG_FILE", "/none")
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", "/none")
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("AWS_DEFAULT_REGION", REGION)
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_PROFILE"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def url(other: Emulator) -> Iterator[str]:
    """The address of the emulator that plays the account."""
    with serving(App(other)) as made:
        yield made


def test_the_same_emulator_agrees(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 0, a line for each probe, and a count."""
    code = main(["--endpoint-url", url, "--yes", *QUICK])

    lines = capsys.readouterr().out.splitlines()
    assert code == 0
    assert lines == [
        "agrees       price-above-ceiling",
        "agrees       policy-without-json",
        "2 agrees",
    ]


def test_differences_are_printed_as_json(
    url: str, other: Emulator, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 1; no account id and no number in it."""
    other.faults.add("access_denied", operation="PutResourcePolicy")
    other.faults.refuse("SendTextMessage", reason="DESTINATION_COUNTRY_BLOCKED", times=2)

    probes = ("--only", "shared-route", "--only", "policy-without-json")
    code = main(["--endpoint-url", url, "--yes", "--json", *probes])

    text = capsys.readouterr().out
    first, second = json.loads(text)["probes"]
    assert code == 1
    assert (first["outcome"], second["outcome"]) == ("differs", "not settled")
    assert first["settles"] == "emulator-behaviour.md#sending"
    assert {
        "what": "2 SendTextMessage: reason",
        "emulator": "nothing",
        "account": "DESTINATION_COUNTRY_BLOCKED",
    } in first["differences"]
    assert ACCOUNT not in text
    assert "+1" not in text


@pytest.mark.parametrize(
    ("answer", "code"), [("y\n", 0), ("yes\n", 0), ("n\n", 2), ("\n", 2), ("", 2)]
)
def test_it_asks_before_it_starts(
    url: str,
    answer: str,
    code: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """With the account's last digits; no is the default."""
    terminal = io.StringIO(answer)
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    monkeypatch.setattr("sys.stdin", terminal)

    assert main(["--endpoint-url", url, *QUICK]) == code
    captured = capsys.readouterr()
    assert captured.err == "account ********4321, eu-west-1: run 2 probes? [y/N] "
    assert bool(captured.out) == (code == 0)


@pytest.mark.long
def test_it_does_not_start_where_it_cannot_ask(
    url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The error names the way out."""
    monkeypatch.setattr("sys.stdin", io.StringIO("y\n"))

    assert main(["--endpoint-url", url, *QUICK]) == 2
    assert "--yes" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({}, "no AWS credentials"),
        ({"AWS_ACCESS_KEY_ID": "EMULATOR"}, "access key is an emulator's"),
        (
            {
                "AWS_ACCESS_KEY_ID": "A",
                "AWS_ENDPOINT_URL_PINPOINT_SMS_VOICE_V2": "http://127.0.0.1:7",
            },
            "endpoint of the environment or the profile is an emulator's",
        ),
        ({"AWS_ACCESS_KEY_ID": "A", "AWS_DEFAULT_REGION": ""}, "--region"),
    ],
)
def test_aws_is_aws(
    environment: dict[str, str],
    words: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """What looks like an emulator wants --endpoint-url; nothing is called."""
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
        monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "b")

    assert main(["--aws", "--yes"]) == 2
    assert words in capsys.readouterr().err


def test_the_emulators_own_account_is_no_account_of_aws(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An emulator behind a name of AWS is known by its account."""
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "A")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "b")
    with Emulator() as emulator:
        session = emulator.session(REGION)
        monkeypatch.setattr("boto3.session.Session", lambda **_: session)
        monkeypatch.setattr(session.get_credentials(), "access_key", "A")

        assert main(["--aws", "--yes"]) == 2
    assert "account is an emulator's" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        ("access_denied", "refuses DescribeOptOutLists: AccessDeniedException"),
        ("expired_token", "refuses DescribeOptOutLists: ExpiredToken"),
    ],
)
def test_an_account_that_does_not_answer_is_named(
    url: str, other: Emulator, fault: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Before anything is made."""
    other.faults.add(fault)

    assert main(["--endpoint-url", url, "--yes"]) == 2
    assert words in capsys.readouterr().err


def test_an_address_without_a_server_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    """A profile that is not there is, too."""
    assert main(["--aws", "--yes", "--profile", "nowhere"]) == 2
    assert "cannot be reached" in capsys.readouterr().err


def test_the_listing_calls_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """For people, and the same for programs."""
    assert main(["--list"]) == 0
    text = capsys.readouterr().out
    assert main(["--list", "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)

    assert [one["name"] for one in listed] == [probe.name for probe in PROBES]
    assert "DeleteOptOutList" in listed[0]["calls"]
    assert re.findall(r"^(\S+): ", text, re.MULTILINE) == [one["name"] for one in listed]


def test_the_policy_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    """As IAM takes it; of the sends only the one that is tried dry."""
    assert main(["--policy"]) == 0
    told = json.loads(capsys.readouterr().out)

    actions = {action for one in told["Statement"] for action in one["Action"]}
    assert {name for name in actions if ":Send" in name or ":Request" in name} == {
        "sms-voice:SendTextMessage"
    }


def test_leftovers_are_swept(url: str, other: Emulator, capsys: pytest.CaptureFixture[str]) -> None:
    """Those of all runs; what cannot be removed is named, with exit code 1."""
    client = client_of(other)
    for name in ("smsvoice-verify-1-a", "smsvoice-verify-2-a", "mine"):
        client.create_opt_out_list(OptOutListName=name)

    code = main(["--endpoint-url", url, "--yes", "--sweep"])

    lists = client.describe_opt_out_lists()["OptOutLists"]
    assert (code, capsys.readouterr().out) == (0, "2 found, 2 removed\n")
    assert [one["OptOutListName"] for one in lists] == ["Default", "mine"]


def test_a_sweep_that_may_not_look_says_so(
    url: str, other: Emulator, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 2."""
    other.faults.add("access_denied", operation="DescribeConfigurationSets")

    assert main(["--endpoint-url", url, "--yes", "--sweep"]) == 2
    assert "leftovers cannot be looked for" in capsys.readouterr().err


def test_ctrl_c_ends_it_clean(
    url: str,
    other: Emulator,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Exit code 1; what was judged until then is printed; a second one changes nothing."""

    def interrupted(seconds: float) -> None:
        raise KeyboardInterrupt

    client = client_of(other)
    probes = ("--only", "no-policy", "--only", "put-twice")

    def again(*arguments: Any) -> tuple[int, list[str]]:
        signal.raise_signal(signal.SIGINT)
        return sweep(*arguments)

    impatient = partial(judge, pause=interrupted)
    monkeypatch.setattr("smsvoice.emulator.verify.command.judge", impatient)
    monkeypatch.setattr("smsvoice.emulator.verify.command.sweep", again)

    code = main(["--endpoint-url", url, "--yes", *probes])

    captured = capsys.readouterr()
    assert code == 1
    assert captured.out == "agrees       no-policy\n1 agrees\n"
    assert "ended" in captured.err
    assert len(client.describe_opt_out_lists()["OptOutLists"]) == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "required"),
        (["--aws", "--endpoint-url", "http://127.0.0.1:7"], "not allowed with"),
    ],
)
def test_there_is_one_target(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """AWS is named; it is no default."""
    with pytest.raises(SystemExit) as ended:
        main(arguments)

    assert ended.value.code == 2
    assert words in capsys.readouterr().err


def test_a_probe_that_there_is_not_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    """With the way to find those that there are."""
    assert main(["--list", "--only", "colours"]) == 2
    assert "colours; --list" in capsys.readouterr().err


@pytest.mark.long
def test_what_stays_is_named(
    url: str, other: Emulator, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exit code 1 although all agrees, and the way to remove it."""
    monkeypatch.setattr("smsvoice.emulator.verify.cleaning._PAUSE_SECONDS", 0.0)
    other.faults.add("access_denied", operation="DeleteOptOutList", times=100)

    code = main(["--endpoint-url", url, "--yes", "--only", "no-policy"])

    captured = capsys.readouterr()
    assert (code, captured.out) == (1, "agrees       no-policy\n1 agrees\n")
    assert re.search(r"removed: smsvoice-verify-\S+-no-policy-a; --sweep", captured.err)
    other.faults.clear()
    assert main(["--endpoint-url", url, "--yes", "--sweep"]) == 0


@pytest.mark.parametrize("may_look", [True, False])
def test_what_was_made_unheard_is_looked_for(
    url: str, other: Emulator, capsys: pytest.CaptureFixture[str], *, may_look: bool
) -> None:
    """Its answer had no id. At the end of the run; where that is not allowed, the run's prefix is named."""
    other.faults.add("cut_body", operation="CreateProtectConfiguration", at=5, times=100)
    if not may_look:
        other.faults.add("access_denied", operation="DescribeConfigurationSets", times=100)

    code = main(["--endpoint-url", url, "--yes", "--only", "rule-for-no-country"])

    captured = capsys.readouterr()
    left = client_of(other).describe_protect_configurations()["ProtectConfigurations"]
    assert code == 1
    assert "not settled  rule-for-no-country" in captured.out
    assert (bool(left), "smsvoice-verify-" in captured.err) == (not may_look, not may_look)


def test_the_first_differences_are_printed() -> None:
    """The rest is counted, and long values are cut."""
    differences = [Difference(str(number), "a" * 200, "b") for number in range(13)]
    printed = list(lines(Outcome(probe=PROBES[0], differences=differences)))

    assert len(printed) == 13
    assert printed[-1] == "    and 3 more, which --json prints"
    assert "a" * 100 + "... in the emulator, b here" in printed[2]
