"""Models of phone numbers: what AWS takes and gives."""

# Written by `python -m codegen`. Change codegen/ or its tables, not this file.

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, TypedDict

from pydantic import Field

from smsvoice.core.constraints import ListedEnum, ListSize, Number, StrictBool, Text
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
    IamRoleArn,
    IsoCountryCode,
    MaxResults,
    MessageType,
    MessageTypeArgument,
    MessagingLimits,
    NextToken,
    NumberCapability,
    NumberCapabilityArgument,
    OptOutListNameOrArn,
    OwnerArgument,
    PoolIdOrArn,
    RegistrationIdOrArn,
    Tag,
    TagList,
    TagListArgument,
    TwoWayChannelArn,
)


class NumberStatus(OpenEnum):
    """Where a phone number stands in its life; only an ACTIVE one can send."""

    PENDING = "PENDING"
    ACTIVE = "ACTIVE"
    ASSOCIATING = "ASSOCIATING"
    DISASSOCIATING = "DISASSOCIATING"
    DELETED = "DELETED"


class NumberType(OpenEnum):
    """Which kind of phone number it is, from short code to simulator."""

    SHORT_CODE = "SHORT_CODE"
    LONG_CODE = "LONG_CODE"
    TOLL_FREE = "TOLL_FREE"
    TEN_DLC = "TEN_DLC"
    SIMULATOR = "SIMULATOR"


class PhoneNumberFilterName(OpenEnum):
    """By what phone numbers can be filtered."""

    STATUS = "status"
    ISO_COUNTRY_CODE = "iso-country-code"
    MESSAGE_TYPE = "message-type"
    NUMBER_CAPABILITY = "number-capability"
    NUMBER_TYPE = "number-type"
    TWO_WAY_ENABLED = "two-way-enabled"
    SELF_MANAGED_OPT_OUTS_ENABLED = "self-managed-opt-outs-enabled"
    OPT_OUT_LIST_NAME = "opt-out-list-name"
    DELETION_PROTECTION_ENABLED = "deletion-protection-enabled"
    TWO_WAY_CHANNEL_ARN = "two-way-channel-arn"


PhoneNumberFilterNameArgument = Annotated[
    PhoneNumberFilterName
    | Literal[
        "status",
        "iso-country-code",
        "message-type",
        "number-capability",
        "number-type",
        "two-way-enabled",
        "self-managed-opt-outs-enabled",
        "opt-out-list-name",
        "deletion-protection-enabled",
        "two-way-channel-arn",
    ],
    ListedEnum(PhoneNumberFilterName),
]
"""A PhoneNumberFilterName as AWS lists it; a newer value as `PhoneNumberFilterName(...)`."""


class PreferenceType(OpenEnum):
    """Where the wished digits should stand in a phone number."""

    STARTS_WITH = "StartsWith"
    ENDS_WITH = "EndsWith"
    CONTAINS = "Contains"
    EXACT_MATCH = "ExactMatch"


PreferenceTypeArgument = Annotated[
    PreferenceType | Literal["StartsWith", "EndsWith", "Contains", "ExactMatch"],
    ListedEnum(PreferenceType),
]
"""A PreferenceType as AWS lists it; a newer value as `PreferenceType(...)`."""


class RequestableNumberType(OpenEnum):
    """Which kinds of phone number can be requested through the API; short codes cannot."""

    LONG_CODE = "LONG_CODE"
    TOLL_FREE = "TOLL_FREE"
    TEN_DLC = "TEN_DLC"
    SIMULATOR = "SIMULATOR"


RequestableNumberTypeArgument = Annotated[
    RequestableNumberType | Literal["LONG_CODE", "TOLL_FREE", "TEN_DLC", "SIMULATOR"],
    ListedEnum(RequestableNumberType),
]
"""A RequestableNumberType as AWS lists it; a newer value as `RequestableNumberType(...)`."""


class SearchableNumberType(OpenEnum):
    """Which kinds of phone number can be searched before requesting one."""

    TEN_DLC = "TEN_DLC"


SearchableNumberTypeArgument = Annotated[
    SearchableNumberType | Literal["TEN_DLC"], ListedEnum(SearchableNumberType)
]
"""A SearchableNumberType as AWS lists it; a newer value as `SearchableNumberType(...)`."""

ListAvailablePhoneNumbersMaxResults = Annotated[int, Number(1, 10)]


NumberFilterValue = Annotated[str, Text(2, 16, r"\+?[0-9]{1,15}")]


PhoneNumberIdOrArn = Annotated[str, Text(1, 256, r"[A-Za-z0-9_:/-]+")]


