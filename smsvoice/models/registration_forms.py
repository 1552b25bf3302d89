"""Models of registration forms: what AWS takes and gives."""

# Written by `python -m codegen`. Change codegen/ or its tables, not this file.

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, TypedDict

from smsvoice.core.constraints import ListedEnum, ListSize, Text
from smsvoice.core.enums import OpenEnum
from smsvoice.core.model import InputModel, OutputModel, RequestModel, ResponseMetadata, ResultModel
from smsvoice.models.common import (
    FilterValueList,
    MaxResults,
    NextToken,
    RegistrationAttachmentIdOrArn,
    RegistrationIdOrArn,
    RegistrationType,
    RegistrationVersionNumber,
)


class FieldRequirement(OpenEnum):
    """Whether a field of a registration must be filled in, always or depending on others."""

    REQUIRED = "REQUIRED"
    CONDITIONAL = "CONDITIONAL"
    OPTIONAL = "OPTIONAL"


class FieldType(OpenEnum):
    """How a field of a registration is filled in: by choice, text or attachment."""

    SELECT = "SELECT"
    TEXT = "TEXT"
    ATTACHMENT = "ATTACHMENT"


class RegistrationAssociationBehavior(OpenEnum):
    """When a resource must be bound to a registration: before submitting, on approval, or
    afterwards.
    """

    ASSOCIATE_BEFORE_SUBMIT = "ASSOCIATE_BEFORE_SUBMIT"
    ASSOCIATE_ON_APPROVAL = "ASSOCIATE_ON_APPROVAL"
    ASSOCIATE_AFTER_COMPLETE = "ASSOCIATE_AFTER_COMPLETE"


class RegistrationDisassociationBehavior(OpenEnum):
    """How a resource comes free of its registration, and what that does to the registration."""

    DISASSOCIATE_ALL_CLOSES_REGISTRATION = "DISASSOCIATE_ALL_CLOSES_REGISTRATION"
    DISASSOCIATE_ALL_ALLOWS_DELETE_REGISTRATION = "DISASSOCIATE_ALL_ALLOWS_DELETE_REGISTRATION"
    DELETE_REGISTRATION_DISASSOCIATES = "DELETE_REGISTRATION_DISASSOCIATES"


class RegistrationTypeFilterName(OpenEnum):
    """By what registration types can be filtered."""

    SUPPORTED_ASSOCIATION_RESOURCE_TYPE = "supported-association-resource-type"
    SUPPORTED_ASSOCIATION_ISO_COUNTRY_CODE = "supported-association-iso-country-code"


RegistrationTypeFilterNameArgument = Annotated[
    RegistrationTypeFilterName
    | Literal["supported-association-resource-type", "supported-association-iso-country-code"],
    ListedEnum(RegistrationTypeFilterName),
]
"""A RegistrationTypeFilterName as AWS lists it; a newer value as `RegistrationTypeFilterName(...)`.
"""

FieldPath = Annotated[str, Text(1, 100, r"[A-Za-z0-9_\.]+")]


SectionPath = Annotated[str, Text(1, 100, r"[A-Za-z0-9_]+")]


SelectChoice = Annotated[str, Text(1, 256)]


TextValue = Annotated[str, Text(1, 2048)]


class FieldCondition(OutputModel):
    """One condition on the value of another field in the same form."""

    depends_on_field_path: str
    """Dotted path of the other field whose value is tested, e.g. companyInfo.legalType."""
    operator: str
    """Comparison, e.g. EQUALS, IN or HAS_VALUE; an operator you do not know counts as false."""
    values: tuple[str, ...] | None = None
    """What the other field's value is compared with, at most 20; left out for HAS_VALUE and
    NO_VALUE.
    """


SelectChoiceList = Annotated[Sequence[SelectChoice], ListSize(0, 100)]


