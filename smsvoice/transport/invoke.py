"""One call: members out, typed result in, every failure under its own name."""

from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

import anyio
import anyio.lowlevel
import anyio.to_thread
import botocore
from botocore.exceptions import (
    ClientError,
    HTTPClientError,
    NoCredentialsError,
    PartialCredentialsError,
)

from smsvoice.core.codec import decode_members, encode, tell, with_metadata
from smsvoice.core.model import ResponseMetadata
from smsvoice.core.operation import Effect, Operation, Request, Result
from smsvoice.errors import NotSentError, UnsupportedByBotocoreError, service_error
from smsvoice.operations import releases
from smsvoice.transport.connection import CREDENTIALS_HINT, Connection, Options
from smsvoice.transport.guard import ANSWER, NEVER_LEFT, Decoded, outcome_unknown, wanted


class Transport:
    """Runs operations on a boto3 client, in the caller's thread."""

    def __init__(self, connection: Connection, options: Options) -> None:
        """Use one connection, in one way."""
        self.connection = connection
        self.options = options

    def invoke(self, operation: Operation[Request, Result], request: Request) -> Result:
        """Run one operation."""
        members = encode(request)
        if not self.connection.knows_everything:
            _must_be_known(self.connection, operation, members)
        token = wanted.set(operation.result)
        try:
            with _failures_named(operation):
                answer = getattr(self.connection.client, operation.method)(**members)
        finally:
            wanted.reset(token)
        return self._told(operation, answer)

    def _told(self, operation: Operation[Request, Result], answer: dict[str, Any]) -> Result:
        metadata = answer.pop("ResponseMetadata", {})
        decoded = answer.pop(ANSWER, None)
        if isinstance(decoded, Decoded) and isinstance(decoded.result, operation.result):
            result, noted = decoded.result, decoded.noted
        else:  # a Stubber or a mock answered with a dict, before any bytes were there
            result, noted = decode_members(operation.result, answer)
        strict = self.options.strict_answers and not operation.name.startswith("Send")
        tell(operation.name, noted, strict=strict)
        return with_metadata(
            result,
            ResponseMetadata(
                request_id=metadata.get("RequestId"),
                status=metadata.get("HTTPStatusCode"),
                attempts=metadata.get("RetryAttempts", 0) + 1,
            ),
        )


class AsyncTransport(Transport):
    """Runs operations on the same boto3 client, in worker threads; for asyncio and trio.

    A cancelled read is left to itself. A cancelled send is waited for, since it is on its way
    and its outcome is worth knowing.
    """

    def __init__(self, connection: Connection, options: Options) -> None:
        """Use one connection, in one way, with a thread for each of its connections."""
        super().__init__(connection, options)
        self._limiters: anyio.lowlevel.RunVar[anyio.CapacityLimiter] = anyio.lowlevel.RunVar(
            "smsvoice_limiter"
        )

    async def ainvoke(self, operation: Operation[Request, Result], request: Request) -> Result:
        """Run one operation without blocking the event loop."""
        return await anyio.to_thread.run_sync(
            self.invoke,
            operation,
            request,
            abandon_on_cancel=operation.effect is Effect.READS,
            limiter=self._limiter(),
        )

    def _limiter(self) -> anyio.CapacityLimiter:
        try:
            return self._limiters.get()
        except LookupError:
            limiter = anyio.CapacityLimiter(self.connection.workers)
            self._limiters.set(limiter)
            return limiter


@contextmanager
def _failures_named(operation: Operation[Any, Any]) -> Generator[None]:
    try:
        yield
    except ClientError as refused:
        # Nothing is lost: the error carries botocore's response. The original would repeat
        # AWS's text, and with it perhaps a phone number, in every traceback.
        raise service_error(operation.name, refused.response) from None
    except NEVER_LEFT as failed:
        raise NotSentError(operation.name, f"no connection ({type(failed).__name__})") from failed
    except HTTPClientError as failed:
        raise outcome_unknown(
            operation.name, f"no answer came back ({type(failed).__name__})"
        ) from failed
    except (NoCredentialsError, PartialCredentialsError) as lacking:
        lacking.add_note(CREDENTIALS_HINT)
        raise


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
