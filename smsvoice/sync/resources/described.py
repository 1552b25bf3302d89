"""Handles of resources that AWS describes by id: refreshing, tags, and the state for waits."""

# Mirrored from smsvoice/aio/resources/described.py by `python -m codegen`. Change that file, not this one.

from typing import TYPE_CHECKING, Any, ClassVar, Self

from smsvoice.errors import ResourceNotFoundError
from smsvoice.sync.handle import Data, Handle
from smsvoice.sync.resources.listing import describe_one
from smsvoice.sync.resources.tags import Tags

if TYPE_CHECKING:
    from smsvoice.core.operation import PagedOperation


class Described(Handle[Data]):
    """A handle of a resource that AWS describes by id."""

    _describe: ClassVar["PagedOperation[Any, Any, Any]"]
    """The operation that describes such resources."""
    _ids_member: ClassVar[str]
    """The member of its request that takes ids."""

    @property
    def tags(self) -> Tags:
        """Its tags: list, add, remove."""
        return Tags(self)

    def refresh(self) -> Self:
        """Ask AWS for the state of now; gives back this handle.

        Raises:
            ResourceNotFoundError: it is gone.
        """
        members = {self._ids_member: [self.id]}
        self._data = self._must_exist(describe_one(self._sms, self._describe, members))
        return self

    def _state(self) -> str | None:
        """The status of now, for waits; None when there is no such resource."""
        try:
            data = (self.refresh()).data
        except ResourceNotFoundError:
            return None
        status: str | None = getattr(data, self._status_member)
        return status
