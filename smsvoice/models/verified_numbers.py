"""Models of verified numbers: what AWS takes and gives."""

# Written by `python -m codegen`. Change codegen/ or its tables, not this file.

from collections.abc import Mapping, Sequence
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
    ConfigurationSetNameOrArn,
    ContextMap,
    DestinationCountryParameters,
    DestinationCountryParametersArgument,
    FilterValueList,
    MaxResults,
    NextToken,
    PhoneNumber,
    RcsAgentIdOrArn,
    Tag,
    TagList,
    TagListArgument,
)


class LanguageCode(OpenEnum):
    """In which language a verification code is sent."""

    DE_DE = "DE_DE"
    EN_GB = "EN_GB"
    EN_US = "EN_US"
    ES_419 = "ES_419"
    ES_ES = "ES_ES"
    FR_CA = "FR_CA"
    FR_FR = "FR_FR"
    IT_IT = "IT_IT"
    JA_JP = "JA_JP"
    KO_KR = "KO_KR"
    PT_BR = "PT_BR"
    ZH_CN = "ZH_CN"
    ZH_TW = "ZH_TW"


LanguageCodeArgument = Annotated[
    LanguageCode
    | Literal[
        "DE_DE",
        "EN_GB",
        "EN_US",
        "ES_419",
        "ES_ES",
        "FR_CA",
        "FR_FR",
        "IT_IT",
        "JA_JP",
        "KO_KR",
        "PT_BR",
        "ZH_CN",
        "ZH_TW",
    ],
    ListedEnum(LanguageCode),
]
"""A LanguageCode as AWS lists it; a newer value as `LanguageCode(...)`."""


class VerificationChannel(OpenEnum):
    """How a verification code travels: as text or by voice."""

    TEXT = "TEXT"
    VOICE = "VOICE"


VerificationChannelArgument = Annotated[
    VerificationChannel | Literal["TEXT", "VOICE"], ListedEnum(VerificationChannel)
]
"""A VerificationChannel as AWS lists it; a newer value as `VerificationChannel(...)`."""


class VerificationStatus(OpenEnum):
    """Whether a destination number has been verified, or cannot be."""

    PENDING = "PENDING"
    VERIFIED = "VERIFIED"
    UNSUPPORTED = "UNSUPPORTED"


class VerifiedDestinationNumberFilterName(OpenEnum):
    """By what verified destination numbers can be filtered."""

    STATUS = "status"
    RCS_AGENT_ID = "rcs-agent-id"


VerifiedDestinationNumberFilterNameArgument = Annotated[
    VerifiedDestinationNumberFilterName | Literal["status", "rcs-agent-id"],
    ListedEnum(VerifiedDestinationNumberFilterName),
]
"""A VerifiedDestinationNumberFilterName as AWS lists it; a newer value as
`VerifiedDestinationNumberFilterName(...)`.
"""

VerificationCode = Annotated[str, Text(1, 20, r"[A-Za-z0-9]+")]


VerificationMessageOriginationIdentity = Annotated[str, Text(1, 256, r"[A-Za-z0-9_:/\+-]+")]


VerifiedDestinationNumberIdOrArn = Annotated[str, Text(1, 256, r"[A-Za-z0-9_:/-]+")]


class CreateVerifiedDestinationNumberRequest(RequestModel):
    """What CreateVerifiedDestinationNumber takes."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("client_token", "destination_phone_number"))

    destination_phone_number: PhoneNumber
    """Number to verify, in E.164; it stays PENDING until its code comes back."""
    rcs_agent_id: RcsAgentIdOrArn | None = None
    """Identifier or ARN of the RCS agent for which this number becomes a tester; optional."""
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
            destination_phone_number: str,
            rcs_agent_id: str | None = None,
            tags: TagListArgument | None = None,
            client_token: str | None = None,
        ) -> None: ...


class CreateVerifiedDestinationNumberResult(ResultModel):
    """The new verified destination number, PENDING until its code is entered."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("destination_phone_number",))

    verified_destination_number_arn: str
    """ARN of the verified destination number."""
    verified_destination_number_id: str
    """Identifier of the verified destination number."""
    destination_phone_number: str
    """Number to be verified, in E.164."""
    status: VerificationStatus
    """PENDING until the code is confirmed, then VERIFIED; UNSUPPORTED if the number cannot be used.
    """
    rcs_agent_id: str | None = None
    """Identifier of the RCS agent that the number tests; absent for ordinary verification."""
    tags: tuple[Tag, ...] | None = None
    """Tags of the resource, at most 200 pairs of key and value."""
    created_timestamp: datetime
    """UTC time when the resource was created."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class DeleteVerifiedDestinationNumberRequest(RequestModel):
    """What DeleteVerifiedDestinationNumber takes."""

    verified_destination_number_id: VerifiedDestinationNumberIdOrArn
    """Identifier or ARN of the verified destination number to delete; at the earliest after 24
    hours.
    """


class DeleteVerifiedDestinationNumberResult(ResultModel):
    """The verified destination number that is gone."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("destination_phone_number",))

    verified_destination_number_arn: str
    """ARN of the verified destination number."""
    verified_destination_number_id: str
    """Identifier of the verified destination number."""
    destination_phone_number: str
    """Number that is no longer verified, in E.164."""
    created_timestamp: datetime
    """UTC time when the resource was created."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


VerifiedDestinationNumberIdList = Annotated[
    Sequence[VerifiedDestinationNumberIdOrArn], ListSize(0, 5)
]


DestinationPhoneNumberList = Annotated[Sequence[PhoneNumber], ListSize(0, 5)]


class VerifiedDestinationNumberFilter(InputModel):
    """A filter on verified destination numbers: a name and the values that pass."""

    name: VerifiedDestinationNumberFilterNameArgument
    """Attribute that the filter looks at; Values holds what to match."""
    values: FilterValueList
    """What to match, 1 to 20 values of at most 128 characters; any one of them is enough."""


class VerifiedDestinationNumberFilterDict(TypedDict):
    """A VerifiedDestinationNumberFilter as a plain dict."""

    name: VerifiedDestinationNumberFilterNameArgument
    values: Sequence[str]


VerifiedDestinationNumberFilterArgument = (
    VerifiedDestinationNumberFilter | VerifiedDestinationNumberFilterDict
)
"""A VerifiedDestinationNumberFilter, or a dict with its members."""

VerifiedDestinationNumberFilterList = Annotated[
    Sequence[VerifiedDestinationNumberFilter], ListSize(0, 20)
]


class DescribeVerifiedDestinationNumbersRequest(RequestModel):
    """What DescribeVerifiedDestinationNumbers takes."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("destination_phone_numbers",))

    verified_destination_number_ids: VerifiedDestinationNumberIdList | None = None
    """Identifiers or ARNs of the verified destination numbers wanted, at most 5; an unknown one
    fails the call.
    """
    destination_phone_numbers: DestinationPhoneNumberList | None = None
    """E.164 numbers to look up, at most 5; all when left out."""
    filters: VerifiedDestinationNumberFilterList | None = None
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
            verified_destination_number_ids: Sequence[str] | None = None,
            destination_phone_numbers: Sequence[str] | None = None,
            filters: Sequence[VerifiedDestinationNumberFilterArgument] | None = None,
            next_token: str | None = None,
            max_results: int | None = None,
        ) -> None: ...


