"""Registrations, uploads, notify configurations and RCS agents that wait, or were turned down."""

from collections.abc import Iterable, Iterator

from smsvoice.models.notify import (
    NotifyConfigurationInformation,
    NotifyConfigurationStatus,
    TierUpgradeStatus,
)
from smsvoice.models.rcs_agents import (
    CountryLaunchStatus,
    CountryLaunchStatusInformation,
    RcsAgentInformation,
    RcsAgentStatus,
)
from smsvoice.models.registration_attachments import (
    AttachmentStatus,
    RegistrationAttachmentsInformation,
)
from smsvoice.models.registrations import RegistrationInformation, RegistrationStatus
from smsvoice.rules.diagnosis.findings import Finding, Severity, enumerated, finding

_STATES = {
    RegistrationStatus.REQUIRES_UPDATES: (
        Severity.ERROR,
        "was turned down",
        "Make a new version with create_version(), correct what the reviewers name, and submit it",
    ),
    RegistrationStatus.REQUIRES_AUTHENTICATION: (
        Severity.WARNING,
        "waits for an e-mail to be answered",
        "Answer the e-mail that went to the contact address of the form",
    ),
    RegistrationStatus.CREATED: (
        Severity.WARNING,
        "was never submitted",
        "Fill in what missing_fields() names, and call submit()",
    ),
    RegistrationStatus.CLOSED: (
        Severity.WARNING,
        "is closed",
        "Make another one, and release or delete what hangs on this one",
    ),
}
_DONE = (RegistrationStatus.COMPLETE, RegistrationStatus.DELETED)


def is_denied(one: RegistrationInformation) -> bool:
    """Whether the reviewers want changes."""
    return one.registration_status == RegistrationStatus.REQUIRES_UPDATES


def registration(one: RegistrationInformation, reasons: Iterable[str]) -> Iterator[Finding]:
    """One registration that is not complete, with the reviewers' reasons where it was denied."""
    if one.registration_status in _DONE:
        return
    severity, state, remedy = _STATES.get(
        one.registration_status,
        (
            Severity.NOTE,
            f"is {one.registration_status}",
            "Wait, e.g. with wait_until_reviewed(): reviews take days to weeks",
        ),
    )
    yield finding(
        severity,
        "registrations",
        f"{one.registration_id} ({one.registration_type}) {state}",
        remedy,
        why="; ".join(reasons) or None,
        resource_id=one.registration_id,
    )


def attachments(found: Iterable[RegistrationAttachmentsInformation]) -> Iterator[Finding]:
    """Uploads that failed."""
    for one in found:
        if one.attachment_status == AttachmentStatus.UPLOAD_FAILED:
            yield finding(
                Severity.WARNING,
                "registration-attachments",
                f"the upload of {one.registration_attachment_id} failed",
                "Upload it anew: PDF, JPEG or PNG of at most 5 MB",
                why=one.attachment_upload_error_reason,
                resource_id=one.registration_attachment_id,
            )


def notify(found: Iterable[NotifyConfigurationInformation]) -> Iterator[Finding]:
    """Notify configurations that send no codes, or stay limited."""
    for one in found:
        name = one.notify_configuration_id
        if one.status == NotifyConfigurationStatus.REJECTED:
            yield finding(
                Severity.ERROR,
                "notify",
                f"{name} was rejected and sends nothing",
                "Create another one, under a display name that is your brand's",
                why=one.rejection_reason,
                resource_id=name,
            )
        elif one.status == NotifyConfigurationStatus.REQUIRES_VERIFICATION:
            yield finding(
                Severity.ERROR,
                "notify",
                f"{name} sends nothing until its brand is verified",
                "Make the registration MANAGED_ROUTES_BRAND_VERIFICATION and submit it",
                why="AWS wants proof that the display name is yours",
                resource_id=name,
            )
        elif one.status != NotifyConfigurationStatus.ACTIVE:
            yield finding(
                Severity.WARNING,
                "notify",
                f"{name} is {one.status} and sends nothing yet",
                "Wait for it, e.g. with wait_until_active()",
                resource_id=name,
            )
        if one.tier_upgrade_status == TierUpgradeStatus.REJECTED:
            yield finding(
                Severity.WARNING,
                "notify",
                f"the step of {name} to another tier was rejected: it stays {one.tier}",
                "Look at its registration, correct it, and submit it again",
                why=one.rejection_reason,
                resource_id=name,
            )


def rcs_agent(
    one: RcsAgentInformation, countries: Iterable[CountryLaunchStatusInformation]
) -> Iterator[Finding]:
    """One RCS agent: what keeps it from people, and the countries that turned it down."""
    name = one.rcs_agent_id
    if one.status == RcsAgentStatus.TESTING:
        yield finding(
            Severity.WARNING,
            "rcs",
            f"{name} is TESTING: it reaches its testers only",
            "Make the registration of a country's launch, and submit it",
            resource_id=name,
        )
    elif one.status in (RcsAgentStatus.CREATED, RcsAgentStatus.PENDING):
        yield finding(
            Severity.WARNING,
            "rcs",
            f"{name} is {one.status} and cannot send",
            "Submit its registrations for testing and launch, and wait for the reviews",
            resource_id=name,
        )
    rejected = [c.iso_country_code for c in countries if c.status == CountryLaunchStatus.REJECTED]
    if rejected:
        yield finding(
            Severity.ERROR,
            "rcs",
            f"{name} was rejected in {enumerated(rejected)}",
            "Look at the registration of that launch, correct it, and submit it again",
            resource_id=name,
        )
