"""Pages and their tokens: a token belongs to the parameters of the walk that it came from."""

import base64
import hashlib
import json
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from smsvoice.core.codec import encode
from smsvoice.core.model import RequestModel
from smsvoice.emulator.engine.context import Call
from smsvoice.emulator.engine.service_errors import ServiceError, invalid
from smsvoice.models.reasons import ValidationExceptionReason

Item = TypeVar("Item")
DEFAULT_SIZE = 100


def page(
    call: Call,
    request: RequestModel,
    items: Sequence[Item],
    key: Callable[[Item], str],
    default_size: int = DEFAULT_SIZE,
) -> tuple[tuple[Item, ...], str | None]:
    """The items of the page that a request asks for, and the token of the next one.

    `key` names each item, so that a walk goes on where it was although items came or went.
    """
    walk = _walk(call, request)
    start, empty_page_seen = 0, False
    token: str | None = getattr(request, "next_token", None)
    if token is not None:
        after, index, empty_page_seen = _read(walk, token)
        start = _place_after(after, index, items, key)
    if call.settings.empty_pages and not empty_page_seen and items[start:]:
        return (), _write(walk, key(items[start - 1]) if start else "", start, empty_page_seen=True)
    size: int = getattr(request, "max_results", None) or default_size
    found = tuple(items[start : start + min(size, call.settings.page_size or size)])
    end = start + len(found)
    if end >= len(items):
        return found, None
    return found, _write(walk, key(found[-1]), end, empty_page_seen=False)


def _place_after(after: str, index: int, items: Sequence[Item], key: Callable[[Item], str]) -> int:
    """Where a walk goes on: mostly where it was; where items came or went, behind its last one."""
    if 0 < index <= len(items) and key(items[index - 1]) == after:
        return index
    found = (place for place, item in enumerate(items, 1) if key(item) == after)
    return next(found, min(index, len(items)))


def _walk(call: Call, request: RequestModel) -> str:
    members = encode(request)
    for name in ("NextToken", "MaxResults"):
        members.pop(name, None)
    name = call.operation.name if call.operation is not None else ""
    where = (call.account.account_id, call.account.region, name)
    text = json.dumps([where, members], sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _write(walk: str, after: str, index: int, *, empty_page_seen: bool) -> str:
    content = json.dumps([walk, after, index, empty_page_seen])
    return base64.urlsafe_b64encode(content.encode()).decode()


def _read(walk: str, token: str) -> tuple[str, int, bool]:
    try:
        content: Any = json.loads(base64.urlsafe_b64decode(token.encode()))
        owner, after, index, empty_page_seen = content
    except (ValueError, TypeError, RecursionError):
        raise _foreign() from None
    if owner != walk or not isinstance(after, str) or not isinstance(index, int):
        raise _foreign()
    return after, max(index, 0), bool(empty_page_seen)


def _foreign() -> ServiceError:
    reason = ValidationExceptionReason.INVALID_NEXT_TOKEN
    return invalid(reason, "NextToken", "is not of this walk")
