"""The page of the controls over HTTP, from the description that the server serves.

`python -m tests.http_reference` writes docs/emulator-http.md; a test compares it.
"""

from pathlib import Path
from typing import Any

from smsvoice.emulator.frontends._controls.openapi import describe
from smsvoice.emulator.frontends._controls.table import ROUTES

PAGE = Path(__file__).parent.parent / "docs" / "emulator-http.md"
_BEGINNING = """# Controls over HTTP

<!-- Written by `python -m tests.http_reference`. Change the routes of the controls, not this file. -->

Every control of the emulator has a path of its own under `/_smsvoice/`, for tests in any language.
This page is made from the OpenAPI 3.1 description that the server serves at
`/_smsvoice/openapi.json`; [Testing with it](emulator.md#controls-over-http) shows them at work.

JSON goes in and comes out. A POST needs the header `content-type: application/json`, and its body
takes no other members than those below; **bold** ones are needed. What is wrong is
`{"error": "..."}` with status 400, what is not there with 404, and what the service refuses with
409.
"""
_TITLES = {
    "give": "Give: a valid state in one step",
    "messages": "Messages",
    "code": "One-time codes",
    "events": "Events",
    "inbound": "People write",
    "inbound-rcs": "People use RCS",
    "identities": "Whom people can write to",
    "changes": "Changes",
    "review": "Reviews of registrations",
    "review-notify-configuration": "Reviews of display names",
    "script": "Scripts of delivery events",
    "refuse": "Refusals",
    "faults": "Faults",
    "fail-upload": "Uploads",
    "health": "Health",
    "clock": "Time",
    "settings": "Settings",
    "seed": "Seeds",
    "reset": "Reset",
    "sns.pem": "Certificate",
    "openapi.json": "Description",
}


def page() -> str:
    """The page as it should be."""
    described = describe(ROUTES)
    by_tag: dict[str, list[str]] = {}
    for path, verbs in described["paths"].items():
        for verb, operation in verbs.items():
            (tag,) = operation["tags"]
            by_tag.setdefault(tag, []).append(_section(verb.upper(), path, operation))
    parts = [_BEGINNING]
    for tag, sections in by_tag.items():
        parts += [f"## {_TITLES[tag]}\n", *sections]
    parts += ["## What the answers hold\n", *_schemas(described["components"]["schemas"])]
    return "\n".join(parts)


def _section(verb: str, path: str, operation: dict[str, Any]) -> str:
    lines = [f"### `{verb} {path}`\n", f"{operation['summary']}"]
    python = operation.get("x-python")
    if python:
        lines[-1] += " In Python: " + ", ".join(f"`{name}`" for name in python) + "."
    filters = [one for one in operation.get("parameters", ()) if one["in"] == "query"]
    if filters:
        rows = [(one["name"], one["schema"], one["description"]) for one in filters]
        lines += ["", *_table("filter", rows)]
    content = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
    for schema in content.get("schema", {}).get("oneOf", [content.get("schema")]):
        if schema and schema.get("properties"):
            lines += ["", *_table("member", _rows(schema))]
    (answer,) = operation["responses"]["200"]["content"].values()
    return "\n".join([*lines, "", f"Answers {_kind(answer['schema'])}.", ""])


def _rows(schema: dict[str, Any]) -> list[tuple[str, dict[str, Any], str]]:
    needed = schema.get("required", ())
    return [
        (f"**{name}**" if name in needed else name, member, member.get("description", ""))
        for name, member in schema["properties"].items()
    ]


def _table(head: str, rows: list[tuple[str, dict[str, Any], str]]) -> list[str]:
    found = [f"| {head} | kind | |", "|---|---|---|"]
    for name, schema, about in rows:
        text = about.replace("|", "\\|").replace("\n", " ")
        found.append(f"| {name} | {_kind(schema)} | {text} |")
    return found


def _kind(schema: dict[str, Any]) -> str:
    """A schema in a few words."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})" if name in _SHOWN else "a text"
    if "enum" in schema:
        values = [f"`{one}`" for one in schema["enum"]]
        return "one of " + ", ".join(values) if len(values) < 12 else f"one of {len(values)} names"
    several = schema.get("anyOf", schema.get("oneOf"))
    if several is not None:
        return " or ".join(dict.fromkeys(_kind(one) for one in several))
    return _of_type(schema)


def _of_type(schema: dict[str, Any]) -> str:
    kind = schema.get("type", "anything")
    if isinstance(kind, list):
        return " or ".join(_KINDS[one] for one in kind)
    if kind == "array":
        return "a list of " + _PLURALS.get(_kind(items := schema.get("items", {})), _kind(items))
    if kind == "object" and schema.get("properties"):
        return "an object of " + ", ".join(f"`{name}`" for name in schema["properties"])
    return _KINDS.get(kind, "anything")


_KINDS = {
    "string": "a text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "object": "an object",
    "array": "a list",
    "null": "null",
}
_PLURALS = {
    "a text": "texts",
    "an object": "objects",
    "a text or an object": "texts or objects",
}
_SHOWN = ("Message", "Inbound", "Event", "Fault", "Error")


def _schemas(schemas: dict[str, Any]) -> list[str]:
    found: list[str] = []
    for name in _SHOWN:
        found += [f"### {name}\n", *_table("member", _rows(schemas[name])), ""]
    return found


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
