"""Models of notify: what AWS takes and gives."""

# Written by `python -m codegen`. Change codegen/ or its tables, not this file.

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, TypedDict

from pydantic import Field

from smsvoice.core.constraints import ListedEnum, ListSize, MapSize, StrictBool, Text
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
    FilterValueList,
    IsoCountryCodeList,
    MaxResults,
    NextToken,
    NumberCapability,
    NumberCapabilityArgument,
    PhoneNumber,
    PoolIdOrArn,
    Tag,
    TagList,
    TagListArgument,
    TimeToLive,
    VoiceId,
    VoiceIdArgument,
)


class NotifyConfigurationFilterName(OpenEnum):
    """By what notify configurations can be filtered."""

    DISPLAY_NAME = "display-name"
    ENABLED_COUNTRIES = "enabled-countries"
    ENABLED_CHANNELS = "enabled-channels"
    DEFAULT_TEMPLATE = "default-template"
    DEFAULT_POOL = "default-pool"
    USE_CASE = "use-case"
    STATUS = "status"
    DELETION_PROTECTION_ENABLED = "deletion-protection-enabled"
    TIER_UPGRADE_STATUS = "tier-upgrade-status"


NotifyConfigurationFilterNameArgument = Annotated[
    NotifyConfigurationFilterName
    | Literal[
        "display-name",
        "enabled-countries",
        "enabled-channels",
        "default-template",
        "default-pool",
        "use-case",
        "status",
        "deletion-protection-enabled",
        "tier-upgrade-status",
    ],
    ListedEnum(NotifyConfigurationFilterName),
]
"""A NotifyConfigurationFilterName as AWS lists it; a newer value as
`NotifyConfigurationFilterName(...)`.
"""


class NotifyConfigurationStatus(OpenEnum):
    """Whether a notify configuration may send yet, or what its review said."""

    PENDING = "PENDING"
    ACTIVE = "ACTIVE"
    REJECTED = "REJECTED"
    REQUIRES_VERIFICATION = "REQUIRES_VERIFICATION"


class NotifyConfigurationTier(OpenEnum):
    """How much a notify configuration may send: BASIC has a daily limit, ADVANCED none."""

    BASIC = "BASIC"
    ADVANCED = "ADVANCED"


NotifyConfigurationTierArgument = Annotated[
    NotifyConfigurationTier | Literal["BASIC", "ADVANCED"], ListedEnum(NotifyConfigurationTier)
]
"""A NotifyConfigurationTier as AWS lists it; a newer value as `NotifyConfigurationTier(...)`."""


class NotifyConfigurationUseCase(OpenEnum):
    """What a notify configuration is for; so far only codes that verify a person."""

    CODE_VERIFICATION = "CODE_VERIFICATION"


NotifyConfigurationUseCaseArgument = Annotated[
    NotifyConfigurationUseCase | Literal["CODE_VERIFICATION"],
    ListedEnum(NotifyConfigurationUseCase),
]
"""A NotifyConfigurationUseCase as AWS lists it; a newer value as `NotifyConfigurationUseCase(...)`.
"""


class NotifyTemplateFilterName(OpenEnum):
    """By what notify templates can be filtered."""

    TEMPLATE_TYPE = "template-type"
    CHANNELS = "channels"
    TIER_ACCESS = "tier-access"
    SUPPORTED_COUNTRIES = "supported-countries"
    LANGUAGE_CODE = "language-code"
    SUPPORTED_VOICE_IDS = "supported-voice-ids"


NotifyTemplateFilterNameArgument = Annotated[
    NotifyTemplateFilterName
    | Literal[
        "template-type",
        "channels",
        "tier-access",
        "supported-countries",
        "language-code",
        "supported-voice-ids",
    ],
    ListedEnum(NotifyTemplateFilterName),
]
"""A NotifyTemplateFilterName as AWS lists it; a newer value as `NotifyTemplateFilterName(...)`."""


class NotifyTemplateStatus(OpenEnum):
    """Whether a notify template can be used now."""

    ACTIVE = "ACTIVE"
    INACTIVE = "INACTIVE"


