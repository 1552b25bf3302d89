"""Tags of whatever has an ARN."""

import pytest

from smsvoice import AsyncSmsVoice, NotLoadedError, RequestError
from smsvoice.models.common import Tag
from tests.factories.aio.clocks import AsyncEmulatorClock
from tests.factories.aio.identities import leased, pooled


async def test_tags_are_added_listed_and_removed(sms: AsyncSmsVoice) -> None:
    """A key takes a new value; the others stay."""
    news = await sms.opt_out_lists.create("news", tags=[Tag(key="team", value="a")])

    await news.tags.add({"team": "b", "stage": ""})
    await news.tags.add([Tag(key="cost", value="7")])
    before = await news.tags.list()
    await news.tags.remove("team", "cost")

    assert {tag.key: tag.value for tag in before} == {"team": "b", "stage": "", "cost": "7"}
    assert await news.tags.list() == (Tag(key="stage", value=""),)


async def test_everything_here_that_has_an_arn_takes_tags(
    sms: AsyncSmsVoice, clock: AsyncEmulatorClock
) -> None:
    """One verb for all of them."""
    pool = await pooled(sms, clock)
    things = [
        pool,
        await leased(sms),
        await sms.sender_ids.request("EXAMPLE", "GB"),
        await sms.opt_out_lists.get("Default"),
        await sms.configuration_sets.create("codes"),
    ]

    for thing in things:
        await thing.tags.add({"team": "news"})

    assert [await thing.tags.list() for thing in things] == [(Tag(key="team", value="news"),)] * 5


async def test_a_handle_without_an_arn_says_how_to_get_one(sms: AsyncSmsVoice) -> None:
    """No call is made in secret; a handle made by ARN needs none."""
    made = await sms.opt_out_lists.create("news")

    with pytest.raises(NotLoadedError, match=r"opt_out_lists\.get\(name\)"):
        await sms.opt_out_lists.at("news").tags.list()

    assert await sms.opt_out_lists.at(made.arn).tags.list() == ()


@pytest.mark.parametrize("wrong", [{}, {"": "x"}, {"team": 7}])
async def test_wrong_tags_are_refused_before_the_wire(
    sms: AsyncSmsVoice, wrong: dict[str, str]
) -> None:
    """None, an empty key, a value that is no text."""
    news = await sms.opt_out_lists.create("news")

    with pytest.raises(RequestError):
        await news.tags.add(wrong)
    with pytest.raises(RequestError):
        await news.tags.remove()
