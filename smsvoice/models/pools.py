"""Models of pools: what AWS takes and gives."""

# Written by `python -m codegen`. Change codegen/ or its tables, not this file.

from collections.abc import Sequence
from datetime import datetime
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
    IamRoleArn,
    IsoCountryCode,
    MaxResults,
    MessageType,
    MessageTypeArgument,
    NextToken,
    NumberCapability,
    OptOutListNameOrArn,
    OwnerArgument,
    PoolIdOrArn,
    Tag,
    TagList,
    TagListArgument,
    TwoWayChannelArn,
)


class PoolFilterName(OpenEnum):
    """By what pools can be filtered."""

    STATUS = "status"
    MESSAGE_TYPE = "message-type"
    TWO_WAY_ENABLED = "two-way-enabled"
    SELF_MANAGED_OPT_OUTS_ENABLED = "self-managed-opt-outs-enabled"
    OPT_OUT_LIST_NAME = "opt-out-list-name"
    SHARED_ROUTES_ENABLED = "shared-routes-enabled"
    DELETION_PROTECTION_ENABLED = "deletion-protection-enabled"
    TWO_WAY_CHANNEL_ARN = "two-way-channel-arn"


PoolFilterNameArgument = Annotated[
    PoolFilterName
    | Literal[
        "status",
        "message-type",
        "two-way-enabled",
        "self-managed-opt-outs-enabled",
        "opt-out-list-name",
        "shared-routes-enabled",
        "deletion-protection-enabled",
        "two-way-channel-arn",
    ],
    ListedEnum(PoolFilterName),
]
"""A PoolFilterName as AWS lists it; a newer value as `PoolFilterName(...)`."""


class PoolOriginationIdentitiesFilterName(OpenEnum):
    """By what a pool's origination identities can be filtered."""

    ISO_COUNTRY_CODE = "iso-country-code"
    NUMBER_CAPABILITY = "number-capability"


PoolOriginationIdentitiesFilterNameArgument = Annotated[
    PoolOriginationIdentitiesFilterName | Literal["iso-country-code", "number-capability"],
    ListedEnum(PoolOriginationIdentitiesFilterName),
]
"""A PoolOriginationIdentitiesFilterName as AWS lists it; a newer value as
`PoolOriginationIdentitiesFilterName(...)`.
"""


class PoolStatus(OpenEnum):
    """Where a pool stands in its life."""

    CREATING = "CREATING"
    ACTIVE = "ACTIVE"
    DELETING = "DELETING"


PhoneOrSenderIdOrArn = Annotated[str, Text(1, 256, r"[A-Za-z0-9_:/-]+")]


class AssociateOriginationIdentityRequest(RequestModel):
    """What AssociateOriginationIdentity takes."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("client_token",))

    pool_id: PoolIdOrArn
    """Identifier or ARN of the pool that gains the identity; a shared pool needs the ARN."""
    origination_identity: PhoneOrSenderIdOrArn
    """Identifier or ARN of the phone number, sender ID or RCS agent to add; a shared one needs the
    ARN.
    """
    iso_country_code: IsoCountryCode | None = None
    """ISO 3166-1 alpha-2 code; needed to pick a sender ID, leave out (or ZZ) for an RCS agent."""
    client_token: ClientToken | None = Field(default_factory=new_token)
    """Idempotency key, 1 to 64 printable characters; a repeat with the same token acts once. Random
    if absent.
    """


class AssociateOriginationIdentityResult(ResultModel):
    """The pool and the identity that is in it now."""

    pool_arn: str | None = None
    """ARN of the pool."""
    pool_id: str
    """Identifier of the pool; it begins with "pool-"."""
    origination_identity_arn: str | None = None
    """ARN of the phone number, sender ID or RCS agent."""
    origination_identity: str | None = None
    """Identifier of the phone number, sender ID or RCS agent."""
    iso_country_code: str | None = None
    """ISO 3166-1 alpha-2 code of the country or region, e.g. US."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class CreatePoolRequest(RequestModel):
    """What CreatePool takes."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("client_token",))

    origination_identity: PhoneOrSenderIdOrArn
    """Identifier or ARN of the first phone number, sender ID or RCS agent; the pool takes over its
    settings.
    """
    iso_country_code: IsoCountryCode | None = None
    """ISO 3166-1 alpha-2 code; needed when the first identity is a sender ID, leave out for an RCS
    agent.
    """
    message_type: MessageTypeArgument
    """TRANSACTIONAL for urgent messages, PROMOTIONAL for the rest; must suit the first identity and
    can never change.
    """
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
            origination_identity: str,
            message_type: MessageTypeArgument,
            iso_country_code: str | None = None,
            deletion_protection_enabled: bool | None = None,
            tags: TagListArgument | None = None,
            client_token: str | None = None,
        ) -> None: ...


class CreatePoolResult(ResultModel):
    """The new pool and the identity's settings that it took over."""

    pool_arn: str | None = None
    """ARN of the pool."""
    pool_id: str
    """Identifier of the pool; it begins with "pool-"."""
    status: PoolStatus | None = None
    """CREATING at first; the pool can be used once it is ACTIVE."""
    message_type: MessageType | None = None
    """TRANSACTIONAL for urgent messages such as codes and alerts, PROMOTIONAL for marketing and the
    like.
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
    shared_routes_enabled: bool | None = None
    """True allows the pool to send also through routes shared with other customers, where the
    country allows it; default false.
    """
    deletion_protection_enabled: bool | None = None
    """True refuses deleting or releasing it until switched off; new resources start with False."""
    tags: tuple[Tag, ...] | None = None
    """Tags of the resource, at most 200 pairs of key and value."""
    created_timestamp: datetime | None = None
    """UTC time when the resource was created."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class DeletePoolRequest(RequestModel):
    """What DeletePool takes."""

    pool_id: PoolIdOrArn
    """Identifier or ARN of the pool to delete; its identities stay in the account."""


