"""A thousand numbers: as many calls as there are pages, whatever the pages look like."""

# Mirrored from tests/aio/test_long_lists.py by `python -m codegen`. Change that file, not this one.

import pytest

from smsvoice import Emulator, SmsVoice
from tests.factories.calls import calls_of
from tests.factories.sync.identities import leased

COUNT = 1000


@pytest.fixture
def numbers(sms: SmsVoice, emulator: Emulator) -> list[str]:
    """The ids of a thousand numbers, which no account may have at AWS."""
    emulator.settings.quotas = False
    return [(leased(sms)).id for _ in range(COUNT)]


@pytest.mark.long
def test_a_thousand_numbers_take_as_many_calls_as_pages(
    sms: SmsVoice, emulator: Emulator, numbers: list[str]
) -> None:
    """Every number once and in order, with full pages, small ones and empty ones between."""
    calls = calls_of(sms)
    full = [number.id for number in sms.phone_numbers.list()]
    assert (full, calls.count("DescribePhoneNumbers")) == (numbers, 10)

    small = [number.id for number in sms.phone_numbers.list(max_results=64)]
    assert (small, calls.count("DescribePhoneNumbers")) == (numbers, 10 + 16)

    emulator.settings.empty_pages = True
    between = [number.id for number in sms.phone_numbers.list()]
    assert (between, calls.count("DescribePhoneNumbers")) == (numbers, 10 + 16 + 20)


def test_a_walk_over_many_pages_stops_and_resumes(sms: SmsVoice) -> None:
    """At the end of a page nothing comes twice."""
    numbers = [(leased(sms)).id for _ in range(20)]
    pager = sms.phone_numbers.list(max_results=5)
    first = pager.collect(limit=15)

    rest = sms.phone_numbers.list(max_results=5, starting_token=pager.next_token).collect()

    assert [number.id for number in first + rest] == numbers
