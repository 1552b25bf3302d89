"""Drafts of registrations, which cost nothing until they are submitted; none is here."""

from smsvoice.emulator.verify.probe import Section
from smsvoice.emulator.verify.trial import Trial

_REGISTRATIONS = Section("Registrations")
SECTIONS = (_REGISTRATIONS,)
_TOLL_FREE = "US_TOLL_FREE_REGISTRATION"
_NAME = "companyInfo.companyName"
_PICTURE = "messagingUseCase.optInImage"
_A_PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8ff"
    "ff3f0005fe02fe0def46b80000000049454e44ae426082"
)
"""A PNG of one white dot."""
_UPLOAD_SECONDS = 60


def _draft(trial: Trial) -> str:
    made = trial.do("CreateRegistration", RegistrationType=_TOLL_FREE)
    return str(made["RegistrationId"])


@_REGISTRATIONS.probe("when values are checked", "CreateRegistration", "PutRegistrationFieldValue")
def value_too_long(trial: Trial) -> None:
    """Fills in a company's name that is far too long."""
    trial.ask(
        "PutRegistrationFieldValue",
        RegistrationId=_draft(trial),
        FieldPath=_NAME,
        TextValue="a" * 2000,
    )


@_REGISTRATIONS.probe(
    "emptying a required field",
    "CreateRegistration",
    "PutRegistrationFieldValue",
    "DeleteRegistrationFieldValue",
)
def empty_required_field(trial: Trial) -> None:
    """Fills in a company's name and takes it out again."""
    place = {"RegistrationId": _draft(trial), "FieldPath": _NAME}
    trial.do("PutRegistrationFieldValue", **place, TextValue="Example")
    trial.ask("DeleteRegistrationFieldValue", **place)


@_REGISTRATIONS.probe(
    "deleting a document that a form holds",
    "CreateRegistrationAttachment",
    "DescribeRegistrationAttachments",
    "CreateRegistration",
    "PutRegistrationFieldValue",
    "DeleteRegistrationAttachment",
)
def delete_held_document(trial: Trial) -> None:
    """Puts a picture of one dot into a form, and deletes it."""
    document = trial.do("CreateRegistrationAttachment", AttachmentBody=_A_PICTURE)
    name = document["RegistrationAttachmentId"]
    for _ in range(_UPLOAD_SECONDS):
        found = trial.do("DescribeRegistrationAttachments", RegistrationAttachmentIds=[name])
        if found["RegistrationAttachments"][0]["AttachmentStatus"] != "UPLOAD_IN_PROGRESS":
            break
        trial.pause(1)
    trial.do(
        "PutRegistrationFieldValue",
        RegistrationId=_draft(trial),
        FieldPath=_PICTURE,
        RegistrationAttachmentId=name,
    )
    trial.ask("DeleteRegistrationAttachment", RegistrationAttachmentId=name)
