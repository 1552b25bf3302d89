"""The same call from an event loop: boto3 in worker threads."""

import anyio
import anyio.lowlevel
import anyio.to_thread

from smsvoice.core.operation import Effect, Operation, Request, Result
from smsvoice.transport.connection import Connection, Options
from smsvoice.transport.sync import Transport


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
