"""Protect configurations: which countries and numbers may be written to, watched or refused.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/protect.html
"""

# Mirrored from smsvoice/aio/resources/protect.py by `python -m codegen`. Change that file, not this one.

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Self, cast

import smsvoice.operations as operations
from smsvoice.core.codec import merged
from smsvoice.core.errors import Problem, RequestError
from smsvoice.core.filters import OneOrMore
from smsvoice.models.common import NumberCapabilityArgument, TagListArgument
from smsvoice.models.protect import (
    AssociateProtectConfigurationResult,
    DeleteProtectConfigurationRuleSetNumberOverrideResult,
    DescribeProtectConfigurationsResult,
    DisassociateProtectConfigurationResult,
    ListProtectConfigurationRuleSetNumberOverridesResult,
    ProtectConfigurationCountryRuleSetInformation,
    ProtectConfigurationCountryRuleSetInformationArgument,
    ProtectConfigurationFilter,
    ProtectConfigurationInformation,
    ProtectConfigurationRuleOverrideAction,
    ProtectConfigurationRuleOverrideActionArgument,
    ProtectConfigurationRuleSetNumberOverride,
    ProtectConfigurationRuleSetNumberOverrideFilterItem,
    ProtectStatusArgument,
    PutProtectConfigurationRuleSetNumberOverrideResult,
)
from smsvoice.sync.handle import Collection
from smsvoice.sync.pager import Pager
from smsvoice.sync.resources.described import Described
from smsvoice.sync.resources.listing import list_pager, unchanged


class ProtectConfigurations(Collection):
    """Protect configurations: `sms.protect_configurations`."""

    def at(self, protect_configuration_id: str) -> "ProtectConfiguration":
        """The configuration of that id or ARN; makes no call."""
        return ProtectConfiguration(self._sms, protect_configuration_id)

    def get(self, protect_configuration_id: str) -> "ProtectConfiguration":
        """The configuration of that id or ARN, loaded.

        Raises:
            ResourceNotFoundError: there is none.
        """
        return self.at(protect_configuration_id).refresh()

    def list(
        self,
        *,
        ids: Sequence[str] | None = None,
        account_default: bool | None = None,
        deletion_protection_enabled: bool | None = None,
        max_results: int | None = None,
        starting_token: str | None = None,
    ) -> Pager[DescribeProtectConfigurationsResult, "ProtectConfiguration"]:
        """Protect configurations, loaded, one at a time, without their rules.

        Args:
            ids: only these, in any number, by id or ARN.
            account_default: the account's default, or the others.
            deletion_protection_enabled: protected ones, or the others.
            max_results: most items a page, 1 to 100.
            starting_token: where an earlier walk stopped.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DescribeProtectConfigurations.html
        """
        return list_pager(
            self._sms,
            operations.protect.DESCRIBE_PROTECT_CONFIGURATIONS,
            self._loaded,
            members={"max_results": max_results},
            ids=ids,
            ids_as="protect_configuration_ids",
            filter_model=ProtectConfigurationFilter,
            filtered={
                "account_default": account_default,
                "deletion_protection_enabled": deletion_protection_enabled,
            },
            starting_token=starting_token,
        )

    def create(
        self,
        *,
        deletion_protection_enabled: bool | None = None,
        tags: TagListArgument | None = None,
        client_token: str | None = None,
    ) -> "ProtectConfiguration":
        """Create a configuration; it allows every country until its rules are changed.

        Args:
            deletion_protection_enabled: True refuses deletion.
            tags: values by key, e.g. {"team": "shop"}, or Tag objects; the console shows the
                value of `Name` as its name.
            client_token: makes a repeated call act once; random otherwise.

        Raises:
            ServiceQuotaExceededError: PROTECT_CONFIGURATIONS_PER_ACCOUNT: 25 exist.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_CreateProtectConfiguration.html
        """
        made = self._sms.api.create_protect_configuration(
            deletion_protection_enabled=deletion_protection_enabled,
            tags=tags,
            client_token=client_token,
        )
        return self._loaded(merged(ProtectConfigurationInformation, None, made))

    def _loaded(self, data: ProtectConfigurationInformation) -> "ProtectConfiguration":
        return ProtectConfiguration(self._sms, data.protect_configuration_id, data=data)


