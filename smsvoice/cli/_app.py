"""All commands together, and what becomes of errors: one line, and an exit code."""

import sys
from collections.abc import Sequence
from typing import Annotated, Final

import typer
from botocore.exceptions import BotoCoreError

from smsvoice._version import __version__
from smsvoice.cli._account import limits, numbers, opt_outs, registrations
from smsvoice.cli._doctor import doctor
from smsvoice.cli._iam import iam
from smsvoice.cli._segments import segments
from smsvoice.cli._send import send
from smsvoice.cli.main import MISTAKE
from smsvoice.core.errors import MissingExtraError, RequestError, SmsVoiceError

FAILED: Final = 3
"""The exit code when AWS refuses, or cannot be reached."""

app: Final = typer.Typer(
    name="smsvoice",
    help="AWS End User Messaging from a terminal: look, check and send.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    epilog="Nothing shows a phone number without --show-numbers. The region, the profile and "
    "AWS_ENDPOINT_URL_PINPOINT_SMS_VOICE_V2 are read as boto3 reads them.",
)
app.command()(doctor)
app.command()(send)
app.command()(numbers)
app.command()(limits)
app.command("opt-outs")(opt_outs)
app.command()(registrations)
app.command()(iam)
app.command()(segments)


@app.command(
    context_settings={"ignore_unknown_options": True, "allow_extra_args": True},
    add_help_option=False,
)
def emulator(context: typer.Context) -> None:
    """Serve the service on this machine, with an inbox page; see `smsvoice emulator --help`."""
    from smsvoice.emulator.frontends.cli import main  # noqa: PLC0415  loads much

    raise typer.Exit(main(["emulator", *context.args]))


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"smsvoice {__version__}")
        raise typer.Exit


@app.callback()
def options(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Take the options of the whole command."""


def run(arguments: Sequence[str]) -> int:
    """Run a command and give its exit code; an error of ours or of botocore is one line."""
    try:
        app(list(arguments), prog_name="smsvoice")
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 0
    except (SmsVoiceError, BotoCoreError) as failure:
        sys.stderr.write(f"smsvoice: {' '.join(str(failure).split())}\n")
        is_mistake = isinstance(failure, RequestError | MissingExtraError)
        return MISTAKE if is_mistake else FAILED
    return 0
