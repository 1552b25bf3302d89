"""Models of protect: what AWS takes and gives."""

# Written by `python -m codegen`. Change codegen/ or its tables, not this file.

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, TypedDict

from pydantic import AwareDatetime, Field

from smsvoice.core.constraints import ListedEnum, ListSize, MapSize, StrictBool
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
    IsoCountryCode,
    MaxResults,
    NextToken,
    NumberCapability,
    NumberCapabilityArgument,
    PhoneNumber,
    ProtectConfigurationIdOrArn,
    Tag,
    TagList,
    TagListArgument,
)


class ProtectConfigurationFilterName(OpenEnum):
    """By what protect configurations can be filtered."""

    ACCOUNT_DEFAULT = "account-default"
    DELETION_PROTECTION_ENABLED = "deletion-protection-enabled"


ProtectConfigurationFilterNameArgument = Annotated[
    ProtectConfigurationFilterName | Literal["account-default", "deletion-protection-enabled"],
    ListedEnum(ProtectConfigurationFilterName),
]
"""A ProtectConfigurationFilterName as AWS lists it; a newer value as
`ProtectConfigurationFilterName(...)`.
"""


class ProtectConfigurationRuleOverrideAction(OpenEnum):
    """What an override does with messages to its phone number: let through or stop."""

    ALLOW = "ALLOW"
    BLOCK = "BLOCK"


ProtectConfigurationRuleOverrideActionArgument = Annotated[
    ProtectConfigurationRuleOverrideAction | Literal["ALLOW", "BLOCK"],
    ListedEnum(ProtectConfigurationRuleOverrideAction),
]
"""A ProtectConfigurationRuleOverrideAction as AWS lists it; a newer value as
`ProtectConfigurationRuleOverrideAction(...)`.
"""


class ProtectConfigurationRuleSetNumberOverrideFilterName(OpenEnum):
    """By what number overrides can be filtered."""

    ISO_COUNTRY_CODE = "iso-country-code"
    DESTINATION_PHONE_NUMBER_BEGINS_WITH = "destination-phone-number-begins-with"
    ACTION = "action"
    EXPIRES_BEFORE = "expires-before"
    EXPIRES_AFTER = "expires-after"
    CREATED_BEFORE = "created-before"
    CREATED_AFTER = "created-after"


ProtectConfigurationRuleSetNumberOverrideFilterNameArgument = Annotated[
    ProtectConfigurationRuleSetNumberOverrideFilterName
    | Literal[
        "iso-country-code",
        "destination-phone-number-begins-with",
        "action",
        "expires-before",
        "expires-after",
        "created-before",
        "created-after",
    ],
    ListedEnum(ProtectConfigurationRuleSetNumberOverrideFilterName),
]
"""A ProtectConfigurationRuleSetNumberOverrideFilterName as AWS lists it; a newer value as
`ProtectConfigurationRuleSetNumberOverrideFilterName(...)`.
"""


class ProtectStatus(OpenEnum):
    """What happens to messages for a country: let through, stopped, watched, or sifted for
    suspicious ones.
    """

    ALLOW = "ALLOW"
    BLOCK = "BLOCK"
    MONITOR = "MONITOR"
    FILTER = "FILTER"


ProtectStatusArgument = Annotated[
    ProtectStatus | Literal["ALLOW", "BLOCK", "MONITOR", "FILTER"], ListedEnum(ProtectStatus)
]
"""A ProtectStatus as AWS lists it; a newer value as `ProtectStatus(...)`."""


class AssociateProtectConfigurationRequest(RequestModel):
    """What AssociateProtectConfiguration takes."""

    protect_configuration_id: ProtectConfigurationIdOrArn
    """Identifier or ARN of the protect configuration that the configuration set shall use from now
    on.
    """
    configuration_set_name: ConfigurationSetNameOrArn
    """Configuration set that shall use the protect configuration, by name or ARN; replaces its
    present one.
    """


