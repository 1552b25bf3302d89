"""Configuration sets as they are kept."""

from smsvoice.emulator.engine.context import Call
from smsvoice.emulator.engine.lookup import find
from smsvoice.emulator.engine.store import TableOf
from smsvoice.models.configuration_sets import ConfigurationSetInformation
from smsvoice.models.reasons import ResourceType

_KIND = ResourceType.CONFIGURATION_SET


sets: TableOf[ConfigurationSetInformation] = TableOf(
    "configuration_sets", ConfigurationSetInformation
)
"""The account's configuration sets, by name."""


def named(call: Call, name: str) -> ConfigurationSetInformation:
    """The set that a name or ARN means."""
    return find(call, sets(call), name, _KIND)
