"""84 texts, each with what two independent ways of counting agree on; and cutting loses nothing."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smsvoice.errors import RequestError
from smsvoice.text import gsm_friendly, segments
from smsvoice.text.alphabet import extended, outside
from smsvoice.text.friendly import REPLACEMENTS

CASES = json.loads(Path(__file__).with_name("segments.json").read_text("utf-8"))
ENCODINGS = {"GSM": "GSM", "UCS-2": "UNICODE"}
TEXTS = st.text(
    st.sampled_from("aZ@ €^~|\f\n\rçñé“’…–\u00a0😀中\u200b") | st.characters(), max_size=400
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['n']}: {case['rule'][:50]}")
def test_a_text_is_cut_as_two_ways_of_counting_agree(case: dict[str, Any]) -> None:
    measured = segments(case["text"])

    assert measured.encoding == ENCODINGS[case["encoding"]]
    assert (measured.units, measured.parts) == (case["units"], case["parts"])
    assert list(measured.units_per_part) == case["units_per_part"]


@given(TEXTS)
def test_the_parts_are_the_text(text: str) -> None:
    measured = segments(text)

    assert "".join(measured.texts) == text
    assert len(measured.texts) == len(measured.units_per_part) == measured.parts
    assert sum(measured.units_per_part) == measured.units
    assert all(taken <= measured.per_part for taken in measured.units_per_part)
    assert measured.left == measured.per_part - measured.units_per_part[-1]


@given(TEXTS)
def test_only_what_is_outside_the_alphabet_forces_unicode(text: str) -> None:
    """Without these characters the text is GSM; they are listed once, in their order."""
    measured = segments(text)

    assert measured.forced_by == tuple(dict.fromkeys(outside.findall(text)))
    assert (measured.encoding == "GSM") is not bool(measured.forced_by)
    rest = "".join(one for one in text if one not in measured.forced_by)
    assert segments(rest).encoding == "GSM"


@given(TEXTS)
def test_a_friendly_text_takes_no_more_parts_unless_it_is_longer(text: str) -> None:
    """What can be replaced is; a second time changes nothing; GSM texts stay as they are."""
    friendly = gsm_friendly(text)

    assert gsm_friendly(friendly) == friendly
    assert segments(friendly).parts <= segments(text).parts
    assert friendly == text or not set(friendly) & set(REPLACEMENTS)
    if not segments(text).forced_by:
        assert friendly == text


def test_every_replacement_is_in_the_alphabet_and_what_it_replaces_is_not() -> None:
    for given_, written in REPLACEMENTS.items():
        assert outside.search(given_)
        assert not outside.search(written)
        assert not extended.search(written)


@pytest.mark.parametrize(
    ("given_", "written"),
    [
        ("It\u2019s \u201chere\u201d\u2026", 'It\'s "here"...'),
        ("9\u201317h", "9-17h"),
        ("caf" + "e\u0301", "caf\u00e9"),
        ("no\u00a0break\u200b", "no break"),
        ("\u4f60\u597d", "\u4f60\u597d"),
        ("\U0001f389" + "a" * 67 + "\u2026", "\U0001f389" + "a" * 67 + "\u2026"),
    ],
)
def test_a_text_reads_the_same_afterwards(given_: str, written: str) -> None:
    assert gsm_friendly(given_) == written


def test_a_remedy_is_named_for_what_has_one() -> None:
    measured = segments("\u201cready\u201d \u4f60")

    assert measured.forced_by == ("\u201c", "\u201d", "\u4f60")
    assert measured.remedies == {"\u201c": '"', "\u201d": '"'}


def test_nothing_of_a_text_is_shown() -> None:
    assert "ready" not in repr(segments("\u201cready\u201d"))
    assert "\u201c" not in repr(segments("\u201cready\u201d"))


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(RequestError, match="text: must be a string"):
        segments(5)  # type: ignore[arg-type]
