"""Operations of protect under AWS's names."""

# Mirrored from smsvoice/aio/api/protect.py by `python -m codegen`. Change that file, not this one.

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

import smsvoice.models as models
import smsvoice.operations as operations
from smsvoice.sync.api_base import ApiBase
from smsvoice.sync.pager import Pager


class ProtectApi(ApiBase):
    """Operations of protect."""

    def associate_protect_configuration(
        self,
        *,
        protect_configuration_id: str,
        configuration_set_name: str,
    ) -> models.protect.AssociateProtectConfigurationResult:
        """Give a configuration set its protect configuration; one that it had before is replaced
        without asking.

        Args:
            protect_configuration_id: Identifier or ARN of the protect configuration that the
                configuration set shall use from now on.
            configuration_set_name: Configuration set that shall use the protect configuration, by
                name or ARN; replaces its present one.

        Returns:
            The configuration set and the protect configuration that guards it now.

        Raises:
            ConflictError: No reason is documented here; a protect configuration that the set has
                already is no conflict.
            ResourceNotFoundError: protect-configuration or configuration-set: one of the two does
                not exist.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_AssociateProtectConfiguration.html
        """
        return self._call(
            operations.protect.ASSOCIATE_PROTECT_CONFIGURATION,
            {
                "protect_configuration_id": protect_configuration_id,
                "configuration_set_name": configuration_set_name,
            },
        )

    def create_protect_configuration(
        self,
        *,
        client_token: str | None = None,
        deletion_protection_enabled: bool | None = None,
        tags: models.common.TagListArgument | None = None,
    ) -> models.protect.CreateProtectConfigurationResult:
        """Create a protect configuration that blocks nothing yet: every country starts as ALLOW for
        every channel.

        Args:
            client_token: Idempotency key, 1 to 64 printable characters; a repeat with the same
                token acts once. Random if absent.
            deletion_protection_enabled: True refuses deleting or releasing it until switched off;
                new resources start with False.
            tags: Tags of the resource, at most 200 pairs of key and value.

        Returns:
            The new protect configuration and its tags.

        Raises:
            ConflictError: RESOURCE_ALREADY_EXISTS: the client token was used for another request.
            ServiceQuotaExceededError: PROTECT_CONFIGURATIONS_PER_ACCOUNT: 25 protect configurations
                exist.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_CreateProtectConfiguration.html
        """
        return self._call(
            operations.protect.CREATE_PROTECT_CONFIGURATION,
            {
                "client_token": client_token,
                "deletion_protection_enabled": deletion_protection_enabled,
                "tags": tags,
            },
        )

    def delete_account_default_protect_configuration(
        self,
    ) -> models.protect.DeleteAccountDefaultProtectConfigurationResult:
        """Leave the account without a default protect configuration; the protect configuration
        itself stays.

        Returns:
            The protect configuration that was the default until now.

        Raises:
            ResourceNotFoundError: protect-configuration: the account has no default.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DeleteAccountDefaultProtectConfiguration.html
        """
        return self._call(
            operations.protect.DELETE_ACCOUNT_DEFAULT_PROTECT_CONFIGURATION,
            {},
        )

    def delete_protect_configuration(
        self,
        *,
        protect_configuration_id: str,
    ) -> models.protect.DeleteProtectConfigurationResult:
        """Delete a protect configuration that is neither protected nor used anywhere, with all its
        rules.

        Args:
            protect_configuration_id: Identifier or ARN of the protect configuration to delete.

        Returns:
            The protect configuration as it last was.

        Raises:
            ConflictError: DELETION_PROTECTION_ENABLED: switch the protection off first;
                PROTECT_CONFIGURATION_IS_ACCOUNT_DEFAULT: name another default;
                PROTECT_CONFIGURATION_ASSOCIATED_WITH_CONFIGURATION_SET: a set uses it.
            ResourceNotFoundError: protect-configuration: it does not exist, or is gone already.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DeleteProtectConfiguration.html
        """
        return self._call(
            operations.protect.DELETE_PROTECT_CONFIGURATION,
            {
                "protect_configuration_id": protect_configuration_id,
            },
        )

    def delete_protect_configuration_rule_set_number_override(
        self,
        *,
        protect_configuration_id: str,
        destination_phone_number: str,
    ) -> models.protect.DeleteProtectConfigurationRuleSetNumberOverrideResult:
        """Delete the exception made for one phone number, so that its country's rule counts again.

        Args:
            protect_configuration_id: Identifier or ARN of the protect configuration that loses the
                number override.
            destination_phone_number: Number whose override is removed, in E.164; the country rule
                then decides again.

        Returns:
            The override as it last was.

        Raises:
            ResourceNotFoundError: protect-configuration: it does not exist, or has no override for
                this number.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DeleteProtectConfigurationRuleSetNumberOverride.html
        """
        return self._call(
            operations.protect.DELETE_PROTECT_CONFIGURATION_RULE_SET_NUMBER_OVERRIDE,
            {
                "protect_configuration_id": protect_configuration_id,
                "destination_phone_number": destination_phone_number,
            },
        )

    def describe_protect_configurations(
        self,
        *,
        protect_configuration_ids: Sequence[str] | None = None,
        filters: Sequence[models.protect.ProtectConfigurationFilterArgument] | None = None,
        max_results: int | None = None,
        starting_token: str | None = None,
    ) -> Pager[
        models.protect.DescribeProtectConfigurationsResult,
        models.protect.ProtectConfigurationInformation,
    ]:
        """List protect configurations: those given by id, those that pass the filters, or all.

        Args:
            protect_configuration_ids: Identifiers or ARNs of the protect configurations wanted, at
                most 5; an unknown one fails the call.
            filters: Narrow the list; filters are ANDed.
            max_results: Most items per page, 1 to 100; a page may hold fewer, even none, before the
                last.
            starting_token: Where an earlier walk stopped.

        Returns:
            A pager over all pages. Each item is a protect configuration, without its rules.

        Raises:
            ResourceNotFoundError: protect-configuration: one of the given ids is unknown, which
                fails the whole call.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DescribeProtectConfigurations.html
        """
        return self._pages(
            operations.protect.DESCRIBE_PROTECT_CONFIGURATIONS,
            {
                "protect_configuration_ids": protect_configuration_ids,
                "filters": filters,
                "max_results": max_results,
            },
            starting_token,
        )

    def disassociate_protect_configuration(
        self,
        *,
        protect_configuration_id: str,
        configuration_set_name: str,
    ) -> models.protect.DisassociateProtectConfigurationResult:
        """Take its protect configuration away from a configuration set; the account's default then
        counts.

        Args:
            protect_configuration_id: Identifier or ARN of the protect configuration that the
                configuration set shall use no longer.
            configuration_set_name: Configuration set that stops using the protect configuration, by
                name or ARN.

        Returns:
            The configuration set and the protect configuration that it had.

        Raises:
            ConflictError: PROTECT_CONFIGURATION_NOT_ASSOCIATED_WITH_CONFIGURATION_SET: the set does
                not have this one.
            ResourceNotFoundError: protect-configuration or configuration-set: one of the two does
                not exist.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DisassociateProtectConfiguration.html
        """
        return self._call(
            operations.protect.DISASSOCIATE_PROTECT_CONFIGURATION,
            {
                "protect_configuration_id": protect_configuration_id,
                "configuration_set_name": configuration_set_name,
            },
        )

    def get_protect_configuration_country_rule_set(
        self,
        *,
        protect_configuration_id: str,
        number_capability: models.common.NumberCapabilityArgument,
    ) -> models.protect.GetProtectConfigurationCountryRuleSetResult:
        """Read a protect configuration's rule for every country, for SMS, VOICE, MMS or RCS.

        Args:
            protect_configuration_id: Identifier or ARN of the protect configuration whose rules to
                read.
            number_capability: Channel whose country rules to read: SMS, VOICE, MMS or RCS.

        Returns:
            The rules: an ISO country code leads to its protect status.

        Raises:
            ResourceNotFoundError: protect-configuration: it does not exist.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_GetProtectConfigurationCountryRuleSet.html
        """
        return self._call(
            operations.protect.GET_PROTECT_CONFIGURATION_COUNTRY_RULE_SET,
            {
                "protect_configuration_id": protect_configuration_id,
                "number_capability": number_capability,
            },
        )

    def list_protect_configuration_rule_set_number_overrides(
        self,
        *,
        protect_configuration_id: str,
        filters: Sequence[
            models.protect.ProtectConfigurationRuleSetNumberOverrideFilterItemArgument
        ]
        | None = None,
        max_results: int | None = None,
        starting_token: str | None = None,
    ) -> Pager[
        models.protect.ListProtectConfigurationRuleSetNumberOverridesResult,
        models.protect.ProtectConfigurationRuleSetNumberOverride,
    ]:
        """List the phone numbers for which a protect configuration makes an exception.

        Args:
            protect_configuration_id: Identifier or ARN of the protect configuration whose number
                overrides to list.
            filters: Narrow the list by country, number prefix, action, expiry or creation time; at
                most 100 filters, ANDed.
            max_results: Most items per page, 1 to 100; a page may hold fewer, even none, before the
                last.
            starting_token: Where an earlier walk stopped.

        Returns:
            A pager over all pages. Each item is an override: phone number, action and expiry.

        Raises:
            ResourceNotFoundError: protect-configuration: it does not exist.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_ListProtectConfigurationRuleSetNumberOverrides.html
        """
        return self._pages(
            operations.protect.LIST_PROTECT_CONFIGURATION_RULE_SET_NUMBER_OVERRIDES,
            {
                "protect_configuration_id": protect_configuration_id,
                "filters": filters,
                "max_results": max_results,
            },
            starting_token,
        )

    def put_protect_configuration_rule_set_number_override(
        self,
        *,
        protect_configuration_id: str,
        destination_phone_number: str,
        action: models.protect.ProtectConfigurationRuleOverrideActionArgument,
        client_token: str | None = None,
        expiration_timestamp: datetime | None = None,
    ) -> models.protect.PutProtectConfigurationRuleSetNumberOverrideResult:
        """Allow or block one phone number whatever the rule of its country, for ever or until a
        time.

        Args:
            protect_configuration_id: Identifier or ARN of the protect configuration that gains the
                number override.
            destination_phone_number: Number to treat differently from its country, in E.164.
            action: ALLOW or BLOCK: what happens to messages for this number, whatever the country
                rule.
            client_token: Idempotency key, 1 to 64 printable characters; a repeat with the same
                token acts once. Random if absent.
            expiration_timestamp: UTC time when the override shall stop applying; leave out for one
                that never expires.

        Returns:
            The override as stored.

        Raises:
            ConflictError: RESOURCE_ALREADY_EXISTS: the client token was used for another request.
            ResourceNotFoundError: protect-configuration: it does not exist.
            ServiceQuotaExceededError: AWS names no reason: the protect configuration cannot take
                more overrides.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_PutProtectConfigurationRuleSetNumberOverride.html
        """
        return self._call(
            operations.protect.PUT_PROTECT_CONFIGURATION_RULE_SET_NUMBER_OVERRIDE,
            {
                "protect_configuration_id": protect_configuration_id,
                "destination_phone_number": destination_phone_number,
                "action": action,
                "client_token": client_token,
                "expiration_timestamp": expiration_timestamp,
            },
        )

    def set_account_default_protect_configuration(
        self,
        *,
        protect_configuration_id: str,
    ) -> models.protect.SetAccountDefaultProtectConfigurationResult:
        """Make a protect configuration the account's default, in place of the one before.

        Args:
            protect_configuration_id: Identifier or ARN of the protect configuration that applies
                wherever no other is named.

        Returns:
            The protect configuration that is the default now.

        Raises:
            ResourceNotFoundError: protect-configuration: it does not exist.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_SetAccountDefaultProtectConfiguration.html
        """
        return self._call(
            operations.protect.SET_ACCOUNT_DEFAULT_PROTECT_CONFIGURATION,
            {
                "protect_configuration_id": protect_configuration_id,
            },
        )

    def update_protect_configuration(
        self,
        *,
        protect_configuration_id: str,
        deletion_protection_enabled: bool | None = None,
    ) -> models.protect.UpdateProtectConfigurationResult:
        """Switch a protect configuration's deletion protection on or off.

        Args:
            protect_configuration_id: Identifier or ARN of the protect configuration to change.
            deletion_protection_enabled: True refuses deleting the protect configuration; False
                allows it again.

        Returns:
            The protect configuration as it is now.

        Raises:
            ResourceNotFoundError: protect-configuration: it does not exist.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_UpdateProtectConfiguration.html
        """
        return self._call(
            operations.protect.UPDATE_PROTECT_CONFIGURATION,
            {
                "protect_configuration_id": protect_configuration_id,
                "deletion_protection_enabled": deletion_protection_enabled,
            },
        )

    def update_protect_configuration_country_rule_set(
        self,
        *,
        protect_configuration_id: str,
        number_capability: models.common.NumberCapabilityArgument,
        country_rule_set_updates: Mapping[
            str, models.protect.ProtectConfigurationCountryRuleSetInformationArgument
        ],
    ) -> models.protect.UpdateProtectConfigurationCountryRuleSetResult:
        """Change the rules of some countries for one of SMS, VOICE, MMS and RCS; other countries
        keep theirs.

        Args:
            protect_configuration_id: Identifier or ARN of the protect configuration whose country
                rules to change.
            number_capability: Channel whose country rules to change: SMS, VOICE, MMS or RCS; the
                other channels stay as they are.
            country_rule_set_updates: ISO 3166-1 alpha-2 codes mapped to their new rule; countries
                left out keep theirs.

        Returns:
            The rules: an ISO country code leads to its protect status.

        Raises:
            ResourceNotFoundError: protect-configuration: it does not exist.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_UpdateProtectConfigurationCountryRuleSet.html
        """
        return self._call(
            operations.protect.UPDATE_PROTECT_CONFIGURATION_COUNTRY_RULE_SET,
            {
                "protect_configuration_id": protect_configuration_id,
                "number_capability": number_capability,
                "country_rule_set_updates": country_rule_set_updates,
            },
        )
