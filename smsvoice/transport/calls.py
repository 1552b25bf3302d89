"""One call in this thread: members out, typed result in, every failure under its own name."""

from collections.abc import Callable
from time import perf_counter
from typing import TYPE_CHECKING, Any

import botocore
from typing_extensions import TypeVar

from smsvoice.core import logs
from smsvoice.core.answer_warnings import warn_of_new_content
from smsvoice.core.codec import decode_members, encode, with_metadata
from smsvoice.core.errors import AnswerError
from smsvoice.core.model import RequestModel, ResponseMetadata, ResultModel
from smsvoice.core.operation import Effect, Operation, Request, Result
from smsvoice.errors import AcceptedError, OutcomeUnknownError, UnsupportedByBotocoreError
from smsvoice.operations import releases
from smsvoice.transport.call_state import CallState, current, pending
from smsvoice.transport.connection import Connection, Options
from smsvoice.transport.guard import unusable
from smsvoice.transport.verdict import note_interruption, verdict

if TYPE_CHECKING:
    from smsvoice.transport.fast_path import FastPath

Made = TypeVar("Made", bound=ResultModel | None, default=ResultModel | None)


class Transport:
    """Runs operations on a boto3 client, in the caller's thread."""

    def __init__(self, connection: Connection, options: Options) -> None:
        self.connection = connection
        self.options = options

    def invoke(self, operation: Operation[Request, Result], request: Request) -> Result:
        """Run one operation."""
        result = self._run(operation, request)
        if result.notes:
            warn_of_new_content(operation.name, result.notes)
        return result

    def close(self) -> None:
        """Release what calls need beside the connection: nothing in this thread."""

    def _run(self, operation: Operation[Request, Result], request: Request) -> Result:
        """Run one operation; what is new about its answer stands in the result."""
        members = self._members(operation, request)
        started, state = perf_counter(), CallState(operation.name, operation)
        path = self.connection.fast_path
        if path is not None and path.why_closed(operation.name) is not None:
            path = None

        def make() -> Result:
            result = None if path is None else _along(path, operation, members, state)
            return self._through_botocore(operation, members, state) if result is None else result

        return self._settled(operation, state, started, make)

    def _members(self, operation: Operation[Any, Any], request: RequestModel) -> dict[str, Any]:
        """A request in AWS's names, if the installed botocore knows them all."""
        members = encode(request)
        if not self.connection.botocore_is_complete:
            _must_be_known(self.connection, operation, members)
        return members

    def _through_botocore(
        self, operation: Operation[Request, Result], members: dict[str, Any], state: CallState
    ) -> Result:
        """Make a call, or judge one that has left, by the method of the boto3 client."""
        before, mine = current.set(None), pending.set(state)
        try:
            client = self.connection.client_for(operation.name)
            return _result(operation, state, getattr(client, operation.method)(**members))
        finally:
            pending.reset(mine)
            current.reset(before)
            if state.replay is not None:
                state.replay.close()

    def _settled(
        self,
        operation: Operation[Request, Result],
        state: CallState,
        started: float,
        make: Callable[[], Made],
    ) -> "Made | Result":
        """What making a call comes to: a result, or a failure under its own name."""
        try:
            result = make()
            if result is not None:
                if result.notes:
                    self._look_at(operation, state, result)
                logs.answered(operation.name, result.response_metadata, started)
        except Exception as failed:  # noqa: BLE001  whose it is does not matter, see verdict
            return _result_after(operation, state, failed, started)
        except BaseException as stopped:  # Ctrl-C, or what ends this thread or greenlet
            note_interruption(state, stopped)
            raise
        finally:
            state.raised = None  # its traceback holds the state
        return result

    def _look_at(
        self, operation: Operation[Any, Any], state: CallState, result: ResultModel
    ) -> None:
        """Log what is new about an answer; raise for it where that was asked for and does no harm.

        Raises:
            AnswerError: the caller asked for strict answers, and the operation may be repeated.
        """
        logs.noted(operation.name, result.notes)
        if self.options.strict_answers and operation.effect is not Effect.ONCE:
            state.raised = AnswerError(operation.name, result.notes, result)
            raise state.raised


def _along(
    path: "FastPath",
    operation: Operation[Request, Result],
    members: dict[str, Any],
    state: CallState,
) -> Result | None:
    """Make a call on the fast path; None where botocore has to make or to judge it."""
    data = path.request(operation, members)
    if data is None:
        return None
    return path.result(operation, state, path.exchange(data, state))


def _result(
    operation: Operation[Request, Result], state: CallState, answer: dict[str, Any]
) -> Result:
    """The result of a call that AWS accepted."""
    metadata = answer.pop("ResponseMetadata", {})
    result: Any = state.result
    if result is None:  # a Stubber or a mock answered with a dict, before any bytes were there
        result, state.notes = decode_members(operation.result, answer)
        lacking = operation.lacks(result)
        if lacking is not None:
            state.raised = unusable(state, f"it lacks {lacking}")
            raise state.raised
    described = ResponseMetadata(
        request_id=metadata.get("RequestId"),
        status=metadata.get("HTTPStatusCode"),
        attempts=metadata.get("RetryAttempts", 0) + 1,
    )
    decoded: Result = with_metadata(result, described, tuple(dict.fromkeys(state.notes)))
    return decoded


def _result_after(
    operation: Operation[Request, Result], state: CallState, failed: Exception, started: float
) -> Result:
    """The result of an accepted call that a handler asked to repeat; our error otherwise."""
    accepted = state.accepted
    if isinstance(failed, AcceptedError) and failed is state.raised and accepted is not None:
        return _result(operation, state, dict(accepted.parsed or {}))
    error = verdict(operation, state, failed)
    logs.failed(operation.name, error, started, unknown=isinstance(error, OutcomeUnknownError))
    if error is failed:
        raise error
    raise error from error.__cause__


def _must_be_known(
    connection: Connection, operation: Operation[Any, Any], members: dict[str, Any]
) -> None:
    """Refuse, before anything leaves, what the installed botocore could only drop or stumble on."""
    service = connection.client.meta.service_model
    if operation.name not in service.operation_names:
        needed = releases.OPERATIONS.get(operation.name, releases.COMPLETE)
        raise UnsupportedByBotocoreError(operation.name, botocore.__version__, needed)
    shape = service.operation_model(operation.name).input_shape
    known = shape.members if shape is not None else {}
    for member in members:
        if member not in known:
            name = f"{operation.request.__name__}.{member}"
            needed = releases.MEMBERS.get(name, releases.COMPLETE)
            raise UnsupportedByBotocoreError(name, botocore.__version__, needed)
