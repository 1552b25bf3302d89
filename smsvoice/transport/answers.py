"""No answer is cut short: bodies are measured and read before botocore takes them for granted.

botocore reads a 200 whose body is cut, empty or a proxy's HTML page as an empty answer, and
stumbles over a refusal that is no JSON object. Both are put right on its event `before-parse`.
"""

import json
from typing import TYPE_CHECKING, Any, Final, cast

from smsvoice.core.codec import UndecodableError, decode_json, must_be_object
from smsvoice.operations import MUST_HAVE
from smsvoice.transport.call_state import CallState, Fate

if TYPE_CHECKING:
    from smsvoice.core.operation import Operation

MAX_ANSWER_BYTES: Final = 64 * 1024 * 1024
"""Answers larger than this are not AWS's; a page of a thousand numbers has less than one MiB."""

_OK, _REFUSED, _REQUEST_TIMEOUT, _SERVER_FAULT = 200, 300, 408, 500
_PYTHON_TYPES: Final = {"string": str, "list": list, "map": dict, "structure": dict, "integer": int}
"""What JSON has for the kinds of members that an answer must have."""
_NO_VERDICT: Final = frozenset(
    (
        "PriorRequestNotComplete",
        "RequestTimeout",
        "RequestTimeoutException",
        "TransactionInProgressException",
    )
)
"""Codes below 500 that do not say whether the request was carried out."""
_TEXTS: Final = ("__type", "message", "Message", "Reason", "ResourceType", "ResourceId")
"""The members of a refusal that botocore and we read as text."""


def read_answer(
    state: CallState, operation_model: Any, response: dict[str, Any], *, is_heard: bool
) -> None:
    """Decode a whole answer, mark a broken one, make a refusal readable; `response` is changed.

    The body of an answer that is decoded here is taken away, so that botocore need not parse it
    again, unless the application listens to the events that carry what botocore parsed.
    """
    body, status = response["body"], response["status_code"]
    if not isinstance(body, bytes):
        return
    if state.latest is not None:
        state.latest.was_read = True
    if status >= _REFUSED:
        found, response["body"] = _readable_refusal(body)
        parsed = _as_parsed(found, status, response["headers"])
        is_verdict = says_no(status, parsed["Error"]["Code"])
        state.settle(Fate.REFUSED if is_verdict else Fate.LOST, status, parsed)
        return
    why = _cut_short(operation_model, response, body)
    if why is None:
        try:
            why = _decoded(state, operation_model, body)
        except UndecodableError as undecodable:
            why = str(undecodable)
    if why is None:
        state.settle(Fate.ACCEPTED, status)
        if state.result is not None and not is_heard:
            response["body"] = b""
    else:
        state.unusable = why
        response["body"] = b""


def says_no(status: int, code: str | None) -> bool:
    """Whether a refusal means that the request was not carried out."""
    return status < _SERVER_FAULT and status != _REQUEST_TIMEOUT and code not in _NO_VERDICT


def decode_typed(state: CallState, operation: "Operation[Any, Any]", body: bytes) -> str | None:
    """Decode a typed call's answer into its state; the member that it lacks, or None.

    Raises:
        UndecodableError: the bytes are no JSON object.
    """
    result, state.notes = decode_json(operation.result, body)
    lacking = operation.lacks(result)
    if lacking is None:
        state.result = result
    return lacking


def _decoded(state: CallState, model: Any, body: bytes) -> str | None:
    """Decode an answer into the state of its call; why it is unusable, or None."""
    if state.operation is not None:
        lacking = decode_typed(state, state.operation, body)
    elif body:
        lacking = _lacking(must_be_object(body), MUST_HAVE.get(model.name), model.output_shape)
    else:
        return None
    return None if lacking is None else f"it lacks {lacking}"


def _lacking(answer: dict[str, Any], member: str | None, shape: Any) -> str | None:
    if member is None or shape is None or member not in shape.members:
        return None
    kind = _PYTHON_TYPES.get(shape.members[member].type_name, object)
    value = answer.get(member)
    return None if value not in (None, "") and isinstance(value, kind) else member


def _as_parsed(found: dict[str, Any], status: int, headers: Any) -> dict[str, Any]:
    """A refusal much as botocore will parse it, for handlers that fail before it does."""
    code = str(found.get("__type") or headers.get("x-amzn-errortype") or status)
    error = {"Code": code.rpartition("#")[2].partition(":")[0]}
    metadata = {"HTTPStatusCode": status, "RequestId": headers.get("x-amzn-requestid")}
    members = {name: one for name, one in found.items() if name != "__type"}
    return members | {"Error": error, "ResponseMetadata": metadata}


def _cut_short(operation: Any, response: dict[str, Any], body: bytes) -> str | None:
    if response["status_code"] < _OK:
        return f"status {response['status_code']} is no answer"
    headers = response["headers"]
    promised = str(headers.get("content-length", ""))
    is_another = promised != str(len(body)) and promised.isascii() and promised.isdigit()
    if is_another and "content-encoding" not in headers and int(promised[:20]) != len(body):
        return f"its body has {len(body)} of {promised[:20]} bytes"
    if not body and operation.output_shape is not None and operation.output_shape.members:
        return "its body is empty"
    if len(body) > MAX_ANSWER_BYTES:
        return f"its body has {len(body)} bytes"
    return None


def _readable_refusal(body: bytes) -> tuple[dict[str, Any], bytes]:
    """What a refusal holds, and its body as botocore can read it: no odd kinds of members."""
    try:
        found = must_be_object(body or b"{}")
    except UndecodableError:
        text = body.decode(errors="replace")
        # botocore knows a page when it sees one, and has no better use for other text than this.
        page = text.lstrip().startswith("<")
        return {}, (text if page else json.dumps({"message": text})).encode()
    odd = [name for name in _TEXTS if not isinstance(found.get(name, ""), str)]
    if not _are_fields(found.get("Fields", [])):
        odd.append("Fields")
    kept = {name: one for name, one in found.items() if name not in odd}
    return kept, json.dumps(kept).encode()  # json reads encodings that botocore does not


def _are_fields(given: object) -> bool:
    return isinstance(given, list) and all(
        isinstance(field, dict)
        and all(isinstance(text, str) for text in cast("dict[str, object]", field).values())
        for field in cast("list[object]", given)
    )
