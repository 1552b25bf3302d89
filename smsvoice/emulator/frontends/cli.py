"""The command `smsvoice emulator`: the service on a port of this machine."""

import argparse
import gc
import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from smsvoice._version import __version__
from smsvoice.emulator.controls import seed
from smsvoice.emulator.emulator import Emulator
from smsvoice.emulator.engine.setting_rules import SettingError
from smsvoice.emulator.engine.settings import Settings
from smsvoice.emulator.engine.sqlite import UnusableFileError

if TYPE_CHECKING:
    import socket

PORT = 7670
KEEP = 10_000
"""How many messages a server keeps; each takes about 13 kB with its events."""
_ENVIRONMENT = "SMSVOICE_EMULATOR_"
_MISTAKE = 2
_TRUE = frozenset(("1", "true", "yes", "on"))


class MistakeError(Exception):
    """The command cannot do what was asked; the message names the reason."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the exit code is 0, or 2 for wrong arguments."""
    options = _parser().parse_args(arguments)
    try:
        return _emulate(options)
    except SettingError as mistake:
        option = {"account_id": "account"}.get(mistake.name, mistake.name)
        sys.stderr.write(f"smsvoice emulator: --{option} {mistake.why}\n")
        return _MISTAKE
    except (MistakeError, UnusableFileError, seed.SeedError) as mistake:
        sys.stderr.write(f"smsvoice emulator: {mistake}\n")
        return _MISTAKE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="smsvoice", description="AWS End User Messaging, typed.")
    parser.add_argument("--version", action="version", version=f"smsvoice {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    emulator = commands.add_parser(
        "emulator",
        help="the service on this machine, with an inbox page",
        description="Serve pinpoint-sms-voice-v2 on this machine: the API at POST /, the inbox "
        "page at GET /, controls under /_smsvoice/.",
        epilog=f"Every option can be given by environment too, e.g. {_ENVIRONMENT}PORT.",
    )
    add = emulator.add_argument
    add("--host", default=_given("HOST", "127.0.0.1"), help="address to listen on (127.0.0.1)")
    add("--port", type=_port, default=_given("PORT", str(PORT)), help="port; 0 is any (7670)")
    add("--db", metavar="FILE", default=_given("DB"), help="keep state in a file")
    add("--seed", metavar="FILE", default=_given("SEED"), help="TOML of settings and calls")
    add("--account", metavar="ID", default=_given("ACCOUNT"), help="12 digits (123456789012)")
    add("--region", default=_given("REGION"), help="region of requests that name none (us-east-1)")
    add(
        "--keep",
        metavar="N",
        type=_keep,
        default=_given("KEEP"),
        help=f"keep only the newest N messages; 0 keeps all ({KEEP})",
    )
    add(
        "--media",
        metavar="FOLDER",
        default=_given("MEDIA"),
        help="show pictures of messages from here: s3://bucket/key.png is FOLDER/bucket/key.png",
    )
    add(
        "--allow-host",
        metavar="NAME",
        action="append",
        help="answer to this host name too, e.g. of a container; may be given several times",
    )
    add(
        "--allow-remote-admin",
        action="store_true",
        default=(_given("ALLOW_REMOTE_ADMIN") or "").lower() in _TRUE,
        help="allow other machines to use the controls and read the inbox",
    )
    return parser


def _given(name: str, default: str | None = None) -> str | None:
    return os.environ.get(_ENVIRONMENT + name) or default


def _port(text: str) -> int:
    if not text.isdigit() or not 0 <= int(text) <= 65535:  # noqa: PLR2004
        raise argparse.ArgumentTypeError("must be from 0 to 65535")
    return int(text)


def _keep(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError("must be a whole number, 0 or more")
    return int(text)


def _emulate(options: argparse.Namespace) -> int:
    try:
        from smsvoice.emulator.frontends import server  # noqa: PLC0415  needs the extra
    except ImportError as lacking:
        raise MistakeError(f"needs {lacking.name}: pip install 'smsvoice[emulator]'") from None
    plan = None if options.seed is None else seed.read(options.seed)
    names = _names(options.allow_host)
    with Emulator(db=options.db) as emulator:
        _settle_settings(emulator.settings, options)
        if plan is not None:
            _sow(emulator, plan, str(options.seed))
        emulator.save()
        with _listening(options.host, options.port) as listening:
            _announce(server.url_of(listening), emulator.settings.region, options)
            app = server.App(
                emulator,
                allow_remote_admin=options.allow_remote_admin,
                allow_hosts=names,
                media=Path(options.media) if options.media else None,
            )
            # uvicorn stops on the signal and then raises it anew; for us a signal is a plain end.
            signal.signal(signal.SIGTERM, _stopped)
            with suppress(KeyboardInterrupt):
                # What is kept is kept for good: looking through all of it for cycles finds none.
                gc.set_threshold(50_000, 50, 100)
                server.run(app, listening)
    return 0


def _names(given: list[str] | None) -> list[str]:
    """The host names of the options, or else of the environment."""
    from smsvoice.emulator.frontends._admin_access import HostNames  # noqa: PLC0415  needs the extra

    found = given or (_given("ALLOW_HOST") or "").split(",")
    names = [name.strip() for name in found if name.strip()]
    try:
        HostNames(names)
    except ValueError as wrong:
        raise MistakeError(f"--allow-host: {wrong}") from None
    return names


def _stopped(number: int, frame: FrameType | None) -> None:
    """The server has ended by now."""


def _settle_settings(settings: Settings, options: argparse.Namespace) -> None:
    settings.account_id = options.account or settings.account_id
    settings.region = options.region or settings.region
    if options.keep is not None:
        settings.keep_messages = options.keep or None
    elif settings.keep_messages is None:
        settings.keep_messages = KEEP


def _sow(emulator: Emulator, plan: seed.Plan, path: str) -> None:
    if emulator.engine.store.accounts():
        sys.stderr.write(f"smsvoice emulator: the db has state already, {path} is passed over\n")
        return
    try:
        seed.apply(emulator, plan)
    except seed.SeedError as mistake:
        # Else the next start would find a half-sown db and pass the corrected seed over.
        emulator.reset()
        raise seed.located(mistake, path) from None


def _listening(host: str, port: int) -> "socket.socket":
    from smsvoice.emulator.frontends import server  # noqa: PLC0415  needs the extra

    try:
        return server.listen(host, port)
    except OSError as problem:
        raise MistakeError(f"cannot listen on {host} port {port}: {problem.strerror}") from None


def _announce(url: str, region: str, options: argparse.Namespace) -> None:
    sys.stdout.write(
        f"pinpoint-sms-voice-v2 on {url}, inbox page included"
        f"{'' if options.db is None else f', kept in {options.db}'}\n"
        f"export AWS_ENDPOINT_URL_PINPOINT_SMS_VOICE_V2={url}\n"
        "export AWS_ACCESS_KEY_ID=EMULATOR\n"
        "export AWS_SECRET_ACCESS_KEY=emulator\n"
        f"export AWS_REGION={region} AWS_DEFAULT_REGION={region}\n"
    )
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
