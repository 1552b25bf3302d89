"""What people write to a number or RCS agent: keywords, opt-outs, replies, publishing.

Inferred here: the longest keyword wins, marks around a word do not count, and the reply to STOP on
a toll-free number of the United States is the carrier's and so not in the outbox.
AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/two-way-sms.html
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from smsvoice.emulator.engine.context import Call
from smsvoice.emulator.engine.service_errors import ServiceError
from smsvoice.emulator.messaging import inbound_rcs
from smsvoice.emulator.messaging.events import topic_of
from smsvoice.emulator.messaging.send_pipeline import Draft, SendDefaults, accept, recipient
from smsvoice.emulator.state import opt_outs
from smsvoice.emulator.state.identities import (
    SenderIdName,
    can_be_written_to,
    find_pool,
    id_of,
    is_carrier_handled,
    named,
    shown,
)
from smsvoice.emulator.state.keywords import CARRIER_KEYWORDS, START, STOP, UNSTOP, keywords_of
from smsvoice.emulator.state.records import InboundRecord, inbound, outbox
from smsvoice.models.common import MessageType, NumberCapability
from smsvoice.models.keywords import KeywordAction, KeywordInformation
from smsvoice.models.phone_numbers import PhoneNumberInformation
from smsvoice.models.pools import PoolInformation
from smsvoice.models.rcs_agents import RcsAgentInformation
from smsvoice.models.sender_ids import SenderIdInformation
from smsvoice.rules.reply_words import OPT_OUT_WORDS, without_marks

_CARRIER_ACTIONS = {
    STOP: KeywordAction.OPT_OUT,
    UNSTOP: KeywordAction.OPT_IN,
    START: KeywordAction.OPT_IN,
}
"""What the carrier of a US toll-free number does, whatever the number's keywords are."""

Receiver = PhoneNumberInformation | RcsAgentInformation
_TWO_WAY = "TwoWay"


class Published(NamedTuple):
    """An inbound message as its two-way channel gets it."""

    topic_arn: str
    body: Mapping[str, object]
    destination: str = _TWO_WAY
    event_type: str = "InboundMessage"
    configuration_set_name: str | None = None


@dataclass(frozen=True, slots=True)
class _Words:
    """What a person wrote, in upper case, with one blank between words."""

    text: str

    @property
    def first(self) -> str:
        """The first word, without the marks around it."""
        return self._without_marks.partition(" ")[0]

    def begin_with(self, keyword: str) -> bool:
        """Whether a keyword stands in front; marks around words do not count."""
        texts = (self.text, self._without_marks)
        return any(f"{text} ".startswith(f"{keyword} ") for text in texts)

    @property
    def _without_marks(self) -> str:
        return without_marks(self.text)


@dataclass(frozen=True, slots=True)
class _Settings:
    """Whose settings count: the pool's for its members, otherwise the number's or agent's own."""

    hearer: Receiver
    ruler: Receiver | PoolInformation
    person: str
    country: str

    @property
    def keyword_owner(self) -> str:
        """Whose keywords count."""
        ruler = self.ruler
        return ruler.pool_id if isinstance(ruler, PoolInformation) else id_of(ruler)

    @property
    def opt_out_list_name(self) -> str:
        """The list to put the person on."""
        return self.ruler.opt_out_list_name or opt_outs.DEFAULT

    @property
    def is_carrier_handled(self) -> bool:
        """Whether the carrier alone handles STOP."""
        return is_carrier_handled(self.hearer)


def receive(
    call: Call, *, origination_number: str, destination_number: str, body: str
) -> InboundRecord:
    """A person writes to a number or RCS agent of the account.

    Args:
        call: the context of the control.
        origination_number: the person's number, E.164.
        destination_number: number or short code as people dial it, or id or ARN of it or an agent.
        body: what the person writes.

    Raises:
        LookupError: the account has no such number or agent, or it is not active.
        ValueError: the person's number is none.
    """
    settings = _settings(call, origination_number, destination_number)
    words = _Words(" ".join(body.split()).upper())
    keyword = _matching(call, settings, words)
    previous = _last_message(call, settings)
    record = InboundRecord(
        origination_number=settings.person,
        destination_number=shown(settings.hearer),
        message_keyword=(
            keyword.keyword if keyword is not None else f"keyword_{call.account.account_id}"
        ),
        message_body=body,
        inbound_message_id=call.ids.message(),
        previous_published_message_id=previous,
        received_at=call.now,
        two_way_channel_arn=settings.ruler.two_way_channel_arn,
        two_way_channel_role=settings.ruler.two_way_channel_role,
    )
    return _kept(call, record.model_copy(update=_obey(call, settings, keyword, words)))


