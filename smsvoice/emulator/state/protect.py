"""Protect configurations at work: which one judges a message, and its verdict.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/protect-configuration.html
A recipient is suspicious when `Settings.suspicious_numbers` holds it: AWS judges by machine.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from smsvoice.core.model import OutputModel
from smsvoice.emulator.engine.context import Call
from smsvoice.emulator.engine.lookup import find
from smsvoice.emulator.engine.service_errors import conflict
from smsvoice.emulator.engine.store import TableOf
from smsvoice.emulator.state.records import AccountDefaults
from smsvoice.models.common import NumberCapability
from smsvoice.models.configuration_sets import ConfigurationSetInformation
from smsvoice.models.protect import (
    ProtectConfigurationInformation,
    ProtectConfigurationRuleOverrideAction,
    ProtectConfigurationRuleSetNumberOverride,
    ProtectStatus,
)
from smsvoice.models.reasons import ConflictExceptionReason, ResourceType

DEFAULTS = "defaults"
_KIND = ResourceType.PROTECT_CONFIGURATION


class CountryRules(OutputModel):
    """The countries whose rule was ever changed; every other is ALLOW."""

    statuses: Mapping[str, ProtectStatus] = {}


@dataclass(frozen=True, slots=True)
class Verdict:
    """The verdict of a protect configuration on a message that it does not block."""

    configuration_id: str
    status: ProtectStatus
    is_suspicious: bool


configurations: TableOf[ProtectConfigurationInformation] = TableOf(
    "protect_configurations", ProtectConfigurationInformation
)
"""The account's protect configurations, by id."""


overrides: TableOf[ProtectConfigurationRuleSetNumberOverride] = TableOf(
    "protect_number_overrides", ProtectConfigurationRuleSetNumberOverride
)
"""The exceptions of a configuration, by number."""


country_rules: TableOf[CountryRules] = TableOf("protect_country_rules", CountryRules)
"""The country rules of a configuration, by number capability."""


account_defaults: TableOf[AccountDefaults] = TableOf("account_attributes", AccountDefaults)
"""What the account falls back on."""


def forget_rules(call: Call, configuration_id: str) -> None:
    """Drop all rules of a configuration that is gone."""
    numbers, rules = overrides(call, configuration_id), country_rules(call, configuration_id)
    for number in numbers.keys():  # noqa: SIM118  a table is no mapping
        numbers.drop(number)
    for capability in rules.keys():  # noqa: SIM118  a table is no mapping
        rules.drop(capability)


def account_default(call: Call) -> str | None:
    """The account's default protect configuration."""
    kept = account_defaults(call).get(DEFAULTS)
    return kept.default_protect_configuration_id if kept is not None else None


def set_account_default(call: Call, configuration_id: str | None) -> None:
    """Set or remove the account's default protect configuration."""
    table = account_defaults(call)
    before = table.get(DEFAULTS) or AccountDefaults()
    members = {"default_protect_configuration_id": configuration_id}
    table.put(DEFAULTS, before.model_copy(update=members))


def effective(
    call: Call, given: str | None, configuration_set: ConfigurationSetInformation | None
) -> ProtectConfigurationInformation | None:
    """The configuration that judges a send: the request's, the set's, the account's, or none."""
    if given is not None:
        return find(call, configurations(call), given, _KIND)
    of_set = configuration_set.protect_configuration_id if configuration_set is not None else None
    key = of_set or account_default(call)
    return configurations(call).get(key) if key is not None else None


def judge(
    call: Call,
    configuration: ProtectConfigurationInformation | None,
    *,
    channel: NumberCapability,
    destination: str,
    country: str,
) -> Verdict | None:
    """The verdict of a configuration on a message, or the error where that is BLOCK.

    A number's own override goes before its country's rule, unless it has expired.
    """
    if configuration is None:
        return None
    key, reasons = configuration.protect_configuration_id, ConflictExceptionReason
    override = _override(call, key, destination)
    if override == ProtectConfigurationRuleOverrideAction.BLOCK:
        reason = reasons.DESTINATION_PHONE_NUMBER_BLOCKED_BY_PROTECT_NUMBER_OVERRIDE
        raise conflict(reason, _KIND, key)
    status = ProtectStatus.ALLOW
    if override is None:
        kept = country_rules(call, key).get(channel)
        status = kept.statuses.get(country, status) if kept is not None else status
    if status == ProtectStatus.BLOCK:
        raise conflict(reasons.DESTINATION_COUNTRY_BLOCKED_BY_PROTECT_CONFIGURATION, _KIND, key)
    return Verdict(key, status, destination in call.settings.suspicious_numbers)


def _override(
    call: Call, configuration_id: str, destination: str
) -> ProtectConfigurationRuleOverrideAction | None:
    found = overrides(call, configuration_id).get(destination)
    if found is None:
        return None
    ends = found.expiration_timestamp
    return found.action if ends is None or call.now < ends else None
