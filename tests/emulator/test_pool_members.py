"""Who may be in a pool, and who leaves it."""

from typing import TYPE_CHECKING, Any

import pytest

from smsvoice.models.common import NumberCapability
from smsvoice.models.rcs_agents import RcsAgentStatus
from tests.factories.constants import INBOUND_TOPIC, SETTLED
from tests.factories.identities import agent, number, pool
from tests.factories.refusals import refuses

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client
    from mypy_boto3_pinpoint_sms_voice_v2.literals import RequestableNumberTypeType

    from smsvoice.emulator import Emulator


def test_a_country_must_be_the_identitys_own(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """A number's, a sender ID's in its ARN; ZZ or none is an agent's."""
    key = number(aws, emulator)["PhoneNumberId"]
    made = pool(aws, emulator, key, IsoCountryCode="US")
    arn = aws.request_sender_id(SenderId="Example", IsoCountryCode="GB")["SenderIdArn"]
    join: dict[str, Any] = {"PoolId": made["PoolId"], "IsoCountryCode": "DE"}

    with refuses() as with_number:
        aws.associate_origination_identity(**join, OriginationIdentity=key)
    with refuses() as with_sender_id:
        aws.associate_origination_identity(**join, OriginationIdentity=arn)
    with refuses() as with_agent:
        aws.associate_origination_identity(**join, OriginationIdentity=agent(emulator))
    joined = aws.associate_origination_identity(
        PoolId=made["PoolId"], OriginationIdentity=agent(emulator), IsoCountryCode="ZZ"
    )

    reasons = {with_number.reason, with_sender_id.reason, with_agent.reason}
    assert reasons == {"COUNTRY_CODE_MISMATCH"}
    assert joined["OriginationIdentity"].startswith("rcs-")


@pytest.mark.parametrize(
    ("asked", "update", "keyword", "reason"),
    [
        ({"MessageType": "PROMOTIONAL"}, {}, None, "MESSAGE_TYPE_MISMATCH"),
        ({"OptOutListName": "news"}, {}, None, "OPT_OUT_LIST_MISMATCH"),
        (
            {},
            {"TwoWayEnabled": True, "TwoWayChannelArn": INBOUND_TOPIC + "2"},
            None,
            "TWO_WAY_CONFIG_MISMATCH",
        ),
        (
            {},
            {
                "TwoWayEnabled": True,
                "TwoWayChannelArn": INBOUND_TOPIC,
                "SelfManagedOptOutsEnabled": True,
            },
            None,
            "SELF_MANAGED_OPT_OUTS_MISMATCH",
        ),
        (
            {},
            {"TwoWayEnabled": True, "TwoWayChannelArn": INBOUND_TOPIC},
            "JOIN",
            "KEYWORD_MISMATCH",
        ),
        (
            {"NumberCapabilities": ["SMS", "VOICE"]},
            {"TwoWayEnabled": True, "TwoWayChannelArn": INBOUND_TOPIC},
            None,
            "NUMBER_CAPABILITIES_MISMATCH",
        ),
    ],
)
def test_a_number_must_match_the_pool(
    aws: "PinpointSMSVoiceV2Client",
    emulator: "Emulator",
    *,
    asked: dict[str, Any],
    update: dict[str, Any],
    keyword: str | None,
    reason: str,
) -> None:
    """Each difference has its reason."""
    aws.create_opt_out_list(OptOutListName="news")
    first = number(aws, emulator)["PhoneNumberId"]
    aws.update_phone_number(PhoneNumberId=first, TwoWayEnabled=True, TwoWayChannelArn=INBOUND_TOPIC)
    made = pool(aws, emulator, first)
    other = number(aws, emulator, **asked)["PhoneNumberId"]
    aws.update_phone_number(PhoneNumberId=other, **update)
    if keyword is not None:
        aws.put_keyword(OriginationIdentity=other, Keyword=keyword, KeywordMessage="Welcome")

    with refuses() as refused:
        aws.associate_origination_identity(PoolId=made["PoolId"], OriginationIdentity=other)

    assert (refused.reason, refused.resource_type) == (reason, "phone-number")


def test_an_agent_must_agree_on_deletion_protection(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """Protection that differs may not be changed by joining."""
    made = pool(aws, emulator, number(aws, emulator)["PhoneNumberId"])
    protected = agent(emulator, deletion_protection_enabled=True)

    with refuses() as refused:
        aws.associate_origination_identity(PoolId=made["PoolId"], OriginationIdentity=protected)

    assert refused.reason == "RESOURCE_MODIFICATION_NOT_ALLOWED"


def test_numbers_and_agents_have_one_pool_and_sender_ids_many(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """A second pool is refused to the first two, a second time to all."""
    arn = aws.request_sender_id(SenderId="Example", IsoCountryCode="GB")["SenderIdArn"]
    key, rcs = number(aws, emulator)["PhoneNumberId"], agent(emulator)
    first = pool(aws, emulator, key)["PoolId"]
    second = pool(aws, emulator, number(aws, emulator)["PhoneNumberId"])["PoolId"]
    british: Any = {"OriginationIdentity": arn, "IsoCountryCode": "GB"}
    aws.associate_origination_identity(PoolId=first, OriginationIdentity=rcs)
    aws.associate_origination_identity(PoolId=first, **british)

    with refuses() as number_elsewhere:
        aws.associate_origination_identity(PoolId=second, OriginationIdentity=key)
    with refuses() as agent_elsewhere:
        aws.associate_origination_identity(PoolId=second, OriginationIdentity=rcs)
    with refuses() as made_of_it:
        aws.create_pool(OriginationIdentity=key, MessageType="TRANSACTIONAL")
    with refuses() as again:
        aws.associate_origination_identity(PoolId=first, **british)
    aws.associate_origination_identity(PoolId=second, **british)

    assert number_elsewhere.reason == made_of_it.reason == "PHONE_NUMBER_ASSOCIATED_TO_POOL"
    assert agent_elsewhere.reason == "RCS_AGENT_ASSOCIATED_TO_POOL"
    assert again.reason == "RESOURCE_ALREADY_ASSOCIATED"


def test_only_active_identities_join(aws: "PinpointSMSVoiceV2Client", emulator: "Emulator") -> None:
    """A number that waits for its registration and a mere draft of an agent cannot."""
    made = pool(aws, emulator, number(aws, emulator)["PhoneNumberId"])
    waiting = aws.request_phone_number(
        IsoCountryCode="US",
        MessageType="TRANSACTIONAL",
        NumberCapabilities=["SMS"],
        NumberType="TOLL_FREE",
    )["PhoneNumberId"]
    created = agent(emulator, status=RcsAgentStatus.CREATED)

    for identity in (waiting, created):
        with refuses() as refused:
            aws.associate_origination_identity(PoolId=made["PoolId"], OriginationIdentity=identity)
        assert refused.reason == "RESOURCE_NOT_ACTIVE"
    with refuses() as alone:
        aws.create_pool(OriginationIdentity=waiting, MessageType="TRANSACTIONAL")

    assert alone.reason == "RESOURCE_NOT_ACTIVE"


def test_members_are_listed_and_filtered(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """Each with its number, country and capabilities."""
    first = number(aws, emulator)
    arn = aws.request_sender_id(SenderId="Example", IsoCountryCode="GB")["SenderIdArn"]
    made = pool(aws, emulator, first["PhoneNumberId"])["PoolId"]
    for identity, country in ((arn, "GB"), (agent(emulator), "ZZ")):
        aws.associate_origination_identity(
            PoolId=made, OriginationIdentity=identity, IsoCountryCode=country
        )

    everybody = aws.list_pool_origination_identities(PoolId=made)["OriginationIdentities"]
    british = aws.list_pool_origination_identities(
        PoolId=made, Filters=[{"Name": "iso-country-code", "Values": ["GB"]}]
    )["OriginationIdentities"]
    rich = aws.list_pool_origination_identities(
        PoolId=made, Filters=[{"Name": "number-capability", "Values": ["RCS"]}]
    )["OriginationIdentities"]

    assert [one["IsoCountryCode"] for one in everybody] == ["US", "GB", "ZZ"]
    assert everybody[0]["PhoneNumber"] == first["PhoneNumber"]
    assert "PhoneNumber" not in everybody[1]
    assert [one["OriginationIdentity"] for one in british] == ["Example"]
    assert [NumberCapability.RCS in one["NumberCapabilities"] for one in rich] == [True]


def test_a_member_leaves_but_not_the_last(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """A stranger cannot leave either."""
    first, other = (number(aws, emulator)["PhoneNumberId"] for _ in range(2))
    made = pool(aws, emulator, first)["PoolId"]

    with refuses() as stranger:
        aws.disassociate_origination_identity(PoolId=made, OriginationIdentity=other)
    aws.associate_origination_identity(PoolId=made, OriginationIdentity=other)
    aws.disassociate_origination_identity(PoolId=made, OriginationIdentity=first)
    with refuses() as last:
        aws.disassociate_origination_identity(PoolId=made, OriginationIdentity=other)

    left, stayed = aws.describe_phone_numbers()["PhoneNumbers"]
    assert stranger.reason == "PHONE_NUMBER_NOT_ASSOCIATED_TO_POOL"
    assert last.reason == "LAST_PHONE_NUMBER"
    assert "PoolId" not in left
    assert stayed["PoolId"] == made


def test_the_last_number_stays_beside_other_identities(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """The others may leave, and a number whose place another number takes."""
    first, other = (number(aws, emulator)["PhoneNumberId"] for _ in range(2))
    made = pool(aws, emulator, first)["PoolId"]
    rcs = agent(emulator)
    aws.associate_origination_identity(PoolId=made, OriginationIdentity=rcs)

    with refuses() as last_number:
        aws.disassociate_origination_identity(PoolId=made, OriginationIdentity=first)
    aws.associate_origination_identity(PoolId=made, OriginationIdentity=other)
    aws.disassociate_origination_identity(PoolId=made, OriginationIdentity=first)
    aws.disassociate_origination_identity(PoolId=made, OriginationIdentity=rcs)

    left = aws.list_pool_origination_identities(PoolId=made)["OriginationIdentities"]
    assert (last_number.reason, last_number.resource_type) == ("LAST_PHONE_NUMBER", "phone-number")
    assert [one["OriginationIdentity"] for one in left] == [other]


def test_the_arn_of_a_sender_id_needs_its_country_beside_it(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """Although the ARN names it, in all that changes a pool; the field is not the request's."""
    made = pool(aws, emulator, number(aws, emulator)["PhoneNumberId"])["PoolId"]
    arn = aws.request_sender_id(SenderId="Example", IsoCountryCode="GB")["SenderIdArn"]

    with refuses() as joins:
        aws.associate_origination_identity(PoolId=made, OriginationIdentity=arn)
    aws.associate_origination_identity(PoolId=made, OriginationIdentity=arn, IsoCountryCode="GB")
    with refuses() as leaves:
        aws.disassociate_origination_identity(PoolId=made, OriginationIdentity=arn)
    with refuses() as begins:
        aws.create_pool(OriginationIdentity=arn, MessageType="TRANSACTIONAL")

    text = 'Validation Exception - Reason="INVALID_ARN" Fields="senderId"'
    for refused in (joins, leaves, begins):
        assert refused.response["Error"]["Message"] == text
        assert refused.fields == ["senderId"]


def test_a_number_that_is_being_set_up_makes_and_joins_a_pool(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """A long code needs nothing but time, and so nobody has to wait before the next request."""
    asked: Any = {
        "IsoCountryCode": "CA",
        "MessageType": "TRANSACTIONAL",
        "NumberCapabilities": ["SMS"],
        "NumberType": "LONG_CODE",
    }
    first, second = (aws.request_phone_number(**asked) for _ in range(2))

    made = aws.create_pool(OriginationIdentity=first["PhoneNumberId"], MessageType="TRANSACTIONAL")[
        "PoolId"
    ]
    emulator.advance(SETTLED)
    third = aws.request_phone_number(**asked, PoolId=made)
    aws.associate_origination_identity(PoolId=made, OriginationIdentity=second["PhoneNumberId"])

    emulator.advance(SETTLED)
    numbers = aws.describe_phone_numbers()["PhoneNumbers"]
    assert [first["Status"], third["Status"]] == ["PENDING", "PENDING"]
    assert [one["Status"] for one in numbers] == ["ACTIVE"] * 3
    assert {one["PoolId"] for one in numbers} == {made}


@pytest.mark.parametrize("number_type", ["TEN_DLC", "TOLL_FREE"])
def test_a_number_that_waits_for_its_registration_is_not_requested_into_a_pool(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", number_type: "RequestableNumberTypeType"
) -> None:
    """It could not join later either; nothing is leased."""
    made = pool(aws, emulator, number(aws, emulator)["PhoneNumberId"])["PoolId"]

    with refuses() as refused:
        aws.request_phone_number(
            IsoCountryCode="US",
            MessageType="TRANSACTIONAL",
            NumberCapabilities=["SMS"],
            NumberType=number_type,
            PoolId=made,
        )

    assert (refused.reason, refused.resource_type) == ("RESOURCE_NOT_ACTIVE", "phone-number")
    assert len(aws.describe_phone_numbers()["PhoneNumbers"]) == 1
