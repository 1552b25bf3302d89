"""Handles: an identity, the data of the last answer, and verbs. No attribute ever makes a call."""

from typing import TYPE_CHECKING, Any, ClassVar, Generic, Self, cast

from typing_extensions import TypeVar

from smsvoice.core.arguments import check_all
from smsvoice.core.codec import merged
from smsvoice.core.errors import NotLoadedError, Problem, RequestError
from smsvoice.core.hints import Hinting
from smsvoice.core.redact import mask_numbers
from smsvoice.errors import service_error

if TYPE_CHECKING:
    from smsvoice.aio.client import AsyncSmsVoice
    from smsvoice.core.model import OutputModel

Data = TypeVar("Data", bound="OutputModel")


class AsyncCollection(Hinting):
    """Where the things of one kind are found and made."""

    def __init__(self, sms: "AsyncSmsVoice") -> None:
        self._sms = sms

    def __init_subclass__(cls) -> None:
        """Make misspelt arguments raise RequestError."""
        check_all(cls)

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"


def _place(sms: "AsyncSmsVoice") -> tuple[str, str]:
    """The region and the address that a client calls."""
    meta = sms.boto_client.meta
    return meta.region_name, meta.endpoint_url


def _is_one(part: object) -> bool:
    return isinstance(part, str) and part != ""


class AsyncHandle(Hinting, Generic[Data]):
    """One resource at AWS, known by its identity; `data` is from the last answer about it."""

    _model: ClassVar[type[Any]]
    """The model that AWS describes such a thing with."""
    _load_hint: ClassVar[str]
    """The call that loads it, for the error text."""
    _arn_member: ClassVar[str]
    _status_member: ClassVar[str] = "status"

    def __init__(self, sms: "AsyncSmsVoice", *identity: str, data: Data | None = None) -> None:
        """Name the resource; `data` is from an answer about it, if one came already."""
        if data is None and not all(map(_is_one, identity)):
            wrong = Problem("id", "must be one id, name or ARN, as text that is not empty")
            raise RequestError(type(self).__name__, (wrong,))
        self._sms = sms
        self._identity = identity
        self._data: Data | None = data

    def __init_subclass__(cls) -> None:
        """Make misspelt arguments raise RequestError."""
        check_all(cls)

    @property
    def id(self) -> str:
        """What identifies it in calls: AWS's id, name, or the ARN that it was given by."""
        return self._identity[0]

    @property
    def is_loaded(self) -> bool:
        """Whether an answer about it has come yet."""
        return self._data is not None

    @property
    def data(self) -> Data:
        """The data of the last answer; never makes a call.

        Raises:
            NotLoadedError: no answer has come yet; the message names the call that loads it.
        """
        if self._data is None:
            raise NotLoadedError(f"{self!r} has not been loaded: use {self._load_hint}")
        return self._data

    @property
    def arn(self) -> str:
        """Its ARN, from an answer or as the handle was made."""
        if self._data is None and self.id.startswith("arn:"):
            return self.id
        return str(getattr(self.data, self._arn_member))

    def _hint(self, name: str) -> str:
        """Where a member of the data is."""
        there = name in self._model.model_fields
        return f"; use .data.{name}" if there else super()._hint(name)

    def _merge_answer(self, answer: "OutputModel") -> None:
        """Merge an answer about this resource into `data`."""
        self._data = merged(self._model, self._data, answer)

    def _must_exist(self, item: Data | None) -> Data:
        """What AWS described, or the error that it described nothing."""
        if item is None:
            missing = {"Error": {"Code": "ResourceNotFoundException", "Message": "not listed"}}
            raise service_error(type(self).__name__, missing | {"ResourceId": self.id})
        return item

    def __eq__(self, other: object) -> bool:
        """The same kind, the same identity, and the same place: ids repeat between regions."""
        if type(self) is not type(other):
            return False
        theirs = cast("AsyncHandle[Any]", other)
        if self._identity != theirs._identity:
            return False
        return self._sms is theirs._sms or _place(self._sms) == _place(theirs._sms)

    def __hash__(self) -> int:
        return hash((type(self), self._identity))

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        """Another handle of the same thing; the data is a value, and the client is shared."""
        copy = type(self).__new__(type(self))
        vars(copy).update(vars(self))
        return copy

    def __repr__(self) -> str:
        status = getattr(self._data, self._status_member, None)
        words = [type(self).__name__, *(str(mask_numbers(part)) for part in self._identity)]
        return f"<{' '.join(words)}{f' {status}' if status else ''}>"