class NotifyTemplateType(OpenEnum):
    """What a notify template is made for."""

    OTP_VERIFICATION = "OTP_VERIFICATION"


class TemplateVariableSource(OpenEnum):
    """Who fills in a template's variable: you or AWS."""

    CUSTOMER = "CUSTOMER"
    SYSTEM = "SYSTEM"


class TemplateVariableType(OpenEnum):
    """Of which type a template's variable is."""

    STRING = "STRING"
    INTEGER = "INTEGER"
    BOOLEAN = "BOOLEAN"


class TierUpgradeStatus(OpenEnum):
    """How far a notify configuration's step from BASIC to ADVANCED has come."""

    BASIC = "BASIC"
    PENDING_UPGRADE = "PENDING_UPGRADE"
    ADVANCED = "ADVANCED"
    REJECTED = "REJECTED"


NotifyConfigurationDisplayName = Annotated[str, Text(1, 15, r"[A-Za-z0-9_ -]+")]


NotifyConfigurationIdOrArn = Annotated[str, Text(1, 256, r"[A-Za-z0-9_:/-]+")]


NotifyPoolIdOrUnset = Annotated[
    str, Text(1, 256, r"([A-Za-z0-9_:/-]+|UNSET_DEFAULT_POOL_FOR_NOTIFY)")
]


NotifyTemplateId = Annotated[str, Text(0, 256, r"([A-Za-z0-9_-]*|UNSET_DEFAULT_TEMPLATE)")]


TemplateVariableName = Annotated[str, Text(1, 64, r"[A-Za-z0-9_]+")]


TemplateVariableValue = Annotated[str, Text(1, 2048)]


NotifyEnabledChannelsList = Annotated[Sequence[NumberCapabilityArgument], ListSize(1, 4)]


class CreateNotifyConfigurationRequest(RequestModel):
    """What CreateNotifyConfiguration takes."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("client_token",))

    display_name: NotifyConfigurationDisplayName
    """Name of the configuration, 1 to 15 letters, digits, spaces, hyphens or underscores; reviewed,
    and fixed after creation.
    """
    use_case: NotifyConfigurationUseCaseArgument
    """Purpose of the notify configuration, fixed on creation; CODE_VERIFICATION is the only one so
    far.
    """
    default_template_id: NotifyTemplateId | None = None
    """Id of the template for sends that name none, e.g. notify-code-verification-english-001;
    without it, every send must.
    """
    pool_id: PoolIdOrArn | None = None
    """Identifier or ARN of your own pool to send from by default; optional."""
    enabled_countries: IsoCountryCodeList | None = None
    """ISO 3166-1 alpha-2 codes the configuration may send to, at most 300; tier BASIC allows 30."""
    enabled_channels: NotifyEnabledChannelsList
    """Channels the configuration may send on, at least one; SMS and VOICE are supported."""
    deletion_protection_enabled: Annotated[bool, StrictBool()] | None = None
    """True refuses deleting or releasing it until switched off; new resources start with False."""
    client_token: ClientToken | None = Field(default_factory=new_token)
    """Idempotency key, 1 to 64 printable characters; a repeat with the same token acts once. Random
    if absent.
    """
    tags: TagList | None = None
    """Tags of the resource, at most 200 pairs of key and value."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            display_name: str,
            use_case: NotifyConfigurationUseCaseArgument,
            enabled_channels: Sequence[NumberCapabilityArgument],
            default_template_id: str | None = None,
            pool_id: str | None = None,
            enabled_countries: Sequence[str] | None = None,
            deletion_protection_enabled: bool | None = None,
            client_token: str | None = None,
            tags: TagListArgument | None = None,
        ) -> None: ...


