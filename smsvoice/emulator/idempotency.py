"""ClientToken: the same request with the same token gets the same answer, and nothing new is made.

A token that comes again with another body is refused: with Conflict/RESOURCE_ALREADY_EXISTS where
the operation models Conflict, which AWS does not document and is inferred here.
"""

import hashlib

from smsvoice.core.codec import read_record, write
from smsvoice.core.model import OutputModel, RequestModel, ResultModel
from smsvoice.emulator.call import Call
from smsvoice.emulator.refusal import conflict, invalid
from smsvoice.models.reasons import ConflictExceptionReason, ValidationExceptionReason


class Remembered(OutputModel):
    """An answer that was given under a token."""

    request: str
    answer: str


def remembered(call: Call, request: RequestModel, body: bytes) -> ResultModel | None:
    """The answer that this very request had before, if it carries a token and came before."""
    key = _key(call, request, body)
    found = None if key is None else call.table("client_tokens", Remembered).get(key)
    if found is None or call.operation is None:
        return None
    if found.request != _digest(request):
        if call.may_answer("ConflictException"):
            raise conflict(ConflictExceptionReason.RESOURCE_ALREADY_EXISTS)
        raise invalid(ValidationExceptionReason.INVALID_REQUEST, "ClientToken")
    result: ResultModel = read_record(call.operation.result, found.answer.encode())
    return result


def remember(call: Call, request: RequestModel, body: bytes, result: ResultModel) -> None:
    """Keep the answer, should the same request come again."""
    key = _key(call, request, body)
    if key is not None:
        kept = Remembered(request=_digest(request), answer=write(result).decode())
        call.table("client_tokens", Remembered).put(key, kept)


def _key(call: Call, request: RequestModel, body: bytes) -> str | None:
    token: str | None = getattr(request, "client_token", None)
    if token is None or b"ClientToken" not in body or call.operation is None:
        return None
    return f"{call.operation.name} {token}"


def _digest(request: RequestModel) -> str:
    return hashlib.sha256(write(request)).hexdigest()
