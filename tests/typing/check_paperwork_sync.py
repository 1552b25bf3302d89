"""The types of what must be in order first: rules, registrations, verified numbers; without await.

Read by mypy and pyright, never run.
"""

# The sync flavour of the file beside it; tests/typing/test_checks.py holds the two together.

from collections.abc import Mapping, Sequence
from typing import assert_type

from smsvoice import SmsVoice, rcs_content
from smsvoice.models.messages import SendTextMessageResult
from smsvoice.models.protect import (
    AssociateProtectConfigurationResult,
    DeleteProtectConfigurationRuleSetNumberOverrideResult,
    DescribeProtectConfigurationsResult,
    DisassociateProtectConfigurationResult,
    ListProtectConfigurationRuleSetNumberOverridesResult,
    ProtectConfigurationCountryRuleSetInformation,
    ProtectConfigurationInformation,
    ProtectConfigurationRuleSetNumberOverride,
    PutProtectConfigurationRuleSetNumberOverrideResult,
)
from smsvoice.models.rcs_agents import (
    CountryLaunchStatusInformation,
    DescribeRcsAgentCountryLaunchStatusResult,
    DescribeRcsAgentsResult,
    RcsAgentInformation,
    RcsAgentStatus,
)
from smsvoice.models.rcs_messages import SendRcsMessageResult
from smsvoice.models.registration_attachments import (
    AttachmentStatus,
    DescribeRegistrationAttachmentsResult,
    RegistrationAttachmentsInformation,
)
from smsvoice.models.registration_forms import (
    DeleteRegistrationFieldValueResult,
    DescribeRegistrationFieldDefinitionsResult,
    DescribeRegistrationFieldValuesResult,
    DescribeRegistrationSectionDefinitionsResult,
    DescribeRegistrationTypeDefinitionsResult,
    PutRegistrationFieldValueResult,
    RegistrationFieldDefinition,
    RegistrationFieldValueInformation,
    RegistrationSectionDefinition,
    RegistrationTypeDefinition,
)
from smsvoice.models.registrations import (
    CreateRegistrationAssociationResult,
    CreateRegistrationVersionResult,
    DescribeRegistrationsResult,
    DescribeRegistrationVersionsResult,
    DiscardRegistrationVersionResult,
    ListRegistrationAssociationsResult,
    RegistrationAssociationMetadata,
    RegistrationInformation,
    RegistrationStatus,
    RegistrationVersionInformation,
    SubmitRegistrationVersionResult,
)
from smsvoice.models.spend_limits import DescribeSpendLimitsResult, SpendLimit
from smsvoice.models.verified_numbers import (
    DescribeVerifiedDestinationNumbersResult,
    SendDestinationNumberVerificationCodeResult,
    VerificationStatus,
    VerifiedDestinationNumberInformation,
)
from smsvoice.sync.pager import Pager
from smsvoice.sync.resources.keywords import Keywords
from smsvoice.sync.resources.protect import (
    NumberOverrides,
    ProtectConfiguration,
    ProtectConfigurations,
)
from smsvoice.sync.resources.rcs_agents import RcsAgent, RcsAgents
from smsvoice.sync.resources.registration_attachments import (
    RegistrationAttachment,
    RegistrationAttachments,
)
from smsvoice.sync.resources.registration_collection import Registrations
from smsvoice.sync.resources.registration_forms import RegistrationFields, RegistrationTypes
from smsvoice.sync.resources.registrations import Registration
from smsvoice.sync.resources.spend_limits import SpendLimits
from smsvoice.sync.resources.tags import Tags
from smsvoice.sync.resources.verified_numbers import VerifiedNumber, VerifiedNumbers