class DeletePoolResult(ResultModel):
    """The pool on its way out, with status DELETING."""

    pool_arn: str | None = None
    """ARN of the pool."""
    pool_id: str
    """Identifier of the pool; it begins with "pool-"."""
    status: PoolStatus | None = None
    """DELETING; the pool is gone soon after."""
    message_type: MessageType | None = None
    """TRANSACTIONAL for urgent messages such as codes and alerts, PROMOTIONAL for marketing and the
    like.
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
    shared_routes_enabled: bool | None = None
    """True allows the pool to send also through routes shared with other customers, where the
    country allows it; default false.
    """
    created_timestamp: datetime | None = None
    """UTC time when the resource was created."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


PoolIdList = Annotated[Sequence[PoolIdOrArn], ListSize(0, 5)]


class PoolFilter(InputModel):
    """A filter on pools: a name and the values that pass."""

    name: PoolFilterNameArgument
    """Attribute that the filter looks at; Values holds what to match."""
    values: FilterValueList
    """What to match, 1 to 20 values of at most 128 characters; any one of them is enough."""


class PoolFilterDict(TypedDict):
    """A PoolFilter as a plain dict."""

    name: PoolFilterNameArgument
    values: Sequence[str]


PoolFilterArgument = PoolFilter | PoolFilterDict
"""A PoolFilter, or a dict with its members."""

PoolFilterList = Annotated[Sequence[PoolFilter], ListSize(0, 20)]


class DescribePoolsRequest(RequestModel):
    """What DescribePools takes."""

    pool_ids: PoolIdList | None = None
    """Identifiers or ARNs of the pools wanted, at most 5; a pool shared by another account needs
    the ARN.
    """
    filters: PoolFilterList | None = None
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
            pool_ids: Sequence[str] | None = None,
            filters: Sequence[PoolFilterArgument] | None = None,
            next_token: str | None = None,
            max_results: int | None = None,
            owner: OwnerArgument | None = None,
        ) -> None: ...


class PoolInformation(OutputModel):
    """A pool as AWS describes it: what it carries and how it behaves."""

    pool_arn: str
    """ARN of the pool."""
    pool_id: str
    """Identifier of the pool; it begins with "pool-"."""
    status: PoolStatus
    """CREATING, ACTIVE or DELETING; only an ACTIVE pool sends."""
    message_type: MessageType
    """TRANSACTIONAL for urgent messages, PROMOTIONAL for the rest; fixed when the pool was created.
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
    shared_routes_enabled: bool
    """True allows the pool to send also through routes shared with other customers, where the
    country allows it; default false.
    """
    deletion_protection_enabled: bool
    """True refuses deleting or releasing it until switched off; new resources start with False."""
    created_timestamp: datetime
    """UTC time when the resource was created."""


class DescribePoolsResult(ResultModel):
    """Each item is a pool and its settings, without its members."""

    pools: tuple[PoolInformation, ...]
    """Pools on this page."""
    next_token: str | None = None
    """Page token, at most 1024 characters: hand back the one you were given; none in an answer
    means the last page.
    """

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class DisassociateOriginationIdentityRequest(RequestModel):
    """What DisassociateOriginationIdentity takes."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("client_token",))

    pool_id: PoolIdOrArn
    """Identifier or ARN of the pool that loses the identity; a shared pool needs the ARN."""
    origination_identity: PhoneOrSenderIdOrArn
    """Identifier or ARN of the phone number, sender ID or RCS agent to take out; a shared one needs
    the ARN.
    """
    iso_country_code: IsoCountryCode | None = None
    """ISO 3166-1 alpha-2 code; needed to pick a sender ID, leave out for an RCS agent."""
    client_token: ClientToken | None = Field(default_factory=new_token)
    """Idempotency key, 1 to 64 printable characters; a repeat with the same token acts once. Random
    if absent.
    """


