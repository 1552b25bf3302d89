"""The routes that spoil what follows: scripts of events, refusals, faults, failed uploads."""

from dataclasses import asdict
from functools import partial
from typing import Any

from smsvoice.emulator.controls.faults import FaultKind
from smsvoice.emulator.frontends._controls.arguments import (
    COUNT,
    EVENTS,
    NUMBER,
    REGION,
    TEXT,
    Schema,
)
from smsvoice.emulator.frontends._controls.route import (
    DONE,
    Asked,
    Body,
    ControlRoute,
    away,
    items,
    members,
    run,
)
from smsvoice.emulator.state.records import scripts


async def _script(asked: Asked) -> Any:
    given = dict(asked.given)
    destination, event_types = given.pop("destination"), given.pop("event_types")
    await run(asked.emulator.script, destination, *event_types, **given)
    return {"done": True}


async def _scripts(asked: Asked) -> Any:
    return {"scripts": await away(partial(_scripted, asked))}


def _scripted(asked: Asked) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for one in asked.emulator.engine.placed(scripts):
        destination, _, channel = one.key.partition(" ")
        found.append(
            {
                "destination": destination,
                "channel": channel,
                "event_types": [step.event_type for step in one.record.steps],
                "times": one.record.times,
                "region_name": one.account.region,
            }
        )
    return found


async def _refuse(asked: Asked) -> Any:
    return asdict(await run(asked.emulator.refuse, **asked.given))


async def _faults(asked: Asked) -> Any:
    return {"faults": [asdict(fault) for fault in asked.emulator.faults]}


async def _add_fault(asked: Asked) -> Any:
    return asdict(await run(asked.emulator.faults.add, **asked.given))


async def _clear_faults(asked: Asked) -> Any:
    asked.emulator.faults.clear()
    return {"done": True}


async def _fail_upload(asked: Asked) -> Any:
    await run(asked.emulator.fail_upload, **asked.given)
    return {"done": True}


_FAULT: Schema = {"$ref": "#/components/schemas/Fault"}

ROUTES = (
    ControlRoute(
        method="POST",
        path="/script",
        control="script",
        summary="Set the delivery events of a recipient, or of all for the next messages.",
        handler=_script,
        bodies=(
            Body(
                members(
                    destination=TEXT("The recipient, E.164, or *."),
                    event_types=EVENTS("Events of one channel; [] restores the usual ones."),
                    times=COUNT("For how many messages; all from now on otherwise.", minimum=1),
                    region_name=REGION,
                ),
                ["destination", "event_types"],
            ),
        ),
    ),
    ControlRoute(
        method="GET",
        path="/script",
        summary="What is scripted.",
        handler=_scripts,
        answer=items(
            "scripts",
            *("destination", "channel", "region_name"),
            event_types={"type": "array", "items": {"type": "string"}},
            times={"type": ["integer", "null"]},
        ),
    ),
    ControlRoute(
        method="POST",
        path="/refuse",
        control="refuse",
        summary="Refuse the next calls of an operation with an error of your choice.",
        handler=_refuse,
        bodies=(
            Body(
                members(
                    operation=TEXT("AWS's name or Python's, or * for any."),
                    code=TEXT("The error code; the one that has the reason otherwise."),
                    reason=TEXT("What Reason says, also one that no model knows."),
                    times=COUNT("How many calls; 1 otherwise.", minimum=1),
                ),
                ["operation"],
            ),
        ),
        answer=_FAULT,
    ),
    ControlRoute(
        method="GET",
        path="/faults",
        summary="What still goes wrong.",
        handler=_faults,
        answer={
            "type": "object",
            "properties": {"faults": {"type": "array", "items": _FAULT}},
            "required": ["faults"],
        },
    ),
    ControlRoute(
        method="POST",
        path="/faults",
        control="faults.add",
        summary="Inject a fault.",
        handler=_add_fault,
        bodies=(
            Body(
                members(
                    kind=TEXT(
                        "What goes wrong.",
                        enum=[one.value for one in FaultKind if one != FaultKind.REFUSE],
                    ),
                    operation=TEXT("AWS's name of the operation; all otherwise."),
                    times=COUNT("How many calls it strikes.", minimum=1),
                    share=NUMBER("Which part of the calls by chance, above 0 and at most 1."),
                    seconds=NUMBER("For slow: how long the answer takes."),
                    at=COUNT("For cut_body: the bytes that arrive."),
                ),
                ["kind"],
            ),
        ),
        answer=_FAULT,
    ),
    ControlRoute(
        method="DELETE",
        path="/faults",
        control="faults.clear",
        summary="End all faults and refusals.",
        handler=_clear_faults,
        answer=DONE,
    ),
    ControlRoute(
        method="POST",
        path="/fail-upload",
        control="fail_upload",
        summary="Make the upload of a document fail.",
        handler=_fail_upload,
        bodies=(
            Body(
                members(registration_attachment_id=TEXT("Its id."), region_name=REGION),
                ["registration_attachment_id"],
            ),
        ),
    ),
)
