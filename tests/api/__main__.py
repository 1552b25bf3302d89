"""`python -m tests.api [--update]`: compare the public names with the snapshot, or accept them."""

import sys

from tests.api import ACCEPT, accept, current, differences

if sys.argv[1:] == ["--update"]:
    accept(current())
elif sys.argv[1:]:
    sys.exit("usage: python -m tests.api [--update]")
elif found := differences(current()):
    sys.exit(f"{found}\n\n{ACCEPT}")
