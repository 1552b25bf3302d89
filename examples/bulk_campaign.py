"""A campaign from a table: look first, send with progress, read the results, run it again.

Runs against the built-in emulator. The ledger, a file, makes it safe to run it again after a crash:
what has left is skipped. Needs the extra `bulk`.
"""

import csv
import sys
import tempfile
from pathlib import Path
from typing import Any

from smsvoice import Emulator, SmsVoice
from smsvoice.bulk import Bulk, BulkProgress, Outcome, read_rows

CUSTOMERS = 60
WANTS_NONE = "+16045550107"
BODY = "Hello {name}, our spring sale begins today. Reply STOP to end."


def main() -> int:
    """Send the campaign, and then once more."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Emulator() as emulator,
        SmsVoice(session=emulator.session()) as sms,
    ):
        number = a_number(sms)
        table = a_table(Path(folder, "customers.csv"))
        sms.api.put_opted_out_number(opt_out_list_name="Default", opted_out_number=WANTS_NONE)
        bulk = Bulk(
            "spring-sale",
            ledger=Path(folder, "spring-sale.db"),
            sms=sms,
            parts_per_second={number: 60},
        )
        send(bulk, table, number)
        say("arrived", f"{len(emulator.messages)} messages")
        written = bulk.export(Path(folder, "results.csv"), read_rows(table), key="customer_id")
        say("exported", f"{written} rows")
        for line in Path(folder, "results.csv").read_text("utf-8").splitlines()[:2]:
            say("", line)
    return 0


def send(bulk: Bulk, table: Path, number: str) -> None:
    """What a script of your own would do, from the preview to the second run."""
    common: dict[str, Any] = {"message_body": BODY, "origination_identity": number}
    say("preview", bulk.preview(read_rows(table), key="customer_id", **common))

    report = bulk.send(read_rows(table), key="customer_id", progress=show, **common)
    say("sent", report)
    for result in bulk.results(Outcome.REFUSED):
        say("refused", f"{result.key}: {result.reason}")

    say("again", bulk.send(read_rows(table), key="customer_id", **common))
    say("in all", bulk.totals())


def a_number(sms: SmsVoice) -> str:
    """A number to send from."""
    number = sms.phone_numbers.request(
        iso_country_code="CA",
        message_type="PROMOTIONAL",
        number_capabilities=["SMS"],
        number_type="LONG_CODE",
    ).wait_until_active()
    return number.data.phone_number


def a_table(path: Path) -> Path:
    """Customers, as another program exports them; one number is wrong."""
    with path.open("w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow(("customer_id", "name", "destination_phone_number"))
        for customer in range(CUSTOMERS):
            phone = "604-555" if customer == 12 else f"+16045550{100 + customer}"  # noqa: PLR2004
            table.writerow((f"customer-{customer}", f"Ada {customer}", phone))
    return path


def show(progress: BulkProgress) -> None:
    """Print how far it is; `progress=True` draws a bar instead, with the extra `progress`."""
    say("progress", f"{progress.state}: {progress.done} rows, {progress.parts} parts")


def say(what: str, text: object) -> None:
    """One line of the story."""
    print(f"{what:>10}  {text}")


if __name__ == "__main__":
    sys.exit(main())
