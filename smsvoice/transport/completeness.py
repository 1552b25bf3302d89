"""No answer is cut short: bodies are measured and read before botocore takes them for granted.

botocore reads a 200 whose body is cut, empty or somebody's HTML page as an empty answer, and
stumbles over a refusal that is no JSON object. Both are put right on its event `before-parse`.
"""

import json
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, cast

from smsvoice.core.codec import UndecodableError, decode_json, must_be_object

if TYPE_CHECKING:
    from smsvoice.core.model import ResultModel
    from smsvoice.core.operation import Operation

ANSWER: Final = "__smsvoice__"
"""Where botocore's parsed answer carries ours."""

MOST_BYTES: Final = 64 * 1024 * 1024
"""Answers larger than this are not AWS's; a page of a thousand numbers has less than one MiB."""

_OK, _REFUSED = 200, 300
_TEXTS: Final = ("__type", "message", "Message", "Reason", "ResourceType", "ResourceId")
"""The members of a refusal that botocore and we read as text."""


@dataclass(slots=True)
class Decoded:
    """What the body of an answer held, and what was new about it."""

    result: "ResultModel"
    noted: list[str]


@dataclass(slots=True)
class Unusable:
    """A 2xx answer that cannot be read, and why."""

    why: str


wanted: ContextVar["Operation[Any, Any] | None"] = ContextVar("smsvoice_wanted", default=None)
"""The operation that our call runs; unset for raw calls, which keep their dicts."""


def read_answer(
    operation_model: Any,
    response_dict: dict[str, Any],
    customized_response_dict: dict[str, Any],
    **_: Any,
) -> None:
    """Handle `before-parse`: decode a whole answer, mark a broken one, tame a refusal."""
    body = response_dict["body"]
    if not isinstance(body, bytes):
        return
    if response_dict["status_code"] >= _REFUSED:
        response_dict["body"] = _tamed(body)
        return
    why = _cut_short(operation_model, response_dict, body)
    if why is None:
        try:
            ours = wanted.get()
            if ours is not None and ours.name == operation_model.name:
                customized_response_dict[ANSWER] = Decoded(*decode_json(ours.result, body))
                response_dict["body"] = b""  # botocore need not parse it again
            elif body:
                must_be_object(body)
        except UndecodableError as undecodable:
            why = str(undecodable)
    if why is not None:
        customized_response_dict[ANSWER] = Unusable(why)
        response_dict["body"] = b""


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


def _tamed(body: bytes) -> bytes:
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
