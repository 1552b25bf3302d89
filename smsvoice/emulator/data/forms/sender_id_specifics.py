"""What single countries ask of a sender ID besides the usual.

Each of these countries has a section of its own. Of India's and Indonesia's, scripts that AWS has
published show the paths; of the others its guide describes what is asked, not always all of it, and
the paths are ours by the same pattern.
AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/registrations-country.html
"""

from smsvoice.emulator.data.forms.form import (
    COUNTRY,
    E164,
    EMAIL,
    OPTIONAL,
    Field,
    Need,
    attachment,
    conditional,
    rule,
    select,
    text,
    where,
)
from smsvoice.rules.registrations import Requirement


def section_of(country: str) -> str:
    """The path of a country's own section."""
    return f"{country.lower()}SidSpecificInfo"


def _letter(country: str, title: str, number: str = "", need: Need | None = None) -> Field:
    path = f"{section_of(country)}.letterOfAuthorization{number}"
    return attachment(path, f"Letter of authorization: {title}", **_needed(need))


def _needed(need: Need | None) -> dict[str, Need]:
    return {} if need is None else {"need": need}


def _company_documents(country: str) -> Field:
    path = f"{section_of(country)}.companyRegistrationDocumentation"
    return attachment(path, "Registration of the company")


def _transactional(country: str) -> Field:
    path = f"{section_of(country)}.transactionalContentAcknowledgement"
    return select(path, "Sends nothing promotional", "Yes")


def _local(country: str) -> Need:
    """Required of companies in the country itself."""
    is_local = where("companyAddress.isoCountryCode", "EQUALS", country)
    return conditional(rule(Requirement.REQUIRED, is_local), otherwise=Requirement.OPTIONAL)


def _foreign(country: str) -> Need:
    """Required of companies in any other country."""
    is_foreign = where("companyAddress.isoCountryCode", "NOT_EQUALS", country)
    return conditional(rule(Requirement.REQUIRED, is_foreign), otherwise=Requirement.OPTIONAL)


_AU = section_of("AU")
_AUSTRALIA = (
    text(f"{_AU}.australianBusinessNumber", "Number of the business", 1, 30),
    select(
        f"{_AU}.entityType",
        "Kind of entity",
        "Individual",
        "Body corporate",
        "Corporation sole",
        "Body politic",
        "Government entity",
        "Partnership",
        "Unincorporated association",
        "Trust",
        "Superannuation fund",
    ),
    text(f"{_AU}.authorizedRepresentativeFirstName", "First name of the representative"),
    text(f"{_AU}.authorizedRepresentativeLastName", "Last name of the representative"),
    text(f"{_AU}.authorizedRepresentativeEmail", "E-mail of them", 5, 100, pattern=EMAIL),
    text(f"{_AU}.authorizedRepresentativePhoneNumber", "Phone of them", 3, 20, pattern=E164),
    text(
        f"{_AU}.globalHeadquartersCountry",
        "Country of the headquarters",
        2,
        2,
        need=OPTIONAL,
        pattern=COUNTRY,
    ),
    attachment(f"{_AU}.governmentIssuedPhotoId", "Identity of the representative"),
    _letter("AU", "representative", need=OPTIONAL),
    _company_documents("AU"),
)

_AE = section_of("AE")
_EMIRATES = (
    _company_documents("AE"),
    _letter("AE", "Etisalat, foreign companies", "1", _foreign("AE")),
    _letter("AE", "du, foreign companies", "2", _foreign("AE")),
    _letter("AE", "Etisalat, local companies", "3", _local("AE")),
    _letter("AE", "du, local companies", "4", _local("AE")),
    attachment(f"{_AE}.senderIdRegistrationForm", "Form of du", need=_local("AE")),
    attachment(f"{_AE}.establishmentCard", "Establishment card", need=_local("AE")),
    attachment(f"{_AE}.authorizedSignatoryId", "Identity of who signs", need=_local("AE")),
    attachment(f"{_AE}.authorizedSignatoryPassport", "Passport of who signs", need=_local("AE")),
    attachment(f"{_AE}.powerOfAttorney", "Power of attorney", need=OPTIONAL),
    attachment(f"{_AE}.healthAuthorization", "Leave of the ministry of health", need=OPTIONAL),
    _transactional("AE"),
)

