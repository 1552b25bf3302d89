"""Many messages, each at most once: campaigns, alerts and reminders that survive a crash.

    from smsvoice.bulk import Bulk, read_rows

    paces = {"+12065550100": 100}
    bulk = Bulk("spring-sale", ledger="spring.db", sms=sms, parts_per_second=paces)
    report = bulk.send(read_rows("customers.csv"), message_body="Hello {name}")

The ledger needs the extra `bulk`, on PostgreSQL `bulk-postgres`; tables other than CSV need
`tables`.
"""

from smsvoice.bulk.async_bulk import AsyncBulk as AsyncBulk
from smsvoice.bulk.bulk import Bulk as Bulk
from smsvoice.bulk.errors import BulkError as BulkError
from smsvoice.bulk.errors import BulkStoppedError as BulkStoppedError
from smsvoice.bulk.errors import LedgerError as LedgerError
from smsvoice.bulk.errors import RowsError as RowsError
from smsvoice.bulk.outcomes import BulkProgress as BulkProgress
from smsvoice.bulk.outcomes import IdentityPreview as IdentityPreview
from smsvoice.bulk.outcomes import Outcome as Outcome
from smsvoice.bulk.outcomes import Preview as Preview
from smsvoice.bulk.outcomes import Problem as Problem
from smsvoice.bulk.outcomes import Report as Report
from smsvoice.bulk.outcomes import Result as Result
from smsvoice.bulk.tables import Rows as Rows
from smsvoice.bulk.tables import read_rows as read_rows
from smsvoice.core.errors import MissingExtraError as MissingExtraError

__all__ = [
    "AsyncBulk",
    "Bulk",
    "BulkError",
    "BulkProgress",
    "BulkStoppedError",
    "IdentityPreview",
    "LedgerError",
    "MissingExtraError",
    "Outcome",
    "Preview",
    "Problem",
    "Report",
    "Result",
    "Rows",
    "RowsError",
    "read_rows",
]
