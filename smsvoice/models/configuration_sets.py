"""Models of configuration sets: what AWS takes and gives."""

# Written by `python -m codegen`. Change codegen/ or its tables, not this file.

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, TypedDict

from pydantic import Field

from smsvoice.core.constraints import LenientInAnswers, ListedEnum, ListSize, StrictBool, Text
from smsvoice.core.enums import OpenEnum
from smsvoice.core.model import (
    InputModel,
    OutputModel,
    RequestModel,
    ResponseMetadata,
    ResultModel,
    SharedModel,
    new_token,
)
from smsvoice.models.common import (
    ClientToken,
    ConfigurationSetNameOrArn,
    FilterValueList,
    IamRoleArn,
    MaxResults,
    MessageType,
    MessageTypeArgument,
    NextToken,
    SenderId,
    Tag,
    TagList,
    TagListArgument,
)


class ConfigurationSetFilterName(OpenEnum):
    """By what configuration sets can be filtered."""

    EVENT_DESTINATION_NAME = "event-destination-name"
    MATCHING_EVENT_TYPES = "matching-event-types"
    DEFAULT_MESSAGE_TYPE = "default-message-type"
    DEFAULT_SENDER_ID = "default-sender-id"
    DEFAULT_MESSAGE_FEEDBACK_ENABLED = "default-message-feedback-enabled"
    PROTECT_CONFIGURATION_ID = "protect-configuration-id"


ConfigurationSetFilterNameArgument = Annotated[
    ConfigurationSetFilterName
    | Literal[
        "event-destination-name",
        "matching-event-types",
        "default-message-type",
        "default-sender-id",
        "default-message-feedback-enabled",
        "protect-configuration-id",
    ],
    ListedEnum(ConfigurationSetFilterName),
]
"""A ConfigurationSetFilterName as AWS lists it; a newer value as `ConfigurationSetFilterName(...)`.
"""


class EventType(OpenEnum):
    """Which event of a message an event destination can ask for; the ALL values stand for groups."""

    ALL = "ALL"
    TEXT_ALL = "TEXT_ALL"
    TEXT_SENT = "TEXT_SENT"
    TEXT_PENDING = "TEXT_PENDING"
    TEXT_QUEUED = "TEXT_QUEUED"
    TEXT_SUCCESSFUL = "TEXT_SUCCESSFUL"
    TEXT_DELIVERED = "TEXT_DELIVERED"
    TEXT_INVALID = "TEXT_INVALID"
    TEXT_INVALID_MESSAGE = "TEXT_INVALID_MESSAGE"
    TEXT_UNREACHABLE = "TEXT_UNREACHABLE"
    TEXT_CARRIER_UNREACHABLE = "TEXT_CARRIER_UNREACHABLE"
    TEXT_BLOCKED = "TEXT_BLOCKED"
    TEXT_CARRIER_BLOCKED = "TEXT_CARRIER_BLOCKED"
    TEXT_SPAM = "TEXT_SPAM"
    TEXT_UNKNOWN = "TEXT_UNKNOWN"
    TEXT_TTL_EXPIRED = "TEXT_TTL_EXPIRED"
    TEXT_PROTECT_BLOCKED = "TEXT_PROTECT_BLOCKED"
    VOICE_ALL = "VOICE_ALL"
    VOICE_INITIATED = "VOICE_INITIATED"
    VOICE_RINGING = "VOICE_RINGING"
    VOICE_ANSWERED = "VOICE_ANSWERED"
    VOICE_COMPLETED = "VOICE_COMPLETED"
    VOICE_BUSY = "VOICE_BUSY"
    VOICE_NO_ANSWER = "VOICE_NO_ANSWER"
    VOICE_FAILED = "VOICE_FAILED"
    VOICE_TTL_EXPIRED = "VOICE_TTL_EXPIRED"
    MEDIA_ALL = "MEDIA_ALL"
    MEDIA_PENDING = "MEDIA_PENDING"
    MEDIA_QUEUED = "MEDIA_QUEUED"
    MEDIA_SUCCESSFUL = "MEDIA_SUCCESSFUL"
    MEDIA_DELIVERED = "MEDIA_DELIVERED"
    MEDIA_INVALID = "MEDIA_INVALID"
    MEDIA_INVALID_MESSAGE = "MEDIA_INVALID_MESSAGE"
    MEDIA_UNREACHABLE = "MEDIA_UNREACHABLE"
    MEDIA_CARRIER_UNREACHABLE = "MEDIA_CARRIER_UNREACHABLE"
    MEDIA_BLOCKED = "MEDIA_BLOCKED"
    MEDIA_CARRIER_BLOCKED = "MEDIA_CARRIER_BLOCKED"
    MEDIA_SPAM = "MEDIA_SPAM"
    MEDIA_UNKNOWN = "MEDIA_UNKNOWN"
    MEDIA_TTL_EXPIRED = "MEDIA_TTL_EXPIRED"
    MEDIA_FILE_INACCESSIBLE = "MEDIA_FILE_INACCESSIBLE"
    MEDIA_FILE_TYPE_UNSUPPORTED = "MEDIA_FILE_TYPE_UNSUPPORTED"
    MEDIA_FILE_SIZE_EXCEEDED = "MEDIA_FILE_SIZE_EXCEEDED"
    RCS_ALL = "RCS_ALL"
    RCS_QUEUED = "RCS_QUEUED"
    RCS_SENT = "RCS_SENT"
    RCS_DELIVERED = "RCS_DELIVERED"
    RCS_READ = "RCS_READ"
    RCS_FAILED = "RCS_FAILED"
    RCS_TTL_EXPIRED = "RCS_TTL_EXPIRED"
    RCS_PROTECT_BLOCKED = "RCS_PROTECT_BLOCKED"
    RCS_FALLEN_BACK_TO_SMS = "RCS_FALLEN_BACK_TO_SMS"


