"""Long codes outside the United States, and the higher tier of notify.

Only the names of these types are public; their fields are inferred from what the guide asks for.
AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/registrations.html
"""

from smsvoice.emulator.data.forms.form import (
    AFTER_COMPLETE,
    COUNTRY,
    E164,
    EMAIL,
    RELEASE_FIRST,
    WEBSITE,
    Certainty,
    Form,
    attachment,
    bound,
    conditional,
    definition,
    rule,
    section,
    select,
    text,
    where,
)
from smsvoice.models.phone_numbers import NumberType
from smsvoice.models.reasons import ResourceType
from smsvoice.rules.registrations import Requirement

NOTIFY_TYPES = frozenset(("MANAGED_ROUTES_BRAND_VERIFICATION", "NOTIFY_TIER_UPGRADE_REGISTRATION"))
"""Both names of the registration that lifts notify configurations to the tier ADVANCED."""

_COMPANY = (
    text("companyInfo.companyName", "Legal name of the company"),
    text("companyInfo.website", "Website", 4, 255, pattern=WEBSITE, example="https://example.com"),
)

LONG_CODE = Form(
    definition=definition(
        "ZZ_LONG_CODE_REGISTRATION",
        "Long code",
        "Makes long codes outside the United States fit for texts.",
        bound(ResourceType.PHONE_NUMBER, AFTER_COMPLETE, RELEASE_FIRST),
    ),
    sections=(
        section("companyInfo", "Company", "Who stands behind the messages."),
        section("contactInfo", "Contact", "Whom the reviewers can ask."),
        section("messagingUseCase", "Use case", "What is sent."),
        section("messageSamples", "Samples", "Messages as they will be sent."),
    ),
    fields=(
        *_COMPANY,
        text("companyInfo.isoCountryCode", "Country", 2, 2, pattern=COUNTRY),
        text("contactInfo.emailAddress", "E-mail of the contact", 5, 100, pattern=EMAIL),
        text("contactInfo.phoneNumber", "Phone number of the contact", 3, 20, pattern=E164),
        text("messagingUseCase.useCaseDescription", "What the messages are for", 1, 500),
        text("messageSamples.messageSample1", "Sample message", 1, 1024),
    ),
    certainty=Certainty.INFERRED,
    number_type=NumberType.LONG_CODE,
)

_SPOKEN = conditional(
    rule(Requirement.REQUIRED, where("optInInfo.optInType", "EQUALS", "VERBAL")),
    otherwise=Requirement.DISALLOWED,
)
_SHOWN = conditional(
    rule(Requirement.REQUIRED, where("optInInfo.optInType", "EQUALS", "DIGITAL_FORM")),
    otherwise=Requirement.DISALLOWED,
)

NOTIFY = tuple(
    Form(
        definition=definition(
            name, "Notify tier upgrade", "Lifts notify configurations to the tier ADVANCED."
        ),
        sections=(
            section("companyInfo", "Company", "Who stands behind the codes."),
            section("optInInfo", "Consent", "How recipients agree to be sent codes."),
        ),
        fields=(
            *_COMPANY,
            text("companyInfo.useCaseDescription", "What the codes are for", 1, 500),
            select("optInInfo.optInType", "How recipients agree", "VERBAL", "DIGITAL_FORM"),
            text("optInInfo.optInScript", "What is said to recipients", 1, 2048, need=_SPOKEN),
            attachment("optInInfo.optInImage", "Picture of the form", need=_SHOWN),
        ),
        certainty=Certainty.INFERRED,
    )
    for name in sorted(NOTIFY_TYPES)
)
