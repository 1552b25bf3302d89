"""The command `smsvoice emulator`: the service on a port of this machine."""

import argparse
import os
import sys
from collections.abc import Sequence

from smsvoice._version import __version__
from smsvoice.emulator.frontends.health import problem_of

PORT = 7670
KEEP = 10_000
"""How many messages a server keeps; each takes about 3 kB with its events."""
_ENVIRONMENT = "SMSVOICE_EMULATOR_"
_UNWELL = 1
_TRUE = frozenset(("1", "true", "yes", "on"))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the exit code is 0, 2 for wrong arguments, or 1 if a check fails."""
    options = _parser().parse_args(arguments)
    options.allow_host = options.allow_host or (_given("ALLOW_HOST") or "").split(",")
    if options.check:
        return _check(options)
    # A check comes every few seconds and needs none of what serving loads.
    from smsvoice.emulator.frontends.serve import serve  # noqa: PLC0415

    return serve(options)


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
    add(
        "--check",
        action="store_true",
        help="start nothing: ask the server at this host and port if it is well; exits with 0 or 1",
    )
    parser.set_defaults(keep_otherwise=KEEP)
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


def _check(options: argparse.Namespace) -> int:
    problem = problem_of(options.host, options.port)
    if problem is None:
        sys.stdout.write("ok\n")
        return 0
    sys.stderr.write(f"smsvoice emulator: {problem}\n")
    return _UNWELL


if __name__ == "__main__":
    sys.exit(main())
