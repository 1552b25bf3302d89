"""One module a room, with the names that rooms have everywhere: handlers enter themselves."""


def load_all() -> None:
    """Load the rooms. Each is named, so that tools which bundle a program find them all."""
    from smsvoice.emulator.rooms import (  # noqa: F401, PLC0415  rooms import each other
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
        registration_attachments,
        registration_forms,
        registrations,
        sender_ids,
        spend_limits,
        tags,
        verified_numbers,
    )
