"""Configuration sets and protect configurations: what is not seen, and what is not let out."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime

from smsvoice.models.configuration_sets import ConfigurationSetInformation
from smsvoice.models.protect import (
    ProtectConfigurationCountryRuleSetInformation,
    ProtectConfigurationRuleOverrideAction,
    ProtectConfigurationRuleSetNumberOverride,
    ProtectStatus,
)
from smsvoice.rules.diagnosis.findings import Finding, Severity, enumerated, finding, way_back

_OF_NO_OWN_LIST = "Default"
"""The list of all that is sent from what has no list of its own: sender IDs, shared routes."""
_WHERE = "to CloudWatch Logs, Firehose or SNS"


def events(sets: Iterable[ConfigurationSetInformation]) -> Iterator[Finding]:
    """Sets that hand no delivery event on."""
    is_any = False
    for one in sets:
        is_any = True
        name = one.configuration_set_name
        if not one.event_destinations:
            yield finding(
                Severity.WARNING,
                "events",
                f"configuration set {name} has no event destination: nothing says what became of "
                "its messages",
                f"Add one {_WHERE} with event_destinations.create(...)",
                resource_id=name,
            )
        for destination in one.event_destinations:
            if not destination.enabled:
                yield finding(
                    Severity.WARNING,
                    "events",
                    f"event destination {destination.event_destination_name} of configuration set "
                    f"{name} is switched off",
                    "Switch it on with event_destinations.update(..., enabled=True)",
                    resource_id=name,
                )
    if not is_any:
        yield finding(
            Severity.WARNING,
            "events",
            "the account has no configuration set: only EventBridge says what became of messages",
            f"Create one, add an event destination {_WHERE}, and name the set in each send",
        )


def blocked_countries(
    rules: Mapping[str, ProtectConfigurationCountryRuleSetInformation],
) -> list[str]:
    """The countries that no text leaves for, sorted."""
    blocks = (code for code, rule in rules.items() if rule.protect_status == ProtectStatus.BLOCK)
    return sorted(blocks)


def protect(
    protect_configuration_id: str, blocked: Iterable[str], of_senders: set[str]
) -> Iterator[Finding]:
    """Countries that a protect configuration in use blocks for texts."""
    codes = list(blocked)
    own = sorted(of_senders & set(codes))
    if own:
        yield finding(
            Severity.WARNING,
            "protect",
            f"{protect_configuration_id} blocks texts to {enumerated(own)}, where you have senders",
            "If that is not meant, allow them with update_country_rules(...)",
            resource_id=protect_configuration_id,
        )
    others = [code for code in codes if code not in own]
    if others:
        yield finding(
            Severity.NOTE,
            "protect",
            f"{protect_configuration_id} blocks texts to {len(others)} countries: "
            f"{enumerated(others)}",
            "If that is not meant, allow them with update_country_rules(...)",
            resource_id=protect_configuration_id,
        )


def overrides(
    protect_configuration_id: str,
    found: Iterable[ProtectConfigurationRuleSetNumberOverride],
    to: str,
    now: datetime,
) -> Iterator[Finding]:
    """The recipient is blocked by an exception of a protect configuration."""
    for one in found:
        ends = one.expiration_timestamp
        is_blocked = one.action == ProtectConfigurationRuleOverrideAction.BLOCK
        if one.destination_phone_number == to and is_blocked and (ends is None or ends > now):
            yield finding(
                Severity.ERROR,
                "protect",
                f"{protect_configuration_id} blocks the recipient by an exception for that number",
                "If that is not meant, remove it with number_overrides.delete(...)",
                why=None if ends is None else f"until {ends:%Y-%m-%d %H:%M} UTC",
                resource_id=protect_configuration_id,
            )


def opted_out(
    opt_out_list_name: str, used: Mapping[str, Collection[str]], returning: Mapping[str, str]
) -> Finding:
    """The recipient is on an opt-out list; `used` are the senders of each list.

    `returning` are the words that opt people in again, by sender.
    """
    is_used = opt_out_list_name in used or opt_out_list_name == _OF_NO_OWN_LIST
    which = "" if is_used else ", which no sender here uses"
    return finding(
        Severity.ERROR if is_used else Severity.NOTE,
        "opt-outs",
        f"the recipient is on the opt-out list {opt_out_list_name}{which}",
        "Do not write again unless the person asks for it; then "
        + way_back(used.get(opt_out_list_name, ()), returning)
        if is_used
        else "Nothing is to be done, unless a sender is to use that list",
        resource_id=opt_out_list_name,
    )
