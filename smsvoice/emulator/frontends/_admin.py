"""The controls over HTTP, under /_smsvoice/: JSON in, JSON out; what AWS itself does not have.

The members of a body are the arguments of the control of the same name on `Emulator`.
"""

import traceback
from collections.abc import Awaitable, Callable, Sequence
from logging import getLogger

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from smsvoice.emulator.controls.internal_client import CallRefused, in_words
from smsvoice.emulator.controls.seed import SeedError
from smsvoice.emulator.emulator import Emulator
from smsvoice.emulator.engine.service_errors import ServiceError
from smsvoice.emulator.frontends._controls.arguments import body_of, checked
from smsvoice.emulator.frontends._controls.route import Asked, ControlRoute
from smsvoice.emulator.frontends._controls.table import ROUTES
from smsvoice.emulator.frontends.change_notifier import ChangeNotifier
from smsvoice.emulator.frontends.wrong import MissingError, WrongError

_log = getLogger("smsvoice.emulator")


class Admin:
    """The controls of one emulator."""

    def __init__(
        self, emulator: Emulator, changes: ChangeNotifier, more: Sequence[ControlRoute] = ()
    ) -> None:
        """Control an emulator, and wait for its changes; `more` are routes of the page's own."""
        self._emulator = emulator
        self._changes = changes
        self._more = tuple(more)

    def routes(self) -> list[Route]:
        """The path of each control."""
        return [
            Route(route.path, self._endpoint(route), methods=[route.method])
            for route in (*ROUTES, *self._more)
        ]

    def _endpoint(self, route: ControlRoute) -> Callable[[Request], Awaitable[Response]]:
        async def answer(request: Request) -> Response:
            return await _kept(route, self._asked(route, request))

        return answer

    async def _asked(self, route: ControlRoute, request: Request) -> Asked:
        """The request, checked against its row of the table."""
        for name in request.query_params:
            if name not in route.query:
                there_are = ", ".join(sorted(route.query)) or "none"
                raise WrongError(f"no such filter: {name}; there are {there_are}")
        given = {}
        if route.bodies:
            given = await body_of(request)
            body = route.body_for(given)
            given = checked(given, body.members, body.needed)
        return Asked(self._emulator, self._changes, request, given)


async def _kept(route: ControlRoute, asked: Awaitable[Asked]) -> Response:
    """The answer of a route; its failures are answers too."""
    try:
        found = await route.handler(await asked)
    except (WrongError, SeedError) as wrong:
        return JSONResponse({"error": str(wrong)}, 400)
    except MissingError as missing:
        return JSONResponse({"error": str(missing)}, 404)
    except CallRefused as refused:
        return JSONResponse({"error": refused.spoken}, 409)
    except ServiceError as refusal:
        return JSONResponse({"error": in_words(refusal.code, refusal.members)}, 409)
    except Exception as fault:  # noqa: BLE001  the client gets no traceback
        place = traceback.extract_tb(fault.__traceback__)[-1]
        kind = type(fault).__name__
        _log.error("a control failed: %s at %s:%s", kind, place.filename, place.lineno)
        return JSONResponse({"error": f"the emulator failed ({kind})"}, 500)
    return found if isinstance(found, Response) else JSONResponse(found)
