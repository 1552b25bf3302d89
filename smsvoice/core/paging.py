"""Walking pages: only an absent token ends the walk, and a token seen twice is an error."""

from collections.abc import Iterator, Sequence
from typing import Any

from smsvoice.core.errors import AnswerError
from smsvoice.core.model import RequestModel, ResultModel
from smsvoice.core.operation import PagedOperation


class PageWalk:
    """The state of one walk over pages: what to ask for next, and where a later walk resumes.

    Several requests are walked one after another, as a list of more ids than AWS takes at once.
    """

    __slots__ = (
        "_operation",
        "_requests",
        "_token",
        "_tokens",
        "next_token",
        "request",
        "resume_at",
    )

    def __init__(
        self,
        operation: PagedOperation[Any, Any, Any],
        requests: Sequence[RequestModel],
        starting_token: str | None,
    ) -> None:
        self._operation = operation
        self._requests: Iterator[RequestModel] = iter(requests)
        self._token = starting_token
        self.request: RequestModel | None = None
        """What asks for the next page; None at the end."""
        self.next_token: str | None = starting_token
        """Where the next page starts; None on the last page of a request."""
        self.resume_at: str | None = starting_token
        """The token of the first page whose items are not all handed over."""
        self._begin_request()

    def _begin_request(self) -> None:
        request = next(self._requests, None)
        if request is not None and self._token is not None:
            request = _at(self._operation, request, self._token)
        self.request = request
        self._tokens: set[str] = {self._token} if self._token is not None else set()

    def move_on(self, page: ResultModel) -> None:
        """Take a page that has arrived: what follows it is asked for next.

        Raises:
            AnswerError: items or token of the page cannot be read, or the token came before.
        """
        self._must_be_whole(page)
        token = self._operation.token_of(page)
        self.next_token = token
        if token is None:
            self._begin_request()
        elif token in self._tokens:
            raise self._broken("a page token that came before: the walk would never end")
        elif self.request is not None:
            self._tokens.add(token)
            self.request = _at(self._operation, self.request, token)
        self.resume_at = token

    def _must_be_whole(self, page: ResultModel) -> None:
        """Refuse a page whose items or token did not fit: the list would lack them in silence."""
        misfits = page.model_extra or {}
        for member in (self._operation.items, self._operation.token_out):
            field = type(page).model_fields[member]
            if (field.validation_alias or field.alias) in misfits:
                raise self._broken(f"{member} of another type than promised")

    def _broken(self, why: str) -> AnswerError:
        """The error that ends the walk."""
        self.request = None
        return AnswerError(self._operation.name, (why,))


def _at(
    operation: PagedOperation[Any, Any, Any], request: RequestModel, token: str
) -> RequestModel:
    return request.model_copy(update={operation.token_in: token})