class CreateNotifyConfigurationResult(ResultModel):
    """The new notify configuration, mostly PENDING for some seconds."""

    notify_configuration_arn: str
    """ARN of the notify configuration."""
    notify_configuration_id: str
    """Identifier of the notify configuration; it begins with "nc-"."""
    display_name: str
    """Name of the configuration, 1 to 15 letters, digits, spaces, hyphens or underscores; reviewed,
    and fixed after creation.
    """
    use_case: NotifyConfigurationUseCase
    """Purpose of the notify configuration, fixed on creation; CODE_VERIFICATION is the only one so
    far.
    """
    default_template_id: str | None = None
    """Template for sends that name none; absent when the configuration has no default."""
    pool_id: str | None = None
    """Identifier of the default pool; absent when there is none."""
    enabled_countries: tuple[str, ...] | None = None
    """ISO 3166-1 alpha-2 codes the configuration may send to, at most 300; tier BASIC allows 30."""
    enabled_channels: tuple[NumberCapability, ...]
    """Channels the configuration may send on, at least one; SMS and VOICE are supported."""
    tier: NotifyConfigurationTier
    """BASIC, at most 200 messages a day, or ADVANCED, without a daily limit."""
    tier_upgrade_status: TierUpgradeStatus
    """How far the change to ADVANCED is: BASIC when never asked, PENDING_UPGRADE, ADVANCED or
    REJECTED.
    """
    status: NotifyConfigurationStatus
    """PENDING, ACTIVE, REQUIRES_VERIFICATION or REJECTED; only an ACTIVE configuration sends,
    normally within seconds.
    """
    rejection_reason: str | None = None
    """Why AWS rejected the notify configuration, free text; absent unless the status is REJECTED.
    """
    deletion_protection_enabled: bool
    """True refuses deleting or releasing it until switched off; new resources start with False."""
    tags: tuple[Tag, ...] | None = None
    """Tags of the resource, at most 200 pairs of key and value."""
    created_timestamp: datetime
    """UTC time when the resource was created."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class DeleteNotifyConfigurationRequest(RequestModel):
    """What DeleteNotifyConfiguration takes."""

    notify_configuration_id: NotifyConfigurationIdOrArn
    """Identifier or ARN of the notify configuration to delete."""


class DeleteNotifyConfigurationResult(ResultModel):
    """The notify configuration as it last was."""

    notify_configuration_arn: str
    """ARN of the notify configuration."""
    notify_configuration_id: str
    """Identifier of the notify configuration; it begins with "nc-"."""
    display_name: str
    """Name of the configuration, 1 to 15 letters, digits, spaces, hyphens or underscores; reviewed,
    and fixed after creation.
    """
    use_case: NotifyConfigurationUseCase
    """Purpose of the notify configuration, fixed on creation; CODE_VERIFICATION is the only one so
    far.
    """
    default_template_id: str | None = None
    """Template for sends that name none; absent when the configuration has no default."""
    pool_id: str | None = None
    """Identifier of the pool the configuration had; absent when there was none."""
    enabled_countries: tuple[str, ...] | None = None
    """ISO 3166-1 alpha-2 codes the configuration may send to, at most 300; tier BASIC allows 30."""
    enabled_channels: tuple[NumberCapability, ...]
    """Channels the configuration may send on, at least one; SMS and VOICE are supported."""
    tier: NotifyConfigurationTier
    """BASIC, at most 200 messages a day, or ADVANCED, without a daily limit."""
    tier_upgrade_status: TierUpgradeStatus
    """How far the change to ADVANCED is: BASIC when never asked, PENDING_UPGRADE, ADVANCED or
    REJECTED.
    """
    status: NotifyConfigurationStatus
    """Last status of the notify configuration: PENDING, ACTIVE, REQUIRES_VERIFICATION or REJECTED.
    """
    rejection_reason: str | None = None
    """Why AWS rejected the notify configuration, free text; absent unless the status is REJECTED.
    """
    deletion_protection_enabled: bool
    """True refuses deleting or releasing it until switched off; new resources start with False."""
    created_timestamp: datetime
    """UTC time when the resource was created."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


NotifyConfigurationIdList = Annotated[Sequence[NotifyConfigurationIdOrArn], ListSize(0, 5)]


class NotifyConfigurationFilter(InputModel):
    """A filter on notify configurations: a name and the values that pass."""

    name: NotifyConfigurationFilterNameArgument
    """Attribute that the filter looks at; Values holds what to match."""
    values: FilterValueList
    """What to match, 1 to 20 values of at most 128 characters; any one of them is enough."""


