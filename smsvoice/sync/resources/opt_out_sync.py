"""Copying an opt-out list into your own database, page by page.

A *walk* reads all pages of a list once. Walks are counted, and each number in the database carries
the walk that saw it last. When a walk is complete, what it has not seen is no longer at AWS. Counts
do that better than times: two machines never have the same clock.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/opt-out-list.html
"""

# Mirrored from smsvoice/aio/resources/opt_out_sync.py by `python -m codegen`. Change that file, not this one.

from collections.abc import Callable, Sequence
from typing import Protocol, cast

from smsvoice.core.errors import AnswerError
from smsvoice.errors import ValidationError
from smsvoice.models.opt_outs import DescribeOptedOutNumbersResult, OptedOutNumberInformation
from smsvoice.models.reasons import ValidationExceptionReason
from smsvoice.rules.opt_outs import FIRST_WALK, OptOutSync
from smsvoice.sync.pager import Pager, Pages

NumbersPager = Pager[DescribeOptedOutNumbersResult, OptedOutNumberInformation]


class OptOutStore(Protocol):
    """Your database, as `OptOutList.sync` writes an opt-out list to it.

    Each method is one transaction: after an error either all of it is saved or nothing. A method
    may come twice with the same arguments, so saving a number that is there only updates it.
    The guide "Opt-outs in your database" has the SQL.
    """

    def load_position(self, list_name: str, /) -> tuple[int, str | None] | None:
        """Where the next call of sync begins.

        Args:
            list_name: the list, as its handle names it.

        Returns:
            The number of the walk and the token of its next page, as `save_page` saved them or
            `finish_walk` left them; None before the first page of a list was saved.
        """
        ...

    def save_page(
        self,
        list_name: str,
        walk: int,
        numbers: Sequence[OptedOutNumberInformation],
        token: str | None,
        /,
    ) -> None:
        """Save the numbers of a page with their walk, and the position, in one transaction.

        A number or a position that has a higher walk already keeps it: two calls of sync may run
        at once.

        Args:
            list_name: the list, as its handle names it.
            walk: the number of the walk, 1 or more.
            numbers: what stands on the page, maybe nothing: each number, E.164, since when (UTC),
                and whether the person asked for it.
            token: where the walk goes on after this page, for `load_position`. It may contain a
                phone number: do not log it.
        """
        ...

    def finish_walk(self, list_name: str, walk: int, /) -> None:
        """Remove the numbers of lower walks, and set the position to the next walk's beginning.

        That position is `(walk + 1, None)`. All in one transaction.

        Args:
            list_name: the list, as its handle names it.
            walk: the walk that is complete.
        """
        ...


def copy_numbers(
    numbers_from: Callable[[str | None], NumbersPager], list_name: str, store: OptOutStore
) -> OptOutSync:
    """Copy the numbers of a list to a store, from where the store says.

    Args:
        numbers_from: the pager that begins at a page token.
        list_name: the list, for the store.
        store: your database.
    """
    walk, token = store.load_position(list_name) or (FIRST_WALK, None)
    pager = numbers_from(token)
    pages = pager.pages()
    try:
        page = next(pages)
    except ValidationError as refused:
        if token is None or refused.reason != ValidationExceptionReason.INVALID_NEXT_TOKEN:
            raise
        # The walk keeps its number: opt-outs that events bring meanwhile carry it already.
        token = None
        pager = numbers_from(None)
        pages = pager.pages()
        page = next(pages)
    return _save_all(pager, pages, page, (list_name, walk, token), store)


def _save_all(
    pager: NumbersPager,
    pages: Pages[DescribeOptedOutNumbersResult],
    page: DescribeOptedOutNumbersResult,
    position: tuple[str, int, str | None],
    store: OptOutStore,
) -> OptOutSync:
    """Save a page and all that follow it, then end the walk."""
    list_name, walk, token = position
    was_resumed = token is not None
    seen = saved = 0
    while True:
        numbers = _whole(page)
        following = pager.next_token
        # After the last page the position is that page itself: when ending the walk fails, the
        # next call reads one page and ends it, instead of reading the whole list again.
        store.save_page(list_name, walk, numbers, token if following is None else following)
        seen += len(numbers)
        saved += 1
        if following is None:
            break
        token = following
        page = next(pages)
    store.finish_walk(list_name, walk)
    return OptOutSync(numbers=seen, pages=saved, was_resumed=was_resumed)


def _whole(page: DescribeOptedOutNumbersResult) -> Sequence[OptedOutNumberInformation]:
    """The entries of a page, each with its number: one without would be removed as not seen."""
    entries = page.opted_out_numbers or ()
    if not all(cast("object", entry.opted_out_number) for entry in entries):
        raise AnswerError("DescribeOptedOutNumbers", ("an entry without its number",))
    return entries
