"""What every send has in common: the recipient, the terms, what forbids it, the price, the outbox.

The order of the checks is SERVICE's: what the request names, then whether the account may send,
then the recipient's state, then what is left to spend. Inferred: the sandbox also limits one-time
codes, its limit a day answers as the limit for one recipient does, and its limit a minute, which
time alone cures, as a throttled call.
"""

from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from typing import Any

from smsvoice.core.countries import country_of
from smsvoice.core.simulators import SIMULATORS
from smsvoice.emulator.data import pricing, quotas
from smsvoice.emulator.data.pricing import Tariff
from smsvoice.emulator.engine.building import build
from smsvoice.emulator.engine.context import Call
from smsvoice.emulator.engine.service_errors import (
    access_denied,
    conflict,
    invalid,
    quota_exceeded,
    throttled,
)
from smsvoice.emulator.messaging import delivery
from smsvoice.emulator.messaging.choose_identity import SHARED_ROUTE_NAME, Identity
from smsvoice.emulator.state import (
    configuration_sets,
    opt_outs,
    protect,
    spend_limits,
    sticky_senders,
)
from smsvoice.emulator.state.daily_counters import MINUTE, record, times, times_today
from smsvoice.emulator.state.protect import Verdict
from smsvoice.emulator.state.records import Fallback, Message, outbox
from smsvoice.emulator.state.verified_numbers import verified_numbers
from smsvoice.models.common import MessageType, NumberCapability
from smsvoice.models.configuration_sets import ConfigurationSetInformation
from smsvoice.models.protect import ProtectConfigurationInformation
from smsvoice.models.reasons import (
    AccessDeniedExceptionReason,
    ConflictExceptionReason,
    ResourceType,
    ServiceQuotaExceededExceptionReason,
    ValidationExceptionReason,
)
from smsvoice.models.verified_numbers import (
    VerificationStatus,
)
from smsvoice.text import Segments
from smsvoice.text import segments as segments_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A message before it is taken."""

    channel: NumberCapability
    limit: str
    """The channel whose spend limit pays for it."""
    destination: str = field(repr=False)
    country: str
    body: str = field(default="", repr=False)
    origination: str | None = None
    """What the recipient sees as the sender."""
    opt_out_list_name: str | None = opt_outs.DEFAULT
    """The list that the recipient must not be on; None is no list."""
    message_type: MessageType = MessageType.TRANSACTIONAL
    media_urls: tuple[str, ...] = field(default=(), repr=False)
    content: dict[str, Any] | None = field(default=None, repr=False)
    seconds: int | None = None
    """How long a call takes."""
    is_international: bool = False
    notify_configuration_id: str | None = None
    event_types: tuple[str, ...] | None = None
    """The delivery events, for any recipient; None leaves them to the recipient."""
    fallback: Fallback | None = None
    """What goes out instead when RCS does not arrive."""

    segments: Segments | None = field(init=False)
    """How the text is sent; None for what is not sent as SMS. Measured once for each send."""

    def __post_init__(self) -> None:
        is_sms = self.channel == NumberCapability.SMS
        object.__setattr__(self, "segments", segments_of(self.body) if is_sms else None)

    @property
    def parts(self) -> int:
        """The message parts it takes."""
        return self.segments.parts if self.segments is not None else 1

    @property
    def units(self) -> int:
        """What the tariff counts: minutes of a call, message parts otherwise."""
        return self.parts if self.seconds is None else -(-self.seconds // 60)

    @property
    def tariff(self) -> Tariff:
        """What a part or minute costs."""
        return pricing.tariff(self.channel, self.country)

    @property
    def price(self) -> Decimal:
        """What it costs with the carrier's fee, US dollars."""
        return self.tariff.whole * self.units


@dataclass(frozen=True, slots=True)
class SendDefaults:
    """What a send falls back on, and what judges it."""

    configuration_set: ConfigurationSetInformation | None = None
    protect_configuration: ProtectConfigurationInformation | None = None

    @property
    def message_type(self) -> MessageType | None:
        """What the message counts as where the request does not say."""
        return self.configuration_set.default_message_type if self.configuration_set else None

    @property
    def sender_id(self) -> str | None:
        """Default sender ID of the configuration set."""
        return self.configuration_set.default_sender_id if self.configuration_set else None

    def expects_feedback(self, wanted: bool | None) -> bool:
        """Whether feedback is expected, after what the request asks for."""
        if wanted is not None or self.configuration_set is None:
            return bool(wanted)
        return bool(self.configuration_set.default_message_feedback_enabled)


def defaults_of(call: Call, request: Any) -> SendDefaults:
    """The configuration set and protect configuration of a send; an unknown one is refused."""
    name: str | None = getattr(request, "configuration_set_name", None)
    found = configuration_sets.named(call, name) if name is not None else None
    given: str | None = getattr(request, "protect_configuration_id", None)
    return SendDefaults(found, protect.effective(call, given, found))


def recipient(number: str, field: str = "DestinationPhoneNumber") -> tuple[str, str]:
    """A number in E.164 and its country, or the refusal that it is no number."""
    whole = opt_outs.persons_number(number, field)
    simulator = SIMULATORS.get(whole)
    country = simulator[0] if simulator else country_of(whole)
    if country is None:
        raise invalid(ValidationExceptionReason.INVALID_PARAMETER, field, "is of no country")
    return whole, country


def is_international(identity: Identity, country: str) -> bool:
    """Whether an identity with a country of its own writes to another."""
    return identity.number_type is not None and identity.iso_country_code != country


