"""The Celery application of a campaign; the variable SMSVOICE_TEST_BROKER names its Redis."""

import os

from celery import Celery

from smsvoice.bulk import read_rows
from tests.factories.campaign import Campaign

BROKER = "SMSVOICE_TEST_BROKER"
VISIBLE_AGAIN = 8
"""Seconds after which Redis hands out again what a dead worker had: longer than two shares take."""

app = Celery("campaign", broker=os.environ[BROKER], backend=os.environ[BROKER])
app.conf.update(
    broker_transport_options={
        "visibility_timeout": VISIBLE_AGAIN,
        "unacked_restore_interval": 1,
        "unacked_restore_throttle": 1,
    },
    broker_connection_retry_on_startup=True,
    worker_prefetch_multiplier=1,
)


@app.task(acks_late=True, reject_on_worker_lost=True)
def send_share(path: str, first: int, last: int) -> str:
    """Send a range of the rows."""
    return str(Campaign.of_environment().bulk().send(read_rows(path, first, last)))
