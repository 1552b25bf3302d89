"""The table of all routes: it dispatches, and it is what the description is made from."""

from typing import Any

from smsvoice.emulator.frontends._controls import account, gifts, lists, people, spoiling
from smsvoice.emulator.frontends._controls.openapi import describe
from smsvoice.emulator.frontends._controls.route import Asked, ControlRoute


async def _description(asked: Asked) -> Any:
    return describe(ROUTES)


ROUTES: tuple[ControlRoute, ...] = (
    *gifts.ROUTES,
    *lists.ROUTES,
    *people.ROUTES,
    *spoiling.ROUTES,
    *account.ROUTES,
    ControlRoute(
        method="GET",
        path="/openapi.json",
        summary="This description.",
        handler=_description,
        answer={"type": "object"},
    ),
)
