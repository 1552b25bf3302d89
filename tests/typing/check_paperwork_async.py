"""The types of what must be in order first: rules, registrations, verified numbers; awaited.

Read by mypy and pyright, never run.
"""

from collections.abc import Mapping, Sequence
from typing import assert_type

from smsvoice import AsyncSmsVoice, rcs_content
from smsvoice.aio.pager import AsyncPager
from smsvoice.aio.resources.keywords import AsyncKeywords
from smsvoice.aio.resources.protect import (
    AsyncNumberOverrides,
    AsyncProtectConfiguration,
    AsyncProtectConfigurations,
)
from smsvoice.aio.resources.rcs_agents import AsyncRcsAgent, AsyncRcsAgents
from smsvoice.aio.resources.registration_attachments import (
    AsyncRegistrationAttachment,
    AsyncRegistrationAttachments,
)
from smsvoice.aio.resources.registration_collection import AsyncRegistrations
from smsvoice.aio.resources.registration_forms import (
    AsyncRegistrationFields,
    AsyncRegistrationTypes,
)
from smsvoice.aio.resources.registrations import AsyncRegistration
from smsvoice.aio.resources.spend_limits import AsyncSpendLimits
from smsvoice.aio.resources.tags import AsyncTags
from smsvoice.aio.resources.verified_numbers import AsyncVerifiedNumber, AsyncVerifiedNumbers
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


async def check_protect_configurations(sms: AsyncSmsVoice) -> None:
    """`sms.protect_configurations`."""
    assert_type(sms.protect_configurations, AsyncProtectConfigurations)
    assert_type(sms.protect_configurations.at("x"), AsyncProtectConfiguration)
    assert_type(await sms.protect_configurations.get("x"), AsyncProtectConfiguration)
    assert_type(
        sms.protect_configurations.list(),
        AsyncPager[DescribeProtectConfigurationsResult, AsyncProtectConfiguration],
    )
    assert_type(await sms.protect_configurations.create(), AsyncProtectConfiguration)

    rules = sms.protect_configurations.at("x")
    assert_type(rules.id, str)
    assert_type(rules.data, ProtectConfigurationInformation)
    assert_type(rules.arn, str)
    assert_type(rules.number_overrides, AsyncNumberOverrides)
    assert_type(rules.tags, AsyncTags)
    assert_type(await rules.refresh(), AsyncProtectConfiguration)
    assert_type(await rules.update(), AsyncProtectConfiguration)
    await rules.delete()
    assert_type(await rules.associate("x"), AssociateProtectConfigurationResult)
    assert_type(await rules.disassociate("x"), DisassociateProtectConfigurationResult)
    assert_type(await rules.set_account_default(), AsyncProtectConfiguration)
    assert_type(
        await rules.country_rules("SMS"),
        Mapping[str, ProtectConfigurationCountryRuleSetInformation],
    )
    assert_type(
        await rules.update_country_rules("SMS", {"GB": "BLOCK"}),
        Mapping[str, ProtectConfigurationCountryRuleSetInformation],
    )


async def check_rcs_agents(sms: AsyncSmsVoice) -> None:
    """`sms.rcs_agents`."""
    assert_type(sms.rcs_agents, AsyncRcsAgents)
    assert_type(sms.rcs_agents.at("x"), AsyncRcsAgent)
    assert_type(await sms.rcs_agents.get("x"), AsyncRcsAgent)
    assert_type(sms.rcs_agents.list(), AsyncPager[DescribeRcsAgentsResult, AsyncRcsAgent])
    assert_type(await sms.rcs_agents.create(), AsyncRcsAgent)

    agent = sms.rcs_agents.at("x")
    assert_type(agent.id, str)
    assert_type(agent.data, RcsAgentInformation)
    assert_type(agent.arn, str)
    assert_type(agent.status, RcsAgentStatus | None)
    assert_type(agent.keywords, AsyncKeywords)
    assert_type(agent.tags, AsyncTags)
    assert_type(await agent.refresh(), AsyncRcsAgent)
    assert_type(await agent.update(), AsyncRcsAgent)
    await agent.delete()
    assert_type(
        agent.country_launch_status(),
        AsyncPager[DescribeRcsAgentCountryLaunchStatusResult, CountryLaunchStatusInformation],
    )
    assert_type(await agent.wait_until_active(), AsyncRcsAgent)
    assert_type(await agent.send_text("x", message_body="x"), SendTextMessageResult)
    assert_type(
        await agent.send_rcs("x", rcs_message_content=rcs_content.text("x")), SendRcsMessageResult
    )


