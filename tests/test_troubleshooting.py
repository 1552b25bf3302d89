"""The page on troubleshooting has the texts that people see: each is produced here, none is made up."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import boto3
import pytest
from botocore.config import Config

from smsvoice import Emulator, PhoneNumber, Settings, SmsVoice

PAGE = Path(__file__).parent.parent / "docs" / "guides" / "troubleshooting.md"
POOL = "pool-0123456789abcdef0123456789abcdef"
CANADA, BRITAIN, CHINA = "+16045550142", "+447700900123", "+8613800138000"
VARYING = (
    (r"\[request [0-9a-f-]{36}\]", "[request ...]"),
    (r"left at .* UTC", "left at ... UTC"),
    (r"\b(phone|nc|protect)-[0-9a-f]{17,}", r"\1-..."),
)
ONCE = Config(retries={"total_max_attempts": 1})


def account(**settings: Any) -> tuple[Emulator, SmsVoice]:
    """An account of its own, whose calls are made once."""
    emulator = Emulator(settings=Settings(seconds_to_settle=0, **settings))
    return emulator, SmsVoice(emulator.session(), config=ONCE)


def number(sms: SmsVoice, country: str = "CA", kind: Any = "LONG_CODE", **more: Any) -> PhoneNumber:
    """A number as it is a moment after its request."""
    made = sms.phone_numbers.request(
        iso_country_code=country,
        message_type="TRANSACTIONAL",
        number_capabilities=["SMS"],
        number_type=kind,
        **more,
    )
    return made.refresh()


def text(sms: SmsVoice, to: str = BRITAIN, **more: Any) -> None:
    """Send one."""
    sms.messages.send_text(to, **({"message_body": "Hello"} | more))


def send_by(sender: PhoneNumber, to: str) -> None:
    """Send one from a number."""
    sender.send_text(to, message_body="Hello")


def struck(kind: str) -> Callable[[], None]:
    """A text that meets a fault."""

    def send() -> None:
        emulator, sms = account()
        emulator.faults.add(kind, operation="SendTextMessage")
        text(sms)

    return send


def on(act: Callable[[Emulator, SmsVoice], object], **settings: Any) -> Callable[[], object]:
    """Something that is done in an account."""
    return lambda: act(*account(**settings))


def opted_out(emulator: Emulator, sms: SmsVoice) -> None:
    """Text a person who answered STOP."""
    ours = number(sms)
    emulator.inbound(CANADA, ours.data.phone_number, "STOP")
    send_by(ours, CANADA)


def protected(_: Emulator, sms: SmsVoice) -> None:
    """Text a country that a rule blocks."""
    rules = sms.protect_configurations.create()
    rules.update_country_rules("SMS", {"GB": "BLOCK"})
    text(sms, protect_configuration_id=rules.id)


def notify(_: Emulator, sms: SmsVoice, template: str | None = None) -> None:
    """Send a code."""
    made = sms.notify_configurations.create(
        display_name="Example Shop",
        use_case="CODE_VERIFICATION",
        enabled_channels=["SMS"],
        default_template_id=template,
    )
    made.send_text(CANADA, template_variables={"code": "481516"})


def impatient(emulator: Emulator, sms: SmsVoice) -> None:
    """Wait for less time than a number takes."""
    emulator.settings.seconds_to_settle = 60
    number(sms).wait_until_active(timeout=0)


def nowhere() -> None:
    """Call an address where nothing answers."""
    session = boto3.Session("key", "secret", region_name="us-east-1")
    text(SmsVoice(session, endpoint_url="http://127.0.0.1:9", config=ONCE))


def disabled(emulator: Emulator, sms: SmsVoice) -> None:
    """Send from an account that AWS has paused."""
    emulator.settings.account_refusal = "ACCOUNT_DISABLED"
    text(sms)


TEMPLATE = "notify-code-verification-english-001"
CAUSES: dict[str, Callable[[], object]] = {
    "no region": SmsVoice,
    "no credentials": lambda: text(SmsVoice(region_name="us-east-1")),
    "nothing answers": nowhere,
    "expired": struck("expired_token"),
    "unknown key": struck("unrecognized_client"),
    "IAM": struck("access_denied"),
    "no plus sign": on(lambda _, sms: text(sms, "2065550142")),
    "too long": on(lambda _, sms: text(sms, message_body="x" * 1601)),
    "misspelt value": on(lambda _, sms: text(sms, message_type="TRANSACTION")),
    "other names": on(lambda _, sms: sms.api.send_text_message(to=CANADA, body="Hello")),  # type: ignore[call-arg]
    "verb of a collection": on(lambda _, sms: sms.send_text(CANADA)),  # type: ignore[attr-defined]
    "dict": on(lambda _, sms: sms.opt_out_lists.create("x")["Name"]),  # type: ignore[index]
    "not loaded": on(lambda _, sms: sms.pools.at(POOL).data),
    "missing member": on(notify),
    "no sender": on(lambda _, sms: text(sms, "+12065550142")),
    "pending": on(lambda _, sms: send_by(number(sms, "US", "TOLL_FREE"), "+12065550142")),
    "abroad": on(lambda _, sms: send_by(number(sms, "US", "TOLL_FREE"), CANADA)),
    "registration": on(lambda _, sms: number(sms, "US", "TOLL_FREE").wait_until_active()),
    "timeout": on(impatient),
    "review": lambda: notify(Emulator(), SmsVoice(Emulator().session()), TEMPLATE),
    "no such thing": on(lambda _, sms: sms.pools.get(POOL)),
    "protected": on(lambda _, sms: number(sms, deletion_protection_enabled=True).release()),
    "sandbox": on(lambda _, sms: send_by(number(sms), CANADA), sandbox=True),
    "opted out": on(opted_out),
    "blocked by a rule": on(protected),
    "blocked country": on(lambda _, sms: text(sms, CHINA)),
    "spend limit": on(lambda _, sms: text(sms), spend_limit=0),
    "throttled": struck("throttle"),
    "disabled": on(disabled),
    "lost answer": struck("drop_after"),
    "500": struck("500"),
    "HTML": struck("html_200"),
    "other service": on(lambda emulator, _: emulator.session().client("sns").list_topics()),
}


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """No region and no credentials."""
    for name in ("AWS_REGION", "AWS_DEFAULT_REGION", "AWS_ACCESS_KEY_ID", "AWS_PROFILE"):
        monkeypatch.delenv(name, raising=False)
    for name in ("AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE"):
        monkeypatch.setenv(name, "/nowhere")
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")


def printed() -> list[str]:
    """The texts in the first columns of the tables of errors."""
    rows = re.findall(r"^\| (`.*?`+) \|", PAGE.read_text("utf-8"), re.MULTILINE)
    return [row.strip("`").strip() for row in rows if " " in row]


@pytest.mark.parametrize("cause", CAUSES)
def test_the_text_stands_on_the_page(cause: str) -> None:
    """As a person meets it, but for ids and times."""
    with pytest.raises(Exception) as met:
        CAUSES[cause]()

    seen = str(met.value)
    for pattern, shown in VARYING:
        seen = re.sub(pattern, shown, seen)
    assert seen in printed()


def test_the_page_has_no_text_beyond_these() -> None:
    """One for each cause."""
    assert len(printed()) == len(set(printed())) == len(CAUSES)