EventTypeArgument = Annotated[
    EventType
    | Literal[
        "ALL",
        "TEXT_ALL",
        "TEXT_SENT",
        "TEXT_PENDING",
        "TEXT_QUEUED",
        "TEXT_SUCCESSFUL",
        "TEXT_DELIVERED",
        "TEXT_INVALID",
        "TEXT_INVALID_MESSAGE",
        "TEXT_UNREACHABLE",
        "TEXT_CARRIER_UNREACHABLE",
        "TEXT_BLOCKED",
        "TEXT_CARRIER_BLOCKED",
        "TEXT_SPAM",
        "TEXT_UNKNOWN",
        "TEXT_TTL_EXPIRED",
        "TEXT_PROTECT_BLOCKED",
        "VOICE_ALL",
        "VOICE_INITIATED",
        "VOICE_RINGING",
        "VOICE_ANSWERED",
        "VOICE_COMPLETED",
        "VOICE_BUSY",
        "VOICE_NO_ANSWER",
        "VOICE_FAILED",
        "VOICE_TTL_EXPIRED",
        "MEDIA_ALL",
        "MEDIA_PENDING",
        "MEDIA_QUEUED",
        "MEDIA_SUCCESSFUL",
        "MEDIA_DELIVERED",
        "MEDIA_INVALID",
        "MEDIA_INVALID_MESSAGE",
        "MEDIA_UNREACHABLE",
        "MEDIA_CARRIER_UNREACHABLE",
        "MEDIA_BLOCKED",
        "MEDIA_CARRIER_BLOCKED",
        "MEDIA_SPAM",
        "MEDIA_UNKNOWN",
        "MEDIA_TTL_EXPIRED",
        "MEDIA_FILE_INACCESSIBLE",
        "MEDIA_FILE_TYPE_UNSUPPORTED",
        "MEDIA_FILE_SIZE_EXCEEDED",
        "RCS_ALL",
        "RCS_QUEUED",
        "RCS_SENT",
        "RCS_DELIVERED",
        "RCS_READ",
        "RCS_FAILED",
        "RCS_TTL_EXPIRED",
        "RCS_PROTECT_BLOCKED",
        "RCS_FALLEN_BACK_TO_SMS",
    ],
    ListedEnum(EventType),
]
"""A EventType as AWS lists it; a newer value as `EventType(...)`."""

