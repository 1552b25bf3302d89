"""Codes against the emulator: notify configurations, numbers, pools and agents; feedback."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from smsvoice import (
    AsyncSmsVoice,
    ConflictError,
    Emulator,
    RequestError,
    ResourceNotFoundError,
    ServiceError,
    ServiceQuotaExceededError,
    SmsVoice,
)
from smsvoice.codes import (
    AsyncCodeVerifier,
    CheckStatus,
    CodeRefusedError,
    CodeVerifier,
    MemoryStore,
    RefusalReason,
)
from smsvoice.sync.resources.notify import NotifyConfiguration
from tests.factories.codes import NUMBER, SECRET, Clock
from tests.factories.notify import ENGLISH, RETIRED, WITH_MINUTES, WITHOUT_VOICE


@dataclass
class Shop:
    """An account with a configuration, and clocks that stand."""

    emulator: Emulator
    sms: SmsVoice
    configuration: NotifyConfiguration
    clock: Clock

    def verifier(self, sender: Any = None, **more: Any) -> CodeVerifier:
        """A verifier of it."""
        given: dict[str, Any] = {"store": MemoryStore(), "secret": SECRET, "clock": self.clock}
        return CodeVerifier(sender or self.configuration, **(given | more))

    @property
    def code(self) -> str:
        """The digits of the newest message."""
        digits = "".join(c for c in self.emulator.messages[-1].body or "" if c.isdigit())
        return digits[:6]


@pytest.fixture
def shop() -> Iterator[Shop]:
    """A shop in the United States."""
    with Emulator(clock_runs=False, seed=7) as emulator, SmsVoice(emulator.session()) as sms:
        configuration = sms.notify_configurations.create(
            display_name="Shop",
            use_case="CODE_VERIFICATION",
            enabled_channels=["SMS", "VOICE"],
            default_template_id=ENGLISH,
            enabled_countries=["US", "DE"],
        )
        emulator.advance(60)
        yield Shop(emulator, sms, sms.notify_configurations.at(configuration.id), Clock())


def test_a_text_and_then_a_call_with_the_same_code(shop: Shop) -> None:
    verifier = shop.verifier()
    sent = verifier.send(NUMBER, purpose="login")
    text = shop.emulator.messages[-1]
    code = shop.code
    assert (text.message_id, text.channel) == (sent.message_id, "SMS")
    shop.clock.advance(30)
    verifier.send(NUMBER, purpose="login", channel="voice")

    assert shop.emulator.messages[-1].channel == "VOICE"
    assert shop.code == code
    assert verifier.check(NUMBER, code, purpose="login")


def test_countries_are_those_of_the_configuration(shop: Shop) -> None:
    verifier = shop.verifier()
    with pytest.raises(CodeRefusedError, match="BLOCKED_COUNTRY"):
        verifier.send("+33612345678", purpose="login")
    verifier.send("+4915123456789", purpose="login")

    with pytest.raises(CodeRefusedError) as caught:
        shop.verifier(countries=["DE"]).send(NUMBER, purpose="login")
    assert caught.value.why is RefusalReason.BLOCKED_COUNTRY


def test_another_template_with_another_variable(shop: Shop) -> None:
    verifier = shop.verifier(template_id=WITH_MINUTES, lifetime=300)
    verifier.send(NUMBER, purpose="login", variables={"minutes": "5"})
    assert "within 5 minutes" in (shop.emulator.messages[-1].body or "")
    german = "notify-code-verification-german-001"
    verifier.send(NUMBER, purpose="pay", template_id=german)
    assert "Ihr Code ist" in (shop.emulator.messages[-1].body or "")
    assert verifier.check(NUMBER, shop.code, purpose="pay")


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"variables": {"minutes": "500"}}, "minutes"),
        ({"variables": {"hours": "1"}}, "hours"),
        ({"variables": {"code": "123456"}}, "variables"),
        ({"text": "{code}"}, "text"),
    ],
)
def test_what_a_template_refuses_is_refused_before_anything_is_counted(
    shop: Shop, more: dict[str, Any], field: str
) -> None:
    verifier = shop.verifier(template_id=WITH_MINUTES)
    with pytest.raises(RequestError) as caught:
        verifier.send(NUMBER, purpose="login", **more)

    assert field in [problem.field for problem in caught.value.problems]
    verifier.send(NUMBER, purpose="login")


def test_a_named_variable_and_named_countries_need_no_look_at_aws(shop: Shop) -> None:
    verifier = shop.verifier(code_variable="code", countries=["US"])
    verifier.send(NUMBER, purpose="login")

    assert verifier.check(NUMBER, shop.code, purpose="login")
    assert vars(verifier._settings.rules.sender)["_configuration"] is None


@pytest.mark.parametrize(
    ("template_id", "channel", "error"),
    [
        ("notify-no-such-template", "text", ResourceNotFoundError),
        (RETIRED, "text", ConflictError),
        (WITHOUT_VOICE, "voice", Exception),
    ],
)
def test_a_template_that_cannot_be_sent(
    shop: Shop, template_id: str, channel: Any, error: type[Exception]
) -> None:
    with pytest.raises(error):
        shop.verifier().send(NUMBER, purpose="login", template_id=template_id, channel=channel)

    assert list(shop.emulator.messages) == []


def test_a_configuration_without_a_template(shop: Shop) -> None:
    shop.configuration.update(default_template_id="UNSET_DEFAULT_TEMPLATE")
    with pytest.raises(RequestError, match="template_id: is missing"):
        shop.verifier().send(NUMBER, purpose="login")


def test_text_is_not_for_a_configuration(shop: Shop) -> None:
    with pytest.raises(RequestError, match="text: is for senders of your own"):
        shop.verifier(text="{code}")


def test_a_recipient_who_opted_out(shop: Shop) -> None:
    """It is an error of AWS; the next send waits for the cooldown."""
    shop.sms.api.put_opted_out_number(opt_out_list_name="Default", opted_out_number=NUMBER)
    verifier = shop.verifier()
    with pytest.raises(ConflictError) as caught:
        verifier.send(NUMBER, purpose="login")
    assert caught.value.is_opted_out
    with pytest.raises(CodeRefusedError, match="COOLDOWN"):
        verifier.send(NUMBER, purpose="login")


def test_a_limit_of_aws_counts_as_a_send(shop: Shop) -> None:
    """Notify takes ten a day to one recipient: only a number that is delivered to shows it."""
    verifier = shop.verifier(cooldown=0, per_number=(11, 86_400))
    for _ in range(10):
        verifier.send(NUMBER, purpose="login")
    with pytest.raises(ServiceQuotaExceededError):
        verifier.send(NUMBER, purpose="login")
    with pytest.raises(CodeRefusedError, match="TOO_MANY_SENDS"):
        verifier.send(NUMBER, purpose="login")


@pytest.mark.parametrize("which", ["number", "messages"])
def test_senders_of_ones_own(shop: Shop, which: str) -> None:
    number = shop.sms.phone_numbers.request(
        iso_country_code="US",
        message_type="TRANSACTIONAL",
        number_capabilities=["SMS", "VOICE"],
        number_type="SIMULATOR",
    )
    shop.emulator.advance(60)
    sender = number if which == "number" else shop.sms.messages
    origin = {} if which == "number" else {"origination_identity": number.id}
    verifier = shop.verifier(
        sender,
        text="Shop: {code} is your code",
        options={"message_type": "TRANSACTIONAL"} | origin,
        voice_options={"voice_id": "JOANNA"} | origin,
    )
    to = "+14254147755"
    verifier.send(to, purpose="login", context={"order": "7"})
    message = shop.emulator.messages[-1]
    assert message.body == f"Shop: {shop.code} is your code"
    assert message.context == {"order": "7"}
    shop.clock.advance(30)
    verifier.send(to, purpose="login", channel="voice", text="Say {{{code}}}")
    spoken = shop.emulator.messages[-1].body or ""
    assert spoken == f"Say {{{', '.join(shop.code)}}}"
    assert verifier.check(to, shop.code, purpose="login")


def test_pools_agents_and_sender_ids_send_too(shop: Shop) -> None:
    """What there is none of, AWS refuses; a sender ID cannot call."""
    text = "{code}"
    for sender in (shop.sms.pools.at("pool-1"), shop.sms.rcs_agents.at("rcs-1")):
        with pytest.raises(ServiceError, match="SendTextMessage refused"):
            shop.verifier(sender, text=text).send(NUMBER, purpose="login")
    named = shop.verifier(shop.sms.sender_ids.at("SHOP", "GB"), text=text)
    with pytest.raises(RequestError, match="channel: this sender cannot call"):
        named.send(NUMBER, purpose="login", channel="voice")


def feedback_of(shop: Shop) -> list[str | None]:
    """The feedback on each message."""
    return [message.feedback for message in shop.emulator.messages]


def test_a_right_code_reports_received_and_an_expired_one_failed(shop: Shop) -> None:
    verifier = shop.verifier(feedback=True)
    verifier.send(NUMBER, purpose="login")
    assert feedback_of(shop) == ["PENDING"]
    verifier.check(NUMBER, "000000", purpose="login")
    assert verifier.check(NUMBER, shop.code, purpose="login")
    assert feedback_of(shop) == ["RECEIVED"]
    shop.clock.advance(30)
    verifier.send(NUMBER, purpose="login")
    shop.clock.advance(600)
    for _ in range(2):
        assert verifier.check(NUMBER, shop.code, purpose="login").status is CheckStatus.EXPIRED
    assert feedback_of(shop) == ["RECEIVED", "FAILED"]
    verifier.send(NUMBER, purpose="login")
    shop.clock.advance(600)
    verifier.send(NUMBER, purpose="login")
    assert feedback_of(shop) == ["RECEIVED", "FAILED", "FAILED", "PENDING"]


def test_without_feedback_nothing_is_reported(shop: Shop) -> None:
    verifier = shop.verifier()
    verifier.send(NUMBER, purpose="login")
    verifier.check(NUMBER, shop.code, purpose="login")

    assert feedback_of(shop) == [None]


def test_a_report_that_fails_fails_no_check(shop: Shop, caplog: pytest.LogCaptureFixture) -> None:
    verifier = shop.verifier(feedback=True)
    sent = verifier.send(NUMBER, purpose="login")
    code = shop.code
    shop.emulator.clear_messages()  # so AWS knows no such message
    with caplog.at_level(logging.WARNING, "smsvoice"):
        assert verifier.check(NUMBER, code, purpose="login")

    line = f"feedback RECEIVED of message {sent.message_id} failed: ResourceNotFoundError"
    assert line in caplog.text


async def test_the_async_verifier_on_a_configuration(shop: Shop) -> None:
    sms = AsyncSmsVoice(session=shop.emulator.session())
    configuration = sms.notify_configurations.at(shop.configuration.id)
    store = MemoryStore()
    verifier = AsyncCodeVerifier(
        configuration, store=store, secret=SECRET, clock=shop.clock, feedback=True
    )
    await verifier.send(NUMBER, purpose="login")
    with pytest.raises(CodeRefusedError, match="BLOCKED_COUNTRY"):
        await verifier.send("+33612345678", purpose="login")
    assert shop.verifier(store=store).check(NUMBER, "1", purpose="login").attempts_left == 5
    assert await verifier.check(NUMBER, shop.code, purpose="login")
    assert feedback_of(shop) == ["RECEIVED"]
    sms.boto_client.close()
