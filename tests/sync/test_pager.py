"""Walking pages: every item once, empty pages lose nothing, walks stop and resume."""

# Mirrored from tests/aio/test_pager.py by `python -m codegen`. Change that file, not this one.

from collections.abc import Callable
from typing import Any

import pytest

from smsvoice import AnswerError, Pager, SmsVoice, models
from tests.contract.wire import Wire
from tests.factories.page_server import PageServer

Walking = Callable[..., "Pager[Any, models.opt_outs.OptOutListInformation]"]


@pytest.fixture(params=[False, True], ids=["as needed", "ahead"])
def walking(request: pytest.FixtureRequest) -> Walking:
    """Pagers over what a wire holds, those that ask ahead too: they give the same."""

    def pager(wire: Wire, **arguments: Any) -> Any:
        made = SmsVoice(session=wire.session()).api.describe_opt_out_lists(**arguments)
        return made.ahead() if request.param else made

    return pager


def names(pager: "Pager[Any, models.opt_outs.OptOutListInformation]") -> list[str]:
    """The names that a walk gives."""
    return [item.opt_out_list_name for item in pager]


def test_every_item_of_every_page_comes_once(walking: Walking) -> None:
    """In as many calls as there are pages, and none before the first item is asked for."""
    wire = PageServer(["a", "b"], ["c"], ["d", "e"])
    pager = walking(wire)
    assert wire.sent == []

    assert names(pager) == ["a", "b", "c", "d", "e"]
    assert len(wire.sent) == 3
    assert pager.next_token is None


def test_an_empty_page_in_the_middle_loses_nothing(walking: Walking) -> None:
    """Only an absent token ends the walk, at the beginning too."""
    wire = PageServer([], ["a"], [], [], ["b"], [])

    assert names(walking(wire)) == ["a", "b"]
    assert len(wire.sent) == 6


def test_iterating_again_starts_again(walking: Walking) -> None:
    """A pager is a description, not a stream."""
    pager = walking(PageServer(["a"], ["b"]))

    assert names(pager) == names(pager) == ["a", "b"]


def test_pages_are_whole_results(walking: Walking) -> None:
    """With what AWS says about the page."""
    pages = [page for page in walking(PageServer(["a"], ["b"])).pages()]

    assert [page.next_token for page in pages] == ["1", None]
    assert [page.response_metadata.status for page in pages] == [200, 200]


def test_a_walk_stops_at_a_limit_and_resumes_at_its_token(walking: Walking) -> None:
    """Nothing is lost, whether it stopped at the end of a page or within one."""
    wire = PageServer(["a", "b"], ["c", "d"], ["e"])

    at_the_end, within = walking(wire), walking(wire)
    two = at_the_end.collect(limit=2)
    three = within.collect(limit=3)

    assert [item.opt_out_list_name for item in two] == ["a", "b"]
    assert names(walking(wire, starting_token=at_the_end.next_token)) == ["c", "d", "e"]
    assert [item.opt_out_list_name for item in three] == ["a", "b", "c"]
    assert names(walking(wire, starting_token=within.next_token)) == ["c", "d", "e"]


def test_first_asks_for_no_more_than_it_needs(walking: Walking) -> None:
    """And an empty walk has no first item."""
    wire = PageServer([], ["a"], ["b"])
    first = walking(wire).first()

    assert first is not None
    assert first.opt_out_list_name == "a"
    assert len(wire.sent) == 2
    assert walking(PageServer([])).first() is None
    assert walking(PageServer(["a"])).collect(limit=0) == []


def test_max_results_sets_the_page_size(walking: Walking) -> None:
    """On every page's request."""
    wire = PageServer(["a"], ["b"])
    names(walking(wire, max_results=1))

    assert [members["MaxResults"] for members in wire.sent] == [1, 1]


def test_a_server_that_never_ends_is_noticed(walking: Walking) -> None:
    """The same token again would go on for ever."""
    wire = Wire()
    wire.answer = b'{"OptOutLists": [], "NextToken": "again"}'

    with pytest.raises(AnswerError, match="would never end"):
        names(walking(wire))
    assert len(wire.sent) == 2
