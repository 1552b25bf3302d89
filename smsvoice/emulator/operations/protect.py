"""Protect configurations: where messages may go, by country and by number.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/protect-configuration.html
Inferred: an override that is put again keeps its creation time, an expiration in the past is
refused, and removing an account default that is not set is a ResourceNotFoundException.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from smsvoice.core.countries import countries, is_country
from smsvoice.emulator.data import quotas
from smsvoice.emulator.engine.codec import result_from
from smsvoice.emulator.engine.context import Call, handles
from smsvoice.emulator.engine.filter_values import must_be_listed
from smsvoice.emulator.engine.lookup import FilterValue, by_ids, find, flag, matching
from smsvoice.emulator.engine.paging import page
from smsvoice.emulator.engine.quota import must_be_below
from smsvoice.emulator.engine.service_errors import conflict, invalid, not_found
from smsvoice.emulator.messaging.send_pipeline import recipient
from smsvoice.emulator.state import configuration_sets
from smsvoice.emulator.state.protect import (
    CountryRules,
    account_default,
    configurations,
    country_rules,
    forget_rules,
    overrides,
    set_account_default,
)
from smsvoice.emulator.state.tags import forget, store_tags
from smsvoice.models.protect import (
    AssociateProtectConfigurationRequest,
    AssociateProtectConfigurationResult,
    CreateProtectConfigurationRequest,
    CreateProtectConfigurationResult,
    DeleteAccountDefaultProtectConfigurationRequest,
    DeleteAccountDefaultProtectConfigurationResult,
    DeleteProtectConfigurationRequest,
    DeleteProtectConfigurationResult,
    DeleteProtectConfigurationRuleSetNumberOverrideRequest,
    DeleteProtectConfigurationRuleSetNumberOverrideResult,
    DescribeProtectConfigurationsRequest,
    DescribeProtectConfigurationsResult,
    DisassociateProtectConfigurationRequest,
    DisassociateProtectConfigurationResult,
    GetProtectConfigurationCountryRuleSetRequest,
    GetProtectConfigurationCountryRuleSetResult,
    ListProtectConfigurationRuleSetNumberOverridesRequest,
    ListProtectConfigurationRuleSetNumberOverridesResult,
    ProtectConfigurationCountryRuleSetInformation,
    ProtectConfigurationInformation,
    ProtectConfigurationRuleOverrideAction,
    ProtectConfigurationRuleSetNumberOverride,
    ProtectStatus,
    PutProtectConfigurationRuleSetNumberOverrideRequest,
    PutProtectConfigurationRuleSetNumberOverrideResult,
    SetAccountDefaultProtectConfigurationRequest,
    SetAccountDefaultProtectConfigurationResult,
    UpdateProtectConfigurationCountryRuleSetRequest,
    UpdateProtectConfigurationCountryRuleSetResult,
    UpdateProtectConfigurationRequest,
    UpdateProtectConfigurationResult,
)
from smsvoice.models.reasons import (
    ConflictExceptionReason,
    ResourceType,
    ServiceQuotaExceededExceptionReason,
    ValidationExceptionReason,
)
from smsvoice.operations import protect

_KIND = ResourceType.PROTECT_CONFIGURATION
_FILTERS: dict[str, FilterValue] = {
    "account-default": flag(lambda one: one.account_default),
    "deletion-protection-enabled": flag(lambda one: one.deletion_protection_enabled),
}
Override = ProtectConfigurationRuleSetNumberOverride


def _found(call: Call, given: str) -> ProtectConfigurationInformation:
    return find(call, configurations(call), given, _KIND)


@handles(protect.CREATE_PROTECT_CONFIGURATION)
def create(
    call: Call, request: CreateProtectConfigurationRequest
) -> CreateProtectConfigurationResult:
    """A new configuration that allows every country."""
    table = configurations(call)
    must_be_below(
        call,
        len(table),
        quotas.PROTECT_CONFIGURATIONS,
        ServiceQuotaExceededExceptionReason.PROTECT_CONFIGURATIONS_PER_ACCOUNT,
    )
    key = call.ids.resource("protect")
    made = ProtectConfigurationInformation(
        protect_configuration_arn=call.arn("protect-configuration", key),
        protect_configuration_id=key,
        created_timestamp=call.now,
        account_default=False,
        deletion_protection_enabled=bool(request.deletion_protection_enabled),
    )
    table.put(key, made)
    tags = store_tags(call, made.protect_configuration_arn, request.tags)
    return result_from(CreateProtectConfigurationResult, made, tags=tags)


@handles(protect.DESCRIBE_PROTECT_CONFIGURATIONS)
def describe(
    call: Call, request: DescribeProtectConfigurationsRequest
) -> DescribeProtectConfigurationsResult:
    """Configurations by id and filter."""
    found = by_ids(call, configurations(call), request.protect_configuration_ids, _KIND)
    found = matching(found, request.filters, _FILTERS)
    shown, token = page(call, request, found, lambda one: one.protect_configuration_id)
    return DescribeProtectConfigurationsResult(protect_configurations=shown, next_token=token)


@handles(protect.UPDATE_PROTECT_CONFIGURATION)
def update(
    call: Call, request: UpdateProtectConfigurationRequest
) -> UpdateProtectConfigurationResult:
    """Switch deletion protection."""
    found = _found(call, request.protect_configuration_id)
    if request.deletion_protection_enabled is not None:
        found = configurations(call).change(
            found.protect_configuration_id,
            deletion_protection_enabled=request.deletion_protection_enabled,
        )
    return result_from(UpdateProtectConfigurationResult, found)


@handles(protect.DELETE_PROTECT_CONFIGURATION)
def delete(
    call: Call, request: DeleteProtectConfigurationRequest
) -> DeleteProtectConfigurationResult:
    """Delete a configuration that is not in use."""
    found = _found(call, request.protect_configuration_id)
    key, reasons = found.protect_configuration_id, ConflictExceptionReason
    if found.deletion_protection_enabled:
        raise conflict(reasons.DELETION_PROTECTION_ENABLED, _KIND, key)
    if found.account_default:
        raise conflict(reasons.PROTECT_CONFIGURATION_IS_ACCOUNT_DEFAULT, _KIND, key)
    if any(one.protect_configuration_id == key for one in configuration_sets.sets(call)):
        reason = reasons.PROTECT_CONFIGURATION_ASSOCIATED_WITH_CONFIGURATION_SET
        raise conflict(reason, _KIND, key)
    forget_rules(call, key)
    configurations(call).drop(key)
    forget(call, found.protect_configuration_arn)
    return result_from(DeleteProtectConfigurationResult, found)


# --- whom it guards -------------------------------------------------------------------------------


@handles(protect.ASSOCIATE_PROTECT_CONFIGURATION)
def associate(
    call: Call, request: AssociateProtectConfigurationRequest
) -> AssociateProtectConfigurationResult:
    """Use it for a configuration set, in place of the previous one."""
    found = _found(call, request.protect_configuration_id)
    guarded = configuration_sets.named(call, request.configuration_set_name)
    key = found.protect_configuration_id
    configuration_sets.sets(call).change(
        guarded.configuration_set_name, protect_configuration_id=key
    )
    return result_from(AssociateProtectConfigurationResult, found, **_named(guarded))


@handles(protect.DISASSOCIATE_PROTECT_CONFIGURATION)
def disassociate(
    call: Call, request: DisassociateProtectConfigurationRequest
) -> DisassociateProtectConfigurationResult:
    """Use it for a configuration set no longer."""
    found = _found(call, request.protect_configuration_id)
    guarded = configuration_sets.named(call, request.configuration_set_name)
    key = found.protect_configuration_id
    if guarded.protect_configuration_id != key:
        reasons = ConflictExceptionReason
        reason = reasons.PROTECT_CONFIGURATION_NOT_ASSOCIATED_WITH_CONFIGURATION_SET
        raise conflict(reason, _KIND, key)
    configuration_sets.sets(call).change(
        guarded.configuration_set_name, protect_configuration_id=None
    )
    return result_from(DisassociateProtectConfigurationResult, found, **_named(guarded))


def _named(guarded: Any) -> dict[str, str]:
    return {
        "configuration_set_arn": guarded.configuration_set_arn,
        "configuration_set_name": guarded.configuration_set_name,
    }


@handles(protect.SET_ACCOUNT_DEFAULT_PROTECT_CONFIGURATION)
def set_default(
    call: Call, request: SetAccountDefaultProtectConfigurationRequest
) -> SetAccountDefaultProtectConfigurationResult:
    """Make it the account's default, for sends that name no other."""
    found = _found(call, request.protect_configuration_id)
    _stand_down(call)
    key = found.protect_configuration_id
    set_account_default(call, key)
    configurations(call).change(key, account_default=True)
    return SetAccountDefaultProtectConfigurationResult(
        default_protect_configuration_arn=found.protect_configuration_arn,
        default_protect_configuration_id=key,
    )


