"""AWS JSON 1.0 as the service reads and writes it: target, region, body, answers and errors."""

import json
import re
from typing import Any, NamedTuple

from smsvoice.core.codec import UndecodableError
from smsvoice.core.errors import Problem, RequestError
from smsvoice.core.model import RequestModel, aws_name
from smsvoice.core.operation import Operation
from smsvoice.emulator.engine.codec import decode_request
from smsvoice.emulator.engine.service_errors import ServiceError, invalid, invalid_fields
from smsvoice.models.reasons import ValidationExceptionReason
from smsvoice.operations import by_name, names

TARGET = "PinpointSMSVoiceV2."
_REGION = re.compile(r"Credential=[^/,]+/[0-9]+/([a-z0-9-]+)/")
_NAMES = frozenset(names())
_MAY_BE_HALF = re.compile(rb"\\u[dD][89abcdefABCDEF]")
"""What a lone surrogate begins with in JSON; pairs of them are characters."""


class Answer(NamedTuple):
    """Status, headers and body of one response."""

    status: int
    headers: dict[str, str]
    body: bytes


def operation_of(target: str) -> Operation[Any, Any]:
    """The operation that the header X-Amz-Target names."""
    name = target.removeprefix(TARGET)
    if not target.startswith(TARGET) or name not in _NAMES:
        raise invalid(ValidationExceptionReason.UNKNOWN_OPERATION)
    return by_name(name)


def region_in(authorization: str) -> str | None:
    """The region that a request was signed for."""
    found = _REGION.search(authorization)
    return found[1] if found is not None else None


def _has_half_a_character(body: bytes) -> bool:
    """Whether a text holds a lone surrogate, which no UTF-8 can carry any further."""
    if not _MAY_BE_HALF.search(body):
        return False
    try:
        json.dumps(json.loads(body), ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return True
    except (ValueError, RecursionError):
        return False  # not JSON; the decoder reports that
    return False


def request_of(operation: Operation[Any, Any], body: bytes) -> RequestModel:
    """A request from its bytes, or the refusal that says what is wrong with it."""
    if _has_half_a_character(body):
        raise invalid(ValidationExceptionReason.CANNOT_PARSE)
    try:
        request: RequestModel = decode_request(operation.request, body)
    except UndecodableError:
        raise invalid(ValidationExceptionReason.CANNOT_PARSE) from None
    except RequestError as wrong:
        raise _wrong(wrong.problems) from None
    return request


_REASONS = {
    "missing": ValidationExceptionReason.MISSING_PARAMETER,
    "nothing_given": ValidationExceptionReason.MISSING_PARAMETER,
    "too_many_given": ValidationExceptionReason.PARAMETERS_CANNOT_BE_USED_TOGETHER,
    "bytes_too_long": ValidationExceptionReason.MAXIMUM_SIZE_EXCEEDED,
}


def _wrong(problems: tuple[Problem, ...]) -> ServiceError:
    kinds = {_REASONS.get(problem.kind) for problem in problems}
    only = kinds.pop() if len(kinds) == 1 else None
    fields = [(_aws_path(problem.field), problem.rule) for problem in problems]
    return invalid_fields(only or ValidationExceptionReason.INVALID_PARAMETER, fields)


def _aws_path(path: str) -> str:
    return ".".join(aws_name(step) for step in path.split("."))


def headers_of(request_id: str) -> dict[str, str]:
    """The headers of every answer."""
    return {"content-type": "application/x-amz-json-1.0", "x-amzn-requestid": request_id}


def error_answer(refusal: ServiceError, request_id: str) -> Answer:
    """An error as AWS writes it in AWS JSON 1.0."""
    body = {"__type": f"com.amazonaws.pinpointsmsvoicev2#{refusal.code}", **refusal.members}
    headers = headers_of(request_id) | {"x-amzn-errortype": refusal.code}
    return Answer(refusal.status, headers, json.dumps(body).encode())
