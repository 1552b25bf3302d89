"""Whether an identity can carry a message to a recipient, and AWS's error when it cannot."""

from dataclasses import dataclass, field

from smsvoice.core.simulators import SIMULATORS
from smsvoice.emulator.data.sender_id_countries import WITH_REGISTRATION, WITHOUT_SENDER_IDS
from smsvoice.emulator.engine.context import Call
from smsvoice.emulator.engine.service_errors import ServiceError, conflict, invalid
from smsvoice.emulator.state.identities import (
    Origin,
    capabilities_of,
    id_of,
    kind_of,
    launches,
    message_types_of,
)
from smsvoice.emulator.state.verified_numbers import verified_numbers
from smsvoice.models.common import MessageType, NumberCapability
from smsvoice.models.phone_numbers import NumberStatus, NumberType, PhoneNumberInformation
from smsvoice.models.rcs_agents import (
    CountryLaunchStatus,
    RcsAgentInformation,
    RcsAgentStatus,
)
from smsvoice.models.reasons import ConflictExceptionReason, ValidationExceptionReason
from smsvoice.models.sender_ids import SenderIdInformation
from smsvoice.models.verified_numbers import (
    VerificationStatus,
)

_LAUNCHED = (RcsAgentStatus.ACTIVE, RcsAgentStatus.PARTIAL)
_MAY_GO_ABROAD = (NumberType.LONG_CODE, NumberType.TOLL_FREE)
_UNITED_STATES_AND_TERRITORIES = frozenset(("US", "AS", "GU", "MP", "PR", "VI"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """What decides which identity can carry a message."""

    destination: str = field(repr=False)
    country: str
    capability: NumberCapability
    message_type: MessageType | None
    member: str
    """AWS's name of the member that named the identity."""
    is_direct: bool = False
    """Whether the identity itself was named, not its pool or nothing."""


def error_of(call: Call, origin: Origin, sending: Sending) -> ServiceError | None:
    """Why an identity cannot carry a message; None when it can."""
    return (
        _incapable(origin, sending)
        or _out_of_reach(call, origin, sending)
        or _not_active(call, origin, sending)
        or _of_another_type(origin, sending)
    )


def sender_id_error(sending: Sending, *, registered: bool) -> ServiceError | None:
    """Why a country does not take a sender ID; None when it does."""
    reasons = ValidationExceptionReason
    if sending.capability == NumberCapability.VOICE:
        return invalid(reasons.VOICE_CAPABILITY_NOT_AVAILABLE, sending.member, "has no voice")
    if sending.country in WITHOUT_SENDER_IDS:
        return invalid(reasons.SENDER_ID_NOT_SUPPORTED, sending.member, "not in this country")
    if sending.country in WITH_REGISTRATION and not registered:
        return invalid(reasons.SENDER_ID_NOT_REGISTERED, sending.member, "not in this country")
    return None


def default_sender_id_works(sending: Sending) -> bool:
    """Whether a configuration set's default sender ID can carry a message."""
    return sender_id_error(sending, registered=False) is None


def _incapable(origin: Origin, sending: Sending) -> ServiceError | None:
    if sending.capability in capabilities_of(origin):
        return None
    reasons = ValidationExceptionReason
    if sending.capability == NumberCapability.VOICE:
        return invalid(reasons.VOICE_CAPABILITY_NOT_AVAILABLE, sending.member, "has no voice")
    return invalid(reasons.INVALID_PARAMETER, sending.member, f"has no {sending.capability}")


def _out_of_reach(call: Call, origin: Origin, sending: Sending) -> ServiceError | None:
    reasons = ValidationExceptionReason
    wrong_country = invalid(
        reasons.INVALID_IDENTITY_FOR_DESTINATION_COUNTRY, sending.member, "does not reach it"
    )
    if isinstance(origin, SenderIdInformation):
        refusal = sender_id_error(sending, registered=origin.registered)
        is_elsewhere = origin.iso_country_code != sending.country
        return refusal or (wrong_country if is_elsewhere else None)
    if isinstance(origin, RcsAgentInformation):
        return None if _agent_reaches(call, origin, sending) else wrong_country
    if _at_home(origin, sending) or _reaches_canada(origin, sending):
        return None
    if origin.number_type not in _MAY_GO_ABROAD:
        return wrong_country
    if origin.international_sending_enabled:
        return None
    return invalid(
        reasons.INTERNATIONAL_SENDING_NOT_SUPPORTED, sending.member, "sends in its country only"
    )


def _at_home(number: PhoneNumberInformation, sending: Sending) -> bool:
    own = number.iso_country_code
    if number.number_type == NumberType.SIMULATOR:
        return sending.destination in SIMULATORS and own == sending.country
    if number.number_type == NumberType.TOLL_FREE and own == "US":
        return sending.country in _UNITED_STATES_AND_TERRITORIES
    return own == sending.country


def _reaches_canada(number: PhoneNumberInformation, sending: Sending) -> bool:
    """A 10DLC number that is named itself reaches Canada; its pool has no number for it."""
    is_ten_dlc = number.number_type == NumberType.TEN_DLC
    return is_ten_dlc and sending.is_direct and sending.country == "CA"


def _agent_reaches(call: Call, agent: RcsAgentInformation, sending: Sending) -> bool:
    """A launched agent reaches where it was launched; of any other its status is the matter."""
    if agent.status not in _LAUNCHED or _is_tester(call, agent, sending.destination):
        return True
    countries = launches(call, agent.rcs_agent_id)
    launched = countries.get(sending.country)
    statuses = (CountryLaunchStatus.ACTIVE, CountryLaunchStatus.PARTIAL)
    return not len(countries) or (launched is not None and launched.status in statuses)


def _is_tester(call: Call, agent: RcsAgentInformation, destination: str) -> bool:
    table = verified_numbers(call)
    return any(
        one.rcs_agent_id == agent.rcs_agent_id
        and one.destination_phone_number == destination
        and one.status == VerificationStatus.VERIFIED
        for one in table
    )


def _not_active(call: Call, origin: Origin, sending: Sending) -> ServiceError | None:
    if isinstance(origin, SenderIdInformation):
        return None
    if isinstance(origin, PhoneNumberInformation):
        is_active = origin.status == NumberStatus.ACTIVE
    else:
        is_testing = origin.status == RcsAgentStatus.TESTING
        may_test = is_testing and _is_tester(call, origin, sending.destination)
        is_active = origin.status in _LAUNCHED or may_test
    if is_active:
        return None
    reason = ConflictExceptionReason.RESOURCE_NOT_ACTIVE
    return conflict(reason, kind_of(origin), id_of(origin))


def _of_another_type(origin: Origin, sending: Sending) -> ServiceError | None:
    if sending.message_type is None or sending.message_type in message_types_of(origin):
        return None
    reason = ConflictExceptionReason.MESSAGE_TYPE_MISMATCH
    return conflict(reason, kind_of(origin), id_of(origin))
