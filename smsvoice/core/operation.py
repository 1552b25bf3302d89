"""One description of an AWS operation, shared by clients, emulator and docs."""

import importlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any, Generic

from typing_extensions import TypeVar

if TYPE_CHECKING:
    from smsvoice.core.model import OutputModel, RequestModel, ResultModel

Request = TypeVar("Request", bound="RequestModel", default="RequestModel")
Result = TypeVar("Result", bound="ResultModel", default="ResultModel")
Item = TypeVar("Item", bound="OutputModel | str", default="OutputModel | str")


class Effect(Enum):
    """What happens when a call is made twice."""

    READS = "changes nothing; repeat it freely"
    REPEATABLE = "a second time changes nothing more"
    ONCE = "repeat it only when it provably never left"


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation(Generic[Request, Result]):
    """What an operation takes, what it gives, what repeating it does, and how AWS may refuse it."""

    name: str
    """AWS's name, e.g. CreatePool."""
    home: str
    """The module that holds this description as a constant."""
    request: type[Request]
    result: type[Result]
    effect: Effect
    errors: frozenset[str]
    """AWS's error codes that the operation may answer with."""
    must_have: tuple[str, ...] = ()
    """Members of a result without which an answer is unusable: the id of a message or of what was
    made, the list of a page."""

    def lacks(self, result: Result) -> str | None:
        """The name of a member that the result must have and has not; None when it is usable."""
        for member in self.must_have:
            if getattr(result, member) in (None, ""):
                return member
        return None

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.name}>"

    @property
    def constant(self) -> str:
        """The name of this description in its module, e.g. CREATE_POOL."""
        return snake(self.name).upper()

    @property
    def method(self) -> str:
        """The name of the method that runs it, e.g. create_pool."""
        return snake(self.name)

    def __reduce__(self) -> tuple[Callable[[str, str], "Operation[Any, Any]"], tuple[str, str]]:
        """Pickle by name: the description itself is code."""
        return _constant, (self.home, self.constant)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class PagedOperation(Operation[Request, Result], Generic[Request, Result, Item]):
    """An operation that answers in pages; only an absent token ends a walk."""

    item: type[Item]
    items: str
    """The member of a result that holds the page's items."""
    token_in: str = "next_token"  # noqa: S105  no secret
    token_out: str = "next_token"  # noqa: S105  no secret

    def items_of(self, page: Result) -> tuple[Item, ...]:
        """The items of one page; an empty page is a page."""
        return getattr(page, self.items) or ()

    def token_of(self, page: Result) -> str | None:
        """Where the next page starts; None on the last one."""
        return getattr(page, self.token_out) or None


@cache
def snake(name: str) -> str:
    """AWS's CamelCase as Python writes it: `SendTextMessage` is `send_text_message`."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name).lower()


def _constant(home: str, name: str) -> Operation[Any, Any]:
    found: Operation[Any, Any] = getattr(importlib.import_module(home), name)
    return found
