"""Changes of a registration's status, each with its event."""

from typing import Any

from smsvoice.emulator.engine.context import Call
from smsvoice.emulator.messaging.events import registration_changed
from smsvoice.emulator.state.registrations import registrations
from smsvoice.models.registrations import RegistrationInformation, RegistrationStatus


def set_status(
    call: Call, registration_id: str, status: RegistrationStatus, **more: Any
) -> RegistrationInformation:
    """A registration reaches a status; `more` are members that change with it."""
    changed = registrations(call).change(registration_id, registration_status=status, **more)
    registration_changed(call, changed)
    return changed
