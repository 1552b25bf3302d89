"""The collections of a client, each loaded when it is first touched."""

from functools import cached_property
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from smsvoice.aio.client import AsyncSmsVoice
    from smsvoice.aio.resources.notify import (
        AsyncNotifyConfigurations,
        AsyncNotifyCountries,
        AsyncNotifyTemplates,
    )


class AsyncCollections:
    """What a client has besides `api`: one collection for each kind of thing."""

    @property
    def _self(self) -> "AsyncSmsVoice":
        return cast("AsyncSmsVoice", self)

    @cached_property
    def notify_configurations(self) -> "AsyncNotifyConfigurations":
        """One-time codes without a number of one's own: what they may do, and sending them."""
        from smsvoice.aio.resources.notify import AsyncNotifyConfigurations  # noqa: PLC0415

        return AsyncNotifyConfigurations(self._self)

    @cached_property
    def notify_templates(self) -> "AsyncNotifyTemplates":
        """The texts that one-time codes are sent in."""
        from smsvoice.aio.resources.notify import AsyncNotifyTemplates  # noqa: PLC0415

        return AsyncNotifyTemplates(self._self)

    @cached_property
    def notify_countries(self) -> "AsyncNotifyCountries":
        """The countries that one-time codes reach."""
        from smsvoice.aio.resources.notify import AsyncNotifyCountries  # noqa: PLC0415

        return AsyncNotifyCountries(self._self)
