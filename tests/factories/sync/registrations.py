"""Filling in a toll-free form: what the tests of registrations share."""

# Mirrored from tests/factories/aio/registrations.py by `python -m codegen`. Change that file, not this one.

from typing import Any

from smsvoice import SmsVoice
from smsvoice.sync.resources.phone_numbers import PhoneNumber
from smsvoice.sync.resources.registrations import Registration

TOLL_FREE = "US_TOLL_FREE_REGISTRATION"
PDF = b"%PDF-1.7 a form"

TEXTS = {
    "companyInfo.companyName": "Example Clinic",
    "companyInfo.businessType": "SOLE_PROPRIETOR",
    "companyInfo.website": "https://clinic.example",
    "companyInfo.address1": "1 Main Street",
    "companyInfo.city": "Seattle",
    "companyInfo.state": "WA",
    "companyInfo.zipCode": "98101",
    "companyInfo.isoCountryCode": "US",
    "contactInfo.firstName": "Ada",
    "contactInfo.lastName": "Example",
    "contactInfo.supportEmail": "ada@clinic.example",
    "contactInfo.supportPhoneNumber": "+12065550100",
    "messagingUseCase.monthlyMessageVolume": ["1,000"],
    "messagingUseCase.useCaseCategory": "TWO_FACTOR_AUTHENTICATION",
    "messagingUseCase.useCaseDetails": "Codes for signing in.",
    "messagingUseCase.optInType": "DIGITAL_FORM",
    "messagingUseCase.optInDescription": "A box to tick on the page for signing in.",
    "messagingUseCase.privacyPolicyUrl": "https://clinic.example/privacy",
    "messagingUseCase.termsAndConditionsUrl": "https://clinic.example/terms",
    "messageSamples.messageSample1": "Your code is 123456.",
}
"""Every field that the form demands of one person's business, but for the picture."""


def filled_in(sms: SmsVoice, clock: Any) -> Registration:
    """A registration that is ready to be submitted."""
    registration = sms.registrations.create(TOLL_FREE)
    picture = sms.registration_attachments.create(PDF)
    picture.wait_until_uploaded(clock=clock)
    registration.fields.put_all({**TEXTS, "messagingUseCase.optInImage": picture})
    registration.associate((toll_free_number(sms)).id)
    return registration


def toll_free_number(sms: SmsVoice) -> PhoneNumber:
    """A number that waits for its registration."""
    return sms.phone_numbers.request(
        iso_country_code="US",
        message_type="TRANSACTIONAL",
        number_capabilities=["SMS"],
        number_type="TOLL_FREE",
    )