PhoneNumberIdList = Annotated[Sequence[PhoneNumberIdOrArn], ListSize(0, 5)]


class PhoneNumberFilter(InputModel):
    """A filter on phone numbers: a name and the values that pass."""

    name: PhoneNumberFilterNameArgument
    """Attribute that the filter looks at; Values holds what to match."""
    values: FilterValueList
    """What to match, 1 to 20 values of at most 128 characters; any one of them is enough."""


class PhoneNumberFilterDict(TypedDict):
    """A PhoneNumberFilter as a plain dict."""

    name: PhoneNumberFilterNameArgument
    values: Sequence[str]


PhoneNumberFilterArgument = PhoneNumberFilter | PhoneNumberFilterDict
"""A PhoneNumberFilter, or a dict with its members."""

PhoneNumberFilterList = Annotated[Sequence[PhoneNumberFilter], ListSize(0, 20)]


class DescribePhoneNumbersRequest(RequestModel):
    """What DescribePhoneNumbers takes."""

    phone_number_ids: PhoneNumberIdList | None = None
    """Identifiers or ARNs of the phone numbers wanted, at most 5; a number shared by another
    account needs the ARN.
    """
    filters: PhoneNumberFilterList | None = None
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
            phone_number_ids: Sequence[str] | None = None,
            filters: Sequence[PhoneNumberFilterArgument] | None = None,
            next_token: str | None = None,
            max_results: int | None = None,
            owner: OwnerArgument | None = None,
        ) -> None: ...


NumberCapabilityList = Annotated[Sequence[NumberCapabilityArgument], ListSize(1, 4)]


class PhoneNumberInformation(OutputModel):
    """A phone number as AWS describes it: what it can do, costs, and belongs to."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("phone_number",))

    phone_number_arn: str
    """ARN of the phone number."""
    phone_number_id: str | None = None
    """Identifier of the phone number; it begins with "phone-"."""
    phone_number: str
    """E.164 number, e.g. "+12065550142", or the digits of a short code."""
    status: NumberStatus
    """PENDING until any registration is approved, ACTIVE, ASSOCIATING, DISASSOCIATING or DELETED;
    only an ACTIVE number sends.
    """
    iso_country_code: str
    """ISO 3166-1 alpha-2 code of the country or region, e.g. US."""
    message_type: MessageType
    """TRANSACTIONAL for urgent messages such as codes and alerts, PROMOTIONAL for marketing and the
    like.
    """
    number_capabilities: tuple[NumberCapability, ...]
    """What the number or sender ID can carry: SMS, VOICE, MMS, RCS, one or more."""
    number_type: NumberType
    """Kind of number: SHORT_CODE, LONG_CODE, TOLL_FREE, TEN_DLC or SIMULATOR."""
    monthly_leasing_price: str
    """US dollars per month as a decimal string, e.g. "1.00", for holding this number or sender ID.
    """
    two_way_enabled: bool
    """True allows recipients to write to you, with their messages going to TwoWayChannelArn;
    default false.
    """
    two_way_channel_arn: str | None = None
    """ARN of the Amazon SNS topic for inbound messages, or an Amazon Connect endpoint,
    connect.REGION.amazonaws.com.
    """
    two_way_channel_role: str | None = None
    """ARN of the IAM role AWS takes on to publish inbound messages; optional when the topic's own
    policy allows AWS to publish.
    """
    self_managed_opt_outs_enabled: bool
    """False, the default: AWS answers HELP and STOP and keeps the opt-out list. True: all of that
    is your task.
    """
    opt_out_list_name: str
    """Name of the opt-out list, 1 to 64 letters, digits, hyphens or underscores; "Default" exists
    in every account.
    """
    international_sending_enabled: bool | None = None
    """True allows the number to send outside its own country; new numbers start with False."""
    deletion_protection_enabled: bool
    """True refuses deleting or releasing it until switched off; new resources start with False."""
    pool_id: str | None = None
    """Identifier of the pool that contains the number; absent when in none."""
    registration_id: str | None = None
    """Identifier of the registration behind the number; absent when there is none."""
    messaging_limits: MessagingLimits | None = None
    """Send rates and daily caps of this identity; absent where AWS states none."""
    pricing_tier: str | None = None
    """Pricing model that applies here; absent where there is none."""
    created_timestamp: datetime
    """UTC time when the resource was created."""


class DescribePhoneNumbersResult(ResultModel):
    """Each item is a phone number: its settings, its price and where it belongs."""

    phone_numbers: tuple[PhoneNumberInformation, ...]
    """Phone numbers on this page."""
    next_token: str | None = None
    """Page token, at most 1024 characters: hand back the one you were given; none in an answer
    means the last page.
    """

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


PreferenceTypeList = Annotated[Sequence[PreferenceTypeArgument], ListSize(1, 1)]


NumberFilterList = Annotated[Sequence[NumberFilterValue], ListSize(1, 10)]


class NumberPreferenceItem(InputModel):
    """A wish for certain digits: where they should stand and which they are."""

    preference_type: PreferenceTypeList
    """Exactly one way to match the digits: StartsWith, EndsWith, Contains or ExactMatch."""
    filter: NumberFilterList
    """Digits to look for, 1 to 10 entries of 2 to 16 characters; a leading plus is allowed."""


class NumberPreferenceItemDict(TypedDict):
    """A NumberPreferenceItem as a plain dict."""

    preference_type: Sequence[PreferenceTypeArgument]
    filter: Sequence[str]


NumberPreferenceItemArgument = NumberPreferenceItem | NumberPreferenceItemDict
"""A NumberPreferenceItem, or a dict with its members."""

NumberPreferenceList = Annotated[Sequence[NumberPreferenceItem], ListSize(1, 1)]


class ListAvailablePhoneNumbersRequest(RequestModel):
    """What ListAvailablePhoneNumbers takes."""

    iso_country_code: IsoCountryCode
    """ISO 3166-1 alpha-2 code of the country to search in; only US so far."""
    number_capabilities: NumberCapabilityList
    """What the numbers must all be able to carry, e.g. SMS and VOICE."""
    number_type: SearchableNumberTypeArgument
    """Kind of number to search for; only TEN_DLC can be searched."""
    registration_id: RegistrationIdOrArn | None = None
    """Identifier or ARN of the registration the number is meant for; needed for regulated number
    types.
    """
    number_preference: NumberPreferenceList | None = None
    """Digits that offered numbers must show, at most one preference; for US numbers of type TEN_DLC
    only.
    """
    next_token: NextToken | None = None
    """Page token, at most 1024 characters: hand back the one you were given; none in an answer
    means the last page.
    """
    max_results: ListAvailablePhoneNumbersMaxResults | None = None
    """Most numbers per page, 1 to 10; default 10."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            iso_country_code: str,
            number_capabilities: Sequence[NumberCapabilityArgument],
            number_type: SearchableNumberTypeArgument,
            registration_id: str | None = None,
            number_preference: Sequence[NumberPreferenceItemArgument] | None = None,
            next_token: str | None = None,
            max_results: int | None = None,
        ) -> None: ...


