"""Models of registrations: what AWS takes and gives."""

# Written by `python -m codegen`. Change codegen/ or its tables, not this file.

from collections.abc import Mapping, Sequence
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
    MaxResults,
    NextToken,
    RegistrationIdOrArn,
    RegistrationType,
    RegistrationVersionNumber,
    Tag,
    TagList,
    TagListArgument,
)


class RegistrationAssociationFilterName(OpenEnum):
    """By what a registration's associations can be filtered."""

    RESOURCE_TYPE = "resource-type"
    ISO_COUNTRY_CODE = "iso-country-code"


RegistrationAssociationFilterNameArgument = Annotated[
    RegistrationAssociationFilterName | Literal["resource-type", "iso-country-code"],
    ListedEnum(RegistrationAssociationFilterName),
]
"""A RegistrationAssociationFilterName as AWS lists it; a newer value as
`RegistrationAssociationFilterName(...)`.
"""


class RegistrationFilterName(OpenEnum):
    """By what registrations can be filtered."""

    REGISTRATION_TYPE = "registration-type"
    REGISTRATION_STATUS = "registration-status"


RegistrationFilterNameArgument = Annotated[
    RegistrationFilterName | Literal["registration-type", "registration-status"],
    ListedEnum(RegistrationFilterName),
]
"""A RegistrationFilterName as AWS lists it; a newer value as `RegistrationFilterName(...)`."""


class RegistrationStatus(OpenEnum):
    """Where a registration stands between creation, review and completion."""

    CREATED = "CREATED"
    SUBMITTED = "SUBMITTED"
    AWS_REVIEWING = "AWS_REVIEWING"
    REVIEWING = "REVIEWING"
    REQUIRES_AUTHENTICATION = "REQUIRES_AUTHENTICATION"
    PROVISIONING = "PROVISIONING"
    COMPLETE = "COMPLETE"
    REQUIRES_UPDATES = "REQUIRES_UPDATES"
    CLOSED = "CLOSED"
    DELETED = "DELETED"


class RegistrationVersionFilterName(OpenEnum):
    """By what registration versions can be filtered."""

    REGISTRATION_VERSION_STATUS = "registration-version-status"


RegistrationVersionFilterNameArgument = Annotated[
    RegistrationVersionFilterName | Literal["registration-version-status"],
    ListedEnum(RegistrationVersionFilterName),
]
"""A RegistrationVersionFilterName as AWS lists it; a newer value as
`RegistrationVersionFilterName(...)`.
"""


class RegistrationVersionStatus(OpenEnum):
    """Where one version of a registration stands between draft and decision."""

    DRAFT = "DRAFT"
    SUBMITTED = "SUBMITTED"
    AWS_REVIEWING = "AWS_REVIEWING"
    REVIEWING = "REVIEWING"
    REQUIRES_AUTHENTICATION = "REQUIRES_AUTHENTICATION"
    APPROVED = "APPROVED"
    DISCARDED = "DISCARDED"
    DENIED = "DENIED"
    REVOKED = "REVOKED"
    ARCHIVED = "ARCHIVED"
    REQUIRES_OFFLINE_REVIEW = "REQUIRES_OFFLINE_REVIEW"


ResourceIdOrArn = Annotated[str, Text(1, 256, r"[A-Za-z0-9_:/-]+")]


class CreateRegistrationAssociationRequest(RequestModel):
    """What CreateRegistrationAssociation takes."""

    registration_id: RegistrationIdOrArn
    """Identifier or ARN of the registration that gains the association."""
    resource_id: ResourceIdOrArn
    """Identifier of the phone number, sender ID, RCS agent or other registration to associate."""


