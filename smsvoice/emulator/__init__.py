"""The service on one's own machine: stateful, with its errors, its clock and its inbox.

    with Emulator() as emulator:
        sms = SmsVoice(session=emulator.session())

Only `frontends` know a client or a web framework: boto3, pytest, HTTP and moto.
"""

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from smsvoice.emulator.emulator import Emulator
    from smsvoice.emulator.state.records import Message

__all__ = ["Emulator", "Message"]
_MODULES = {"Emulator": "smsvoice.emulator.emulator", "Message": "smsvoice.emulator.state.records"}


def __getattr__(name: str) -> object:
    """Load what is touched first: `smsvoice emulator --check` needs none of it."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(_MODULES[name]), name)
