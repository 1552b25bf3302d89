"""The GSM alphabet, which decides between 160 and 70 characters.

Basic and extension table: 3GPP TS 23.038. AWS lists the same, without the form feed.
AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/sms-limitations-character.html
"""

import re
from typing import Final

_BASIC: Final = (
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_EXTENDED: Final = "^{}\\[~]|€\f"

outside: Final = re.compile(f"[^{re.escape(_BASIC + _EXTENDED)}]")
"""Finds a character that the alphabet lacks: one makes the whole text Unicode."""

extended: Final = re.compile(f"[{re.escape(_EXTENDED)}]")
"""Finds a character that takes two units of seven bits."""