class CreateRegistrationAssociationResult(ResultModel):
    """The registration and the resource that is bound to it now."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("phone_number",))

    registration_arn: str
    """ARN of the registration."""
    registration_id: str
    """Identifier of the registration; it begins with "registration-"."""
    registration_type: str
    """Type of the form, e.g. US_TEN_DLC_CAMPAIGN_REGISTRATION; DescribeRegistrationTypeDefinitions
    names them all.
    """
    resource_arn: str
    """ARN of the resource, 20 to 256 characters."""
    resource_id: str
    """Identifier of the associated phone number, sender ID, RCS agent or registration."""
    resource_type: str
    """Type of the associated resource, e.g. phone-number, sender-id, rcs-agent or registration."""
    iso_country_code: str | None = None
    """ISO 3166-1 alpha-2 code of the resource's country; absent when it has none."""
    phone_number: str | None = None
    """E.164 number of the associated resource; only if that is a phone number."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class CreateRegistrationRequest(RequestModel):
    """What CreateRegistration takes."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("client_token",))

    registration_type: RegistrationType
    """Type of form to begin, e.g. US_TEN_DLC_CAMPAIGN_REGISTRATION; the type definitions name them
    all.
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
            registration_type: str,
            tags: TagListArgument | None = None,
            client_token: str | None = None,
        ) -> None: ...


class CreateRegistrationResult(ResultModel):
    """The new registration, with status CREATED."""

    registration_arn: str
    """ARN of the registration."""
    registration_id: str
    """Identifier of the registration; it begins with "registration-"."""
    registration_type: str
    """Type of the form, e.g. US_TEN_DLC_CAMPAIGN_REGISTRATION; DescribeRegistrationTypeDefinitions
    names them all.
    """
    registration_status: RegistrationStatus
    """Where the registration stands, from CREATED to COMPLETE; REQUIRES_UPDATES asks for a
    corrected version, REQUIRES_AUTHENTICATION for an answered e-mail.
    """
    current_version_number: int
    """Number of the newest version, 1 to 100000; fields are edited there while it is a draft."""
    additional_attributes: Mapping[str, str] | None = None
    """Extra facts about the registration as string pairs; which ones depends on its type."""
    tags: tuple[Tag, ...] | None = None
    """Tags of the resource, at most 200 pairs of key and value."""
    created_timestamp: datetime
    """UTC time when the resource was created."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class CreateRegistrationVersionRequest(RequestModel):
    """What CreateRegistrationVersion takes."""

    registration_id: RegistrationIdOrArn
    """Identifier or ARN of the registration that gets a new draft."""


class RegistrationVersionStatusHistory(OutputModel):
    """When a registration version entered each status; absent where it never did."""

    draft_timestamp: datetime
    """UTC time when the version was started as a draft."""
    submitted_timestamp: datetime | None = None
    """UTC time at which the version was handed in."""
    aws_reviewing_timestamp: datetime | None = None
    """UTC time when AWS began its own review; absent if there was none."""
    reviewing_timestamp: datetime | None = None
    """UTC time at which the review began."""
    requires_authentication_timestamp: datetime | None = None
    """UTC time at which the version began to wait for e-mail authentication."""
    approved_timestamp: datetime | None = None
    """UTC time when the version was approved; absent if it never was."""
    discarded_timestamp: datetime | None = None
    """UTC time when the version was discarded; absent if it never was."""
    denied_timestamp: datetime | None = None
    """UTC time when the version was denied; absent if it never was."""
    revoked_timestamp: datetime | None = None
    """UTC time at which the approval was taken back."""
    archived_timestamp: datetime | None = None
    """UTC time when the version was archived, because a newer one was approved."""


