"""Notify configurations as they are kept."""

from smsvoice.emulator.engine.store import TableOf
from smsvoice.models.notify import NotifyConfigurationInformation

configurations: TableOf[NotifyConfigurationInformation] = TableOf(
    "notify_configurations", NotifyConfigurationInformation
)
"""The account's notify configurations, by id."""
