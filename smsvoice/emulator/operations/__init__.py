"""The handlers of all operations, a module for each group; they never import each other."""

# ruff: noqa: F401  what is loaded here registers its handlers and scheduled actions
# pyright: reportUnusedImport=false

from smsvoice.emulator.operations import (
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