class CreateRegistrationVersionResult(ResultModel):
    """The new version's number and status, with the times of its changes."""

    registration_arn: str
    """ARN of the registration."""
    registration_id: str
    """Identifier of the registration; it begins with "registration-"."""
    version_number: int
    """Number of the new draft, 1 to 100000."""
    registration_version_status: RegistrationVersionStatus
    """Where the version stands, from DRAFT to APPROVED or DENIED; only a DRAFT can be edited."""
    registration_version_status_history: RegistrationVersionStatusHistory
    """UTC time of each status the version has reached."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class DeleteRegistrationRequest(RequestModel):
    """What DeleteRegistration takes."""

    registration_id: RegistrationIdOrArn
    """Identifier or ARN of the registration to delete."""


class DeleteRegistrationResult(ResultModel):
    """The registration as it last was."""

    registration_arn: str
    """ARN of the registration."""
    registration_id: str
    """Identifier of the registration; it begins with "registration-"."""
    registration_type: str
    """Type of the form, e.g. US_TEN_DLC_CAMPAIGN_REGISTRATION; DescribeRegistrationTypeDefinitions
    names them all.
    """
    registration_status: RegistrationStatus
    """Where the registration stands, from CREATED to COMPLETE; REQUIRES_UPDATES asks for a
    corrected version, REQUIRES_AUTHENTICATION for an answered e-mail.
    """
    current_version_number: int
    """Number of the newest version, 1 to 100000; fields are edited there while it is a draft."""
    approved_version_number: int | None = None
    """Number of the approved version, 1 to 100000; absent while none is approved."""
    latest_denied_version_number: int | None = None
    """Number of the newest version that was denied, 1 to 100000; absent if none was."""
    additional_attributes: Mapping[str, str] | None = None
    """Extra facts about the registration as string pairs; which ones depends on its type."""
    created_timestamp: datetime
    """UTC time when the resource was created."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


RegistrationVersionNumberList = Annotated[Sequence[RegistrationVersionNumber], ListSize(0, 5)]


class RegistrationVersionFilter(InputModel):
    """A filter on registration versions: a name and the values that pass."""

    name: RegistrationVersionFilterNameArgument
    """Attribute that the filter looks at; Values holds what to match."""
    values: FilterValueList
    """What to match, 1 to 20 values of at most 128 characters; any one of them is enough."""


class RegistrationVersionFilterDict(TypedDict):
    """A RegistrationVersionFilter as a plain dict."""

    name: RegistrationVersionFilterNameArgument
    values: Sequence[str]


RegistrationVersionFilterArgument = RegistrationVersionFilter | RegistrationVersionFilterDict
"""A RegistrationVersionFilter, or a dict with its members."""

RegistrationVersionFilterList = Annotated[Sequence[RegistrationVersionFilter], ListSize(0, 20)]


class DescribeRegistrationVersionsRequest(RequestModel):
    """What DescribeRegistrationVersions takes."""

    registration_id: RegistrationIdOrArn
    """Identifier or ARN of the registration whose versions to list."""
    version_numbers: RegistrationVersionNumberList | None = None
    """Numbers of the versions wanted, at most 5, each 1 to 100000; an unknown one fails the call.
    """
    filters: RegistrationVersionFilterList | None = None
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
            registration_id: str,
            version_numbers: Sequence[int] | None = None,
            filters: Sequence[RegistrationVersionFilterArgument] | None = None,
            next_token: str | None = None,
            max_results: int | None = None,
        ) -> None: ...


class RegistrationDeniedReasonInformation(OutputModel):
    """One reason why a registration version was denied, and where to read more."""

    reason: str
    """Reviewer's code for the denial."""
    short_description: str
    """Denial in brief; LongDescription may say more."""
    long_description: str | None = None
    """The reason in full, with what to change; may be absent."""
    documentation_title: str | None = None
    """Title to show for the documentation link."""
    documentation_link: str | None = None
    """URL of a page on avoiding this denial; absent when there is none."""


class RegistrationVersionInformation(OutputModel):
    """One version of a registration: its status, its history and the reviewers' answer."""

    version_number: int
    """Number of the registration version, 1 to 100000."""
    registration_version_status: RegistrationVersionStatus
    """Where the version stands, from DRAFT to APPROVED or DENIED; only a DRAFT can be edited."""
    registration_version_status_history: RegistrationVersionStatusHistory
    """UTC time of each status the version has reached."""
    denied_reasons: tuple[RegistrationDeniedReasonInformation, ...] | None = None
    """Why the version was refused, one entry per reason; absent unless it was denied."""
    feedback: str | None = None
    """Advice on the whole submission, written by generative AI during the review; absent when there
    is none.
    """


