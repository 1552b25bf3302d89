"""Which senders reach a recipient, as AWS answers to messages that are not sent."""

from collections.abc import Iterator, Mapping
from typing import Final

from smsvoice.rules.diagnosis.findings import Finding, Severity, enumerated, finding, way_back

_NONE: Final[Mapping[str, str]] = {}
_REMEDIES: Final = {
    "DESTINATION_PHONE_NUMBER_NOT_VERIFIED": "Verify the recipient, or ask for production access",
    "DESTINATION_COUNTRY_BLOCKED_BY_PROTECT_CONFIGURATION": "If the block is not meant, allow the "
    "country with update_country_rules(...) of the protect configuration",
    "DESTINATION_PHONE_NUMBER_BLOCKED_BY_PROTECT_NUMBER_OVERRIDE": "If the block is not meant, "
    "remove it with number_overrides.delete(...) of the protect configuration",
    "DESTINATION_COUNTRY_BLOCKED": "AWS blocks that country; ask AWS Support what it needs",
    "INVALID_IDENTITY_FOR_DESTINATION_COUNTRY": "Get a number or sender ID that serves the "
    "recipient's country",
    "NO_ORIGINATION_IDENTITIES_FOUND": "Add a number or sender ID that serves the recipient's "
    "country",
    "INTERNATIONAL_SENDING_NOT_SUPPORTED": "Switch international sending on, or get a number of "
    "the recipient's country",
    "RESOURCE_NOT_ACTIVE": "Wait until it is ACTIVE, see its own finding",
    "NOTIFY_CONFIGURATION_NOT_ACTIVE": "Wait until it is ACTIVE, see its own finding",
    "SENDER_ID_NOT_REGISTERED": "Register the sender ID for that country",
    "SENDER_ID_REQUIRES_REGISTRATION": "Register the sender ID for that country",
    "SENDER_ID_NOT_SUPPORTED": "Use a number: that country takes no sender IDs",
    "COUNTRY_NOT_ENABLED": "Add the country to enabled_countries of the notify configuration",
    "CHANNEL_NOT_ENABLED": "Add the channel to the notify configuration",
    "CANNOT_PARSE": "Look at the number: AWS takes it for none",
}
_OPTED_OUT: Final = "DESTINATION_PHONE_NUMBER_OPTED_OUT"
_SPEND: Final = "Raise the spend limit, or wait for the next month"
_OTHER: Final = "Look at the reason in AWS's guide"


def remedy(reason: str) -> str:
    """What to do about a refusal, by AWS's reason."""
    if reason.startswith("MONTHLY_SPEND_LIMIT_REACHED"):
        return _SPEND
    return _REMEDIES.get(reason, _OTHER)


def reach(
    refusals: Mapping[str, str | None], returning: Mapping[str, str] = _NONE
) -> Iterator[Finding]:
    """What the senders came to: by sender, AWS's reason, or None where it accepts.

    `returning` are the words that opt people in again, by sender.
    """
    reaching = [name for name, reason in refusals.items() if reason is None]
    by_reason: dict[str, list[str]] = {}
    for name, reason in refusals.items():
        if reason is not None:
            by_reason.setdefault(reason, []).append(name)
    if reaching:
        yield finding(
            Severity.NOTE,
            "reach",
            f"the recipient can be reached from {enumerated(reaching)}",
            "Nothing is to be done",
            resource_id=reaching[0] if len(reaching) == 1 else None,
        )
    for reason, names in by_reason.items():
        yield finding(
            Severity.NOTE if reaching else Severity.ERROR,
            "reach",
            f"the recipient cannot be reached from {enumerated(names)}",
            f"Respect it. If the person asks for texts again, {way_back(names, returning)}"
            if reason == _OPTED_OUT
            else remedy(reason),
            why=reason,
            resource_id=names[0] if len(names) == 1 else None,
        )
    if not refusals:
        yield finding(
            Severity.ERROR,
            "reach",
            "there is no active sender to reach the recipient from",
            "Request a number, or bring one that waits to ACTIVE",
        )
