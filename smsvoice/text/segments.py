"""How a text is cut into message parts, which is what AWS counts and bills.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/sms-limitations-character.html
Cutting: 3GPP TS 23.040. Inferred for AWS: a pair of units is never cut in two.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, Literal

from smsvoice.core.errors import Problem, RequestError
from smsvoice.text.alphabet import extended, outside
from smsvoice.text.friendly import REPLACEMENTS, with_replacements

_GSM_ALONE, _GSM_PART, _GSM_MOST = 160, 153, 1530
_UNICODE_ALONE, _UNICODE_PART, _UNICODE_MOST = 70, 67, 630
_BEYOND_ONE_UNIT: Final = 0xFFFF


@dataclass(frozen=True, slots=True)
class Segments:
    """How a text is sent: in which encoding, and in how many message parts."""

    encoding: Literal["GSM", "UNICODE"]
    """GSM where every character is in the GSM alphabet, UNICODE otherwise."""
    units: int
    """The length of the text: seven bits each in GSM, sixteen in Unicode."""
    parts: int
    """The message parts that the text takes; at least one. AWS bills each."""
    per_part: int
    """The units that fit into a part: 160 or 70 in a single one, 153 or 67 in each of several."""
    left: int
    """The units that still fit without another part."""
    units_per_part: tuple[int, ...]
    """The units in each part; one less than fit where a pair of units would be cut in two."""
    texts: tuple[str, ...] = field(repr=False)
    """The text of each part; joined they are the text."""
    forced_by: tuple[str, ...] = field(repr=False)
    """The characters outside the GSM alphabet, each once; empty in GSM."""
    remedies: Mapping[str, str] = field(repr=False)
    """What `gsm_friendly` writes instead of those of them that have a replacement."""
    is_too_long: bool
    """Whether it is longer than AWS sends: 1530 units in GSM, 630 in Unicode."""


def segments(text: str) -> Segments:
    """Measure a text message: its encoding, and the parts that AWS counts and bills.

    Args:
        text: the message body, with everything that is filled in.

    Raises:
        RequestError: `text` is no string.

    AWS: https://docs.aws.amazon.com/sms-voice/latest/userguide/sms-limitations-character.html
    """
    if not isinstance(text, str):  # pyright: ignore[reportUnnecessaryIsInstance]  from callers
        raise RequestError("segments", (Problem("text", "must be a string"),))
    forced_by = tuple(dict.fromkeys(outside.findall(text)))
    if forced_by:
        pairs = [place for place, char in enumerate(text) if ord(char) > _BEYOND_ONE_UNIT]
        alone, part, most = _UNICODE_ALONE, _UNICODE_PART, _UNICODE_MOST
    else:
        pairs = [found.start() for found in extended.finditer(text)]
        alone, part, most = _GSM_ALONE, _GSM_PART, _GSM_MOST
    units = len(text) + len(pairs)
    per_part = alone if units <= alone else part
    cuts = _cut(len(text), set(pairs), per_part)
    texts = tuple(text[start:end] for start, end in pairwise(cuts))
    taken = tuple(
        end - start + sum(start <= place < end for place in pairs) for start, end in pairwise(cuts)
    )
    return Segments(
        encoding="UNICODE" if forced_by else "GSM",
        units=units,
        parts=len(texts),
        per_part=per_part,
        left=per_part - taken[-1],
        units_per_part=taken,
        texts=texts,
        forced_by=forced_by,
        remedies={char: REPLACEMENTS[char] for char in forced_by if char in REPLACEMENTS},
        is_too_long=units > most,
    )


def gsm_friendly(text: str) -> str:
    """Write a text so that it takes as few message parts as can be, and reads the same.

    Typographic quotes, dashes, ellipses and blanks become plain ones, and letters whose marks are
    characters of their own become single letters. What the GSM alphabet cannot express is left:
    one such character, an emoji for one, makes the whole text Unicode, with 70 instead of 160
    characters in a message part. `segments(text).forced_by` lists them. A text that would take more
    parts afterwards stays as it is.
    """
    friendly = with_replacements(text)
    # Where it stays Unicode, three dots for one character may be what a part has no place for.
    return friendly if segments(friendly).parts <= segments(text).parts else text


def _cut(length: int, pairs: set[int], per_part: int) -> list[int]:
    """Where the parts begin, and where the last one ends; characters at `pairs` take two units."""
    cuts, left = [0], per_part
    if not pairs:
        return [*range(0, max(length, 1), per_part), length]
    for place in range(length):
        cost = 2 if place in pairs else 1
        if cost > left:
            cuts.append(place)
            left = per_part
        left -= cost
    return [*cuts, length]