class AssociateProtectConfigurationResult(ResultModel):
    """The configuration set and the protect configuration that guards it now."""

    configuration_set_arn: str
    """ARN of the configuration set."""
    configuration_set_name: str
    """Name of the configuration set, at most 64 characters."""
    protect_configuration_arn: str
    """ARN of the protect configuration."""
    protect_configuration_id: str
    """Identifier of the protect configuration; it begins with "protect-"."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class CreateProtectConfigurationRequest(RequestModel):
    """What CreateProtectConfiguration takes."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("client_token",))

    client_token: ClientToken | None = Field(default_factory=new_token)
    """Idempotency key, 1 to 64 printable characters; a repeat with the same token acts once. Random
    if absent.
    """
    deletion_protection_enabled: Annotated[bool, StrictBool()] | None = None
    """True refuses deleting or releasing it until switched off; new resources start with False."""
    tags: TagList | None = None
    """Tags of the resource, at most 200 pairs of key and value."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            client_token: str | None = None,
            deletion_protection_enabled: bool | None = None,
            tags: TagListArgument | None = None,
        ) -> None: ...


class CreateProtectConfigurationResult(ResultModel):
    """The new protect configuration and its tags."""

    protect_configuration_arn: str
    """ARN of the protect configuration."""
    protect_configuration_id: str
    """Identifier of the protect configuration; it begins with "protect-"."""
    created_timestamp: datetime
    """UTC time when the resource was created."""
    account_default: bool
    """Whether sends without a configuration of their own use this one."""
    deletion_protection_enabled: bool
    """True refuses deleting or releasing it until switched off; new resources start with False."""
    tags: tuple[Tag, ...] | None = None
    """Tags of the resource, at most 200 pairs of key and value."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class DeleteAccountDefaultProtectConfigurationRequest(RequestModel):
    """What DeleteAccountDefaultProtectConfiguration takes."""


