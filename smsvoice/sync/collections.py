"""The collections of a client, each loaded when it is first touched."""

# Mirrored from smsvoice/aio/collections.py by `python -m codegen`. Change that file, not this one.

from functools import cached_property
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from smsvoice.sync.client import SmsVoice
    from smsvoice.sync.resources.notify import (
        NotifyConfigurations,
        NotifyCountries,
        NotifyTemplates,
    )


class Collections:
    """What a client has besides `api`: one collection for each kind of thing."""

    @property
    def _self(self) -> "SmsVoice":
        return cast("SmsVoice", self)

    @cached_property
    def notify_configurations(self) -> "NotifyConfigurations":
        """One-time codes without a number of one's own: what they may do, and sending them."""
        from smsvoice.sync.resources.notify import NotifyConfigurations  # noqa: PLC0415

        return NotifyConfigurations(self._self)

    @cached_property
    def notify_templates(self) -> "NotifyTemplates":
        """The texts that one-time codes are sent in."""
        from smsvoice.sync.resources.notify import NotifyTemplates  # noqa: PLC0415

        return NotifyTemplates(self._self)

    @cached_property
    def notify_countries(self) -> "NotifyCountries":
        """The countries that one-time codes reach."""
        from smsvoice.sync.resources.notify import NotifyCountries  # noqa: PLC0415

        return NotifyCountries(self._self)