class ProtectConfiguration(Described[ProtectConfigurationInformation]):
    """One protect configuration: rules by country, exceptions by number, and who uses them."""

    _model = ProtectConfigurationInformation
    _load_hint = "protect_configurations.get(id)"
    _arn_member = "protect_configuration_arn"
    _describe = operations.protect.DESCRIBE_PROTECT_CONFIGURATIONS
    _ids_member = "protect_configuration_ids"

    @property
    def number_overrides(self) -> "NumberOverrides":
        """The exceptions for single numbers: put, delete, list."""
        return NumberOverrides(self)

    def update(self, *, deletion_protection_enabled: bool | None = None) -> Self:
        """Change what is given, and leave the rest.

        Args:
            deletion_protection_enabled: True refuses deletion.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_UpdateProtectConfiguration.html
        """
        answer = self._sms.api.update_protect_configuration(
            protect_configuration_id=self.id,
            deletion_protection_enabled=deletion_protection_enabled,
        )
        self._merge_answer(answer)
        return self

    def delete(self) -> None:
        """Delete the configuration with all its rules.

        Raises:
            ConflictError: DELETION_PROTECTION_ENABLED, PROTECT_CONFIGURATION_IS_ACCOUNT_DEFAULT or
                PROTECT_CONFIGURATION_ASSOCIATED_WITH_CONFIGURATION_SET.
            ResourceNotFoundError: it is gone already.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DeleteProtectConfiguration.html
        """
        self._merge_answer(
            self._sms.api.delete_protect_configuration(protect_configuration_id=self.id)
        )

    def associate(self, configuration_set_name: str) -> AssociateProtectConfigurationResult:
        """Let a configuration set use these rules, in place of those that it used before.

        Args:
            configuration_set_name: the set, by name or ARN.

        Raises:
            ResourceNotFoundError: protect-configuration or configuration-set: there is none.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_AssociateProtectConfiguration.html
        """
        return self._sms.api.associate_protect_configuration(
            protect_configuration_id=self.id, configuration_set_name=configuration_set_name
        )

    def disassociate(self, configuration_set_name: str) -> DisassociateProtectConfigurationResult:
        """Let a configuration set use these rules no longer; the account's default counts then.

        Args:
            configuration_set_name: the set, by name or ARN.

        Raises:
            ConflictError: PROTECT_CONFIGURATION_NOT_ASSOCIATED_WITH_CONFIGURATION_SET.
            ResourceNotFoundError: protect-configuration or configuration-set: there is none.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DisassociateProtectConfiguration.html
        """
        return self._sms.api.disassociate_protect_configuration(
            protect_configuration_id=self.id, configuration_set_name=configuration_set_name
        )

    def set_account_default(self) -> Self:
        """Let these rules count wherever a send names no others.

        `sms.account.clear_default_protect_configuration` takes it back.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_SetAccountDefaultProtectConfiguration.html
        """
        self._sms.api.set_account_default_protect_configuration(protect_configuration_id=self.id)
        if self._data is not None:
            self._data = self._data.model_copy(update={"account_default": True})
        return self

    def country_rules(
        self, number_capability: NumberCapabilityArgument
    ) -> Mapping[str, ProtectConfigurationCountryRuleSetInformation]:
        """The rule of every country for one way of sending, by ISO 3166-1 alpha-2 code.

        Args:
            number_capability: SMS, VOICE, MMS or RCS; each has rules of its own.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_GetProtectConfigurationCountryRuleSet.html
        """
        answer = self._sms.api.get_protect_configuration_country_rule_set(
            protect_configuration_id=self.id, number_capability=number_capability
        )
        return answer.country_rule_set

    def update_country_rules(
        self,
        number_capability: NumberCapabilityArgument,
        country_rule_set_updates: Mapping[
            str, ProtectStatusArgument | ProtectConfigurationCountryRuleSetInformationArgument
        ],
    ) -> Mapping[str, ProtectConfigurationCountryRuleSetInformation]:
        """Change the rules of some countries, and leave those of the rest.

        Args:
            number_capability: SMS, VOICE, MMS or RCS.
            country_rule_set_updates: ALLOW, BLOCK, MONITOR or FILTER by ISO 3166-1 alpha-2 code,
                e.g. {"GB": "BLOCK"}.

        Returns:
            The rules of now, by country.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_UpdateProtectConfigurationCountryRuleSet.html
        """
        if not isinstance(cast("object", country_rule_set_updates), Mapping):
            rule = 'must be a mapping of countries to rules, e.g. {"GB": "BLOCK"}'
            wrong = Problem("country_rule_set_updates", rule)
            raise RequestError("update_country_rules", (wrong,))
        answer = self._sms.api.update_protect_configuration_country_rule_set(
            protect_configuration_id=self.id,
            number_capability=number_capability,
            country_rule_set_updates={
                country: {"protect_status": rule} if isinstance(rule, str) else rule
                for country, rule in country_rule_set_updates.items()
            },
        )
        return answer.country_rule_set


