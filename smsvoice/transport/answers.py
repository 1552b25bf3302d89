"""No answer is cut short: bodies are measured and read before botocore takes them for granted.

botocore reads a 200 whose body is cut, empty or somebody's HTML page as an empty answer, and
stumbles over a refusal that is no JSON object. Both are put right on its event `before-parse`.
"""

import json
from typing import Any, Final, cast

from smsvoice.core.codec import UndecodableError, decode_json, must_be_object
from smsvoice.operations import MUST_HAVE
from smsvoice.transport.call_state import CallState, Fate

MOST_BYTES: Final = 64 * 1024 * 1024
"""Answers larger than this are not AWS's; a page of a thousand numbers has less than one MiB."""

_OK, _REFUSED, _SERVER_FAULT = 200, 300, 500
_TEXTS: Final = ("__type", "message", "Message", "Reason", "ResourceType", "ResourceId")
"""The members of a refusal that botocore and we read as text."""


def read_answer(
    state: CallState, operation_model: Any, response: dict[str, Any], *, is_heard: bool
) -> None:
    """Decode a whole answer, mark a broken one, make a refusal readable; `response` is changed.

    The body of an answer that is decoded here is taken away, so that botocore need not parse it
    again, unless somebody else listens to the events that carry what botocore parsed.
    """
    body, status = response["body"], response["status_code"]
    if not isinstance(body, bytes):
        return
    if status >= _REFUSED:
        response["body"] = _readable_refusal(body)
        if status < _SERVER_FAULT:
            state.settle(Fate.REFUSED, status)
        return
    why = _cut_short(operation_model, response, body)
    if why is None:
        try:
            why = _decoded(state, operation_model.name, body)
        except UndecodableError as undecodable:
            why = str(undecodable)
    if why is None:
        state.settle(Fate.ACCEPTED, status)
        if state.result is not None and not is_heard:
            response["body"] = b""
    else:
        state.unusable = why
        response["body"] = b""


def _decoded(state: CallState, name: str, body: bytes) -> str | None:
    """Decode an answer into the state of its call; why it is unusable, or None."""
    operation = state.operation
    if operation is not None:
        result, state.notes = decode_json(operation.result, body)
        lacking = operation.lacks(result)
        if lacking is None:
            state.result = result
    elif body:
        lacking = _lacking(must_be_object(body), MUST_HAVE.get(name))
    else:
        return None
    return None if lacking is None else f"it lacks {lacking}"


def _lacking(answer: dict[str, Any], member: str | None) -> str | None:
    return member if member is not None and answer.get(member) in (None, "") else None


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
    if len(body) > MOST_BYTES:
        return f"its body has {len(body)} bytes"
    return None


def _readable_refusal(body: bytes) -> bytes:
    """A refusal's body as botocore can read it: what is no text where text is due is left out."""
    try:
        found = must_be_object(body or b"{}")
    except UndecodableError:
        text = body.decode(errors="replace")
        # botocore knows a page when it sees one, and has no better use for other text than this.
        return (text if text.lstrip().startswith("<") else json.dumps({"message": text})).encode()
    odd = [name for name in _TEXTS if not isinstance(found.get(name, ""), str)]
    if not _are_fields(found.get("Fields", [])):
        odd.append("Fields")
    # Written anew in any case: json reads encodings that botocore does not.
    return json.dumps({name: one for name, one in found.items() if name not in odd}).encode()


def _are_fields(given: object) -> bool:
    return isinstance(given, list) and all(
        isinstance(field, dict)
        and all(isinstance(text, str) for text in cast("dict[str, object]", field).values())
        for field in cast("list[object]", given)
    )