class DeleteAccountDefaultProtectConfigurationResult(ResultModel):
    """The protect configuration that was the default until now."""

    default_protect_configuration_arn: str
    """ARN of the protect configuration that was the account's default until now."""
    default_protect_configuration_id: str
    """Id of the protect configuration that was the account's default until now."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class DeleteProtectConfigurationRequest(RequestModel):
    """What DeleteProtectConfiguration takes."""

    protect_configuration_id: ProtectConfigurationIdOrArn
    """Identifier or ARN of the protect configuration to delete."""


class DeleteProtectConfigurationResult(ResultModel):
    """The protect configuration as it last was."""

    protect_configuration_arn: str
    """ARN of the protect configuration."""
    protect_configuration_id: str
    """Identifier of the protect configuration; it begins with "protect-"."""
    created_timestamp: datetime
    """UTC time when the resource was created."""
    account_default: bool
    """Whether sends without a configuration of their own use this one."""
    deletion_protection_enabled: bool
    """True refuses deleting or releasing it until switched off; new resources start with False."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class DeleteProtectConfigurationRuleSetNumberOverrideRequest(RequestModel):
    """What DeleteProtectConfigurationRuleSetNumberOverride takes."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("destination_phone_number",))

    protect_configuration_id: ProtectConfigurationIdOrArn
    """Identifier or ARN of the protect configuration that loses the number override."""
    destination_phone_number: PhoneNumber
    """Number whose override is removed, in E.164; the country rule then decides again."""


class DeleteProtectConfigurationRuleSetNumberOverrideResult(ResultModel):
    """The override as it last was."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("destination_phone_number",))

    protect_configuration_arn: str
    """ARN of the protect configuration."""
    protect_configuration_id: str
    """Identifier of the protect configuration; it begins with "protect-"."""
    destination_phone_number: str
    """Number whose override was removed, in E.164."""
    created_timestamp: datetime
    """UTC time when the resource was created."""
    action: ProtectConfigurationRuleOverrideAction
    """ALLOW or BLOCK: what the removed override did."""
    iso_country_code: str | None = None
    """ISO 3166-1 alpha-2 code of the number's country; may be absent."""
    expiration_timestamp: datetime | None = None
    """UTC time when the removed override would have expired; absent if never."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


ProtectConfigurationIdList = Annotated[Sequence[ProtectConfigurationIdOrArn], ListSize(0, 5)]


class ProtectConfigurationFilter(InputModel):
    """A filter on protect configurations: a name and the values that pass."""

    name: ProtectConfigurationFilterNameArgument
    """Attribute that the filter looks at; Values holds what to match."""
    values: FilterValueList
    """What to match, 1 to 20 values of at most 128 characters; any one of them is enough."""


class ProtectConfigurationFilterDict(TypedDict):
    """A ProtectConfigurationFilter as a plain dict."""

    name: ProtectConfigurationFilterNameArgument
    values: Sequence[str]


ProtectConfigurationFilterArgument = ProtectConfigurationFilter | ProtectConfigurationFilterDict
"""A ProtectConfigurationFilter, or a dict with its members."""

ProtectConfigurationFilterList = Annotated[Sequence[ProtectConfigurationFilter], ListSize(0, 20)]


class DescribeProtectConfigurationsRequest(RequestModel):
    """What DescribeProtectConfigurations takes."""

    protect_configuration_ids: ProtectConfigurationIdList | None = None
    """Identifiers or ARNs of the protect configurations wanted, at most 5; an unknown one fails the
    call.
    """
    filters: ProtectConfigurationFilterList | None = None
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
            protect_configuration_ids: Sequence[str] | None = None,
            filters: Sequence[ProtectConfigurationFilterArgument] | None = None,
            next_token: str | None = None,
            max_results: int | None = None,
        ) -> None: ...


class ProtectConfigurationInformation(OutputModel):
    """A protect configuration as AWS describes it, without its rules."""

    protect_configuration_arn: str
    """ARN of the protect configuration."""
    protect_configuration_id: str
    """Identifier of the protect configuration; it begins with "protect-"."""
    created_timestamp: datetime
    """UTC time when the resource was created."""
    account_default: bool
    """Whether sends without a configuration of their own use this one."""
    deletion_protection_enabled: bool
    """True refuses deleting or releasing it until switched off; new resources start with False."""


class DescribeProtectConfigurationsResult(ResultModel):
    """Each item is a protect configuration, without its rules."""

    protect_configurations: tuple[ProtectConfigurationInformation, ...]
    """Protect configurations on this page."""
    next_token: str | None = None
    """Page token, at most 1024 characters: hand back the one you were given; none in an answer
    means the last page.
    """

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class DisassociateProtectConfigurationRequest(RequestModel):
    """What DisassociateProtectConfiguration takes."""

    protect_configuration_id: ProtectConfigurationIdOrArn
    """Identifier or ARN of the protect configuration that the configuration set shall use no
    longer.
    """
    configuration_set_name: ConfigurationSetNameOrArn
    """Configuration set that stops using the protect configuration, by name or ARN."""


class DisassociateProtectConfigurationResult(ResultModel):
    """The configuration set and the protect configuration that it had."""

    configuration_set_arn: str
    """ARN of the configuration set."""
    configuration_set_name: str
    """Name of the configuration set, at most 64 characters."""
    protect_configuration_arn: str
    """ARN of the protect configuration."""
    protect_configuration_id: str
    """Identifier of the protect configuration; it begins with "protect-"."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class GetProtectConfigurationCountryRuleSetRequest(RequestModel):
    """What GetProtectConfigurationCountryRuleSet takes."""

    protect_configuration_id: ProtectConfigurationIdOrArn
    """Identifier or ARN of the protect configuration whose rules to read."""
    number_capability: NumberCapabilityArgument
    """Channel whose country rules to read: SMS, VOICE, MMS or RCS."""


class ProtectConfigurationCountryRuleSetInformation(SharedModel):
    """What a protect configuration does with messages to one country."""

    protect_status: ProtectStatusArgument
    """ALLOW sends, BLOCK refuses, MONITOR sends and adds an assessment to the events, FILTER stops
    suspicious messages.
    """


class ProtectConfigurationCountryRuleSetInformationDict(TypedDict):
    """A ProtectConfigurationCountryRuleSetInformation as a plain dict."""

    protect_status: ProtectStatusArgument


ProtectConfigurationCountryRuleSetInformationArgument = (
    ProtectConfigurationCountryRuleSetInformation
    | ProtectConfigurationCountryRuleSetInformationDict
)
"""A ProtectConfigurationCountryRuleSetInformation, or a dict with its members."""

ProtectConfigurationCountryRuleSet = Annotated[
    Mapping[IsoCountryCode, ProtectConfigurationCountryRuleSetInformation], MapSize(1, 300)
]