class ConditionalValidation(OutputModel):
    """Limits on a field's value that count while their rule matches."""

    min_length: int | None = None
    """Fewest characters while the rule applies; the field's own limit when absent."""
    max_length: int | None = None
    """Most characters while the rule applies; the field's own limit when absent."""
    pattern: str | None = None
    """Regular expression for the value while the rule applies; the field's own when absent."""
    allowed_values: tuple[str, ...] | None = None
    """Choices left in a SELECT field while the rule matches; at most 100."""


class ConditionalRule(OutputModel):
    """One rule of a field: what follows if all its conditions hold."""

    conditions: tuple[FieldCondition, ...]
    """1 to 5 conditions; the rule matches only when all hold."""
    rule_behavior: str
    """REQUIRED, OPTIONAL or DISALLOWED: what the field becomes when every condition of the rule
    holds.
    """
    conditional_validation: ConditionalValidation | None = None
    """Length, pattern and choices that replace the field's own validation while the rule matches.
    """


class ConditionalBehavior(OutputModel):
    """When a field is required: rules that are tried in order, and what counts if none matches."""

    rules: tuple[ConditionalRule, ...]
    """Rules in order, 1 to 20; the first that fits decides, and DefaultBehavior if none does."""
    default_behavior: str
    """REQUIRED, OPTIONAL or DISALLOWED: what holds for the field when none of the rules match."""


class DeleteRegistrationFieldValueRequest(RequestModel):
    """What DeleteRegistrationFieldValue takes."""

    registration_id: RegistrationIdOrArn
    """Identifier or ARN of the registration whose field is emptied."""
    field_path: FieldPath
    """Dotted path of the field to empty, e.g. companyInfo.website."""


class DeleteRegistrationFieldValueResult(ResultModel):
    """The field's path and the value that it had."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("select_choices", "text_value"))

    registration_arn: str
    """ARN of the registration."""
    registration_id: str
    """Identifier of the registration; it begins with "registration-"."""
    version_number: int
    """Number of the version whose field was emptied, 1 to 100000."""
    field_path: str
    """Dotted path of the form field, e.g. companyInfo.companyName; the type's field definitions
    list them.
    """
    select_choices: tuple[str, ...] | None = None
    """Options that the field held, at most 100; only for a select field."""
    text_value: str | None = None
    """Text that the field held, 1 to 2048 characters; only for a text field."""
    registration_attachment_id: str | None = None
    """Identifier of the attachment that the field held; only for an attachment field."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


FieldPathList = Annotated[Sequence[FieldPath], ListSize(0, 5)]


class DescribeRegistrationFieldDefinitionsRequest(RequestModel):
    """What DescribeRegistrationFieldDefinitions takes."""

    registration_type: RegistrationType
    """Type of the form, e.g. US_TEN_DLC_CAMPAIGN_REGISTRATION; DescribeRegistrationTypeDefinitions
    names them all.
    """
    section_path: SectionPath | None = None
    """Path of one form section, 1 to 100 characters; only its fields come back."""
    field_paths: FieldPathList | None = None
    """Dotted paths of the fields wanted, at most 5; all when left out."""
    next_token: NextToken | None = None
    """Page token, at most 1024 characters: hand back the one you were given; none in an answer
    means the last page.
    """
    max_results: MaxResults | None = None
    """Most items per page, 1 to 100; a page may hold fewer, even none, before the last."""


class SelectValidation(OutputModel):
    """What a choice field accepts: the options, and how many of them."""

    min_choices: int
    """Fewest options that must be chosen."""
    max_choices: int
    """Most options that may be chosen."""
    options: tuple[str, ...]
    """All options that the field offers."""


class TextValidation(OutputModel):
    """What a text field accepts: its shortest, its longest, its pattern."""

    min_length: int
    """Fewest characters the value may have."""
    max_length: int
    """Most characters the value may have."""
    pattern: str
    """Regular expression that the value must match."""


class SelectOptionDescription(OutputModel):
    """One option of a choice field, as a person should read it."""

    option: str
    """Option as it is sent in SelectChoices."""
    title: str | None = None
    """Option as people should read it."""
    description: str | None = None
    """What choosing the option means; may be absent."""


