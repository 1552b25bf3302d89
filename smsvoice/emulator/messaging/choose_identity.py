"""Which identity carries a message: the one that was given if it can, otherwise the best that can.

The order is AWS's: the one that wrote to the recipient in the last 25 hours, an RCS agent, a short
code, 10DLC, toll-free and long codes, a sender ID, the shared route. Inferred here: which reason
refuses an identity that cannot reach a country, that a message type other than the identity's is
refused, and that the shared route reaches every country but the United States and Canada.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from smsvoice.core.simulators import SIMULATORS
from smsvoice.emulator.data.sender_id_countries import WITHOUT_SHARED_ROUTES
from smsvoice.emulator.engine.context import Call
from smsvoice.emulator.engine.service_errors import ServiceError, conflict, not_found
from smsvoice.emulator.messaging.reachability import (
    Sending,
    default_sender_id_works,
    error_of,
    sender_id_error,
)
from smsvoice.emulator.state import sticky_senders
from smsvoice.emulator.state.identities import (
    Origin,
    SenderIdName,
    arn_of,
    capabilities_of,
    country_in,
    id_of,
    kind_of,
    members_of,
    message_types_of,
    named,
    phone_numbers,
    pools,
    rcs_agents,
    sender_id_key,
    sender_ids,
    shown,
)
from smsvoice.emulator.state.opt_outs import DEFAULT
from smsvoice.models.common import MessageType, NumberCapability
from smsvoice.models.phone_numbers import NumberType, PhoneNumberInformation
from smsvoice.models.pools import PoolInformation, PoolStatus
from smsvoice.models.rcs_agents import RcsAgentInformation
from smsvoice.models.reasons import ConflictExceptionReason, ResourceType
from smsvoice.models.sender_ids import SenderIdInformation

SHARED_ROUTE_NAME = "NOTICE"
"""What a recipient sees of the shared route; ours, AWS leaves it to the country."""

_RANKS = {
    NumberType.SHORT_CODE: 1,
    NumberType.TEN_DLC: 2,
    NumberType.TOLL_FREE: 3,
    NumberType.LONG_CODE: 3,
    NumberType.SIMULATOR: 4,
}
_SENDER_ID_RANK = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Who a message comes from."""

    kind: ResourceType | None
    """PHONE_NUMBER, SENDER_ID or RCS_AGENT; None is the shared route."""
    id: str = ""
    """PhoneNumberId, SenderId or RcsAgentId; empty for the shared route."""
    arn: str = ""
    """Its ARN; empty for the shared route and for a sender ID that was not requested."""
    shown: str = field(repr=False)
    """What the recipient sees: number, short code, sender ID or agent id."""
    opt_out_list_name: str | None = DEFAULT
    """The list to check, the pool's when it came through a pool; None is only for an RCS agent."""
    pool_id: str | None = None
    """The pool that it was chosen from, where one was given."""
    iso_country_code: str = ""
    """Its own country, ISO 3166-1 alpha-2; ZZ for an RCS agent, empty for the shared route."""
    message_type: MessageType = MessageType.TRANSACTIONAL
    """What the message counts as."""
    number_type: NumberType | None = None
    """Which type of number; None for anything else."""
    number_capabilities: tuple[NumberCapability, ...] = (NumberCapability.SMS,)
    """What it can carry."""

    @property
    def is_shared_route(self) -> bool:
        """Whether it is AWS's shared route."""
        return self.kind is None


def choose(
    call: Call,
    given: str | None,
    *,
    destination: str,
    country: str,
    capability: NumberCapability,
    message_type: MessageType | None,
    default_sender_id: str | None = None,
    allow_shared_route: bool = True,
    field: str = "OriginationIdentity",
) -> Identity:
    """The identity that carries a message, or the error that names why none does.

    Args:
        call: the request being answered.
        given: number, short code, id, ARN, sender ID or pool; None or "" for any of the account's.
        destination: the recipient, E.164.
        country: the recipient's country, ISO 3166-1 alpha-2.
        capability: what is sent.
        message_type: None takes the identity's own.
        default_sender_id: the configuration set's, used where no identity of the account can.
        allow_shared_route: False for what needs an identity of one's own.
        field: AWS's name of the member that `given` came in.
    """
    sending = Sending(
        destination=destination,
        country=country,
        capability=capability,
        message_type=message_type,
        member=field,
    )
    if not given:
        return _from_account(
            call, sending, default_sender_id, allow_shared_route=allow_shared_route
        )
    return _from_given(call, given, sending, allow_shared_route=allow_shared_route)


def instead_of_rcs(
    call: Call, chosen: Identity, *, destination: str, country: str, capability: NumberCapability
) -> Identity | None:
    """Who goes on where RCS does not arrive: the best number or sender ID, if there is any."""
    sending = Sending(
        destination=destination,
        country=country,
        capability=capability,
        message_type=chosen.message_type,
        member="OriginationIdentity",
    )
    beside: list[Origin] = [*phone_numbers(call), *sender_ids(call)]
    pool = pools(call).get(chosen.pool_id) if chosen.pool_id is not None else None
    if pool is not None:
        members = members_of(call, pool.pool_id)
        beside = [one for one in members if not isinstance(one, RcsAgentInformation)]
    found = _best(call, beside, sending)
    return _identity(found, sending, pool) if found is not None else None


