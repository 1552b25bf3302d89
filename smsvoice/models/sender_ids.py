"""Models of sender ids: what AWS takes and gives."""

# Written by `python -m codegen`. Change codegen/ or its tables, not this file.

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, TypedDict

from pydantic import Field

from smsvoice.core.constraints import ListedEnum, ListSize, StrictBool, Text
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
    IsoCountryCode,
    MaxResults,
    MessageType,
    MessageTypeArgument,
    MessagingLimits,
    NextToken,
    OwnerArgument,
    SenderId,
    Tag,
    TagList,
    TagListArgument,
)


class SenderIdFilterName(OpenEnum):
    """By what sender IDs can be filtered."""

    SENDER_ID = "sender-id"
    ISO_COUNTRY_CODE = "iso-country-code"
    MESSAGE_TYPE = "message-type"
    DELETION_PROTECTION_ENABLED = "deletion-protection-enabled"
    REGISTERED = "registered"


SenderIdFilterNameArgument = Annotated[
    SenderIdFilterName
    | Literal[
        "sender-id", "iso-country-code", "message-type", "deletion-protection-enabled", "registered"
    ],
    ListedEnum(SenderIdFilterName),
]
"""A SenderIdFilterName as AWS lists it; a newer value as `SenderIdFilterName(...)`."""

SenderIdOrArn = Annotated[str, Text(1, 256, r"[A-Za-z0-9_:/-]+")]


class SenderIdAndCountry(InputModel):
    """A sender ID in one country; only both together identify it."""

    sender_id: SenderIdOrArn
    """Sender ID or its ARN; one shared by another account needs the ARN."""
    iso_country_code: IsoCountryCode
    """ISO 3166-1 alpha-2 code of the country the sender ID is for; the pair identifies it."""


class SenderIdAndCountryDict(TypedDict):
    """A SenderIdAndCountry as a plain dict."""

    sender_id: str
    iso_country_code: str


SenderIdAndCountryArgument = SenderIdAndCountry | SenderIdAndCountryDict
"""A SenderIdAndCountry, or a dict with its members."""

SenderIdList = Annotated[Sequence[SenderIdAndCountry], ListSize(0, 5)]


class SenderIdFilter(InputModel):
    """A filter on sender IDs: a name and the values that pass."""

    name: SenderIdFilterNameArgument
    """Attribute that the filter looks at; Values holds what to match."""
    values: FilterValueList
    """What to match, 1 to 20 values of at most 128 characters; any one of them is enough."""


class SenderIdFilterDict(TypedDict):
    """A SenderIdFilter as a plain dict."""

    name: SenderIdFilterNameArgument
    values: Sequence[str]


SenderIdFilterArgument = SenderIdFilter | SenderIdFilterDict
"""A SenderIdFilter, or a dict with its members."""

SenderIdFilterList = Annotated[Sequence[SenderIdFilter], ListSize(0, 20)]


class DescribeSenderIdsRequest(RequestModel):
    """What DescribeSenderIds takes."""

    sender_ids: SenderIdList | None = None
    """Sender IDs wanted, each with its country, at most 5; one shared by another account needs the
    ARN.
    """
    filters: SenderIdFilterList | None = None
    """Narrow the list; filters are ANDed."""
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

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            sender_ids: Sequence[SenderIdAndCountryArgument] | None = None,
            filters: Sequence[SenderIdFilterArgument] | None = None,
            next_token: str | None = None,
            max_results: int | None = None,
            owner: OwnerArgument | None = None,
        ) -> None: ...


MessageTypeList = Annotated[Sequence[MessageTypeArgument], ListSize(0, 2)]


class SenderIdInformation(OutputModel):
    """A sender ID in one country as AWS describes it, and whether it is registered."""

    sender_id_arn: str
    """ARN of the sender ID, which contains its country."""
    sender_id: str
    """Sender ID shown to recipients, 1 to 11 letters, digits or hyphens, with at least one letter.
    """
    iso_country_code: str
    """ISO 3166-1 alpha-2 code of the country or region, e.g. US."""
    message_types: tuple[MessageType, ...]
    """What the sender ID may carry: TRANSACTIONAL, PROMOTIONAL or both."""
    monthly_leasing_price: str
    """US dollars per month as a decimal string, e.g. "1.00", for holding this number or sender ID.
    """
    deletion_protection_enabled: bool
    """True refuses deleting or releasing it until switched off; new resources start with False."""
    registered: bool
    """True once a completed registration stands behind the sender ID; false for self-service ones.
    """
    registration_id: str | None = None
    """Identifier of the registration behind the sender ID; absent when there is none."""
    messaging_limits: MessagingLimits | None = None
    """Send rates and daily caps of this identity; absent where AWS states none."""
    pricing_tier: str | None = None
    """Pricing model that applies here; absent where there is none."""


