"""Models of opt outs: what AWS takes and gives."""

# Written by `python -m codegen`. Change codegen/ or its tables, not this file.

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, TypedDict

from pydantic import Field

from smsvoice.core.constraints import ListedEnum, ListSize, Text
from smsvoice.core.enums import OpenEnum
from smsvoice.core.model import (
    InputModel,
    OutputModel,
    RequestModel,
    ResponseMetadata,
    ResultModel,
    new_token,
)
from smsvoice.models.common import (
    ClientToken,
    FilterValueList,
    MaxResults,
    NextToken,
    OptOutListNameOrArn,
    OwnerArgument,
    PhoneNumber,
    Tag,
    TagList,
    TagListArgument,
)


class OptedOutFilterName(OpenEnum):
    """By what opted-out numbers can be filtered."""

    END_USER_OPTED_OUT = "end-user-opted-out"


OptedOutFilterNameArgument = Annotated[
    OptedOutFilterName | Literal["end-user-opted-out"], ListedEnum(OptedOutFilterName)
]
"""A OptedOutFilterName as AWS lists it; a newer value as `OptedOutFilterName(...)`."""

OptOutListName = Annotated[str, Text(1, 64, r"[A-Za-z0-9_-]+")]


class CreateOptOutListRequest(RequestModel):
    """What CreateOptOutList takes."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("client_token",))

    opt_out_list_name: OptOutListName
    """Name for the new opt-out list, 1 to 64 letters, digits, hyphens or underscores."""
    tags: TagList | None = None
    """Tags of the resource, at most 200 pairs of key and value."""
    client_token: ClientToken | None = Field(default_factory=new_token)
    """Idempotency key, 1 to 64 printable characters; a repeat with the same token acts once. Random
    if absent.
    """

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            opt_out_list_name: str,
            tags: TagListArgument | None = None,
            client_token: str | None = None,
        ) -> None: ...


class CreateOptOutListResult(ResultModel):
    """The new opt-out list and its tags."""

    opt_out_list_arn: str | None = None
    """ARN of the opt-out list."""
    opt_out_list_name: str
    """Name of the opt-out list, 1 to 64 letters, digits, hyphens or underscores; "Default" exists
    in every account.
    """
    tags: tuple[Tag, ...] | None = None
    """Tags of the resource, at most 200 pairs of key and value."""
    created_timestamp: datetime | None = None
    """UTC time when the resource was created."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class DeleteOptOutListRequest(RequestModel):
    """What DeleteOptOutList takes."""

    opt_out_list_name: OptOutListNameOrArn
    """Name or ARN of the opt-out list to delete, with all its numbers; a shared list needs the ARN.
    """


class DeleteOptOutListResult(ResultModel):
    """The opt-out list that is gone."""

    opt_out_list_arn: str | None = None
    """ARN of the opt-out list."""
    opt_out_list_name: str
    """Name of the opt-out list, 1 to 64 letters, digits, hyphens or underscores; "Default" exists
    in every account.
    """
    created_timestamp: datetime | None = None
    """UTC time when the resource was created."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class DeleteOptedOutNumberRequest(RequestModel):
    """What DeleteOptedOutNumber takes."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("opted_out_number",))

    opt_out_list_name: OptOutListNameOrArn
    """Name or ARN of the opt-out list to take the number off; a shared list needs the ARN."""
    opted_out_number: PhoneNumber
    """E.164 number to take off the list; allowed once in 30 days per number."""


class DeleteOptedOutNumberResult(ResultModel):
    """The entry as it was: since when, and by whom."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("opted_out_number",))

    opt_out_list_arn: str | None = None
    """ARN of the opt-out list."""
    opt_out_list_name: str
    """Name of the opt-out list, 1 to 64 letters, digits, hyphens or underscores; "Default" exists
    in every account.
    """
    opted_out_number: str | None = None
    """E.164 number that may be messaged again."""
    opted_out_timestamp: datetime | None = None
    """UTC time at which the number left the list."""
    end_user_opted_out: bool | None = None
    """True if the recipient had opted out by message; False if an API call had done it."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


OptOutListNameList = Annotated[Sequence[OptOutListNameOrArn], ListSize(0, 5)]


class DescribeOptOutListsRequest(RequestModel):
    """What DescribeOptOutLists takes."""

    opt_out_list_names: OptOutListNameList | None = None
    """Names or ARNs of the opt-out lists wanted, at most 5; a list shared by another account needs
    the ARN.
    """
    next_token: NextToken | None = None
    """Page token, at most 1024 characters: hand back the one you were given; none in an answer
    means the last page.
    """
    max_results: MaxResults | None = None
    """Most items per page, 1 to 100; a page may hold fewer, even none, before the last."""
    owner: OwnerArgument | None = None
    """SELF lists what this account owns, SHARED what others share with it; cannot be combined with
    named items.
    """


