"""All commands together, and what becomes of errors: one line, and an exit code."""

import sys
from collections.abc import Sequence
from typing import Annotated, Final

import typer
from botocore.exceptions import BotoCoreError, NoRegionError

from smsvoice._version import __version__
from smsvoice.cli._account import limits, numbers, opt_outs, registrations
from smsvoice.cli._doctor import doctor
from smsvoice.cli._iam import iam
from smsvoice.cli._segments import segments
from smsvoice.cli._send import send
from smsvoice.cli._usage import UsageError, mistake
from smsvoice.cli.main import ABORTED, FAILED, MISTAKE
from smsvoice.core.errors import MissingExtraError, RequestError, SmsVoiceError

_NO_REGION: Final = (
    "there is no region: give --region, set the environment variable AWS_DEFAULT_REGION, or use a "
    "profile that has one"
)

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
        code = app(list(arguments), prog_name="smsvoice", standalone_mode=False)
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 0
    except typer.Abort:
        return _failed("aborted", ABORTED)
    except UsageError as found:
        return _failed(mistake(found, arguments), MISTAKE)
    except NoRegionError:
        return _failed(_NO_REGION, MISTAKE)
    except (SmsVoiceError, BotoCoreError) as failure:
        is_mistake = isinstance(failure, RequestError | MissingExtraError)
        return _failed(str(failure), MISTAKE if is_mistake else FAILED)
    return code if isinstance(code, int) else 0


def _failed(what: str, code: int) -> int:
    """Say what is wrong in one line."""
    if what:
        sys.stderr.write(f"smsvoice: {' '.join(what.split())}\n")
    return code
