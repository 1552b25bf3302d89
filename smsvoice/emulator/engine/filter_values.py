"""Filters whose values AWS lists: an unknown status or type is refused."""

from typing import Any

from smsvoice.core.enums import OpenEnum
from smsvoice.emulator.engine.service_errors import invalid
from smsvoice.models.common import MessageType, NumberCapability, VoiceId
from smsvoice.models.configuration_sets import ConfigurationSetFilter, EventType
from smsvoice.models.keywords import KeywordAction, KeywordFilter
from smsvoice.models.notify import (
    NotifyConfigurationFilter,
    NotifyConfigurationStatus,
    NotifyConfigurationTier,
    NotifyConfigurationUseCase,
    NotifyTemplateFilter,
    NotifyTemplateType,
    TierUpgradeStatus,
)
from smsvoice.models.phone_numbers import NumberStatus, NumberType, PhoneNumberFilter
from smsvoice.models.pools import PoolFilter, PoolOriginationIdentitiesFilter, PoolStatus
from smsvoice.models.protect import (
    ProtectConfigurationRuleOverrideAction,
    ProtectConfigurationRuleSetNumberOverrideFilterItem,
)
from smsvoice.models.rcs_agents import (
    CountryLaunchStatus,
    CountryLaunchStatusFilter,
    RcsAgentFilter,
    RcsAgentStatus,
)
from smsvoice.models.reasons import ValidationExceptionReason
from smsvoice.models.registration_attachments import AttachmentStatus, RegistrationAttachmentFilter
from smsvoice.models.registrations import (
    RegistrationFilter,
    RegistrationStatus,
    RegistrationVersionFilter,
    RegistrationVersionStatus,
)
from smsvoice.models.sender_ids import SenderIdFilter
from smsvoice.models.verified_numbers import (
    VerificationStatus,
    VerifiedDestinationNumberFilter,
)

_LISTED: dict[type[Any], dict[str, type[OpenEnum]]] = {
    ConfigurationSetFilter: {
        "default-message-type": MessageType,
        "matching-event-types": EventType,
    },
    CountryLaunchStatusFilter: {"country-launch-status": CountryLaunchStatus},
    KeywordFilter: {"keyword-action": KeywordAction},
    NotifyConfigurationFilter: {
        "enabled-channels": NumberCapability,
        "status": NotifyConfigurationStatus,
        "tier-upgrade-status": TierUpgradeStatus,
        "use-case": NotifyConfigurationUseCase,
    },
    NotifyTemplateFilter: {
        "channels": NumberCapability,
        "supported-voice-ids": VoiceId,
        "template-type": NotifyTemplateType,
        "tier-access": NotifyConfigurationTier,
    },
    PhoneNumberFilter: {
        "message-type": MessageType,
        "number-capability": NumberCapability,
        "number-type": NumberType,
        "status": NumberStatus,
    },
    PoolFilter: {"message-type": MessageType, "status": PoolStatus},
    PoolOriginationIdentitiesFilter: {"number-capability": NumberCapability},
    ProtectConfigurationRuleSetNumberOverrideFilterItem: {
        "action": ProtectConfigurationRuleOverrideAction
    },
    RcsAgentFilter: {"status": RcsAgentStatus},
    RegistrationAttachmentFilter: {"attachment-status": AttachmentStatus},
    RegistrationFilter: {"registration-status": RegistrationStatus},
    RegistrationVersionFilter: {"registration-version-status": RegistrationVersionStatus},
    SenderIdFilter: {"message-type": MessageType},
    VerifiedDestinationNumberFilter: {"status": VerificationStatus},
}


def must_be_listed(one: Any) -> None:
    """Refuse a filter whose name has listed values, where one of its values is another."""
    model: type[Any] = one.__class__
    kind = _LISTED.get(model, {}).get(str(one.name))
    if kind is None:
        return
    listed = [member.value for member in kind]
    if not {str(value) for value in one.values} <= set(listed):
        reason = ValidationExceptionReason.INVALID_FILTER_VALUES
        raise invalid(reason, "Filters", f"takes {', '.join(listed)}")
