"""The registration of a company that sends by US 10DLC numbers, and its vetting.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/registrations-10dlc.html
"""

from smsvoice.emulator.data.forms.form import (
    BEFORE_SUBMIT,
    COUNTRY,
    DELETE_FREES,
    E164,
    EMAIL,
    WEBSITE,
    Certainty,
    Form,
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
from smsvoice.rules.registrations import Requirement

BRAND_TYPE = "US_TEN_DLC_BRAND_REGISTRATION"

_IS_PUBLIC = where("companyInfo.legalType", "EQUALS", "PUBLIC_PROFIT")
_PUBLIC_COMPANIES = conditional(
    rule(Requirement.REQUIRED, _IS_PUBLIC), otherwise=Requirement.DISALLOWED
)

VERTICALS = (
    "AGRICULTURE",
    "COMMUNICATION",
    "CONSTRUCTION",
    "EDUCATION",
    "ENERGY",
    "ENTERTAINMENT",
    "FINANCIAL",
    "GAMBLING",
    "GOVERNMENT",
    "HEALTHCARE",
    "HOSPITALITY",
    "INSURANCE",
    "MANUFACTURING",
    "NGO",
    "REAL_ESTATE",
    "RETAIL",
    "TECHNOLOGY",
)
"""The seventeen lines of business that a brand can be in."""

_FIELDS = (
    text("companyInfo.companyName", "Legal name of the company"),
    text(
        "companyInfo.taxIdIssuingCountry",
        "Country of the tax number",
        2,
        2,
        pattern=COUNTRY,
        example="US",
    ),
    text("companyInfo.taxId", "Tax number", 1, 21),
    select(
        "companyInfo.legalType",
        "Legal form",
        "PRIVATE_PROFIT",
        "PUBLIC_PROFIT",
        "NON_PROFIT",
        "GOVERNMENT",
    ),
    text("companyInfo.stockSymbol", "Stock symbol", 1, 10, need=_PUBLIC_COMPANIES),
    select(
        "companyInfo.stockExchange",
        "Stock exchange",
        "NASDAQ",
        "NYSE",
        "AMEX",
        "LON",
        "FRA",
        "JPX",
        "TSX",
        "ASX",
        "HKEX",
        "OTHER",
        need=_PUBLIC_COMPANIES,
    ),
    text(
        "companyInfo.businessContactEmail",
        "E-mail that authenticates the company",
        5,
        100,
        need=_PUBLIC_COMPANIES,
        pattern=EMAIL,
    ),
    text("companyInfo.address", "Street and number"),
    text("companyInfo.city", "City"),
    text("companyInfo.state", "State or province", 1, 50),
    text("companyInfo.zipCode", "Postal code", 1, 20),
    text("companyInfo.isoCountryCode", "Country", 2, 2, pattern=COUNTRY, example="US"),
    text("contactInfo.dbaName", "Name that recipients know"),
    select("contactInfo.vertical", "Line of business", *VERTICALS),
    text("contactInfo.website", "Website", 4, 100, pattern=WEBSITE, example="https://example.com"),
    text("contactInfo.supportEmail", "E-mail for recipients", 5, 100, pattern=EMAIL),
    text("contactInfo.supportPhoneNumber", "Phone number for recipients", 3, 30, pattern=E164),
)

BRAND = Form(
    definition=definition(
        BRAND_TYPE, "US 10DLC brand", "Tells the carriers which company sends by 10DLC numbers."
    ),
    sections=(
        section("companyInfo", "Company", "Who stands behind the messages."),
        section("contactInfo", "Contact", "How recipients know and reach the company."),
    ),
    fields=_FIELDS,
    certainty=Certainty.SEEN,
    authentication=_IS_PUBLIC,
)

VETTING = Form(
    definition=definition(
        "US_TEN_DLC_BRAND_VETTING",
        "US 10DLC brand vetting",
        "Has a brand looked at more closely, for more messages a day.",
        bound(ResourceType.REGISTRATION, BEFORE_SUBMIT, DELETE_FREES),
    ),
    sections=(),
    fields=(),
    certainty=Certainty.SEEN,
    parent_type=BRAND_TYPE,
)