class VerifiedDestinationNumberInformation(OutputModel):
    """A verified destination number as AWS describes it, and whether it is verified yet."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("destination_phone_number",))

    verified_destination_number_arn: str
    """ARN of the verified destination number."""
    verified_destination_number_id: str
    """Identifier of the verified destination number."""
    destination_phone_number: str
    """Number that is verified or waits to be, in E.164."""
    status: VerificationStatus
    """PENDING until the code is confirmed, then VERIFIED; UNSUPPORTED if the number cannot be used.
    """
    rcs_agent_id: str | None = None
    """Identifier of the RCS agent that the number tests; absent for ordinary verification."""
    created_timestamp: datetime
    """UTC time when the resource was created."""


class DescribeVerifiedDestinationNumbersResult(ResultModel):
    """Each item is a destination number and whether it is verified yet."""

    verified_destination_numbers: tuple[VerifiedDestinationNumberInformation, ...]
    """Verified destination numbers on this page."""
    next_token: str | None = None
    """Page token, at most 1024 characters: hand back the one you were given; none in an answer
    means the last page.
    """

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class SendDestinationNumberVerificationCodeRequest(RequestModel):
    """What SendDestinationNumberVerificationCode takes."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("context", "destination_country_parameters"))

    verified_destination_number_id: VerifiedDestinationNumberIdOrArn
    """Identifier or ARN of the verified destination number that receives the code."""
    verification_channel: VerificationChannelArgument
    """How the code travels: TEXT as an SMS message, VOICE as a call."""
    language_code: LanguageCodeArgument | None = None
    """Language of the message with the code, e.g. EN_US, DE_DE or JA_JP; 13 are offered."""
    origination_identity: VerificationMessageOriginationIdentity | None = None
    """Number, or identifier or ARN of a phone number, sender ID or pool, that sends the code;
    optional, never a simulator number.
    """
    configuration_set_name: ConfigurationSetNameOrArn | None = None
    """Configuration set for this send, by name or ARN; its event destinations get the events."""
    context: ContextMap | None = None
    """Your own data, returned in the events: at most 5 entries, keys to 100 without spaces, values
    to 800.
    """
    destination_country_parameters: DestinationCountryParameters | None = None
    """For India with a sender ID: IN_ENTITY_ID and IN_TEMPLATE_ID from its registration, 1 to 64
    characters each.
    """

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            verified_destination_number_id: str,
            verification_channel: VerificationChannelArgument,
            language_code: LanguageCodeArgument | None = None,
            origination_identity: str | None = None,
            configuration_set_name: str | None = None,
            context: Mapping[str, str] | None = None,
            destination_country_parameters: DestinationCountryParametersArgument | None = None,
        ) -> None: ...


class SendDestinationNumberVerificationCodeResult(ResultModel):
    """The id of the message that carries the code, not the code."""

    message_id: str
    """Identifier of the message that carries the code."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class VerifyDestinationNumberRequest(RequestModel):
    """What VerifyDestinationNumber takes."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("verification_code",))

    verified_destination_number_id: VerifiedDestinationNumberIdOrArn
    """Identifier or ARN of the verified destination number that the code was sent to."""
    verification_code: VerificationCode
    """Code that arrived on the phone, 1 to 20 letters or digits."""


class VerifyDestinationNumberResult(ResultModel):
    """The destination number, now VERIFIED."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("destination_phone_number",))

    verified_destination_number_arn: str
    """ARN of the verified destination number."""
    verified_destination_number_id: str
    """Identifier of the verified destination number."""
    destination_phone_number: str
    """Number whose code was accepted, in E.164."""
    status: VerificationStatus
    """VERIFIED once the code was right and messages may be sent, else PENDING or UNSUPPORTED."""
    created_timestamp: datetime
    """UTC time when the resource was created."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...
