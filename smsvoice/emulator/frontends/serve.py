"""Serving from the command line: an emulator as the options say, until a signal ends it."""

import argparse
import gc
import signal
import sys
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from smsvoice.emulator.controls import seed
from smsvoice.emulator.emulator import Emulator
from smsvoice.emulator.engine.setting_rules import SettingError
from smsvoice.emulator.engine.settings import Settings
from smsvoice.emulator.engine.sqlite import UnusableFileError

if TYPE_CHECKING:
    import socket

_MISTAKE = 2


class MistakeError(Exception):
    """The command cannot do what was asked; the message names the reason."""


def serve(options: argparse.Namespace) -> int:
    """Serve; the exit code is 0 after a signal, 2 for options that cannot be followed."""
    try:
        return _emulate(options)
    except SettingError as mistake:
        option = {"account_id": "account"}.get(mistake.name, mistake.name)
        sys.stderr.write(f"smsvoice emulator: --{option} {mistake.why}\n")
        return _MISTAKE
    except (MistakeError, UnusableFileError, seed.SeedError) as mistake:
        sys.stderr.write(f"smsvoice emulator: {mistake}\n")
        return _MISTAKE


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


def _names(given: list[str]) -> list[str]:
    """The host names that are given, if they are some."""
    from smsvoice.emulator.frontends._admin_access import HostNames  # noqa: PLC0415  needs the extra

    names = [name.strip() for name in given if name.strip()]
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
        settings.keep_messages = options.keep_otherwise


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
