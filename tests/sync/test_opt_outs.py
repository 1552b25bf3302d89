"""Opt-out lists as objects."""

# Mirrored from tests/aio/test_opt_outs.py by `python -m codegen`. Change that file, not this one.

from datetime import timedelta

import pytest

from smsvoice import ConflictError, Emulator, ResourceNotFoundError, SmsVoice, ValidationError
from tests.factories.calls import calls_of

NUMBER = "+12065550142"


def test_numbers_are_added_listed_and_removed(sms: SmsVoice, emulator: Emulator) -> None:
    """A number leaves a list once in thirty days."""
    news = sms.opt_out_lists.create("news")

    added = news.add(NUMBER)
    (listed,) = news.numbers(end_user_opted_out=False).collect()
    news.remove(NUMBER)
    news.add(NUMBER)
    with pytest.raises(ValidationError) as refused:
        news.remove(NUMBER)
    emulator.advance(timedelta(days=30).total_seconds())
    gone = news.remove(NUMBER)

    assert added.end_user_opted_out is False
    assert listed.opted_out_number == gone.opted_out_number == NUMBER
    assert refused.value.reason == "PHONE_NUMBER_CANNOT_BE_OPTED_IN"
    assert news.numbers().collect() == []


def test_a_list_says_whether_a_number_is_on_it(sms: SmsVoice) -> None:
    """An absent number is no error; an absent list is one."""
    news = sms.opt_out_lists.create("news")
    news.add(NUMBER)

    assert news.contains(NUMBER) is True
    assert news.contains("+12065550199") is False
    news.delete()
    with pytest.raises(ResourceNotFoundError):
        news.contains(NUMBER)


def test_numbers_are_looked_for_in_any_number(sms: SmsVoice) -> None:
    """Seven numbers make two calls."""
    numbers = [f"+1206555014{digit}" for digit in range(7)]
    everybody = sms.opt_out_lists.at("Default")
    for number in numbers:
        everybody.add(number)
    calls = calls_of(sms)

    found = everybody.numbers(opted_out_numbers=numbers).collect()

    assert {one.opted_out_number for one in found} == set(numbers)
    assert calls == ["DescribeOptedOutNumbers"] * 2


def test_lists_are_found_and_deleted(sms: SmsVoice) -> None:
    """`Default` is always there and stays."""
    news = sms.opt_out_lists.create("news")
    everybody = sms.opt_out_lists.get("Default")

    names = [one.id for one in sms.opt_out_lists.list(owner="SELF")]
    news.delete()
    with pytest.raises(ConflictError):
        everybody.delete()

    assert set(names) == {"Default", "news"}
    with pytest.raises(ResourceNotFoundError):
        sms.opt_out_lists.get("news")
    assert [one.id for one in sms.opt_out_lists.list(ids=["Default"])] == ["Default"]


def test_numbers_do_not_print(sms: SmsVoice) -> None:
    """Neither an entry nor an error repeats the person's number."""
    entry = sms.opt_out_lists.at("Default").add(NUMBER)

    with pytest.raises(ResourceNotFoundError) as refused:
        sms.opt_out_lists.at("Default").remove("+12065550199")

    assert NUMBER not in repr(entry)
    assert "5550199" not in str(refused.value)
