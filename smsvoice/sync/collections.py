"""The collections of a client, each loaded when it is first touched."""

# Mirrored from smsvoice/aio/collections.py by `python -m codegen`. Change that file, not this one.

from typing import TYPE_CHECKING, cast

from smsvoice.core.hints import Hinting
from smsvoice.core.lazy_properties import collected
from smsvoice.sync.connected import Connected

if TYPE_CHECKING:
    from smsvoice.sync.client import SmsVoice
    from smsvoice.sync.resources.account import Account
    from smsvoice.sync.resources.carriers import Carriers
    from smsvoice.sync.resources.configuration_sets import ConfigurationSets
    from smsvoice.sync.resources.notify import NotifyConfigurations
    from smsvoice.sync.resources.notify_templates import (
        NotifyCountries,
        NotifyTemplates,
    )
    from smsvoice.sync.resources.opt_outs import OptOutLists
    from smsvoice.sync.resources.phone_numbers import PhoneNumbers
    from smsvoice.sync.resources.pools import Pools
    from smsvoice.sync.resources.protect import ProtectConfigurations
    from smsvoice.sync.resources.rcs_agents import RcsAgents
    from smsvoice.sync.resources.registration_attachments import RegistrationAttachments
    from smsvoice.sync.resources.registration_collection import Registrations
    from smsvoice.sync.resources.registration_forms import RegistrationTypes
    from smsvoice.sync.resources.sender_ids import SenderIds
    from smsvoice.sync.resources.spend_limits import SpendLimits
    from smsvoice.sync.resources.verified_numbers import VerifiedNumbers
    from smsvoice.sync.sends.messages import Messages


class Collections(Hinting, Connected):
    """What a client has besides `api`: one collection for each kind of thing."""

    @property
    def _self(self) -> "SmsVoice":
        return cast("SmsVoice", self)

    def _hint(self, name: str) -> str:
        """Where a verb is, if some collection or the API has it."""
        kinds = [n for n in vars(Collections) if not n.startswith("_")]
        places = [
            kind for kind in kinds if hasattr(cast("object", getattr(self, kind)).__class__, name)
        ]
        if hasattr(type(self._self.api), name):
            places = ["api"]
        return f"; use sms.{places[0]}.{name}" if len(places) == 1 else super()._hint(name)

    @collected
    def account(self) -> "Account":
        """The account itself: what it may do, and how much of it is used."""
        from smsvoice.sync.resources.account import Account  # noqa: PLC0415

        return Account(self._self)

    @collected
    def carriers(self) -> "Carriers":
        """What is known about a phone number before anything is sent to it."""
        from smsvoice.sync.resources.carriers import Carriers  # noqa: PLC0415

        return Carriers(self._self)

    @collected
    def configuration_sets(self) -> "ConfigurationSets":
        """Defaults for messages, and where their events go."""
        from smsvoice.sync.resources.configuration_sets import ConfigurationSets  # noqa: PLC0415

        return ConfigurationSets(self._self)

    @collected
    def messages(self) -> "Messages":
        """Sending texts, calls, media and RCS from any identity of the account."""
        from smsvoice.sync.sends.messages import Messages  # noqa: PLC0415

        return Messages(self._self)

    @collected
    def notify_configurations(self) -> "NotifyConfigurations":
        """One-time codes without a number of one's own: what they may do, and sending them."""
        from smsvoice.sync.resources.notify import NotifyConfigurations  # noqa: PLC0415

        return NotifyConfigurations(self._self)

    @collected
    def notify_countries(self) -> "NotifyCountries":
        """The countries that one-time codes reach."""
        from smsvoice.sync.resources.notify_templates import NotifyCountries  # noqa: PLC0415

        return NotifyCountries(self._self)

    @collected
    def notify_templates(self) -> "NotifyTemplates":
        """The texts that one-time codes are sent in."""
        from smsvoice.sync.resources.notify_templates import NotifyTemplates  # noqa: PLC0415

        return NotifyTemplates(self._self)

    @collected
    def opt_out_lists(self) -> "OptOutLists":
        """Who must not be written to, and how they come back."""
        from smsvoice.sync.resources.opt_outs import OptOutLists  # noqa: PLC0415

        return OptOutLists(self._self)

    @collected
    def phone_numbers(self) -> "PhoneNumbers":
        """Numbers that are leased from AWS to send from."""
        from smsvoice.sync.resources.phone_numbers import PhoneNumbers  # noqa: PLC0415

        return PhoneNumbers(self._self)

    @collected
    def pools(self) -> "Pools":
        """Origination identities that share settings, and from which AWS picks one."""
        from smsvoice.sync.resources.pools import Pools  # noqa: PLC0415

        return Pools(self._self)

    @collected
    def protect_configurations(self) -> "ProtectConfigurations":
        """Which countries and numbers may be written to, watched or refused."""
        from smsvoice.sync.resources.protect import ProtectConfigurations  # noqa: PLC0415

        return ProtectConfigurations(self._self)

    @collected
    def rcs_agents(self) -> "RcsAgents":
        """A brand's own senders of rich messages."""
        from smsvoice.sync.resources.rcs_agents import RcsAgents  # noqa: PLC0415

        return RcsAgents(self._self)

    @collected
    def registration_attachments(self) -> "RegistrationAttachments":
        """Documents that registrations ask for."""
        from smsvoice.sync.resources.registration_attachments import RegistrationAttachments  # noqa: PLC0415

        return RegistrationAttachments(self._self)

    @collected
    def registration_types(self) -> "RegistrationTypes":
        """The registration forms that there are, and what they ask for."""
        from smsvoice.sync.resources.registration_forms import RegistrationTypes  # noqa: PLC0415

        return RegistrationTypes(self._self)

    @collected
    def registrations(self) -> "Registrations":
        """Forms that carriers and countries want filled in first."""
        from smsvoice.sync.resources.registration_collection import Registrations  # noqa: PLC0415

        return Registrations(self._self)

    @collected
    def sender_ids(self) -> "SenderIds":
        """Names instead of numbers, each in one country."""
        from smsvoice.sync.resources.sender_ids import SenderIds  # noqa: PLC0415

        return SenderIds(self._self)

    @collected
    def spend_limits(self) -> "SpendLimits":
        """What each kind of message may cost in a month."""
        from smsvoice.sync.resources.spend_limits import SpendLimits  # noqa: PLC0415

        return SpendLimits(self._self)

    @collected
    def verified_numbers(self) -> "VerifiedNumbers":
        """Numbers that a sandbox account or an agent under test may send to."""
        from smsvoice.sync.resources.verified_numbers import VerifiedNumbers  # noqa: PLC0415

        return VerifiedNumbers(self._self)