def check_protect_configurations(sms: SmsVoice) -> None:
    """`sms.protect_configurations`."""
    assert_type(sms.protect_configurations, ProtectConfigurations)
    assert_type(sms.protect_configurations.at("x"), ProtectConfiguration)
    assert_type(sms.protect_configurations.get("x"), ProtectConfiguration)
    assert_type(
        sms.protect_configurations.list(),
        Pager[DescribeProtectConfigurationsResult, ProtectConfiguration],
    )
    assert_type(sms.protect_configurations.create(), ProtectConfiguration)

    rules = sms.protect_configurations.at("x")
    assert_type(rules.id, str)
    assert_type(rules.data, ProtectConfigurationInformation)
    assert_type(rules.arn, str)
    assert_type(rules.number_overrides, NumberOverrides)
    assert_type(rules.tags, Tags)
    assert_type(rules.refresh(), ProtectConfiguration)
    assert_type(rules.update(), ProtectConfiguration)
    rules.delete()
    assert_type(rules.associate("x"), AssociateProtectConfigurationResult)
    assert_type(rules.disassociate("x"), DisassociateProtectConfigurationResult)
    assert_type(rules.set_account_default(), ProtectConfiguration)
    assert_type(
        rules.country_rules("SMS"), Mapping[str, ProtectConfigurationCountryRuleSetInformation]
    )
    assert_type(
        rules.update_country_rules("SMS", {"GB": "BLOCK"}),
        Mapping[str, ProtectConfigurationCountryRuleSetInformation],
    )


def check_rcs_agents(sms: SmsVoice) -> None:
    """`sms.rcs_agents`."""
    assert_type(sms.rcs_agents, RcsAgents)
    assert_type(sms.rcs_agents.at("x"), RcsAgent)
    assert_type(sms.rcs_agents.get("x"), RcsAgent)
    assert_type(sms.rcs_agents.list(), Pager[DescribeRcsAgentsResult, RcsAgent])
    assert_type(sms.rcs_agents.create(), RcsAgent)

    agent = sms.rcs_agents.at("x")
    assert_type(agent.id, str)
    assert_type(agent.data, RcsAgentInformation)
    assert_type(agent.arn, str)
    assert_type(agent.status, RcsAgentStatus | None)
    assert_type(agent.keywords, Keywords)
    assert_type(agent.tags, Tags)
    assert_type(agent.refresh(), RcsAgent)
    assert_type(agent.update(), RcsAgent)
    agent.delete()
    assert_type(
        agent.country_launch_status(),
        Pager[DescribeRcsAgentCountryLaunchStatusResult, CountryLaunchStatusInformation],
    )
    assert_type(agent.wait_until_active(), RcsAgent)
    assert_type(agent.send_text("x", message_body="x"), SendTextMessageResult)
    assert_type(
        agent.send_rcs("x", rcs_message_content=rcs_content.text("x")), SendRcsMessageResult
    )


def check_registration_attachments(sms: SmsVoice) -> None:
    """`sms.registration_attachments`."""
    assert_type(sms.registration_attachments, RegistrationAttachments)
    assert_type(sms.registration_attachments.at("x"), RegistrationAttachment)
    assert_type(sms.registration_attachments.get("x"), RegistrationAttachment)
    assert_type(
        sms.registration_attachments.list(),
        Pager[DescribeRegistrationAttachmentsResult, RegistrationAttachment],
    )
    assert_type(sms.registration_attachments.create(b"%PDF-"), RegistrationAttachment)

    document = sms.registration_attachments.at("x")
    assert_type(document.id, str)
    assert_type(document.data, RegistrationAttachmentsInformation)
    assert_type(document.arn, str)
    assert_type(document.status, AttachmentStatus | None)
    assert_type(document.tags, Tags)
    assert_type(document.refresh(), RegistrationAttachment)
    document.delete()
    assert_type(document.wait_until_uploaded(), RegistrationAttachment)


def check_registration_types(sms: SmsVoice) -> None:
    """`sms.registration_types`."""
    assert_type(sms.registration_types, RegistrationTypes)
    assert_type(
        sms.registration_types.list(),
        Pager[DescribeRegistrationTypeDefinitionsResult, RegistrationTypeDefinition],
    )
    assert_type(
        sms.registration_types.sections("x"),
        Pager[DescribeRegistrationSectionDefinitionsResult, RegistrationSectionDefinition],
    )
    assert_type(
        sms.registration_types.fields("x"),
        Pager[DescribeRegistrationFieldDefinitionsResult, RegistrationFieldDefinition],
    )