def _from_given(call: Call, given: str, sending: Sending, *, allow_shared_route: bool) -> Identity:
    found = named(call, given)
    if isinstance(found, PoolInformation):
        return _from_pool(call, found, sending, allow_shared_route=allow_shared_route)
    if isinstance(found, SenderIdName):
        found = _sender_id(call, found.sender_id, sending)
    refusal = error_of(call, found, replace(sending, is_direct=True))
    if refusal is not None:
        raise refusal
    return _identity(found, sending)


def _sender_id(call: Call, sender_id: str, sending: Sending) -> SenderIdInformation:
    found = sender_ids(call).get(sender_id_key(sender_id, sending.country))
    if found is None:
        raise sender_id_error(sending, registered=False) or not_found(
            ResourceType.SENDER_ID, sender_id
        )
    return found


def _from_pool(
    call: Call, pool: PoolInformation, sending: Sending, *, allow_shared_route: bool
) -> Identity:
    reasons = ConflictExceptionReason
    if pool.status != PoolStatus.ACTIVE:
        raise conflict(reasons.RESOURCE_NOT_ACTIVE, ResourceType.POOL, pool.pool_id)
    if sending.message_type not in (None, pool.message_type):
        raise conflict(reasons.MESSAGE_TYPE_MISMATCH, ResourceType.POOL, pool.pool_id)
    found = _best(call, members_of(call, pool.pool_id), sending)
    if found is not None:
        return _identity(found, sending, pool)
    is_text = sending.capability == NumberCapability.SMS
    if pool.shared_routes_enabled and allow_shared_route and is_text:
        return _shared_route(sending, pool)
    raise _none_found(ResourceType.POOL, pool.pool_id)


def _from_account(
    call: Call, sending: Sending, default_sender_id: str | None, *, allow_shared_route: bool
) -> Identity:
    everything: list[Origin] = [*rcs_agents(call), *phone_numbers(call), *sender_ids(call)]
    found = _best(call, everything, sending)
    if found is not None:
        return _identity(found, sending)
    if sending.capability == NumberCapability.SMS:
        if default_sender_id and default_sender_id_works(sending):
            return _default_sender_id(default_sender_id, sending)
        if allow_shared_route and _shared_route_reaches(sending):
            return _shared_route(sending)
    raise _none_found()


def _best(call: Call, origins: Iterable[Origin], sending: Sending) -> Origin | None:
    """The first in AWS's order of those that can send it, unless one has written there lately."""
    able = [origin for origin in origins if error_of(call, origin, sending) is None]
    if sending.message_type is None:
        usual = [one for one in able if MessageType.TRANSACTIONAL in message_types_of(one)]
        able = usual or able
    last = sticky_senders.recalled(call, sending.destination)
    stuck = [origin for origin in able if shown(origin) == last]
    return min(stuck or able, key=_rank, default=None)


def _rank(origin: Origin) -> int:
    if isinstance(origin, PhoneNumberInformation):
        return _RANKS[origin.number_type]
    return _SENDER_ID_RANK if isinstance(origin, SenderIdInformation) else 0


def _list_of(origin: Origin, pool: PoolInformation | None) -> str | None:
    if pool is not None:
        return pool.opt_out_list_name
    if isinstance(origin, SenderIdInformation):
        return DEFAULT
    return origin.opt_out_list_name


def _identity(origin: Origin, sending: Sending, pool: PoolInformation | None = None) -> Identity:
    own = message_types_of(origin)
    usual = MessageType.TRANSACTIONAL if MessageType.TRANSACTIONAL in own else own[0]
    if pool is not None and isinstance(origin, RcsAgentInformation):
        usual = pool.message_type
    return Identity(
        kind=kind_of(origin),
        id=id_of(origin),
        arn=arn_of(origin),
        shown=shown(origin),
        opt_out_list_name=_list_of(origin, pool),
        pool_id=pool.pool_id if pool is not None else None,
        iso_country_code=country_in(origin),
        message_type=sending.message_type or usual,
        number_type=origin.number_type if isinstance(origin, PhoneNumberInformation) else None,
        number_capabilities=capabilities_of(origin),
    )


def _default_sender_id(sender_id: str, sending: Sending) -> Identity:
    return Identity(
        kind=ResourceType.SENDER_ID,
        id=sender_id,
        shown=sender_id,
        iso_country_code=sending.country,
        message_type=sending.message_type or MessageType.TRANSACTIONAL,
    )


def _shared_route_reaches(sending: Sending) -> bool:
    """Newcomers may text simulator destinations, although their country has no shared route."""
    is_simulated = sending.destination in SIMULATORS
    return is_simulated or sending.country not in WITHOUT_SHARED_ROUTES


def _shared_route(sending: Sending, pool: PoolInformation | None = None) -> Identity:
    usual = pool.message_type if pool is not None else MessageType.TRANSACTIONAL
    return Identity(
        kind=None,
        shown=SHARED_ROUTE_NAME,
        opt_out_list_name=pool.opt_out_list_name if pool is not None else DEFAULT,
        pool_id=pool.pool_id if pool is not None else None,
        message_type=sending.message_type or usual,
    )


def _none_found(kind: ResourceType | None = None, key: str = "") -> ServiceError:
    return conflict(ConflictExceptionReason.NO_ORIGINATION_IDENTITIES_FOUND, kind, key)
