"""What waits for a decision of a reviewer."""

from smsvoice.emulator.emulator import Emulator
from smsvoice.emulator.state.notify_configurations import configurations
from smsvoice.emulator.state.registrations import registrations
from smsvoice.models.notify import NotifyConfigurationInformation, TierUpgradeStatus
from smsvoice.models.registrations import RegistrationInformation

_UNDER_REVIEW = frozenset(
    ("SUBMITTED", "AWS_REVIEWING", "REVIEWING", "REQUIRES_AUTHENTICATION", "PROVISIONING")
)
_UNDECIDED_NAMES = ("PENDING", "REQUIRES_VERIFICATION")


def registrations_under_review(emulator: Emulator) -> list[tuple[str, RegistrationInformation]]:
    """The registrations that wait for a decision, each with its region."""
    return [
        (one.account.region, one.record)
        for one in emulator.engine.placed(registrations)
        if one.record.registration_status in _UNDER_REVIEW
    ]


def undecided_configurations(
    emulator: Emulator,
) -> list[tuple[str, NotifyConfigurationInformation]]:
    """The notify configurations whose name or tier waits for a decision, each with its region."""
    return [
        (one.account.region, one.record)
        for one in emulator.engine.placed(configurations)
        if one.record.status in _UNDECIDED_NAMES
        or one.record.tier_upgrade_status == TierUpgradeStatus.PENDING_UPGRADE
    ]
