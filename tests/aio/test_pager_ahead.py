"""Walks that ask for the next page ahead give what other walks give; `tests/core` looks at when."""

import threading
from typing import Any

import pytest

from smsvoice import AsyncPager, AsyncSmsVoice, Emulator
from smsvoice.errors import ValidationError
from smsvoice.models.opt_outs import DescribeOptOutListsRequest
from smsvoice.operations.opt_outs import DESCRIBE_OPT_OUT_LISTS
from tests.factories.aio.identities import leased
from tests.factories.calls import calls_of
from tests.factories.page_server import PageServer


def over(server: PageServer, **arguments: Any) -> "AsyncPager[Any, Any]":
    """A pager that asks this server ahead."""
    sms = AsyncSmsVoice(session=server.session())
    return sms.api.describe_opt_out_lists(**arguments).ahead()


async def test_the_emulator_gives_the_same_in_as_many_calls(
    sms: AsyncSmsVoice, emulator: Emulator
) -> None:
    """Empty pages between the others included."""
    emulator.settings.empty_pages = True
    numbers = [(await leased(sms)).id for _ in range(5)]
    calls = calls_of(sms)

    walked = [number.id async for number in sms.phone_numbers.list(max_results=2).ahead()]
    in_turn = calls.count("DescribePhoneNumbers")
    usual = [number.id async for number in sms.phone_numbers.list(max_results=2)]

    assert walked == usual == numbers
    assert calls.count("DescribePhoneNumbers") == 2 * in_turn


async def test_more_ids_than_aws_takes_are_asked_for_in_turn(sms: AsyncSmsVoice) -> None:
    """In the order given, the next request ahead as the next page is."""
    numbers = [(await leased(sms)).id for _ in range(12)]
    calls = calls_of(sms)

    walked = [number.id async for number in sms.phone_numbers.list(ids=numbers[::-1]).ahead()]

    assert walked == numbers[::-1]
    assert calls.count("DescribePhoneNumbers") == 3


async def test_the_pager_that_is_copied_stays_as_it_is() -> None:
    """Its walk and its place are its own."""
    server = PageServer(["a", "b"], ["c"])
    pager = AsyncSmsVoice(session=server.session()).api.describe_opt_out_lists()
    await pager.collect(limit=1)

    ahead = pager.ahead()
    walked = [item.opt_out_list_name async for item in ahead]

    assert walked == ["a", "b", "c"]
    assert type(ahead) is type(pager)
    assert pager.next_token is None
    assert len(server.sent) == 3
    assert [item.opt_out_list_name async for item in ahead.ahead()] == walked


async def test_there_is_never_more_than_one_page_ahead() -> None:
    """Whether items or whole pages are walked."""
    server = PageServer(["a"], [], ["b", "c"], ["d"], ["e"])

    handed = 0
    async for _ in over(server).pages():
        handed += 1
        assert len(server.sent) <= handed + 1
    assert handed == len(server.sent) == 5

    server.sent.clear()
    pages = {"a": 1, "b": 3, "c": 3, "d": 4, "e": 5}
    async for item in over(server):
        assert len(server.sent) <= pages[item.opt_out_list_name] + 1
    assert len(server.sent) == 5


async def test_an_error_comes_where_the_walk_reaches_its_page() -> None:
    """After all items before it; the walk goes on when it is asked once more."""
    server = PageServer(["a"], ["b", "c"], ["d"])
    server.refused.add(2)
    pager = over(server)
    items = pager.__aiter__()

    seen = [(await anext(items)).opt_out_list_name for _ in range(3)]
    assert pager.next_token == "2"
    with pytest.raises(ValidationError):
        await anext(items)
    assert pager.next_token == "2"
    server.refused.clear()
    rest = [item.opt_out_list_name async for item in items]

    assert (seen, rest) == (["a", "b", "c"], ["d"])
    assert [members.get("NextToken") for members in server.sent] == [None, "1", "2", "2"]


async def test_a_walk_that_is_left_resumes_at_the_page_that_was_not_used_up() -> None:
    """Not at the page that was asked for ahead."""
    server = PageServer(["a"], ["b", "c"], ["d"])
    pager = over(server)

    async for item in pager:
        if item.opt_out_list_name == "b":
            break
    within = pager.next_token
    async for item in pager:
        if item.opt_out_list_name == "c":
            break

    assert (within, pager.next_token) == ("1", "2")
    rest = over(server, starting_token=within)
    assert [item.opt_out_list_name async for item in rest] == ["b", "c", "d"]


async def test_first_and_collect_ask_for_nothing_that_they_do_not_need() -> None:
    """They leave the caller nothing to do meanwhile."""
    server = PageServer(["a", "b"], ["c"], ["d"])
    pager = over(server)

    first, three = await pager.first(), await pager.collect(limit=3)

    assert first is not None
    assert [item.opt_out_list_name for item in three] == ["a", "b", "c"]
    assert [members.get("NextToken") for members in server.sent] == [None, None, "1"]
    assert pager.next_token == "2"


async def test_items_are_converted_in_the_thread_of_the_caller() -> None:
    """However their page was asked for."""
    server = PageServer(["a"], ["b"], ["c"])
    sms = AsyncSmsVoice(session=server.session())

    pager: AsyncPager[Any, int] = AsyncPager(
        sms,
        DESCRIBE_OPT_OUT_LISTS,
        (DescribeOptOutListsRequest(),),
        convert=lambda _: threading.get_ident(),
    )

    assert {thread async for thread in pager.ahead()} == {threading.get_ident()}
