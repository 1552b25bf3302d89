"""From a row to a message: the request, its key, the identity that sends it, its parts."""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice
from numbers import Integral
from typing import Any, Final, cast

from smsvoice.bulk import keys
from smsvoice.bulk.arguments import must_be_a_key
from smsvoice.bulk.outcomes import Problem
from smsvoice.bulk.pace import REST
from smsvoice.bulk.tables import Rows, read_rows
from smsvoice.bulk.templates import MissingColumnError, Templates
from smsvoice.core import errors
from smsvoice.core.names import nearest
from smsvoice.core.operation import Effect, Operation
from smsvoice.core.redact import safe_name
from smsvoice.operations import MUST_HAVE, by_name, effect_of
from smsvoice.sync.client import SmsVoice
from smsvoice.text.segments import segments

KeyOf = str | Callable[[Any], object]
CONTEXT: Final = "smsvoice"
"""The entry of a message's `context` that names its row in the ledger."""
_MOST_CONTEXT: Final = 5
_CHUNK: Final = 500
_SLOW: Final = 0.05
"""Rows that take so many seconds to be read come slowly."""
_LIFE: Final = 259_200
_LONGEST_LIFE: Final = {"SendRcsMessage": 172_800}
_DRY_RUN: Final = (
    "would count rows as sent although none leaves: leave it out, and check rows with preview()"
)
_IDENTITIES: Final = ("origination_identity", "notify_configuration_id")


def send_operations() -> tuple[str, ...]:
    """The operations that send a message to a phone number."""
    return tuple(
        name
        for name, needed in MUST_HAVE.items()
        if needed == "MessageId"
        and effect_of(name) is Effect.ONCE
        and "destination_phone_number" in by_name(name).request.model_fields
    )


@dataclass(frozen=True, slots=True)
class Message:
    """One row, ready to leave."""

    index: int
    key: str
    operation: Operation[Any, Any]
    request: Any = field(repr=False)
    identity: str = field(repr=False)
    parts: int
    throttled: int = 0
    """How often AWS throttled it in this call."""

    def again(self) -> "Message":
        """The same, once more throttled."""
        return replace(self, throttled=self.throttled + 1)

    def within(self, seconds: float | None) -> Any:
        """The request, with a time to live that ends within so many seconds.

        A message that waits at a carrier is then given up instead of arriving late.
        """
        if seconds is None:
            return self.request
        given: int | None = self.request.time_to_live
        usual = given if given is not None else _LONGEST_LIFE.get(self.operation.name, _LIFE)
        if seconds >= usual:
            return self.request
        return self.request.model_copy(update={"time_to_live": int(seconds)})


def as_rows(rows: Any, verb: str = "send") -> Any:
    """What rows are read from; a table with the Arrow interface is read row by row.

    Raises:
        RequestError: these are no rows.
    """
    if hasattr(rows, "__arrow_c_stream__") or hasattr(rows, "__arrow_c_array__"):
        return read_rows(rows)
    if isinstance(rows, str | bytes | Mapping) or not isinstance(rows, Iterable):
        rule = "must be an iterable of mappings; a file is read by read_rows(path)"
        raise errors.RequestError(verb, (errors.Problem("rows", rule),))
    return cast("Any", rows)


def in_chunks(messages: Iterator[Message]) -> Iterator[list[Message]]:
    """Groups of messages, up to 500; small ones while rows come slowly, so that none waits long."""
    size = 1
    while True:
        chunk: list[Message] = []
        began = time.monotonic()
        for message in islice(messages, size):
            chunk.append(message)
            if time.monotonic() - began > _SLOW:
                break
        if not chunk:
            return
        size = 1 if time.monotonic() - began > _SLOW else min(2 * size, _CHUNK)
        yield chunk


_KIND: Final = "must be text or a whole number: make it one of them first, e.g. by str()"
_WHOLE: Final = "cannot be shared with a row that is a whole request: set it in the request"


class WrongRowError(Exception):
    """A row is wrong; for this package only."""

    def __init__(self, key: str | None, problems: list[tuple[str, str]]) -> None:
        super().__init__()
        self.key = key
        self.problems = problems