ConfigurationSetName = Annotated[str, Text(1, 64, r"[A-Za-z0-9_-]+")]


DeliveryStreamArn = Annotated[str, Text(20, 2048, r"arn:\S+")]


EventDestinationName = Annotated[str, Text(1, 64, r"[A-Za-z0-9_-]+")]


LogGroupArn = Annotated[str, Text(20, 2048, r"arn:\S+")]


SnsTopicArn = Annotated[str, Text(20, 2048, r"arn:\S+")]


class CloudWatchLogsDestination(SharedModel):
    """A CloudWatch log group that receives events, and the IAM role for writing there."""

    iam_role_arn: Annotated[IamRoleArn, LenientInAnswers()]
    """ARN of the IAM role that AWS assumes to write the events."""
    log_group_arn: Annotated[LogGroupArn, LenientInAnswers()]
    """ARN of the CloudWatch Logs log group to write events to."""


class CloudWatchLogsDestinationDict(TypedDict):
    """A CloudWatchLogsDestination as a plain dict."""

    iam_role_arn: str
    log_group_arn: str


CloudWatchLogsDestinationArgument = CloudWatchLogsDestination | CloudWatchLogsDestinationDict
"""A CloudWatchLogsDestination, or a dict with its members."""


class ConfigurationSetFilter(InputModel):
    """A filter on configuration sets: a name and the values that pass."""

    name: ConfigurationSetFilterNameArgument
    """Attribute that the filter looks at; Values holds what to match."""
    values: FilterValueList
    """What to match, 1 to 20 values of at most 128 characters; any one of them is enough."""


class ConfigurationSetFilterDict(TypedDict):
    """A ConfigurationSetFilter as a plain dict."""

    name: ConfigurationSetFilterNameArgument
    values: Sequence[str]


ConfigurationSetFilterArgument = ConfigurationSetFilter | ConfigurationSetFilterDict
"""A ConfigurationSetFilter, or a dict with its members."""

ConfigurationSetFilterList = Annotated[Sequence[ConfigurationSetFilter], ListSize(0, 20)]


EventTypeList = Annotated[Sequence[EventTypeArgument], ListSize(1, 52)]


class KinesisFirehoseDestination(SharedModel):
    """A Firehose delivery stream that receives events, and the IAM role for writing there."""

    iam_role_arn: Annotated[IamRoleArn, LenientInAnswers()]
    """ARN of the IAM role that AWS assumes to write the events."""
    delivery_stream_arn: Annotated[DeliveryStreamArn, LenientInAnswers()]
    """ARN of the Amazon Data Firehose stream that receives the events."""


class KinesisFirehoseDestinationDict(TypedDict):
    """A KinesisFirehoseDestination as a plain dict."""

    iam_role_arn: str
    delivery_stream_arn: str


KinesisFirehoseDestinationArgument = KinesisFirehoseDestination | KinesisFirehoseDestinationDict
"""A KinesisFirehoseDestination, or a dict with its members."""


class SnsDestination(SharedModel):
    """An SNS topic that receives events."""

    topic_arn: Annotated[SnsTopicArn, LenientInAnswers()]
    """ARN of the Amazon SNS topic that gets the events."""


class SnsDestinationDict(TypedDict):
    """A SnsDestination as a plain dict."""

    topic_arn: str


SnsDestinationArgument = SnsDestination | SnsDestinationDict
"""A SnsDestination, or a dict with its members."""


class EventDestination(OutputModel):
    """Where a configuration set writes its events, and which of them."""

    event_destination_name: str
    """Name of the event destination, 1 to 64 letters, digits, hyphens or underscores; unique in its
    configuration set.
    """
    enabled: bool
    """True writes events; False pauses them and keeps the event destination."""
    matching_event_types: tuple[EventType, ...]
    """Event types this destination receives, 1 to 52; ALL covers every one, TEXT_SENT is not
    supported.
    """
    cloud_watch_logs_destination: CloudWatchLogsDestination | None = None
    """Log group and role for the events; absent when the target is another kind."""
    kinesis_firehose_destination: KinesisFirehoseDestination | None = None
    """Amazon Data Firehose stream and role for the events; absent when the target is another kind.
    """
    sns_destination: SnsDestination | None = None
    """Amazon SNS topic that receives the events; an event destination has exactly one target."""