class DescribeRegistrationVersionsResult(ResultModel):
    """Each item is a version: its status, history and reasons for denial."""

    registration_arn: str
    """ARN of the registration."""
    registration_id: str
    """Identifier of the registration; it begins with "registration-"."""
    registration_versions: tuple[RegistrationVersionInformation, ...]
    """Versions of the registration on this page."""
    next_token: str | None = None
    """Page token, at most 1024 characters: hand back the one you were given; none in an answer
    means the last page.
    """

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


RegistrationIdList = Annotated[Sequence[RegistrationIdOrArn], ListSize(0, 5)]


class RegistrationFilter(InputModel):
    """A filter on registrations: a name and the values that pass."""

    name: RegistrationFilterNameArgument
    """Attribute that the filter looks at; Values holds what to match."""
    values: FilterValueList
    """What to match, 1 to 20 values of at most 128 characters; any one of them is enough."""


class RegistrationFilterDict(TypedDict):
    """A RegistrationFilter as a plain dict."""

    name: RegistrationFilterNameArgument
    values: Sequence[str]


RegistrationFilterArgument = RegistrationFilter | RegistrationFilterDict
"""A RegistrationFilter, or a dict with its members."""

RegistrationFilterList = Annotated[Sequence[RegistrationFilter], ListSize(0, 20)]


class DescribeRegistrationsRequest(RequestModel):
    """What DescribeRegistrations takes."""

    registration_ids: RegistrationIdList | None = None
    """Identifiers or ARNs of the registrations wanted, at most 5; an unknown one fails the call."""
    filters: RegistrationFilterList | None = None
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
            registration_ids: Sequence[str] | None = None,
            filters: Sequence[RegistrationFilterArgument] | None = None,
            next_token: str | None = None,
            max_results: int | None = None,
        ) -> None: ...


class RegistrationInformation(OutputModel):
    """A registration as AWS describes it: its type, its status and its versions."""

    registration_arn: str
    """ARN of the registration."""
    registration_id: str
    """Identifier of the registration; it begins with "registration-"."""
    registration_type: str
    """Type of the form, e.g. US_TEN_DLC_CAMPAIGN_REGISTRATION; DescribeRegistrationTypeDefinitions
    names them all.
    """
    registration_status: RegistrationStatus
    """Where the registration stands, from CREATED to COMPLETE; REQUIRES_UPDATES asks for a
    corrected version, REQUIRES_AUTHENTICATION for an answered e-mail.
    """
    current_version_number: int
    """Number of the newest version, 1 to 100000; fields are edited there while it is a draft."""
    approved_version_number: int | None = None
    """Number of the approved version, 1 to 100000; absent while none is approved."""
    latest_denied_version_number: int | None = None
    """Number of the newest version that was denied, 1 to 100000; absent if none was."""
    additional_attributes: Mapping[str, str] | None = None
    """Extra facts about the registration as string pairs; which ones depends on its type."""
    created_timestamp: datetime
    """UTC time when the resource was created."""


class DescribeRegistrationsResult(ResultModel):
    """Each item is a registration: its type, status and version numbers."""

    registrations: tuple[RegistrationInformation, ...]
    """Registrations on this page."""
    next_token: str | None = None
    """Page token, at most 1024 characters: hand back the one you were given; none in an answer
    means the last page.
    """

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class DiscardRegistrationVersionRequest(RequestModel):
    """What DiscardRegistrationVersion takes."""

    registration_id: RegistrationIdOrArn
    """Identifier or ARN of the registration whose newest version is thrown away."""


