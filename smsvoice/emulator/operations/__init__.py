"""One module a room, with the names that rooms have everywhere: handlers enter themselves."""

from types import ModuleType


def all_rooms() -> tuple[ModuleType, ...]:
    """The rooms, loaded. Each is named, so that tools which bundle a program find them all."""
    from smsvoice.emulator.operations import (  # noqa: PLC0415  rooms import each other
        account,
        configuration_sets,
        keywords,
        messages,
        notify,
        opt_outs,
        phone_numbers,
        pools,
        protect,
        rcs_agents,
        rcs_messages,
        registration_associations,
        registration_attachments,
        registration_forms,
        registration_versions,
        registrations,
        sender_ids,
        spend_limits,
        tags,
        verified_numbers,
    )

    return (
        account,
        configuration_sets,
        keywords,
        messages,
        notify,
        opt_outs,
        phone_numbers,
        pools,
        protect,
        rcs_agents,
        rcs_messages,
        registration_associations,
        registration_attachments,
        registration_forms,
        registration_versions,
        registrations,
        sender_ids,
        spend_limits,
        tags,
        verified_numbers,
    )