class GetProtectConfigurationCountryRuleSetResult(ResultModel):
    """The rules: an ISO country code leads to its protect status."""

    protect_configuration_arn: str
    """ARN of the protect configuration."""
    protect_configuration_id: str
    """Identifier of the protect configuration; it begins with "protect-"."""
    number_capability: NumberCapability
    """Channel that the country rules belong to: SMS, VOICE, MMS or RCS; each has rules of its own.
    """
    country_rule_set: Mapping[str, ProtectConfigurationCountryRuleSetInformation]
    """ISO 3166-1 alpha-2 codes mapped to ALLOW, BLOCK, MONITOR or FILTER, for one number
    capability.
    """

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class ProtectConfigurationRuleSetNumberOverrideFilterItem(InputModel):
    """A filter on number overrides: a name and the values that pass."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("values",))

    name: ProtectConfigurationRuleSetNumberOverrideFilterNameArgument
    """Attribute that the filter looks at; Values holds what to match."""
    values: FilterValueList
    """What to match, 1 to 20 values of at most 128 characters; any one of them is enough."""


class ProtectConfigurationRuleSetNumberOverrideFilterItemDict(TypedDict):
    """A ProtectConfigurationRuleSetNumberOverrideFilterItem as a plain dict."""

    name: ProtectConfigurationRuleSetNumberOverrideFilterNameArgument
    values: Sequence[str]


ProtectConfigurationRuleSetNumberOverrideFilterItemArgument = (
    ProtectConfigurationRuleSetNumberOverrideFilterItem
    | ProtectConfigurationRuleSetNumberOverrideFilterItemDict
)
"""A ProtectConfigurationRuleSetNumberOverrideFilterItem, or a dict with its members."""

ListProtectConfigurationRuleSetNumberOverrideFilter = Annotated[
    Sequence[ProtectConfigurationRuleSetNumberOverrideFilterItem], ListSize(0, 100)
]


class ListProtectConfigurationRuleSetNumberOverridesRequest(RequestModel):
    """What ListProtectConfigurationRuleSetNumberOverrides takes."""

    protect_configuration_id: ProtectConfigurationIdOrArn
    """Identifier or ARN of the protect configuration whose number overrides to list."""
    filters: ListProtectConfigurationRuleSetNumberOverrideFilter | None = None
    """Narrow the list by country, number prefix, action, expiry or creation time; at most 100
    filters, ANDed.
    """
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
            protect_configuration_id: str,
            filters: Sequence[ProtectConfigurationRuleSetNumberOverrideFilterItemArgument]
            | None = None,
            next_token: str | None = None,
            max_results: int | None = None,
        ) -> None: ...


class ProtectConfigurationRuleSetNumberOverride(OutputModel):
    """An exception to the country rules for one phone number, perhaps until a given time."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("destination_phone_number",))

    destination_phone_number: str
    """Number to which the override applies, in E.164."""
    created_timestamp: datetime
    """UTC time when the resource was created."""
    action: ProtectConfigurationRuleOverrideAction
    """ALLOW or BLOCK: what happens to messages for this number, whatever the country rule."""
    iso_country_code: str | None = None
    """ISO 3166-1 alpha-2 code of the number's country; may be absent."""
    expiration_timestamp: datetime | None = None
    """UTC time when the override stops applying; absent means never."""


