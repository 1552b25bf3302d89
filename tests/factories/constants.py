"""Numbers, names and moments that many tests share."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final, Literal

START = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
SERVICE: Final = "pinpoint-sms-voice-v2"
GOOD, BAD = "+14254147755", "+14254147167"
"""Simulator destinations of the United States: always reached, never reached."""
LONDON = "+447700900123"
TORONTO = "+14165550142"
ALL_CAPABILITIES: Sequence[Literal["SMS", "MMS", "VOICE"]] = ("SMS", "MMS", "VOICE")

INBOUND_TOPIC = "arn:aws:sns:us-east-1:123456789012:inbound"
EVENTS_TOPIC = "arn:aws:sns:us-east-1:123456789012:events"
SETTLED = 10.0
"""Seconds of the emulator's time; longer than any one step takes by its clock."""
