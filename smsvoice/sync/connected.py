"""What a client works with. It stands on a base of its own, so that editors show it last."""

# Mirrored from smsvoice/aio/connected.py by `python -m codegen`. Change that file, not this one.

from smsvoice.transport import Connection, Options
from smsvoice.transport.sync import Transport


class Connected:
    """A connection, the options of its calls, and the transport that makes them."""

    def _set_up(self, connection: Connection, options: Options) -> None:
        self._connection = connection
        self._options = options
        self._transport = Transport(connection, options)