class ListProtectConfigurationRuleSetNumberOverridesResult(ResultModel):
    """Each item is an override: phone number, action and expiry."""

    protect_configuration_arn: str
    """ARN of the protect configuration."""
    protect_configuration_id: str
    """Identifier of the protect configuration; it begins with "protect-"."""
    rule_set_number_overrides: tuple[ProtectConfigurationRuleSetNumberOverride, ...]
    """Number overrides on this page, one per phone number."""
    next_token: str | None = None
    """Page token, at most 1024 characters: hand back the one you were given; none in an answer
    means the last page.
    """

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class PutProtectConfigurationRuleSetNumberOverrideRequest(RequestModel):
    """What PutProtectConfigurationRuleSetNumberOverride takes."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("client_token", "destination_phone_number"))

    client_token: ClientToken | None = Field(default_factory=new_token)
    """Idempotency key, 1 to 64 printable characters; a repeat with the same token acts once. Random
    if absent.
    """
    protect_configuration_id: ProtectConfigurationIdOrArn
    """Identifier or ARN of the protect configuration that gains the number override."""
    destination_phone_number: PhoneNumber
    """Number to treat differently from its country, in E.164."""
    action: ProtectConfigurationRuleOverrideActionArgument
    """ALLOW or BLOCK: what happens to messages for this number, whatever the country rule."""
    expiration_timestamp: AwareDatetime | None = None
    """UTC time when the override shall stop applying; leave out for one that never expires."""


class PutProtectConfigurationRuleSetNumberOverrideResult(ResultModel):
    """The override as stored."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("destination_phone_number",))

    protect_configuration_arn: str
    """ARN of the protect configuration."""
    protect_configuration_id: str
    """Identifier of the protect configuration; it begins with "protect-"."""
    destination_phone_number: str
    """Number to which the override applies, in E.164."""
    created_timestamp: datetime
    """UTC time when the resource was created."""
    action: ProtectConfigurationRuleOverrideAction
    """ALLOW or BLOCK: what happens to messages for this number, whatever the country rule."""
    iso_country_code: str | None = None
    """ISO 3166-1 alpha-2 code of the number's country; may be absent."""
    expiration_timestamp: datetime | None = None
    """UTC time when the override stops applying; absent means never."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class SetAccountDefaultProtectConfigurationRequest(RequestModel):
    """What SetAccountDefaultProtectConfiguration takes."""

    protect_configuration_id: ProtectConfigurationIdOrArn
    """Identifier or ARN of the protect configuration that applies wherever no other is named."""


class SetAccountDefaultProtectConfigurationResult(ResultModel):
    """The protect configuration that is the default now."""

    default_protect_configuration_arn: str
    """ARN of the account's default protect configuration."""
    default_protect_configuration_id: str
    """Id of the account's default protect configuration."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class UpdateProtectConfigurationCountryRuleSetRequest(RequestModel):
    """What UpdateProtectConfigurationCountryRuleSet takes."""

    protect_configuration_id: ProtectConfigurationIdOrArn
    """Identifier or ARN of the protect configuration whose country rules to change."""
    number_capability: NumberCapabilityArgument
    """Channel whose country rules to change: SMS, VOICE, MMS or RCS; the other channels stay as
    they are.
    """
    country_rule_set_updates: ProtectConfigurationCountryRuleSet
    """ISO 3166-1 alpha-2 codes mapped to their new rule; countries left out keep theirs."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            protect_configuration_id: str,
            number_capability: NumberCapabilityArgument,
            country_rule_set_updates: Mapping[
                str, ProtectConfigurationCountryRuleSetInformationArgument
            ],
        ) -> None: ...


class UpdateProtectConfigurationCountryRuleSetResult(ResultModel):
    """The rules: an ISO country code leads to its protect status."""

    protect_configuration_arn: str
    """ARN of the protect configuration."""
    protect_configuration_id: str
    """Identifier of the protect configuration; it begins with "protect-"."""
    number_capability: NumberCapability
    """Channel that the country rules belong to: SMS, VOICE, MMS or RCS; each has rules of its own.
    """
    country_rule_set: Mapping[str, ProtectConfigurationCountryRuleSetInformation]
    """ISO 3166-1 alpha-2 codes mapped to the rule now in force for the capability."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class UpdateProtectConfigurationRequest(RequestModel):
    """What UpdateProtectConfiguration takes."""

    protect_configuration_id: ProtectConfigurationIdOrArn
    """Identifier or ARN of the protect configuration to change."""
    deletion_protection_enabled: Annotated[bool, StrictBool()] | None = None
    """True refuses deleting the protect configuration; False allows it again."""


class UpdateProtectConfigurationResult(ResultModel):
    """The protect configuration as it is now."""

    protect_configuration_arn: str
    """ARN of the protect configuration."""
    protect_configuration_id: str
    """Identifier of the protect configuration; it begins with "protect-"."""
    created_timestamp: datetime
    """UTC time when the resource was created."""
    account_default: bool
    """Whether sends without a configuration of their own use this one."""
    deletion_protection_enabled: bool
    """True refuses deleting or releasing it until switched off; new resources start with False."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...
