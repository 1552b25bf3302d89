"""The examples of campaigns on Dask and Celery, as scripts; a Redis is started for Celery's."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.long
EXAMPLES = Path(__file__).parent.parent.parent / "examples"


def lines_of(name: str, **variables: str) -> list[str]:
    """What an example prints, in an environment that knows no AWS."""
    known = {"HOME": str(Path.home()), "PATH": os.environ["PATH"]}
    ran = subprocess.run(
        [sys.executable, str(EXAMPLES / name)],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
        env=known | variables,
    )

    assert ran.returncode == 0, ran.stderr
    return [line.strip() for line in ran.stdout.splitlines()]


def test_dask_sends_each_share_once() -> None:
    """Run again, all rows are skipped."""
    assert lines_of("bulk_dask.py") == [
        "shares  4 of 50 rows, for 2 workers",
        "first run  sent 200",
        "again  skipped 200",
        "in all  sent 200",
        "arrived  200 messages",
    ]


def test_celery_sends_each_share_once_until_the_spend_limit_is_reached(redis_url: str) -> None:
    """Run again, all rows are skipped; the limit drops the rest of the queue."""
    told = lines_of("bulk_celery.py", CELERY_BROKER_URL=redis_url)

    assert told[:12] == [
        *["first run  sent 50"] * 4,
        *["again  skipped 50"] * 4,
        *["more rows  skipped 50"] * 4,
    ]
    assert told[12:] == [
        "stopped  no message can be sent: MONTHLY_SPEND_LIMIT_REACHED_FOR_TEXT",
        "in all  sent 200",
        "arrived  200 messages",
    ]