class ListAvailablePhoneNumbersResult(ResultModel):
    """Each item is a phone number that is free; none is no error."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("available_phone_numbers",))

    available_phone_numbers: tuple[str, ...]
    """E.164 numbers free to request now, at most 10 a page; empty when nothing matches."""
    next_token: str | None = None
    """Page token, at most 1024 characters: hand back the one you were given; none in an answer
    means the last page.
    """

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class ReleasePhoneNumberRequest(RequestModel):
    """What ReleasePhoneNumber takes."""

    phone_number_id: PhoneNumberIdOrArn
    """Identifier or ARN of the phone number to give back; you may not get it again."""


class ReleasePhoneNumberResult(ResultModel):
    """The phone number on its way out."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("phone_number",))

    phone_number_arn: str | None = None
    """ARN of the phone number."""
    phone_number_id: str
    """Identifier of the phone number; it begins with "phone-"."""
    phone_number: str | None = None
    """E.164 number, e.g. "+12065550142", or the digits of a short code."""
    status: NumberStatus | None = None
    """DISASSOCIATING or DELETED once AWS takes the number back."""
    iso_country_code: str | None = None
    """ISO 3166-1 alpha-2 code of the country or region, e.g. US."""
    message_type: MessageType | None = None
    """TRANSACTIONAL for urgent messages such as codes and alerts, PROMOTIONAL for marketing and the
    like.
    """
    number_capabilities: tuple[NumberCapability, ...] | None = None
    """What the number could carry: SMS, VOICE, MMS, RCS, one or more."""
    number_type: NumberType | None = None
    """Kind of number: SHORT_CODE, LONG_CODE, TOLL_FREE, TEN_DLC or SIMULATOR."""
    monthly_leasing_price: str | None = None
    """US dollars per month as a decimal string, e.g. "1.00", for holding this number or sender ID.
    """
    two_way_enabled: bool | None = None
    """True allows recipients to write to you, with their messages going to TwoWayChannelArn;
    default false.
    """
    two_way_channel_arn: str | None = None
    """ARN of the Amazon SNS topic for inbound messages, or an Amazon Connect endpoint,
    connect.REGION.amazonaws.com.
    """
    two_way_channel_role: str | None = None
    """ARN of the IAM role AWS takes on to publish inbound messages; optional when the topic's own
    policy allows AWS to publish.
    """
    self_managed_opt_outs_enabled: bool | None = None
    """False, the default: AWS answers HELP and STOP and keeps the opt-out list. True: all of that
    is your task.
    """
    opt_out_list_name: str | None = None
    """Name of the opt-out list that the number used."""
    registration_id: str | None = None
    """Identifier of the registration; it begins with "registration-"."""
    created_timestamp: datetime | None = None
    """UTC time when the resource was created."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class RequestPhoneNumberRequest(RequestModel):
    """What RequestPhoneNumber takes."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("client_token",))

    iso_country_code: IsoCountryCode
    """ISO 3166-1 alpha-2 code of the country the number shall belong to."""
    message_type: MessageTypeArgument
    """TRANSACTIONAL for urgent messages, PROMOTIONAL for the rest; can never change for this
    number.
    """
    number_capabilities: NumberCapabilityList
    """What the new number must be able to carry: SMS, VOICE, MMS, one or more."""
    number_type: RequestableNumberTypeArgument
    """LONG_CODE, TOLL_FREE, TEN_DLC or SIMULATOR; a SIMULATOR number demands the message type
    TRANSACTIONAL.
    """
    opt_out_list_name: OptOutListNameOrArn | None = None
    """Name or ARN of the opt-out list the number shall use, "Default" when left out; a shared list
    needs the ARN.
    """
    pool_id: PoolIdOrArn | None = None
    """Identifier or ARN of a pool for the number to join at once; a shared pool needs the ARN."""
    registration_id: RegistrationIdOrArn | None = None
    """Identifier or ARN of the registration that the number belongs to, e.g. a 10DLC campaign."""
    number_preference: NumberPreferenceList | None = None
    """Digits the new number should show, at most one preference; for US numbers of type TEN_DLC
    only.
    """
    international_sending_enabled: Annotated[bool, StrictBool()] | None = None
    """True allows the number to send outside its own country; new numbers start with False."""
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
            iso_country_code: str,
            message_type: MessageTypeArgument,
            number_capabilities: Sequence[NumberCapabilityArgument],
            number_type: RequestableNumberTypeArgument,
            opt_out_list_name: str | None = None,
            pool_id: str | None = None,
            registration_id: str | None = None,
            number_preference: Sequence[NumberPreferenceItemArgument] | None = None,
            international_sending_enabled: bool | None = None,
            deletion_protection_enabled: bool | None = None,
            tags: TagListArgument | None = None,
            client_token: str | None = None,
        ) -> None: ...


