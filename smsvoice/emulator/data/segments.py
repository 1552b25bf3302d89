"""How a text is cut into message parts.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/sms-limitations-character.html
"""

from dataclasses import dataclass
from typing import Self

_GSM = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_EXTENDED = frozenset("^{}\\[~]|€\f")
_GSM_ALONE, _GSM_PART = 160, 153
_UNICODE_ALONE, _UNICODE_PART = 70, 67
_GSM_MOST, _UNICODE_MOST = 1530, 630


@dataclass(frozen=True, slots=True)
class Segments:
    """How a text is sent: in which encoding, in how many message parts, and whether it may be."""

    encoding: str
    """GSM where every character is in the GSM alphabet, Unicode otherwise."""
    parts: int
    """The message parts that the text takes; at least one."""
    is_too_long: bool
    """Whether the text takes more characters than AWS hands to a carrier."""

    @classmethod
    def of(cls, text: str) -> Self:
        """Measure a text."""
        if all(c in _GSM or c in _EXTENDED for c in text):
            costs = [2 if c in _EXTENDED else 1 for c in text]
            return cls("GSM", _cut(costs, _GSM_ALONE, _GSM_PART), sum(costs) > _GSM_MOST)
        costs = [len(c.encode("utf-16-be")) // 2 for c in text]
        parts = _cut(costs, _UNICODE_ALONE, _UNICODE_PART)
        return cls("Unicode", parts, sum(costs) > _UNICODE_MOST)


def _cut(costs: list[int], alone: int, part: int) -> int:
    if sum(costs) <= alone:
        return 1
    parts, left = 1, part
    for cost in costs:
        if cost > left:
            parts, left = parts + 1, part
        left -= cost
    return parts
