"""Where the command `smsvoice` begins: what needs no extra is done here."""

import sys
from collections.abc import Sequence
from typing import Final

from smsvoice._version import __version__
from smsvoice.core.errors import MissingExtraError

ABORTED: Final = 1
"""The exit code when the question is answered with no."""
MISTAKE: Final = 2
"""The exit code of wrong arguments, and of an extra that is missing."""
FAILED: Final = 3
"""The exit code when AWS refuses, or cannot be reached."""
INTERRUPTED: Final = 130
"""The exit code after Ctrl-C."""
_EXTRA: Final = frozenset(("click", "rich", "shellingham", "typer"))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and give its exit code; docs/command-line.md lists them."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] == ["emulator"]:
        from smsvoice.emulator.frontends.cli import main as emulate  # noqa: PLC0415  loads much

        return emulate(given)
    if given == ["--version"]:
        sys.stdout.write(f"smsvoice {__version__}\n")
        return 0
    try:
        from smsvoice.cli._app import run  # noqa: PLC0415  needs the extra
    except ImportError as lacking:
        package = (lacking.name or "").partition(".")[0]
        if package not in _EXTRA:
            raise
        missing = MissingExtraError(package, "cli")
        sys.stderr.write(
            f"smsvoice: {missing}; `smsvoice emulator` and `smsvoice --version` work without\n"
        )
        return MISTAKE
    return run(given)


if __name__ == "__main__":
    sys.exit(main())
