"""Operations of notify under AWS's names."""

# Mirrored from smsvoice/aio/api/notify.py by `python -m codegen`. Change that file, not this one.

from __future__ import annotations

from collections.abc import Mapping, Sequence

from smsvoice import models, operations
from smsvoice.sync.door import Door
from smsvoice.sync.pager import Pager


class NotifyApi(Door):
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
        tags: Sequence[models.common.Tag] | None = None,
    ) -> models.notify.CreateNotifyConfigurationResult:
        """Create a notify configuration for templated messages; AWS reviews its display name before
        it becomes ACTIVE.

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
        filters: Sequence[models.notify.NotifyConfigurationFilter] | None = None,
        max_results: int | None = None,
        starting_token: str | None = None,
    ) -> Pager[
        models.notify.DescribeNotifyConfigurationsResult,
        models.notify.NotifyConfigurationInformation,
    ]:
        """List notify configurations: those given by id, those that pass the filters, or all.

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
        filters: Sequence[models.notify.NotifyTemplateFilter] | None = None,
        max_results: int | None = None,
        starting_token: str | None = None,
    ) -> Pager[
        models.notify.DescribeNotifyTemplatesResult, models.notify.NotifyTemplateInformation
    ]:
        """List the templates that AWS offers for notify messages; you cannot add your own.

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

        Returns:
            The message's id, the template used and the text that results.

        Raises:
            ConflictError: NOTIFY_CONFIGURATION_NOT_ACTIVE: not approved yet;
                DESTINATION_PHONE_NUMBER_OPTED_OUT: the recipient said stop; RESOURCE_NOT_ACTIVE:
                the template is inactive; DESTINATION_PHONE_NUMBER_NOT_VERIFIED: sandbox.
            ResourceNotFoundError: notify-configuration, notify-template or configuration-set: the
                given one does not exist.
            ServiceQuotaExceededError: DAILY_NOTIFY_TIER_MESSAGE_LIMIT: the BASIC tier's 200 a day
                are sent; MONTHLY_SPEND_LIMIT_REACHED_FOR_NOTIFY: the month's money is spent.

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

        Returns:
            The message's id, the template used and the text that results.

        Raises:
            ConflictError: NOTIFY_CONFIGURATION_NOT_ACTIVE: not approved yet;
                DESTINATION_PHONE_NUMBER_OPTED_OUT: the recipient said stop; RESOURCE_NOT_ACTIVE:
                the template is inactive; DESTINATION_PHONE_NUMBER_NOT_VERIFIED: sandbox.
            ResourceNotFoundError: notify-configuration, notify-template or configuration-set: the
                given one does not exist.
            ServiceQuotaExceededError: DAILY_NOTIFY_TIER_MESSAGE_LIMIT: the BASIC tier's 200 a day
                are sent; MONTHLY_SPEND_LIMIT_REACHED_FOR_NOTIFY: the month's money is spent.

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
