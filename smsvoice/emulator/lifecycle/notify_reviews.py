"""Reviews of notify configurations: the display name, and the step to the advanced tier."""

from typing import Any

from smsvoice.emulator.engine.context import Call, action
from smsvoice.emulator.engine.lookup import find
from smsvoice.emulator.state.notify_configurations import configurations
from smsvoice.models.notify import (
    NotifyConfigurationInformation,
    NotifyConfigurationStatus,
    NotifyConfigurationTier,
    TierUpgradeStatus,
)
from smsvoice.models.reasons import ResourceType

_KIND = ResourceType.NOTIFY_CONFIGURATION


_REJECTED = "The display name cannot be used."


@action("review-notify-configuration")
def review(call: Call, key: str) -> None:
    """Decide on the display name, as the settings ask for."""
    found = configurations(call).get(key)
    if found is None or found.status != NotifyConfigurationStatus.PENDING:
        return
    status = NotifyConfigurationStatus.ACTIVE
    if found.display_name in call.settings.rejected_display_names:
        status = NotifyConfigurationStatus.REJECTED
    elif found.display_name in call.settings.display_names_to_verify:
        status = NotifyConfigurationStatus.REQUIRES_VERIFICATION
    decide(call, key, status=status)


def decide(
    call: Call,
    notify_configuration_id: str,
    *,
    status: NotifyConfigurationStatus | None = None,
    tier_upgrade_status: TierUpgradeStatus | None = None,
) -> NotifyConfigurationInformation:
    """What a review came to: of the display name, or of the step to the advanced tier."""
    found = find(call, configurations(call), notify_configuration_id, _KIND)
    news: dict[str, Any] = {}
    if status is not None:
        is_rejected = status == NotifyConfigurationStatus.REJECTED
        news = {
            "status": NotifyConfigurationStatus(status),
            "rejection_reason": _REJECTED if is_rejected else None,
        }
    if tier_upgrade_status is not None:
        is_advanced = tier_upgrade_status == TierUpgradeStatus.ADVANCED
        tiers = NotifyConfigurationTier
        news["tier_upgrade_status"] = TierUpgradeStatus(tier_upgrade_status)
        news["tier"] = tiers.ADVANCED if is_advanced else tiers.BASIC
    return configurations(call).change(found.notify_configuration_id, **news)
