"""What a client works with. It stands on a base of its own, so that editors show it last."""

from functools import cached_property
from typing import Any

from smsvoice.transport import Connection, Options
from smsvoice.transport.threads import AsyncTransport


class AsyncConnected:
    """A connection, the options of its calls, and the transport that makes them."""

    def _set_up(self, connection: Connection, options: Options) -> None:
        self._connection = connection
        self._options = options
        self._transport = AsyncTransport(connection, options)

    def _kept(self) -> dict[str, Any]:
        """What a subclass keeps of its own: all but our parts and what is made when touched."""
        parts = {"_connection", "_options", "_transport"}
        cached = {n for c in type(self).__mro__ for n, v in vars(c).items() if _is_cached(v)}
        return {n: v for n, v in vars(self).items() if n not in parts | cached}


def _is_cached(attribute: object) -> bool:
    return isinstance(attribute, cached_property)
