"""A service of five operations with every kind of shape, and tables that describe all of it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from codegen import read
from codegen.plan import Plan, Tables

MODEL: dict[str, Any] = {
    "operations": {
        name: {
            "input": {"shape": f"{name}Request"},
            "output": {"shape": f"{name}Result"},
            "errors": [{"shape": "ConflictException"}],
        }
        for name in ("CreateThing", "DescribeThings", "ListNames", "PingThing", "SendThing")
    },
    "shapes": {
        "CreateThingRequest": {
            "type": "structure",
            "required": ["Color"],
            "members": {
                "ClientToken": {"shape": "Text", "idempotencyToken": True},
                "Color": {"shape": "Color"},
                "Content": {"shape": "Content"},
                "Flag": {"shape": "Flag"},
                "Labels": {"shape": "LabelMap"},
                "MCC": {"shape": "Text"},
                "Counts": {"shape": "CountMap"},
                "Picture": {"shape": "Picture"},
                "Tags": {"shape": "TagList"},
                "Until": {"shape": "Time"},
                "Weight": {"shape": "Weight"},
            },
        },
        "CreateThingResult": {
            "type": "structure",
            "members": {
                "ThingId": {"shape": "ThingId"},
                "Color": {"shape": "Color"},
                "Labels": {"shape": "LabelMap"},
                "Tags": {"shape": "TagList"},
                "CreatedAt": {"shape": "Time"},
            },
        },
        "DescribeThingsRequest": {
            "type": "structure",
            "members": {
                "Filters": {"shape": "FilterList"},
                "MaxResults": {"shape": "Size"},
                "NextToken": {"shape": "Text"},
            },
        },
        "DescribeThingsResult": {
            "type": "structure",
            "members": {"Things": {"shape": "ThingList"}, "NextToken": {"shape": "Text"}},
        },
        "ListNamesRequest": {"type": "structure", "members": {"NextToken": {"shape": "Text"}}},
        "ListNamesResult": {
            "type": "structure",
            "members": {"Names": {"shape": "NameList"}, "NextToken": {"shape": "Text"}},
        },
        "PingThingRequest": {"type": "structure", "members": {}},
        "PingThingResult": {"type": "structure", "members": {}},
        "SendThingRequest": {
            "type": "structure",
            "required": ["Destination"],
            "members": {
                "ThingId": {"shape": "ThingId"},
                "Destination": {"shape": "Text"},
                "Body": {"shape": "Text"},
            },
        },
        "SendThingResult": {"type": "structure", "members": {"MessageId": {"shape": "Text"}}},
        "ConflictException": {
            "type": "structure",
            "exception": True,
            "members": {"Reason": {"shape": "Text"}},
        },
        "Color": {"type": "string", "enum": ["RED", "dark-blue"]},
        "Content": {
            "type": "structure",
            "union": True,
            "members": {"Title": {"shape": "Text"}, "Data": {"shape": "Picture"}},
        },
        "CountMap": {
            "type": "map",
            "key": {"shape": "Color"},
            "value": {"shape": "Size"},
            "max": 2,
        },
        "Filter": {
            "type": "structure",
            "required": ["Name"],
            "members": {"Name": {"shape": "Text"}, "Values": {"shape": "NameList"}},
        },
        "FilterList": {"type": "list", "member": {"shape": "Filter"}, "min": 0, "max": 5},
        "Flag": {"type": "boolean", "box": True},
        "LabelMap": {"type": "map", "key": {"shape": "Text"}, "value": {"shape": "Text"}},
        "NameList": {"type": "list", "member": {"shape": "Text"}},
        "Picture": {"type": "blob", "max": 100},
        "Size": {"type": "integer", "min": 1, "max": 10},
        "Tag": {
            "type": "structure",
            "required": ["Key", "Value"],
            "members": {"Key": {"shape": "Text"}, "Value": {"shape": "Text"}},
        },
        "TagList": {"type": "list", "member": {"shape": "Tag"}, "max": 3},
        "Text": {"type": "string"},
        "Thing": {
            "type": "structure",
            "required": ["ThingId"],
            "members": {"ThingId": {"shape": "ThingId"}, "Destination": {"shape": "Text"}},
        },
        "ThingId": {"type": "string", "min": 1, "max": 8, "pattern": "(?!x)[a-z]+"},
        "ThingList": {"type": "list", "member": {"shape": "Thing"}},
        "Time": {"type": "timestamp"},
        "Weight": {"type": "double", "min": 0.5, "max": 2.0},
    },
}
PAGES: dict[str, Any] = {
    "pagination": {
        "DescribeThings": {
            "input_token": "NextToken",
            "output_token": "NextToken",
            "result_key": "Things",
        },
        "ListNames": {
            "input_token": "NextToken",
            "output_token": "NextToken",
            "result_key": "Names",
        },
    }
}
_MEMBERS = {
    member
    for name, shape in MODEL["shapes"].items()
    if shape["type"] == "structure" and name != "ConflictException"
    for member in shape["members"]
}
TABLES = Tables(
    groups={
        "things": {
            "operations": ["CreateThing", "DescribeThings", "ListNames", "PingThing", "SendThing"],
            "shapes": ["Color", "Content", "Filter", "Thing"],
        },
        "common": {"shapes": ["Tag"]},
        "reasons": {"shapes": ["ConflictException"]},
    },
    operations={
        name: {"summary": f"{name} in words.", "returns": f"What {name} gives."}
        for name in MODEL["operations"]
    }
    | {
        "SendThing": {
            "summary": "Send one.",
            "returns": "Its id.",
            "raises": {"ConflictException": "no such thing."},
        }
    },
    shapes={name: f"A {name}." for name in ("Color", "Content", "Filter", "Tag", "Thing")},
    members={member: f"The {member}, in meters." for member in sorted(_MEMBERS)},
    overrides={"Thing": {"Destination": "Where it goes, E.164."}},
    sensitive={
        "members": ["Destination"],
        "only_in": {"SendThingRequest": ["Body"]},
        "except_in": {"Thing": ["Destination"]},
    },
    effects={"CreateThing": {"effect": "REPEATABLE", "reason": "has a token"}},
    patterns={"(?!x)[a-z]+": {"pydantic_pattern": "[a-wyz][a-z]*", "reason": "no leading x"}},
    since={
        "floor": "1.0.0",
        "operations": {"SendThing": "1.2.0"},
        "members": {"Thing.Destination": "1.10.0"},
    },
    must_have={"CreateThing": {"member": "Color", "reason": "for the test"}},
    permissions={name: {} for name in MODEL["operations"]}
    | {"SendThing": {"needs": ["Thing"], "may_name": ["Name"], "note": "for the test"}},
    sends={
        "origin": {
            "class": "Origin",
            "base": "handle",
            "module_doc": "Sending from a thing.",
            "doc": "A thing that sends.",
            "verbs": {
                "send": {
                    "operation": "SendThing",
                    "from_handle": "ThingId",
                    "positional": "Destination",
                    "required": ["Body"],
                    "summary": "Send one from here.",
                    "members": {"Body": "What to write."},
                    "raises": {"ConflictException": "this is gone."},
                }
            },
        },
        "messages": {
            "class": "Messages",
            "base": "collection",
            "module_doc": "Messages.",
            "doc": "Sending.",
            "verbs": {"send": {"operation": "SendThing", "positional": "Destination"}},
        },
    },
)


def plan(**changed: Mapping[str, Any]) -> Plan:
    """The plan of the small service, with some of its tables replaced."""
    return Plan(read.parse(MODEL, PAGES, "1.0.0"), replace(TABLES, **changed))


def without(table: Mapping[str, Any], name: str) -> dict[str, Any]:
    """A table that lacks one entry."""
    return {key: value for key, value in table.items() if key != name}
