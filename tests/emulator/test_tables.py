"""What has to be named in one place is named there: tables, groups of handlers, settings."""

import ast
import pkgutil
from dataclasses import fields
from pathlib import Path

from smsvoice.emulator import lifecycle, operations
from smsvoice.emulator.engine.setting_rules import RULES
from smsvoice.emulator.engine.settings import Settings
from smsvoice.emulator.engine.store import TableOf
from smsvoice.emulator.state.tables import MODELS, TABLES

FOLDER = Path("smsvoice/emulator")
KEPT_NAMES = [
    "account_attributes",
    "client_tokens",
    "configuration_sets",
    "country_launches",
    "due",
    "events",
    "fallbacks",
    "fates",
    "happened",
    "inbound",
    "keywords",
    "messages",
    "notify_configurations",
    "opt_ins",
    "opt_out_lists",
    "opted_out_numbers",
    "phone_numbers",
    "policies",
    "pool_members",
    "pools",
    "protect_configurations",
    "protect_country_rules",
    "protect_number_overrides",
    "rcs_agents",
    "read_marks",
    "registration_attachments",
    "registration_field_values",
    "registration_parents",
    "registration_versions",
    "registrations",
    "scripts",
    "sender_ids",
    "spend_limits",
    "spent",
    "sticky_identities",
    "tags",
    "verification_codes",
    "verified_destination_numbers",
]
"""The names that kept files know; a table that is renamed loses its records."""


def declared_tables() -> list[str]:
    """The name of every table that is declared anywhere in the emulator."""
    calls = (
        node
        for path in FOLDER.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call)
    )
    return [
        ast.literal_eval(call.args[0])
        for call in calls
        if isinstance(call.func, ast.Name) and call.func.id == TableOf.__name__
    ]


def modules_of(package: object) -> set[str]:
    """The names of a package's modules."""
    return {found.name for found in pkgutil.iter_modules(package.__path__)}  # type: ignore[attr-defined]


def test_every_table_can_be_read_from_a_file() -> None:
    """A table that is declared once, anywhere, is in the list by which files are read."""
    assert sorted(declared_tables()) == sorted(table.name for table in TABLES)
    assert len(MODELS) == len(TABLES)


def test_kept_files_still_find_their_tables() -> None:
    """Files that an earlier version wrote name tables as they are named here."""
    assert sorted(MODELS) == KEPT_NAMES


def test_tables_are_asked_for_by_their_declaration() -> None:
    """No module but the store, and the call that hands on to it, asks for a table by its name."""
    asking = {
        str(path.relative_to(FOLDER))
        for path in FOLDER.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Attribute) and node.attr == "table"
    }

    assert asking == {"engine/context.py", "engine/store.py"}


def test_every_module_with_handlers_is_loaded() -> None:
    """By plain imports, so that programs which are bundled into one file have them all."""
    assert modules_of(operations) <= set(vars(operations))
    assert modules_of(lifecycle) <= set(vars(lifecycle))


def test_every_setting_has_its_rule() -> None:
    """None can be set to what the emulator cannot use."""
    assert set(RULES) == {each.name for each in fields(Settings)}