class NotifyConfigurationFilterDict(TypedDict):
    """A NotifyConfigurationFilter as a plain dict."""

    name: NotifyConfigurationFilterNameArgument
    values: Sequence[str]


NotifyConfigurationFilterArgument = NotifyConfigurationFilter | NotifyConfigurationFilterDict
"""A NotifyConfigurationFilter, or a dict with its members."""

NotifyConfigurationFilterList = Annotated[Sequence[NotifyConfigurationFilter], ListSize(0, 20)]


class DescribeNotifyConfigurationsRequest(RequestModel):
    """What DescribeNotifyConfigurations takes."""

    notify_configuration_ids: NotifyConfigurationIdList | None = None
    """Identifiers or ARNs of the notify configurations wanted, at most 5; an unknown one fails the
    call.
    """
    filters: NotifyConfigurationFilterList | None = None
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
            notify_configuration_ids: Sequence[str] | None = None,
            filters: Sequence[NotifyConfigurationFilterArgument] | None = None,
            next_token: str | None = None,
            max_results: int | None = None,
        ) -> None: ...


class NotifyConfigurationInformation(OutputModel):
    """A notify configuration as AWS describes it: what it may send, where, and its review."""

    notify_configuration_arn: str
    """ARN of the notify configuration."""
    notify_configuration_id: str
    """Identifier of the notify configuration; it begins with "nc-"."""
    display_name: str
    """Name of the configuration, 1 to 15 letters, digits, spaces, hyphens or underscores; reviewed,
    and fixed after creation.
    """
    use_case: NotifyConfigurationUseCase
    """Purpose of the notify configuration, fixed on creation; CODE_VERIFICATION is the only one so
    far.
    """
    default_template_id: str | None = None
    """Template for sends that name none; absent when the configuration has no default."""
    pool_id: str | None = None
    """Identifier of the default pool; absent when there is none."""
    enabled_countries: tuple[str, ...] | None = None
    """ISO 3166-1 alpha-2 codes the configuration may send to, at most 300; tier BASIC allows 30."""
    enabled_channels: tuple[NumberCapability, ...]
    """Channels the configuration may send on, at least one; SMS and VOICE are supported."""
    tier: NotifyConfigurationTier
    """BASIC, at most 200 messages a day, or ADVANCED, without a daily limit."""
    tier_upgrade_status: TierUpgradeStatus
    """How far the change to ADVANCED is: BASIC when never asked, PENDING_UPGRADE, ADVANCED or
    REJECTED.
    """
    status: NotifyConfigurationStatus
    """PENDING, ACTIVE, REQUIRES_VERIFICATION when a person must act, or REJECTED; only an ACTIVE
    configuration sends.
    """
    rejection_reason: str | None = None
    """Why AWS rejected the notify configuration, free text; absent unless the status is REJECTED.
    """
    deletion_protection_enabled: bool
    """True refuses deleting or releasing it until switched off; new resources start with False."""
    created_timestamp: datetime
    """UTC time when the resource was created."""


class DescribeNotifyConfigurationsResult(ResultModel):
    """Each item is a notify configuration with its tier and status."""

    notify_configurations: tuple[NotifyConfigurationInformation, ...]
    """Notify configurations on this page."""
    next_token: str | None = None
    """Page token, at most 1024 characters: hand back the one you were given; none in an answer
    means the last page.
    """

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


NotifyTemplateIdList = Annotated[Sequence[NotifyTemplateId], ListSize(1, 10)]


class NotifyTemplateFilter(InputModel):
    """A filter on notify templates: a name and the values that pass."""

    name: NotifyTemplateFilterNameArgument
    """Attribute that the filter looks at; Values holds what to match."""
    values: FilterValueList
    """What to match, 1 to 20 values of at most 128 characters; any one of them is enough."""


class NotifyTemplateFilterDict(TypedDict):
    """A NotifyTemplateFilter as a plain dict."""

    name: NotifyTemplateFilterNameArgument
    values: Sequence[str]


NotifyTemplateFilterArgument = NotifyTemplateFilter | NotifyTemplateFilterDict
"""A NotifyTemplateFilter, or a dict with its members."""

