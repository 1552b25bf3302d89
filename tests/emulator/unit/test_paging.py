"""Pages follow each other by tokens, and a token belongs to the walk that it came from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smsvoice.emulator.engine.context import Call
from smsvoice.emulator.engine.paging import page
from smsvoice.emulator.engine.service_errors import ServiceError
from smsvoice.emulator.engine.settings import Settings
from smsvoice.models.pools import DescribePoolsRequest
from tests.factories.emulator_calls import call_of


def _pages(call: Call, items: list[str], size: int) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    token: str | None = None
    while True:
        request = DescribePoolsRequest(max_results=size, next_token=token)
        shown, token = page(call, request, items, str)
        found.append(shown)
        if token is None:
            return found


@given(st.integers(0, 30), st.integers(1, 10), st.booleans())
def test_a_walk_shows_every_item_once(count: int, size: int, empty_pages: bool) -> None:
    items = [str(number) for number in range(count)]
    call = call_of(settings=Settings(empty_pages=empty_pages))

    walked = [item for shown in _pages(call, items, size) for item in shown]

    assert walked == items


def test_an_empty_page_comes_before_each_page_that_has_items() -> None:
    call = call_of(settings=Settings(empty_pages=True))

    assert _pages(call, ["a", "b", "c"], 2) == [(), ("a", "b"), (), ("c",)]


def test_a_walk_goes_on_after_its_last_item_although_earlier_ones_went() -> None:
    call = call_of()
    _, token = page(call, DescribePoolsRequest(max_results=2), ["a", "b", "c"], str)

    shown, _ = page(call, DescribePoolsRequest(next_token=token), ["b", "c"], str)

    assert shown == ("c",)


def test_a_token_of_another_walk_is_refused() -> None:
    items = ["a", "b", "c"]
    _, token = page(call_of(), DescribePoolsRequest(max_results=1), items, str)
    elsewhere = call_of(region="us-west-2")

    with pytest.raises(ServiceError) as refused:
        page(elsewhere, DescribePoolsRequest(next_token=token), items, str)

    assert refused.value.members["Reason"] == "INVALID_NEXT_TOKEN"


@pytest.mark.parametrize("token", ["nonsense", "e30=", "WzFd"])
def test_a_token_that_cannot_be_read_is_refused(token: str) -> None:
    with pytest.raises(ServiceError) as refused:
        page(call_of(), DescribePoolsRequest(next_token=token), ["a"], str)

    assert refused.value.members["Reason"] == "INVALID_NEXT_TOKEN"