class ConfigurationSetInformation(OutputModel):
    """A configuration set as AWS describes it: its event destinations, defaults and protect
    configuration.
    """

    configuration_set_arn: str
    """ARN of the configuration set."""
    configuration_set_name: str
    """Name of the configuration set, at most 64 characters."""
    event_destinations: tuple[EventDestination, ...]
    """Which events go where; a configuration set has at most 5 of these."""
    default_message_type: MessageType | None = None
    """TRANSACTIONAL or PROMOTIONAL for sends that name no message type; absent when not set."""
    default_sender_id: str | None = None
    """Sender ID for sends that name no origination identity, 1 to 11 characters; absent when not
    set.
    """
    default_message_feedback_enabled: bool | None = None
    """True when sends with this set expect message feedback, unless the send sets it; absent when
    not set.
    """
    created_timestamp: datetime
    """UTC time when the resource was created."""
    protect_configuration_id: str | None = None
    """Identifier of the protect configuration in use for this configuration set; absent when there
    is none.
    """


ConfigurationSetNameList = Annotated[Sequence[ConfigurationSetNameOrArn], ListSize(0, 5)]


class CreateConfigurationSetRequest(RequestModel):
    """What CreateConfigurationSet takes."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("client_token",))

    configuration_set_name: ConfigurationSetName
    """Name for the new set, 1 to 64 letters, digits, hyphens or underscores; unique in the account.
    """
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
            configuration_set_name: str,
            tags: TagListArgument | None = None,
            client_token: str | None = None,
        ) -> None: ...


class CreateConfigurationSetResult(ResultModel):
    """The new configuration set and its tags."""

    configuration_set_arn: str | None = None
    """ARN of the configuration set."""
    configuration_set_name: str
    """Name of the configuration set, at most 64 characters."""
    tags: tuple[Tag, ...] | None = None
    """Tags of the resource, at most 200 pairs of key and value."""
    created_timestamp: datetime | None = None
    """UTC time when the resource was created."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class CreateEventDestinationRequest(RequestModel):
    """What CreateEventDestination takes."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("client_token",))

    configuration_set_name: ConfigurationSetNameOrArn
    """Configuration set that gets the event destination, by name or ARN."""
    event_destination_name: EventDestinationName
    """Name of the event destination, 1 to 64 letters, digits, hyphens or underscores; unique in its
    configuration set.
    """
    matching_event_types: EventTypeList
    """Event types this destination receives, 1 to 52; ALL covers every one, TEXT_SENT is not
    supported.
    """
    cloud_watch_logs_destination: CloudWatchLogsDestination | None = None
    """Log group and role to write events to; give exactly one of the three kinds of target."""
    kinesis_firehose_destination: KinesisFirehoseDestination | None = None
    """Amazon Data Firehose stream and role; give exactly one of the three kinds of target."""
    sns_destination: SnsDestination | None = None
    """Amazon SNS topic as target; give exactly one of the three targets, its kind cannot change
    later.
    """
    client_token: ClientToken | None = Field(default_factory=new_token)
    """Idempotency key, 1 to 64 printable characters; a repeat with the same token acts once. Random
    if absent.
    """

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            configuration_set_name: str,
            event_destination_name: str,
            matching_event_types: Sequence[EventTypeArgument],
            cloud_watch_logs_destination: CloudWatchLogsDestinationArgument | None = None,
            kinesis_firehose_destination: KinesisFirehoseDestinationArgument | None = None,
            sns_destination: SnsDestinationArgument | None = None,
            client_token: str | None = None,
        ) -> None: ...


class CreateEventDestinationResult(ResultModel):
    """The configuration set's name and the new event destination."""

    configuration_set_arn: str | None = None
    """ARN of the configuration set."""
    configuration_set_name: str | None = None
    """Name of the configuration set, at most 64 characters."""
    event_destination: EventDestination | None = None
    """The event destination as it stands after the call."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class DeleteConfigurationSetRequest(RequestModel):
    """What DeleteConfigurationSet takes."""

    configuration_set_name: ConfigurationSetNameOrArn
    """Configuration set to delete, by name or ARN; its event destinations go with it."""


class DeleteConfigurationSetResult(ResultModel):
    """The configuration set as it last was, event destinations included."""

    configuration_set_arn: str | None = None
    """ARN of the configuration set."""
    configuration_set_name: str
    """Name of the configuration set, at most 64 characters."""
    event_destinations: tuple[EventDestination, ...] | None = None
    """The event destinations that went with the deleted configuration set."""
    default_message_type: MessageType | None = None
    """TRANSACTIONAL or PROMOTIONAL for sends that name no message type; absent when not set."""
    default_sender_id: str | None = None
    """Sender ID for sends that name no origination identity, 1 to 11 characters; absent when not
    set.
    """
    default_message_feedback_enabled: bool | None = None
    """True when sends with this set expect message feedback, unless the send itself sets it."""
    created_timestamp: datetime | None = None
    """UTC time when the resource was created."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class DeleteDefaultMessageTypeRequest(RequestModel):
    """What DeleteDefaultMessageType takes."""

    configuration_set_name: ConfigurationSetNameOrArn
    """Configuration set that loses its default message type, by name or ARN."""


