"""`python -m smsvoice.emulator.verify` is the command."""

import sys

from smsvoice.emulator.verify.command import main

if __name__ == "__main__":
    sys.exit(main())