class NumberOverrides(Collection):
    """Exceptions for single numbers: `protect_configuration.number_overrides`."""

    def __init__(self, protect_configuration: ProtectConfiguration) -> None:
        super().__init__(protect_configuration._sms)  # noqa: SLF001  one package
        self._id = protect_configuration.id

    def put(
        self,
        destination_phone_number: str,
        *,
        action: ProtectConfigurationRuleOverrideActionArgument,
        expiration_timestamp: datetime | None = None,
        client_token: str | None = None,
    ) -> PutProtectConfigurationRuleSetNumberOverrideResult:
        """Allow or block one number, whatever the rule of its country says.

        Args:
            destination_phone_number: the number, E.164, e.g. +12065550142.
            action: ALLOW or BLOCK.
            expiration_timestamp: when the exception ends, with a time zone; never otherwise.
            client_token: makes a repeated call act once; random otherwise.

        Raises:
            ServiceQuotaExceededError: the configuration takes no more exceptions.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_PutProtectConfigurationRuleSetNumberOverride.html
        """
        return self._sms.api.put_protect_configuration_rule_set_number_override(
            protect_configuration_id=self._id,
            destination_phone_number=destination_phone_number,
            action=action,
            expiration_timestamp=expiration_timestamp,
            client_token=client_token,
        )

    def delete(
        self, destination_phone_number: str
    ) -> DeleteProtectConfigurationRuleSetNumberOverrideResult:
        """Make no exception for a number any more: the rule of its country counts again.

        Args:
            destination_phone_number: the number, E.164, e.g. +12065550142.

        Raises:
            ResourceNotFoundError: there is no exception for it.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DeleteProtectConfigurationRuleSetNumberOverride.html
        """
        return self._sms.api.delete_protect_configuration_rule_set_number_override(
            protect_configuration_id=self._id, destination_phone_number=destination_phone_number
        )

    def list(
        self,
        *,
        iso_country_code: OneOrMore[str] | None = None,
        destination_phone_number_begins_with: OneOrMore[str] | None = None,
        action: OneOrMore[ProtectConfigurationRuleOverrideActionArgument] | None = None,
        expires_before: datetime | None = None,
        expires_after: datetime | None = None,
        created_before: datetime | None = None,
        created_after: datetime | None = None,
        max_results: int | None = None,
        starting_token: str | None = None,
    ) -> Pager[
        ListProtectConfigurationRuleSetNumberOverridesResult,
        ProtectConfigurationRuleSetNumberOverride,
    ]:
        """The exceptions, one at a time; filters take one value or several, times just one.

        Args:
            iso_country_code: ISO 3166-1 alpha-2 codes.
            destination_phone_number_begins_with: how numbers begin, e.g. +1206.
            action: ALLOW, BLOCK.
            expires_before: those that end before this moment.
            expires_after: those that end after this moment.
            created_before: those made before this moment.
            created_after: those made after this moment.
            max_results: most items a page, 1 to 100.
            starting_token: where an earlier walk stopped.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_ListProtectConfigurationRuleSetNumberOverrides.html
        """
        return list_pager(
            self._sms,
            operations.protect.LIST_PROTECT_CONFIGURATION_RULE_SET_NUMBER_OVERRIDES,
            unchanged,
            members={"protect_configuration_id": self._id, "max_results": max_results},
            filter_model=ProtectConfigurationRuleSetNumberOverrideFilterItem,
            filtered={
                "iso_country_code": iso_country_code,
                "destination_phone_number_begins_with": destination_phone_number_begins_with,
                "action": action,
                "expires_before": expires_before,
                "expires_after": expires_after,
                "created_before": created_before,
                "created_after": created_after,
            },
            kinds={"action": ProtectConfigurationRuleOverrideAction},
            starting_token=starting_token,
        )