class RequestPhoneNumberResult(ResultModel):
    """The phone number that you got, PENDING while it waits for a registration."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("phone_number",))

    phone_number_arn: str | None = None
    """ARN of the phone number."""
    phone_number_id: str
    """Identifier of the phone number; it begins with "phone-"."""
    phone_number: str | None = None
    """E.164 number, e.g. "+12065550142", or the digits of a short code."""
    status: NumberStatus | None = None
    """PENDING while AWS, or a registration, still holds the number back; ACTIVE when it can send.
    """
    iso_country_code: str | None = None
    """ISO 3166-1 alpha-2 code of the country or region, e.g. US."""
    message_type: MessageType | None = None
    """TRANSACTIONAL for urgent messages such as codes and alerts, PROMOTIONAL for marketing and the
    like.
    """
    number_capabilities: tuple[NumberCapability, ...] | None = None
    """What the number or sender ID can carry: SMS, VOICE, MMS, RCS, one or more."""
    number_type: RequestableNumberType | None = None
    """Kind of number obtained: LONG_CODE, TOLL_FREE, TEN_DLC or SIMULATOR."""
    monthly_leasing_price: str | None = None
    """US dollars per month as a decimal string, e.g. "1.00", for holding this number or sender ID.
    """
    two_way_enabled: bool | None = None
    """True allows recipients to write to you, with their messages going to TwoWayChannelArn;
    default false.
    """
    two_way_channel_arn: str | None = None
    """ARN of the Amazon SNS topic for inbound messages, or an Amazon Connect endpoint,
    connect.REGION.amazonaws.com.
    """
    two_way_channel_role: str | None = None
    """ARN of the IAM role AWS takes on to publish inbound messages; optional when the topic's own
    policy allows AWS to publish.
    """
    self_managed_opt_outs_enabled: bool | None = None
    """False, the default: AWS answers HELP and STOP and keeps the opt-out list. True: all of that
    is your task.
    """
    opt_out_list_name: str | None = None
    """Name of the opt-out list, 1 to 64 letters, digits, hyphens or underscores; "Default" exists
    in every account.
    """
    international_sending_enabled: bool | None = None
    """True allows the number to send outside its own country; new numbers start with False."""
    deletion_protection_enabled: bool | None = None
    """True refuses deleting or releasing it until switched off; new resources start with False."""
    pool_id: str | None = None
    """Identifier of the pool; it begins with "pool-"."""
    registration_id: str | None = None
    """Identifier of the registration; it begins with "registration-"."""
    tags: tuple[Tag, ...] | None = None
    """Tags of the resource, at most 200 pairs of key and value."""
    created_timestamp: datetime | None = None
    """UTC time when the resource was created."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class UpdatePhoneNumberRequest(RequestModel):
    """What UpdatePhoneNumber takes."""

    phone_number_id: PhoneNumberIdOrArn
    """Identifier or ARN of the phone number to change; a shared number needs the ARN."""
    two_way_enabled: Annotated[bool, StrictBool()] | None = None
    """True allows recipients to write to you, with their messages going to TwoWayChannelArn;
    default false.
    """
    two_way_channel_arn: TwoWayChannelArn | None = None
    """ARN of the Amazon SNS topic for inbound messages, or an Amazon Connect endpoint,
    connect.REGION.amazonaws.com.
    """
    two_way_channel_role: IamRoleArn | None = None
    """ARN of the IAM role AWS takes on to publish inbound messages; optional when the topic's own
    policy allows AWS to publish.
    """
    self_managed_opt_outs_enabled: Annotated[bool, StrictBool()] | None = None
    """False, the default: AWS answers HELP and STOP and keeps the opt-out list. True: all of that
    is your task.
    """
    opt_out_list_name: OptOutListNameOrArn | None = None
    """Name or ARN of the opt-out list that the number shall use from now on."""
    international_sending_enabled: Annotated[bool, StrictBool()] | None = None
    """True allows the number to send outside its own country; False stops that."""
    deletion_protection_enabled: Annotated[bool, StrictBool()] | None = None
    """True refuses releasing the number; False allows it again."""