class DeleteDefaultMessageTypeResult(ResultModel):
    """The configuration set and the message type that was its default."""

    configuration_set_arn: str | None = None
    """ARN of the configuration set."""
    configuration_set_name: str
    """Name of the configuration set, at most 64 characters."""
    message_type: MessageType | None = None
    """Default message type the configuration set had: TRANSACTIONAL or PROMOTIONAL."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class DeleteDefaultSenderIdRequest(RequestModel):
    """What DeleteDefaultSenderId takes."""

    configuration_set_name: ConfigurationSetNameOrArn
    """Configuration set that loses its default sender ID, by name or ARN."""


class DeleteDefaultSenderIdResult(ResultModel):
    """The configuration set and the sender ID that was its default."""

    configuration_set_arn: str | None = None
    """ARN of the configuration set."""
    configuration_set_name: str
    """Name of the configuration set, at most 64 characters."""
    sender_id: str | None = None
    """Default sender ID that the configuration set had, 1 to 11 characters."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class DeleteEventDestinationRequest(RequestModel):
    """What DeleteEventDestination takes."""

    configuration_set_name: ConfigurationSetNameOrArn
    """Configuration set that has the event destination, by name or ARN."""
    event_destination_name: EventDestinationName
    """Which event destination to delete, by its name."""


class DeleteEventDestinationResult(ResultModel):
    """The configuration set and the event destination as it last was."""

    configuration_set_arn: str | None = None
    """ARN of the configuration set."""
    configuration_set_name: str
    """Name of the configuration set, at most 64 characters."""
    event_destination: EventDestination | None = None
    """The event destination as it was before it was deleted."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class DescribeConfigurationSetsRequest(RequestModel):
    """What DescribeConfigurationSets takes."""

    configuration_set_names: ConfigurationSetNameList | None = None
    """Names or ARNs of configuration sets, at most 5; all when left out, error if one is unknown.
    """
    filters: ConfigurationSetFilterList | None = None
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
            configuration_set_names: Sequence[str] | None = None,
            filters: Sequence[ConfigurationSetFilterArgument] | None = None,
            next_token: str | None = None,
            max_results: int | None = None,
        ) -> None: ...


class DescribeConfigurationSetsResult(ResultModel):
    """Each item is a configuration set with its event destinations and defaults."""

    configuration_sets: tuple[ConfigurationSetInformation, ...]
    """Configuration sets on this page, with their defaults and event destinations."""
    next_token: str | None = None
    """Page token, at most 1024 characters: hand back the one you were given; none in an answer
    means the last page.
    """

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class SetDefaultMessageFeedbackEnabledRequest(RequestModel):
    """What SetDefaultMessageFeedbackEnabled takes."""

    configuration_set_name: ConfigurationSetNameOrArn
    """Configuration set whose message feedback default changes, by name or ARN."""
    message_feedback_enabled: Annotated[bool, StrictBool()]
    """True to expect feedback on every message sent with the configuration set, unless the send
    sets it.
    """


class SetDefaultMessageFeedbackEnabledResult(ResultModel):
    """The configuration set and its new default."""

    configuration_set_arn: str | None = None
    """ARN of the configuration set."""
    configuration_set_name: str
    """Name of the configuration set, at most 64 characters."""
    message_feedback_enabled: bool | None = None
    """True when messages sent with the configuration set now expect feedback by default."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class SetDefaultMessageTypeRequest(RequestModel):
    """What SetDefaultMessageType takes."""

    configuration_set_name: ConfigurationSetNameOrArn
    """Configuration set that gets the default message type, by name or ARN."""
    message_type: MessageTypeArgument
    """TRANSACTIONAL or PROMOTIONAL, for sends with the configuration set that state no type
    themselves.
    """


