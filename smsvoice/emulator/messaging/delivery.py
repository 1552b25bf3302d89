"""Delivery of an accepted message, step by step on the emulator's clock.

Every step is an event type. A message gets the events that were scripted for its recipient, or the
usual ones of its channel. Inferred: how the failing simulator destinations fail, and how long the
steps take; documented is that RCS falls back after about 25 seconds.
"""

from collections.abc import Mapping
from datetime import timedelta
from functools import lru_cache
from typing import Required, TypedDict

from smsvoice.core.simulators import SIMULATORS
from smsvoice.emulator.data import pricing
from smsvoice.emulator.engine.building import altered, build
from smsvoice.emulator.engine.context import Call, action
from smsvoice.emulator.engine.setting_rules import Rule, is_number
from smsvoice.emulator.messaging import event_log, events
from smsvoice.emulator.messaging.scripts import ANYONE, take_script
from smsvoice.emulator.state import spend_limits
from smsvoice.emulator.state.records import (
    DeliveryState,
    Fallback,
    Fate,
    Message,
    MetEvent,
    ScriptedEvents,
    ScriptedStep,
    Step,
    fallbacks,
    fates,
    outbox,
    scripts,
)
from smsvoice.models.common import NumberCapability
from smsvoice.models.configuration_sets import EventType
from smsvoice.models.protect import ProtectStatus
from smsvoice.text import Segments
from smsvoice.text import segments as segments_of

SECONDS_TO_DELIVER = 1.0
SECONDS_TO_FALL_BACK = 25.0
SECONDS_TO_FEEDBACK = 3600.0
SECONDS_TO_LIVE = 259_200.0
"""Seventy-two hours: the time to live where none is given, and the wait for a carrier's receipt."""

FALLEN_BACK = "RCS_FALLEN_BACK_TO_SMS"
_USUAL = {
    "TEXT": ("TEXT_QUEUED", "TEXT_SUCCESSFUL", "TEXT_DELIVERED"),
    "MEDIA": ("MEDIA_QUEUED", "MEDIA_SUCCESSFUL", "MEDIA_DELIVERED"),
    "VOICE": ("VOICE_INITIATED", "VOICE_RINGING", "VOICE_ANSWERED", "VOICE_COMPLETED"),
    "RCS": ("RCS_QUEUED", "RCS_SENT", "RCS_DELIVERED", "RCS_READ"),
}
_FAILING = {
    "TEXT": ("TEXT_QUEUED", "TEXT_UNREACHABLE"),
    "MEDIA": ("MEDIA_QUEUED", "MEDIA_UNREACHABLE"),
    "VOICE": ("VOICE_INITIATED", "VOICE_FAILED"),
    "RCS": ("RCS_QUEUED", "RCS_FAILED"),
}
_UNDECIDED = frozenset(
    ("QUEUED", "PENDING", "SENT", "INITIATED", "RINGING", "ANSWERED", "FALLEN_BACK_TO_SMS")
)
_ARRIVED = frozenset(("SUCCESSFUL", "DELIVERED", "READ", "COMPLETED"))
_KNOWN = frozenset(kind.value for kind in EventType) | {
    "MEDIA_PROTECT_BLOCKED",
    "VOICE_PROTECT_BLOCKED",
    "VOICE_SPAM",
}


class UnknownEventTypeError(ValueError):
    """A script names an unknown event type, or types of several channels."""


class ScriptedEvent(TypedDict, total=False):
    """An event of a script, where its type alone does not say enough."""

    event_type: Required[str]
    """One that is no group, TEXT_SUCCESSFUL for one."""
    after: float
    """Seconds after the message was taken; events are spread evenly without it."""
    is_final: bool
    """What its `isFinal` is: AWS may call a SUCCESSFUL final, and send DELIVERED after it."""
    stamped_earlier: float
    """Seconds by which its own time lies before the moment at which it is sent."""


def script_events(
    call: Call,
    destination: str,
    scripted: tuple[str | ScriptedEvent, ...],
    times: int | None = None,
) -> None:
    """Set the delivery events of the next messages to a recipient; none restores the usual ones."""
    steps = tuple(_scripted(one) for one in scripted)
    event_types = [step.event_type for step in steps]
    channels = {kind.partition("_")[0] for kind in event_types}
    groups = [kind for kind in event_types if kind not in _KNOWN or kind.endswith("ALL")]
    if groups or len(channels) > 1:
        raise UnknownEventTypeError("give event types of one channel, none of which is a group")
    table = scripts(call)
    number = destination if destination == ANYONE else "+" + destination.removeprefix("+")
    for channel in channels or _USUAL:
        table.drop(f"{number} {channel}")
    if steps:
        table.put(f"{number} {channels.pop()}", ScriptedEvents(steps=steps, times=times))


