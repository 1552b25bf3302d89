"""Models of rcs agents: what AWS takes and gives."""

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
    IsoCountryCodeList,
    MaxResults,
    MessagingLimits,
    NextToken,
    OptOutListNameOrArn,
    OwnerArgument,
    RcsAgentIdOrArn,
    Tag,
    TagList,
    TagListArgument,
    TwoWayChannelArn,
)


class CarrierStatus(OpenEnum):
    """Whether one carrier has launched the RCS agent."""

    PENDING = "PENDING"
    ACTIVE = "ACTIVE"
    REJECTED = "REJECTED"


class CountryLaunchStatus(OpenEnum):
    """How far an RCS agent's launch in one country has come."""

    CREATED = "CREATED"
    PENDING = "PENDING"
    PARTIAL = "PARTIAL"
    ACTIVE = "ACTIVE"
    REJECTED = "REJECTED"


class CountryLaunchStatusFilterName(OpenEnum):
    """By what country launches can be filtered."""

    COUNTRY_LAUNCH_STATUS = "country-launch-status"


CountryLaunchStatusFilterNameArgument = Annotated[
    CountryLaunchStatusFilterName | Literal["country-launch-status"],
    ListedEnum(CountryLaunchStatusFilterName),
]
"""A CountryLaunchStatusFilterName as AWS lists it; a newer value as
`CountryLaunchStatusFilterName(...)`.
"""


class RcsAgentFilterName(OpenEnum):
    """By what RCS agents can be filtered."""

    STATUS = "status"
    TWO_WAY_ENABLED = "two-way-enabled"
    SELF_MANAGED_OPT_OUTS_ENABLED = "self-managed-opt-outs-enabled"
    OPT_OUT_LIST_NAME = "opt-out-list-name"
    DELETION_PROTECTION_ENABLED = "deletion-protection-enabled"
    TWO_WAY_CHANNEL_ARN = "two-way-channel-arn"


RcsAgentFilterNameArgument = Annotated[
    RcsAgentFilterName
    | Literal[
        "status",
        "two-way-enabled",
        "self-managed-opt-outs-enabled",
        "opt-out-list-name",
        "deletion-protection-enabled",
        "two-way-channel-arn",
    ],
    ListedEnum(RcsAgentFilterName),
]
"""A RcsAgentFilterName as AWS lists it; a newer value as `RcsAgentFilterName(...)`."""


class RcsAgentStatus(OpenEnum):
    """Where an RCS agent stands between creation and launch."""

    CREATED = "CREATED"
    PENDING = "PENDING"
    TESTING = "TESTING"
    PARTIAL = "PARTIAL"
    ACTIVE = "ACTIVE"
    DELETED = "DELETED"


class TestingAgentStatus(OpenEnum):
    """Whether the testing agent of an RCS agent works yet."""

    CREATED = "CREATED"
    PENDING = "PENDING"
    ACTIVE = "ACTIVE"


IamRoleArnOrUnset = Annotated[str, Text(20, 2048, r"(arn:\S+|UNSET_RCS_MEDIA_CONFIGURATION)")]


RcsEventType = Annotated[str, Text(1, 50)]


TwoWayMediaS3BucketNameOrUnset = Annotated[
    str, Text(3, 63, r"([a-z0-9][a-z0-9.-]*[a-z0-9]|UNSET_RCS_MEDIA_CONFIGURATION)")
]


TwoWayMediaS3KeyPrefix = Annotated[str, Text(1, 1024, r"[\S]+")]


class CarrierStatusInformation(OutputModel):
    """One carrier of a country, and whether it has launched the RCS agent."""

    carrier_name: str
    """Name of the mobile carrier this status belongs to."""
    status: CarrierStatus
    """Launch with this carrier: PENDING, ACTIVE or REJECTED."""


class CountryLaunchStatusFilter(InputModel):
    """A filter on country launches: a name and the values that pass."""

    name: CountryLaunchStatusFilterNameArgument
    """Attribute that the filter looks at; Values holds what to match."""
    values: FilterValueList
    """What to match, 1 to 20 values of at most 128 characters; any one of them is enough."""


