"""`python -m smsvoice` is the command `smsvoice`."""

import sys

from smsvoice.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
