"""The fast path of one client: whether it is open, and a call along it.

A clean answer becomes a result. Anything else is handed back to botocore as the outcome of its
first attempt: errors, repetitions, quotas and our guard do what they always do.
"""

import json
import threading
from collections.abc import Callable
from contextvars import copy_context
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final
from uuid import uuid4

from botocore.exceptions import BotoCoreError, ClientError

from smsvoice.core import logs
from smsvoice.core.codec import UndecodableError, with_metadata
from smsvoice.core.model import ResponseMetadata
from smsvoice.core.operation import Effect, Operation, Request, Result, snake
from smsvoice.transport.answers import MAX_ANSWER_BYTES, decode_typed
from smsvoice.transport.call_state import SERVICE, CallState, Fate, pending
from smsvoice.transport.fast_path.answer import Answer
from smsvoice.transport.fast_path.replay import Replay
from smsvoice.transport.fast_path.request import RequestTemplate, learned
from smsvoice.transport.fast_path.sockets import Destination, Sockets
from smsvoice.transport.fast_path.watch import Watch
from smsvoice.transport.guard import outcome_unknown
from smsvoice.transport.listeners import Listeners

if TYPE_CHECKING:
    from smsvoice.transport.fast_path.streams import Loops

_REHEARSED: Final = "DescribeAccountLimits"
"""The operation whose request botocore writes to be learned from; it never leaves."""
_REHEARSAL: Final = b'HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n{"AccountLimits":[]}'
_QUOTA: Final = 500
"""How much botocore's retry quota holds when it is full."""
_MOST_FAILURES: Final = 3
"""How often learning is tried before it is given up."""
_OK: Final = 200


class FastPath:
    """Sends the typed calls of one client, as long as no caller can see a difference."""

    def __init__(self, client: Any, prepared: Callable[[str], Any]) -> None:
        """Learn nothing yet: the first call does.

        Args:
            client: a boto3 client of ours.
            prepared: gives that client, ready for typed calls of an operation.
        """
        self.exchanges: int = 0
        """How many calls were answered on it."""
        self.handed_back: int = 0
        """How many were handed back to botocore with what became of them."""
        self._client = client
        self._kind: Any = type(client)
        self._prepared = prepared
        self._lock = threading.Lock()
        self._template: RequestTemplate | None = None
        self._failures = 0
        self._never: str | None = None
        self._logged: str | None = None
        self._owed = 0
        self._known: dict[str, _Traits] = {}
        self._loops: Loops | None = None
        try:
            self._credentials = client._request_signer._credentials  # noqa: SLF001
            self._watch = Watch(client, Listeners(client.meta.events))
            self._destination = Destination(client, client.meta.endpoint_url)
        except AttributeError:
            self._never = "botocore is built in an unknown way"
        else:
            self._sockets = Sockets(self._destination)

    # --- open or closed ---------------------------------------------------------------------------

    def why_closed(self, operation: str = _REHEARSED) -> str | None:
        """Why a call of an operation goes through botocore; None while the path is open.

        Learning asks for credentials, and so may take time.
        """
        why = self._never or self._watch.why_closed(operation) or self._why_special(operation)
        if why is None and self._template is None:
            why = self._learn()
        if why is not None and why != self._logged:
            self._logged = why
            logs.path_closed(why)
        return why

    def _why_special(self, operation: str) -> str | None:
        traits = self._traits(operation)
        if getattr(self._kind, traits.method, None) is not traits.function:
            return f"the client's method {traits.method} was replaced"
        return traits.why_special

    def _traits(self, operation: str) -> "_Traits":
        """What is to be known of an operation."""
        found = self._known.get(operation)
        if found is None:
            method = snake(operation)
            function = getattr(self._kind, method, None)
            model: Any = self._client.meta.service_model
            if operation not in model.operation_names:
                return _Traits(f"botocore does not know {operation}", (), method, function)
            one = model.operation_model(operation)
            is_plain = (
                one.http.get("method") == "POST"
                and one.http.get("requestUri") == "/"
                and model.resolved_protocol == "json"
                and not any(getattr(one, name, None) for name in _SPECIAL)
            )
            why = None if is_plain else f"{operation} has a request of its own kind"
            found = _Traits(why, tuple(one.idempotent_members), method, function)
            self._known[operation] = found
        return found

    def _learn(self) -> str | None:
        """Have botocore make a request that goes nowhere, and learn from it; why that failed."""
        with self._lock:
            if self._template is not None or self._never is not None:
                return self._never
            rehearsal = _Rehearsal()
            try:
                copy_context().run(self._rehearse, rehearsal)
                found = learned(rehearsal.request, self._credentials.get_frozen_credentials())
                _ = self._destination.tls  # reads the certificates, which takes a while
            except (BotoCoreError, ClientError):
                return "a request could not be signed"
            except Exception as failed:  # noqa: BLE001  the path is a short cut, never an obstacle
                found = f"botocore is built in an unknown way ({type(failed).__name__})"
            if not isinstance(found, str):
                self._template = found
                return None
            self._failures += 1  # keys that were renewed in between sign differently
            self._never = found if self._failures >= _MOST_FAILURES else None
            return found

    def _rehearse(self, rehearsal: "_Rehearsal") -> None:
        pending.set(CallState(_REHEARSED, replay=rehearsal))
        self._prepared(_REHEARSED).describe_account_limits()

    # --- calls ------------------------------------------------------------------------------------

    def is_open_in_loop(self, operation: str) -> bool:
        """Whether a call can be made in an event loop: nothing that it needs takes time."""
        if self._template is None or self.why_closed(operation) is not None:
            return False
        asks = getattr(self._credentials, "refresh_needed", None)
        return asks is None or not asks()

    def request(self, operation: Operation[Any, Any], members: dict[str, Any]) -> bytes | None:
        """The bytes of a request; None if only botocore can write it. Tokens are added to it."""
        template = self._template
        if template is None:
            return None
        for name in self._traits(operation.name).tokens:
            if name not in members:
                members[name] = str(uuid4())
        try:
            body = json.dumps(members).encode()
            keys = self._credentials.get_frozen_credentials()
        except Exception:  # noqa: BLE001  bytes and instants, or no credentials: botocore decides
            return None
        return template.write(operation.name, body, keys)

    def exchange(self, data: bytes, state: CallState) -> Answer:
        """Send a request in this thread, and read its answer."""
        return self._sockets.exchange(data, state)

    @property
    def loops(self) -> "Loops":
        """The connections of event loops."""
        if self._loops is None:
            from smsvoice.transport.fast_path.streams import Loops  # noqa: PLC0415  loads asyncio

            with self._lock:
                self._loops = self._loops or Loops(self._destination)
        return self._loops

    def result(
        self, operation: Operation[Request, Result], state: CallState, answer: Answer
    ) -> Result | None:
        """The result in an answer; None if botocore has to judge it."""
        result = _decoded(operation, state, answer) if answer.is_clean else None
        if result is None:
            self._hand_back(operation, state, answer)
            return None
        self.exchanges += 1
        if self._owed:
            self._pay_back(operation.name)
        return result

    def _hand_back(self, operation: Operation[Any, Any], state: CallState, answer: Answer) -> None:
        """Let botocore go on with an attempt.

        Raises:
            OutcomeUnknownError: a tracer or handler has come since. What it does with the call is
                unknown, and it must not make a second message.
        """
        self.handed_back += 1
        self._owed = _QUOTA
        if operation.effect is Effect.ONCE and state.attempts:
            why = self._watch.why_closed(operation.name)
            if why is not None:
                answer.close()
                state.settle(Fate.LOST)
                state.raised = outcome_unknown(state, f"its answer could not be judged: {why}")
                raise state.raised
        state.replay = Replay(answer)

    def _pay_back(self, operation: str) -> None:
        """Let a success give back to botocore's retry quota what failures have drawn from it."""
        self._owed = max(0, self._owed - 1)
        self._client.meta.events.emit(
            f"after-call.{SERVICE}.{operation}",
            http_response=_Success,
            parsed={},
            model=None,
            context={},
        )

    # --- the end ----------------------------------------------------------------------------------

    def close(self) -> None:
        """Close the idle connections; those of an event loop, in that loop."""
        if self._never is None:
            self._sockets.close()
        if self._loops is not None:
            self._loops.close()

    def forget(self) -> None:
        """In a forked child: drop the parent's connections, and send nothing on them."""
        self._lock = threading.Lock()
        if self._never is None:
            self._sockets.close()  # copies: the parent's stay open
        _parents.append(self._loops)
        self._loops = None


