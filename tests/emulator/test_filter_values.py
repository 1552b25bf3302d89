"""Filters whose values AWS lists: another value is refused."""

from typing import TYPE_CHECKING, Any

import pytest

from tests.factories.identities import agent, number, pool
from tests.factories.refusals import refuses

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client

    from smsvoice.emulator import Emulator

LISTED = [
    ("describe_configuration_sets", "default-message-type", "TRANSACTIONAL"),
    ("describe_configuration_sets", "matching-event-types", "TEXT_DELIVERED"),
    ("describe_keywords", "keyword-action", "OPT_OUT"),
    ("describe_notify_configurations", "enabled-channels", "SMS"),
    ("describe_notify_configurations", "status", "ACTIVE"),
    ("describe_notify_configurations", "tier-upgrade-status", "BASIC"),
    ("describe_notify_configurations", "use-case", "CODE_VERIFICATION"),
    ("describe_notify_templates", "channels", "VOICE"),
    ("describe_notify_templates", "supported-voice-ids", "JOANNA"),
    ("describe_notify_templates", "template-type", "OTP_VERIFICATION"),
    ("describe_notify_templates", "tier-access", "BASIC"),
    ("describe_phone_numbers", "message-type", "PROMOTIONAL"),
    ("describe_phone_numbers", "number-capability", "SMS"),
    ("describe_phone_numbers", "number-type", "TOLL_FREE"),
    ("describe_phone_numbers", "status", "ACTIVE"),
    ("describe_pools", "message-type", "PROMOTIONAL"),
    ("describe_pools", "status", "ACTIVE"),
    ("describe_rcs_agent_country_launch_status", "country-launch-status", "PARTIAL"),
    ("describe_rcs_agents", "status", "TESTING"),
    ("describe_registration_attachments", "attachment-status", "UPLOAD_COMPLETE"),
    ("describe_registration_versions", "registration-version-status", "DRAFT"),
    ("describe_registrations", "registration-status", "CREATED"),
    ("describe_sender_ids", "message-type", "PROMOTIONAL"),
    ("describe_verified_destination_numbers", "status", "PENDING"),
    ("list_pool_origination_identities", "number-capability", "VOICE"),
    ("list_protect_configuration_rule_set_number_overrides", "action", "BLOCK"),
]


def _whole(aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", operation: str) -> dict[str, Any]:
    """What some listings have to be told besides their filters."""
    if operation == "describe_keywords":
        return {"OriginationIdentity": number(aws, emulator)["PhoneNumberId"]}
    if operation == "describe_rcs_agent_country_launch_status":
        return {"RcsAgentId": agent(emulator)}
    if operation == "describe_registration_versions":
        made = aws.create_registration(RegistrationType="US_TEN_DLC_BRAND_REGISTRATION")
        return {"RegistrationId": made["RegistrationId"]}
    if operation == "list_pool_origination_identities":
        return {"PoolId": pool(aws, emulator, number(aws, emulator)["PhoneNumberId"])["PoolId"]}
    if operation.startswith("list_protect"):
        made_too = aws.create_protect_configuration()
        return {"ProtectConfigurationId": made_too["ProtectConfigurationId"]}
    return {}


@pytest.mark.parametrize(("operation", "name", "value"), LISTED)
def test_a_value_that_aws_does_not_list_is_refused(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", operation: str, name: str, value: str
) -> None:
    """Also one in small letters beside a good one; a listed value is taken, whatever it finds."""
    listing: Any = getattr(aws, operation)
    whole = _whole(aws, emulator, operation)

    for values in (["maybe"], [value, value.lower()]):
        with refuses() as refused:
            listing(**whole, Filters=[{"Name": name, "Values": values}])
        assert refused.reason == "INVALID_FILTER_VALUES"
        assert refused.fields == ["Filters"]
    listing(**whole, Filters=[{"Name": name, "Values": [value]}])
