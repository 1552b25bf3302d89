"""Tags of whatever has an ARN."""

# Mirrored from tests/aio/test_tags.py by `python -m codegen`. Change that file, not this one.

import pytest

from smsvoice import NotLoadedError, RequestError, SmsVoice
from smsvoice.models.common import Tag
from tests.factories.sync.clocks import EmulatorClock
from tests.factories.sync.identities import leased, pooled


def test_tags_are_added_listed_and_removed(sms: SmsVoice) -> None:
    """A key takes a new value; the others stay."""
    news = sms.opt_out_lists.create("news", tags=[Tag(key="team", value="a")])

    news.tags.add({"team": "b", "stage": ""})
    news.tags.add([Tag(key="cost", value="7")])
    before = news.tags.list()
    news.tags.remove("team", "cost")

    assert {tag.key: tag.value for tag in before} == {"team": "b", "stage": "", "cost": "7"}
    assert news.tags.list() == (Tag(key="stage", value=""),)


def test_everything_here_that_has_an_arn_takes_tags(sms: SmsVoice, clock: EmulatorClock) -> None:
    """One verb for all of them."""
    pool = pooled(sms, clock)
    things = [
        pool,
        leased(sms),
        sms.sender_ids.request("EXAMPLE", "GB"),
        sms.opt_out_lists.get("Default"),
        sms.configuration_sets.create("codes"),
    ]

    for thing in things:
        thing.tags.add({"team": "news"})

    assert [thing.tags.list() for thing in things] == [(Tag(key="team", value="news"),)] * 5


def test_a_handle_without_an_arn_says_how_to_get_one(sms: SmsVoice) -> None:
    """No call is made in secret; a handle made by ARN needs none."""
    made = sms.opt_out_lists.create("news")

    with pytest.raises(NotLoadedError, match=r"opt_out_lists\.get\(name\)"):
        sms.opt_out_lists.at("news").tags.list()

    assert sms.opt_out_lists.at(made.arn).tags.list() == ()


@pytest.mark.parametrize("wrong", [{}, {"": "x"}, {"team": 7}])
def test_wrong_tags_are_refused_before_the_wire(sms: SmsVoice, wrong: dict[str, str]) -> None:
    """None, an empty key, a value that is no text."""
    news = sms.opt_out_lists.create("news")

    with pytest.raises(RequestError):
        news.tags.add(wrong)
    with pytest.raises(RequestError):
        news.tags.remove()
