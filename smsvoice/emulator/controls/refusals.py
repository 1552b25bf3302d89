"""Refusals of a test's choice: an error code and a reason, also ones that no model knows."""

import re
from collections.abc import Callable

from smsvoice.core.enums import OpenEnum
from smsvoice.core.names import nearest, same
from smsvoice.emulator.engine.service_errors import (
    ServiceError,
    access_denied,
    conflict,
    internal_error,
    invalid,
    quota_exceeded,
    throttled,
)
from smsvoice.models.reasons import (
    AccessDeniedExceptionReason,
    ConflictExceptionReason,
    ServiceQuotaExceededExceptionReason,
    ValidationExceptionReason,
)
from smsvoice.operations import names

ANY = "*"
"""Stands for all operations, and for all recipients."""

_REASONS: dict[str, type[OpenEnum]] = {
    "AccessDeniedException": AccessDeniedExceptionReason,
    "ConflictException": ConflictExceptionReason,
    "ServiceQuotaExceededException": ServiceQuotaExceededExceptionReason,
    "ValidationException": ValidationExceptionReason,
}
_WITHOUT_REASON = ("InternalServerException", "ResourceNotFoundException", "ThrottlingException")
_CODE = re.compile(r"[A-Za-z][A-Za-z0-9]*")
_REASON = re.compile(r"[A-Za-z0-9_]+")


def operation_named(name: str) -> str | None:
    """AWS's name of an operation for that name or Python's; None for `*`.

    Raises:
        ValueError: there is no such operation.
    """
    if name == ANY:
        return None
    found = same(str(name), names())
    if found is None:
        near = nearest(str(name), names())
        raise ValueError(f"operation must be AWS's name of one, Python's, or *{near}")
    return found


def code_for(code: str | None, reason: str | None) -> str:
    """The error code: the one that is given, or the only one that has the reason.

    Raises:
        ValueError: neither says which error it is, or they cannot go together.
    """
    words: dict[str, tuple[object, re.Pattern[str]]] = {
        "code": (code, _CODE),
        "reason": (reason, _REASON),
    }
    for name, (given, shape) in words.items():
        if given is not None and not (isinstance(given, str) and shape.fullmatch(given)):
            raise ValueError(f"{name} must be one word of letters, digits or underscores")
    if code is None:
        having = [one for one, kind in _REASONS.items() if reason in [str(r) for r in kind]]
        if len(having) != 1:
            why = "give code or reason" if reason is None else "give code: no single one has it"
            raise ValueError(f"code is needed: {why}")
        return having[0]
    if code in _WITHOUT_REASON and reason is not None:
        raise ValueError(f"reason: {code} has none")
    if code in _REASONS and reason is None and code != "AccessDeniedException":
        raise ValueError(f"reason is needed: {code} always has one")
    return code


def refusal_of(code: str, reason: str | None, request_id: str) -> ServiceError:
    """The error as the service writes it."""
    if code == "InternalServerException":
        return internal_error(request_id)
    if code == "ThrottlingException":
        return throttled()
    if reason is None:
        return ServiceError(code, {"Message": code})
    made = _WITH_REASON.get(code)
    return made(reason) if made else ServiceError(code, {"Message": code, "Reason": reason})


_WITH_REASON: dict[str, Callable[[str], ServiceError]] = {
    "AccessDeniedException": lambda word: access_denied(AccessDeniedExceptionReason(word)),
    "ConflictException": lambda word: conflict(ConflictExceptionReason(word)),
    "ServiceQuotaExceededException": lambda word: quota_exceeded(
        ServiceQuotaExceededExceptionReason(word)
    ),
    "ValidationException": lambda word: invalid(ValidationExceptionReason(word)),
}