class Reader:
    """Turns rows into messages."""

    def __init__(
        self,
        campaign: str,
        sms: SmsVoice,
        secret: bytes,
        *,
        key: KeyOf,
        make: Callable[[Any], Any] | None,
        operation: str | Operation[Any, Any],
        common: Mapping[str, Any],
    ) -> None:
        """Check what all rows share.

        Raises:
            RequestError: an argument cannot be used.
        """
        must_be_a_key(key)
        self._campaign = campaign
        self._sms = sms
        self._secret = secret
        self._key = key
        self._make = make
        self._names = send_operations()
        self._operations = {by_name(name).request: by_name(name) for name in self._names}
        self.operation: Operation[Any, Any] = self._chosen(operation)
        """What mappings are members of."""
        self._common = tuple(common)
        self._templates = Templates(common)
        self._uses_columns = bool(self._templates.columns)
        if make is not None and common:
            rule = "cannot be given together with make=, which builds whole requests"
            raise errors.RequestError("send", [errors.Problem(name, rule) for name in common])
        unknown = [name for name in common if name not in self.operation.request.model_fields]
        if unknown:
            raise errors.RequestError("send", [self._no_member(name) for name in unknown])
        if common.get("dry_run") is True:
            raise errors.RequestError("send", [errors.Problem("dry_run", _DRY_RUN)])

    def _no_member(self, name: str) -> errors.Problem:
        near = nearest(name, list(self.operation.request.model_fields))
        rule = f"is no argument, and no member of {self.operation.request.__name__}{near}"
        return errors.Problem(safe_name(name), rule)

    def _chosen(self, operation: str | Operation[Any, Any]) -> Operation[Any, Any]:
        name = operation if isinstance(operation, str) else getattr(operation, "name", None)
        if name not in self._names:
            rule = "must be one of " + ", ".join(self._names)
            raise errors.RequestError("send", (errors.Problem("operation", rule),))
        return by_name(cast("str", name))

    def messages(
        self,
        rows: Any,
        wrong: Callable[[str, list[Problem]], None],
        is_over: Callable[[], bool] = lambda: False,
    ) -> Iterator[Message]:
        """All rows as messages, until it is over; wrong ones are reported, and left out.

        Raises:
            RequestError: the first row has no key, and there is no secret to make one.
        """
        first = rows.first if isinstance(rows, Rows) else 0
        for index, row in enumerate(rows, first):
            try:
                yield self.message(index, row)
            except WrongRowError as found:
                if index == first and any(rule == keys.NO_SECRET for _, rule in found.problems):
                    problem = errors.Problem("key", keys.NO_SECRET)
                    raise errors.RequestError("send", (problem,)) from None
                problems = [Problem(index, member, rule) for member, rule in found.problems]
                wrong(found.key or str(index), problems)
            if is_over():  # before the next row is taken, so that each that was has an outcome
                return

    def message(self, index: int, row: Any) -> Message:
        """One row as a message.

        Raises:
            WrongRowError: it is wrong.
        """
        key = self._own_key(row)
        try:
            operation, request = self._request(row)
        except MissingColumnError as lacking:
            raise WrongRowError(key, [(lacking.member, str(lacking).partition(": ")[2])]) from None
        except errors.RequestError as refused:
            found = [(problem.field, problem.rule) for problem in refused.problems]
            raise WrongRowError(key, found) from None
        if getattr(request, "dry_run", None):
            raise WrongRowError(key, [("dry_run", _DRY_RUN)])
        if key is not None and keys.is_number_of(key, request.destination_phone_number):
            raise WrongRowError(None, [("key", keys.NO_NUMBER)])
        if key is None:
            if not self._secret:
                raise WrongRowError(None, [("key", keys.NO_SECRET)])
            number = str(request.destination_phone_number)
            key = keys.derived_key(self._campaign, number, self._secret)
        context = dict(request.context or {})
        if len(context) >= _MOST_CONTEXT and CONTEXT not in context:
            rule = f"must have {_MOST_CONTEXT - 1} entries at most: the ledger adds one"
            raise WrongRowError(key, [("context", rule)])
        context[CONTEXT] = f"{self._campaign}/{key}"
        request = request.model_copy(update={"context": context})
        identity = next((str(v) for n in _IDENTITIES if (v := getattr(request, n, None))), REST)
        return Message(index, key, operation, request, identity, _parts(operation, request))

    def key_of(self, row: Any) -> str | None:
        """The key of a row, from its own column or from its number; None if it has neither."""
        try:
            key = self._own_key(row)
        except WrongRowError:
            return None
        if key is not None or not self._secret:
            return key
        number = _value_of(row, "destination_phone_number") or self._shared_number(row)
        return number and keys.derived_key(self._campaign, str(number), self._secret)

    def _shared_number(self, row: Any) -> Any:
        """The number that a template fills in."""
        try:
            return self._templates.filled(row).get("destination_phone_number")
        except MissingColumnError:
            return None

    def _own_key(self, row: Any) -> str | None:
        if callable(self._key):
            given, name = self._key(row), "key"
        else:
            name = self._key
            given = _value_of(row, name)
        if given is None:
            if name != "key":
                raise WrongRowError(None, [(safe_name(name), "is missing")])
            return None
        if given.__class__ is bool or not isinstance(given, str | Integral):
            raise WrongRowError(None, [(safe_name(name), _KIND)])
        rule = keys.broken_rule(str(given))
        if rule is not None:
            raise WrongRowError(None, [(safe_name(name), rule)])
        return str(given)

    def _request(self, row: Any) -> tuple[Operation[Any, Any], Any]:
        if self._make is not None:
            request: Any = self._make(row)
            operation = self._operations.get(request.__class__)
            if operation is None:
                rule = "must return a request of " + ", ".join(self._names)
                raise errors.RequestError("send", (errors.Problem("make", rule),))
            return operation, request
        if not isinstance(row, Mapping):
            if row.__class__ in self._operations:
                if self._common:
                    problems = [errors.Problem(name, _WHOLE) for name in self._common]
                    raise errors.RequestError("send", problems)
                return self._operations[row.__class__], row
            rule = "must be a mapping of members; say make=... for rows of another kind"
            raise errors.RequestError("send", (errors.Problem("", rule),))
        own = cast("Mapping[str, Any]", row)
        fields = self.operation.request.model_fields
        members = self._templates.filled(own)
        for name, value in own.items():
            is_key = name == self._key
            if is_key or (self._uses_columns and name not in fields):
                continue
            if value is None and name in members:  # nothing stands in this cell
                continue
            members[name] = value
        return self.operation, self._sms.request(self.operation, members)


def _value_of(row: Any, name: str) -> Any:
    """A column of a mapping, or an attribute of an object."""
    if isinstance(row, Mapping):
        return cast("Mapping[str, Any]", row).get(name)
    return getattr(row, name, None)


def _parts(operation: Operation[Any, Any], request: Any) -> int:
    """The parts that AWS counts: of texts; everything else counts as one."""
    if operation.name != "SendTextMessage":
        return 1
    body: str | None = request.message_body
    return segments(body).parts if body else 1
