"""Notify templates: checking variables and filling them into the text.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/notify-templates.html
"""

import re
from collections.abc import Iterator, Mapping

from smsvoice.core.errors import Problem, RequestError
from smsvoice.models.notify import (
    NotifyTemplateInformation,
    TemplateVariableMetadata,
    TemplateVariableSource,
    TemplateVariableType,
)
from smsvoice.rules.patterns import matches

_PLACE = re.compile(r"\{\{\s*([A-Za-z0-9_]+)\s*\}\}")


def render(
    template: NotifyTemplateInformation,
    variables: Mapping[str, str],
    system_variables: Mapping[str, str] | None = None,
) -> str:
    """The text of a template with its variables filled in.

    Args:
        template: the template as AWS describes it.
        variables: values for the variables that customers give, by name.
        system_variables: values for those that the service fills; samples stand in for absent ones.

    Raises:
        RequestError: a variable is missing, unknown, of the wrong kind, too long, out of range,
            against its pattern, or the service's own to fill.
    """
    system: Mapping[str, object] = system_variables or {}
    problems = [*check(template, variables)]
    problems += [Problem(n, "must be text") for n, v in system.items() if not isinstance(v, str)]
    if problems:
        raise RequestError(template.template_id or "template", problems)
    known = template.variables or {}
    filled = {name: _stand_in(name, rule) for name, rule in known.items()}
    filled |= dict(system_variables or {}) | dict(variables)
    return _PLACE.sub(lambda place: filled.get(place[1], place[0]), template.content or "")


def check(template: NotifyTemplateInformation, variables: Mapping[str, str]) -> Iterator[Problem]:
    """All that is wrong with the variables given for a template."""
    if not _is_map(variables):
        yield Problem("variables", "must be a dict of names and texts")
        return
    known = template.variables or {}
    for name in variables:
        if name not in known:
            yield Problem(name, f"the template has no such variable; it has {', '.join(known)}")
        elif known[name].source == TemplateVariableSource.SYSTEM:
            yield Problem(name, "the service fills this variable itself")
    for name, rule in known.items():
        if rule.source == TemplateVariableSource.SYSTEM:
            continue
        if name in variables:
            yield from (Problem(name, broken) for broken in _broken(rule, variables[name]))
        elif rule.required and rule.default_value is None:
            yield Problem(name, "is required")


def samples(template: NotifyTemplateInformation) -> dict[str, str]:
    """A value for each variable that customers give, as AWS's own examples have it."""
    return {
        name: rule.default_value or rule.sample or "1"
        for name, rule in (template.variables or {}).items()
        if rule.source != TemplateVariableSource.SYSTEM
    }


def _is_map(given: object) -> bool:
    return isinstance(given, Mapping)


def _broken(rule: TemplateVariableMetadata, value: object) -> Iterator[str]:
    if not isinstance(value, str):
        # A code of 012345 would be sent as 12345.
        yield 'must be text, e.g. "012345": a number loses its leading zeros'
        return
    if rule.type == TemplateVariableType.INTEGER:
        yield from _broken_number(rule, value)
    elif rule.type == TemplateVariableType.BOOLEAN and value not in ("true", "false"):
        yield "must be true or false"
    if rule.max_length is not None and len(value) > rule.max_length:
        yield f"must have at most {rule.max_length} characters"
    if rule.pattern is not None and not matches(rule.pattern, value):
        yield f"must match {rule.pattern}"


def _broken_number(rule: TemplateVariableMetadata, value: str) -> Iterator[str]:
    if re.fullmatch(r"[+-]?[0-9]{1,18}", value) is None:
        yield "must be a whole number"
        return
    number = int(value)
    if rule.min_value is not None and number < rule.min_value:
        yield f"must be {rule.min_value} or more"
    if rule.max_value is not None and number > rule.max_value:
        yield f"must be {rule.max_value} or less"


def _stand_in(name: str, rule: TemplateVariableMetadata) -> str:
    if rule.default_value is not None:
        return rule.default_value
    if rule.source == TemplateVariableSource.SYSTEM and rule.sample is not None:
        return rule.sample
    return "" if rule.source == TemplateVariableSource.CUSTOMER else f"{{{{{name}}}}}"
