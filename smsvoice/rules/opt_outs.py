"""Copying an opt-out list into your own database: what a copy comes to.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/opt-out-list.html
"""

from typing import Final, NamedTuple

FIRST_WALK: Final = 1
"""The number of the first walk over a list."""


class OptOutSync(NamedTuple):
    """What one `sync` of an opt-out list read; counts alone, so it can be logged."""

    numbers: int
    """Numbers that this call read at AWS. Those that an earlier call had saved are not counted."""
    pages: int
    """Pages that this call read and saved."""
    was_resumed: bool
    """Whether it went on with a walk that an earlier call had begun.

    If so, changes at AWS since then to the pages that were saved before are not in your database
    yet: the next sync brings them.
    """
