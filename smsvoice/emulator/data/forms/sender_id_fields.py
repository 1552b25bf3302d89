"""What most sender ID forms ask, and the shorter lists of those that ask something else.

The paths are those that AWS's published scripts for India and Indonesia fill in, and those that AWS
prints of the British form; a field that only its guide describes has a path by their pattern.
AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/registrations-country.html
"""

from smsvoice.emulator.data.forms.form import (
    COUNTRY,
    E164,
    EMAIL,
    OPTIONAL,
    REQUIRED,
    WEBSITE,
    Field,
    attachment,
    conditional,
    rule,
    section,
    select,
    text,
    where,
)
from smsvoice.rules.registrations import Requirement

SENDER_ID_FIELD = "senderIdInfo.senderId"
"""The field that names the sender ID."""

PROOF_FIELD = "senderIdInfo.proofOfSenderIdConnection"

SECTIONS = {
    one.section_path: one
    for one in (
        section("senderIdInfo", "Sender ID", "The name that recipients see."),
        section("companyInfo", "Company", "Who stands behind the messages."),
        section("companyAddress", "Address", "Where the company is."),
        section("contactInfo", "Contact", "Whom the reviewers can ask."),
        section("messagingUseCase", "Use case", "What is sent, and how recipients agree to it."),
        section("messageSamples", "Samples", "Messages as they will be sent."),
    )
}
"""The sections that sender ID forms share, by path."""

_PROMOTIONS = "Promotions and marketing"
_USE_CASES = (
    "One-time passcodes",
    "Account or security alerts",
    "Purchase or delivery notifications",
    "Public service announcements",
    "Polling and surveys",
    "Info on demand",
    _PROMOTIONS,
    "Other",
)
_VOLUMES = ("10", "100", "1,000", "10,000", "100,000", "1,000,000", "10,000,000+")
_MORE_VOLUMES = (
    *_VOLUMES[:-2],
    "250,000",
    "500,000",
    "750,000",
    "1,000,000",
    "5,000,000",
    "10,000,000+",
)

SENDER_ID = text(
    SENDER_ID_FIELD, "Sender ID", 3, 11, pattern=r"[A-Za-z0-9_-]*[A-Za-z][A-Za-z0-9_-]*"
)
DESCRIPTION = text(
    "senderIdInfo.senderIdDescription",
    "What the sender ID has to do with the company",
    1,
    500,
    need=OPTIONAL,
)
PROOF = attachment(PROOF_FIELD, "Right to the sender ID", need=OPTIONAL)

COMPANY = (
    text("companyInfo.companyName", "Legal name of the company"),
    text("companyInfo.companyId", "Number of the company", 1, 30, pattern="[A-Za-z0-9]+"),
    text("companyInfo.dbaName", "Name that recipients know", need=OPTIONAL),
    text("companyInfo.website", "Website", 4, 255, pattern=WEBSITE),
    select(
        "companyInfo.areaOfBusiness",
        "Line of business",
        "Agriculture",
        "Communication",
        "Construction",
        "Education",
        "Energy",
        "Entertainment",
        "Financial",
        "Government",
        "Healthcare",
        "Hospitality",
        "Insurance",
        "Manufacturing",
        "Real estate",
        "Retail",
        "Technology",
        "Other",
    ),
)


def _address(section_path: str) -> tuple[Field, ...]:
    return (
        text(f"{section_path}.address1", "Street and number"),
        text(f"{section_path}.address2", "Second line of the address", need=OPTIONAL),
        text(f"{section_path}.city", "City"),
        text(f"{section_path}.state", "State or province", 1, 50, need=OPTIONAL),
        text(f"{section_path}.zipCode", "Postal code", 1, 20, need=OPTIONAL),
        text(f"{section_path}.isoCountryCode", "Country", 2, 2, pattern=COUNTRY),
    )


ADDRESS = _address("companyAddress")
CONTACT = (
    text("contactInfo.emailAddress", "E-mail of the contact", 5, 100, pattern=EMAIL),
    text("contactInfo.phoneNumber", "Phone number of the contact", 3, 20, pattern=E164),
)
SAMPLES = tuple(
    text(
        f"messageSamples.messageSample{number}",
        f"Sample message {number}",
        1,
        306,
        need=REQUIRED if number == 1 else OPTIONAL,
    )
    for number in range(1, 4)
)