class RegistrationFieldDisplayHints(OutputModel):
    """The texts that help a person fill in a field: title, explanation and example."""

    title: str
    """Heading to show in the form."""
    short_description: str
    """Brief help text to show in the form."""
    long_description: str | None = None
    """Help text in full, to show on request beside the short one."""
    documentation_title: str | None = None
    """Title to show for the documentation link."""
    documentation_link: str | None = None
    """URL of a page that explains more; absent when there is none."""
    select_option_descriptions: tuple[SelectOptionDescription, ...] | None = None
    """Explanations of the field's options, to show beside them."""
    text_validation_description: str | None = None
    """What the text must look like, in plain words, to show beside the field."""
    example_text_value: str | None = None
    """A sample of a good answer, to show beside the field."""


class RegistrationFieldDefinition(OutputModel):
    """One field of a registration form: its kind, limits and help texts, and when it is required."""

    section_path: str
    """Path of the form section, 1 to 100 characters."""
    field_path: str
    """Dotted path of the form field, e.g. companyInfo.companyName; the type's field definitions
    list them.
    """
    field_type: FieldType
    """SELECT, TEXT or ATTACHMENT: which kind of value the field takes."""
    field_requirement: FieldRequirement
    """REQUIRED, OPTIONAL or CONDITIONAL, where the conditional rules decide."""
    select_validation: SelectValidation | None = None
    """Options of a select field, and how many may be chosen."""
    text_validation: TextValidation | None = None
    """Length and pattern that a text field demands."""
    display_hints: RegistrationFieldDisplayHints
    """Title, help texts, option labels and an example to show beside the field."""
    conditional_behavior: ConditionalBehavior | None = None
    """Rules that make a CONDITIONAL field required, optional or disallowed; absent for other
    fields.
    """


class DescribeRegistrationFieldDefinitionsResult(ResultModel):
    """Each item is a field: its kind, whether it is required, and its limits."""

    registration_type: str
    """Type of the form, e.g. US_TEN_DLC_CAMPAIGN_REGISTRATION; DescribeRegistrationTypeDefinitions
    names them all.
    """
    registration_field_definitions: tuple[RegistrationFieldDefinition, ...]
    """Form fields on this page, each with type, requirement and validation."""
    next_token: str | None = None
    """Page token, at most 1024 characters: hand back the one you were given; none in an answer
    means the last page.
    """

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class DescribeRegistrationFieldValuesRequest(RequestModel):
    """What DescribeRegistrationFieldValues takes."""

    registration_id: RegistrationIdOrArn
    """Identifier or ARN of the registration whose fields to read."""
    version_number: RegistrationVersionNumber | None = None
    """Number of the version to read, 1 to 100000; optional."""
    section_path: SectionPath | None = None
    """Path of one form section, 1 to 100 characters; only its values come back."""
    field_paths: FieldPathList | None = None
    """Dotted paths of the fields wanted, at most 5; all when left out."""
    next_token: NextToken | None = None
    """Page token, at most 1024 characters: hand back the one you were given; none in an answer
    means the last page.
    """
    max_results: MaxResults | None = None
    """Most items per page, 1 to 100; a page may hold fewer, even none, before the last."""


class RegistrationFieldValueInformation(OutputModel):
    """What was filled into a field, and what the reviewers said of it."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("select_choices", "text_value"))

    field_path: str
    """Dotted path of the form field, e.g. companyInfo.companyName; the type's field definitions
    list them.
    """
    select_choices: tuple[str, ...] | None = None
    """Options chosen, at most 100; only for a select field."""
    text_value: str | None = None
    """Text filled in, 1 to 2048 characters; only for a text field."""
    registration_attachment_id: str | None = None
    """Identifier of the attachment in the field; only for an attachment field."""
    denied_reason: str | None = None
    """Why the reviewer refused this field's value; absent unless it was refused."""
    feedback: str | None = None
    """Advice on this field's value, written by generative AI during the review; absent when there
    is none.
    """