class OptOutListInformation(OutputModel):
    """An opt-out list as AWS describes it, without the numbers on it."""

    opt_out_list_arn: str
    """ARN of the opt-out list."""
    opt_out_list_name: str
    """Name of the opt-out list, 1 to 64 letters, digits, hyphens or underscores; "Default" exists
    in every account.
    """
    created_timestamp: datetime
    """UTC time when the resource was created."""


class DescribeOptOutListsResult(ResultModel):
    """Each item is an opt-out list, without the numbers on it."""

    opt_out_lists: tuple[OptOutListInformation, ...]
    """Opt-out lists on this page."""
    next_token: str | None = None
    """Page token, at most 1024 characters: hand back the one you were given; none in an answer
    means the last page.
    """

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


OptedOutNumberList = Annotated[Sequence[PhoneNumber], ListSize(0, 5)]


class OptedOutFilter(InputModel):
    """A filter on opted-out numbers: a name and the values that pass."""

    name: OptedOutFilterNameArgument
    """Attribute that the filter looks at; Values holds what to match."""
    values: FilterValueList
    """What to match, 1 to 20 values of at most 128 characters; any one of them is enough."""


class OptedOutFilterDict(TypedDict):
    """A OptedOutFilter as a plain dict."""

    name: OptedOutFilterNameArgument
    values: Sequence[str]


OptedOutFilterArgument = OptedOutFilter | OptedOutFilterDict
"""A OptedOutFilter, or a dict with its members."""

OptedOutFilterList = Annotated[Sequence[OptedOutFilter], ListSize(0, 20)]


class DescribeOptedOutNumbersRequest(RequestModel):
    """What DescribeOptedOutNumbers takes."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("opted_out_numbers",))

    opt_out_list_name: OptOutListNameOrArn
    """Name or ARN of the opt-out list to read; a shared list needs the ARN."""
    opted_out_numbers: OptedOutNumberList | None = None
    """E.164 numbers to look for in the list, at most 5; a number that is not there fails the call.
    """
    filters: OptedOutFilterList | None = None
    """Narrow the list; filters are ANDed."""
    next_token: NextToken | None = None
    """Page token, at most 1024 characters: hand back the one you were given; none in an answer
    means the last page.
    """
    max_results: MaxResults | None = None
    """Most items per page, 1 to 100; a page may hold fewer, even none, before the last."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            opt_out_list_name: str,
            opted_out_numbers: Sequence[str] | None = None,
            filters: Sequence[OptedOutFilterArgument] | None = None,
            next_token: str | None = None,
            max_results: int | None = None,
        ) -> None: ...


class OptedOutNumberInformation(OutputModel):
    """A phone number on an opt-out list: since when, and whether the person asked for it."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("opted_out_number",))

    opted_out_number: str
    """E.164 number of the recipient who is not to be messaged."""
    opted_out_timestamp: datetime
    """UTC time at which the recipient, or you, opted the number out."""
    end_user_opted_out: bool
    """True when the recipient opted out by message; False when an API call did it."""


class DescribeOptedOutNumbersResult(ResultModel):
    """Each item is a phone number, since when, and who opted it out."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("opted_out_numbers",))

    opt_out_list_arn: str | None = None
    """ARN of the opt-out list."""
    opt_out_list_name: str | None = None
    """Name of the opt-out list, 1 to 64 letters, digits, hyphens or underscores; "Default" exists
    in every account.
    """
    opted_out_numbers: tuple[OptedOutNumberInformation, ...]
    """Opted-out numbers on this page."""
    next_token: str | None = None
    """Page token, at most 1024 characters: hand back the one you were given; none in an answer
    means the last page.
    """

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class PutOptedOutNumberRequest(RequestModel):
    """What PutOptedOutNumber takes."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("opted_out_number",))

    opt_out_list_name: OptOutListNameOrArn
    """Name or ARN of the opt-out list that gains the number; a shared list needs the ARN."""
    opted_out_number: PhoneNumber
    """E.164 number to put on the list; sends to it are refused from then on."""


class PutOptedOutNumberResult(ResultModel):
    """The entry on the list, and since when it stands."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("opted_out_number",))

    opt_out_list_arn: str | None = None
    """ARN of the opt-out list."""
    opt_out_list_name: str
    """Name of the opt-out list, 1 to 64 letters, digits, hyphens or underscores; "Default" exists
    in every account.
    """
    opted_out_number: str | None = None
    """E.164 number of the recipient who is not to be messaged."""
    opted_out_timestamp: datetime | None = None
    """UTC time since which the number has been on the list."""
    end_user_opted_out: bool | None = None
    """True when the recipient opted out by message; False when an API call did it."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...