NotifyTemplateFilterList = Annotated[Sequence[NotifyTemplateFilter], ListSize(0, 20)]


class DescribeNotifyTemplatesRequest(RequestModel):
    """What DescribeNotifyTemplates takes."""

    template_ids: NotifyTemplateIdList | None = None
    """Identifiers of the notify templates wanted, 1 to 10; an unknown one fails the call."""
    filters: NotifyTemplateFilterList | None = None
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
            template_ids: Sequence[str] | None = None,
            filters: Sequence[NotifyTemplateFilterArgument] | None = None,
            next_token: str | None = None,
            max_results: int | None = None,
        ) -> None: ...


class TemplateVariableMetadata(OutputModel):
    """What a variable of a template accepts, and who fills it in."""

    type: TemplateVariableType
    """STRING, INTEGER or BOOLEAN; values are always sent as text."""
    required: bool
    """True when a send must supply the variable."""
    description: str | None = None
    """What the variable is for; may be absent."""
    max_length: int | None = None
    """Most characters a STRING variable may have."""
    min_value: int | None = None
    """Lowest number an INTEGER variable may take."""
    max_value: int | None = None
    """Highest number an INTEGER variable may take."""
    default_value: str | None = None
    """Filled in when the send gives no value for this variable."""
    pattern: str | None = None
    """Regular expression that the value must match."""
    sample: str | None = None
    """Example of a fitting value."""
    source: TemplateVariableSource | None = None
    """Who supplies the value: CUSTOMER is you, SYSTEM is AWS."""


class NotifyTemplateInformation(OutputModel):
    """A notify template as AWS describes it: its text, variables, and where it can be used."""

    template_id: str
    """Identifier of the notify template, e.g. "notify-code-verification-english-001"."""
    version: int
    """Version of the template, counted from 1."""
    template_type: NotifyTemplateType
    """Purpose of the template; OTP_VERIFICATION, one-time codes, is the only one so far."""
    channels: tuple[NumberCapability, ...]
    """SMS and VOICE: the channels on which the template may be sent."""
    tier_access: tuple[NotifyConfigurationTier, ...] | None = None
    """Tiers whose notify configurations may use the template: BASIC, ADVANCED or both."""
    status: NotifyTemplateStatus | None = None
    """ACTIVE when the template can be used, otherwise INACTIVE."""
    supported_countries: tuple[str, ...] | None = None
    """ISO 3166-1 alpha-2 codes of the countries in which the template may be used."""
    language_code: str | None = None
    """Language of the template, e.g. en or en-US."""
    content: str | None = None
    """Text of the template, 1 to 4096 characters, with variables as {{name}}."""
    variables: Mapping[str, TemplateVariableMetadata] | None = None
    """Variables of the template by name, each with type and limits."""
    supported_voice_ids: tuple[VoiceId, ...] | None = None
    """Voices that can read the template aloud, at most 60; only for voice templates."""
    created_timestamp: datetime
    """UTC time when the resource was created."""


class DescribeNotifyTemplatesResult(ResultModel):
    """Each item is a template: its text, variables, channels and countries."""

    notify_templates: tuple[NotifyTemplateInformation, ...]
    """Notify templates on this page."""
    next_token: str | None = None
    """Page token, at most 1024 characters: hand back the one you were given; none in an answer
    means the last page.
    """

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


NotifyUseCaseList = Annotated[Sequence[NotifyConfigurationUseCaseArgument], ListSize(1, 4)]


class ListNotifyCountriesRequest(RequestModel):
    """What ListNotifyCountries takes."""

    channels: NotifyEnabledChannelsList | None = None
    """Only countries that support these channels, 1 to 4 of them."""
    use_cases: NotifyUseCaseList | None = None
    """Only countries that allow one of these use cases, 1 to 4."""
    tier: NotifyConfigurationTierArgument | None = None
    """Only countries that this tier reaches: BASIC or ADVANCED."""
    next_token: NextToken | None = None
    """Page token, at most 1024 characters: hand back the one you were given; none in an answer
    means the last page.
    """
    max_results: MaxResults | None = None
    """Most items per page, 1 to 100; a page may hold fewer, even none, before the last."""


