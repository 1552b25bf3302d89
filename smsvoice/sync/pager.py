"""All pages of an answer, one typed item at a time."""

# Mirrored from smsvoice/aio/pager.py by `python -m codegen`. Change that file, not this one.

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Generic

from typing_extensions import TypeVar

from smsvoice.core.paging import Walk

if TYPE_CHECKING:
    from smsvoice.core.model import RequestModel, ResultModel
    from smsvoice.core.operation import PagedOperation
    from smsvoice.sync.client import SmsVoice

Result = TypeVar("Result", bound="ResultModel")
Item = TypeVar("Item")


class Pager(Generic[Result, Item]):
    """Walks the pages of an answer; nothing is asked for before the first item is.

    `for item in pager` gives every item of every page. Only an absent token ends the walk,
    so an empty page in the middle loses nothing. Iterating again starts again.
    """

    def __init__(
        self,
        sms: "SmsVoice",
        operation: "PagedOperation[Any, Result, Any]",
        requests: "Sequence[RequestModel]",
        *,
        starting_token: str | None = None,
        turned: Callable[[Any], Item] | None = None,
    ) -> None:
        """Walk each request's pages in turn; `turned` makes something else of each item."""
        self._sms = sms
        self._operation = operation
        self._requests = requests
        self._starting_token = starting_token
        self._turned = turned
        self._next_token = starting_token

    @property
    def next_token(self) -> str | None:
        """Where to resume, as `starting_token`: the first page that was not used up; None at an end."""
        return self._next_token

    def pages(self) -> Iterator[Result]:
        """Whole results, one a page: they carry what AWS says about the page as a whole."""
        self._next_token = self._starting_token
        for request in self._requests:
            walk = Walk(self._operation, request, self._starting_token)
            while walk.request is not None:
                page = self._sms.call(self._operation, walk.request)
                walk.seen(page)
                self._next_token = walk.next_token
                yield page

    def __iter__(self) -> Iterator[Item]:
        """Every item of every page."""
        here = self._starting_token
        for page in self.pages():
            after, self._next_token = self._next_token, here
            items = self._operation.items_of(page)
            for number, item in enumerate(items, 1):
                if number == len(items):
                    self._next_token = after
                yield item if self._turned is None else self._turned(item)
            here = self._next_token = after

    def first(self) -> Item | None:
        """The first item, or None when there is none."""
        for item in self:
            return item
        return None

    def collect(self, limit: int | None = None) -> list[Item]:
        """All items, or at most `limit` of them, as a list."""
        found: list[Item] = []
        if limit is not None and limit < 1:
            return found
        for item in self:
            found.append(item)
            if len(found) == limit:
                break
        return found

    def __repr__(self) -> str:
        """Which operation's pages these are."""
        return f"<{type(self).__name__} {self._operation.name}>"
