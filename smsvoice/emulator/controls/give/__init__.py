"""Gifts: numbers, senders and lists of an account that are ready in one step.

    number = emulator.give.number("TEN_DLC")

The service's own operations make each of them, with all that it stands on (a brand, a campaign, the
documents of a form), so an account that is described looks as if every step had been walked. The
steps take none of the emulator's time, and event destinations see nothing of them.
"""

from collections.abc import Callable, Sequence

from smsvoice.emulator.controls.give.forms import FieldsGiven
from smsvoice.emulator.controls.give.numbers import NumberWish, give_number, give_sender_id
from smsvoice.emulator.controls.give.registrations import give_registration
from smsvoice.emulator.controls.give.senders import (
    give_notify_configuration,
    give_pool,
    give_rcs_agent,
)
from smsvoice.emulator.controls.give.walk import Walk, walk
from smsvoice.emulator.engine.engine import Engine
from smsvoice.emulator.state.opt_outs import DEFAULT, kept_lists
from smsvoice.operations import opt_outs

TEMPLATE = "notify-code-verification-english-001"
"""The default template of a notify configuration that is given."""


class Give:
    """Puts an account into a valid state in one step: `emulator.give`.

    Every method does all of it or nothing, and gives AWS's id (or name) as text. What is on its way
    to another status goes on from there by itself, as at AWS. `region_name` says where, the
    settings' region otherwise. A wrong argument, or what the service refuses, is a ValueError.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def number(
        self,
        number_type: str,
        *,
        status: str = "ACTIVE",
        country: str | None = None,
        message_type: str = "TRANSACTIONAL",
        number_capabilities: Sequence[str] | None = None,
        opt_out_list_name: str | None = None,
        two_way_channel_arn: str | None = None,
        pool_id: str | None = None,
        region_name: str | None = None,
    ) -> str:
        """Give a phone number with the registration that it needs; gives the PhoneNumberId.

        A US 10DLC number hangs on a campaign and its brand, which several numbers share; a US
        toll-free number has a registration of its own.

        Args:
            number_type: TEN_DLC, TOLL_FREE, LONG_CODE, SHORT_CODE or SIMULATOR.
            status: ACTIVE, PENDING, ASSOCIATING or DISASSOCIATING.
            country: ISO 3166-1 alpha-2; CA for a LONG_CODE and US for the others otherwise.
            message_type: TRANSACTIONAL or PROMOTIONAL.
            number_capabilities: SMS, MMS, VOICE; all that the type has in the country otherwise.
            opt_out_list_name: name or ARN of its opt-out list; `Default` otherwise.
            two_way_channel_arn: the topic where texts of people are published; two-way is off
                otherwise.
            pool_id: id or ARN of an active pool that it joins.
            region_name: where; the settings' region otherwise.

        Raises:
            ValueError: an argument is wrong, they do not go together, or a quota is used up.
        """
        wish = NumberWish(
            number_type=number_type,
            status=status,
            country=country,
            message_type=message_type,
            number_capabilities=number_capabilities,
            opt_out_list_name=opt_out_list_name,
            two_way_channel_arn=two_way_channel_arn,
            pool_id=pool_id,
        )
        return self._walk(lambda way: give_number(way, wish), region_name)

    def sender_id(
        self,
        sender_id: str = "EXAMPLE",
        *,
        country: str = "GB",
        message_types: Sequence[str] = ("TRANSACTIONAL", "PROMOTIONAL"),
        region_name: str | None = None,
    ) -> str:
        """Give a sender ID, registered where the country demands it; gives its letters.

        Args:
            sender_id: 1 to 11 letters, digits, hyphens or underscores, one letter at least.
            country: where it may be shown, ISO 3166-1 alpha-2.
            message_types: what it sends; a registered one sends both.
            region_name: where; the settings' region otherwise. India's are approved in
                ap-south-1 only.

        Raises:
            ValueError: it can be no sender ID, is there already, or the country shows none.
        """
        return self._walk(
            lambda way: give_sender_id(
                way, sender_id, country=country, message_types=message_types
            ),
            region_name,
        )

    def pool(
        self,
        *identities: str,
        numbers: int | None = None,
        number_type: str = "TEN_DLC",
        status: str = "ACTIVE",
        country: str | None = None,
        message_type: str = "TRANSACTIONAL",
        region_name: str | None = None,
    ) -> str:
        """Give a pool of identities that are there, and of new numbers; gives the PoolId.

        Args:
            identities: ids or ARNs of numbers and RCS agents, and sender IDs.
            numbers: how many new numbers it has besides; without identities one.
            number_type: the type of the new numbers.
            status: ACTIVE, CREATING (of one identity) or DELETING.
            country: the country of the new numbers, as for `number`.
            message_type: what it sends, TRANSACTIONAL or PROMOTIONAL.
            region_name: where; the settings' region otherwise.

        Raises:
            ValueError: nothing would be in it, there is no such identity, or they do not go
                together.
        """
        many = numbers if numbers is not None else int(not identities)
        wish = NumberWish(number_type=number_type, country=country, message_type=message_type)
        return self._walk(
            lambda way: give_pool(way, identities, many, wish, status=status), region_name
        )

    def rcs_agent(
        self, *, country: str = "US", status: str = "ACTIVE", region_name: str | None = None
    ) -> str:
        """Give an RCS agent, tested and launched as its status says; gives the RcsAgentId.

        Args:
            country: where it is launched, ISO 3166-1 alpha-2: CA, DE, ES, FR, GB or US.
            status: ACTIVE with all carriers, PARTIAL with the first one, TESTING, PENDING or
                CREATED.
            region_name: where; the settings' region otherwise.

        Raises:
            ValueError: there is no such status or country, or a quota is used up.
        """
        return self._walk(
            lambda way: give_rcs_agent(way, country=country, status=status), region_name
        )

    def registration(
        self,
        form: str,
        *,
        status: str = "COMPLETE",
        fields: FieldsGiven | None = None,
        resource_id: str | None = None,
        region_name: str | None = None,
    ) -> str:
        """Give a registration whose form is filled in; gives the RegistrationId.

        Args:
            form: the registration type, e.g. US_TOLL_FREE_REGISTRATION.
            status: CREATED (a draft), SUBMITTED, AWS_REVIEWING, REVIEWING,
                REQUIRES_AUTHENTICATION, PROVISIONING, COMPLETE, REQUIRES_UPDATES or CLOSED, as far
                as the form has it.
            fields: values by field path, a text or a list of options; the others are examples.
            resource_id: what it is about, where the form wants that before it is submitted: a
                number, an agent or a brand; a new one otherwise.
            region_name: where; the settings' region otherwise.

        Raises:
            ValueError: there is no such form, or it does not take the status, a value or the
                resource.
        """
        return self._walk(
            lambda way: give_registration(
                way, form, status=status, fields=fields or {}, resource_id=resource_id
            ),
            region_name,
        )

    def notify_configuration(
        self,
        *,
        status: str = "ACTIVE",
        display_name: str = "Example",
        enabled_channels: Sequence[str] = ("SMS", "VOICE"),
        enabled_countries: Sequence[str] | None = None,
        default_template_id: str | None = TEMPLATE,
        pool_id: str | None = None,
        tier: str = "BASIC",
        region_name: str | None = None,
    ) -> str:
        """Give a notify configuration that sends one-time codes; gives the NotifyConfigurationId.

        Args:
            status: ACTIVE, PENDING, REJECTED or REQUIRES_VERIFICATION.
            display_name: the name that texts carry, 1 to 15 characters.
            enabled_channels: SMS, VOICE or both.
            enabled_countries: ISO 3166-1 alpha-2 codes; all of the tier BASIC otherwise.
            default_template_id: the template of sends that name none; None for no default.
            pool_id: id or ARN of the pool that sends.
            tier: BASIC or ADVANCED.
            region_name: where; the settings' region otherwise.

        Raises:
            ValueError: an argument is wrong, or a quota is used up.
        """
        return self._walk(
            lambda way: give_notify_configuration(
                way,
                status=status,
                display_name=display_name,
                enabled_channels=enabled_channels,
                enabled_countries=enabled_countries,
                default_template_id=default_template_id,
                pool_id=pool_id,
                tier=tier,
            ),
            region_name,
        )

    def opted_out(
        self, *numbers: str, opt_out_list_name: str = DEFAULT, region_name: str | None = None
    ) -> str:
        """Put people on an opt-out list, which is made if there is none; gives the list's name.

        Args:
            numbers: the people's numbers, E.164; one that is on the list already stays there.
            opt_out_list_name: the list.
            region_name: where; the settings' region otherwise.

        Raises:
            ValueError: one is no phone number, or the list cannot have that name.
        """

        def put(way: Walk) -> str:
            if opt_out_list_name not in (DEFAULT, *kept_lists(way.call).keys()):
                way.run(opt_outs.CREATE_OPT_OUT_LIST, opt_out_list_name=opt_out_list_name)
            for number in numbers:
                way.run(
                    opt_outs.PUT_OPTED_OUT_NUMBER,
                    opt_out_list_name=opt_out_list_name,
                    opted_out_number=number,
                )
            return opt_out_list_name

        return self._walk(put, region_name)

    def _walk(self, steps: Callable[[Walk], str], region_name: str | None) -> str:
        return walk(self._engine, steps, region_name)

    def __repr__(self) -> str:
        return "<Give>"
