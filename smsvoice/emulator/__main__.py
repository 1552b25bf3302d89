"""`python -m smsvoice.emulator` is the command `smsvoice emulator`."""

import sys

from smsvoice.emulator.frontends.cli import main

if __name__ == "__main__":
    sys.exit(main(["emulator", *sys.argv[1:]]))