def _scripted(given: str | ScriptedEvent) -> ScriptedStep:
    if isinstance(given, str):
        return ScriptedStep(event_type=given)
    members: Mapping[str, object] = given
    for name, value in members.items():
        rule = _SCRIPT_RULES.get(name)
        if rule is None:
            there_are = ", ".join(_SCRIPT_RULES)
            raise ValueError(f"a scripted event has no {name}; there are {there_are}")
        if not rule.fits(value):
            raise ValueError(f"{name} {rule.text}")
    if "event_type" not in members:
        raise ValueError("event_type is missing")
    return ScriptedStep(**given)


_SCRIPT_RULES = {
    "event_type": Rule(lambda value: isinstance(value, str), "must be text"),
    "after": Rule(is_number, "must be a number"),
    "is_final": Rule(lambda value: isinstance(value, bool), "must be true or false"),
    "stamped_earlier": Rule(is_number, "must be a number"),
}


def start_delivery(
    call: Call,
    message: Message,
    *,
    time_to_live: float | None,
    segments: Segments | None,
    event_types: tuple[str, ...] | None = None,
    fallback: Fallback | None = None,
) -> None:
    """Schedule a message's delivery events.

    Args:
        call: the request being answered.
        message: the message that was accepted.
        time_to_live: seconds that AWS may keep trying; None where the request does not say.
        segments: how the text is sent; None for what is not sent as SMS.
        event_types: the events for any recipient; None leaves them to the recipient.
        fallback: what goes out instead when RCS does not arrive.
    """
    if fallback is not None:
        fallbacks(call).put(message.message_id, fallback)
        if message.operation != "SendRcsMessage":
            time_to_live = None  # a text does not wait for RCS as long as it may live
    steps = _planned(call, message, segments, time_to_live, event_types)
    if message.channel == NumberCapability.RCS:
        steps = _with_fallback(steps, time_to_live, has_fallback=fallback is not None)
    _advance(call, message, build(Fate, met=(), steps=steps), 0.0)
    if message.feedback is not None:
        call.schedule("miss-feedback", message.message_id, SECONDS_TO_FEEDBACK)


def _planned(
    call: Call,
    message: Message,
    segments: Segments | None,
    time_to_live: float | None,
    event_types: tuple[str, ...] | None = None,
) -> tuple[Step, ...]:
    """What a message meets: the events that are given, scripted, or usual."""
    if event_types:
        return _usual(event_types, time_to_live)
    family = events.family(message.channel)
    if message.protect_status == ProtectStatus.FILTER and message.is_suspicious:
        return _usual((f"{family}_PROTECT_BLOCKED",), time_to_live)
    number = message.destination_phone_number
    scripted = take_script(call, number, family)
    if scripted is not None:
        return _timed(scripted.steps, time_to_live)
    if segments is not None and segments.is_too_long:
        return _usual(("TEXT_QUEUED", "TEXT_INVALID_MESSAGE"), time_to_live)
    _, succeeds = SIMULATORS.get(number, ("", True))
    return _usual(_USUAL[family] if succeeds else _FAILING[family], time_to_live)


@lru_cache(256)
def _usual(event_types: tuple[str, ...], time_to_live: float | None) -> tuple[Step, ...]:
    """Steps that many messages share."""
    return _timed(tuple(ScriptedStep(event_type=kind) for kind in event_types), time_to_live)


def _timed(planned: tuple[ScriptedStep, ...], time_to_live: float | None) -> tuple[Step, ...]:
    """When each step is: evenly spread, but those that come of waiting come after the wait."""
    kinds = tuple(one.event_type for one in planned)
    gaps = max(len(kinds) - 1, 1)
    first = SECONDS_TO_DELIVER if len(kinds) == 1 else 0.0
    steps: list[Step] = []
    for index, (kind, one) in enumerate(zip(kinds, planned, strict=True)):
        after = first + SECONDS_TO_DELIVER * index / gaps
        if kind.endswith("_TTL_EXPIRED"):
            after = time_to_live or SECONDS_TO_LIVE
        elif kind.endswith("_UNKNOWN"):
            after = SECONDS_TO_LIVE
        elif kind == FALLEN_BACK and kinds[index - 1 : index] != ("RCS_FAILED",):
            after = time_to_live or SECONDS_TO_FALL_BACK
        if one.after is not None:
            after = one.after
        latest = steps[-1].after if steps else 0.0
        step = Step(
            after=max(after, latest),
            event_type=kind,
            is_final=one.is_final,
            stamped_earlier=one.stamped_earlier,
        )
        steps.append(step)
    return tuple(steps)


