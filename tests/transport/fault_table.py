"""How often one send is handed over when its answer gets lost, counted by the server.

Every send, every fault, every retry mode, for our client, sync and async, for a boto3 client with
`guard_sends`, and for boto3 as it is. Nothing is timed here, so back-off sleeps are left out.
`python -m tests.transport.fault_table` prints it as JSON, for the table on another boto3.
"""

import asyncio
import dataclasses
import itertools
import json
import os
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, cast

import boto3
import botocore
from botocore.config import Config

from smsvoice import AsyncSmsVoice, SmsVoice, guard_sends, operations
from smsvoice.core.codec import unvalidated_request
from tests.transport import meddling
from tests.transport.faults import (
    NOT_TAKEN,
    Fault,
    FaultyServer,
    Received,
    no_back_off,
    refusing_url,
)

ROOT = Path(__file__).resolve().parent.parent.parent
SERVICE: Final = "pinpoint-sms-voice-v2"
MODES = ("legacy", "standard", "adaptive")
CLIENTS = ("ours", "async", "guarded", "unguarded")
REFUSED, THROTTLED_ONCE, THROTTLED = "connection refused", "throttled, then taken", "throttled"
LOST = tuple(f.value for f in Fault if f not in {Fault.NONE, *NOT_TAKEN})
AGAIN, AGAIN_REFUSED = "accepted, and a handler asks again", "refused, and a handler asks again"
NO_KEYS = "throttled, then no credentials"
MEDDLING: dict[str, tuple[Fault, Callable[[Any], None]]] = {
    **{name: (Fault.NONE, hang) for name, hang in meddling.AFTER_ACCEPTANCE.items()},
    AGAIN: (Fault.NONE, meddling.asking_again),
    AGAIN_REFUSED: (Fault.CONFLICT, meddling.asking_again),
    NO_KEYS: (Fault.THROTTLED, meddling.losing_credentials),
}
"""What the server answers while an event handler of the application gets in the way."""
FAULTS = (*LOST, THROTTLED_ONCE, THROTTLED, REFUSED, *MEDDLING)
PATIENCE = 0.25
"""Seconds that a client waits for an answer that never comes."""

TO = {"DestinationPhoneNumber": "+12065550142"}
SENDS: dict[str, dict[str, Any]] = {
    "SendDestinationNumberVerificationCode": {
        "VerifiedDestinationNumberId": "vn-1",
        "VerificationChannel": "TEXT",
    },
    "SendMediaMessage": TO | {"OriginationIdentity": "pool-1"},
    "SendNotifyTextMessage": TO | {"NotifyConfigurationId": "nc-1", "TemplateVariables": {}},
    "SendNotifyVoiceMessage": TO | {"NotifyConfigurationId": "nc-1", "TemplateVariables": {}},
    "SendRcsMessage": TO | {"OriginationIdentity": "rcs-1"},
    "SendTextMessage": TO | {"MessageBody": "one"},
    "SendVoiceMessage": TO | {"OriginationIdentity": "pool-1"},
}


@dataclass(frozen=True)
class Cell:
    """One call: its circumstances, how often it arrived, and how it ended for its caller."""

    send: str
    fault: str
    mode: str
    client: str
    received: int
    taken: int
    attempts: int
    on_fast_path: int
    outcome: str


def measured(
    sends: Iterable[str] = SENDS,
    faults: Iterable[str] = FAULTS,
    clients: Iterable[str] = CLIENTS,
) -> list[Cell]:
    """Every combination, on the botocore of this process."""
    session = boto3.session.Session(
        aws_access_key_id="key", aws_secret_access_key="secret", region_name="us-east-1"
    )
    plans = list(itertools.product(sends, faults, MODES, clients))
    server = FaultyServer(lambda request: _fault(request, server.received))
    with server, no_back_off(_note_sleep), warnings.catch_warnings(action="ignore"):
        made = [_client(session, server.url, number, plan) for number, plan in enumerate(plans)]
        with ThreadPoolExecutor(16) as threads:
            ends = list(threads.map(_called, plans, made))
    arrived = [_number(request) for request in server.received]
    taken = [_number(request) for request in server.taken]
    return [
        Cell(*plan, arrived.count(number), taken.count(number), *end)
        for number, (plan, end) in enumerate(zip(plans, ends, strict=True))
    ]


