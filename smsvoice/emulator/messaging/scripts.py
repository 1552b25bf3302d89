"""Scripts that tests set: which one a message takes, and how often each is taken."""

from smsvoice.emulator.engine.context import Call
from smsvoice.emulator.state.records import ScriptedEvents, scripts

ANYONE = "*"
"""The recipient of a script that is for all of them."""


def take_script(call: Call, number: str, family: str) -> ScriptedEvents | None:
    """The script of a message that leaves, counted down; the recipient's own goes first."""
    table = scripts(call)
    for recipient in (number, ANYONE):
        key = f"{recipient} {family}"
        found = table.get(key)
        if found is None:
            continue
        if found.times == 1:
            table.drop(key)
        elif found.times is not None:
            table.change(key, times=found.times - 1)
        return found
    return None
