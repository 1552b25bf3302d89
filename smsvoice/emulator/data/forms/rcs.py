"""The registrations of an RCS agent: one to test it, and one a country to launch it.

The fields of the testing form are those that AWS's own samples list. A launch asks for the same
and for more about its use; those further paths, and the carriers of a country, are inferred.
AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/rcs-country-launch.html
"""

from smsvoice.emulator.data.forms.form import (
    BEFORE_SUBMIT,
    DELETE_FREES,
    E164,
    EMAIL,
    OPTIONAL,
    URL,
    Certainty,
    Field,
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
from smsvoice.models.reasons import ResourceType
from smsvoice.models.registration_forms import ConditionalBehavior
from smsvoice.rules.registrations import Requirement

TESTING_TYPE = "TEST_RCS_LAUNCH_REGISTRATION"
LAUNCH_SUFFIX = "_RCS_LAUNCH_REGISTRATION"

CARRIERS: dict[str, tuple[str, ...]] = {
    "CA": ("Bell", "Rogers", "Telus"),
    "DE": ("Telekom", "Vodafone", "O2"),
    "ES": ("Movistar", "Orange", "Vodafone"),
    "FR": ("Bouygues", "Orange", "SFR"),
    "GB": ("EE", "O2", "Three", "Vodafone"),
    "US": ("AT&T", "T-Mobile", "Verizon"),
}
"""The carriers that decide on a launch, by country (ISO 3166-1 alpha-2)."""

_WAYS = ("contactPhoneNumber", "contactEmailAddress", "contactWebsite")


def _unless_another(own: str) -> ConditionalBehavior:
    """One way to reach the company is enough, so each is required while the others are empty."""
    others = [where(f"agentDetails.{way}", "NO_VALUE") for way in _WAYS if way != own]
    return conditional(rule(Requirement.REQUIRED, *others), otherwise=Requirement.OPTIONAL)


def _label_of(way: str) -> ConditionalBehavior:
    return conditional(
        rule(Requirement.REQUIRED, where(f"agentDetails.{way}", "HAS_VALUE")),
        otherwise=Requirement.OPTIONAL,
    )


_REACHED = (
    text(
        "agentDetails.contactPhoneNumber",
        "Phone number of the brand",
        10,
        20,
        need=_unless_another("contactPhoneNumber"),
        pattern=E164,
    ),
    text(
        "agentDetails.contactPhoneLabel",
        "Label of the phone number",
        1,
        25,
        need=_label_of("contactPhoneNumber"),
    ),
    text(
        "agentDetails.contactEmailAddress",
        "E-mail of the brand",
        5,
        100,
        need=_unless_another("contactEmailAddress"),
        pattern=EMAIL,
    ),
    text(
        "agentDetails.contactEmailLabel",
        "Label of the e-mail",
        1,
        25,
        need=_label_of("contactEmailAddress"),
    ),
    text(
        "agentDetails.contactWebsite",
        "Website of the brand",
        4,
        100,
        need=_unless_another("contactWebsite"),
        pattern=URL,
    ),
    text("agentDetails.contactWebsiteLabel", "Label of the website", 0, 25, need=OPTIONAL),
)

_AGENT = (
    text("agentDetails.brandName", "Name of the brand", 2, 65),
    text("agentDetails.serviceName", "Name of the service", 1, 100),
    text("agentDetails.senderDisplayName", "Name that recipients see", 1, 40),
    select(
        "agentDetails.useCase",
        "What the messages are for",
        "OTP",
        "TRANSACTIONAL",
        "PROMOTIONAL",
        "MULTI_USE",
    ),
    text("agentDetails.agentDescription", "What the agent does", 1, 100),
    attachment("agentDetails.bannerImage", "Banner, 1440 by 448 pixels"),
    attachment("agentDetails.logoImage", "Logo, 224 by 224 pixels"),
    text("agentDetails.accentColor", "Colour", 7, 7, pattern=r"#[0-9A-Fa-f]{6}", example="#0F4C5C"),
    *_REACHED,
    text("agentDetails.privacyPolicyUrl", "Privacy policy", 4, 100, pattern=URL),
    text("agentDetails.privacyPolicyLabel", "Label of the policy", 0, 25, need=OPTIONAL),
    text("agentDetails.termsAndConditionsUrl", "Terms and conditions", 4, 100, pattern=URL),
    text("agentDetails.termsAndConditionsLabel", "Label of the terms", 0, 25, need=OPTIONAL),
    select("agentDetails.billingCategory", "Billing", "CONVERSATIONAL", "NON_CONVERSATIONAL"),
    select("agentDetails.averageMonthlyRcsFrequency", "Messages a recipient", "10", "100", "1000+"),
    text("agentDetails.monthlyRcsVolume", "Messages a month", 1, 6, pattern="[0-9]+"),
    text("complianceKeywords.helpResponse", "Answer to HELP", 1, 160, need=OPTIONAL),
    text("complianceKeywords.stopResponse", "Answer to STOP", 1, 160, need=OPTIONAL),
)

_LAUNCH = (
    text("launchDetails.optInDescription", "How recipients agree", 1, 2048),
    attachment("launchDetails.optInImage", "Picture of where recipients agree"),
    text("launchDetails.testerInstructions", "How carriers try the agent", 1, 2048),
    attachment("launchDetails.complianceVideo", "Recording of HELP and STOP", need=OPTIONAL),
    text("messageSamples.messageSample1", "First sample message", 1, 1024),
    text("messageSamples.messageSample2", "Second sample message", 1, 1024, need=OPTIONAL),
)

_AGENT_SECTIONS = (
    section("agentDetails", "Agent", "What recipients see of the brand."),
    section("complianceKeywords", "Keywords", "What HELP and STOP answer."),
)
_LAUNCH_SECTIONS = (
    section("launchDetails", "Launch", "What the carriers decide upon."),
    section("messageSamples", "Samples", "Messages as they will be sent."),
)


def _form(registration_type: str, title: str, short: str, more: tuple[Field, ...] = ()) -> Form:
    agent = bound(ResourceType.RCS_AGENT, BEFORE_SUBMIT, DELETE_FREES)
    certainty = Certainty.INFERRED if more else Certainty.DOCUMENTED
    return Form(
        definition=definition(registration_type, title, short, agent),
        sections=_AGENT_SECTIONS + (_LAUNCH_SECTIONS if more else ()),
        fields=_AGENT + more,
        certainty=certainty,
    )


TESTING = _form(
    TESTING_TYPE, "RCS testing", "Lets an RCS agent write to testers, without any carrier."
)
LAUNCHES = tuple(
    _form(
        f"{country}{LAUNCH_SUFFIX}",
        f"RCS launch, {country}",
        f"Asks the carriers of {country} to let an RCS agent write to everybody.",
        _LAUNCH,
    )
    for country in CARRIERS
)