class CountryLaunchStatusFilterDict(TypedDict):
    """A CountryLaunchStatusFilter as a plain dict."""

    name: CountryLaunchStatusFilterNameArgument
    values: Sequence[str]


CountryLaunchStatusFilterArgument = CountryLaunchStatusFilter | CountryLaunchStatusFilterDict
"""A CountryLaunchStatusFilter, or a dict with its members."""

CountryLaunchStatusFilterList = Annotated[Sequence[CountryLaunchStatusFilter], ListSize(0, 20)]


class CountryLaunchStatusInformation(OutputModel):
    """An RCS agent's launch in one country: its status, registration and carriers."""

    iso_country_code: str
    """ISO 3166-1 alpha-2 code of the country being launched in."""
    status: CountryLaunchStatus
    """Launch in this country: CREATED, PENDING, PARTIAL while only some carriers are live, ACTIVE
    or REJECTED.
    """
    rcs_platform_id: str | None = None
    """Identifier that the RCS platform gave the agent in this country."""
    registration_id: str
    """Identifier of the registration through which the agent launches in this country."""
    carrier_status: tuple[CarrierStatusInformation, ...]
    """Launch status at each carrier of the country."""


class CreateRcsAgentRequest(RequestModel):
    """What CreateRcsAgent takes."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("client_token",))

    deletion_protection_enabled: Annotated[bool, StrictBool()] | None = None
    """True refuses deleting or releasing it until switched off; new resources start with False."""
    opt_out_list_name: OptOutListNameOrArn | None = None
    """Name or ARN of the opt-out list that the RCS agent shall use; optional."""
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
            deletion_protection_enabled: bool | None = None,
            opt_out_list_name: str | None = None,
            tags: TagListArgument | None = None,
            client_token: str | None = None,
        ) -> None: ...


RcsEventTypeList = Annotated[Sequence[RcsEventType], ListSize(0, 100)]


class CreateRcsAgentResult(ResultModel):
    """The new RCS agent, with status CREATED."""

    rcs_agent_arn: str
    """ARN of the RCS agent."""
    rcs_agent_id: str
    """Identifier of the RCS agent; it begins with "rcs-"."""
    status: RcsAgentStatus
    """CREATED at first; registrations then move it through PENDING, TESTING and PARTIAL to ACTIVE.
    """
    deletion_protection_enabled: bool
    """True refuses deleting or releasing it until switched off; new resources start with False."""
    opt_out_list_name: str | None = None
    """Name of the opt-out list, 1 to 64 letters, digits, hyphens or underscores; "Default" exists
    in every account.
    """
    created_timestamp: datetime
    """UTC time when the resource was created."""
    self_managed_opt_outs_enabled: bool
    """False, the default: AWS answers HELP and STOP and keeps the opt-out list. True: all of that
    is your task.
    """
    two_way_channel_arn: str | None = None
    """ARN of the Amazon SNS topic for inbound messages, or an Amazon Connect endpoint,
    connect.REGION.amazonaws.com.
    """
    two_way_channel_role: str | None = None
    """ARN of the IAM role AWS takes on to publish inbound messages; optional when the topic's own
    policy allows AWS to publish.
    """
    two_way_enabled: bool
    """True allows recipients to write to you, with their messages going to TwoWayChannelArn;
    default false.
    """
    two_way_media_s3_bucket_name: str | None = None
    """Name of the S3 bucket that collects inbound RCS media, 3 to 63 characters."""
    two_way_media_s3_key_prefix: str | None = None
    """Start of the S3 keys under which inbound RCS media is kept, at most 1024 characters without
    spaces.
    """
    two_way_media_s3_role: str | None = None
    """ARN of the IAM role with which AWS stores inbound RCS media in the bucket."""
    two_way_rcs_events_enabled: tuple[str, ...] | None = None
    """RCS event types published to the two-way channel; ALL stands for every type, empty for none.
    """
    tags: tuple[Tag, ...] | None = None
    """Tags of the resource, at most 200 pairs of key and value."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class DeleteRcsAgentRequest(RequestModel):
    """What DeleteRcsAgent takes."""

    rcs_agent_id: RcsAgentIdOrArn
    """Identifier or ARN of the RCS agent to delete."""


