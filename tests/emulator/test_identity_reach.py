"""Which identity reaches whom, and with what."""

from typing import TYPE_CHECKING, Any

import pytest

from smsvoice.emulator.engine.context import Call
from smsvoice.emulator.engine.service_errors import ServiceError
from smsvoice.emulator.messaging.choose_identity import Identity, choose
from smsvoice.emulator.state.identities import mark_registered
from smsvoice.models.common import NumberCapability
from smsvoice.models.rcs_agents import (
    CountryLaunchStatus,
    CountryLaunchStatusInformation,
    RcsAgentStatus,
)
from smsvoice.models.verified_numbers import (
    VerificationStatus,
    VerifiedDestinationNumberInformation,
)
from tests.factories.identities import agent, last_sender, number, pool, text
from tests.factories.refusals import refuses

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client

    from smsvoice.emulator import Emulator

AMERICAN, BRITISH, SINGAPOREAN = "+12065550142", "+447700900123", "+6581234567"
CANADIAN = "+16045550142"
SIMULATOR = "+14254147755"
BRITISH_SIMULATOR = "+447860019066"


@pytest.mark.parametrize(
    ("destination", "reason"),
    [
        (AMERICAN, "SENDER_ID_NOT_SUPPORTED"),
        (SINGAPOREAN, "SENDER_ID_NOT_REGISTERED"),
        (BRITISH, None),
    ],
)
def test_a_sender_id_that_was_not_requested_is_refused(
    aws: "PinpointSMSVoiceV2Client", destination: str, reason: str | None
) -> None:
    """The country says why; where any could be had it is not found."""
    with refuses() as refused:
        text(aws, destination, OriginationIdentity="Example")

    assert refused.reason == reason
    assert (refused.resource_type == "sender-id") == (reason is None)


def test_a_registered_sender_id_sends(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """Where registration is compulsory."""
    emulator.engine.apply(lambda call: mark_registered(call, "Example", "SG"))

    text(aws, SINGAPOREAN, OriginationIdentity="Example")

    assert last_sender(emulator) == "Example"


@pytest.mark.parametrize(
    ("number_type", "international", "destination", "reason"),
    [
        ("LONG_CODE", False, BRITISH, "INTERNATIONAL_SENDING_NOT_SUPPORTED"),
        ("LONG_CODE", True, BRITISH, None),
        ("TOLL_FREE", False, CANADIAN, "INTERNATIONAL_SENDING_NOT_SUPPORTED"),
        ("TOLL_FREE", True, CANADIAN, None),
        ("TOLL_FREE", False, "+17875550142", None),
        ("TEN_DLC", False, BRITISH, "INVALID_IDENTITY_FOR_DESTINATION_COUNTRY"),
        ("TEN_DLC", False, CANADIAN, None),
        ("TEN_DLC", False, SIMULATOR, None),
        ("SIMULATOR", False, SIMULATOR, None),
        ("SIMULATOR", False, AMERICAN, "INVALID_IDENTITY_FOR_DESTINATION_COUNTRY"),
        ("SIMULATOR", False, BRITISH_SIMULATOR, "INVALID_IDENTITY_FOR_DESTINATION_COUNTRY"),
    ],
)
def test_every_type_of_number_has_its_reach(
    aws: "PinpointSMSVoiceV2Client",
    emulator: "Emulator",
    *,
    number_type: str,
    international: bool,
    destination: str,
    reason: str | None,
) -> None:
    """10DLC stays in North America, simulators write to simulators, the rest may be let abroad."""
    more: dict[str, Any] = {"InternationalSendingEnabled": True} if international else {}
    key = number(aws, emulator, number_type=number_type, **more)["PhoneNumberId"]

    if reason is None:
        text(aws, destination, OriginationIdentity=key)
        assert len(emulator.messages) == 1
    else:
        with refuses() as refused:
            text(aws, destination, OriginationIdentity=key)
        assert (refused.reason, refused.fields) == (reason, ["OriginationIdentity"])


def test_what_an_identity_cannot_do_is_refused(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """Voice and MMS need a number that has them."""
    key = number(aws, emulator)["PhoneNumberId"]
    voice_only = number(aws, emulator, NumberCapabilities=["VOICE"])["PhoneNumberId"]

    with refuses() as voice:
        aws.send_voice_message(
            DestinationPhoneNumber=AMERICAN, OriginationIdentity=key, MessageBody="hello"
        )
    with refuses() as media:
        aws.send_media_message(
            DestinationPhoneNumber=AMERICAN, OriginationIdentity=key, MessageBody="hello"
        )
    with refuses() as by_text:
        text(aws, AMERICAN, OriginationIdentity=voice_only)

    assert voice.reason == "VOICE_CAPABILITY_NOT_AVAILABLE"
    assert media.reason == by_text.reason == "INVALID_PARAMETER"


def test_an_agent_reaches_its_launches_and_its_testers(emulator: "Emulator") -> None:
    """A launched one its countries, one in testing verified testers only."""
    launched, testing = agent(emulator), agent(emulator, status=RcsAgentStatus.TESTING)

    def arrange(call: Call) -> None:
        launch = CountryLaunchStatusInformation(
            iso_country_code="US",
            status=CountryLaunchStatus.PARTIAL,
            registration_id="registration-1",
            carrier_status=(),
        )
        call.table(f"country_launches {launched}", CountryLaunchStatusInformation).put("US", launch)
        tester = VerifiedDestinationNumberInformation(
            verified_destination_number_arn=call.arn("verified-destination-number", "verified-1"),
            verified_destination_number_id="verified-1",
            destination_phone_number=BRITISH,
            status=VerificationStatus.VERIFIED,
            rcs_agent_id=testing,
            created_timestamp=call.now,
        )
        call.table("verified_destination_numbers", VerifiedDestinationNumberInformation).put(
            "verified-1", tester
        )

    emulator.engine.apply(arrange)

    assert _chosen(emulator, launched, AMERICAN, "US") == launched
    assert _chosen(emulator, testing, BRITISH, "GB") == testing
    unreached = _chosen(emulator, launched, BRITISH, "GB")
    assert unreached == "INVALID_IDENTITY_FOR_DESTINATION_COUNTRY"
    assert _chosen(emulator, testing, AMERICAN, "US") == "RESOURCE_NOT_ACTIVE"


def _chosen(emulator: "Emulator", given: str, destination: str, country: str) -> str:
    """What the recipient would see, or the reason against it."""
    try:
        found: Identity = emulator.engine.apply(
            lambda call: choose(
                call,
                given,
                destination=destination,
                country=country,
                capability=NumberCapability.RCS,
                message_type=None,
            )
        )
    except ServiceError as refused:
        return str(refused.members["Reason"])
    return found.shown


def test_a_ten_dlc_number_reaches_canada_only_when_it_is_named(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """Its pool has nobody for Canada, and so has the account."""
    made = number(aws, emulator, number_type="TEN_DLC")
    group = pool(aws, emulator, made["PhoneNumberId"])["PoolId"]

    with refuses() as by_pool:
        text(aws, CANADIAN, OriginationIdentity=group)
    with refuses() as by_account:
        text(aws, CANADIAN)
    for named in (made["PhoneNumberId"], made["PhoneNumberArn"], made["PhoneNumber"]):
        text(aws, CANADIAN, OriginationIdentity=named)

    assert by_pool.reason == by_account.reason == "NO_ORIGINATION_IDENTITIES_FOUND"
    assert [one.iso_country_code for one in emulator.messages] == ["CA"] * 3
    assert all(one.is_international for one in emulator.messages)
