"""Configurations that one-time codes are sent by: what the tests of Notify share."""

from typing import Any

from smsvoice import AsyncSmsVoice
from smsvoice.aio.resources.notify import AsyncNotifyConfiguration
from tests.factories.aio.clocks import AsyncEmulatorClock

ENGLISH = "notify-code-verification-english-001"
GERMAN = "notify-code-verification-german-001"


async def created(sms: AsyncSmsVoice, **members: Any) -> AsyncNotifyConfiguration:
    """A configuration that waits for its review."""
    usual = {
        "display_name": "Shop",
        "use_case": "CODE_VERIFICATION",
        "enabled_channels": ["SMS", "VOICE"],
        "default_template_id": ENGLISH,
    }
    return await sms.notify_configurations.create(**usual | members)


async def active(
    sms: AsyncSmsVoice, clock: AsyncEmulatorClock, **members: Any
) -> AsyncNotifyConfiguration:
    """A configuration that sends."""
    made = await created(sms, **members)
    return await made.wait_until_active(clock=clock)
