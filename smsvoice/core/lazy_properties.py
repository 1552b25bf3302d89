"""Attributes that a client makes when they are first touched, and that tools can look into."""

from functools import cached_property
from typing import TYPE_CHECKING, Any


class _NoClient:
    """The client of a collection that only shows what a client would have there."""

    @property
    def _self(self) -> "_NoClient":
        return self


class Collected(cached_property[Any]):
    """A cached property that gives, on the class, what a client would have there.

    `create_autospec(SmsVoice)` reads it there, and so knows the methods of each collection.
    """

    def __get__(self, client: object, owner: type[Any] | None = None) -> Any:
        """What the client has; on the class, the same without a client."""
        if client is None:
            return self.func(_NoClient())
        return super().__get__(client, owner)


if TYPE_CHECKING:
    collected = property  # editors know best what a plain property gives
else:
    collected = Collected
