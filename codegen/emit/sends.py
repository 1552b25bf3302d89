"""Emits `smsvoice/aio/sends`: verbs that are an operation with one argument placed or filled in.

`codegen/tables/sends.toml` has one table a module. A handle's verb fills a member with the handle's
id; a collection's verb takes all members. Both build the request and call the client directly.
"""

from collections.abc import Mapping
from typing import Any

from codegen.emit.methods import Method
from codegen.emit.source import Module, docstring
from codegen.plan import Plan, TableError

_BASES = {"handle": "AsyncHandle", "collection": "AsyncCollection"}


def package() -> str:
    """The package itself."""
    return Module("Verbs that send: operations of the API with one argument placed.").source("")


def group(plan: Plan, name: str) -> str:
    """One module: a class and its verbs."""
    table = plan.tables.sends[name]
    module = Module(table["module_doc"], postponed=True)
    verbs = "\n".join(
        _verb(plan, verb, entry, module, f"{name}.verbs.{verb}")
        for verb, entry in table["verbs"].items()
    )
    base = module.need("smsvoice.aio.handle", _BASES[table["base"]])
    if table["base"] == "handle":
        base = f"{base}[{module.need('smsvoice.aio.handle', 'Data')}]"
    return module.source(
        f"\nclass Async{table['class']}({base}):\n{docstring(table['doc'])}\n{verbs}"
    )


def _verb(plan: Plan, name: str, entry: Mapping[str, Any], module: Module, place: str) -> str:
    operation = plan.service.operations.get(entry["operation"])
    if operation is None:
        raise TableError(f"codegen/tables/sends.toml, [{place}]: no operation {entry['operation']}")
    method = Method(
        plan,
        operation,
        module,
        positional=entry["positional"],
        from_handle=entry.get("from_handle"),
        required=tuple(entry.get("required", ())),
        summary=entry.get("summary"),
        returns=entry.get("returns"),
        members=entry.get("members", {}),
        converted=entry.get("converted", {}),
        raises=entry.get("raises", {}),
    )
    return (
        f"{method.signature(name, method.result, is_async=True)}{method.doc()}"
        f"        operation = {method.descriptor}\n"
        f"        members = {method.mapping(8)}\n"
        "        return await self._sms.call(operation, self._sms.request(operation, members))\n"
    )
