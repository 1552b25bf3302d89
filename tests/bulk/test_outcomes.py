"""Reports, results and errors: they add up, travel, and read well."""

import pickle

import pytest

from smsvoice import SmsVoiceError
from smsvoice.bulk import (
    BulkError,
    BulkProgress,
    BulkStoppedError,
    LedgerError,
    Outcome,
    Problem,
    Report,
    RowsError,
)
from smsvoice.bulk.outcomes import MOST_PROBLEMS
from smsvoice.core.errors import MissingExtraError

REPORT = Report(
    {Outcome.SENT: 9981, Outcome.REFUSED: 14, Outcome.INVALID: 4},
    12_000,
    104.5,
    (Problem(17, "destination_phone_number", "is required"),),
)


def test_a_report_reads_as_a_line() -> None:
    assert str(REPORT) == (
        "sent 9,981, refused 14, invalid 4 (row 17: destination_phone_number: is required)"
    )
    assert str(Report()) == "no rows"
    assert str(Report({Outcome.NOT_SENT: 2}, in_flight=3)) == "not sent 2, in flight 3"


def test_reports_add_up() -> None:
    both = REPORT + Report({Outcome.SENT: 19, Outcome.UNKNOWN: 1}, 20, 200.0, in_flight=2)
    assert both.counts == {
        Outcome.SENT: 10_000,
        Outcome.REFUSED: 14,
        Outcome.INVALID: 4,
        Outcome.UNKNOWN: 1,
    }
    assert (both.parts, both.seconds, both.in_flight) == (12_020, 200.0, 2)
    assert sum([REPORT, REPORT]) == sum([REPORT, REPORT], Report()) == REPORT + REPORT
    many = Report(problems=REPORT.problems * 80)
    assert len((many + many).problems) == MOST_PROBLEMS
    with pytest.raises(TypeError):
        _ = 1 + REPORT


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (
            RowsError(REPORT.problems * 5, 5),
            "5 rows are wrong, and nothing was sent: "
            + "; ".join(["row 17: destination_phone_number: is required"] * 3)
            + "; ...",
        ),
        (
            BulkStoppedError("a limit", Report({Outcome.SENT: 2})),
            "stopped: a limit. Done so far: sent 2. Call send() again to go on.",
        ),
        (LedgerError("it is locked"), "the ledger cannot be used: it is locked."),
        (
            LedgerError("it is locked", Report({Outcome.SENT: 2})),
            "the ledger cannot be used: it is locked. Done so far: sent 2.",
        ),
        (
            MissingExtraError("psycopg", "bulk-postgres"),
            'psycopg is not installed: pip install "smsvoice[bulk-postgres]"',
        ),
    ],
)
def test_errors_read_well_and_travel(error: BulkError, text: str) -> None:
    copy = pickle.loads(pickle.dumps(error))
    assert str(error) == str(copy) == text
    assert vars(copy) == vars(error)
    assert isinstance(error, SmsVoiceError)


def test_progress_knows_what_is_left() -> None:
    counts = {Outcome.SENT: 60, Outcome.REFUSED: 40}
    progress = BulkProgress("spring", counts, 70, 5.0, 1100, 20.0)
    assert (progress.done, progress.remaining_seconds) == (100, 50.0)
    assert BulkProgress("spring", counts, 70, 5.0, None, 20.0).remaining_seconds is None
    assert BulkProgress("spring", counts, 70, 5.0, 100, 0.0).remaining_seconds is None
