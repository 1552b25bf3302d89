"""Walking pages: only an absent token ends the walk, and a token seen twice is an error."""

from typing import Any

from smsvoice.core.model import RequestModel, ResultModel
from smsvoice.core.operation import PagedOperation
from smsvoice.core.problems import AnswerError


class Walk:
    """Where a walk over pages stands: the request for the next page, or none when it is done."""

    __slots__ = ("_operation", "_request", "_tokens", "next_token")

    def __init__(
        self, operation: PagedOperation[Any, Any, Any], request: RequestModel, token: str | None
    ) -> None:
        """Start at the first page, or where `token` says."""
        self._operation = operation
        self._request: RequestModel | None = (
            request if token is None else _at(operation, request, token)
        )
        self._tokens: set[str] = {token} if token is not None else set()
        self.next_token: str | None = token

    @property
    def request(self) -> RequestModel | None:
        """What asks for the next page; None when there is none."""
        return self._request

    def seen(self, page: ResultModel) -> None:
        """Move on to where this page says that the next one starts."""
        self._must_be_whole(page)
        token = self._operation.token_of(page)
        self.next_token = token
        if token is None:
            self._request = None
            return
        if token in self._tokens:
            self._request = None
            raise AnswerError(
                self._operation.name, ("a page token that came before: the walk would never end",)
            )
        self._tokens.add(token)
        if self._request is not None:
            self._request = _at(self._operation, self._request, token)

    def _must_be_whole(self, page: ResultModel) -> None:
        """Refuse a page whose items or token did not fit: the list would lack them in silence."""
        misfits = page.model_extra or {}
        for member in (self._operation.items, self._operation.token_out):
            field = type(page).model_fields[member]
            if (field.validation_alias or field.alias) in misfits:
                self._request = None
                raise AnswerError(
                    self._operation.name, (f"{member} of another type than promised",)
                )


def _at(
    operation: PagedOperation[Any, Any, Any], request: RequestModel, token: str
) -> RequestModel:
    return request.model_copy(update={operation.token_in: token})