def use_case(*, promotions: bool = True) -> tuple[Field, ...]:
    """What is sent; some countries want nothing promotional."""
    options = [one for one in _USE_CASES if promotions or one != _PROMOTIONS]
    return (
        select("messagingUseCase.useCaseCategory", "What the messages are for", *options),
        text("messagingUseCase.useCaseDescription", "The use case in more words", 1, 500),
    )


def usual(own: tuple[Field, ...] = (), *, promotions: bool = True) -> tuple[Field, ...]:
    """The list that most countries have, with what one of them asks besides."""
    return (
        SENDER_ID,
        DESCRIPTION,
        PROOF,
        *own,
        *COMPANY,
        *ADDRESS,
        *CONTACT,
        *use_case(promotions=promotions),
        select("messagingUseCase.monthlyMessageVolume", "Messages a month", *_VOLUMES),
        text("messagingUseCase.optInDescription", "How recipients agree", 1, 500),
        *SAMPLES,
    )


FINNISH = (
    SENDER_ID,
    text("companyInfo.companyName", "Legal name of the company"),
    text("companyInfo.companyId", "Number of the company", 1, 30, need=OPTIONAL),
    text("companyInfo.website", "Website", 4, 255, pattern=WEBSITE),
    *use_case(),
    *SAMPLES,
)
"""The short list of Finland."""

AUSTRIAN = (
    text(
        SENDER_ID_FIELD,
        "Sender ID",
        3,
        11,
        pattern=r"(?=.*[A-Za-z])[A-Za-z0-9_&-]([A-Za-z0-9 +_&-]*[A-Za-z0-9+_&-])?",
    ),
    text("senderIdInfo.senderIdDescription", "What it has to do with the company", 1, 500),
    PROOF,
    attachment("senderIdInfo.letterOfAuthorization", "Letter of authorization"),
    text("companyInfo.companyName", "Legal name of the company"),
    text("companyInfo.companyAddress", "Address with postal code", 1, 255),
    text("companyInfo.contactEmail", "E-mail of the contact", 5, 100, pattern=EMAIL),
    *use_case(),
    *SAMPLES,
)
"""The short list of Austria, which allows more characters in a sender ID."""

_OLDER_COMPANY = (
    text("companyInfo.companyName", "Legal name of the company"),
    text("companyInfo.taxId", "Tax number", 1, 30),
    text("companyInfo.website", "Website", 4, 255, pattern=WEBSITE),
    *_address("companyInfo"),
    text("contactInfo.firstName", "First name of the contact"),
    text("contactInfo.lastName", "Last name of the contact"),
    text("contactInfo.supportEmail", "E-mail of the contact", 5, 100, pattern=EMAIL),
    text("contactInfo.supportPhoneNumber", "Phone number of the contact", 3, 20, pattern=E164),
)
_OLDER_USE_CASE = (
    select("messagingUseCase.monthlyMessageVolume", "Messages a month", *_MORE_VOLUMES),
    select(
        "messagingUseCase.useCaseCategory",
        "What the messages are for",
        "Two-factor authentication",
        "One-time passwords",
        "Notifications",
        "Polling and surveys",
        "Info on demand",
        "Promotions and Marketing",
        "Other",
    ),
    text("messagingUseCase.useCaseDetails", "The use case in more words", 1, 500),
    *SAMPLES,
)
_LETTER = "senderIdInfo.letterOfAuthorization"
_ON_BEHALF = "senderIdInfo.onBehalfOfAnotherEntity"

# AWS prints that the British letter is conditional, but not on what.
BRITISH = (
    *_OLDER_COMPANY,
    SENDER_ID,
    DESCRIPTION,
    attachment(
        _LETTER, "Letter of authorization", need=conditional(otherwise=Requirement.OPTIONAL)
    ),
    *_OLDER_USE_CASE,
)
"""The older list, as Great Britain has it."""

SINGAPOREAN = (
    *_OLDER_COMPANY,
    SENDER_ID,
    DESCRIPTION,
    select(_ON_BEHALF, "Registers for another company", "False", "True"),
    attachment(
        _LETTER,
        "Letter of authorization",
        need=conditional(
            rule(Requirement.REQUIRED, where(_ON_BEHALF, "EQUALS", "True")),
            otherwise=Requirement.OPTIONAL,
        ),
    ),
    *_OLDER_USE_CASE,
)
"""The older list, as Singapore has it."""