_SPECIAL: Final = (
    "endpoint",
    "endpoint_discovery",
    "has_event_stream_input",
    "has_event_stream_output",
    "has_streaming_input",
    "has_streaming_output",
    "http_checksum",
    "http_checksum_required",
    "request_compression",
    "static_context_parameters",
    "context_parameters",
    "operation_context_parameters",
    "auth_type",
    "unsigned_payload",
)
"""What an operation's model says when its request is more than a body to one address."""

_parents: Final[list[object]] = []
"""A parent's event loops and connections: kept in a forked child, so that nothing closes them."""


@dataclass(frozen=True, slots=True)
class _Traits:
    """What the path knows of one operation."""

    why_special: str | None
    """Why only botocore can write its requests; None when the path can."""
    tokens: tuple[str, ...]
    """Its idempotency tokens."""
    method: str
    function: object
    """What the client's class had as that method."""


class _Success:
    """As much of a response as botocore's retry quota looks at."""

    status_code = _OK


class _Rehearsal(Replay):
    """Shows botocore's finished request, which is answered here and never leaves."""

    def __init__(self) -> None:
        answer = Answer()
        answer.feed(_REHEARSAL)
        super().__init__(answer)
        self.request: Any = None

    def replay(self, request: Any) -> Any:
        """The answer to the one request that is rehearsed."""
        if self.request is not None:
            raise RuntimeError("the rehearsed request is made once")
        self.request = request
        return super().replay(request)


def _decoded(
    operation: Operation[Request, Result], state: CallState, answer: Answer
) -> Result | None:
    body = answer.body
    if not body or len(body) > MAX_ANSWER_BYTES:
        return None
    try:
        lacking = decode_typed(state, operation, body)
    except UndecodableError:
        return None
    if lacking is not None:
        return None
    state.settle(Fate.ACCEPTED, _OK)
    request_id = answer.headers.get(b"x-amzn-requestid")
    described = ResponseMetadata(
        request_id=None if request_id is None else request_id.decode("latin-1"),
        status=_OK,
        attempts=1,
    )
    result: Any = state.result
    decoded: Result = with_metadata(result, described, tuple(dict.fromkeys(state.notes)))
    return decoded
