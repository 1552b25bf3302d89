"""The machine that looks at a submitted form before any reviewer does.

People report that a form which lacks a field is taken, and denied within seconds: the version says
which kind of fault it is, and the fields at fault carry a word. Inferred here: the words but for
MISSING_REQUIRED_FIELD, and that a registration made where its country is not served is denied by
the same machine.
"""

from collections.abc import Iterator

from smsvoice.core.errors import Problem
from smsvoice.emulator.engine.context import Call
from smsvoice.emulator.state.registration_attachments import attachments
from smsvoice.emulator.state.registrations import current_values, form_of, values
from smsvoice.models.registration_attachments import AttachmentStatus
from smsvoice.models.registrations import (
    RegistrationDeniedReasonInformation,
    RegistrationInformation,
)
from smsvoice.rules.registrations import check

MISSING = "MISSING_REQUIRED_FIELD"
INVALID = "INVALID_FIELD_VALUE"
UNREADABLE = "INVALID_ATTACHMENT"

_REASONS = {
    MISSING: ("Missing required field", "A field that the form requires is empty."),
    INVALID: ("Invalid field value", "A value does not fit its field or what stands beside it."),
    UNREADABLE: ("Invalid attachment", "A document was not uploaded."),
}
_ELSEWHERE = RegistrationDeniedReasonInformation(
    reason="Unsupported Region", short_description="This Region does not serve the country."
)


def problems_of(call: Call, found: RegistrationInformation) -> list[Problem]:
    """All that is wrong with the newest version, field by field; nothing where it will do."""
    form = form_of(found)
    return [*check(form.fields, current_values(call, found)), *_unfinished_uploads(call, found)]


def findings(call: Call, found: RegistrationInformation) -> dict[str, str]:
    """The fields of the newest version that are at fault, and the word for each."""
    words = {"missing": MISSING, "upload": UNREADABLE}
    return {problem.field: words.get(problem.kind, INVALID) for problem in problems_of(call, found)}


def reasons(
    call: Call, found: RegistrationInformation
) -> tuple[RegistrationDeniedReasonInformation, ...]:
    """Why the machine denies the newest version, kind by kind; nothing where it does not."""
    words = dict.fromkeys(findings(call, found).values())
    found_reasons = [
        RegistrationDeniedReasonInformation(reason=reason, short_description=description)
        for reason, description in (_REASONS[word] for word in words)
    ]
    regions = form_of(found).regions
    if regions and call.account.region not in regions:
        found_reasons.append(_ELSEWHERE)
    return tuple(found_reasons)


def _unfinished_uploads(call: Call, found: RegistrationInformation) -> Iterator[Problem]:
    for value in values(call, found.registration_id, found.current_version_number):
        attachment = attachments(call).get(value.registration_attachment_id or "")
        done = AttachmentStatus.UPLOAD_COMPLETE
        if attachment is not None and attachment.attachment_status != done:
            yield Problem(value.field_path, "its attachment is not uploaded", "upload")