class DisassociateOriginationIdentityResult(ResultModel):
    """The pool and the identity that has left it."""

    pool_arn: str | None = None
    """ARN of the pool."""
    pool_id: str
    """Identifier of the pool; it begins with "pool-"."""
    origination_identity_arn: str | None = None
    """ARN of the phone number, sender ID or RCS agent."""
    origination_identity: str | None = None
    """Identifier of the phone number, sender ID or RCS agent."""
    iso_country_code: str | None = None
    """ISO 3166-1 alpha-2 code of the identity that left the pool; absent for an RCS agent."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class PoolOriginationIdentitiesFilter(InputModel):
    """A filter on a pool's origination identities: a name and the values that pass."""

    name: PoolOriginationIdentitiesFilterNameArgument
    """Attribute that the filter looks at; Values holds what to match."""
    values: FilterValueList
    """What to match, 1 to 20 values of at most 128 characters; any one of them is enough."""


class PoolOriginationIdentitiesFilterDict(TypedDict):
    """A PoolOriginationIdentitiesFilter as a plain dict."""

    name: PoolOriginationIdentitiesFilterNameArgument
    values: Sequence[str]


PoolOriginationIdentitiesFilterArgument = (
    PoolOriginationIdentitiesFilter | PoolOriginationIdentitiesFilterDict
)
"""A PoolOriginationIdentitiesFilter, or a dict with its members."""

PoolOriginationIdentitiesFilterList = Annotated[
    Sequence[PoolOriginationIdentitiesFilter], ListSize(0, 20)
]


class ListPoolOriginationIdentitiesRequest(RequestModel):
    """What ListPoolOriginationIdentities takes."""

    pool_id: PoolIdOrArn
    """Identifier or ARN of the pool whose identities to list; a shared pool needs the ARN."""
    filters: PoolOriginationIdentitiesFilterList | None = None
    """Narrow the list by country or number capability; filters are ANDed."""
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
            pool_id: str,
            filters: Sequence[PoolOriginationIdentitiesFilterArgument] | None = None,
            next_token: str | None = None,
            max_results: int | None = None,
        ) -> None: ...


class OriginationIdentityMetadata(OutputModel):
    """A member of a pool: the origination identity, its country and its capabilities."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("phone_number",))

    origination_identity_arn: str
    """ARN of the phone number, sender ID or RCS agent."""
    origination_identity: str
    """Identifier of the phone number, sender ID or RCS agent."""
    iso_country_code: str
    """ISO 3166-1 alpha-2 code of the identity's country; absent for kinds without one, such as RCS
    agents.
    """
    number_capabilities: tuple[NumberCapability, ...]
    """What the number or sender ID can carry: SMS, VOICE, MMS, RCS, one or more."""
    phone_number: str | None = None
    """E.164 number of the identity; only if that is a phone number."""


class ListPoolOriginationIdentitiesResult(ResultModel):
    """Each item is a member of the pool: its identity, country and capabilities."""

    pool_arn: str | None = None
    """ARN of the pool."""
    pool_id: str | None = None
    """Identifier of the pool; it begins with "pool-"."""
    origination_identities: tuple[OriginationIdentityMetadata, ...]
    """Phone numbers, sender IDs and RCS agents of the pool on this page."""
    next_token: str | None = None
    """Page token, at most 1024 characters: hand back the one you were given; none in an answer
    means the last page.
    """

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class UpdatePoolRequest(RequestModel):
    """What UpdatePool takes."""

    pool_id: PoolIdOrArn
    """Identifier or ARN of the pool to change; a shared pool needs the ARN."""
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
    """Name or ARN of the opt-out list that the pool shall use from now on; a shared list needs the
    ARN.
    """
    shared_routes_enabled: Annotated[bool, StrictBool()] | None = None
    """True allows the pool to send also through routes shared with other customers, where the
    country allows it; default false.
    """
    deletion_protection_enabled: Annotated[bool, StrictBool()] | None = None
    """True refuses deleting the pool; False allows it again."""


class UpdatePoolResult(ResultModel):
    """The pool as it is now."""

    pool_arn: str | None = None
    """ARN of the pool."""
    pool_id: str
    """Identifier of the pool; it begins with "pool-"."""
    status: PoolStatus | None = None
    """CREATING, ACTIVE or DELETING; only an ACTIVE pool sends."""
    message_type: MessageType | None = None
    """TRANSACTIONAL for urgent messages such as codes and alerts, PROMOTIONAL for marketing and the
    like.
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
    shared_routes_enabled: bool | None = None
    """True allows the pool to send also through routes shared with other customers, where the
    country allows it; default false.
    """
    deletion_protection_enabled: bool | None = None
    """True refuses deleting or releasing it until switched off; new resources start with False."""
    created_timestamp: datetime | None = None
    """UTC time when the resource was created."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...
