"""Which identity carries a message."""

from typing import TYPE_CHECKING, Any

import pytest

from smsvoice.emulator.messaging.choose_identity import Identity, choose
from smsvoice.emulator.state.identities import rcs_agents
from smsvoice.models.common import NumberCapability
from smsvoice.models.phone_numbers import NumberType
from tests.factories.identities import (
    agent,
    change_number,
    last_sender,
    number,
    pool,
    short_code,
    text,
)
from tests.factories.refusals import refuses

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client

    from smsvoice.emulator import Emulator

AMERICAN, BRITISH, SINGAPOREAN = "+12065550142", "+447700900123", "+6581234567"
CANADIAN = "+16045550142"
SIMULATOR = "+14254147755"


def test_newcomers_text_abroad_and_to_simulators(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """Without any identity the shared route carries it; in North America nothing does."""
    for destination in (BRITISH, SIMULATOR):
        text(aws, destination)
        assert last_sender(emulator) == "NOTICE"

    for destination in (AMERICAN, CANADIAN):
        with refuses() as refused:
            text(aws, destination)
        assert refused.reason == "NO_ORIGINATION_IDENTITIES_FOUND"


def test_the_order_is_awss(aws: "PinpointSMSVoiceV2Client", emulator: "Emulator") -> None:
    """Agent, short code, 10DLC, long code; each takes over when the one before it is gone."""
    long_code = number(aws, emulator)
    ten_dlc = number(aws, emulator, number_type="TEN_DLC")
    code = short_code(aws, emulator)
    rcs = agent(emulator)
    expected = [rcs, code["PhoneNumber"], ten_dlc["PhoneNumber"], long_code["PhoneNumber"]]
    found = []

    for gone in (None, rcs, code, ten_dlc):
        if gone == rcs:
            emulator.engine.apply(lambda call: rcs_agents(call).drop(rcs))
        elif isinstance(gone, dict):
            change_number(emulator, gone["PhoneNumberId"], status="PENDING")
        text(aws, AMERICAN)
        found.append(last_sender(emulator))

    assert found == expected


def test_a_number_goes_before_a_sender_id(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """And a sender ID before the shared route."""
    aws.request_sender_id(SenderId="Example", IsoCountryCode="GB")
    text(aws, BRITISH)
    first = last_sender(emulator)
    emulator.advance(26 * 3600)
    made = number(aws, emulator, country="GB")

    text(aws, BRITISH)

    assert (first, last_sender(emulator)) == ("Example", made["PhoneNumber"])


def test_who_wrote_lately_writes_again(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """For 25 hours, although a better one has come; a dry run leaves no trace."""
    made = number(aws, emulator)
    text(aws, AMERICAN)
    code = short_code(aws, emulator)
    text(aws, AMERICAN, OriginationIdentity=code["PhoneNumberId"], DryRun=True)

    emulator.advance(25 * 3600)
    text(aws, AMERICAN)
    within = last_sender(emulator)
    emulator.advance(25 * 3600 + 1)
    text(aws, AMERICAN)

    assert (within, last_sender(emulator)) == (made["PhoneNumber"], "24273")


@pytest.mark.parametrize("wanted", ["PROMOTIONAL", "TRANSACTIONAL", None])
def test_the_message_type_chooses(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", wanted: str | None
) -> None:
    """TRANSACTIONAL when it is left open and there are both."""
    made = {
        kind: number(aws, emulator, MessageType=kind)["PhoneNumber"]
        for kind in ("PROMOTIONAL", "TRANSACTIONAL")
    }
    more: dict[str, Any] = {} if wanted is None else {"MessageType": wanted}

    text(aws, AMERICAN, **more)

    assert last_sender(emulator) == made[wanted or "TRANSACTIONAL"]
    assert emulator.messages[-1].message_type == (wanted or "TRANSACTIONAL")


def test_the_message_type_is_the_identitys_when_left_open(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """A promotional number sends promotional messages, and no others."""
    key = number(aws, emulator, MessageType="PROMOTIONAL")["PhoneNumberId"]
    made = pool(aws, emulator, key, MessageType="PROMOTIONAL")["PoolId"]

    for identity in (key, made):
        text(aws, AMERICAN, OriginationIdentity=identity)
        assert emulator.messages[-1].message_type == "PROMOTIONAL"
        with refuses() as refused:
            text(aws, AMERICAN, OriginationIdentity=identity, MessageType="TRANSACTIONAL")
        assert refused.reason == "MESSAGE_TYPE_MISMATCH"


def test_a_number_is_named_in_many_ways(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """By number with and without plus, by id, by ARN."""
    made = number(aws, emulator)
    names = (
        made["PhoneNumber"],
        made["PhoneNumber"][1:],
        made["PhoneNumberId"],
        made["PhoneNumberArn"],
    )

    for name in names:
        text(aws, AMERICAN, OriginationIdentity=name)

    assert {one.origination_identity for one in emulator.messages} == {made["PhoneNumber"]}
    assert len(emulator.messages) == len(names)


def test_a_sender_id_is_named_by_letters_or_arn(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """Letters mean the one of the recipient's country; an ARN tells its own."""
    arn = aws.request_sender_id(SenderId="Example", IsoCountryCode="GB")["SenderIdArn"]

    text(aws, BRITISH, OriginationIdentity="EXAMPLE")
    text(aws, BRITISH, OriginationIdentity=arn)
    with refuses() as elsewhere:
        text(aws, "+4915112345678", OriginationIdentity=arn)

    assert {one.origination_identity for one in emulator.messages} == {"Example"}
    assert elsewhere.reason == "INVALID_IDENTITY_FOR_DESTINATION_COUNTRY"


@pytest.mark.parametrize(
    ("identity", "kind"),
    [
        ("+12065550199", "phone-number"),
        ("phone-" + 32 * "0", "phone-number"),
        ("pool-" + 32 * "0", "pool"),
        ("rcs-" + 32 * "0", "rcs-agent"),
        ("arn:aws:sms-voice:us-east-1:123456789012:pool/pool-1", "pool"),
    ],
)
def test_an_unknown_identity_is_not_found(
    aws: "PinpointSMSVoiceV2Client", identity: str, kind: str
) -> None:
    """By the kind that its name shows."""
    with refuses() as refused:
        text(aws, AMERICAN, OriginationIdentity=identity)

    assert (refused.code, refused.resource_type) == ("ResourceNotFoundException", kind)


@pytest.mark.parametrize(
    "identity",
    [
        "arn:aws:sms-voice:us-east-1:123456789012:registration/registration-1",
        "arn:aws:sms-voice:eu-west-1:123456789012:pool/pool-1",
    ],
)
def test_an_arn_of_no_identity_here_is_invalid(
    aws: "PinpointSMSVoiceV2Client", identity: str
) -> None:
    """Another kind, another region."""
    with refuses() as refused:
        text(aws, AMERICAN, OriginationIdentity=identity)

    assert refused.reason == "INVALID_ARN"


def test_a_pool_picks_the_member_for_the_country(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """And its own list decides who has opted out."""
    aws.create_opt_out_list(OptOutListName="news")
    american = number(aws, emulator, OptOutListName="news")
    british = number(aws, emulator, country="GB", OptOutListName="news")
    made = pool(aws, emulator, american["PhoneNumberId"])["PoolId"]
    aws.associate_origination_identity(PoolId=made, OriginationIdentity=british["PhoneNumberId"])
    aws.put_opted_out_number(OptOutListName="news", OptedOutNumber="+447700900999")

    text(aws, AMERICAN, OriginationIdentity=made)
    at_home = last_sender(emulator)
    text(aws, BRITISH, OriginationIdentity=made)
    abroad = last_sender(emulator)
    with refuses() as opted_out:
        text(aws, "+447700900999", OriginationIdentity=made)

    assert (at_home, abroad) == (american["PhoneNumber"], british["PhoneNumber"])
    assert opted_out.reason == "DESTINATION_PHONE_NUMBER_OPTED_OUT"


def test_a_pool_without_a_member_for_the_country_sends_nothing(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """Unless it may use shared routes."""
    made = pool(aws, emulator, number(aws, emulator)["PhoneNumberId"])["PoolId"]

    with refuses() as refused:
        text(aws, CANADIAN, OriginationIdentity=made)
    aws.update_pool(PoolId=made, SharedRoutesEnabled=True)
    text(aws, BRITISH, OriginationIdentity=made)

    assert refused.reason == "NO_ORIGINATION_IDENTITIES_FOUND"
    assert refused.resource_type == "pool"
    assert last_sender(emulator) == "NOTICE"


def test_a_pool_in_the_making_sends_nothing(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """It is not active yet."""
    key = number(aws, emulator)["PhoneNumberId"]
    made = aws.create_pool(OriginationIdentity=key, MessageType="TRANSACTIONAL")["PoolId"]

    with refuses() as refused:
        text(aws, AMERICAN, OriginationIdentity=made)

    assert (refused.reason, refused.resource_type) == ("RESOURCE_NOT_ACTIVE", "pool")


def test_a_configuration_sets_sender_id_is_the_last_resort(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """Before the shared route, in countries that take it, and never before one's own."""
    aws.create_configuration_set(ConfigurationSetName="set")
    aws.set_default_sender_id(ConfigurationSetName="set", SenderId="Brand")

    text(aws, BRITISH, ConfigurationSetName="set")
    by_default = last_sender(emulator)
    with refuses() as refused:
        text(aws, AMERICAN, ConfigurationSetName="set")
    emulator.advance(26 * 3600)
    made = number(aws, emulator, country="GB")
    text(aws, BRITISH, ConfigurationSetName="set")

    assert (by_default, last_sender(emulator)) == ("Brand", made["PhoneNumber"])
    assert refused.reason == "NO_ORIGINATION_IDENTITIES_FOUND"


def test_an_identity_keeps_a_number_to_itself(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """Its repr does not show it."""
    made = number(aws, emulator)

    found: Identity = emulator.engine.apply(
        lambda call: choose(
            call,
            made["PhoneNumber"],
            destination=AMERICAN,
            country="US",
            capability=NumberCapability.SMS,
            message_type=None,
        )
    )

    assert found.shown == made["PhoneNumber"]
    assert found.number_type == NumberType.LONG_CODE
    assert made["PhoneNumber"] not in repr(found)