_CN = section_of("CN")
_CHINA = (
    attachment(f"{_CN}.businessLicense", "Licence of the business"),
    attachment(f"{_CN}.contactIdentityDocument", "Identity of the contact"),
    attachment(f"{_CN}.letterOfUndertaking", "Letter of undertaking"),
)

_ID = section_of("ID")
_INDONESIA = (
    _letter("ID", "Telkomsel", "1", _local("ID")),
    _letter("ID", "IOH", "2", _local("ID")),
    _letter("ID", "XL Axiata", "3"),
    _letter("ID", "Smartfren", "4", _local("ID")),
    attachment(f"{_ID}.regulatoryAgencyLicense", "Licence of a money lender", need=OPTIONAL),
    attachment(f"{_ID}.nomorPokokWajibPajakDocument", "Tax number", need=_local("ID")),
    attachment(f"{_ID}.nomorIndukBerusahaDocument", "Business number", need=_local("ID")),
)

_IN = section_of("IN")
_INDIA = (
    text(f"{_IN}.principalEntityId", "Principal Entity ID"),
    text(f"{_IN}.chainId1", "Chain ID: Route Ledger Technologies"),
    text(f"{_IN}.chainId2", "Chain ID: Karix Mobile"),
    text(f"{_IN}.chainId3", "Chain ID: Sinch"),
    text(f"{_IN}.chainId5", "Chain ID: Infobip"),
    select(f"{_IN}.sendingParametersAcknowledgement", "Sends entity and template IDs", "Yes"),
)

_IE = section_of("IE")
_IRELAND = (
    text(f"{_IE}.senderIdOwnerNumber", "Number of the Sender ID Owner (SIDO)", 1, 50),
    _company_documents("IE"),
    text("companyInfo.customerCareEmail", "E-mail for recipients", 5, 100, pattern=EMAIL),
    text("companyInfo.customerCarePhoneNumber", "Phone for recipients", 3, 20, pattern=E164),
    text("contactInfo.firstName", "First name of the contact"),
    text("contactInfo.lastName", "Last name of the contact"),
)

_VN = section_of("VN")
_VIETNAM = (
    _letter("VN", "local companies", "1", _local("VN")),
    _letter("VN", "foreign companies", "2", _foreign("VN")),
    _company_documents("VN"),
    attachment(f"{_VN}.financialSectorLicense", "Licence of a financial company", need=OPTIONAL),
    _transactional("VN"),
)

SPECIFICS: dict[str, tuple[Field, ...]] = {
    "AE": _EMIRATES,
    "AU": _AUSTRALIA,
    "BY": (_transactional("BY"),),
    "CN": _CHINA,
    "EG": (_letter("EG", "general"),),
    "ID": _INDONESIA,
    "IE": _IRELAND,
    "IN": _INDIA,
    "KW": (_letter("KW", "general", "1"),),
    "PH": (_letter("PH", "Globe", "1"), _letter("PH", "Smart", "2")),
    "SA": (_letter("SA", "Vodafone"), _transactional("SA")),
    "TH": (_letter("TH", "general"),),
    "TR": (
        _letter("TR", "sender ID", "1"),
        _letter("TR", "vendor", "2"),
        _company_documents("TR"),
        _transactional("TR"),
    ),
    "VN": _VIETNAM,
}
"""A country's own fields; the countries that AWS's guide describes without any are not here."""

TRANSACTIONAL_ONLY = frozenset(("AE", "BY", "IN", "SA", "TR", "VN"))
"""Countries whose form offers no promotional use."""