@handles(protect.DELETE_ACCOUNT_DEFAULT_PROTECT_CONFIGURATION)
def delete_default(
    call: Call, request: DeleteAccountDefaultProtectConfigurationRequest
) -> DeleteAccountDefaultProtectConfigurationResult:
    """Remove the account's default."""
    before = _stand_down(call)
    if before is None:
        raise not_found(_KIND, "default")
    return DeleteAccountDefaultProtectConfigurationResult(
        default_protect_configuration_arn=before.protect_configuration_arn,
        default_protect_configuration_id=before.protect_configuration_id,
    )


def _stand_down(call: Call) -> ProtectConfigurationInformation | None:
    """Clear the account default if it is this configuration."""
    key = account_default(call)
    if key is None:
        return None
    set_account_default(call, None)
    return configurations(call).change(key, account_default=False)


# --- country rules --------------------------------------------------------------------------------


@handles(protect.GET_PROTECT_CONFIGURATION_COUNTRY_RULE_SET)
def get_countries(
    call: Call, request: GetProtectConfigurationCountryRuleSetRequest
) -> GetProtectConfigurationCountryRuleSetResult:
    """What applies to each country in one channel."""
    found = _found(call, request.protect_configuration_id)
    return result_from(
        GetProtectConfigurationCountryRuleSetResult,
        found,
        number_capability=request.number_capability,
        country_rule_set=_rule_set(call, found, request.number_capability),
    )


