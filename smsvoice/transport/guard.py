"""Two promises kept on botocore's public events: one call is one message, and no answer is cut short.

botocore repeats a request whose answer got lost; for a send that is a second text to a person.
And it reads a 200 whose body is cut, empty or somebody's HTML page as an empty answer: a listing
ends early without a word. Both are stopped here, on our own clients and on anybody's.

The handler for `needs-retry` raises and never returns False: on older botocore False means
"again, at once", without end.
"""

import json
import random
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final, cast

from botocore.exceptions import ConnectTimeoutError, EndpointConnectionError, ProxyConnectionError

from smsvoice.core.codec import UndecodableError, decode_json
from smsvoice.core.problems import AnswerError
from smsvoice.errors import OutcomeUnknownError
from smsvoice.operations import ONCE

if TYPE_CHECKING:
    from collections.abc import Callable

    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client

    from smsvoice.core.model import ResultModel

SERVICE: Final = "pinpoint-sms-voice-v2"
ANSWER = "__smsvoice__"
NEVER_LEFT = (EndpointConnectionError, ConnectTimeoutError, ProxyConnectionError)
MOST_BYTES = 64 * 1024 * 1024
"""Answers larger than this are not AWS's."""

_OK, _REFUSED, _SERVER_FAULT = 200, 300, 500


@dataclass(frozen=True, slots=True)
class Decoded:
    """What the body of an answer held, and what was new about it."""

    result: "ResultModel"
    noted: list[str]


@dataclass(frozen=True, slots=True)
class Unusable:
    """A 2xx answer that cannot be read, and why."""

    why: str


wanted: ContextVar["type[ResultModel] | None"] = ContextVar("smsvoice_wanted", default=None)
"""The result that the running call decodes into; unset for raw calls, which keep their dicts."""


def guard_sends(client: "PinpointSMSVoiceV2Client") -> "PinpointSMSVoiceV2Client":
    """Make an existing boto3 client safe: no send leaves twice, no listing ends early in silence.

    Works in every retry mode. Throttling and connections that were never made are still repeated
    as the client is configured. Guarding a client twice changes nothing.

    Args:
        client: any boto3 client of `pinpoint-sms-voice-v2`.

    Returns:
        The same client.

    Raises:
        OutcomeUnknownError: by the guarded calls, when a send left and no usable answer came.
        AnswerError: by the guarded calls, when a read's answer stays cut after all repetitions.
    """
    events = client.meta.events
    events.register_first(f"before-parse.{SERVICE}", _before_parse, f"smsvoice-parse-{SERVICE}")
    # botocore's stubs forget that the answer of a handler for needs-retry counts.
    decides = cast("Callable[..., None]", _needs_retry)
    events.register_first(f"needs-retry.{SERVICE}", decides, f"smsvoice-retry-{SERVICE}")
    return client


def _before_parse(
    operation_model: Any,
    response_dict: dict[str, Any],
    customized_response_dict: dict[str, Any],
    **_: Any,
) -> None:
    if not _OK <= response_dict["status_code"] < _REFUSED:
        return
    body = response_dict["body"]
    if not isinstance(body, bytes):
        return
    model = wanted.get()
    why = _cut_short(operation_model, response_dict, body)
    if why is None:
        try:
            if model is not None:
                customized_response_dict[ANSWER] = Decoded(*decode_json(model, body))
                response_dict["body"] = b""  # botocore need not parse it again
            elif body:
                _must_be_json(body)
        except UndecodableError as undecodable:
            why = str(undecodable)
    if why is not None:
        customized_response_dict[ANSWER] = Unusable(why)
        response_dict["body"] = b""


def _cut_short(operation: Any, response: dict[str, Any], body: bytes) -> str | None:
    headers = response["headers"]
    promised = headers.get("content-length")
    if (
        promised is not None
        and "content-encoding" not in headers
        and promised.isdigit()
        and int(promised) != len(body)
    ):
        return f"its body has {len(body)} of {promised} bytes"
    if not body and operation.output_shape is not None and operation.output_shape.members:
        return "its body is empty"
    if len(body) > MOST_BYTES:
        return f"its body has {len(body)} bytes"
    return None


def _must_be_json(body: bytes) -> None:
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        raise UndecodableError("the body is no JSON") from None
    if not isinstance(found, dict):
        raise UndecodableError("the body is no JSON object")


def _needs_retry(
    operation: Any,
    attempts: int,
    request_dict: dict[str, Any],
    response: tuple[Any, dict[str, Any]] | None = None,
    caught_exception: Exception | None = None,
    **_: Any,
) -> float | None:
    """None leaves the decision to botocore, as the user configured it."""
    once = operation.name in ONCE
    if caught_exception is not None:
        if once and not isinstance(caught_exception, NEVER_LEFT):
            raise outcome_unknown(operation.name, _spoken(caught_exception)) from caught_exception
        return None
    if response is None:
        return None
    http, parsed = response
    if once and http.status_code >= _SERVER_FAULT:
        raise outcome_unknown(
            operation.name, f"AWS answered with status {http.status_code}", parsed
        )
    unusable = parsed.get(ANSWER)
    if not isinstance(unusable, Unusable):
        return None
    if once:
        raise outcome_unknown(operation.name, f"AWS took it, but {unusable.why}", parsed)
    if attempts >= _most_attempts(request_dict):
        raise AnswerError(operation.name, (unusable.why,))
    return random.random() * 0.05 * float(2**attempts)  # noqa: S311  jitter


def outcome_unknown(
    operation: str, why: str, parsed: dict[str, Any] | None = None
) -> OutcomeUnknownError:
    """The error for a call that left and whose answer is lost."""
    metadata = (parsed or {}).get("ResponseMetadata", {})
    return OutcomeUnknownError(
        operation,
        why,
        left_at=datetime.now(UTC),
        request_id=metadata.get("RequestId"),
        status=metadata.get("HTTPStatusCode"),
    )


def _spoken(exception: Exception) -> str:
    return {
        "ReadTimeoutError": "no answer came in time",
        "ConnectionClosedError": "the connection was closed before an answer came",
        "ResponseStreamingError": "the connection broke while the answer came",
        "SSLError": "the secure connection broke",
    }.get(type(exception).__name__, f"the connection failed ({type(exception).__name__})")


def _most_attempts(request: dict[str, Any]) -> int:
    config = request.get("context", {}).get("client_config")
    retries: dict[str, Any] = getattr(config, "retries", None) or {}
    most = retries.get("total_max_attempts")
    if most is None and "max_attempts" in retries:
        most = retries["max_attempts"] + 1
    return int(most) if most else 3
