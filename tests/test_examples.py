"""Every example runs against the built-in emulator, and tells the story that it promises."""

import importlib.util
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from smsvoice.emulator.engine.settings import Settings

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "examples"

TWO_WAY = [
    r"keyword  HOURS AUTOMATIC_RESPONSE: Open 9 to 5",
    r"keyword  JOIN OPT_IN: You are back on\.",
    r"person  hours\n +answer  Open 9 to 5, Monday to Friday\.\n +topic  keyword HOURS",
    r"person  Is there a doctor in the house\?\n +topic  keyword keyword_\d{12}",
    r"person  stop\n +answer  .*no more messages",
    r"opted out  by themselves: True",
    r"refused  SendTextMessage refused: .*DESTINATION_PHONE_NUMBER_OPTED_OUT",
    r"person  join\n +answer  You are back on\.",
    r"sent  a text to somebody who came back",
    r"released  <(Async)?PhoneNumber phone-\w+ (DISASSOCIATING|DELETED)>",
]
CAROUSEL = [
    r"agent  <(Async)?RcsAgent rcs-\w+ CREATED>",
    r"missing  \d+ fields\n +missing  2 fields",
    r"launched  CA ACTIVE: Bell, Rogers, Telus",
    r"sent  message [0-9a-f-]{36}",
    r"received  by RCS from rcs-",
    r"refused  RcsCarousel: card_contents: must have at least 2",
    r"refused  RcsReplyAction: text: must have at most 25 characters",
]
STORIES = {
    "bulk_campaign": [
        r"preview  59 rows, 59 parts, 1 seconds, 1 wrong \(row 12: destination_phone_number: must be",
        r"progress  done: 60 rows, 58 parts",
        r"sent  sent 58, refused 1, invalid 1",
        r"refused  customer-7: DESTINATION_PHONE_NUMBER_OPTED_OUT",
        r"again  skipped 59, invalid 1",
        r"in all  sent 58, refused 1",
        r"arrived  58 messages",
        r"exported  60 rows",
        r"customer-0,Ada 0,\+16045550100,sent,[0-9a-f-]{36},,1",
    ],
    "one_time_code": [
        r"will read  .*\d{6}",
        r"sent  message [0-9a-f-]{36}",
        r"received  ",
        r"refused  .*INVALID_PARAMETER|refused  .*code: is required",
        r"refused  .*DESTINATION_PHONE_NUMBER_OPTED_OUT",
        r"opted out  True",
    ],
    "protect_country": [
        r"rules  CA ALLOW, FR MONITOR, GB BLOCK",
        r"exception  ALLOW until \d\d:\d\d tomorrow",
        r"default  True",
        r"refused  Briton: DESTINATION_COUNTRY_BLOCKED_BY_PROTECT_CONFIGURATION",
        r"sent  colleague: message",
        r"sent  French: message",
        r"refused  colleague: DESTINATION_COUNTRY_BLOCKED_BY_PROTECT_CONFIGURATION",
        r"deleted  <ProtectConfiguration protect-",
    ],
    "rcs_carousel": CAROUSEL,
    "rcs_carousel_async": CAROUSEL,
    "shared_pool": [
        r"pool  <Pool pool-\w+ ACTIVE>",
        r"member  .* in CA\n +member  .* in CA",
        r"shared  PartnerMaySend: sms-voice:SendTextMessage",
        r"refused  PutResourcePolicy: .*must name only what the policy is put on",
        r"sent  message [0-9a-f-]{36}\n +from  \+1",
        r"private  the policy is gone",
    ],
    "toll_free_registration": [
        r"number  <PhoneNumber phone-\w+ PENDING>",
        r"blank  <Registration registration-\w+ CREATED>",
        r"section  Company: ",
        r"refused  PutRegistrationFieldValue: companyInfo\.isoCountryCode: must have at most 2",
        r"stored  20 fields\n +missing  companyInfo\.taxId: ",
        r"then  companyInfo\.taxIdAuthority, companyInfo\.taxIdCountry",
        r"submitted  version 1",
        r"denied  .*create_version\(\): OTHER: ",
        r"version  2 is a DRAFT",
        r"approved  <Registration registration-\w+ COMPLETE>",
        r"number  <PhoneNumber phone-\w+ ACTIVE>",
    ],
    "two_way_number": TWO_WAY,
    "two_way_number_async": TWO_WAY,
}
SERVERS = {
    "login_django",
    "login_fastapi",
    "message_table",
    "receipts_lambda",
    "sqs_worker",
    "webhook_fastapi",
}
"""What runs for long, and the module that these share: tests/events/test_examples_*.py."""

CLUSTERS = {"bulk_celery", "bulk_dask"}
"""What starts processes of its own: tests/long/test_bulk_examples.py."""


def example(name: str) -> ModuleType:
    """The example as a module."""
    spec = importlib.util.spec_from_file_location(f"example_{name}", EXAMPLES / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def settle_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let an example's emulator settle without a wait."""
    defaults = Settings.__init__.__kwdefaults__
    assert defaults is not None
    monkeypatch.setitem(defaults, "seconds_to_settle", 0.0)


@pytest.mark.parametrize("name", STORIES)
def test_an_example_prints_its_steps_in_order(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each line that matters comes, one after the other."""
    settle_at_once(monkeypatch)
    monkeypatch.setattr(sys, "argv", [f"{name}.py"])

    code = example(name).main()

    told = capsys.readouterr().out
    assert code == 0
    rest = told
    for line in STORIES[name]:
        found = re.search(line, rest)
        assert found is not None, f"{line!r} does not come, or not in its place, in:\n{told}"
        rest = rest[found.end() :]


def test_every_example_is_run() -> None:
    """None is forgotten."""
    assert {path.stem for path in EXAMPLES.glob("*.py")} == set(STORIES) | SERVERS | CLUSTERS


@pytest.mark.parametrize("name", ["two_way_number", "rcs_carousel"])
def test_both_flavours_raise_the_same_error(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """But for the names of classes and what is random, not a word differs."""
    settle_at_once(monkeypatch)

    told = []
    for flavour in (name, f"{name}_async"):
        example(flavour).main()
        told.append(re.sub(r"Async|[0-9a-f-]{12,}", "", capsys.readouterr().out))

    assert told[0] == told[1]


def test_an_example_runs_as_a_script() -> None:
    """As a newcomer would start it, in an environment that knows no AWS."""
    ran = subprocess.run(
        [sys.executable, "-W", "error", str(EXAMPLES / "protect_country.py")],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        cwd=ROOT,
        env={"PATH": "/usr/bin:/bin"},
    )

    assert ran.returncode == 0, ran.stderr
    assert "deleted" in ran.stdout


def test_a_text_over_aws_needs_a_recipient(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody is texted by default."""
    monkeypatch.setattr(sys, "argv", ["one_time_code.py", "--aws"])

    with pytest.raises(SystemExit) as ended:
        example("one_time_code").main()

    assert ended.value.code == 2
    assert "--to" in capsys.readouterr().err
