"""Registration attachments as they are kept."""

from smsvoice.emulator.engine.store import TableOf
from smsvoice.models.registration_attachments import RegistrationAttachmentsInformation

attachments: TableOf[RegistrationAttachmentsInformation] = TableOf(
    "registration_attachments", RegistrationAttachmentsInformation
)
"""The account's attachments, by id."""
