"""How a text is cut into message parts.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/sms-limitations-character.html
"""

_GSM = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_EXTENDED = frozenset("^{}\\[~]|€\f")
_GSM_ALONE, _GSM_PART = 160, 153
_UNICODE_ALONE, _UNICODE_PART = 70, 67
_GSM_MOST, _UNICODE_MOST = 1530, 630


def encoding_of(text: str) -> str:
    """GSM where every character is in the GSM alphabet, Unicode otherwise."""
    return "GSM" if all(c in _GSM or c in _EXTENDED for c in text) else "Unicode"


def parts_of(text: str) -> int:
    """The message parts that a text takes; at least one."""
    if encoding_of(text) == "GSM":
        costs = [2 if c in _EXTENDED else 1 for c in text]
        return _cut(costs, _GSM_ALONE, _GSM_PART)
    return _cut([len(c.encode("utf-16-be")) // 2 for c in text], _UNICODE_ALONE, _UNICODE_PART)


def is_too_long(text: str) -> bool:
    """Whether a text takes more characters than AWS hands to a carrier."""
    if encoding_of(text) == "GSM":
        return sum(2 if c in _EXTENDED else 1 for c in text) > _GSM_MOST
    return len(text.encode("utf-16-be")) // 2 > _UNICODE_MOST


def _cut(costs: list[int], alone: int, part: int) -> int:
    if sum(costs) <= alone:
        return 1
    parts, room = 1, part
    for cost in costs:
        if cost > room:
            parts, room = parts + 1, part
        room -= cost
    return parts