class DiscardRegistrationVersionResult(ResultModel):
    """The version, now DISCARDED, with the times of its changes."""

    registration_arn: str
    """ARN of the registration."""
    registration_id: str
    """Identifier of the registration; it begins with "registration-"."""
    version_number: int
    """Number of the registration version, 1 to 100000."""
    registration_version_status: RegistrationVersionStatus
    """Where the version stands, from DRAFT to APPROVED or DENIED; only a DRAFT can be edited."""
    registration_version_status_history: RegistrationVersionStatusHistory
    """UTC time of each status the version has reached."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class RegistrationAssociationFilter(InputModel):
    """A filter on a registration's associations: a name and the values that pass."""

    name: RegistrationAssociationFilterNameArgument
    """Attribute that the filter looks at; Values holds what to match."""
    values: FilterValueList
    """What to match, 1 to 20 values of at most 128 characters; any one of them is enough."""


class RegistrationAssociationFilterDict(TypedDict):
    """A RegistrationAssociationFilter as a plain dict."""

    name: RegistrationAssociationFilterNameArgument
    values: Sequence[str]


RegistrationAssociationFilterArgument = (
    RegistrationAssociationFilter | RegistrationAssociationFilterDict
)
"""A RegistrationAssociationFilter, or a dict with its members."""

RegistrationAssociationFilterList = Annotated[
    Sequence[RegistrationAssociationFilter], ListSize(0, 20)
]


class ListRegistrationAssociationsRequest(RequestModel):
    """What ListRegistrationAssociations takes."""

    registration_id: RegistrationIdOrArn
    """Identifier or ARN of the registration whose associations to list."""
    filters: RegistrationAssociationFilterList | None = None
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
            registration_id: str,
            filters: Sequence[RegistrationAssociationFilterArgument] | None = None,
            next_token: str | None = None,
            max_results: int | None = None,
        ) -> None: ...


class RegistrationAssociationMetadata(OutputModel):
    """A resource that is bound to a registration: its type, id and country."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("phone_number",))

    resource_arn: str
    """ARN of the resource, 20 to 256 characters."""
    resource_id: str
    """Identifier of the associated phone number, sender ID, RCS agent or registration."""
    resource_type: str
    """Type of the associated resource, e.g. phone-number, sender-id, rcs-agent or registration."""
    iso_country_code: str | None = None
    """ISO 3166-1 alpha-2 code of the resource's country; absent when it has none."""
    phone_number: str | None = None
    """E.164 number of the associated resource; only if that is a phone number."""


class ListRegistrationAssociationsResult(ResultModel):
    """Each item is a bound resource: its type, id and country."""

    registration_arn: str
    """ARN of the registration."""
    registration_id: str
    """Identifier of the registration; it begins with "registration-"."""
    registration_type: str
    """Type of the form, e.g. US_TEN_DLC_CAMPAIGN_REGISTRATION; DescribeRegistrationTypeDefinitions
    names them all.
    """
    registration_associations: tuple[RegistrationAssociationMetadata, ...]
    """Resources associated with the registration, those on this page."""
    next_token: str | None = None
    """Page token, at most 1024 characters: hand back the one you were given; none in an answer
    means the last page.
    """

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class SubmitRegistrationVersionRequest(RequestModel):
    """What SubmitRegistrationVersion takes."""

    registration_id: RegistrationIdOrArn
    """Identifier or ARN of the registration whose draft goes to review."""
    aws_review: Annotated[bool, StrictBool()] | None = None
    """True sends the version through AWS's own pre-check, with AI feedback, before the outside
    review.
    """


class SubmitRegistrationVersionResult(ResultModel):
    """The version, now SUBMITTED or AWS_REVIEWING, with the times of its changes."""

    registration_arn: str
    """ARN of the registration."""
    registration_id: str
    """Identifier of the registration; it begins with "registration-"."""
    version_number: int
    """Number of the registration version, 1 to 100000."""
    registration_version_status: RegistrationVersionStatus
    """Where the version stands, from DRAFT to APPROVED or DENIED; only a DRAFT can be edited."""
    registration_version_status_history: RegistrationVersionStatusHistory
    """UTC time of each status the version has reached."""
    aws_review: bool
    """Whether AWS's own pre-check was asked for."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...
