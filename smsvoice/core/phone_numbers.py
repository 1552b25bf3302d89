"""Phone numbers of people: whether a text can be one, by the plan of its country.

E.164 of ITU-T limits a number to fifteen digits and begins it with a country's calling code; the
national plans say how few and how many digits follow the code. A text that fits may still be
not in use; one that does not fit is no number.

ITU-T E.164 and its national plans: https://www.itu.int/oth/T0202.aspx?parent=T0202
"""

import re
from typing import Final

MOST_DIGITS: Final = 15
"""The digits of the longest number, its calling code included."""

_DIGITS = re.compile("[0-9]+")  # `str.isdigit` takes digits of other scripts too
_LONGEST_CODE = 3
_PLANS = """
1 10  20 8-10  211 9  212 9  213 8-9  216 8  218 9  220 7-9  221 9  222 8  223 8  224 8-9  225 10
226 8  227 8  228 8  229 10  230 7-10  231 7-9  232 8  233 8-9  234 10-12  235 8  236 8  237 8-9
238 7  239 7  240 9  241 7-8  242 9  243 7-10  244 9  245 7-9  246 7  247 5  248 7  249 9  250 8-9
251 9  252 6-9  253 8  254 7-10  255 9  256 9  257 8  258 8-9  260 9  261 9  262 9  263 7-10
264 8-9  265 7-9  266 8  267 7-10  268 8-9  269 7  27 5-9  290 4-5  291 7  297 7  298 6  299 6
30 10-12  31 7-11  32 8-9  33 9  34 9  350 8  351 9  352 4-11  353 7-10  354 7-9  355 6-9  356 8
357 8  358 5-10  359 6-12  36 8-9  370 8  371 8  372 7-10  373 8  374 8  375 6-11  376 6-9  377 8-9
378 8-10  380 9-10  381 6-12  382 8-9  383 8-12  385 7-9  386 5-8  387 8-9  389 8  39 6-12  40 6-9
41 9  420 9  421 6-9  423 7-9  43 4-13  44 7-10  45 8  46 6-10  47 8  48 6-10  49 4-13  500 5
501 7-11  502 8-11  503 7-11  504 8-11  505 8  506 8-10  507 7-11  508 6-9  509 8  51 8-9  52 10-11
53 6-10  54 10-11  55 8-11  56 9-11  57 8-11  58 10  590 9  591 8-9  592 7  593 8-11  594 9
595 7-11  596 9  597 6-7  598 6-12  599 7-8  60 8-10  61 5-12  62 7-13  63 6-13  64 7-10  65 8-11
66 8-13  670 7-8  672 6  673 7  674 7  675 7-8  676 5-7  677 5-7  678 5-7  679 7-11  680 7  681 6-9
682 5  683 4-7  685 5-10  686 5-8  687 6  688 5-7  689 8-9  690 4-7  691 7  692 7  7 10  81 8-13
82 5-13  84 8-10  850 8-10  852 5-11  853 7-8  855 8-10  856 8-10  86 7-12  870 9-12  878 12
880 6-10  881 9-10  882 7-12  883 8-12  886 7-11  90 10-13  91 8-13  92 8-11  93 9  94 9  95 6-10
960 7-10  961 7-8  962 8-9  963 8-9  964 8-10  965 7-8  966 9-10  967 7-9  968 7-9  970 8-10
971 5-12  972 7-12  973 8  974 7-11  975 7-8  976 8-10  977 8-11  98 6-10  992 9  993 8  994 9
995 9  996 9-10  998 9
"""


def _lengths() -> dict[str, tuple[int, int]]:
    words = _PLANS.split()
    found: dict[str, tuple[int, int]] = {}
    for code, lengths in zip(words[::2], words[1::2], strict=True):
        fewest, _, most = lengths.partition("-")
        found[code] = int(fewest), int(most or fewest)
    return found


_LENGTHS = _lengths()


def problem_of(number: str) -> str | None:
    """What is wrong with a text as a phone number, and how to correct it.

    Returns:
        A rule such as "must begin with a plus sign ..." that repeats nothing of the number; None
        when the text is a plus sign, a calling code in use and as many digits as its plan has.
    """
    digits = number.removeprefix("+")
    if digits == number:
        return (
            "must begin with a plus sign and the calling code of a country, before the national "
            "number without its leading zero"
        )
    if not _DIGITS.fullmatch(digits):
        return "must be digits alone after the plus sign, without blanks, brackets and hyphens"
    code = _calling_code(digits)
    if code is None:
        return "must begin with the calling code of a country: check the digits after the plus sign"
    return _problem_of_length(len(digits) - len(code), *_LENGTHS[code])


def _calling_code(digits: str) -> str | None:
    for length in range(1, _LONGEST_CODE + 1):
        if digits[:length] in _LENGTHS:
            return digits[:length]
    return None


def _problem_of_length(given: int, fewest: int, most: int) -> str | None:
    if fewest <= given <= most:
        return None
    wanted = f"{fewest}" if fewest == most else f"{fewest} to {most}"
    missing = "for a missing digit or a missing calling code"
    surplus = "for a digit too many or a zero between the calling code and the number"
    return (
        f"must have {wanted} digits after its calling code, and has {given}: check it "
        f"{missing if given < fewest else surplus}"
    )
