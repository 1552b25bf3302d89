"""How far the conversations of the inbox page were read; AWS has nothing like it."""

from datetime import datetime
from typing import ClassVar

from smsvoice.core.model import OutputModel
from smsvoice.emulator.engine.store import TableOf


class ReadMark(OutputModel):
    """The newest message of a person that was read."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("person",))

    person: str
    """The person's number, E.164."""
    message_id: str
    """That message."""
    sent_at: datetime
    """When it was sent, UTC; counts once the message itself is gone."""


read_marks: TableOf[ReadMark] = TableOf("read_marks", ReadMark)
"""Read marks by the person's number."""
