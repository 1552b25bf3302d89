"""The registrations of sender IDs, in countries whose carriers want to know them.

Paths and options are those of AWS's published scripts for such registrations, and inferred to be
the same in all countries: those that demand a registration here, and Great Britain, which offers
one. The sender ID comes into being when its form is approved.
AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/registrations-sms-senderid.html
"""

from smsvoice.emulator.forms.form import (
    COUNTRY,
    DELETE_FREES,
    E164,
    EMAIL,
    ON_APPROVAL,
    OPTIONAL,
    URL,
    Form,
    attachment,
    bound,
    definition,
    section,
    select,
    text,
)
from smsvoice.emulator.sender_id_countries import WITH_REGISTRATION
from smsvoice.models.reasons import ResourceType

SENDER_ID_FIELD = "senderIdInfo.senderId"
"""The field that names the sender ID."""

_COUNTRIES = sorted(WITH_REGISTRATION | {"GB"})

_FIELDS = (
    text(SENDER_ID_FIELD, "Sender ID", 3, 11, pattern=r"[A-Za-z0-9_-]*[A-Za-z][A-Za-z0-9_-]*"),
    attachment("senderIdInfo.proofOfSenderIdConnection", "Right to the sender ID", need=OPTIONAL),
    text("companyInfo.companyName", "Legal name of the company"),
    text("companyInfo.companyId", "Number of the company", 1, 30, pattern="[A-Za-z0-9]+"),
    text("companyInfo.website", "Website", 4, 255, pattern=URL),
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
    text("companyAddress.address1", "Street and number"),
    text("companyAddress.city", "City"),
    text("companyAddress.isoCountryCode", "Country", 2, 2, pattern=COUNTRY),
    text("contactInfo.emailAddress", "E-mail of the contact", 5, 100, pattern=EMAIL),
    text("contactInfo.phoneNumber", "Phone number of the contact", 3, 20, pattern=E164),
    select(
        "messagingUseCase.useCaseCategory",
        "What the messages are for",
        "One-time passcodes",
        "Account or security alerts",
        "Purchase or delivery notifications",
        "Public service announcements",
        "Polling and surveys",
        "Info on demand",
        "Promotions and marketing",
        "Other",
    ),
    text("messagingUseCase.useCaseDescription", "The use case in more words", 1, 500),
    select(
        "messagingUseCase.monthlyMessageVolume",
        "Messages a month",
        "10",
        "100",
        "1,000",
        "10,000",
        "100,000",
        "1,000,000",
        "10,000,000+",
    ),
    text("messagingUseCase.optInDescription", "How recipients agree", 1, 500),
    text("messageSamples.messageSample1", "Sample message", 1, 306),
)

_SECTIONS = (
    section("senderIdInfo", "Sender ID", "The name that recipients see."),
    section("companyInfo", "Company", "Who stands behind the messages."),
    section("companyAddress", "Address", "Where the company is."),
    section("contactInfo", "Contact", "Whom the reviewers can ask."),
    section("messagingUseCase", "Use case", "What is sent, and how recipients agree to it."),
    section("messageSamples", "Samples", "Messages as they will be sent."),
)

SENDER_IDS = tuple(
    Form(
        definition=definition(
            f"{country}_SENDER_ID_REGISTRATION",
            f"Sender ID, {country}",
            f"Makes a sender ID known to the carriers of {country}.",
            bound(ResourceType.SENDER_ID, ON_APPROVAL, DELETE_FREES, country),
        ),
        sections=_SECTIONS,
        fields=_FIELDS,
    )
    for country in _COUNTRIES
)
