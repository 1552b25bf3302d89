"""Where a ledger is: a file on this machine's own disk, or a PostgreSQL database."""

from typing import Final

from smsvoice.core.errors import Problem, RequestError
from smsvoice.databases.errors import AddressError
from smsvoice.databases.location import address_of

_IN_MEMORY: Final = "must be a file: what stands in memory does not survive a crash"


def ledger_url(given: object) -> str:
    """A ledger's address: of PostgreSQL as SQLAlchemy takes it, or `sqlite:///` and a file's path.

    Raises:
        RequestError: it is no text, or no place where a ledger can be.
    """
    try:
        return address_of(given, in_memory=_IN_MEMORY)
    except AddressError as refused:
        rule = refused.rule
    raise RequestError("Bulk", (Problem("ledger", rule),))