class DeleteRcsAgentResult(ResultModel):
    """The RCS agent as it last was."""

    rcs_agent_arn: str
    """ARN of the RCS agent."""
    rcs_agent_id: str
    """Identifier of the RCS agent; it begins with "rcs-"."""
    status: RcsAgentStatus
    """DELETED, or the last status of the RCS agent while AWS cleans up."""
    created_timestamp: datetime
    """UTC time when the resource was created."""
    deletion_protection_enabled: bool
    """True refuses deleting or releasing it until switched off; new resources start with False."""
    opt_out_list_name: str | None = None
    """Name of the opt-out list, 1 to 64 letters, digits, hyphens or underscores; "Default" exists
    in every account.
    """
    self_managed_opt_outs_enabled: bool
    """False, the default: AWS answers HELP and STOP and keeps the opt-out list. True: all of that
    is your task.
    """
    two_way_channel_arn: str | None = None
    """ARN of the Amazon SNS topic for inbound messages, or an Amazon Connect endpoint,
    connect.REGION.amazonaws.com.
    """
    two_way_channel_role: str | None = None
    """ARN of the IAM role AWS takes on to publish inbound messages; optional when the topic's own
    policy allows AWS to publish.
    """
    two_way_enabled: bool
    """True allows recipients to write to you, with their messages going to TwoWayChannelArn;
    default false.
    """
    two_way_rcs_events_enabled: tuple[str, ...] | None = None
    """RCS event types that went to the two-way channel until the deletion."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class DescribeRcsAgentCountryLaunchStatusRequest(RequestModel):
    """What DescribeRcsAgentCountryLaunchStatus takes."""

    rcs_agent_id: RcsAgentIdOrArn
    """Identifier or ARN of the RCS agent whose launches to list."""
    iso_country_codes: IsoCountryCodeList | None = None
    """ISO 3166-1 alpha-2 codes of the countries wanted, at most 300; all when left out."""
    filters: CountryLaunchStatusFilterList | None = None
    """Narrow the list; filters are ANDed."""
    max_results: MaxResults | None = None
    """Most items per page, 1 to 100; a page may hold fewer, even none, before the last."""
    next_token: NextToken | None = None
    """Page token, at most 1024 characters: hand back the one you were given; none in an answer
    means the last page.
    """

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            rcs_agent_id: str,
            iso_country_codes: Sequence[str] | None = None,
            filters: Sequence[CountryLaunchStatusFilterArgument] | None = None,
            max_results: int | None = None,
            next_token: str | None = None,
        ) -> None: ...


class DescribeRcsAgentCountryLaunchStatusResult(ResultModel):
    """Each item is a country: its launch status and that of its carriers."""

    rcs_agent_id: str
    """Identifier of the RCS agent; it begins with "rcs-"."""
    rcs_agent_arn: str
    """ARN of the RCS agent."""
    country_launch_status: tuple[CountryLaunchStatusInformation, ...]
    """How far the agent's launch is in each country, with the carriers' statuses."""
    next_token: str | None = None
    """Page token, at most 1024 characters: hand back the one you were given; none in an answer
    means the last page.
    """

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


RcsAgentIdList = Annotated[Sequence[RcsAgentIdOrArn], ListSize(0, 5)]


class RcsAgentFilter(InputModel):
    """A filter on RCS agents: a name and the values that pass."""

    name: RcsAgentFilterNameArgument
    """Attribute that the filter looks at; Values holds what to match."""
    values: FilterValueList
    """What to match, 1 to 20 values of at most 128 characters; any one of them is enough."""


class RcsAgentFilterDict(TypedDict):
    """A RcsAgentFilter as a plain dict."""

    name: RcsAgentFilterNameArgument
    values: Sequence[str]


RcsAgentFilterArgument = RcsAgentFilter | RcsAgentFilterDict
"""A RcsAgentFilter, or a dict with its members."""

RcsAgentFilterList = Annotated[Sequence[RcsAgentFilter], ListSize(0, 20)]


class DescribeRcsAgentsRequest(RequestModel):
    """What DescribeRcsAgents takes."""

    rcs_agent_ids: RcsAgentIdList | None = None
    """Identifiers or ARNs of the RCS agents wanted, at most 5; an unknown one fails the call."""
    owner: OwnerArgument | None = None
    """SELF lists what this account owns, SHARED what others share with it; cannot be combined with
    named items.
    """
    filters: RcsAgentFilterList | None = None
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
            rcs_agent_ids: Sequence[str] | None = None,
            owner: OwnerArgument | None = None,
            filters: Sequence[RcsAgentFilterArgument] | None = None,
            next_token: str | None = None,
            max_results: int | None = None,
        ) -> None: ...


class TestingAgentInformation(OutputModel):
    """The testing agent of an RCS agent: its status and its registration."""

    status: TestingAgentStatus
    """CREATED, PENDING, or ACTIVE when testers can be messaged."""
    testing_agent_id: str | None = None
    """Identifier of the testing agent; absent until there is one."""
    registration_id: str
    """Identifier of the testing registration behind the testing agent."""


class RcsAgentInformation(OutputModel):
    """An RCS agent as AWS describes it: its launch, two-way settings, pool and testing agent."""

    rcs_agent_arn: str
    """ARN of the RCS agent."""
    rcs_agent_id: str
    """Identifier of the RCS agent; it begins with "rcs-"."""
    status: RcsAgentStatus
    """CREATED, PENDING, TESTING for testers only, PARTIAL while some countries are live, ACTIVE or
    DELETED.
    """
    created_timestamp: datetime
    """UTC time when the resource was created."""
    deletion_protection_enabled: bool
    """True refuses deleting or releasing it until switched off; new resources start with False."""
    opt_out_list_name: str | None = None
    """Name of the opt-out list, 1 to 64 letters, digits, hyphens or underscores; "Default" exists
    in every account.
    """
    self_managed_opt_outs_enabled: bool
    """False, the default: AWS answers HELP and STOP and keeps the opt-out list. True: all of that
    is your task.
    """
    two_way_channel_arn: str | None = None
    """ARN of the Amazon SNS topic for inbound messages, or an Amazon Connect endpoint,
    connect.REGION.amazonaws.com.
    """
    two_way_channel_role: str | None = None
    """ARN of the IAM role AWS takes on to publish inbound messages; optional when the topic's own
    policy allows AWS to publish.
    """
    two_way_enabled: bool
    """True allows recipients to write to you, with their messages going to TwoWayChannelArn;
    default false.
    """
    pool_id: str | None = None
    """Identifier of the pool that contains the RCS agent; absent when in none."""
    two_way_media_s3_bucket_name: str | None = None
    """Name of the S3 bucket that collects inbound RCS media, 3 to 63 characters."""
    two_way_media_s3_key_prefix: str | None = None
    """Start of the S3 keys under which inbound RCS media is kept, at most 1024 characters without
    spaces.
    """
    two_way_media_s3_role: str | None = None
    """ARN of the IAM role with which AWS stores inbound RCS media in the bucket."""
    two_way_rcs_events_enabled: tuple[str, ...] | None = None
    """RCS event types published to the two-way channel; ALL stands for every type, empty for none.
    """
    testing_agent: TestingAgentInformation | None = None
    """Test version of the RCS agent, for invited testers before launch."""
    messaging_limits: MessagingLimits | None = None
    """Send rates and daily caps of this identity; absent where AWS states none."""


class DescribeRcsAgentsResult(ResultModel):
    """Each item is an RCS agent: its status, settings, pool and testing agent."""

    rcs_agents: tuple[RcsAgentInformation, ...]
    """RCS agents on this page."""
    next_token: str | None = None
    """Page token, at most 1024 characters: hand back the one you were given; none in an answer
    means the last page.
    """

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class UpdateRcsAgentRequest(RequestModel):
    """What UpdateRcsAgent takes."""

    rcs_agent_id: RcsAgentIdOrArn
    """Identifier or ARN of the RCS agent to change."""
    deletion_protection_enabled: Annotated[bool, StrictBool()] | None = None
    """True refuses deleting the RCS agent; False allows it again."""
    opt_out_list_name: OptOutListNameOrArn | None = None
    """Name or ARN of the opt-out list that the RCS agent shall use from now on."""
    self_managed_opt_outs_enabled: Annotated[bool, StrictBool()] | None = None
    """False, the default: AWS answers HELP and STOP and keeps the opt-out list. True: all of that
    is your task.
    """
    two_way_channel_arn: TwoWayChannelArn | None = None
    """ARN of the Amazon SNS topic for inbound messages, or an Amazon Connect endpoint,
    connect.REGION.amazonaws.com.
    """
    two_way_channel_role: IamRoleArn | None = None
    """ARN of the IAM role AWS takes on to publish inbound messages; optional when the topic's own
    policy allows AWS to publish.
    """
    two_way_enabled: Annotated[bool, StrictBool()] | None = None
    """True allows recipients to write to you, with their messages going to TwoWayChannelArn;
    default false.
    """
    two_way_media_s3_bucket_name: TwoWayMediaS3BucketNameOrUnset | None = None
    """Name of the S3 bucket for inbound RCS media, only together with TwoWayMediaS3Role;
    UNSET_RCS_MEDIA_CONFIGURATION in both removes it.
    """
    two_way_media_s3_key_prefix: TwoWayMediaS3KeyPrefix | None = None
    """Start of the S3 keys under which inbound RCS media is kept, at most 1024 characters without
    spaces.
    """
    two_way_media_s3_role: IamRoleArnOrUnset | None = None
    """ARN of the IAM role that may put objects there; UNSET_RCS_MEDIA_CONFIGURATION, in
    TwoWayMediaS3BucketName as well, removes it.
    """
    two_way_rcs_events_enabled: RcsEventTypeList | None = None
    """RCS event types to publish, at most 100; ALL, alone, takes in future types, an empty list
    turns all off.
    """


class UpdateRcsAgentResult(ResultModel):
    """The RCS agent as it is now."""

    rcs_agent_arn: str
    """ARN of the RCS agent."""
    rcs_agent_id: str
    """Identifier of the RCS agent; it begins with "rcs-"."""
    status: RcsAgentStatus
    """CREATED, PENDING, TESTING for testers only, PARTIAL while some countries are live, ACTIVE or
    DELETED.
    """
    created_timestamp: datetime
    """UTC time when the resource was created."""
    deletion_protection_enabled: bool
    """True refuses deleting or releasing it until switched off; new resources start with False."""
    opt_out_list_name: str | None = None
    """Name of the opt-out list, 1 to 64 letters, digits, hyphens or underscores; "Default" exists
    in every account.
    """
    self_managed_opt_outs_enabled: bool
    """False, the default: AWS answers HELP and STOP and keeps the opt-out list. True: all of that
    is your task.
    """
    two_way_channel_arn: str | None = None
    """ARN of the Amazon SNS topic for inbound messages, or an Amazon Connect endpoint,
    connect.REGION.amazonaws.com.
    """
    two_way_channel_role: str | None = None
    """ARN of the IAM role AWS takes on to publish inbound messages; optional when the topic's own
    policy allows AWS to publish.
    """
    two_way_enabled: bool
    """True allows recipients to write to you, with their messages going to TwoWayChannelArn;
    default false.
    """
    two_way_media_s3_bucket_name: str | None = None
    """Name of the S3 bucket that collects inbound RCS media, 3 to 63 characters."""
    two_way_media_s3_key_prefix: str | None = None
    """Start of the S3 keys under which inbound RCS media is kept, at most 1024 characters without
    spaces.
    """
    two_way_media_s3_role: str | None = None
    """ARN of the IAM role with which AWS stores inbound RCS media in the bucket."""
    two_way_rcs_events_enabled: tuple[str, ...] | None = None
    """RCS event types published to the two-way channel; ALL stands for every type, empty for none.
    """

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...
