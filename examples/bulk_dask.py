"""A campaign that the workers of a Dask cluster send together: one call for each share of a table.

Runs against the built-in emulator's server, with two workers on this machine. Needs the extras
`bulk` and `emulator`, and `pip install distributed`.

A worker that dies costs nothing: Dask runs its share again, and the ledger knows what has left. On
more than one machine the ledger must be PostgreSQL.
"""

import csv
import os
import sys
import tempfile
from pathlib import Path
from typing import Any

import distributed

from smsvoice import Emulator, SmsVoice
from smsvoice.bulk import Bulk, read_rows
from smsvoice.emulator.frontends.server import App, serving

SIMULATOR = "+14254147755"  # AWS's simulator destination: always delivered, reaches nobody
ROWS, SHARE = 200, 50
dask: Any = distributed  # which has no types


def main() -> int:
    """Send the table with the whole cluster, and look into the ledger."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Emulator() as emulator,
        serving(App(emulator)) as url,
    ):
        os.environ.update(AWS_ACCESS_KEY_ID="EMULATOR", AWS_SECRET_ACCESS_KEY="emulator")  # noqa: S106
        sms = SmsVoice(region_name="us-east-1", endpoint_url=url)
        bulk = Bulk("spring-sale", ledger=f"{folder}/spring-sale.db", sms=sms, parts_per_second=100)
        table = a_table(Path(folder, "customers.csv"))
        send(bulk, table)
        say("arrived", f"{len(emulator.messages)} messages")
    return 0


def send(bulk: Bulk, table: Path) -> None:
    """Send each share of the table on some worker; then all of them again."""
    with (
        dask.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,
        dask.Client(cluster) as client,
    ):
        shares = list(read_rows(table).shares(SHARE))
        say("shares", f"{len(shares)} of {SHARE} rows, for {len(cluster.workers)} workers")
        for run in ("first run", "again"):
            # pure=False: Dask must not take a share for one that it has done already.
            reports = client.gather(client.map(bulk.send, shares, pure=False))
            say(run, sum(reports))
    # After a crash the reports do not add up, since a share that ran twice counts as skipped; what
    # counts is the ledger.
    say("in all", bulk.totals())


def a_table(path: Path) -> Path:
    """The table, on a disk that all workers read."""
    with path.open("w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow(("key", "destination_phone_number", "message_body"))
        for row in range(ROWS):
            table.writerow((f"customer-{row}", SIMULATOR, f"Order {row} is on its way."))
    return path


def say(what: str, text: object) -> None:
    """One line of the story."""
    print(f"{what:>10}  {text}")


if __name__ == "__main__":
    sys.exit(main())