_sleeps: ContextVar[list[float]] = ContextVar("sleeps")
"""How long botocore wanted to sleep in a call. A handler that counted would close the fast path."""


def _note_sleep(seconds: float) -> None:
    _sleeps.get().append(seconds)


def _fault(request: Received, so_far: Sequence[Received]) -> Fault:
    fault = FAULTS[int(request.path.split("/")[2])]
    if fault in MEDDLING:
        return MEDDLING[fault][0]
    if fault == THROTTLED_ONCE:
        again = sum(1 for one in so_far if one.path == request.path) > 1
        return Fault.NONE if again else Fault.THROTTLED
    return Fault(fault)


def _number(request: Received) -> int:
    return int(request.path.split("/")[1])


def _client(
    session: boto3.session.Session, url: str, number: int, plan: tuple[str, str, str, str]
) -> Any:
    """A client for one call; its path selects what the server does."""
    _, fault, mode, kind = plan
    patience = PATIENCE if fault == Fault.READ_TIMEOUT.value else 10
    config = Config(retries={"mode": cast("Any", mode)}, read_timeout=patience, connect_timeout=5)
    where = refusing_url() if fault == REFUSED else url
    path = f"{where}/{number}/{FAULTS.index(fault)}"
    made: Any
    if kind in ("ours", "async"):
        made = (SmsVoice if kind == "ours" else AsyncSmsVoice)(
            session, endpoint_url=path, config=config
        )
        assert made.fast_path  # looks, so that even the first call in an event loop takes it
    else:
        made = session.client(SERVICE, endpoint_url=path, config=config)
    if fault in MEDDLING:
        MEDDLING[fault][1](getattr(made, "boto_client", made))
    return guard_sends(made) if kind == "guarded" else made


def _called(plan: tuple[str, str, str, str], client: Any) -> tuple[int, int, str]:
    """Make one call; how many attempts it took, how many on the fast path, and how it ended."""
    send = plan[0]
    operation = operations.by_name(send)
    sleeps: list[float] = []
    _sleeps.set(sleeps)
    try:
        if isinstance(client, SmsVoice):
            client.call(operation, unvalidated_request(operation.request, SENDS[send]))
            outcome = "accepted"
        elif isinstance(client, AsyncSmsVoice):
            asyncio.run(client.call(operation, unvalidated_request(operation.request, SENDS[send])))
            outcome = "accepted"
        else:
            answer = getattr(client, operation.method)(**SENDS[send])
            outcome = "accepted" if "MessageId" in answer else "accepted, no id"
    except Exception as error:
        outcome = type(error).__name__
    connection = getattr(client, "_connection", None)
    path = None if connection is None else connection.fast_path
    on_fast_path = 0 if path is None else path.exchanges + path.handed_back
    return 1 + len(sleeps), on_fast_path, outcome


# --- on another boto3 ------------------------------------------------------------------------


def oldest_python() -> str:
    """An interpreter with the oldest supported boto3; its environment is made when lacking."""
    given = os.environ.get("SMSVOICE_OLDEST_PYTHON")
    if given:
        return given
    from tests import versions  # the environment is made only for the table

    return versions.environment(
        sys.executable, f"{sys.version_info.major}.{sys.version_info.minor}", versions.FLOOR
    )


def measured_by(python: str) -> tuple[str, list[Cell]]:
    """The same by another interpreter: its botocore's version, and the cells."""
    command = [python, "-m", "tests.transport.fault_table"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    printed = json.loads(run.stdout)
    return printed["botocore"], [Cell(**cell) for cell in printed["cells"]]


if __name__ == "__main__":
    here = [dataclasses.asdict(cell) for cell in measured()]
    print(json.dumps({"botocore": botocore.__version__, "cells": here}))
