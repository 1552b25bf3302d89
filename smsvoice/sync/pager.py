"""All pages of an answer, one typed item at a time."""

# Mirrored from smsvoice/aio/pager.py by `python -m codegen`. Change that file, not this one.

from collections.abc import Callable, Iterable, Sequence
from copy import copy
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, Self, cast

from typing_extensions import TypeVar

from smsvoice.core.errors import Problem, RequestError
from smsvoice.core.paging import PageWalk

if TYPE_CHECKING:
    from smsvoice.core.ahead import Ahead
    from smsvoice.core.caller import Caller
    from smsvoice.core.model import RequestModel, ResultModel
    from smsvoice.core.operation import PagedOperation

Result = TypeVar("Result", bound="ResultModel")
Item = TypeVar("Item")


class Pager(Generic[Result, Item]):
    """Iterates lazily over all pages of an operation; the first item makes the first request.

    `for item in pager` gives every item of every page. Only an absent token ends the walk,
    so an empty page in the middle loses nothing. Iterating again starts again.
    """

    def __init__(
        self,
        caller: "Caller",
        operation: "PagedOperation[Any, Result, Any]",
        requests: "Sequence[RequestModel]",
        *,
        starting_token: str | None = None,
        convert: Callable[[Any], Item] | None = None,
    ) -> None:
        """Walk each request's pages in turn; `convert` makes something else of each item."""
        self._caller = caller
        self._operation = operation
        self._requests = requests
        self._starting_token = starting_token
        self._convert = convert
        self._latest: PageWalk | None = None
        self._asks_ahead = False

    @property
    def next_token(self) -> str | None:
        """The `starting_token` of the first page that was not used up; None at an end.

        Of the iteration that was begun last.
        """
        return self._starting_token if self._latest is None else self._latest.resume_at

    def _begin(self) -> PageWalk:
        self._latest = PageWalk(self._operation, self._requests, self._starting_token)
        return self._latest

    def _ask(self, request: "RequestModel") -> Result:
        """One page."""
        return self._caller.call(self._operation, request)

    def _items_of(self, page: Result) -> list[Item]:
        """The items of a page, as this pager gives them."""
        items: Iterable[Any] = self._operation.items_of(page)
        return [item if self._convert is None else self._convert(item) for item in items]

    def ahead(self) -> Self:
        """A copy whose walks ask for the next page while you work with the one that came.

        Worth it where your work with a page takes about as long as a request. One page is asked
        for ahead at most, so a walk that you leave early may have asked for one page too many.
        Items, their order and errors stay the same, and an error comes where the walk reaches
        its page. `first` and `collect` leave you nothing to do meanwhile, so they never ask ahead.
        """
        copied = copy(self)
        copied._latest = None  # noqa: SLF001  its own class
        copied._asks_ahead = True  # noqa: SLF001  likewise
        return copied

    def pages(self) -> "Pages[Result]":
        """Whole results, one a page: they carry the members that belong to the page as a whole."""
        return Pages(self, asks_ahead=self._asks_ahead)

    def __iter__(self) -> "Items[Item]":
        return Items(self, asks_ahead=self._asks_ahead)

    def first(self) -> Item | None:
        """The first item, or None when there is none."""
        for item in Items(self, asks_ahead=False):
            return item
        return None

    def collect(self, limit: int | None = None) -> list[Item]:
        """All items, or at most `limit` of them, as a list.

        Raises:
            RequestError: `limit` is no whole number, or below 0.
        """
        found: list[Item] = []
        if limit is not None and (not isinstance(cast("object", limit), int) or limit < 0):
            raise RequestError("collect", (Problem("limit", "must be a whole number, 0 or more"),))
        if limit == 0:
            return found
        for item in Items(self, asks_ahead=False):
            found.append(item)
            if len(found) == limit:
                break
        return found

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._operation.name}>"


class Pages(Generic[Result]):
    """One walk over the pages of a pager."""

    def __init__(self, pager: Pager[Result, Any], *, asks_ahead: bool) -> None:
        self._pager = pager
        self._walk = pager._begin()  # noqa: SLF001  parts of the pager
        self._asks_ahead = asks_ahead
        self._coming: Ahead[Result] | None = None

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> Result:
        """The next page."""
        request = self._walk.request
        if request is None:
            raise StopIteration
        page = self._page(request)
        self._walk.move_on(page)
        if self._asks_ahead and self._walk.request is not None:
            self._coming = self._ask_ahead(self._walk.request)
        return page

    def _page(self, request: "RequestModel") -> Result:
        """The page that was asked for ahead, or one that is asked for now."""
        coming, self._coming = self._coming, None
        if coming is not None:
            return coming.outcome()
        return self._pager._ask(request)  # noqa: SLF001  parts of the pager

    def _ask_ahead(self, request: "RequestModel") -> "Ahead[Result]":
        """Begin to ask for a page that the walk has not reached yet."""
        from smsvoice.core.ahead import Ahead  # noqa: PLC0415  few walks need it

        return Ahead(partial(self._pager._ask, request))  # noqa: SLF001  parts of the pager


class Items(Generic[Item]):
    """One walk over the items of a pager's pages."""

    def __init__(self, pager: Pager[Any, Item], *, asks_ahead: bool) -> None:
        self._pager = pager
        self._pages = Pages(pager, asks_ahead=asks_ahead)
        self._walk = self._pages._walk  # noqa: SLF001  parts of the pager
        self._page_token: str | None = None
        self._waiting: list[Item] = []

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> Item:
        """The next item; a page is asked for when the one before is used up."""
        while not self._waiting:
            self._page_token = self._walk.next_token
            page = next(self._pages)
            self._waiting = self._pager._items_of(page)[::-1]  # noqa: SLF001  parts of the pager
        item = self._waiting.pop()
        # Until its last item is handed over, a page is where a later walk has to resume.
        self._walk.resume_at = self._page_token if self._waiting else self._walk.next_token
        return item