@handles(protect.UPDATE_PROTECT_CONFIGURATION_COUNTRY_RULE_SET)
def update_countries(
    call: Call, request: UpdateProtectConfigurationCountryRuleSetRequest
) -> UpdateProtectConfigurationCountryRuleSetResult:
    """Change the rule of some countries in one channel; the others keep theirs."""
    for country in request.country_rule_set_updates:
        if not is_country(country):
            reason = ValidationExceptionReason.INVALID_PARAMETER
            raise invalid(reason, "CountryRuleSetUpdates", "takes ISO 3166-1 alpha-2 codes")
    found = _found(call, request.protect_configuration_id)
    table = country_rules(call, found.protect_configuration_id)
    before = table.get(request.number_capability) or CountryRules()
    news = {
        country: ProtectStatus(rule.protect_status)
        for country, rule in request.country_rule_set_updates.items()
    }
    table.put(request.number_capability, CountryRules(statuses={**before.statuses, **news}))
    return result_from(
        UpdateProtectConfigurationCountryRuleSetResult,
        found,
        number_capability=request.number_capability,
        country_rule_set=_rule_set(call, found, request.number_capability),
    )


def _rule_set(
    call: Call, found: ProtectConfigurationInformation, capability: str
) -> dict[str, ProtectConfigurationCountryRuleSetInformation]:
    kept = country_rules(call, found.protect_configuration_id).get(capability)
    statuses = dict.fromkeys(countries(), ProtectStatus.ALLOW)
    statuses |= kept.statuses if kept is not None else {}
    return {
        country: ProtectConfigurationCountryRuleSetInformation(protect_status=status)
        for country, status in statuses.items()
    }


# --- number overrides -----------------------------------------------------------------------------


