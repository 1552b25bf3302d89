"""Configurations that one-time codes are sent by: what the tests of Notify share."""

# Mirrored from tests/factories/aio/notify.py by `python -m codegen`. Change that file, not this one.

from typing import Any

from smsvoice import SmsVoice
from smsvoice.sync.resources.notify import NotifyConfiguration
from tests.factories.sync.clocks import EmulatorClock

ENGLISH = "notify-code-verification-english-001"
GERMAN = "notify-code-verification-german-001"


def created(sms: SmsVoice, **members: Any) -> NotifyConfiguration:
    """A configuration that waits for its review."""
    usual = {
        "display_name": "Shop",
        "use_case": "CODE_VERIFICATION",
        "enabled_channels": ["SMS", "VOICE"],
        "default_template_id": ENGLISH,
    }
    return sms.notify_configurations.create(**usual | members)


def active(sms: SmsVoice, clock: EmulatorClock, **members: Any) -> NotifyConfiguration:
    """A configuration that sends."""
    made = created(sms, **members)
    return made.wait_until_active(clock=clock)
