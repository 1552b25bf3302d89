"""Lines of botocore and urllib3 without what was sent or answered, and with all the rest.

A line that is on the list below shows where files lie, which handlers run, how long is waited and
which address is asked: its arguments stay, member by member. Of any other line only the words and
the numbers stay, so a line that a later botocore brings shows too little, never too much.
"""

from collections.abc import Callable, Mapping
from functools import partial
from logging import LogRecord
from typing import Final, cast

from smsvoice.core.redact import HIDDEN, mask_numbers, safe_name

_OPEN: Final = (
    '%s://%s:%s "%s %s %s" %s %s',
    "Assuming an endpoint for ",
    "Calling endpoint provider with parameters: ",
    "Certificate path: ",
    "Changing event name from ",
    "Connection pool is full",
    "Credentials found in config file: ",
    "Endpoint provider result: ",
    "Event %s: calling handler ",
    "Found credentials ",
    "HTTP request method: ",
    "Loading JSON file: ",
    "Looking for credentials via: ",
    "Making request for ",
    "Max attempts of ",
    "No endpoints ruleset found for service ",
    "Reached the maximum number of retry attempts: ",
    "Registering retry handlers for service: ",
    "Resetting dropped connection: ",
    "Response headers: ",
    "Retry needed, ",
    "Selected auth type ",
    "Sending http request: ",
    "Setting %s timeout as ",
    "Starting new HTTP",
    "Using partition endpoint for ",
    "retry needed: ",
)
"""How the lines begin whose arguments hold nothing of a call but what `_KEPT` names."""

_KEPT: Final = frozenset(
    (
        "connection", "content-length", "content-type", "date", "endpoint", "headers", "method",
        "region", "retry-after", "server", "url", "url_path", "usedualstack", "usefips",
        "x-amz-target", "x-amzn-errortype", "x-amzn-requestid",
    )
)  # fmt: skip
"""Members of a request, an answer or its headers that hold no number, text or secret."""


def quiet(record: LogRecord) -> None:
    """Redact a log record, in place."""
    words = str(record.msg)
    show = _shown if words.startswith(_OPEN) else _starred
    if isinstance(record.args, tuple):
        record.args = tuple(map(show, record.args))
    elif record.args and "%(" in words:  # arguments by name
        record.args = {name: _starred(one) for name, one in record.args.items()}
    elif record.args:  # logging unwraps a mapping that is the only argument
        record.args = (show(record.args),)
    record.msg = mask_numbers(words)
    if record.exc_info and record.exc_info[0] is not None:
        record.msg = f"{record.msg} ({record.exc_info[0].__name__})"
    record.exc_info = record.exc_text = record.stack_info = None


def _starred(value: object) -> object:
    return value if value is None or isinstance(value, bool | int | float) else HIDDEN


def _shown(value: object) -> object:
    if isinstance(value, str):
        return _without_query(value)
    if isinstance(value, Mapping):
        members = cast("Mapping[object, object]", value)
        return dict(_member(str(name), one) for name, one in members.items())
    if isinstance(value, tuple):
        return tuple(map(_starred, cast("tuple[object, ...]", value)))
    if callable(value):
        return _name_of(value)
    return _spoken(value) or _starred(value)


def _spoken(value: object) -> str | None:
    """A request on its way by verb and address, an operation by its name."""
    address, name = getattr(value, "url", None), getattr(value, "name", None)
    if isinstance(address, str):
        return f"{getattr(value, 'method', '')} {_without_query(address)}".strip()
    return name if isinstance(name, str) and name.isidentifier() else None


def _member(name: str, value: object) -> tuple[str, object]:
    if name.casefold() in _KEPT:
        return name, _shown(value)
    ordinary = safe_name(name.replace("-", "_")) == name.replace("-", "_")
    return name if ordinary else safe_name(name), _starred(value)


def _without_query(text: str) -> str:
    """A path, an address or a name; what follows a question mark may be a signature."""
    kept, mark, _ = text.partition("?")
    return f"{mask_numbers(kept)}?{HIDDEN}" if mark else str(mask_numbers(kept))


def _name_of(handler: Callable[..., object]) -> str:
    function = handler.func if isinstance(handler, partial) else handler
    own = getattr(function, "__qualname__", None) or type(function).__qualname__
    return f"{getattr(function, '__module__', None) or '?'}.{own}"