def receive_rcs(
    call: Call, *, origination_number: str, rcs_agent: str, kind: str, members: dict[str, Any]
) -> InboundRecord:
    """Something else than a text happens in a conversation with an RCS agent.

    Args:
        call: the context of the control.
        origination_number: the person's number, E.164.
        rcs_agent: id or ARN of the agent.
        kind: one of `inbound_rcs.KINDS`.
        members: what is known about it, by the names that its kind has.

    Raises:
        LookupError: there is no such agent, or it is not active.
        ValueError: the person's number is none, there is no such kind, or it has no such member.
    """
    settings = _settings(call, origination_number, rcs_agent)
    agent = settings.hearer
    if not isinstance(agent, RcsAgentInformation):
        raise LookupError("that is no RCS agent, and numbers get texts only")  # noqa: TRY004  see above
    number = call.ids.message()
    previous = _last_message(call, settings)
    return _kept(
        call,
        InboundRecord(
            origination_number=settings.person,
            destination_number=shown(agent),
            message_keyword=None,
            message_body=inbound_rcs.body_of(kind, members, number, call.now, previous),
            inbound_message_id=number,
            received_at=call.now,
            two_way_channel_arn=settings.ruler.two_way_channel_arn,
            two_way_channel_role=settings.ruler.two_way_channel_role,
        ),
    )


def receiver(call: Call, destination: str) -> Receiver:
    """The active number or agent that people can write to there.

    Raises:
        LookupError: the account has none there, or it is not active.
    """
    try:
        found = named(call, destination)
    except ServiceError:
        found = None
    if found is None or isinstance(found, PoolInformation | SenderIdInformation | SenderIdName):
        raise LookupError("no person can write there: give a phone number or an RCS agent")
    if not can_be_written_to(found):
        raise LookupError(f"no person can write there: it is {found.status}")
    return found


def _kept(call: Call, record: InboundRecord) -> InboundRecord:
    """Keep what came in, and publish it where two-way messaging is on."""
    call.observed["inbound"] = record
    if record.two_way_channel_arn is not None:
        is_topic = ":sns:" in record.two_way_channel_arn
        topic = record.two_way_channel_arn if is_topic else topic_of(call.account, _TWO_WAY)
        call.observed["published"] = [Published(topic, record.payload())]
    return inbound(call).put(record.inbound_message_id, record)


def _settings(call: Call, person: str, destination: str) -> _Settings:
    try:
        number, country = recipient(person)
    except ServiceError:
        raise ValueError("the person's number is no phone number") from None
    found = receiver(call, destination)
    pool = find_pool(call, found.pool_id) if found.pool_id else None
    return _Settings(found, pool or found, number, country)


def _matching(call: Call, settings: _Settings, words: _Words) -> KeywordInformation | None:
    """The longest keyword that the message begins with; an opt-out word stands for STOP."""
    table = keywords_of(call, settings.keyword_owner)
    matching = [one for one in table if words.begin_with(one.keyword)]
    if matching:
        return max(matching, key=lambda one: len(one.keyword))
    first = words.first
    stands_for_stop = first in OPT_OUT_WORDS and not settings.is_carrier_handled
    stop = table.get(STOP) if stands_for_stop else None
    return stop.model_copy(update={"keyword": first}) if stop is not None else None


def _obey(
    call: Call, settings: _Settings, keyword: KeywordInformation | None, words: _Words
) -> dict[str, object]:
    """Do the keyword's action; returns what was done, as the record keeps it."""
    by_carrier = _CARRIER_ACTIONS.get(words.first) if settings.is_carrier_handled else None
    done: dict[str, object] = {}
    if by_carrier is not None:
        _note(call, settings, by_carrier)
        done = {"keyword_action": by_carrier}
    is_the_carriers = by_carrier is not None and words.first in CARRIER_KEYWORDS
    if keyword is None or is_the_carriers or settings.ruler.self_managed_opt_outs_enabled:
        return done
    _note(call, settings, keyword.keyword_action)
    return {
        "keyword_action": keyword.keyword_action,
        "reply_message_id": _reply(call, settings, keyword.keyword_message),
    }


def _note(call: Call, settings: _Settings, action: KeywordAction) -> None:
    if action == KeywordAction.OPT_OUT:
        opt_outs.opt_out(call, settings.opt_out_list_name, settings.person, by_recipient=True)
    elif action == KeywordAction.OPT_IN:
        opt_outs.opt_in(call, settings.opt_out_list_name, settings.person)


def _reply(call: Call, settings: _Settings, text: str) -> str | None:
    """Send an automatic reply; once the month's limit is spent there is none."""
    ruler = settings.ruler
    is_agent = isinstance(settings.hearer, RcsAgentInformation)
    draft = Draft(
        channel=NumberCapability.RCS if is_agent else NumberCapability.SMS,
        limit="RCS" if is_agent else "TEXT",
        destination=settings.person,
        country=settings.country,
        body=text,
        origination=shown(settings.hearer),
        message_type=(
            MessageType.TRANSACTIONAL
            if isinstance(ruler, RcsAgentInformation)
            else ruler.message_type
        ),
    )
    try:
        message_id = accept(call, draft, None, SendDefaults())
    except ServiceError:
        return None
    outbox(call).change(message_id, operation="AutomaticResponse")
    return message_id


def _last_message(call: Call, settings: _Settings) -> str | None:
    for message in reversed(list(outbox(call))):
        is_theirs = message.destination_phone_number == settings.person
        if is_theirs and message.origination_identity == shown(settings.hearer):
            return message.message_id
    return None
