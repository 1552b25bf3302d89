"""Filling in a template on this machine: what cannot be judged here is left to AWS."""

from typing import Any

import pytest

from smsvoice import RequestError
from smsvoice.models.notify import NotifyTemplateInformation, TemplateVariableMetadata
from smsvoice.rules.patterns import matches
from smsvoice.rules.templates import render


def template(**rules: Any) -> NotifyTemplateInformation:
    """A template with one variable, as AWS describes it."""
    variable: dict[str, Any] = {"type": "STRING", "required": True, "source": "CUSTOMER"} | rules
    return NotifyTemplateInformation.model_construct(
        template_id="t",
        content="It is {{code}}.",
        variables={"code": TemplateVariableMetadata.model_construct(**variable)},
    )


@pytest.mark.parametrize(
    "pattern",
    [r"[\p{L} ]+", r"\p{IsLatin}+", r"[a-z&&[^b]]+", r"[[a-z]]", r"(?<name>a", "a{99999999999999}"],
)
def test_a_pattern_that_only_awss_engine_reads_is_left_to_aws(pattern: str) -> None:
    """Neither refused nor an error of somebody else's."""
    rules = {"pattern": pattern, "max_value": None, "min_value": None, "max_length": None}

    assert render(template(**rules), {"code": "Anna"}) == "It is Anna."


def test_a_pattern_that_both_read_is_checked_here() -> None:
    """The whole text has to match."""
    assert matches(r"[0-9]{6}+", "481516")
    assert not matches(r"[0-9]{6}", "481516 ")


@pytest.mark.parametrize("wrong", [481516, 4.5, True, None, b"481516", ["4"]])
def test_a_code_that_is_no_text_is_refused_with_the_remedy(wrong: Any) -> None:
    """As a number it would lose its leading zeros."""
    with pytest.raises(RequestError) as refused:
        render(template(pattern=None, max_length=8), {"code": wrong})

    assert str(refused.value) == (
        't: code: must be text, e.g. "012345": a number loses its leading zeros'
    )


def test_variables_are_a_dict_of_texts() -> None:
    """Those that AWS fills as well."""
    wrongs: list[Any] = [["code"], "code", 7, None]
    for wrong in wrongs:
        with pytest.raises(RequestError, match="variables: must be a dict of names and texts"):
            render(template(), wrong)
    with pytest.raises(RequestError, match="brand: must be text"):
        render(
            template(pattern=None, max_length=None),
            {"code": "481516"},
            {"brand": 7},  # type: ignore[dict-item]
        )