class DescribeSenderIdsResult(ResultModel):
    """Each item is a sender ID in one country, and whether it is registered."""

    sender_ids: tuple[SenderIdInformation, ...]
    """Sender IDs on this page."""
    next_token: str | None = None
    """Page token, at most 1024 characters: hand back the one you were given; none in an answer
    means the last page.
    """

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class ReleaseSenderIdRequest(RequestModel):
    """What ReleaseSenderId takes."""

    sender_id: SenderIdOrArn
    """Sender ID or its ARN to give back."""
    iso_country_code: IsoCountryCode
    """ISO 3166-1 alpha-2 code of the country in which to give the sender ID back."""


class ReleaseSenderIdResult(ResultModel):
    """The sender ID as it last was."""

    sender_id_arn: str
    """ARN of the sender ID, which contains its country."""
    sender_id: str
    """Sender ID shown to recipients, 1 to 11 letters, digits or hyphens, with at least one letter.
    """
    iso_country_code: str
    """ISO 3166-1 alpha-2 code of the country or region, e.g. US."""
    message_types: tuple[MessageType, ...]
    """What the sender ID may carry: TRANSACTIONAL, PROMOTIONAL or both."""
    monthly_leasing_price: str
    """US dollars per month as a decimal string, e.g. "1.00", for holding this number or sender ID.
    """
    registered: bool
    """True once a completed registration stands behind the sender ID; false for self-service ones.
    """
    registration_id: str | None = None
    """Identifier of the registration; it begins with "registration-"."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class RequestSenderIdRequest(RequestModel):
    """What RequestSenderId takes."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("client_token",))

    sender_id: SenderId
    """Sender ID wanted, 1 to 11 letters, digits or hyphens; at least one letter, no hyphen at
    either end.
    """
    iso_country_code: IsoCountryCode
    """ISO 3166-1 alpha-2 code of the country the sender ID is for; request it once per country."""
    message_types: MessageTypeList | None = None
    """What the sender ID may carry: TRANSACTIONAL, PROMOTIONAL or both."""
    deletion_protection_enabled: Annotated[bool, StrictBool()] | None = None
    """True refuses deleting or releasing it until switched off; new resources start with False."""
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
            sender_id: str,
            iso_country_code: str,
            message_types: Sequence[MessageTypeArgument] | None = None,
            deletion_protection_enabled: bool | None = None,
            tags: TagListArgument | None = None,
            client_token: str | None = None,
        ) -> None: ...


class RequestSenderIdResult(ResultModel):
    """The new sender ID, its message types and its monthly price."""

    sender_id_arn: str
    """ARN of the sender ID, which contains its country."""
    sender_id: str
    """Sender ID shown to recipients, 1 to 11 letters, digits or hyphens, with at least one letter.
    """
    iso_country_code: str
    """ISO 3166-1 alpha-2 code of the country or region, e.g. US."""
    message_types: tuple[MessageType, ...]
    """What the sender ID may carry: TRANSACTIONAL, PROMOTIONAL or both."""
    monthly_leasing_price: str
    """US dollars per month as a decimal string, e.g. "1.00", for holding this number or sender ID.
    """
    deletion_protection_enabled: bool
    """True refuses deleting or releasing it until switched off; new resources start with False."""
    registered: bool
    """True once a completed registration stands behind the sender ID; false for self-service ones.
    """
    tags: tuple[Tag, ...] | None = None
    """Tags of the resource, at most 200 pairs of key and value."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class UpdateSenderIdRequest(RequestModel):
    """What UpdateSenderId takes."""

    sender_id: SenderIdOrArn
    """Sender ID to change, or its ARN."""
    iso_country_code: IsoCountryCode
    """ISO 3166-1 alpha-2 code of the country in which to change the sender ID."""
    deletion_protection_enabled: Annotated[bool, StrictBool()] | None = None
    """True refuses releasing the sender ID; False allows it again."""


class UpdateSenderIdResult(ResultModel):
    """The sender ID as it is now."""

    sender_id_arn: str
    """ARN of the sender ID, which contains its country."""
    sender_id: str
    """Sender ID shown to recipients, 1 to 11 letters, digits or hyphens, with at least one letter.
    """
    iso_country_code: str
    """ISO 3166-1 alpha-2 code of the country or region, e.g. US."""
    message_types: tuple[MessageType, ...]
    """What the sender ID may carry: TRANSACTIONAL, PROMOTIONAL or both."""
    monthly_leasing_price: str
    """US dollars per month as a decimal string, e.g. "1.00", for holding this number or sender ID.
    """
    deletion_protection_enabled: bool
    """True refuses deleting or releasing it until switched off; new resources start with False."""
    registered: bool
    """True once a completed registration stands behind the sender ID; false for self-service ones.
    """
    registration_id: str | None = None
    """Identifier of the registration; it begins with "registration-"."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...
