"""ClientToken: how long a token counts, and what for."""

from typing import TYPE_CHECKING

from tests.factories.constants import EVENTS_TOPIC
from tests.factories.identities import long_code, simulator

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client

    from smsvoice.emulator import Emulator

DAY = 86_400


def names(aws: "PinpointSMSVoiceV2Client") -> list[str]:
    """The names of the opt-out lists."""
    return [one["OptOutListName"] for one in aws.describe_opt_out_lists()["OptOutLists"]]


def test_a_token_makes_again_what_was_deleted(aws: "PinpointSMSVoiceV2Client") -> None:
    """The answer is never about a list that is not there."""
    aws.create_opt_out_list(OptOutListName="news", ClientToken="t")
    aws.delete_opt_out_list(OptOutListName="news")

    aws.create_opt_out_list(OptOutListName="news", ClientToken="t")

    assert "news" in names(aws)


def test_a_token_of_something_deleted_may_carry_another_request(
    aws: "PinpointSMSVoiceV2Client",
) -> None:
    """It was forgotten with what it made."""
    aws.create_opt_out_list(OptOutListName="news", ClientToken="t")
    aws.delete_opt_out_list(OptOutListName="news")

    aws.create_opt_out_list(OptOutListName="offers", ClientToken="t")

    assert "offers" in names(aws)


def test_a_token_counts_for_a_day(aws: "PinpointSMSVoiceV2Client", emulator: "Emulator") -> None:
    """Within it the answer is the same; after it the request is new."""
    first = aws.create_protect_configuration(ClientToken="t")
    emulator.advance(DAY - 1)
    within = aws.create_protect_configuration(ClientToken="t")
    emulator.advance(1)
    after = aws.create_protect_configuration(ClientToken="t")

    assert within["ProtectConfigurationId"] == first["ProtectConfigurationId"]
    assert after["ProtectConfigurationId"] != first["ProtectConfigurationId"]


def test_old_tokens_take_no_room(aws: "PinpointSMSVoiceV2Client", emulator: "Emulator") -> None:
    """Those of yesterday are dropped when one of today comes."""
    for number in range(5):
        aws.create_opt_out_list(OptOutListName=f"n{number}", ClientToken=f"t{number}")
    emulator.advance(DAY)

    aws.create_opt_out_list(OptOutListName="n5", ClientToken="t5")

    (account,) = emulator.engine.store.accounts()
    assert len(account.tables["client_tokens"]) == 1


def test_an_event_destination_that_was_deleted_is_made_again(
    aws: "PinpointSMSVoiceV2Client",
) -> None:
    """Its configuration set was there all the time."""
    aws.create_configuration_set(ConfigurationSetName="orders")

    def create() -> None:
        aws.create_event_destination(
            ConfigurationSetName="orders",
            EventDestinationName="topic",
            MatchingEventTypes=["ALL"],
            SnsDestination={"TopicArn": EVENTS_TOPIC},
            ClientToken="t",
        )

    create()
    create()
    aws.delete_event_destination(ConfigurationSetName="orders", EventDestinationName="topic")
    create()

    (found,) = aws.describe_configuration_sets()["ConfigurationSets"]
    assert [one["EventDestinationName"] for one in found["EventDestinations"]] == ["topic"]


def test_a_member_that_left_joins_again_and_leaves_again(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """The same two tokens, each as often as it has something to do."""
    first, second = long_code(aws, emulator), long_code(aws, emulator)
    pool = aws.create_pool(
        OriginationIdentity=first, IsoCountryCode="CA", MessageType="TRANSACTIONAL"
    )["PoolId"]
    emulator.advance(10)

    def members() -> int:
        listed = aws.list_pool_origination_identities(PoolId=pool)
        return len(listed["OriginationIdentities"])

    counts = []
    for _ in range(2):
        aws.associate_origination_identity(
            PoolId=pool, OriginationIdentity=second, IsoCountryCode="CA", ClientToken="in"
        )
        counts.append(members())
        aws.disassociate_origination_identity(
            PoolId=pool, OriginationIdentity=second, IsoCountryCode="CA", ClientToken="out"
        )
        counts.append(members())

    assert counts == [2, 1, 2, 1]


def test_an_override_that_was_deleted_is_put_again(aws: "PinpointSMSVoiceV2Client") -> None:
    """The protect configuration was there all the time."""
    protect = aws.create_protect_configuration()["ProtectConfigurationId"]
    number = "+12065550142"
    for _ in range(2):
        aws.put_protect_configuration_rule_set_number_override(
            ProtectConfigurationId=protect,
            DestinationPhoneNumber=number,
            Action="BLOCK",
            ClientToken="t",
        )
        listed = aws.list_protect_configuration_rule_set_number_overrides(
            ProtectConfigurationId=protect
        )
        aws.delete_protect_configuration_rule_set_number_override(
            ProtectConfigurationId=protect, DestinationPhoneNumber=number
        )

        assert len(listed["RuleSetNumberOverrides"]) == 1


def test_a_released_number_is_requested_anew(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """Once it has gone; while it is leaving, the answer is about it."""
    asked = {
        "IsoCountryCode": "CA",
        "MessageType": "TRANSACTIONAL",
        "NumberCapabilities": ["SMS"],
        "NumberType": "LONG_CODE",
    }
    first = aws.request_phone_number(**asked, ClientToken="t")  # type: ignore[arg-type]
    emulator.advance(10)
    aws.release_phone_number(PhoneNumberId=first["PhoneNumberId"])
    emulator.advance(10)

    second = aws.request_phone_number(**asked, ClientToken="t")  # type: ignore[arg-type]

    assert simulator(aws)
    assert second["PhoneNumberId"] != first["PhoneNumberId"]
