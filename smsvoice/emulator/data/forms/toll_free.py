"""The registration of a US toll-free number.

Paths and options are those that public scripts fill in, and a comparison with the live form of
September 2026; lengths that neither has are inferred. Tax numbers of other countries hold dots
and strokes, so their characters are not limited.
AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/registrations-tfn.html
"""

from smsvoice.emulator.data.forms.form import (
    BEFORE_SUBMIT,
    COUNTRY,
    E164,
    EMAIL,
    OPTIONAL,
    RELEASE_CLOSES,
    URL,
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

# A sole proprietor has no tax number of a company; all others give one.
_COMPANIES = conditional(
    rule(Requirement.OPTIONAL, where("companyInfo.businessType", "EQUALS", "SOLE_PROPRIETOR")),
    rule(Requirement.REQUIRED, where("companyInfo.businessType", "HAS_VALUE")),
    otherwise=Requirement.OPTIONAL,
)
_OFFERED_WITH_TAX_ID = conditional(
    rule(Requirement.REQUIRED, where("companyInfo.taxId", "HAS_VALUE")),
    otherwise=Requirement.DISALLOWED,
)

_FIELDS = (
    text("companyInfo.companyName", "Legal name of the company"),
    select(
        "companyInfo.businessType",
        "Legal form",
        "PRIVATE_PROFIT",
        "PUBLIC_PROFIT",
        "NON_PROFIT",
        "GOVERNMENT",
        "SOLE_PROPRIETOR",
    ),
    text("companyInfo.taxId", "Tax number", 1, 21, need=_COMPANIES),
    select(
        "companyInfo.taxIdAuthority",
        "Kind of tax number",
        "EIN",
        "CBN",
        "DUNS",
        "VAT",
        "OTHER",
        need=_OFFERED_WITH_TAX_ID,
    ),
    text(
        "companyInfo.taxIdCountry",
        "Country of the tax number",
        2,
        2,
        need=_OFFERED_WITH_TAX_ID,
        pattern=COUNTRY,
        example="US",
    ),
    text("companyInfo.website", "Website", 4, 255, pattern=WEBSITE, example="https://example.com"),
    text("companyInfo.address1", "Street and number"),
    text("companyInfo.address2", "Second line of the address", need=OPTIONAL),
    text("companyInfo.city", "City"),
    text("companyInfo.state", "State or province", 1, 50),
    text("companyInfo.zipCode", "Postal code", 1, 20),
    text("companyInfo.isoCountryCode", "Country", 2, 2, pattern=COUNTRY, example="US"),
    text("contactInfo.firstName", "First name of the contact"),
    text("contactInfo.lastName", "Last name of the contact"),
    text("contactInfo.supportEmail", "E-mail of the contact", 5, 100, pattern=EMAIL),
    text(
        "contactInfo.supportPhoneNumber",
        "Phone number of the contact",
        3,
        20,
        pattern=E164,
        example="+12065550100",
    ),
    select(
        "messagingUseCase.monthlyMessageVolume",
        "Messages a month",
        "10",
        "100",
        "1,000",
        "10,000",
        "100,000",
        "250,000",
        "500,000",
        "750,000",
        "1,000,000",
        "5,000,000",
        "10,000,000+",
    ),
    select(
        "messagingUseCase.useCaseCategory",
        "What the messages are for",
        "ONE_TIME_PASSCODES",
        "TWO_FACTOR_AUTHENTICATION",
        "ACCOUNT_NOTIFICATIONS",
        "CUSTOMER_CARE",
        "DELIVERY_NOTIFICATIONS",
        "FRAUD_ALERTS",
        "HIGHER_EDUCATION",
        "MARKETING",
        "NON_PROFIT",
        "POLLING_AND_VOTING",
        "PUBLIC_SERVICE_ANNOUNCEMENTS",
        "SECURITY_ALERTS",
        "OTHER",
    ),
    text("messagingUseCase.useCaseDetails", "The use case in more words", 1, 500),
    select(
        "messagingUseCase.optInType",
        "How recipients agree",
        "DIGITAL_FORM",
        "PAPER_FORM",
        "TEXT",
        "QR_CODE",
        "VERBAL",
    ),
    text("messagingUseCase.optInDescription", "How recipients agree, in more words", 1, 1500),
    attachment("messagingUseCase.optInImage", "Picture of where recipients agree"),
    text(
        "messagingUseCase.privacyPolicyUrl",
        "Privacy policy",
        4,
        255,
        pattern=URL,
    ),
    text(
        "messagingUseCase.termsAndConditionsUrl",
        "Terms and conditions",
        4,
        255,
        pattern=URL,
    ),
    text("messageSamples.messageSample1", "First sample message", 1, 1024),
    text("messageSamples.messageSample2", "Second sample message", 1, 1024, need=OPTIONAL),
    text("messageSamples.messageSample3", "Third sample message", 1, 1024, need=OPTIONAL),
)

TOLL_FREE = Form(
    definition=definition(
        "US_TOLL_FREE_REGISTRATION",
        "US toll-free number",
        "Makes a toll-free number fit for texts in the United States.",
        bound(ResourceType.PHONE_NUMBER, BEFORE_SUBMIT, RELEASE_CLOSES, "US"),
    ),
    sections=(
        section("companyInfo", "Company", "Who stands behind the messages."),
        section("contactInfo", "Contact", "Whom the reviewers can ask."),
        section("messagingUseCase", "Use case", "What is sent, and how recipients agree to it."),
        section("messageSamples", "Samples", "Messages as they will be sent."),
    ),
    fields=_FIELDS,
    certainty=Certainty.SEEN,
    number_type=NumberType.TOLL_FREE,
)
