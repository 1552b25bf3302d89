"""Which identity carries a message, in AWS's order."""

import pytest

from smsvoice.emulator.engine.context import Call
from smsvoice.emulator.engine.service_errors import ServiceError
from smsvoice.emulator.messaging.choose_identity import Identity, choose
from smsvoice.emulator.messaging.reachability import Sending, error_of
from smsvoice.emulator.state.identities import phone_numbers
from smsvoice.emulator.state.sticky_senders import remember
from smsvoice.models.common import MessageType, NumberCapability
from smsvoice.models.phone_numbers import NumberStatus, NumberType, PhoneNumberInformation
from tests.factories.emulator_calls import call_of

SEATTLE, PARIS = "+12065550142", "+33612345678"
TYPES = [NumberType.SHORT_CODE, NumberType.TEN_DLC, NumberType.TOLL_FREE]


def _number(call: Call, number_type: NumberType) -> PhoneNumberInformation:
    """An active number of the United States, whose id is its type."""
    made = PhoneNumberInformation(
        phone_number_arn=call.arn("phone-number", number_type),
        phone_number_id=number_type,
        phone_number=f"+1888555{len(phone_numbers(call)):04}",
        status=NumberStatus.ACTIVE,
        iso_country_code="US",
        message_type=MessageType.TRANSACTIONAL,
        number_capabilities=(NumberCapability.SMS,),
        number_type=number_type,
        monthly_leasing_price="1.00",
        two_way_enabled=False,
        self_managed_opt_outs_enabled=False,
        opt_out_list_name="Default",
        deletion_protection_enabled=False,
        created_timestamp=call.now,
    )
    return phone_numbers(call).put(number_type, made)


def _chosen(call: Call, given: str | None = None, *, country: str = "US") -> Identity:
    return choose(
        call,
        given,
        destination=SEATTLE if country == "US" else PARIS,
        country=country,
        capability=NumberCapability.SMS,
        message_type=None,
    )


@pytest.mark.parametrize("count", [1, 2, 3])
def test_the_first_type_in_awss_order_is_chosen(count: int) -> None:
    call = call_of()
    for number_type in TYPES[-count:]:
        _number(call, number_type)

    assert _chosen(call).id == TYPES[-count]


def test_the_identity_that_wrote_lately_comes_before_the_order() -> None:
    call = call_of()
    _number(call, NumberType.SHORT_CODE)
    late = _number(call, NumberType.TOLL_FREE)
    remember(call, SEATTLE, late.phone_number)

    assert _chosen(call).id == NumberType.TOLL_FREE


def test_the_shared_route_reaches_france_and_not_the_united_states() -> None:
    assert _chosen(call_of(), country="FR").is_shared_route

    with pytest.raises(ServiceError) as refused:
        _chosen(call_of())

    assert refused.value.members["Reason"] == "NO_ORIGINATION_IDENTITIES_FOUND"


@pytest.mark.parametrize(
    ("members", "country", "capability", "message_type", "reason"),
    [
        ({}, "US", "SMS", "TRANSACTIONAL", None),
        ({}, "US", "VOICE", None, "VOICE_CAPABILITY_NOT_AVAILABLE"),
        ({}, "US", "MMS", None, "INVALID_PARAMETER"),
        ({}, "US", "SMS", "PROMOTIONAL", "MESSAGE_TYPE_MISMATCH"),
        ({"status": NumberStatus.PENDING}, "US", "SMS", None, "RESOURCE_NOT_ACTIVE"),
        ({}, "FR", "SMS", None, "INTERNATIONAL_SENDING_NOT_SUPPORTED"),
        ({"international_sending_enabled": True}, "FR", "SMS", None, None),
        ({}, "PR", "SMS", None, None),
    ],
)
def test_a_toll_free_number_is_refused_for_what_it_cannot_do(
    members: dict[str, object],
    country: str,
    capability: str,
    message_type: str | None,
    reason: str | None,
) -> None:
    call = call_of()
    number = _number(call, NumberType.TOLL_FREE).model_copy(update=members)
    sending = Sending(
        destination=PARIS if country == "FR" else SEATTLE,
        country=country,
        capability=NumberCapability(capability),
        message_type=MessageType(message_type) if message_type else None,
        member="OriginationIdentity",
    )

    error = error_of(call, number, sending)

    assert (error.members["Reason"] if error else None) == reason
