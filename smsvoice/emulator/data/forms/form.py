"""How a registration form is written down: sections, fields, rules, and what it is bound to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from smsvoice.models.phone_numbers import NumberType
from smsvoice.models.reasons import ResourceType
from smsvoice.models.registration_forms import (
    ConditionalBehavior,
    ConditionalRule,
    ConditionalValidation,
    FieldCondition,
    FieldRequirement,
    FieldType,
    RegistrationAssociationBehavior,
    RegistrationDisassociationBehavior,
    RegistrationFieldDefinition,
    RegistrationFieldDisplayHints,
    RegistrationSectionDefinition,
    RegistrationSectionDisplayHints,
    RegistrationTypeDefinition,
    RegistrationTypeDisplayHints,
    SelectValidation,
    SupportedAssociation,
    TextValidation,
)
from smsvoice.rules.registrations import Requirement

Field = RegistrationFieldDefinition
Need = FieldRequirement | ConditionalBehavior

REQUIRED = FieldRequirement.REQUIRED
OPTIONAL = FieldRequirement.OPTIONAL

BEFORE_SUBMIT = RegistrationAssociationBehavior.ASSOCIATE_BEFORE_SUBMIT
ON_APPROVAL = RegistrationAssociationBehavior.ASSOCIATE_ON_APPROVAL
AFTER_COMPLETE = RegistrationAssociationBehavior.ASSOCIATE_AFTER_COMPLETE
RELEASE_CLOSES = RegistrationDisassociationBehavior.DISASSOCIATE_ALL_CLOSES_REGISTRATION
RELEASE_FIRST = RegistrationDisassociationBehavior.DISASSOCIATE_ALL_ALLOWS_DELETE_REGISTRATION
DELETE_FREES = RegistrationDisassociationBehavior.DELETE_REGISTRATION_DISASSOCIATES

ANYTHING = r"[\s\S]*\S[\s\S]*"
URL = r"https?://\S+"
WEBSITE = r"(https?://)?[^\s/.]+(\.[^\s/.]+)+(/\S*)?"
"""A website's address; reports show that AWS takes it without https:// too."""
EMAIL = r"[^@\s]+@[^@\s]+\.[^@\s]+"
E164 = r"\+[1-9][0-9]{1,18}"
COUNTRY = r"[A-Z]{2}"


class Certainty(StrEnum):
    """How surely a field, or the list of a form's fields, is AWS's own."""

    DOCUMENTED = "documented"
    """AWS prints its path."""
    SEEN = "seen in scripts"
    """Scripts that people or AWS run fill in its path."""
    DESCRIBED = "described"
    """AWS's guide names what it asks; the path is ours, by the pattern of the known ones."""
    INFERRED = "inferred"
    """No public source has it; it is ours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One type of registration: its definition, and what its approval is about."""

    definition: RegistrationTypeDefinition
    sections: tuple[RegistrationSectionDefinition, ...]
    fields: tuple[Field, ...]
    certainty: Certainty
    """How surely these are the fields that AWS asks for."""
    certainties: Mapping[str, Certainty] = field(default_factory=dict[str, Certainty])
    """The paths that are surer, or less sure, than the whole."""
    regions: frozenset[str] = frozenset()
    """The only Regions whose registrations can be approved; empty where all can."""
    number_type: NumberType | None = None
    """The only type of phone number that can be bound to it."""
    parent_type: str | None = None
    """The only type of registration that can be bound to it."""
    authentication: FieldCondition | None = None
    """When approval waits for the company to answer an e-mail."""
    is_provisioned: bool = False
    """Whether the carriers still set it up after its approval."""

    @property
    def registration_type(self) -> str:
        """The name of the type, e.g. US_TOLL_FREE_REGISTRATION."""
        return self.definition.registration_type

    @property
    def associations(self) -> tuple[SupportedAssociation, ...]:
        """What can be bound to it, and when."""
        return self.definition.supported_associations or ()

    def certainty_of(self, path: str) -> Certainty:
        """How surely a field of the form is AWS's own."""
        return self.certainties.get(path, self.certainty)

    def field(self, path: str) -> Field | None:
        """The field at a path, if the form has one."""
        return next((one for one in self.fields if one.field_path == path), None)


