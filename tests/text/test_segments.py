"""A text is cut into message parts by its alphabet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smsvoice.text import segments


@pytest.mark.parametrize(
    ("text", "encoding", "parts"),
    [
        ("", "GSM", 1),
        ("a" * 160, "GSM", 1),
        ("a" * 161, "GSM", 2),
        ("a" * 306, "GSM", 2),
        ("a" * 307, "GSM", 3),
        ("я" * 70, "UNICODE", 1),
        ("я" * 71, "UNICODE", 2),
        ("я" * 134, "UNICODE", 2),
        ("я" * 135, "UNICODE", 3),
        ("a" * 69 + "я", "UNICODE", 1),
        ("a" * 70 + "я", "UNICODE", 2),
    ],
)
def test_the_alphabet_decides_how_much_a_part_holds(text: str, encoding: str, parts: int) -> None:
    measured = segments(text)

    assert (measured.encoding, measured.parts) == (encoding, parts)


def test_an_extended_character_counts_as_two() -> None:
    assert segments("€" * 80).parts == 1
    assert segments("€" * 81).parts == 2


def test_an_extended_character_is_not_split_over_two_parts() -> None:
    """76 of them leave one septet of 153 empty, so that 153 need a third part."""
    assert segments("€" * 152).parts == 2
    assert segments("€" * 153).parts == 3


def test_a_surrogate_pair_counts_as_two_and_is_not_split() -> None:
    assert segments("😀" * 35).parts == 1
    assert segments("😀" * 66).parts == 2
    assert segments("😀" * 67).parts == 3


@pytest.mark.parametrize(("character", "most"), [("a", 1530), ("€", 765), ("я", 630), ("😀", 315)])
def test_a_text_beyond_the_limit_is_too_long(character: str, most: int) -> None:
    assert not segments(character * most).is_too_long
    assert segments(character * (most + 1)).is_too_long


@given(st.text(max_size=700), st.text(max_size=10))
def test_a_longer_text_never_takes_fewer_parts(text: str, more: str) -> None:
    text, more = (one.encode("utf-8", "ignore").decode() for one in (text, more))

    assert segments(text + more).parts >= segments(text).parts >= 1