class DescribeRegistrationFieldValuesResult(ResultModel):
    """Each item is a field's value, with any reason for its denial."""

    registration_arn: str
    """ARN of the registration."""
    registration_id: str
    """Identifier of the registration; it begins with "registration-"."""
    version_number: int
    """Number of the version these values belong to, 1 to 100000."""
    registration_field_values: tuple[RegistrationFieldValueInformation, ...]
    """Filled-in form fields on this page."""
    next_token: str | None = None
    """Page token, at most 1024 characters: hand back the one you were given; none in an answer
    means the last page.
    """

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


SectionPathList = Annotated[Sequence[SectionPath], ListSize(0, 5)]


class DescribeRegistrationSectionDefinitionsRequest(RequestModel):
    """What DescribeRegistrationSectionDefinitions takes."""

    registration_type: RegistrationType
    """Type of the form, e.g. US_TEN_DLC_CAMPAIGN_REGISTRATION; DescribeRegistrationTypeDefinitions
    names them all.
    """
    section_paths: SectionPathList | None = None
    """Paths of the form sections wanted, at most 5; every section when left out."""
    next_token: NextToken | None = None
    """Page token, at most 1024 characters: hand back the one you were given; none in an answer
    means the last page.
    """
    max_results: MaxResults | None = None
    """Most items per page, 1 to 100; a page may hold fewer, even none, before the last."""


class RegistrationSectionDisplayHints(OutputModel):
    """The texts that introduce a section to a person: title, explanation and link."""

    title: str
    """Heading to show in the form."""
    short_description: str
    """Brief help text to show in the form."""
    long_description: str | None = None
    """Help text in full, to show on request beside the short one."""
    documentation_title: str | None = None
    """Title to show for the documentation link."""
    documentation_link: str | None = None
    """URL of a page that explains more; absent when there is none."""


class RegistrationSectionDefinition(OutputModel):
    """One section of a registration form, with its help texts."""

    section_path: str
    """Path of the form section, 1 to 100 characters."""
    display_hints: RegistrationSectionDisplayHints
    """Title, help texts and link to show at the head of the section."""


class DescribeRegistrationSectionDefinitionsResult(ResultModel):
    """Each item is a section: its path and its help texts."""

    registration_type: str
    """Type of the form, e.g. US_TEN_DLC_CAMPAIGN_REGISTRATION; DescribeRegistrationTypeDefinitions
    names them all.
    """
    registration_section_definitions: tuple[RegistrationSectionDefinition, ...]
    """Form sections on this page, each with path and help texts."""
    next_token: str | None = None
    """Page token, at most 1024 characters: hand back the one you were given; none in an answer
    means the last page.
    """

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


RegistrationTypeList = Annotated[Sequence[RegistrationType], ListSize(0, 5)]


class RegistrationTypeFilter(InputModel):
    """A filter on registration types: a name and the values that pass."""

    name: RegistrationTypeFilterNameArgument
    """Attribute that the filter looks at; Values holds what to match."""
    values: FilterValueList
    """What to match, 1 to 20 values of at most 128 characters; any one of them is enough."""


class RegistrationTypeFilterDict(TypedDict):
    """A RegistrationTypeFilter as a plain dict."""

    name: RegistrationTypeFilterNameArgument
    values: Sequence[str]


RegistrationTypeFilterArgument = RegistrationTypeFilter | RegistrationTypeFilterDict
"""A RegistrationTypeFilter, or a dict with its members."""

RegistrationTypeFilterList = Annotated[Sequence[RegistrationTypeFilter], ListSize(0, 20)]


class DescribeRegistrationTypeDefinitionsRequest(RequestModel):
    """What DescribeRegistrationTypeDefinitions takes."""

    registration_types: RegistrationTypeList | None = None
    """Registration types wanted, at most 5; every type when left out."""
    filters: RegistrationTypeFilterList | None = None
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
            registration_types: Sequence[str] | None = None,
            filters: Sequence[RegistrationTypeFilterArgument] | None = None,
            next_token: str | None = None,
            max_results: int | None = None,
        ) -> None: ...