@handles(protect.PUT_PROTECT_CONFIGURATION_RULE_SET_NUMBER_OVERRIDE)
def put_override(
    call: Call, request: PutProtectConfigurationRuleSetNumberOverrideRequest
) -> PutProtectConfigurationRuleSetNumberOverrideResult:
    """Treat one number apart from its country."""
    number, country = recipient(request.destination_phone_number)
    ends = request.expiration_timestamp
    if ends is not None and ends <= call.now:
        reason = ValidationExceptionReason.INVALID_PARAMETER
        raise invalid(reason, "ExpirationTimestamp", "is past")
    found = _found(call, request.protect_configuration_id)
    table = overrides(call, found.protect_configuration_id)
    before = table.get(number)
    made = Override(
        destination_phone_number=number,
        created_timestamp=before.created_timestamp if before is not None else call.now,
        action=ProtectConfigurationRuleOverrideAction(request.action),
        iso_country_code=country,
        expiration_timestamp=ends,
    )
    table.put(number, made)
    return result_from(
        PutProtectConfigurationRuleSetNumberOverrideResult, made, **_identified(found)
    )


@handles(protect.DELETE_PROTECT_CONFIGURATION_RULE_SET_NUMBER_OVERRIDE)
def delete_override(
    call: Call, request: DeleteProtectConfigurationRuleSetNumberOverrideRequest
) -> DeleteProtectConfigurationRuleSetNumberOverrideResult:
    """Remove a number's exception, so that its country's rule applies again."""
    found = _found(call, request.protect_configuration_id)
    table = overrides(call, found.protect_configuration_id)
    number = "+" + request.destination_phone_number.removeprefix("+")
    gone = table.get(number)
    if gone is None:
        # AWS has no type for overrides; the number's configuration is what it knows.
        raise not_found(_KIND, found.protect_configuration_id)
    table.drop(number)
    return result_from(
        DeleteProtectConfigurationRuleSetNumberOverrideResult, gone, **_identified(found)
    )


@handles(protect.LIST_PROTECT_CONFIGURATION_RULE_SET_NUMBER_OVERRIDES)
def list_overrides(
    call: Call, request: ListProtectConfigurationRuleSetNumberOverridesRequest
) -> ListProtectConfigurationRuleSetNumberOverridesResult:
    """The numbers that are treated apart."""
    found = _found(call, request.protect_configuration_id)
    listed = list(overrides(call, found.protect_configuration_id))
    for one in request.filters or ():
        must_be_listed(one)
        passes = _PASSES[str(one.name)]
        listed = [each for each in listed if any(passes(each, value) for value in one.values)]
    shown, token = page(call, request, listed, lambda each: each.destination_phone_number)
    return ListProtectConfigurationRuleSetNumberOverridesResult(
        rule_set_number_overrides=shown, next_token=token, **_identified(found)
    )


def _identified(found: ProtectConfigurationInformation) -> dict[str, str]:
    return {
        "protect_configuration_arn": found.protect_configuration_arn,
        "protect_configuration_id": found.protect_configuration_id,
    }


def _moment(value: str) -> datetime:
    """A time in a filter: seconds since 1970, or ISO 8601; UTC where it names no zone."""
    try:
        if value.replace(".", "", 1).isdigit():
            return datetime.fromtimestamp(float(value), UTC)
        moment = datetime.fromisoformat(value)
    except (ValueError, OverflowError, OSError):
        reason = ValidationExceptionReason.INVALID_FILTER_VALUES
        raise invalid(reason, "Filters", "takes seconds since 1970 or ISO 8601") from None
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)


def _expires(one: Override, moment: datetime, *, before: bool) -> bool:
    ends = one.expiration_timestamp
    if ends is None:
        return False
    return ends < moment if before else ends > moment


_PASSES: dict[str, Callable[[Override, str], bool]] = {
    "iso-country-code": lambda one, value: one.iso_country_code == value,
    "destination-phone-number-begins-with": lambda one, value: (
        one.destination_phone_number.removeprefix("+").startswith(value.removeprefix("+"))
    ),
    "action": lambda one, value: one.action == value,
    "expires-before": lambda one, value: _expires(one, _moment(value), before=True),
    "expires-after": lambda one, value: _expires(one, _moment(value), before=False),
    "created-before": lambda one, value: one.created_timestamp < _moment(value),
    "created-after": lambda one, value: one.created_timestamp > _moment(value),
}
