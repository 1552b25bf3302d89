"""Opt-out lists as objects."""

from datetime import timedelta

import pytest

from smsvoice import AsyncSmsVoice, ConflictError, Emulator, ResourceNotFoundError, ValidationError
from tests.factories.calls import calls_of

NUMBER = "+12065550142"


async def test_numbers_are_added_listed_and_removed(sms: AsyncSmsVoice, emulator: Emulator) -> None:
    """A number leaves a list once in thirty days."""
    news = await sms.opt_out_lists.create("news")

    added = await news.add(NUMBER)
    (listed,) = await news.numbers(end_user_opted_out=False).collect()
    await news.remove(NUMBER)
    await news.add(NUMBER)
    with pytest.raises(ValidationError) as refused:
        await news.remove(NUMBER)
    emulator.advance(timedelta(days=30).total_seconds())
    gone = await news.remove(NUMBER)

    assert added.end_user_opted_out is False
    assert listed.opted_out_number == gone.opted_out_number == NUMBER
    assert refused.value.reason == "PHONE_NUMBER_CANNOT_BE_OPTED_IN"
    assert await news.numbers().collect() == []


async def test_a_list_says_whether_a_number_is_on_it(sms: AsyncSmsVoice) -> None:
    """An absent number is no error; an absent list is one."""
    news = await sms.opt_out_lists.create("news")
    await news.add(NUMBER)

    assert await news.contains(NUMBER) is True
    assert await news.contains("+12065550199") is False
    await news.delete()
    with pytest.raises(ResourceNotFoundError):
        await news.contains(NUMBER)


async def test_numbers_are_looked_for_in_any_number(sms: AsyncSmsVoice) -> None:
    """Seven numbers make two calls."""
    numbers = [f"+1206555014{digit}" for digit in range(7)]
    everybody = sms.opt_out_lists.at("Default")
    for number in numbers:
        await everybody.add(number)
    calls = calls_of(sms)

    found = await everybody.numbers(opted_out_numbers=numbers).collect()

    assert {one.opted_out_number for one in found} == set(numbers)
    assert calls == ["DescribeOptedOutNumbers"] * 2


async def test_lists_are_found_and_deleted(sms: AsyncSmsVoice) -> None:
    """`Default` is always there and stays."""
    news = await sms.opt_out_lists.create("news")
    everybody = await sms.opt_out_lists.get("Default")

    names = [one.id async for one in sms.opt_out_lists.list(owner="SELF")]
    await news.delete()
    with pytest.raises(ConflictError):
        await everybody.delete()

    assert set(names) == {"Default", "news"}
    with pytest.raises(ResourceNotFoundError):
        await sms.opt_out_lists.get("news")
    assert [one.id async for one in sms.opt_out_lists.list(ids=["Default"])] == ["Default"]


async def test_numbers_do_not_print(sms: AsyncSmsVoice) -> None:
    """Neither an entry nor an error repeats the person's number."""
    entry = await sms.opt_out_lists.at("Default").add(NUMBER)

    with pytest.raises(ResourceNotFoundError) as refused:
        await sms.opt_out_lists.at("Default").remove("+12065550199")

    assert NUMBER not in repr(entry)
    assert "5550199" not in str(refused.value)
