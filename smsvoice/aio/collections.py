"""The collections of a client, each loaded when it is first touched."""

from typing import TYPE_CHECKING, cast

from smsvoice.aio.connected import AsyncConnected
from smsvoice.core.hints import Hinting
from smsvoice.core.lazy_properties import collected

if TYPE_CHECKING:
    from smsvoice.aio.client import AsyncSmsVoice
    from smsvoice.aio.resources.account import AsyncAccount
    from smsvoice.aio.resources.carriers import AsyncCarriers
    from smsvoice.aio.resources.configuration_sets import AsyncConfigurationSets
    from smsvoice.aio.resources.notify import AsyncNotifyConfigurations
    from smsvoice.aio.resources.notify_templates import (
        AsyncNotifyCountries,
        AsyncNotifyTemplates,
    )
    from smsvoice.aio.resources.opt_outs import AsyncOptOutLists
    from smsvoice.aio.resources.phone_numbers import AsyncPhoneNumbers
    from smsvoice.aio.resources.pools import AsyncPools
    from smsvoice.aio.resources.protect import AsyncProtectConfigurations
    from smsvoice.aio.resources.rcs_agents import AsyncRcsAgents
    from smsvoice.aio.resources.registration_attachments import AsyncRegistrationAttachments
    from smsvoice.aio.resources.registration_collection import AsyncRegistrations
    from smsvoice.aio.resources.registration_forms import AsyncRegistrationTypes
    from smsvoice.aio.resources.sender_ids import AsyncSenderIds
    from smsvoice.aio.resources.spend_limits import AsyncSpendLimits
    from smsvoice.aio.resources.verified_numbers import AsyncVerifiedNumbers
    from smsvoice.aio.sends.messages import AsyncMessages


class AsyncCollections(Hinting, AsyncConnected):
    """What a client has besides `api`: one collection for each kind of thing."""

    @property
    def _self(self) -> "AsyncSmsVoice":
        return cast("AsyncSmsVoice", self)

    def _hint(self, name: str) -> str:
        """Where a verb is, if some collection or the API has it."""
        kinds = [n for n in vars(AsyncCollections) if not n.startswith("_")]
        places = [
            kind for kind in kinds if hasattr(cast("object", getattr(self, kind)).__class__, name)
        ]
        if hasattr(type(self._self.api), name):
            places = ["api"]
        return f"; use sms.{places[0]}.{name}" if len(places) == 1 else super()._hint(name)

    @collected
    def account(self) -> "AsyncAccount":
        """The account itself: what it may do, and how much of it is used."""
        from smsvoice.aio.resources.account import AsyncAccount  # noqa: PLC0415

        return AsyncAccount(self._self)

    @collected
    def carriers(self) -> "AsyncCarriers":
        """What is known about a phone number before anything is sent to it."""
        from smsvoice.aio.resources.carriers import AsyncCarriers  # noqa: PLC0415

        return AsyncCarriers(self._self)

    @collected
    def configuration_sets(self) -> "AsyncConfigurationSets":
        """Defaults for messages, and where their events go."""
        from smsvoice.aio.resources.configuration_sets import AsyncConfigurationSets  # noqa: PLC0415

        return AsyncConfigurationSets(self._self)

    @collected
    def messages(self) -> "AsyncMessages":
        """Sending texts, calls, media and RCS from any identity of the account."""
        from smsvoice.aio.sends.messages import AsyncMessages  # noqa: PLC0415

        return AsyncMessages(self._self)

    @collected
    def notify_configurations(self) -> "AsyncNotifyConfigurations":
        """One-time codes without a number of one's own: what they may do, and sending them."""
        from smsvoice.aio.resources.notify import AsyncNotifyConfigurations  # noqa: PLC0415

        return AsyncNotifyConfigurations(self._self)

    @collected
    def notify_countries(self) -> "AsyncNotifyCountries":
        """The countries that one-time codes reach."""
        from smsvoice.aio.resources.notify_templates import AsyncNotifyCountries  # noqa: PLC0415

        return AsyncNotifyCountries(self._self)

    @collected
    def notify_templates(self) -> "AsyncNotifyTemplates":
        """The texts that one-time codes are sent in."""
        from smsvoice.aio.resources.notify_templates import AsyncNotifyTemplates  # noqa: PLC0415

        return AsyncNotifyTemplates(self._self)

    @collected
    def opt_out_lists(self) -> "AsyncOptOutLists":
        """Who must not be written to, and how they come back."""
        from smsvoice.aio.resources.opt_outs import AsyncOptOutLists  # noqa: PLC0415

        return AsyncOptOutLists(self._self)

    @collected
    def phone_numbers(self) -> "AsyncPhoneNumbers":
        """Numbers that are leased from AWS to send from."""
        from smsvoice.aio.resources.phone_numbers import AsyncPhoneNumbers  # noqa: PLC0415

        return AsyncPhoneNumbers(self._self)

    @collected
    def pools(self) -> "AsyncPools":
        """Origination identities that share settings, and from which AWS picks one."""
        from smsvoice.aio.resources.pools import AsyncPools  # noqa: PLC0415

        return AsyncPools(self._self)

    @collected
    def protect_configurations(self) -> "AsyncProtectConfigurations":
        """Which countries and numbers may be written to, watched or refused."""
        from smsvoice.aio.resources.protect import AsyncProtectConfigurations  # noqa: PLC0415

        return AsyncProtectConfigurations(self._self)

    @collected
    def rcs_agents(self) -> "AsyncRcsAgents":
        """A brand's own senders of rich messages."""
        from smsvoice.aio.resources.rcs_agents import AsyncRcsAgents  # noqa: PLC0415

        return AsyncRcsAgents(self._self)

    @collected
    def registration_attachments(self) -> "AsyncRegistrationAttachments":
        """Documents that registrations ask for."""
        from smsvoice.aio.resources.registration_attachments import AsyncRegistrationAttachments  # noqa: PLC0415

        return AsyncRegistrationAttachments(self._self)

    @collected
    def registration_types(self) -> "AsyncRegistrationTypes":
        """The registration forms that there are, and what they ask for."""
        from smsvoice.aio.resources.registration_forms import AsyncRegistrationTypes  # noqa: PLC0415

        return AsyncRegistrationTypes(self._self)

    @collected
    def registrations(self) -> "AsyncRegistrations":
        """Forms that carriers and countries want filled in first."""
        from smsvoice.aio.resources.registration_collection import AsyncRegistrations  # noqa: PLC0415

        return AsyncRegistrations(self._self)

    @collected
    def sender_ids(self) -> "AsyncSenderIds":
        """Names instead of numbers, each in one country."""
        from smsvoice.aio.resources.sender_ids import AsyncSenderIds  # noqa: PLC0415

        return AsyncSenderIds(self._self)

    @collected
    def spend_limits(self) -> "AsyncSpendLimits":
        """What each kind of message may cost in a month."""
        from smsvoice.aio.resources.spend_limits import AsyncSpendLimits  # noqa: PLC0415

        return AsyncSpendLimits(self._self)

    @collected
    def verified_numbers(self) -> "AsyncVerifiedNumbers":
        """Numbers that a sandbox account or an agent under test may send to."""
        from smsvoice.aio.resources.verified_numbers import AsyncVerifiedNumbers  # noqa: PLC0415

        return AsyncVerifiedNumbers(self._self)
