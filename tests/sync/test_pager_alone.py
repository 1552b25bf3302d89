"""A pager with a caller written by hand: no client, no connection."""

# Mirrored from tests/aio/test_pager_alone.py by `python -m codegen`. Change that file, not this one.

from collections.abc import Mapping
from typing import Any

from smsvoice import Pager
from smsvoice.core.operation import Operation
from smsvoice.models.opt_outs import DescribeOptOutListsRequest, DescribeOptOutListsResult
from smsvoice.operations.opt_outs import DESCRIBE_OPT_OUT_LISTS


class Caller:
    """Answers with pages of two names each; the token is the number of the page."""

    def __init__(self, pages: int) -> None:
        """Have as many pages."""
        self.pages = pages
        self.asked: list[str | None] = []

    def request(self, operation: Operation[Any, Any], members: Mapping[str, Any]) -> Any:
        """A request as it is."""
        return operation.request(**members)

    def call(self, _: Operation[Any, Any], request: Any) -> Any:
        """The page that the token names."""
        self.asked.append(request.next_token)
        number = int(request.next_token or 0)
        names = (f"{number}a", f"{number}b")
        lists = [
            {"OptOutListArn": "arn", "OptOutListName": name, "CreatedTimestamp": 1}
            for name in names
        ]
        more = {"NextToken": str(number + 1)} if number + 1 < self.pages else {}
        return DescribeOptOutListsResult.model_validate({"OptOutLists": lists, **more})


def over(caller: Caller) -> "Pager[DescribeOptOutListsResult, Any]":
    """A pager that needs nothing but the caller."""
    return Pager(caller, DESCRIBE_OPT_OUT_LISTS, (DescribeOptOutListsRequest(),))


def test_a_pager_needs_only_a_caller() -> None:
    """Each page is asked for once, in order."""
    caller = Caller(pages=3)

    names = [item.opt_out_list_name for item in over(caller)]

    assert names == ["0a", "0b", "1a", "1b", "2a", "2b"]
    assert caller.asked == [None, "1", "2"]


def test_two_iterations_of_one_pager_do_not_disturb_each_other() -> None:
    """Each has its own place; `next_token` is that of the iteration that was begun last."""
    pager = over(Caller(pages=2))
    early, late = pager.__iter__(), pager.__iter__()

    seen = [(next(early)).opt_out_list_name for _ in range(3)]
    other = (next(late)).opt_out_list_name

    assert (seen, other) == (["0a", "0b", "1a"], "0a")
    assert pager.next_token is None
    assert [item.opt_out_list_name for item in early] == ["1b"]
    assert [item.opt_out_list_name for item in late] == ["0b", "1a", "1b"]


def test_a_pager_shows_only_what_is_promised() -> None:
    """What the parts of a pager share is underscored."""
    shown = {name for name in dir(over(Caller(pages=1))) if not name.startswith("_")}

    assert shown == {"ahead", "collect", "first", "next_token", "pages"}