def check_registrations(sms: SmsVoice) -> None:
    """`sms.registrations`."""
    assert_type(sms.registrations, Registrations)
    assert_type(sms.registrations.at("x"), Registration)
    assert_type(sms.registrations.get("x"), Registration)
    assert_type(sms.registrations.list(), Pager[DescribeRegistrationsResult, Registration])
    assert_type(sms.registrations.create("x"), Registration)
    assert_type(sms.registrations.create("x", fields={"a.b": "c"}), Registration)
    assert_type(sms.phone_numbers.at("x").registration(), Registration | None)
    assert_type(sms.sender_ids.at("x", "GB").registration(), Registration | None)

    registration = sms.registrations.at("x")
    assert_type(registration.id, str)
    assert_type(registration.data, RegistrationInformation)
    assert_type(registration.arn, str)
    assert_type(registration.status, RegistrationStatus | None)
    assert_type(registration.fields, RegistrationFields)
    assert_type(registration.tags, Tags)
    assert_type(registration.refresh(), Registration)
    registration.delete()
    assert_type(registration.create_version(), CreateRegistrationVersionResult)
    registration.create_version(copy_fields=2)
    assert_type(registration.submit(check=False), SubmitRegistrationVersionResult)
    assert_type(registration.discard(), DiscardRegistrationVersionResult)
    assert_type(
        registration.versions(),
        Pager[DescribeRegistrationVersionsResult, RegistrationVersionInformation],
    )
    assert_type(registration.associate("x"), CreateRegistrationAssociationResult)
    assert_type(
        registration.associations(),
        Pager[ListRegistrationAssociationsResult, RegistrationAssociationMetadata],
    )
    assert_type(registration.missing_fields(), tuple[RegistrationFieldDefinition, ...])
    assert_type(registration.wait_until_reviewed(), Registration)


def check_spend_limits(sms: SmsVoice) -> None:
    """`sms.spend_limits`."""
    assert_type(sms.spend_limits, SpendLimits)
    assert_type(sms.spend_limits.list(), Pager[DescribeSpendLimitsResult, SpendLimit])
    assert_type(sms.spend_limits.set("TEXT_MESSAGE_MONTHLY_SPEND_LIMIT", 5), int)
    assert_type(sms.spend_limits.clear("TEXT_MESSAGE_MONTHLY_SPEND_LIMIT"), int | None)


def check_verified_numbers(sms: SmsVoice) -> None:
    """`sms.verified_numbers`."""
    assert_type(sms.verified_numbers, VerifiedNumbers)
    assert_type(sms.verified_numbers.at("x"), VerifiedNumber)
    assert_type(sms.verified_numbers.get("x"), VerifiedNumber)
    assert_type(
        sms.verified_numbers.list(), Pager[DescribeVerifiedDestinationNumbersResult, VerifiedNumber]
    )
    assert_type(sms.verified_numbers.create("x"), VerifiedNumber)

    tester = sms.verified_numbers.at("x")
    assert_type(tester.id, str)
    assert_type(tester.data, VerifiedDestinationNumberInformation)
    assert_type(tester.arn, str)
    assert_type(tester.status, VerificationStatus | None)
    assert_type(tester.tags, Tags)
    assert_type(tester.refresh(), VerifiedNumber)
    assert_type(tester.send_code("TEXT"), SendDestinationNumberVerificationCodeResult)
    assert_type(tester.verify("x"), VerifiedNumber)
    tester.delete()
    assert_type(tester.wait_until_verified(), VerifiedNumber)


def check_number_overrides(sms: SmsVoice) -> None:
    """`protect_configurations.at("x").number_overrides`."""
    number_overrides = sms.protect_configurations.at("x").number_overrides
    assert_type(number_overrides, NumberOverrides)
    assert_type(
        number_overrides.put("x", action="ALLOW"),
        PutProtectConfigurationRuleSetNumberOverrideResult,
    )
    assert_type(number_overrides.delete("x"), DeleteProtectConfigurationRuleSetNumberOverrideResult)
    assert_type(
        number_overrides.list(),
        Pager[
            ListProtectConfigurationRuleSetNumberOverridesResult,
            ProtectConfigurationRuleSetNumberOverride,
        ],
    )


def check_registration_fields(sms: SmsVoice) -> None:
    """`registrations.at("x").fields`."""
    registration_fields = sms.registrations.at("x").fields
    assert_type(registration_fields, RegistrationFields)
    assert_type(
        registration_fields.list(),
        Pager[DescribeRegistrationFieldValuesResult, RegistrationFieldValueInformation],
    )
    assert_type(registration_fields.put("x"), PutRegistrationFieldValueResult)
    assert_type(
        registration_fields.put_all({"a.b": "c"}), Sequence[PutRegistrationFieldValueResult]
    )
    assert_type(registration_fields.delete("x"), DeleteRegistrationFieldValueResult)
