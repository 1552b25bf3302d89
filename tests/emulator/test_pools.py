"""Pools and who is in them."""

from typing import TYPE_CHECKING, Any

import pytest

from tests.factories.constants import INBOUND_TOPIC, SETTLED
from tests.factories.identities import many_numbers, number, pool
from tests.factories.refusals import refuses

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client

    from smsvoice.emulator import Emulator


def test_a_pool_is_shaped_by_its_first_identity(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """List, two-way, opt-outs and keywords come from it, deletion protection does not."""
    aws.create_opt_out_list(OptOutListName="news")
    first = number(aws, emulator, OptOutListName="news")["PhoneNumberId"]
    aws.update_phone_number(
        PhoneNumberId=first,
        TwoWayEnabled=True,
        TwoWayChannelArn=INBOUND_TOPIC,
        SelfManagedOptOutsEnabled=True,
        DeletionProtectionEnabled=True,
    )
    aws.put_keyword(OriginationIdentity=first, Keyword="join", KeywordMessage="Welcome")

    made = pool(aws, emulator, first, Tags=[{"Key": "team", "Value": "news"}])

    (found,) = aws.describe_pools()["Pools"]
    keywords = aws.describe_keywords(OriginationIdentity=made["PoolId"])["Keywords"]
    assert (made["Status"], found["Status"]) == ("CREATING", "ACTIVE")
    assert found["OptOutListName"] == "news"
    assert (found["TwoWayEnabled"], found["TwoWayChannelArn"]) == (True, INBOUND_TOPIC)
    assert found["SelfManagedOptOutsEnabled"]
    assert not found["DeletionProtectionEnabled"]
    assert not found["SharedRoutesEnabled"]
    assert made["Tags"] == [{"Key": "team", "Value": "news"}]
    assert {one["Keyword"] for one in keywords} == {"HELP", "STOP", "JOIN"}
    assert aws.describe_phone_numbers()["PhoneNumbers"][0]["PoolId"] == made["PoolId"]


def test_the_first_identity_decides_the_message_type(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """A pool of another type cannot begin with it; a sender ID has both types."""
    first = number(aws, emulator)["PhoneNumberId"]
    aws.request_sender_id(SenderId="Example", IsoCountryCode="GB")

    with refuses() as refused:
        aws.create_pool(OriginationIdentity=first, MessageType="PROMOTIONAL")
    made = aws.create_pool(
        OriginationIdentity="Example", IsoCountryCode="GB", MessageType="PROMOTIONAL"
    )

    assert refused.reason == "MESSAGE_TYPE_MISMATCH"
    assert (made["MessageType"], made["OptOutListName"]) == ("PROMOTIONAL", "Default")


@pytest.mark.parametrize(
    ("identity", "country", "reason"),
    [
        ("phone-nobody", None, None),
        ("Nobody", "GB", None),
        ("Example", None, "INVALID_ARN"),
        ("arn:aws:sms-voice:us-east-1:123456789012:pool/pool-1", None, None),
        ("arn:aws:sms-voice:eu-west-1:123456789012:phone-number/phone-1", None, "INVALID_ARN"),
    ],
)
def test_an_identity_must_be_named_well(
    aws: "PinpointSMSVoiceV2Client", identity: str, country: str | None, reason: str | None
) -> None:
    """An unknown one is not found, and letters need a country."""
    more: dict[str, Any] = {} if country is None else {"IsoCountryCode": country}

    with refuses() as refused:
        aws.create_pool(OriginationIdentity=identity, MessageType="TRANSACTIONAL", **more)

    expected = "ResourceNotFoundException" if reason is None else "ValidationException"
    assert (refused.code, refused.reason) == (expected, reason)


def test_a_pool_is_no_identity_of_a_pool(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """An existing pool's id is refused too."""
    made = pool(aws, emulator, number(aws, emulator)["PhoneNumberId"])

    with refuses() as refused:
        aws.create_pool(OriginationIdentity=made["PoolId"], MessageType="TRANSACTIONAL")

    assert refused.reason == "INVALID_ARN"


def test_members_follow_the_pool(aws: "PinpointSMSVoiceV2Client", emulator: "Emulator") -> None:
    """What the pool is set to, a number takes along when the pool goes."""
    key = number(aws, emulator)["PhoneNumberId"]
    made = pool(aws, emulator, key)["PoolId"]
    aws.create_opt_out_list(OptOutListName="news")
    aws.update_pool(
        PoolId=made,
        OptOutListName="news",
        TwoWayEnabled=True,
        TwoWayChannelArn=INBOUND_TOPIC,
        SharedRoutesEnabled=True,
    )
    aws.put_keyword(OriginationIdentity=made, Keyword="JOIN", KeywordMessage="Welcome")

    deleted = aws.delete_pool(PoolId=made)
    going = aws.describe_pools()["Pools"]
    emulator.advance(SETTLED)

    (found,) = aws.describe_phone_numbers()["PhoneNumbers"]
    keywords = aws.describe_keywords(OriginationIdentity=key, Keywords=["JOIN"])["Keywords"]
    assert (deleted["Status"], going[0]["Status"]) == ("DELETING", "DELETING")
    assert deleted["SharedRoutesEnabled"]
    assert aws.describe_pools()["Pools"] == []
    assert (found["OptOutListName"], found["TwoWayChannelArn"]) == ("news", INBOUND_TOPIC)
    assert "PoolId" not in found
    assert keywords[0]["KeywordMessage"] == "Welcome"


@pytest.mark.parametrize(
    ("members", "reason"),
    [
        ({"TwoWayEnabled": True}, "TWO_WAY_CHANNEL_NOT_PRESENT"),
        ({"SelfManagedOptOutsEnabled": True}, "TWO_WAY_NOT_ENABLED"),
        ({"OptOutListName": "nobody"}, None),
    ],
)
def test_settings_that_do_not_go_together_are_refused(
    aws: "PinpointSMSVoiceV2Client",
    emulator: "Emulator",
    members: dict[str, Any],
    reason: str | None,
) -> None:
    """As for a number."""
    made = pool(aws, emulator, number(aws, emulator)["PhoneNumberId"])["PoolId"]

    with refuses() as refused:
        aws.update_pool(PoolId=made, **members)

    assert refused.reason == reason


def test_a_pool_that_is_not_active_takes_no_change(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """While it is being made nothing but reading works."""
    key, other = (number(aws, emulator)["PhoneNumberId"] for _ in range(2))
    made = aws.create_pool(OriginationIdentity=key, MessageType="TRANSACTIONAL")["PoolId"]
    join: dict[str, Any] = {"PoolId": made, "OriginationIdentity": other}
    changes = (
        lambda: aws.update_pool(PoolId=made, SharedRoutesEnabled=True),
        lambda: aws.delete_pool(PoolId=made),
        lambda: aws.associate_origination_identity(**join),
        lambda: aws.disassociate_origination_identity(PoolId=made, OriginationIdentity=key),
    )

    for change in changes:
        with refuses() as refused:
            change()
        assert (refused.reason, refused.resource_type) == ("RESOURCE_NOT_ACTIVE", "pool")

    assert aws.describe_pools(PoolIds=[made])["Pools"][0]["Status"] == "CREATING"


def test_a_protected_pool_stays(aws: "PinpointSMSVoiceV2Client", emulator: "Emulator") -> None:
    """Until its protection is switched off; afterwards it is gone for good."""
    key = number(aws, emulator)["PhoneNumberId"]
    made = pool(aws, emulator, key, DeletionProtectionEnabled=True)["PoolId"]

    with refuses() as refused:
        aws.delete_pool(PoolId=made)
    aws.update_pool(PoolId=made, DeletionProtectionEnabled=False)
    aws.delete_pool(PoolId=made)
    emulator.advance(SETTLED)
    with refuses() as gone:
        aws.delete_pool(PoolId=made)

    assert refused.reason == "DELETION_PROTECTION_ENABLED"
    assert (gone.code, gone.resource_type) == ("ResourceNotFoundException", "pool")


def test_the_pool_of_a_notify_configuration_stays(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """Until the configuration lets it go; it must be a pool in the first place."""
    made = pool(aws, emulator, number(aws, emulator)["PhoneNumberId"])
    asked: dict[str, Any] = {
        "DisplayName": "Example",
        "UseCase": "CODE_VERIFICATION",
        "EnabledChannels": ["SMS"],
    }
    bound = aws.create_notify_configuration(**asked, PoolId=made["PoolArn"])

    with refuses() as refused:
        aws.delete_pool(PoolId=made["PoolId"])
    with refuses() as unknown:
        aws.create_notify_configuration(**asked, PoolId="pool-nobody")
    aws.update_notify_configuration(
        NotifyConfigurationId=bound["NotifyConfigurationId"],
        PoolId="UNSET_DEFAULT_POOL_FOR_NOTIFY",
    )
    aws.delete_pool(PoolId=made["PoolId"])

    assert refused.reason == "POOL_ASSOCIATED_TO_NOTIFY_CONFIGURATION"
    assert (unknown.code, unknown.resource_type) == ("ResourceNotFoundException", "pool")
    assert bound["PoolId"] == made["PoolId"]


def test_quotas_hold(aws: "PinpointSMSVoiceV2Client", emulator: "Emulator") -> None:
    """25 pools an account, 100 identities a pool."""
    sender_ids = [
        aws.request_sender_id(SenderId=f"Brand{index}", IsoCountryCode="GB")["SenderIdArn"]
        for index in range(101)
    ]
    made = [pool(aws, emulator, sender_ids[0], IsoCountryCode="GB")["PoolId"] for _ in range(25)]
    join: Any = {"PoolId": made[0], "IsoCountryCode": "GB"}
    for identity in sender_ids[1:100]:
        aws.associate_origination_identity(**join, OriginationIdentity=identity)

    with refuses() as too_many_identities:
        aws.associate_origination_identity(**join, OriginationIdentity=sender_ids[100])
    with refuses() as too_many_pools:
        aws.create_pool(
            OriginationIdentity=sender_ids[0], IsoCountryCode="GB", MessageType="TRANSACTIONAL"
        )

    assert too_many_identities.reason == "ORIGINATION_IDENTITIES_PER_POOL"
    assert too_many_pools.reason == "POOLS_PER_ACCOUNT"


@pytest.mark.parametrize(
    ("name", "value", "count"),
    [
        ("status", "ACTIVE", 2),
        ("message-type", "PROMOTIONAL", 1),
        ("two-way-enabled", "true", 1),
        ("self-managed-opt-outs-enabled", "true", 1),
        ("opt-out-list-name", "news", 1),
        ("shared-routes-enabled", "true", 1),
        ("deletion-protection-enabled", "true", 1),
        ("two-way-channel-arn", INBOUND_TOPIC, 1),
    ],
)
def test_every_filter_narrows(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", name: Any, value: str, count: int
) -> None:
    """Each filter looks at its own member."""
    aws.create_opt_out_list(OptOutListName="news")
    pool(aws, emulator, number(aws, emulator)["PhoneNumberId"], DeletionProtectionEnabled=True)
    key = number(aws, emulator, MessageType="PROMOTIONAL")["PhoneNumberId"]
    made = pool(aws, emulator, key, MessageType="PROMOTIONAL")["PoolId"]
    aws.update_pool(
        PoolId=made,
        TwoWayEnabled=True,
        TwoWayChannelArn=INBOUND_TOPIC,
        SelfManagedOptOutsEnabled=True,
        OptOutListName="news",
        SharedRoutesEnabled=True,
    )

    found = aws.describe_pools(Filters=[{"Name": name, "Values": [value]}])

    assert len(found["Pools"]) == count


def test_ids_exclude_an_owner(aws: "PinpointSMSVoiceV2Client", emulator: "Emulator") -> None:
    """And nothing is shared."""
    made = pool(aws, emulator, number(aws, emulator)["PhoneNumberId"])["PoolId"]

    with refuses() as both:
        aws.describe_pools(PoolIds=[made], Owner="SHARED")
    with refuses() as unknown:
        aws.describe_pools(PoolIds=["pool-nobody"])

    assert both.reason == "PARAMETERS_CANNOT_BE_USED_TOGETHER"
    assert (unknown.code, unknown.resource_type) == ("ResourceNotFoundException", "pool")
    assert aws.describe_pools(Owner="SHARED")["Pools"] == []


def test_without_quotas_a_pool_holds_more(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """And its members come in pages."""
    first = number(aws, emulator)["PhoneNumberId"]
    made = pool(aws, emulator, first)["PoolId"]
    emulator.settings.quotas = False
    many_numbers(emulator, first, 100, pool_id=None)

    for index in range(100):
        aws.associate_origination_identity(PoolId=made, OriginationIdentity=f"phone-{index:032x}")

    pages = aws.get_paginator("list_pool_origination_identities").paginate(PoolId=made)
    assert sum(len(page["OriginationIdentities"]) for page in pages) == 101