class SetDefaultMessageTypeResult(ResultModel):
    """The configuration set and its new default."""

    configuration_set_arn: str | None = None
    """ARN of the configuration set."""
    configuration_set_name: str
    """Name of the configuration set, at most 64 characters."""
    message_type: MessageType | None = None
    """Default message type from now on: TRANSACTIONAL or PROMOTIONAL."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class SetDefaultSenderIdRequest(RequestModel):
    """What SetDefaultSenderId takes."""

    configuration_set_name: ConfigurationSetNameOrArn
    """Configuration set that gets the default sender ID, by name or ARN."""
    sender_id: SenderId
    """Sender ID, 1 to 11 characters, for countries where you have neither a number nor a registered
    sender ID.
    """


class SetDefaultSenderIdResult(ResultModel):
    """The configuration set and its new default."""

    configuration_set_arn: str | None = None
    """ARN of the configuration set."""
    configuration_set_name: str
    """Name of the configuration set, at most 64 characters."""
    sender_id: str | None = None
    """Default sender ID from now on, 1 to 11 characters."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class UpdateEventDestinationRequest(RequestModel):
    """What UpdateEventDestination takes."""

    configuration_set_name: ConfigurationSetNameOrArn
    """Configuration set that has the event destination, by name or ARN."""
    event_destination_name: EventDestinationName
    """Name of the event destination to change; the name itself stays."""
    enabled: Annotated[bool, StrictBool()] | None = None
    """False pauses the events and keeps the event destination; True resumes them."""
    matching_event_types: EventTypeList | None = None
    """New set of event types, 1 to 52, in place of the old one; unchanged when left out."""
    cloud_watch_logs_destination: CloudWatchLogsDestination | None = None
    """New log group and role, for an event destination that writes to CloudWatch Logs already; the
    kind cannot change.
    """
    kinesis_firehose_destination: KinesisFirehoseDestination | None = None
    """New stream and role, for an event destination that writes to Firehose already; the kind
    cannot change.
    """
    sns_destination: SnsDestination | None = None
    """New Amazon SNS topic; only for an event destination that already targets Amazon SNS."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            configuration_set_name: str,
            event_destination_name: str,
            enabled: bool | None = None,
            matching_event_types: Sequence[EventTypeArgument] | None = None,
            cloud_watch_logs_destination: CloudWatchLogsDestinationArgument | None = None,
            kinesis_firehose_destination: KinesisFirehoseDestinationArgument | None = None,
            sns_destination: SnsDestinationArgument | None = None,
        ) -> None: ...


class UpdateEventDestinationResult(ResultModel):
    """The configuration set and the event destination as it is now."""

    configuration_set_arn: str | None = None
    """ARN of the configuration set."""
    configuration_set_name: str
    """Name of the configuration set, at most 64 characters."""
    event_destination: EventDestination | None = None
    """The event destination as it stands after the call."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...
