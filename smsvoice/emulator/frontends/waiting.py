"""How much waits for a decision, counted without a look at each form."""

from smsvoice.emulator.emulator import Emulator
from smsvoice.emulator.frontends._controls.people import UNDECIDED_NAMES, WAITING
from smsvoice.emulator.state.notify_configurations import configurations
from smsvoice.emulator.state.registrations import registrations
from smsvoice.models.notify import TierUpgradeStatus


def waiting_in(emulator: Emulator) -> int:
    """How many registrations and notify configurations wait for a decision."""
    forms = [
        one for one in emulator.engine.records(registrations) if one.registration_status in WAITING
    ]
    names = [
        one
        for one in emulator.engine.records(configurations)
        if one.status in UNDECIDED_NAMES
        or one.tier_upgrade_status == TierUpgradeStatus.PENDING_UPGRADE
    ]
    return len(forms) + len(names)
