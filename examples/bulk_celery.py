"""A campaign that Celery's workers send together: one task for each range of a table's rows.

Runs against the built-in emulator's server, and starts a worker of its own. Needs the extras `bulk`
and `emulator`, `pip install "celery[redis]"`, and a Redis that CELERY_BROKER_URL names:

    redis-server --port 6379
    CELERY_BROKER_URL=redis://127.0.0.1:6379/0 python examples/bulk_celery.py

Tasks carry a path and two numbers of rows, so that no phone number is in the broker. On more than
one machine the ledger must be PostgreSQL, and the table on a disk that all of them read.
"""

import csv
import os
import subprocess
import sys
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import celery

from smsvoice import Emulator, SmsVoice
from smsvoice.bulk import Bulk, BulkStoppedError, LedgerError, read_rows
from smsvoice.emulator.frontends.server import App, serving

SIMULATOR = "+14254147755"  # AWS's simulator destination: always delivered, reaches nobody
CAMPAIGN = "spring-sale"
ROWS, SHARE = 200, 50
REDIS = os.environ.get("CELERY_BROKER_URL", "redis://127.0.0.1:6379/0")

untyped: Any = celery  # which has no types
app = untyped.Celery("bulk_celery", broker=REDIS, backend=REDIS)
app.conf.update(
    task_default_queue=CAMPAIGN,  # of its own: purging it takes no other tasks away
    broker_transport_options={"visibility_timeout": 600},  # longer than a share takes
    worker_prefetch_multiplier=1,
    broker_connection_retry_on_startup=True,
)


@app.task(
    acks_late=True,  # a share whose worker dies goes to another one; the ledger makes that safe
    reject_on_worker_lost=True,
    autoretry_for=(LedgerError,),
    retry_backoff=5,
)
def send_share(path: str, first: int, last: int) -> str:
    """Send some rows of the table."""
    try:
        return str(campaign().send(read_rows(path, first, last)))
    except BulkStoppedError:  # e.g. the spend limit is reached: all other shares would meet it too
        app.control.purge()
        raise


def campaign() -> Bulk:
    """The campaign, as each worker makes it for itself."""
    sms = SmsVoice(region_name="us-east-1")
    return Bulk(CAMPAIGN, ledger=os.environ["LEDGER"], sms=sms, parts_per_second=100)


def main() -> int:
    """Put all shares of the table into the queue, and look into the ledger."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Emulator() as emulator,
        serving(App(emulator)) as url,
    ):
        os.environ.update(
            AWS_ENDPOINT_URL_PINPOINT_SMS_VOICE_V2=url,
            AWS_ACCESS_KEY_ID="EMULATOR",
            AWS_SECRET_ACCESS_KEY="emulator",  # noqa: S106
            LEDGER=f"{folder}/{CAMPAIGN}.db",
        )
        table = Path(folder, "customers.csv")
        with worker():
            send(a_table(table, ROWS), "first run")
            send(table, "again")
            emulator.settings.spend_limit = 1  # US dollars, which the first rows have cost
            send(a_table(table, 5 * ROWS), "more rows")
        say("in all", campaign().totals())
        say("arrived", f"{len(emulator.messages)} messages")
    return 0


def send(table: Path, run: str) -> None:
    """Put the shares into the queue, and wait for what became of them."""
    shares = read_rows(table).shares(SHARE)
    tasks = [send_share.delay(str(table), share.first, share.last) for share in shares]
    try:
        for task in tasks:
            say(run, task.get(timeout=120))
    except BulkStoppedError as stopped:
        say("stopped", stopped.why)


@contextmanager
def worker() -> Generator[None]:
    """A worker with two processes; elsewhere `celery -A bulk_celery worker` starts one."""
    command = (sys.executable, "-m", "celery", "-A", "bulk_celery", "worker", "--concurrency", "2")
    with subprocess.Popen(  # noqa: S603
        (*command, "--loglevel", "ERROR"),
        cwd=Path(__file__).parent,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        yield
        process.terminate()


def a_table(path: Path, rows: int) -> Path:
    """The table, on a disk that all workers read."""
    with path.open("w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow(("key", "destination_phone_number", "message_body"))
        for row in range(rows):
            table.writerow((f"customer-{row}", SIMULATOR, f"Order {row} is on its way."))
    return path


def say(what: str, text: object) -> None:
    """One line of the story."""
    print(f"{what:>10}  {text}")


if __name__ == "__main__":
    sys.exit(main())
