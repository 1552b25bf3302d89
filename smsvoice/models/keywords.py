"""Models of keywords: what AWS takes and gives."""

# Written by `python -m codegen`. Change codegen/ or its tables, not this file.

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, TypedDict

from smsvoice.core.constraints import ListedEnum, ListSize, Text
from smsvoice.core.enums import OpenEnum
from smsvoice.core.model import InputModel, OutputModel, RequestModel, ResponseMetadata, ResultModel
from smsvoice.models.common import FilterValueList, Keyword, MaxResults, NextToken


class KeywordAction(OpenEnum):
    """What a keyword does: answer only, opt the person out, or opt the person in again."""

    AUTOMATIC_RESPONSE = "AUTOMATIC_RESPONSE"
    OPT_OUT = "OPT_OUT"
    OPT_IN = "OPT_IN"


KeywordActionArgument = Annotated[
    KeywordAction | Literal["AUTOMATIC_RESPONSE", "OPT_OUT", "OPT_IN"], ListedEnum(KeywordAction)
]
"""A KeywordAction as AWS lists it; a newer value as `KeywordAction(...)`."""


class KeywordFilterName(OpenEnum):
    """By what keywords can be filtered."""

    KEYWORD_ACTION = "keyword-action"


KeywordFilterNameArgument = Annotated[
    KeywordFilterName | Literal["keyword-action"], ListedEnum(KeywordFilterName)
]
"""A KeywordFilterName as AWS lists it; a newer value as `KeywordFilterName(...)`."""

KeywordMessage = Annotated[str, Text(1, 1600, r"[\s\S]*\S[\s\S]*")]


PhoneOrPoolIdOrArn = Annotated[str, Text(1, 256, r"[A-Za-z0-9_:/-]+")]


class DeleteKeywordRequest(RequestModel):
    """What DeleteKeyword takes."""

    origination_identity: PhoneOrPoolIdOrArn
    """Identifier or ARN of the phone number, pool or RCS agent that loses the keyword; a shared one
    needs the ARN.
    """
    keyword: Keyword
    """Keyword to delete, case does not matter; HELP and STOP cannot be deleted."""


class DeleteKeywordResult(ResultModel):
    """The keyword as it last was."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("keyword_message",))

    origination_identity_arn: str | None = None
    """ARN of the phone number, pool or RCS agent that had the keyword."""
    origination_identity: str | None = None
    """Identifier of the phone number, pool or RCS agent that had the keyword."""
    keyword: str
    """The deleted keyword, in upper case."""
    keyword_message: str | None = None
    """The reply that the deleted keyword used to give."""
    keyword_action: KeywordAction | None = None
    """What the deleted keyword did: AUTOMATIC_RESPONSE, OPT_OUT or OPT_IN."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


KeywordList = Annotated[Sequence[Keyword], ListSize(0, 5)]


class KeywordFilter(InputModel):
    """A filter on keywords: a name and the values that pass."""

    name: KeywordFilterNameArgument
    """Attribute that the filter looks at; Values holds what to match."""
    values: FilterValueList
    """What to match, 1 to 20 values of at most 128 characters; any one of them is enough."""


class KeywordFilterDict(TypedDict):
    """A KeywordFilter as a plain dict."""

    name: KeywordFilterNameArgument
    values: Sequence[str]


KeywordFilterArgument = KeywordFilter | KeywordFilterDict
"""A KeywordFilter, or a dict with its members."""

KeywordFilterList = Annotated[Sequence[KeywordFilter], ListSize(0, 20)]


class DescribeKeywordsRequest(RequestModel):
    """What DescribeKeywords takes."""

    origination_identity: PhoneOrPoolIdOrArn
    """Identifier or ARN of the phone number, pool or RCS agent whose keywords to list; a shared one
    needs the ARN.
    """
    keywords: KeywordList | None = None
    """Keywords to look up, at most 5; all when left out."""
    filters: KeywordFilterList | None = None
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
            origination_identity: str,
            keywords: Sequence[str] | None = None,
            filters: Sequence[KeywordFilterArgument] | None = None,
            next_token: str | None = None,
            max_results: int | None = None,
        ) -> None: ...


class KeywordInformation(OutputModel):
    """A keyword as AWS describes it: the word, the answer and the action."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("keyword_message",))

    keyword: str
    """Word that recipients text in, 1 to 30 characters; case does not matter, stored in upper case.
    """
    keyword_message: str
    """Reply to a person who texts the keyword, 1 to 1600 characters."""
    keyword_action: KeywordAction
    """AUTOMATIC_RESPONSE only replies; OPT_OUT also adds the sender to the opt-out list, OPT_IN
    removes them.
    """


class DescribeKeywordsResult(ResultModel):
    """Each item is a keyword, its answer and its action."""

    origination_identity_arn: str | None = None
    """ARN of the phone number, pool or RCS agent that has the keywords."""
    origination_identity: str | None = None
    """Identifier of the phone number, pool or RCS agent that has the keywords."""
    keywords: tuple[KeywordInformation, ...]
    """Keywords on this page, each with its message and action."""
    next_token: str | None = None
    """Page token, at most 1024 characters: hand back the one you were given; none in an answer
    means the last page.
    """

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class PutKeywordRequest(RequestModel):
    """What PutKeyword takes."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("keyword_message",))

    origination_identity: PhoneOrPoolIdOrArn
    """Identifier or ARN of the phone number, pool or RCS agent that answers to the keyword; a
    shared one needs the ARN.
    """
    keyword: Keyword
    """Word to react to, 1 to 30 characters; case does not matter. An existing keyword is
    overwritten.
    """
    keyword_message: KeywordMessage
    """Reply to a person who texts the keyword, 1 to 1600 characters."""
    keyword_action: KeywordActionArgument | None = None
    """AUTOMATIC_RESPONSE (the default) only replies; OPT_OUT also adds the sender to the opt-out
    list, OPT_IN removes them.
    """


class PutKeywordResult(ResultModel):
    """The keyword as stored, in upper case, with its answer and action."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("keyword_message",))

    origination_identity_arn: str | None = None
    """ARN of the phone number, pool or RCS agent that has the keyword."""
    origination_identity: str | None = None
    """Identifier of the phone number, pool or RCS agent that has the keyword."""
    keyword: str
    """Word that recipients text in, 1 to 30 characters; case does not matter, stored in upper case.
    """
    keyword_message: str | None = None
    """Reply to a person who texts the keyword, 1 to 1600 characters."""
    keyword_action: KeywordAction | None = None
    """AUTOMATIC_RESPONSE only replies; OPT_OUT also adds the sender to the opt-out list, OPT_IN
    removes them.
    """

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...
