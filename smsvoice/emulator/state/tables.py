"""All tables of the emulator: what a kept file is read by.

Each is declared beside the questions that are asked of it; here they stand together.
"""

from typing import Any
from zlib import crc32

from pydantic import BaseModel

from smsvoice.core.annotations import model_in
from smsvoice.core.model import AwsModel
from smsvoice.emulator.engine import context
from smsvoice.emulator.engine.store import TableOf
from smsvoice.emulator.state import (
    client_tokens,
    configuration_sets,
    daily_counters,
    identities,
    keywords,
    notify_configurations,
    opt_outs,
    policies,
    protect,
    read_marks,
    records,
    registration_attachments,
    registrations,
    spend_limits,
    sticky_senders,
    tags,
    verification_codes,
    verified_numbers,
)

TABLES: tuple[TableOf[Any], ...] = (
    protect.account_defaults,
    client_tokens.kept_answers,
    configuration_sets.sets,
    identities.launches,
    context.scheduled,
    records.emitted,
    records.fallbacks,
    records.fates,
    daily_counters.counted,
    records.inbound,
    keywords.kept_keywords,
    records.outbox,
    notify_configurations.configurations,
    opt_outs.opt_ins,
    opt_outs.kept_lists,
    opt_outs.numbers,
    identities.phone_numbers,
    policies.kept_policies,
    identities.memberships,
    identities.pools,
    protect.configurations,
    protect.country_rules,
    protect.overrides,
    identities.rcs_agents,
    read_marks.read_marks,
    registration_attachments.attachments,
    registrations.values,
    registrations.parents,
    registrations.versions,
    registrations.registrations,
    records.scripts,
    identities.sender_ids,
    spend_limits.limits,
    spend_limits.monthly_spend,
    sticky_senders.sticky_senders,
    tags.tagged,
    verification_codes.codes,
    verified_numbers.verified_numbers,
)
MODELS: dict[str, type[AwsModel]] = {table.name: table.model for table in TABLES}


def model_of(table: str) -> type[AwsModel] | None:
    """The model of a table's records; None where there is no such table.

    A table of the parts of one thing has the name of its kind and the id of that thing.
    """
    return MODELS.get(table.partition(" ")[0])


def shape() -> int:
    """A number that stands for all models of records: another version's is another."""
    found: dict[str, str] = {}
    waiting: list[type[BaseModel]] = list(MODELS.values())
    while waiting:
        model = waiting.pop()
        if model.__name__ in found:
            continue
        fields = {name: repr(field.annotation) for name, field in model.model_fields.items()}
        found[model.__name__] = repr(fields)
        inner = (model_in(field.annotation) for field in model.model_fields.values())
        waiting.extend(one for one in inner if one is not None)
    return crc32(repr([*MODELS, *sorted(found.items())]).encode())
