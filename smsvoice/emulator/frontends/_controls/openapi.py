"""The description of the controls, OpenAPI 3.1, made from the table that dispatches."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from pydantic.json_schema import models_json_schema

from smsvoice._version import __version__
from smsvoice.emulator.controls.faults import FaultKind
from smsvoice.emulator.frontends._controls.arguments import Schema
from smsvoice.emulator.frontends._controls.route import Body, ControlRoute
from smsvoice.emulator.state.records import InboundRecord, Message

PREFIX = "/_smsvoice"
_IN_PATH = re.compile(r"\{(\w+)\}")
_ERRORS = {
    "400": "A member or a filter is wrong; the text names it.",
    "403": "The request comes from another machine or page.",
    "404": "There is no such thing.",
    "409": "The service refuses; the text has its code and reason.",
}
_TEXT: Schema = {"type": "string"}
_MOMENT: Schema = {"type": "string", "format": "date-time", "description": "ISO 8601, UTC."}


def describe(routes: Sequence[ControlRoute]) -> dict[str, Any]:
    """All routes as one document."""
    paths: dict[str, dict[str, Any]] = {}
    for route in routes:
        paths.setdefault(PREFIX + route.path, {})[route.method.lower()] = _operation(route)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Controls of the smsvoice emulator",
            "version": __version__,
            "summary": "What AWS does not have: gifts, messages, people, faults, time.",
        },
        "paths": paths,
        "components": {"schemas": _schemas()},
    }


def _operation(route: ControlRoute) -> dict[str, Any]:
    described: dict[str, Any] = {
        "operationId": _operation_id(route),
        "summary": route.summary,
        "tags": [route.path.split("/")[1]],
        "responses": _responses(route),
    }
    parameters = [
        {"name": name, "in": "path", "required": True, "schema": _TEXT}
        for name in _IN_PATH.findall(route.path)
    ]
    parameters += [
        {"name": name, "in": "query", "description": about, "schema": schema}
        for name, (about, schema) in route.query.items()
    ]
    if parameters:
        described["parameters"] = parameters
    schema = _body_schema(route)
    if schema is not None:
        needed = any(body.needed for body in route.bodies)
        content = {"application/json": {"schema": schema}}
        described["requestBody"] = {"required": needed, "content": content}
    if route.control is not None:
        described["x-python"] = [f"emulator.{name}" for name in route.control.split()]
    return described


def _operation_id(route: ControlRoute) -> str:
    words = re.findall(r"\w+", route.path.replace("-", "_"))
    return "_".join([route.method.lower(), *words])


def _responses(route: ControlRoute) -> dict[str, Any]:
    codes = ["400", "403", *(["404"] if route.may_miss else [])]
    codes += ["409"] if route.method == "POST" else []
    found: dict[str, Any] = {
        "200": {
            "description": "Done.",
            "content": {route.media_type: {"schema": route.answer}},
        }
    }
    error = {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}}
    return found | {
        code: {"description": _ERRORS[code], "content": error} for code in sorted(codes)
    }


def _body_schema(route: ControlRoute) -> Schema | None:
    if route.free is not None:
        return route.free
    schemas = [_object(body) for body in route.bodies]
    return {"oneOf": schemas} if len(schemas) > 1 else next(iter(schemas), None)


def _object(body: Body) -> Schema:
    described: Schema = {
        "type": "object",
        "properties": {
            name: member.schema | ({"description": member.about} if member.about else {})
            for name, member in body.members.items()
        },
        "additionalProperties": False,
    }
    return described | ({"required": list(body.needed)} if body.needed else {})


def _schemas() -> dict[str, Schema]:
    template = "#/components/schemas/{model}"
    models: Sequence[Any] = ((Message, "validation"), (InboundRecord, "validation"))
    _, found = models_json_schema(models, by_alias=True, ref_template=template)
    schemas: dict[str, Schema] = {name: _plain(schema) for name, schema in found["$defs"].items()}
    schemas["Inbound"] = schemas.pop("InboundRecord")
    for name, more in _MORE.items():
        schemas[name]["properties"] |= more
        schemas[name]["additionalProperties"] = True
    return schemas | _OWN


def _plain(schema: Mapping[str, Any]) -> Schema:
    """A schema without titles; members that may be null are left out of answers then."""
    described = {name: value for name, value in schema.items() if name != "title"}
    members: dict[str, dict[str, Any]] = described.get("properties", {})
    if members:
        described["properties"] = {
            name: {key: value for key, value in member.items() if key != "title"}
            for name, member in members.items()
        }
        described["required"] = [
            name
            for name in described.get("required", ())
            if {"type": "null"} not in members[name].get("anyOf", ())
        ]
    return described


_MORE: dict[str, dict[str, Schema]] = {
    "Message": {
        "SentAt": _MOMENT,
        "RegionName": {"type": ["string", "null"], "description": "Where it was sent."},
        "CanReply": {
            "type": "boolean",
            "description": "Whether a person can write to its sender.",
        },
        "Code": {"type": "string", "description": "The one-time code in it, if there is one."},
    },
    "Inbound": {
        "ReceivedAt": _MOMENT,
        "RegionName": {"type": ["string", "null"], "description": "Where it arrived."},
        "Published": {
            "type": ["object", "null"],
            "description": "What two-way messaging published of it.",
        },
    },
}
_OWN: dict[str, Schema] = {
    "Error": {
        "type": "object",
        "properties": {"error": {"type": "string", "description": "What is wrong."}},
        "required": ["error"],
    },
    "Event": {
        "type": "object",
        "properties": {
            "event_id": _TEXT,
            "destination": _TEXT,
            "configuration_set_name": {"type": ["string", "null"]},
            "event_type": _TEXT,
            "message_id": {"type": ["string", "null"]},
            "region_name": _TEXT,
            "at": _MOMENT,
            "body": {"type": "object", "description": "What AWS would deliver."},
        },
        "required": ["event_id", "destination", "event_type", "region_name", "at", "body"],
    },
    "Fault": {
        "type": "object",
        "properties": {
            "kind": {"enum": [one.value for one in FaultKind]},
            "operation": {"type": ["string", "null"], "description": "Null strikes all."},
            "times": {"type": ["integer", "null"], "description": "How many it still strikes."},
            "share": {"type": "number"},
            "seconds": {"type": "number"},
            "at": {"type": "integer"},
            "code": {"type": ["string", "null"]},
            "reason": {"type": ["string", "null"]},
        },
        "required": ["kind", "operation", "times", "share", "seconds", "at", "code", "reason"],
    },
}
