"""The rules of registration forms: what is required, and what a value must be."""

from typing import Any

import pytest

from smsvoice.emulator.data.forms import FORMS
from smsvoice.models.registration_forms import (
    ConditionalBehavior,
    ConditionalRule,
    ConditionalValidation,
    FieldCondition,
    FieldRequirement,
    FieldType,
    RegistrationFieldDefinition,
    RegistrationFieldDisplayHints,
    RegistrationFieldValueInformation,
    SelectValidation,
    TextValidation,
)
from smsvoice.models.registrations import RegistrationAssociationMetadata
from smsvoice.rules.registrations import (
    FieldValue,
    Requirement,
    check,
    check_value,
    holds,
    missing,
    requirement,
    unassociated,
    values_of,
)

HINTS = RegistrationFieldDisplayHints(title="Title", short_description="Title.")
BRAND = FORMS["US_TEN_DLC_BRAND_REGISTRATION"].fields


def field(path: str = "a.text", **members: Any) -> RegistrationFieldDefinition:
    """A field, a required text of two to five letters unless told otherwise."""
    default: dict[str, Any] = {
        "section_path": "a",
        "field_path": path,
        "field_type": FieldType.TEXT,
        "field_requirement": FieldRequirement.REQUIRED,
        "text_validation": TextValidation(min_length=2, max_length=5, pattern="[a-z]+"),
        "display_hints": HINTS,
    }
    return RegistrationFieldDefinition(**(default | members))


def choice(**members: Any) -> RegistrationFieldDefinition:
    """A field that takes one or two of three options."""
    options = SelectValidation(min_choices=1, max_choices=2, options=("x", "y", "z"))
    default: dict[str, Any] = {
        "field_type": FieldType.SELECT,
        "text_validation": None,
        "select_validation": options,
    }
    return field("a.choice", **(default | members))


def rule(then: str, *conditions: FieldCondition, **limits: Any) -> ConditionalRule:
    """A rule, with other limits where some are given."""
    return ConditionalRule(
        conditions=conditions,
        rule_behavior=then,
        conditional_validation=ConditionalValidation(**limits) if limits else None,
    )


def where(operator: str, *values: str, path: str = "a.other") -> FieldCondition:
    """A condition on another field."""
    return FieldCondition(depends_on_field_path=path, operator=operator, values=values)


def conditional(*rules: ConditionalRule, otherwise: str = "OPTIONAL") -> dict[str, Any]:
    """What makes a field conditional."""
    return {
        "field_requirement": FieldRequirement.CONDITIONAL,
        "conditional_behavior": ConditionalBehavior(rules=rules, default_behavior=otherwise),
    }


@pytest.mark.parametrize(
    ("operator", "wanted", "held", "truth"),
    [
        ("EQUALS", ("x",), "x", True),
        ("EQUALS", ("x",), ("x",), True),
        ("EQUALS", ("x",), ("x", "y"), False),
        ("EQUALS", ("x",), None, False),
        ("NOT_EQUALS", ("x",), "y", True),
        ("NOT_EQUALS", ("x",), "x", False),
        ("NOT_EQUALS", ("x",), None, True),
        ("IN", ("x", "y"), ("y", "z"), True),
        ("IN", ("x", "y"), "z", False),
        ("IN", ("x", "y"), None, False),
        ("NOT_IN", ("x", "y"), "z", True),
        ("NOT_IN", ("x", "y"), ("y", "z"), False),
        ("NOT_IN", ("x", "y"), None, True),
        ("HAS_VALUE", (), "x", True),
        ("HAS_VALUE", (), "", False),
        ("NO_VALUE", (), None, True),
        ("NO_VALUE", (), ("x",), False),
        ("STARTS_WITH", ("x",), "x", False),
    ],
)
def test_a_condition_is_true_or_not(
    operator: str, wanted: tuple[str, ...], held: FieldValue | None, truth: bool
) -> None:
    """All operators that AWS has; one that it may have tomorrow is never true."""
    values = {} if held is None else {"a.other": held}

    assert holds(where(operator, *wanted), values) is truth


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"a.other": "x"}, Requirement.REQUIRED),
        ({"a.other": "x", "a.more": "1"}, Requirement.REQUIRED),
        ({"a.other": "y", "a.more": "1"}, Requirement.DISALLOWED),
        ({"a.other": "y"}, Requirement.OPTIONAL),
        ({}, Requirement.OPTIONAL),
    ],
)
def test_the_first_rule_that_matches_decides(
    values: dict[str, FieldValue], expected: Requirement
) -> None:
    """All conditions of a rule must hold; without a match the default counts."""
    definition = field(
        **conditional(
            rule("REQUIRED", where("EQUALS", "x")),
            rule("DISALLOWED", where("HAS_VALUE"), where("HAS_VALUE", path="a.more")),
        )
    )

    assert requirement(definition, values) == expected