def definition(
    registration_type: str, title: str, short: str, *associations: SupportedAssociation
) -> RegistrationTypeDefinition:
    """A type of registration, and what can be bound to it."""
    return RegistrationTypeDefinition(
        registration_type=registration_type,
        supported_associations=associations,
        display_hints=RegistrationTypeDisplayHints(title=title, short_description=short),
    )


def bound(
    resource_type: ResourceType,
    when: RegistrationAssociationBehavior,
    ends: RegistrationDisassociationBehavior,
    country: str | None = None,
) -> SupportedAssociation:
    """A kind of resource that can be bound to a type, when, and how that ends."""
    return SupportedAssociation(
        resource_type=resource_type.value,
        iso_country_code=country,
        association_behavior=when,
        disassociation_behavior=ends,
    )


def marked(certainty: Certainty, fields: Iterable[Field]) -> dict[str, Certainty]:
    """The same certainty for each of some fields, by path."""
    return {one.field_path: certainty for one in fields}


def section(path: str, title: str, short: str) -> RegistrationSectionDefinition:
    """A section of a form."""
    return RegistrationSectionDefinition(
        section_path=path,
        display_hints=RegistrationSectionDisplayHints(title=title, short_description=short),
    )


def text(
    path: str,
    title: str,
    least: int = 1,
    most: int = 100,
    *,
    need: Need = REQUIRED,
    pattern: str = ANYTHING,
    example: str | None = None,
) -> Field:
    """A field that takes a text of so many characters."""
    rules = TextValidation(min_length=least, max_length=most, pattern=pattern)
    return _field(path, FieldType.TEXT, need, _hints(title, example), text_validation=rules)


def select(
    path: str, title: str, *options: str, need: Need = REQUIRED, least: int = 1, most: int = 1
) -> Field:
    """A field that takes some of its options, one unless said otherwise."""
    rules = SelectValidation(min_choices=least, max_choices=most, options=options)
    return _field(path, FieldType.SELECT, need, _hints(title), select_validation=rules)


def attachment(path: str, title: str, *, need: Need = REQUIRED) -> Field:
    """A field that takes a document."""
    return _field(path, FieldType.ATTACHMENT, need, _hints(title))


def conditional(*rules: ConditionalRule, otherwise: Requirement) -> ConditionalBehavior:
    """What a field needs, by the first rule that matches."""
    return ConditionalBehavior(rules=rules, default_behavior=otherwise.value)


def rule(
    then: Requirement,
    *conditions: FieldCondition,
    validation: ConditionalValidation | None = None,
) -> ConditionalRule:
    """What follows when all of these conditions hold."""
    return ConditionalRule(
        conditions=conditions, rule_behavior=then.value, conditional_validation=validation
    )


def where(path: str, operator: str, *values: str) -> FieldCondition:
    """A condition on what another field holds."""
    return FieldCondition(depends_on_field_path=path, operator=operator, values=values or None)


def _hints(title: str, example: str | None = None) -> RegistrationFieldDisplayHints:
    return RegistrationFieldDisplayHints(
        title=title, short_description=f"{title}.", example_text_value=example
    )


def _field(
    path: str,
    kind: FieldType,
    need: Need,
    hints: RegistrationFieldDisplayHints,
    *,
    text_validation: TextValidation | None = None,
    select_validation: SelectValidation | None = None,
) -> Field:
    rules = need if isinstance(need, ConditionalBehavior) else None
    return RegistrationFieldDefinition(
        section_path=path.partition(".")[0],
        field_path=path,
        field_type=kind,
        field_requirement=(
            FieldRequirement.CONDITIONAL if isinstance(need, ConditionalBehavior) else need
        ),
        text_validation=text_validation,
        select_validation=select_validation,
        display_hints=hints,
        conditional_behavior=rules,
    )
