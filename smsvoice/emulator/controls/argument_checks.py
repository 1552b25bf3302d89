"""Checks of the arguments of controls, so that a mistake is reported and not kept."""

import re

from smsvoice.core.enums import OpenEnum
from smsvoice.emulator.engine.context import Call
from smsvoice.emulator.engine.service_errors import ServiceError
from smsvoice.emulator.engine.setting_rules import is_count
from smsvoice.emulator.lifecycle.notify_reviews import decide
from smsvoice.models.notify import NotifyConfigurationStatus, TierUpgradeStatus

_PHONE_NUMBER = re.compile(r"\+?[0-9]{3,15}")


def is_phone_number(text: str) -> bool:
    """Whether it has the shape of a number in E.164, with or without its plus."""
    return _PHONE_NUMBER.fullmatch(text) is not None


def must_be_texts(**given: object) -> None:
    """Refuse what is no text, or a text that no UTF-8 can carry.

    Raises:
        ValueError: names the argument.
    """
    for name, value in given.items():
        if not isinstance(value, str):
            raise ValueError(f"{name} must be text")  # noqa: TRY004  a control refuses alike
        try:
            value.encode()
        except UnicodeEncodeError:
            raise ValueError(f"{name} holds half a character: a lone surrogate") from None


def must_be_times(times: object) -> None:
    """Refuse what is no number of times.

    Raises:
        ValueError: it is not.
    """
    if times is not None and not is_count(times, 1):
        raise ValueError("times must be a whole number, 1 or more")


def decided(
    call: Call,
    notify_configuration_id: str,
    *,
    status: NotifyConfigurationStatus | None,
    tier_upgrade_status: TierUpgradeStatus | None,
) -> None:
    """Decide on a notify configuration, if all is as it should be.

    Raises:
        LookupError: there is no such configuration.
        ValueError: neither status is given, or there is no such status.
    """
    if status is None and tier_upgrade_status is None:
        raise ValueError("give status, tier_upgrade_status or both")
    _must_be_one_of("status", status, NotifyConfigurationStatus)
    _must_be_one_of("tier_upgrade_status", tier_upgrade_status, TierUpgradeStatus)
    must_be_texts(notify_configuration_id=notify_configuration_id)
    try:
        decide(
            call, notify_configuration_id, status=status, tier_upgrade_status=tier_upgrade_status
        )
    except ServiceError:
        raise LookupError("there is no such notify configuration here") from None


def _must_be_one_of(name: str, value: object, kinds: type[OpenEnum]) -> None:
    known = [one.value for one in kinds]
    if value is not None and value not in known:
        raise ValueError(f"{name} must be one of {', '.join(known)}")