class SupportedAssociation(OutputModel):
    """What can be bound to a registration type: the kind, the country, when, and how it ends."""

    resource_type: str
    """Type of resource that the registration can be associated with."""
    iso_country_code: str | None = None
    """ISO 3166-1 alpha-2 code the resource must have; absent when any country will do."""
    association_behavior: RegistrationAssociationBehavior
    """When to join the resource: ASSOCIATE_BEFORE_SUBMIT, ASSOCIATE_ON_APPROVAL (AWS does it for
    you) or ASSOCIATE_AFTER_COMPLETE.
    """
    disassociation_behavior: RegistrationDisassociationBehavior
    """DISASSOCIATE_ALL_CLOSES_REGISTRATION, DISASSOCIATE_ALL_ALLOWS_DELETE_REGISTRATION (both: free
    resources first) or DELETE_REGISTRATION_DISASSOCIATES (deleting frees them).
    """


class RegistrationTypeDisplayHints(OutputModel):
    """The texts that introduce a registration type to a person: title, explanation and link."""

    title: str
    """Heading to show in the form."""
    short_description: str | None = None
    """Brief help text to show in the form."""
    long_description: str | None = None
    """Help text in full, to show on request beside the short one."""
    documentation_title: str | None = None
    """Title to show for the documentation link."""
    documentation_link: str | None = None
    """URL of a page that explains more; absent when there is none."""


class RegistrationTypeDefinition(OutputModel):
    """One type of registration: what can be bound to it, with its help texts."""

    registration_type: str
    """Type of the form, e.g. US_TEN_DLC_CAMPAIGN_REGISTRATION; DescribeRegistrationTypeDefinitions
    names them all.
    """
    supported_associations: tuple[SupportedAssociation, ...] | None = None
    """Resources that such a registration can be associated with, and when."""
    display_hints: RegistrationTypeDisplayHints
    """Title, help texts and links to show to the person who fills in the form."""


class DescribeRegistrationTypeDefinitionsResult(ResultModel):
    """Each item is a registration type with its associations and help texts."""

    registration_type_definitions: tuple[RegistrationTypeDefinition, ...]
    """Registration types on this page, each with help texts and supported associations."""
    next_token: str | None = None
    """Page token, at most 1024 characters: hand back the one you were given; none in an answer
    means the last page.
    """

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class PutRegistrationFieldValueRequest(RequestModel):
    """What PutRegistrationFieldValue takes."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("select_choices", "text_value"))

    registration_id: RegistrationIdOrArn
    """Identifier or ARN of the registration whose field is filled in."""
    field_path: FieldPath
    """Dotted path of the form field, e.g. companyInfo.companyName; the type's field definitions
    list them.
    """
    select_choices: SelectChoiceList | None = None
    """Options to choose, at most 100; instead of TextValue or RegistrationAttachmentId."""
    text_value: TextValue | None = None
    """Text to fill in, 1 to 2048 characters; instead of SelectChoices or RegistrationAttachmentId.
    """
    registration_attachment_id: RegistrationAttachmentIdOrArn | None = None
    """Identifier or ARN of an uploaded attachment; instead of SelectChoices or TextValue."""


class PutRegistrationFieldValueResult(ResultModel):
    """The field's path and the value as stored."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("select_choices", "text_value"))

    registration_arn: str
    """ARN of the registration."""
    registration_id: str
    """Identifier of the registration; it begins with "registration-"."""
    version_number: int
    """Number of the registration version, 1 to 100000."""
    field_path: str
    """Dotted path of the form field, e.g. companyInfo.companyName; the type's field definitions
    list them.
    """
    select_choices: tuple[str, ...] | None = None
    """Chosen options of a select field, at most 100."""
    text_value: str | None = None
    """Content of a text field, 1 to 2048 characters."""
    registration_attachment_id: str | None = None
    """Identifier of the registration attachment."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...