class NotifyCountryInformation(OutputModel):
    """A country that notify reaches: its channels, use cases and tiers."""

    iso_country_code: str
    """ISO 3166-1 alpha-2 code of a country that notify messages can reach."""
    country_name: str
    """Name of the country, to show to people."""
    supported_channels: tuple[NumberCapability, ...]
    """Channels for notify messages in this country: SMS, VOICE."""
    supported_use_cases: tuple[NotifyConfigurationUseCase, ...]
    """Use cases allowed in this country; CODE_VERIFICATION is the only one so far."""
    supported_tiers: tuple[NotifyConfigurationTier, ...]
    """Tiers that reach this country: BASIC, ADVANCED or both."""
    customer_owned_identity_required: bool
    """True when sending notify messages there needs an origination identity of your own."""


class ListNotifyCountriesResult(ResultModel):
    """Each item is a country and what notify can do there."""

    notify_countries: tuple[NotifyCountryInformation, ...]
    """Countries on this page, with what notify messages support there."""
    next_token: str | None = None
    """Page token, at most 1024 characters: hand back the one you were given; none in an answer
    means the last page.
    """

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


TemplateVariableSubstitutionMap = Annotated[
    Mapping[TemplateVariableName, TemplateVariableValue], MapSize(0, 20)
]


class SendNotifyTextMessageRequest(RequestModel):
    """What SendNotifyTextMessage takes."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(
        ("context", "destination_phone_number", "template_variables")
    )

    notify_configuration_id: NotifyConfigurationIdOrArn
    """Identifier or ARN of the notify configuration to send with; it must be ACTIVE."""
    destination_phone_number: PhoneNumber
    """The recipient, in E.164, e.g. +12065550142."""
    template_id: NotifyTemplateId | None = None
    """Identifier of the notify template; the notify configuration's default template when left out.
    """
    template_variables: TemplateVariableSubstitutionMap
    """Values by variable name, at most 20; numbers and booleans as text too, e.g. "42" or "true".
    """
    time_to_live: TimeToLive | None = None
    """How long AWS may keep trying, in seconds, 5 to 259200; 72 hours when left out."""
    context: ContextMap | None = None
    """Your own data, returned in the events: at most 5 entries, keys to 100 without spaces, values
    to 800.
    """
    configuration_set_name: ConfigurationSetNameOrArn | None = None
    """Configuration set for this send, by name or ARN: its protect configuration and event
    destinations apply.
    """
    dry_run: Annotated[bool, StrictBool()] | None = None
    """True checks variables, country and spend and returns the resolved text; nothing is sent or
    charged.
    """
    message_feedback_enabled: Annotated[bool, StrictBool()] | None = None
    """True if you will report receipt through PutMessageFeedback; silence for an hour counts as
    FAILED. The configuration set decides when left out.
    """


class SendNotifyTextMessageResult(ResultModel):
    """The message's id, the template used and the text that results."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("resolved_message_body",))

    message_id: str
    """Identifier of the message, at most 64 characters; its events and its feedback refer to it."""
    template_id: str | None = None
    """Identifier of the notify template that was used."""
    resolved_message_body: str | None = None
    """Final text with all variables filled in; a dry run returns it too."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class SendNotifyVoiceMessageRequest(RequestModel):
    """What SendNotifyVoiceMessage takes."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(
        ("context", "destination_phone_number", "template_variables")
    )

    notify_configuration_id: NotifyConfigurationIdOrArn
    """Identifier or ARN of the notify configuration to send with; it must be ACTIVE."""
    destination_phone_number: PhoneNumber
    """The recipient, in E.164, e.g. +12065550142."""
    template_id: NotifyTemplateId | None = None
    """Identifier of a template for voice; the notify configuration's default template when left
    out.
    """
    template_variables: TemplateVariableSubstitutionMap
    """Values by variable name, at most 20; numbers and booleans as text too, e.g. "42" or "true".
    """
    voice_id: VoiceIdArgument | None = None
    """Amazon Polly voice that reads the message; must be among the template's SupportedVoiceIds."""
    time_to_live: TimeToLive | None = None
    """How long AWS may keep trying to call, in seconds, 5 to 259200; 72 hours when left out."""
    context: ContextMap | None = None
    """Your own data, returned in the events: at most 5 entries, keys to 100 without spaces, values
    to 800.
    """
    configuration_set_name: ConfigurationSetNameOrArn | None = None
    """Configuration set for this send, by name or ARN: its protect configuration and event
    destinations apply.
    """
    dry_run: Annotated[bool, StrictBool()] | None = None
    """True checks variables, country and spend and returns the resolved text; no call is made,
    nothing is charged.
    """
    message_feedback_enabled: Annotated[bool, StrictBool()] | None = None
    """True if you will report receipt through PutMessageFeedback; silence for an hour counts as
    FAILED. The configuration set decides when left out.
    """


