"""A campaign whose processes are killed with -9: each row arrives once, or is known as unknown."""

from pathlib import Path

import pytest

from tests.factories import campaign_ways
from tests.factories.campaign import PACES
from tests.factories.databases import PostgreSQL

pytestmark = pytest.mark.long
ROWS, KILLS, SEED = 600, 3, 20261127


@pytest.mark.parametrize("way", campaign_ways.WAYS)
def test_each_row_arrives_once_or_is_unknown(
    way: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """By threads on both ledgers, by Dask and by Celery; delivery events settle what arrived."""
    postgresql_url = redis_url = None
    if way != "threads-sqlite":
        server: PostgreSQL = request.getfixturevalue("postgresql_server")
        postgresql_url = server.create_database()
    if way == "celery":
        redis_url = request.getfixturevalue("redis_url")

    done = campaign_ways.sent_by(
        way,
        tmp_path,
        rows=ROWS,
        kills=KILLS,
        seed=SEED,
        scale=2,
        postgresql_url=postgresql_url,
        redis_url=redis_url,
    )

    assert done.findings.faults == []
    assert done.kills == KILLS
    assert done.findings.duplicates == 0
    assert done.findings.arrived + done.findings.still_unknown == ROWS
    assert done.findings.unknown <= done.most_unknown
    assert len(done.findings.peaks) == len(PACES)