async def check_registration_attachments(sms: AsyncSmsVoice) -> None:
    """`sms.registration_attachments`."""
    assert_type(sms.registration_attachments, AsyncRegistrationAttachments)
    assert_type(sms.registration_attachments.at("x"), AsyncRegistrationAttachment)
    assert_type(await sms.registration_attachments.get("x"), AsyncRegistrationAttachment)
    assert_type(
        sms.registration_attachments.list(),
        AsyncPager[DescribeRegistrationAttachmentsResult, AsyncRegistrationAttachment],
    )
    assert_type(await sms.registration_attachments.create(b"%PDF-"), AsyncRegistrationAttachment)

    document = sms.registration_attachments.at("x")
    assert_type(document.id, str)
    assert_type(document.data, RegistrationAttachmentsInformation)
    assert_type(document.arn, str)
    assert_type(document.status, AttachmentStatus | None)
    assert_type(document.tags, AsyncTags)
    assert_type(await document.refresh(), AsyncRegistrationAttachment)
    await document.delete()
    assert_type(await document.wait_until_uploaded(), AsyncRegistrationAttachment)


async def check_registration_types(sms: AsyncSmsVoice) -> None:
    """`sms.registration_types`."""
    assert_type(sms.registration_types, AsyncRegistrationTypes)
    assert_type(
        sms.registration_types.list(),
        AsyncPager[DescribeRegistrationTypeDefinitionsResult, RegistrationTypeDefinition],
    )
    assert_type(
        sms.registration_types.sections("x"),
        AsyncPager[DescribeRegistrationSectionDefinitionsResult, RegistrationSectionDefinition],
    )
    assert_type(
        sms.registration_types.fields("x"),
        AsyncPager[DescribeRegistrationFieldDefinitionsResult, RegistrationFieldDefinition],
    )


async def check_registrations(sms: AsyncSmsVoice) -> None:
    """`sms.registrations`."""
    assert_type(sms.registrations, AsyncRegistrations)
    assert_type(sms.registrations.at("x"), AsyncRegistration)
    assert_type(await sms.registrations.get("x"), AsyncRegistration)
    assert_type(
        sms.registrations.list(), AsyncPager[DescribeRegistrationsResult, AsyncRegistration]
    )
    assert_type(await sms.registrations.create("x"), AsyncRegistration)
    assert_type(await sms.registrations.create("x", fields={"a.b": "c"}), AsyncRegistration)
    assert_type(await sms.phone_numbers.at("x").registration(), AsyncRegistration | None)
    assert_type(await sms.sender_ids.at("x", "GB").registration(), AsyncRegistration | None)

    registration = sms.registrations.at("x")
    assert_type(registration.id, str)
    assert_type(registration.data, RegistrationInformation)
    assert_type(registration.arn, str)
    assert_type(registration.status, RegistrationStatus | None)
    assert_type(registration.fields, AsyncRegistrationFields)
    assert_type(registration.tags, AsyncTags)
    assert_type(await registration.refresh(), AsyncRegistration)
    await registration.delete()
    assert_type(await registration.create_version(), CreateRegistrationVersionResult)
    await registration.create_version(copy_fields=2)
    assert_type(await registration.submit(check=False), SubmitRegistrationVersionResult)
    assert_type(await registration.discard(), DiscardRegistrationVersionResult)
    assert_type(
        registration.versions(),
        AsyncPager[DescribeRegistrationVersionsResult, RegistrationVersionInformation],
    )
    assert_type(await registration.associate("x"), CreateRegistrationAssociationResult)
    assert_type(
        registration.associations(),
        AsyncPager[ListRegistrationAssociationsResult, RegistrationAssociationMetadata],
    )
    assert_type(await registration.missing_fields(), tuple[RegistrationFieldDefinition, ...])
    assert_type(await registration.wait_until_reviewed(), AsyncRegistration)