class UpdatePhoneNumberResult(ResultModel):
    """The phone number as it is now."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("phone_number",))

    phone_number_arn: str | None = None
    """ARN of the phone number."""
    phone_number_id: str
    """Identifier of the phone number; it begins with "phone-"."""
    phone_number: str | None = None
    """E.164 number, e.g. "+12065550142", or the digits of a short code."""
    status: NumberStatus | None = None
    """PENDING, ACTIVE, ASSOCIATING, DISASSOCIATING or DELETED; only an ACTIVE number sends."""
    iso_country_code: str | None = None
    """ISO 3166-1 alpha-2 code of the country or region, e.g. US."""
    message_type: MessageType | None = None
    """TRANSACTIONAL for urgent messages such as codes and alerts, PROMOTIONAL for marketing and the
    like.
    """
    number_capabilities: tuple[NumberCapability, ...] | None = None
    """What the number or sender ID can carry: SMS, VOICE, MMS, RCS, one or more."""
    number_type: NumberType | None = None
    """Kind of number: SHORT_CODE, LONG_CODE, TOLL_FREE, TEN_DLC or SIMULATOR."""
    monthly_leasing_price: str | None = None
    """US dollars per month as a decimal string, e.g. "1.00", for holding this number or sender ID.
    """
    two_way_enabled: bool | None = None
    """True allows recipients to write to you, with their messages going to TwoWayChannelArn;
    default false.
    """
    two_way_channel_arn: str | None = None
    """ARN of the Amazon SNS topic for inbound messages, or an Amazon Connect endpoint,
    connect.REGION.amazonaws.com.
    """
    two_way_channel_role: str | None = None
    """ARN of the IAM role AWS takes on to publish inbound messages; optional when the topic's own
    policy allows AWS to publish.
    """
    self_managed_opt_outs_enabled: bool | None = None
    """False, the default: AWS answers HELP and STOP and keeps the opt-out list. True: all of that
    is your task.
    """
    opt_out_list_name: str | None = None
    """Name of the opt-out list, 1 to 64 letters, digits, hyphens or underscores; "Default" exists
    in every account.
    """
    international_sending_enabled: bool | None = None
    """True allows the number to send outside its own country; new numbers start with False."""
    deletion_protection_enabled: bool | None = None
    """True refuses deleting or releasing it until switched off; new resources start with False."""
    registration_id: str | None = None
    """Identifier of the registration; it begins with "registration-"."""
    created_timestamp: datetime | None = None
    """UTC time when the resource was created."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...
