"""Listing things as handles: filters by keyword, ids in any number, one handle an item."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from typing_extensions import TypeVar

from smsvoice.aio.pager import AsyncPager
from smsvoice.core.errors import Problem, RequestError
from smsvoice.core.filters import Value, filters, in_groups

if TYPE_CHECKING:
    from smsvoice.core.caller import AsyncCaller
    from smsvoice.core.enums import OpenEnum
    from smsvoice.core.model import InputModel, OutputModel, ResultModel
    from smsvoice.core.operation import PagedOperation

Result = TypeVar("Result", bound="ResultModel")
Item = TypeVar("Item", bound="OutputModel | str")
Thing = TypeVar("Thing")


def list_pager(
    caller: "AsyncCaller",
    operation: "PagedOperation[Any, Result, Item]",
    convert: Callable[[Item], Thing],
    *,
    members: Mapping[str, Any],
    ids: Iterable[Any] | None = None,
    ids_as: str = "",
    ids_at_once: int = 5,
    filter_model: "type[InputModel] | None" = None,
    filtered: Mapping[str, Value | None] | None = None,
    kinds: "Mapping[str, type[OpenEnum]] | None" = None,
    starting_token: str | None = None,
) -> AsyncPager[Result, Thing]:
    """A pager over what AWS describes, with each item turned into something handier.

    AWS takes few ids at a time: more of them are asked for in turn, in the order given. No ids
    at all means no such wish; an empty list of them is a list of nothing.
    """
    given = dict(members)
    if filter_model is not None and filtered:
        given["filters"] = filters(filter_model, filtered, kinds)
    groups = _groups(operation, given, ids, ids_at_once)
    if starting_token is not None and len(groups) > 1:
        rule = f"cannot resume a list of more than {ids_at_once} ids: ask for the rest of them"
        raise RequestError(operation.name, (Problem("starting_token", rule),))
    requests = [
        caller.request(operation, given if group is None else {**given, ids_as: group})
        for group in groups
    ]
    return AsyncPager(caller, operation, requests, starting_token=starting_token, convert=convert)


def _groups(
    operation: "PagedOperation[Any, Any, Any]",
    given: Mapping[str, Any],
    ids: Iterable[Any] | None,
    ids_at_once: int,
) -> "list[Sequence[Any] | None]":
    if ids is None:
        return [None]
    wished = wished_ids(operation, ids)
    if given.get("owner") is not None:
        raise RequestError(operation.name, (Problem("owner", "cannot be combined with ids"),))
    return in_groups(wished, ids_at_once) if wished else []


def wished_ids(operation: "PagedOperation[Any, Any, Any]", ids: Iterable[Any]) -> tuple[Any, ...]:
    """Ids as they were given; a set or a generator of them does as well as a list."""
    if not _is_several(ids):
        wrong = Problem("ids", "must be a list, even of one; one thing alone is what get is for")
        raise RequestError(operation.name, (wrong,))
    return tuple(ids)


def _is_several(ids: object) -> bool:
    return isinstance(ids, Iterable) and not isinstance(ids, str | bytes)


async def describe_one(
    caller: "AsyncCaller",
    operation: "PagedOperation[Any, Any, Item]",
    members: Mapping[str, Any],
) -> Item | None:
    """The one item that a call for one id gives; None when AWS gives none."""
    pager: AsyncPager[Any, Item] = AsyncPager(
        caller, operation, (caller.request(operation, members),)
    )
    return await pager.first()


def unchanged(item: Item) -> Item:
    """The item itself, for lists of what has no handle."""
    return item