@pytest.mark.parametrize(
    ("always", "expected"),
    [
        (FieldRequirement.REQUIRED, Requirement.REQUIRED),
        (FieldRequirement.OPTIONAL, Requirement.OPTIONAL),
        (FieldRequirement.CONDITIONAL, Requirement.OPTIONAL),
    ],
)
def test_without_rules_the_requirement_is_what_it_says(
    always: FieldRequirement, expected: Requirement
) -> None:
    """A conditional field whose rules AWS does not tell cannot be demanded."""
    assert requirement(field(field_requirement=always), {}) == expected


@pytest.mark.parametrize(
    ("definition", "value", "rules"),
    [
        (field(), {"text": "abc"}, []),
        (field(), {"text": "a"}, ["must have at least 2 characters"]),
        (field(), {"text": "abcdef"}, ["must have at most 5 characters"]),
        (field(), {"text": "ABC"}, ["must match [a-z]+"]),
        (field(), {"choices": ["x"]}, ["takes a text, not a choice of options"]),
        (choice(), {"choices": ["x", "y"]}, []),
        (choice(), {"choices": []}, ["must have at least 1 of its options"]),
        (choice(), {"choices": ["x", "y", "z"]}, ["must have at most 2 of its options"]),
        (choice(), {"choices": ["w"]}, ["must be among x, y, z"]),
        (choice(), {"choices": ["x", "x"]}, ["must not repeat an option"]),
        (choice(), {"text": "x"}, ["takes a choice of options, not a text"]),
        (field(field_type=FieldType.ATTACHMENT, text_validation=None), {"attachment_id": "a"}, []),
        (field(), {"attachment_id": "a"}, ["takes a text, not an attachment"]),
        (field(field_type=FieldType("VIDEO")), {"text": "1"}, []),
    ],
)
def test_a_value_obeys_the_limits_of_its_field(
    definition: RegistrationFieldDefinition, value: dict[str, Any], rules: list[str]
) -> None:
    """Kind, length, pattern, number of options; a kind that is new is left to AWS."""
    found = list(check_value(definition, **value))

    assert [problem.rule for problem in found] == rules
    assert {problem.field for problem in found} <= {definition.field_path}


def test_a_pattern_that_python_cannot_read_is_left_to_aws() -> None:
    """Possessive groups of other engines, say, stop nobody here."""
    odd = TextValidation(min_length=1, max_length=9, pattern=r"\p{Alpha}+")

    assert list(check_value(field(text_validation=odd), text="123")) == []


def test_a_matching_rule_brings_its_own_limits() -> None:
    """Longer texts, other patterns, fewer options; but only where the values are known."""
    text = field(
        **conditional(rule("OPTIONAL", where("EQUALS", "x"), max_length=8, pattern="[A-Z]+"))
    )
    options = choice(**conditional(rule("OPTIONAL", where("EQUALS", "x"), allowed_values=("z",))))
    values = {"a.other": "x"}

    assert list(check_value(text, text="ABCDEFGH", values=values)) == []
    assert len(list(check_value(text, text="ABCDEFGH"))) == 2
    assert [p.rule for p in check_value(options, choices=["x"], values=values)] == [
        "must be among z"
    ]
    assert list(check_value(options, choices=["x"])) == []