def must_not_cost_more(draft: Draft, most: str | None, field: str = "MaxPrice") -> None:
    """Refuse what is dearer than the sender allows, for a part or a minute."""
    if most is not None and draft.tariff.whole > Decimal(most):
        raise invalid(ValidationExceptionReason.PRICE_OVER_THRESHOLD, field, "is below the price")


def send(call: Call, draft: Draft, request: Any, terms: SendDefaults) -> str:
    """Take a message whose recipient may be written to; its id."""
    return accept(call, draft, request, terms, must_be_allowed(call, draft, terms))


def must_be_allowed(call: Call, draft: Draft, terms: SendDefaults) -> Verdict | None:
    """Raise if account state, sandbox, opt-out list or protect configuration forbid the send.

    Returns:
        The verdict of the protect configuration, if there is one.
    """
    if call.settings.account_refusal is not None:
        raise access_denied(AccessDeniedExceptionReason(call.settings.account_refusal))
    if call.settings.sandbox:
        _must_be_verified(call, draft.destination)
    if draft.opt_out_list_name is not None:
        opt_outs.must_want_messages(call, draft.opt_out_list_name, draft.destination)
    verdict = protect.judge(
        call,
        terms.protect_configuration,
        channel=draft.channel,
        destination=draft.destination,
        country=draft.country,
    )
    if _counts_calls(call, draft):
        _must_be_within_the_limits(call, draft.destination)
    return verdict


def accept(
    call: Call,
    draft: Draft,
    request: Any,
    terms: SendDefaults | None = None,
    verdict: Verdict | None = None,
) -> str:
    """Take a message: check the month's limit, charge it, and schedule its events; its id.

    A dry run has come this far with all checks, and ends here without a trace.
    """
    spend_limits.must_be_left(call, draft.limit)
    message_id = call.ids.message()
    if getattr(request, "dry_run", None):
        return message_id
    spend_limits.spend(call, draft.limit, draft.price)
    terms = terms if terms is not None else defaults_of(call, request)
    message = _message(call, message_id, draft, request, terms, verdict)
    outbox(call).put(message_id, message)
    if _counts_calls(call, draft):
        _count_call(call, draft.destination)
    if draft.origination == SHARED_ROUTE_NAME:
        sticky_senders.forget(call, draft.destination)  # it is no identity to stay with
    elif draft.origination:
        sticky_senders.remember(call, draft.destination, draft.origination)
    delivery.start_delivery(
        call,
        message,
        time_to_live=getattr(request, "time_to_live", None),
        event_types=draft.event_types,
        segments=draft.segments,
        fallback=draft.fallback,
    )
    return message_id


def _message(  # noqa: PLR0917  all that is known of it
    call: Call,
    message_id: str,
    draft: Draft,
    request: Any,
    terms: SendDefaults,
    verdict: Verdict | None,
) -> Message:
    found = terms.configuration_set
    tariff, units = draft.tariff, draft.units
    wants_feedback = terms.expects_feedback(getattr(request, "message_feedback_enabled", None))
    return build(
        Message,
        message_id=message_id,
        channel=draft.channel,
        destination_phone_number=draft.destination,
        origination_identity=draft.origination,
        body=draft.body,
        media_urls=draft.media_urls,
        content=draft.content,
        message_type=draft.message_type,
        message_parts=draft.parts,
        encoding=draft.segments.encoding if draft.segments is not None else None,
        seconds=draft.seconds,
        price=_text_of(tariff.price, units),
        carrier_fee=_text_of(tariff.carrier_fee, units),
        iso_country_code=draft.country,
        is_international=draft.is_international,
        protect_configuration_id=verdict.configuration_id if verdict is not None else None,
        protect_status=verdict.status if verdict is not None else None,
        is_suspicious=verdict is not None and verdict.is_suspicious,
        context=dict(getattr(request, "context", None) or {}),
        configuration_set_name=found.configuration_set_name if found is not None else None,
        notify_configuration_id=draft.notify_configuration_id,
        feedback="PENDING" if wants_feedback else None,
        sent_at=call.now,
        operation=call.operation.name if call.operation is not None else "",
    )


@lru_cache(1024)
def _text_of(dollars: Decimal, units: int) -> str:
    """A price as it is kept; messages of a price share it."""
    return str(dollars * units)


def _must_be_verified(call: Call, destination: str) -> None:
    table = verified_numbers(call)
    is_verified = any(
        opt_outs.same(one.destination_phone_number) == destination
        and one.status == VerificationStatus.VERIFIED
        for one in table
    )
    if destination not in SIMULATORS and not is_verified:
        reason = ConflictExceptionReason.DESTINATION_PHONE_NUMBER_NOT_VERIFIED
        raise conflict(reason, ResourceType.VERIFIED_DESTINATION_NUMBER, destination)


def _must_be_within_the_limits(call: Call, destination: str) -> None:
    to_one = times_today(call, f"calls {destination}") >= quotas.SANDBOX_CALLS_PER_RECIPIENT_PER_DAY
    if to_one or times_today(call, "calls") >= quotas.SANDBOX_CALLS_PER_DAY:
        raise quota_exceeded(ServiceQuotaExceededExceptionReason.DAILY_DESTINATION_CALL_LIMIT)
    if times(call, "calls", MINUTE) >= quotas.SANDBOX_CALLS_PER_MINUTE:
        raise throttled()


def _count_call(call: Call, destination: str) -> None:
    record(call, f"calls {destination}")
    record(call, "calls")


def _counts_calls(call: Call, draft: Draft) -> bool:
    is_limited = call.settings.sandbox and call.settings.quotas
    return is_limited and draft.channel == NumberCapability.VOICE
