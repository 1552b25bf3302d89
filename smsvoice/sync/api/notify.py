"""Operations of notify under AWS's names."""

# Mirrored from smsvoice/aio/api/notify.py by `python -m codegen`. Change that file, not this one.

from __future__ import annotations

from collections.abc import Mapping, Sequence

import smsvoice.models as models
import smsvoice.operations as operations
from smsvoice.sync.api_base import ApiBase
from smsvoice.sync.pager import Pager


class NotifyApi(ApiBase):
    """Operations of notify."""

    def create_notify_configuration(
        self,
        *,
        display_name: str,
        use_case: models.notify.NotifyConfigurationUseCaseArgument,
        enabled_channels: Sequence[models.common.NumberCapabilityArgument],
        default_template_id: str | None = None,
        pool_id: str | None = None,
        enabled_countries: Sequence[str] | None = None,
        deletion_protection_enabled: bool | None = None,
        client_token: str | None = None,
        tags: models.common.TagListArgument | None = None,
    ) -> models.notify.CreateNotifyConfigurationResult:
        """Create a notify configuration for templated messages; AWS reviews its display name before
        it becomes ACTIVE.

        Args:
            display_name: Name of the configuration, 1 to 15 letters, digits, spaces, hyphens or
                underscores; reviewed, and fixed after creation.
            use_case: Purpose of the notify configuration, fixed on creation; CODE_VERIFICATION is
                the only one so far.
            enabled_channels: Channels the configuration may send on, at least one; SMS and VOICE
                are supported.
            default_template_id: Id of the template for sends that name none, e.g.
                notify-code-verification-english-001; without it, every send must.
            pool_id: Identifier or ARN of your own pool to send from by default; optional.
            enabled_countries: ISO 3166-1 alpha-2 codes the configuration may send to, at most 300;
                tier BASIC allows 30.
            deletion_protection_enabled: True refuses deleting or releasing it until switched off;
                new resources start with False.
            client_token: Idempotency key, 1 to 64 printable characters; a repeat with the same
                token acts once. Random if absent.
            tags: Tags of the resource, at most 200 pairs of key and value.

        Returns:
            The new notify configuration, mostly PENDING for some seconds.

        Raises:
            ConflictError: RESOURCE_NOT_ACTIVE: the pool cannot send yet; RESOURCE_ALREADY_EXISTS:
                the client token was used for another request.
            ResourceNotFoundError: pool or notify-template: the given one does not exist.
            ServiceQuotaExceededError: NOTIFY_CONFIGURATIONS_PER_ACCOUNT: 25 notify configurations
                exist.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_CreateNotifyConfiguration.html
        """
        return self._call(
            operations.notify.CREATE_NOTIFY_CONFIGURATION,
            {
                "display_name": display_name,
                "use_case": use_case,
                "enabled_channels": enabled_channels,
                "default_template_id": default_template_id,
                "pool_id": pool_id,
                "enabled_countries": enabled_countries,
                "deletion_protection_enabled": deletion_protection_enabled,
                "client_token": client_token,
                "tags": tags,
            },
        )

    def delete_notify_configuration(
        self,
        *,
        notify_configuration_id: str,
    ) -> models.notify.DeleteNotifyConfigurationResult:
        """Delete a notify configuration, which sets its pool free.

        Args:
            notify_configuration_id: Identifier or ARN of the notify configuration to delete.

        Returns:
            The notify configuration as it last was.

        Raises:
            ConflictError: DELETION_PROTECTION_ENABLED: switch the protection off first.
            ResourceNotFoundError: notify-configuration: it does not exist, or is gone already.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DeleteNotifyConfiguration.html
        """
        return self._call(
            operations.notify.DELETE_NOTIFY_CONFIGURATION,
            {
                "notify_configuration_id": notify_configuration_id,
            },
        )

    def describe_notify_configurations(
        self,
        *,
        notify_configuration_ids: Sequence[str] | None = None,
        filters: Sequence[models.notify.NotifyConfigurationFilterArgument] | None = None,
        max_results: int | None = None,
        starting_token: str | None = None,
    ) -> Pager[
        models.notify.DescribeNotifyConfigurationsResult,
        models.notify.NotifyConfigurationInformation,
    ]:
        """List notify configurations: those given by id, those that pass the filters, or all.

        Args:
            notify_configuration_ids: Identifiers or ARNs of the notify configurations wanted, at
                most 5; an unknown one fails the call.
            filters: Narrow the list; filters are ANDed.
            max_results: Most items per page, 1 to 100; a page may hold fewer, even none, before the
                last.
            starting_token: Where an earlier walk stopped.

        Returns:
            A pager over all pages. Each item is a notify configuration with its tier and status.

        Raises:
            ResourceNotFoundError: notify-configuration: one of the given ids is unknown, which
                fails the whole call.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DescribeNotifyConfigurations.html
        """
        return self._pages(
            operations.notify.DESCRIBE_NOTIFY_CONFIGURATIONS,
            {
                "notify_configuration_ids": notify_configuration_ids,
                "filters": filters,
                "max_results": max_results,
            },
            starting_token,
        )

    def describe_notify_templates(
        self,
        *,
        template_ids: Sequence[str] | None = None,
        filters: Sequence[models.notify.NotifyTemplateFilterArgument] | None = None,
        max_results: int | None = None,
        starting_token: str | None = None,
    ) -> Pager[
        models.notify.DescribeNotifyTemplatesResult, models.notify.NotifyTemplateInformation
    ]:
        """List the templates that AWS offers for notify messages; you cannot add your own.

        Args:
            template_ids: Identifiers of the notify templates wanted, 1 to 10; an unknown one fails
                the call.
            filters: Narrow the list; filters are ANDed.
            max_results: Most items per page, 1 to 100; a page may hold fewer, even none, before the
                last.
            starting_token: Where an earlier walk stopped.

        Returns:
            A pager over all pages. Each item is a template: its text, variables, channels and
                countries.

        Raises:
            ResourceNotFoundError: notify-template: one of the given ids is unknown, which fails the
                whole call.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DescribeNotifyTemplates.html
        """
        return self._pages(
            operations.notify.DESCRIBE_NOTIFY_TEMPLATES,
            {
                "template_ids": template_ids,
                "filters": filters,
                "max_results": max_results,
            },
            starting_token,
        )

    def list_notify_countries(
        self,
        *,
        channels: Sequence[models.common.NumberCapabilityArgument] | None = None,
        use_cases: Sequence[models.notify.NotifyConfigurationUseCaseArgument] | None = None,
        tier: models.notify.NotifyConfigurationTierArgument | None = None,
        max_results: int | None = None,
        starting_token: str | None = None,
    ) -> Pager[models.notify.ListNotifyCountriesResult, models.notify.NotifyCountryInformation]:
        """List the countries that notify messages reach, for given channels, use cases or a tier.

        Args:
            channels: Only countries that support these channels, 1 to 4 of them.
            use_cases: Only countries that allow one of these use cases, 1 to 4.
            tier: Only countries that this tier reaches: BASIC or ADVANCED.
            max_results: Most items per page, 1 to 100; a page may hold fewer, even none, before the
                last.
            starting_token: Where an earlier walk stopped.

        Returns:
            A pager over all pages. Each item is a country and what notify can do there.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_ListNotifyCountries.html
        """
        return self._pages(
            operations.notify.LIST_NOTIFY_COUNTRIES,
            {
                "channels": channels,
                "use_cases": use_cases,
                "tier": tier,
                "max_results": max_results,
            },
            starting_token,
        )

    def send_notify_text_message(
        self,
        *,
        notify_configuration_id: str,
        destination_phone_number: str,
        template_variables: Mapping[str, str],
        template_id: str | None = None,
        time_to_live: int | None = None,
        context: Mapping[str, str] | None = None,
        configuration_set_name: str | None = None,
        dry_run: bool | None = None,
        message_feedback_enabled: bool | None = None,
    ) -> models.notify.SendNotifyTextMessageResult:
        """Send one text message from a template to one recipient; it costs money, and repeating the
        call sends another.

        Args:
            notify_configuration_id: Identifier or ARN of the notify configuration to send with; it
                must be ACTIVE.
            destination_phone_number: The recipient, in E.164, e.g. +12065550142.
            template_variables: Values by variable name, at most 20; numbers and booleans as text
                too, e.g. "42" or "true".
            template_id: Identifier of the notify template; the notify configuration's default
                template when left out.
            time_to_live: How long AWS may keep trying, in seconds, 5 to 259200; 72 hours when left
                out.
            context: Your own data, returned in the events: at most 5 entries, keys to 100 without
                spaces, values to 800.
            configuration_set_name: Configuration set for this send, by name or ARN: its protect
                configuration and event destinations apply.
            dry_run: True checks variables, country and spend and returns the resolved text; nothing
                is sent or charged.
            message_feedback_enabled: True if you will report receipt through PutMessageFeedback;
                silence for an hour counts as FAILED. The configuration set decides when left out.

        Returns:
            The message's id, the template used and the text that results.

        Raises:
            ConflictError: NOTIFY_CONFIGURATION_NOT_ACTIVE: not approved yet;
                DESTINATION_PHONE_NUMBER_OPTED_OUT: the recipient said stop (`error.is_opted_out`);
                RESOURCE_NOT_ACTIVE: the template is inactive;
                DESTINATION_PHONE_NUMBER_NOT_VERIFIED: sandbox.
            ResourceNotFoundError: notify-configuration, notify-template or configuration-set: the
                given one does not exist.
            ServiceQuotaExceededError: DAILY_NOTIFY_TIER_MESSAGE_LIMIT: the BASIC tier's 200 a day
                are sent; MONTHLY_SPEND_LIMIT_REACHED_FOR_NOTIFY: the month's money is spent.
            OutcomeUnknownError: the request left and no usable answer came back; AWS may have
                carried it out.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_SendNotifyTextMessage.html
        """
        return self._call(
            operations.notify.SEND_NOTIFY_TEXT_MESSAGE,
            {
                "notify_configuration_id": notify_configuration_id,
                "destination_phone_number": destination_phone_number,
                "template_variables": template_variables,
                "template_id": template_id,
                "time_to_live": time_to_live,
                "context": context,
                "configuration_set_name": configuration_set_name,
                "dry_run": dry_run,
                "message_feedback_enabled": message_feedback_enabled,
            },
        )

    def send_notify_voice_message(
        self,
        *,
        notify_configuration_id: str,
        destination_phone_number: str,
        template_variables: Mapping[str, str],
        template_id: str | None = None,
        voice_id: models.common.VoiceIdArgument | None = None,
        time_to_live: int | None = None,
        context: Mapping[str, str] | None = None,
        configuration_set_name: str | None = None,
        dry_run: bool | None = None,
        message_feedback_enabled: bool | None = None,
    ) -> models.notify.SendNotifyVoiceMessageResult:
        """Call one recipient and speak a template's text; it costs money, and repeating the request
        calls again.

        Args:
            notify_configuration_id: Identifier or ARN of the notify configuration to send with; it
                must be ACTIVE.
            destination_phone_number: The recipient, in E.164, e.g. +12065550142.
            template_variables: Values by variable name, at most 20; numbers and booleans as text
                too, e.g. "42" or "true".
            template_id: Identifier of a template for voice; the notify configuration's default
                template when left out.
            voice_id: Amazon Polly voice that reads the message; must be among the template's
                SupportedVoiceIds.
            time_to_live: How long AWS may keep trying to call, in seconds, 5 to 259200; 72 hours
                when left out.
            context: Your own data, returned in the events: at most 5 entries, keys to 100 without
                spaces, values to 800.
            configuration_set_name: Configuration set for this send, by name or ARN: its protect
                configuration and event destinations apply.
            dry_run: True checks variables, country and spend and returns the resolved text; no call
                is made, nothing is charged.
            message_feedback_enabled: True if you will report receipt through PutMessageFeedback;
                silence for an hour counts as FAILED. The configuration set decides when left out.

        Returns:
            The message's id, the template used and the text that results.

        Raises:
            ConflictError: NOTIFY_CONFIGURATION_NOT_ACTIVE: not approved yet;
                DESTINATION_PHONE_NUMBER_OPTED_OUT: the recipient said stop (`error.is_opted_out`);
                RESOURCE_NOT_ACTIVE: the template is inactive;
                DESTINATION_PHONE_NUMBER_NOT_VERIFIED: sandbox.
            ResourceNotFoundError: notify-configuration, notify-template or configuration-set: the
                given one does not exist.
            ServiceQuotaExceededError: DAILY_NOTIFY_TIER_MESSAGE_LIMIT: the BASIC tier's 200 a day
                are sent; MONTHLY_SPEND_LIMIT_REACHED_FOR_NOTIFY: the month's money is spent.
            OutcomeUnknownError: the request left and no usable answer came back; AWS may have
                carried it out.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_SendNotifyVoiceMessage.html
        """
        return self._call(
            operations.notify.SEND_NOTIFY_VOICE_MESSAGE,
            {
                "notify_configuration_id": notify_configuration_id,
                "destination_phone_number": destination_phone_number,
                "template_variables": template_variables,
                "template_id": template_id,
                "voice_id": voice_id,
                "time_to_live": time_to_live,
                "context": context,
                "configuration_set_name": configuration_set_name,
                "dry_run": dry_run,
                "message_feedback_enabled": message_feedback_enabled,
            },
        )

    def update_notify_configuration(
        self,
        *,
        notify_configuration_id: str,
        default_template_id: str | None = None,
        pool_id: str | None = None,
        enabled_countries: Sequence[str] | None = None,
        enabled_channels: Sequence[models.common.NumberCapabilityArgument] | None = None,
        deletion_protection_enabled: bool | None = None,
    ) -> models.notify.UpdateNotifyConfigurationResult:
        """Change a notify configuration's template, pool, channels, countries or protection; its
        display name and use case are fixed.

        Args:
            notify_configuration_id: Identifier or ARN of the notify configuration to change.
            default_template_id: Id of the template for sends that name none; UNSET_DEFAULT_TEMPLATE
                clears it.
            pool_id: Identifier or ARN of the new default pool; UNSET_DEFAULT_POOL_FOR_NOTIFY
                removes it.
            enabled_countries: ISO 3166-1 alpha-2 codes the configuration may send to, at most 300;
                tier BASIC allows 30.
            enabled_channels: Channels the configuration may send on, at least one; SMS and VOICE
                are supported.
            deletion_protection_enabled: True refuses deleting the notify configuration; False
                allows it again.

        Returns:
            The notify configuration as it is now.

        Raises:
            ConflictError: RESOURCE_NOT_ACTIVE: the pool cannot send yet;
                RESOURCE_MODIFICATION_NOT_ALLOWED: the status forbids the change.
            ResourceNotFoundError: notify-configuration, notify-template or pool: the given one does
                not exist.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_UpdateNotifyConfiguration.html
        """
        return self._call(
            operations.notify.UPDATE_NOTIFY_CONFIGURATION,
            {
                "notify_configuration_id": notify_configuration_id,
                "default_template_id": default_template_id,
                "pool_id": pool_id,
                "enabled_countries": enabled_countries,
                "enabled_channels": enabled_channels,
                "deletion_protection_enabled": deletion_protection_enabled,
            },
        )