class SendNotifyVoiceMessageResult(ResultModel):
    """The message's id, the template used and the text that results."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("resolved_message_body",))

    message_id: str
    """Identifier of the message, at most 64 characters; its events and its feedback refer to it."""
    template_id: str | None = None
    """Identifier of the notify template that was used."""
    resolved_message_body: str | None = None
    """Final text with all variables filled in; a dry run returns it too."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class UpdateNotifyConfigurationRequest(RequestModel):
    """What UpdateNotifyConfiguration takes."""

    notify_configuration_id: NotifyConfigurationIdOrArn
    """Identifier or ARN of the notify configuration to change."""
    default_template_id: NotifyTemplateId | None = None
    """Id of the template for sends that name none; UNSET_DEFAULT_TEMPLATE clears it."""
    pool_id: NotifyPoolIdOrUnset | None = None
    """Identifier or ARN of the new default pool; UNSET_DEFAULT_POOL_FOR_NOTIFY removes it."""
    enabled_countries: IsoCountryCodeList | None = None
    """ISO 3166-1 alpha-2 codes the configuration may send to, at most 300; tier BASIC allows 30."""
    enabled_channels: NotifyEnabledChannelsList | None = None
    """Channels the configuration may send on, at least one; SMS and VOICE are supported."""
    deletion_protection_enabled: Annotated[bool, StrictBool()] | None = None
    """True refuses deleting the notify configuration; False allows it again."""


class UpdateNotifyConfigurationResult(ResultModel):
    """The notify configuration as it is now."""

    notify_configuration_arn: str
    """ARN of the notify configuration."""
    notify_configuration_id: str
    """Identifier of the notify configuration; it begins with "nc-"."""
    display_name: str
    """Name of the configuration, 1 to 15 letters, digits, spaces, hyphens or underscores; reviewed,
    and fixed after creation.
    """
    use_case: NotifyConfigurationUseCase
    """Purpose of the notify configuration, fixed on creation; CODE_VERIFICATION is the only one so
    far.
    """
    default_template_id: str | None = None
    """Template for sends that name none; absent when the configuration has no default."""
    pool_id: str | None = None
    """Identifier of the default pool; absent when there is none."""
    enabled_countries: tuple[str, ...] | None = None
    """ISO 3166-1 alpha-2 codes the configuration may send to, at most 300; tier BASIC allows 30."""
    enabled_channels: tuple[NumberCapability, ...]
    """Channels the configuration may send on, at least one; SMS and VOICE are supported."""
    tier: NotifyConfigurationTier
    """BASIC, at most 200 messages a day, or ADVANCED, without a daily limit."""
    tier_upgrade_status: TierUpgradeStatus
    """How far the change to ADVANCED is: BASIC when never asked, PENDING_UPGRADE, ADVANCED or
    REJECTED.
    """
    status: NotifyConfigurationStatus
    """PENDING, ACTIVE, REQUIRES_VERIFICATION when a person must act, or REJECTED; only an ACTIVE
    configuration sends.
    """
    rejection_reason: str | None = None
    """Why AWS rejected the notify configuration, free text; absent unless the status is REJECTED.
    """
    deletion_protection_enabled: bool
    """True refuses deleting or releasing it until switched off; new resources start with False."""
    created_timestamp: datetime
    """UTC time when the resource was created."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...
