"""The registrations of sender IDs, in countries whose carriers want to know them.

Every country has a list of its own. Where AWS's guide or a script shows it, it is written down in
`sender_id_specifics`. Where neither does, the usual list stands for it, marked as inferred, and
only the five fields at its core are required. The sender ID comes into being when its form is
approved.
AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/registrations-country.html
"""

from smsvoice.emulator.data.forms.form import (
    DELETE_FREES,
    ON_APPROVAL,
    OPTIONAL,
    Certainty,
    Field,
    Form,
    attachment,
    bound,
    definition,
    marked,
    section,
    text,
)
from smsvoice.emulator.data.forms.sender_id_fields import (
    ADDRESS,
    AUSTRIAN,
    BRITISH,
    COMPANY,
    DESCRIPTION,
    FINNISH,
    PROOF_FIELD,
    SAMPLES,
    SECTIONS,
    SENDER_ID_FIELD,
    SINGAPOREAN,
    usual,
)
from smsvoice.emulator.data.forms.sender_id_specifics import (
    SPECIFICS,
    TRANSACTIONAL_ONLY,
    section_of,
)
from smsvoice.emulator.data.sender_id_countries import WITH_REGISTRATION
from smsvoice.models.reasons import ResourceType

__all__ = ["SENDER_IDS", "SENDER_ID_FIELD"]

_COUNTRIES = sorted(WITH_REGISTRATION | {"GB"})
_LISTS = {"AT": AUSTRIAN, "FI": FINNISH, "GB": BRITISH, "SG": SINGAPOREAN}
_SEEN = frozenset(("ID", "IN"))
_DESCRIBED = frozenset(("KZ", *_LISTS, *SPECIFICS)) - _SEEN
_CORE = frozenset(
    (
        SENDER_ID_FIELD,
        "companyInfo.companyName",
        "messagingUseCase.useCaseCategory",
        "messagingUseCase.useCaseDescription",
        "messageSamples.messageSample1",
    )
)
_REGIONS = {"IN": frozenset(("ap-south-1", "ap-south-2"))}

# The scripts leave out what is optional; the guide describes it.
_UNSEEN = marked(
    Certainty.DESCRIBED,
    [
        DESCRIPTION,
        *(one for one in COMPANY if one.field_path == "companyInfo.dbaName"),
        *(one for one in ADDRESS if one.field_path.endswith(("2", "state", "zipCode"))),
        *SAMPLES[1:],
    ],
)
_PRINTED = dict.fromkeys(
    (
        "companyInfo.companyName",
        "senderIdInfo.senderIdDescription",
        "senderIdInfo.letterOfAuthorization",
        "messagingUseCase.monthlyMessageVolume",
    ),
    Certainty.DOCUMENTED,
)
_CERTAINTIES = {
    "GB": _PRINTED,
    "ID": _UNSEEN,
    "IN": _UNSEEN | {PROOF_FIELD: Certainty.DESCRIBED},
    "CN": {
        one.field_path: Certainty.INFERRED for one in usual() if one.field_path != SENDER_ID_FIELD
    },
}


def _fields_of(country: str) -> tuple[Field, ...]:
    if country in _LISTS:
        return _LISTS[country]
    own = SPECIFICS.get(country, ())
    fields = usual(own, promotions=country not in TRANSACTIONAL_ONLY)
    if _certainty(country) == Certainty.INFERRED:
        return tuple(one if one.field_path in _CORE else _optional(one) for one in fields)
    if country == "IN":
        letters = text(SENDER_ID_FIELD, "Sender ID", 3, 6, pattern="[A-Za-z]+")
        return _replaced(fields, {SENDER_ID_FIELD: letters, DESCRIPTION.field_path: None})
    if country in ("AU", "VN"):
        return _replaced(fields, {PROOF_FIELD: attachment(PROOF_FIELD, "Right to the sender ID")})
    return fields


def _optional(one: Field) -> Field:
    return one.model_copy(update={"field_requirement": OPTIONAL})


def _replaced(fields: tuple[Field, ...], others: dict[str, Field | None]) -> tuple[Field, ...]:
    """The list with other fields at some paths, or without them."""
    changed = (others.get(one.field_path, one) for one in fields)
    return tuple(one for one in changed if one is not None)


def _certainty(country: str) -> Certainty:
    if country in _SEEN:
        return Certainty.SEEN
    return Certainty.DESCRIBED if country in _DESCRIBED else Certainty.INFERRED


def _form(country: str) -> Form:
    fields = _fields_of(country)
    sections = SECTIONS | {
        section_of(country): section(
            section_of(country), f"{country} only", f"What {country} asks besides."
        )
    }
    used = dict.fromkeys(one.section_path for one in fields)
    paths = {one.field_path for one in fields}
    certainties = _CERTAINTIES.get(country, {})
    return Form(
        definition=definition(
            f"{country}_SENDER_ID_REGISTRATION",
            f"Sender ID, {country}",
            f"Makes a sender ID known to the carriers of {country}.",
            bound(ResourceType.SENDER_ID, ON_APPROVAL, DELETE_FREES, country),
        ),
        sections=tuple(sections[path] for path in used),
        fields=fields,
        certainty=_certainty(country),
        certainties={path: how for path, how in certainties.items() if path in paths},
        regions=_REGIONS.get(country, frozenset()),
    )


SENDER_IDS = tuple(_form(country) for country in _COUNTRIES)