def test_missing_names_the_fields_that_must_still_be_filled_in() -> None:
    """Which ones depends on the others."""
    public = {"companyInfo.legalType": ("PUBLIC_PROFIT",)}
    blank = {one.field_path for one in missing(BRAND, {})}

    also = {one.field_path for one in missing(BRAND, public)} - blank

    assert "companyInfo.companyName" in blank
    assert also == {
        "companyInfo.stockSymbol",
        "companyInfo.stockExchange",
        "companyInfo.businessContactEmail",
    }


def test_a_form_is_checked_whole() -> None:
    """Unknown, missing, not allowed and wrong, in that order."""
    form = (
        field("a.one"),
        field("a.two", **conditional(rule("DISALLOWED", where("HAS_VALUE", path="a.three")))),
        field("a.three"),
        choice(),
    )
    values = {"a.four": "x", "a.two": "abc", "a.three": "abcdef", "a.choice": ("x",)}

    found = [(one.field, one.kind) for one in check(form, values)]

    assert found == [("a.four", ""), ("a.one", "missing"), ("a.two", ""), ("a.three", "")]


def test_values_are_read_from_what_aws_tells() -> None:
    """Each by its kind, and nothing where nothing is."""
    told = [
        RegistrationFieldValueInformation(field_path="a.text", text_value="abc"),
        RegistrationFieldValueInformation(field_path="a.choice", select_choices=("x", "y")),
        RegistrationFieldValueInformation(field_path="a.file", registration_attachment_id="id"),
        RegistrationFieldValueInformation(field_path="a.none"),
    ]

    assert values_of(told) == {"a.text": "abc", "a.choice": ("x", "y"), "a.file": "id"}


def bound(resource_type: str) -> RegistrationAssociationMetadata:
    """Something that is associated with a registration."""
    return RegistrationAssociationMetadata(
        resource_arn="arn:x", resource_id="x", resource_type=resource_type
    )


@pytest.mark.parametrize(
    ("registration_type", "associated", "due"),
    [
        ("US_TOLL_FREE_REGISTRATION", (), ["phone-number"]),
        ("US_TOLL_FREE_REGISTRATION", ("phone-number",), []),
        ("US_TEN_DLC_CAMPAIGN_REGISTRATION", ("phone-number",), ["registration"]),
        ("US_TEN_DLC_CAMPAIGN_REGISTRATION", ("registration",), []),
        ("GB_SENDER_ID_REGISTRATION", (), []),
        ("US_TEN_DLC_BRAND_REGISTRATION", (), []),
    ],
)
def test_the_type_says_what_must_be_associated_first(
    registration_type: str, associated: tuple[str, ...], due: list[str]
) -> None:
    """Numbers of a campaign come later, sender IDs with the approval, a brand needs nothing."""
    definition = FORMS[registration_type].definition

    problems = list(unassociated(definition, [bound(kind) for kind in associated]))

    assert [problem.field for problem in problems] == due
    assert {problem.kind for problem in problems} <= {"missing"}


def test_of_several_kinds_to_associate_one_is_enough() -> None:
    """AWS does not say whether it wants all; it refuses by itself where it does."""
    known = FORMS["US_TOLL_FREE_REGISTRATION"].definition
    (number,) = known.supported_associations or ()
    agent = number.model_copy(update={"resource_type": "rcs-agent"})
    either = known.model_copy(update={"supported_associations": (number, agent)})

    assert list(unassociated(either, [bound("rcs-agent")])) == []
    assert [one.field for one in unassociated(either, ())] == ["phone-number", "rcs-agent"]
