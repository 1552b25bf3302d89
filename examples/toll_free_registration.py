"""A toll-free number from its blank registration to its approval, with a denial on the way.

Runs against the built-in emulator, where a review takes seconds instead of weeks and this script
decides its outcome: a toll-free number costs money every month.
"""

import sys

from smsvoice import (
    Emulator,
    PhoneNumber,
    Progress,
    Registration,
    RequestError,
    SmsVoice,
    WaitFailedError,
)

FORM = "US_TOLL_FREE_REGISTRATION"
SCREENSHOT = b"%PDF-1.7 where people tick the box"
ANSWERS = {
    "companyInfo.companyName": "Example Clinic",
    "companyInfo.businessType": "NON_PROFIT",
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
    "messagingUseCase.monthlyMessageVolume": "1,000",
    "messagingUseCase.useCaseCategory": "TWO_FACTOR_AUTHENTICATION",
    "messagingUseCase.useCaseDetails": "Codes for signing in to the patients' page.",
    "messagingUseCase.optInType": "DIGITAL_FORM",
    "messagingUseCase.optInDescription": "Patients tick a box.",
    "messagingUseCase.privacyPolicyUrl": "https://clinic.example/privacy",
    "messagingUseCase.termsAndConditionsUrl": "https://clinic.example/terms",
    "messageSamples.messageSample1": "Your code is 123456.",
}


def main() -> int:
    """Request the number, fill in its form, be denied, and do better."""
    with Emulator() as emulator, SmsVoice(session=emulator.session()) as sms:
        number = request_number(sms)
        registration = fill_in(sms, number)
        emulator.settings.reviews = "deny"
        submit(registration)
        emulator.settings.reviews = "approve"
        try_again(registration)
        number.wait_until_active()
        say("number", number)
    return 0


def request_number(sms: SmsVoice) -> PhoneNumber:
    """A number that sends nothing before its registration is through."""
    number = sms.phone_numbers.request(
        iso_country_code="US",
        message_type="TRANSACTIONAL",
        number_capabilities=["SMS"],
        number_type="TOLL_FREE",
    )
    say("number", number)
    return number


def fill_in(sms: SmsVoice, number: PhoneNumber) -> Registration:
    """Look at the form, answer it, and see what is still missing."""
    registration = sms.registrations.create(FORM)
    registration.associate(number.id)
    say("blank", registration)
    for section in sms.registration_types.sections(FORM):
        say("section", f"{section.display_hints.title}: {section.display_hints.short_description}")
    say("missing", f"{len(registration.missing_fields())} fields")

    try:
        registration.fields.put_all({**ANSWERS, "companyInfo.isoCountryCode": "USA"})
    except RequestError as wrong:
        say("refused", wrong)
    stored = registration.fields.put_all(ANSWERS)
    say("stored", f"{len(stored)} fields")

    for field in registration.missing_fields():
        say("missing", f"{field.field_path}: {field.display_hints.title}")
    screenshot = sms.registration_attachments.create(SCREENSHOT).wait_until_uploaded()
    registration.fields.put_all(
        {"companyInfo.taxId": "12-3456789", "messagingUseCase.optInImage": screenshot}
    )
    rest = {field.field_path: field for field in registration.missing_fields()}
    registration.fields.put_all(
        {"companyInfo.taxIdAuthority": "EIN", "companyInfo.taxIdCountry": "US"}
    )
    say("then", f"{', '.join(rest)}, since there is a tax number now")
    return registration


def submit(registration: Registration) -> None:
    """Hand it in, and hear why the reviewers do not like it."""
    say("submitted", f"version {registration.submit().version_number}")
    try:
        registration.wait_until_reviewed(progress=tell)
    except WaitFailedError as failure:
        say("denied", failure.why)


def try_again(registration: Registration) -> None:
    """A new version with the old answers, one of them in more words."""
    version = registration.create_version(copy_fields=True)
    say("version", f"{version.version_number} is a {version.registration_version_status}")
    registration.fields.put(
        "messagingUseCase.optInDescription",
        text_value="Patients tick a box that is empty at first, and read that codes come as texts.",
    )
    registration.submit()
    registration.wait_until_reviewed(progress=tell)
    say("approved", registration)


def tell(progress: Progress) -> None:
    """Print how a wait is going."""
    say("waiting", f"{progress.state} after {progress.seconds:.0f} s")


def say(what: str, text: object) -> None:
    """One line of the story."""
    print(f"{what:>10}  {text}")


if __name__ == "__main__":
    sys.exit(main())
