"""What AWS itself says of its forms and templates, which reads alone bring to light."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from smsvoice.emulator.data.forms import FORMS
from smsvoice.emulator.verify.probe import Section
from smsvoice.emulator.verify.trial import Trial

_REGISTRATIONS = Section("Registrations")
_FORMS = Section("Forms")
_CODES = Section("One-time codes")
SECTIONS = (_REGISTRATIONS, _FORMS, _CODES)

_SENDER_ID = "_SENDER_ID_REGISTRATION"
_ROWS: dict[str, tuple[str, ...]] = {
    "`XX_RCS_LAUNCH_REGISTRATION` of CA, DE, ES, FR, GB, US": tuple(
        f"{country}_RCS_LAUNCH_REGISTRATION" for country in ("CA", "DE", "ES", "FR", "GB", "US")
    ),
}
_COUNTRIES = (
    "ID, IN",
    "GB",
    "AE, AT, AU, FI, IE, KZ, SG, VN",
    "BY, EG, KW, PH, SA, TH, TR",
    "CN",
    "ES, JO, KE, LK, OM, QA, RU, ZM",
)
for _countries in _COUNTRIES:
    _ROWS[f"`XX{_SENDER_ID}` of {_countries}"] = tuple(
        f"{country}{_SENDER_ID}" for country in _countries.split(", ")
    )
for _type in FORMS:
    if not re.match(r"[A-Z]{2}_(SENDER_ID|RCS_LAUNCH)_", _type):
        _ROWS[f"`{_type}`"] = (_type,)


@_REGISTRATIONS.probe("which fields a form has", "DescribeRegistrationTypeDefinitions")
def registration_types(trial: Trial) -> None:
    """Reads which registrations there are, and what can be bound to each."""
    for one in _walk(trial, "DescribeRegistrationTypeDefinitions", "RegistrationTypeDefinitions"):
        kind = one["RegistrationType"]
        for bound in one.get("SupportedAssociations", ()):
            words = [bound[name] for name in sorted(bound) if name != "DisassociationBehavior"]
            trial.note(f"{kind}: can be bound", ", ".join(words))
        trial.note(f"{kind}: exists", value=True)


def _fields(*types: str) -> Callable[[Trial], None]:
    def read(trial: Trial) -> None:
        for kind in types:
            operation, member = (
                "DescribeRegistrationFieldDefinitions",
                "RegistrationFieldDefinitions",
            )
            for field in _walk(trial, operation, member, RegistrationType=kind):
                trial.note(f"{kind}: {field['FieldPath']}", _rules(field))

    return read


def _rules(field: dict[str, Any]) -> str:
    text, choices = field.get("TextValidation", {}), field.get("SelectValidation", {})
    parts = [field["FieldType"], field["FieldRequirement"]]
    if text:
        parts.append(f"{text['MinLength']} to {text['MaxLength']} of {text['Pattern']}")
    if choices:
        options = ", ".join(sorted(choices["Options"]))
        parts.append(f"{choices['MinChoices']} to {choices['MaxChoices']} of {options}")
    return "; ".join(parts)


for _row, _types in _ROWS.items():
    _name = re.sub(r"[^a-z0-9]+", "_", _row.lower()).strip("_")
    _body = _fields(*_types)
    _body.__name__ = f"form_{_name}"
    _body.__doc__ = f"Reads the fields of {', '.join(_types)}: kind, requirement, limits, choices."
    _FORMS.probe(_row, "DescribeRegistrationFieldDefinitions")(_body)


@_CODES.probe("template texts", "DescribeNotifyTemplates")
def templates(trial: Trial) -> None:
    """Reads the templates of one-time codes."""
    for one in _walk(trial, "DescribeNotifyTemplates", "NotifyTemplates"):
        for member in sorted(one):
            if member not in ("TemplateId", "CreatedTimestamp"):
                trial.note(f"{one['TemplateId']}: {member}", one[member])


def _walk(trial: Trial, operation: str, member: str, **members: Any) -> Iterator[dict[str, Any]]:
    token: dict[str, str] = {}
    while True:
        answer = trial.do(operation, **members, **token)
        yield from answer.get(member, ())
        if not answer.get("NextToken"):
            return
        token = {"NextToken": answer["NextToken"]}