async def check_spend_limits(sms: AsyncSmsVoice) -> None:
    """`sms.spend_limits`."""
    assert_type(sms.spend_limits, AsyncSpendLimits)
    assert_type(sms.spend_limits.list(), AsyncPager[DescribeSpendLimitsResult, SpendLimit])
    assert_type(await sms.spend_limits.set("TEXT_MESSAGE_MONTHLY_SPEND_LIMIT", 5), int)
    assert_type(await sms.spend_limits.clear("TEXT_MESSAGE_MONTHLY_SPEND_LIMIT"), int | None)


async def check_verified_numbers(sms: AsyncSmsVoice) -> None:
    """`sms.verified_numbers`."""
    assert_type(sms.verified_numbers, AsyncVerifiedNumbers)
    assert_type(sms.verified_numbers.at("x"), AsyncVerifiedNumber)
    assert_type(await sms.verified_numbers.get("x"), AsyncVerifiedNumber)
    assert_type(
        sms.verified_numbers.list(),
        AsyncPager[DescribeVerifiedDestinationNumbersResult, AsyncVerifiedNumber],
    )
    assert_type(await sms.verified_numbers.create("x"), AsyncVerifiedNumber)

    tester = sms.verified_numbers.at("x")
    assert_type(tester.id, str)
    assert_type(tester.data, VerifiedDestinationNumberInformation)
    assert_type(tester.arn, str)
    assert_type(tester.status, VerificationStatus | None)
    assert_type(tester.tags, AsyncTags)
    assert_type(await tester.refresh(), AsyncVerifiedNumber)
    assert_type(await tester.send_code("TEXT"), SendDestinationNumberVerificationCodeResult)
    assert_type(await tester.verify("x"), AsyncVerifiedNumber)
    await tester.delete()
    assert_type(await tester.wait_until_verified(), AsyncVerifiedNumber)


async def check_number_overrides(sms: AsyncSmsVoice) -> None:
    """`protect_configurations.at("x").number_overrides`."""
    number_overrides = sms.protect_configurations.at("x").number_overrides
    assert_type(number_overrides, AsyncNumberOverrides)
    assert_type(
        await number_overrides.put("x", action="ALLOW"),
        PutProtectConfigurationRuleSetNumberOverrideResult,
    )
    assert_type(
        await number_overrides.delete("x"), DeleteProtectConfigurationRuleSetNumberOverrideResult
    )
    assert_type(
        number_overrides.list(),
        AsyncPager[
            ListProtectConfigurationRuleSetNumberOverridesResult,
            ProtectConfigurationRuleSetNumberOverride,
        ],
    )


async def check_registration_fields(sms: AsyncSmsVoice) -> None:
    """`registrations.at("x").fields`."""
    registration_fields = sms.registrations.at("x").fields
    assert_type(registration_fields, AsyncRegistrationFields)
    assert_type(
        registration_fields.list(),
        AsyncPager[DescribeRegistrationFieldValuesResult, RegistrationFieldValueInformation],
    )
    assert_type(await registration_fields.put("x"), PutRegistrationFieldValueResult)
    assert_type(
        await registration_fields.put_all({"a.b": "c"}), Sequence[PutRegistrationFieldValueResult]
    )
    assert_type(await registration_fields.delete("x"), DeleteRegistrationFieldValueResult)
