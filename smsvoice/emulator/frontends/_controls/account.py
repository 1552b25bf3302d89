"""The routes of the whole: health, time, settings, seeds, and forgetting everything."""

from typing import Any, get_type_hints

from pydantic import TypeAdapter
from starlette.responses import Response

from smsvoice.emulator.controls import seed
from smsvoice.emulator.engine.setting_rules import RULES
from smsvoice.emulator.engine.settings import Settings
from smsvoice.emulator.engine.settings_json import as_json
from smsvoice.emulator.frontends._controls.arguments import NUMBER, Schema, body_of
from smsvoice.emulator.frontends._controls.route import (
    Asked,
    Body,
    ControlRoute,
    away,
    members,
    run,
)
from smsvoice.emulator.state.records import outbox


async def _health(asked: Asked) -> Any:
    return await away(lambda: _state(asked))


def _state(asked: Asked) -> dict[str, Any]:
    emulator = asked.emulator
    engine, trouble = emulator.engine, emulator.engine.trouble
    problem = None
    if trouble is not None:
        problem = {"error": trouble.error, "since": trouble.since.isoformat()}
    return {
        "status": "ok" if trouble is None else "failing",
        "problem": problem,
        "account_id": emulator.settings.account_id,
        "region": emulator.settings.region,
        "now": emulator.now().isoformat(),
        "messages": engine.count(outbox),
        "event_posts": engine.poster.posts._asdict(),
    }


async def _reset(asked: Asked) -> Any:
    await away(asked.emulator.reset)
    return {"done": True}


async def _clock(asked: Asked) -> Any:
    now = await away(asked.emulator.now)
    return {"now": now.isoformat()}


async def _advance(asked: Asked) -> Any:
    await run(asked.emulator.advance, asked.given["advance"])
    return await _clock(asked)


async def _settings(asked: Asked) -> Any:
    return as_json(asked.emulator.settings)


async def _change_settings(asked: Asked) -> Any:
    given = await body_of(asked.request)
    await run(seed.set_settings, asked.emulator, given)
    return await _settings(asked)


async def _seed(asked: Asked) -> Any:
    plan = seed.Plan.of(await body_of(asked.request))
    return {"answers": await run(seed.apply, asked.emulator, plan)}


async def _sns_certificate(asked: Asked) -> Response:
    pem = await away(lambda: asked.emulator.sns_certificate)
    return Response(pem, media_type="application/x-pem-file")


def _settings_schema() -> Schema:
    hints = get_type_hints(Settings)
    return {
        "type": "object",
        "properties": {
            name: TypeAdapter[Any](hints[name]).json_schema() | {"description": rule.text}
            for name, rule in RULES.items()
        },
        "additionalProperties": False,
    }


_MOMENT: Schema = {"type": "string", "format": "date-time"}
_NOW: Schema = {"type": "object", "properties": {"now": _MOMENT}, "required": ["now"]}
_SETTINGS = _settings_schema()
_SEED: Schema = {
    "type": "object",
    "properties": {
        "settings": _SETTINGS,
        "call": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "operation": {"type": "string"},
                    "request": {"type": "object"},
                    "region": {"type": "string"},
                    "name": {"type": "string"},
                    "advance": {"type": "number", "minimum": 0},
                },
                "required": ["operation"],
                "additionalProperties": False,
            },
        },
    },
    "additionalProperties": False,
}
_HEALTH: Schema = {
    "type": "object",
    "properties": {
        "status": {"enum": ["ok", "failing"]},
        "problem": {"type": ["object", "null"]},
        "account_id": {"type": "string"},
        "region": {"type": "string"},
        "now": _MOMENT,
        "messages": {"type": "integer"},
        "event_posts": {"type": "object"},
    },
    "required": ["status", "account_id", "region", "now", "messages"],
}

ROUTES = (
    ControlRoute(
        method="GET",
        path="/health",
        summary="Whether it can go on, its account and its time.",
        handler=_health,
        answer=_HEALTH,
    ),
    ControlRoute(
        method="GET",
        path="/clock",
        control="now",
        summary="The emulator's time, UTC.",
        handler=_clock,
        answer=_NOW,
    ),
    ControlRoute(
        method="POST",
        path="/clock",
        control="advance clock async_clock",
        summary="Put the clock forward, and do all that comes due.",
        handler=_advance,
        bodies=(Body(members(advance=NUMBER("By how many seconds.", minimum=0)), ["advance"]),),
        answer=_NOW,
    ),
    ControlRoute(
        method="GET",
        path="/settings",
        summary="The settings of the account.",
        handler=_settings,
        answer=_SETTINGS,
    ),
    ControlRoute(
        method="POST",
        path="/settings",
        control="settings",
        summary="Change some of the settings.",
        handler=_change_settings,
        free=_SETTINGS,
        answer=_SETTINGS,
    ),
    ControlRoute(
        method="POST",
        path="/seed",
        summary="Settings and calls, as in a seed file.",
        handler=_seed,
        free=_SEED,
        answer={
            "type": "object",
            "properties": {"answers": {"type": "array", "items": {"type": "object"}}},
            "required": ["answers"],
        },
    ),
    ControlRoute(
        method="POST",
        path="/reset",
        control="reset",
        summary="Forget everything but settings, time and faults.",
        handler=_reset,
        bodies=(Body({}),),
    ),
    ControlRoute(
        method="GET",
        path="/sns.pem",
        control="sns_certificate",
        summary="The certificate that signs what `event_url` gets.",
        handler=_sns_certificate,
        answer={"type": "string"},
        media_type="application/x-pem-file",
    ),
)
