"""Activation of phone numbers: by time, or when their registration is complete."""

from smsvoice.emulator.engine.context import Call, action
from smsvoice.emulator.state.identities import SET_UP, phone_numbers
from smsvoice.models.phone_numbers import NumberStatus


@action(SET_UP)
def activate(call: Call, phone_number_id: str) -> None:
    """Activate a number that is pending or being associated."""
    found = phone_numbers(call).get(phone_number_id)
    waiting = (NumberStatus.PENDING, NumberStatus.ASSOCIATING)
    if found is not None and found.status in waiting:
        phone_numbers(call).change(phone_number_id, status=NumberStatus.ACTIVE)