def _with_fallback(
    steps: tuple[Step, ...], time_to_live: float | None, *, has_fallback: bool
) -> tuple[Step, ...]:
    """Where RCS fails or takes too long, a message with a fallback goes on; others end there."""
    last = steps[-1]
    if not has_fallback:
        ended = last.model_copy(update={"event_type": "RCS_FAILED"})
        return (*steps[:-1], ended) if last.event_type == FALLEN_BACK else steps
    if last.event_type not in ("RCS_FAILED", "RCS_TTL_EXPIRED"):
        return steps
    if last.event_type == "RCS_TTL_EXPIRED":
        last = last.model_copy(update={"after": time_to_live or SECONDS_TO_FALL_BACK})
    return (*steps[:-1], last, Step(after=last.after, event_type=FALLEN_BACK))


def _advance(call: Call, message: Message, fate: Fate, now: float) -> None:
    """Do the steps that are due at once, and wait for the next."""
    first = len(fate.met)
    message, fate, now = _done(call, message, fate, now)
    fates(call).put(message.message_id, fate)
    event_log.publish(call, message, fate, first)
    if fate.steps:
        call.schedule("deliver", message.message_id, fate.steps[0].after - now)


def _done(call: Call, message: Message, fate: Fate, now: float) -> tuple[Message, Fate, float]:
    """A message and its fate once the steps are done that are due, and how long it has had it."""
    met, steps = fate.met, fate.steps
    while steps and steps[0].after <= now:
        step, steps = steps[0], steps[1:]
        is_last = not any(_decides_anew(step, s) for s in steps)
        message, event = _emit(call, message, step, is_last=is_last)
        if event is not None:
            met = (*met, event)
        if step.event_type == FALLEN_BACK and message.message_id in fallbacks(call):
            return _fall_back(call, message, altered(fate, {"met": met}))
    return message, altered(fate, {"met": met, "steps": steps}), now


def _decides_anew(step: Step, later: Step) -> bool:
    """Whether an event leaves the last word to a later one: no repeat, READ or straggler has it."""
    status = later.event_type.partition("_")[2]
    return later.event_type != step.event_type and status not in (_UNDECIDED | {"READ"})


@action("deliver")
def deliver(call: Call, message_id: str) -> None:
    """The next step of a message's life."""
    message, fate = outbox(call).get(message_id), fates(call).get(message_id)
    if message is not None and fate is not None and fate.steps:
        _advance(call, message, fate, fate.steps[0].after)


def _emit(
    call: Call, message: Message, step: Step, *, is_last: bool
) -> tuple[Message, MetEvent | None]:
    status = step.event_type.partition("_")[2]
    is_final = is_last and status not in _UNDECIDED if step.is_final is None else step.is_final
    if is_final or status == "DELIVERED":
        message = outbox(call).change(message.message_id, state=_state(status))
    stamped = call.now
    if step.stamped_earlier:
        stamped -= timedelta(seconds=step.stamped_earlier)
    return message, event_log.note(call, message, step.event_type, final=is_final, stamped=stamped)


def _state(status: str) -> DeliveryState:
    if status in _ARRIVED:
        return DeliveryState.DELIVERED
    expired_or_blocked = {
        "TTL_EXPIRED": DeliveryState.EXPIRED,
        "PROTECT_BLOCKED": DeliveryState.BLOCKED,
    }
    return expired_or_blocked.get(status, DeliveryState.FAILED)


def _fall_back(call: Call, message: Message, fate: Fate) -> tuple[Message, Fate, float]:
    """The same message goes on as SMS or MMS; what RCS would have cost is not charged."""
    key = message.message_id
    fallback = fallbacks(call).get(key)
    assert fallback is not None
    fallbacks(call).drop(key)
    is_sms = fallback.channel == NumberCapability.SMS
    segments = segments_of(fallback.body) if is_sms else None
    parts = segments.parts if segments is not None else 1
    tariff = pricing.tariff(fallback.channel, message.iso_country_code)
    unused = pricing.tariff(NumberCapability.RCS, message.iso_country_code)
    spend_limits.give_back(call, "RCS", unused.whole, spent_at=message.sent_at)
    spend_limits.spend(call, "TEXT" if is_sms else "MEDIA", tariff.whole * parts)
    changed = outbox(call).change(
        key,
        channel=fallback.channel,
        body=fallback.body,
        media_urls=fallback.media_urls,
        content=None,
        origination_identity=fallback.origination_identity,
        is_international=fallback.is_international,
        message_parts=parts,
        encoding=segments.encoding if segments is not None else None,
        price=str(tariff.price * parts),
        carrier_fee=str(tariff.carrier_fee * parts),
    )
    left = SECONDS_TO_LIVE - (call.now - changed.sent_at) / timedelta(seconds=1)
    steps = _planned(call, changed, segments, left)
    members = {"steps": steps, "by_rcs": message, "many_by_rcs": len(fate.met)}
    return _done(call, changed, altered(fate, members), 0.0)


@action("miss-feedback")
def miss_feedback(call: Call, message_id: str) -> None:
    """No feedback came within an hour, so the message counts as failed."""
    message = outbox(call).get(message_id)
    if message is not None and message.feedback == "PENDING":
        outbox(call).change(message_id, feedback="FAILED")
