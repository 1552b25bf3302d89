"""`smsvoice send`: one text, or the rows of a table after a preview and a question."""

from pathlib import Path
from typing import Annotated, Any, Final

import typer

from smsvoice.bulk import Bulk
from smsvoice.cli._options import Profile, Region, as_options, client
from smsvoice.cli._table import campaign_of, send_table, wrong
from smsvoice.sync.client import SmsVoice

_OPTIONS: Final = {
    "configuration_set_name": "--configuration-set",
    "destination_phone_number": "TO",
    "ledger": "--ledger",
    "message_body": "TEXT",
    "message_type": "--type",
    "name": "--campaign",
    "origination_identity": "--from",
    "parts_per_second": "--pace",
}
"""What the arguments are called here."""


def send(
    to: Annotated[
        str | None, typer.Argument(help="The recipient, E.164; with --table, the text.")
    ] = None,
    text: Annotated[str | None, typer.Argument(help="The text.")] = None,
    *,
    origin: Annotated[
        str | None,
        typer.Option("--from", help="Number, sender ID, pool or agent: id, ARN or number."),
    ] = None,
    configuration_set: Annotated[str | None, typer.Option(help="A configuration set.")] = None,
    message_type: Annotated[
        str | None, typer.Option("--type", help="TRANSACTIONAL or PROMOTIONAL.")
    ] = None,
    dry_run: Annotated[
        bool,
        typer.Option(
            "--dry-run",
            help="Send nothing: AWS checks one text, free of charge; of a table only the preview "
            "is shown, and AWS is not asked.",
        ),
    ] = False,
    table: Annotated[
        Path | None,
        typer.Option(
            help="CSV, TSV, Parquet or Arrow file with a column destination_phone_number."
        ),
    ] = None,
    campaign: Annotated[
        str | None,
        typer.Option(help="The name under which each key is sent once; or the file's."),
    ] = None,
    ledger: Annotated[
        str | None, typer.Option(help="Database of what has left: a file, or a PostgreSQL URL.")
    ] = None,
    pace: Annotated[float, typer.Option(help="Message parts a second of each sender.")] = 1.0,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Send without asking.")] = False,
    region: Region = None,
    profile: Profile = None,
) -> None:
    """Send one text, or with --table one text for each row. Sending costs money.

    A table needs a column `key`, or SMSVOICE_LEDGER_SECRET; the text may name columns: {name}.
    Calling it again with the same table, campaign and ledger goes on where it stopped.

    Exit code: 0, or 1 when not every row was sent.
    """
    members = {
        "origination_identity": origin,
        "configuration_set_name": configuration_set,
        "message_type": message_type,
    }
    common = {name: value for name, value in members.items() if value is not None}
    with client(region, profile) as sms:
        if table is None:
            _send_one(sms, to, text, common | ({"dry_run": True} if dry_run else {}))
            return
        if text is not None:
            raise wrong("TEXT", "give one text: with --table the recipients stand in the table")
        if to is not None:
            common["message_body"] = to
        name = campaign_of(table) if campaign is None else campaign
        with as_options("send", _OPTIONS):
            bulk = Bulk(name, ledger=ledger or f"{name}.db", sms=sms, parts_per_second=pace)
        send_table(bulk, table, common, dry_run=dry_run, yes=yes)


def _send_one(sms: SmsVoice, to: str | None, text: str | None, members: dict[str, Any]) -> None:
    if to is None or text is None:
        raise wrong("TO", "give a recipient and a text, or --table")
    with as_options("send", _OPTIONS):
        sent = sms.messages.send_text(to, message_body=text, **members)
    typer.echo(f"{'would be accepted' if 'dry_run' in members else sent.message_id}")
