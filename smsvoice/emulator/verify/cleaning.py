"""Removing what probes have made, and what earlier runs have left."""

import signal
import threading
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError

from smsvoice.emulator.verify.guard import MAKES, PREFIX, TAG, Guard, Making, error_code

_ROUNDS = 4
_PAUSE_SECONDS = 2.0
_GONE = "ResourceNotFoundException"
_LISTS = {
    "CreateOptOutList": ("DescribeOptOutLists", "OptOutLists"),
    "CreateConfigurationSet": ("DescribeConfigurationSets", "ConfigurationSets"),
    "CreateProtectConfiguration": ("DescribeProtectConfigurations", "ProtectConfigurations"),
    "CreateRegistration": ("DescribeRegistrations", "Registrations"),
    "CreateRegistrationAttachment": (
        "DescribeRegistrationAttachments",
        "RegistrationAttachments",
    ),
}
SWEEPS = tuple(describe for describe, _ in _LISTS.values())
"""The operations by which leftovers are found, beside ListTagsForResource."""


def remove(guard: Guard, pause: Callable[[float], None] = time.sleep) -> list[str]:
    """Remove all that a guard has seen made, newest first; gives the names of what stays.

    A signal that comes meanwhile does not end it.
    """
    with uninterrupted():
        for attempt in range(_ROUNDS):
            for name, making in reversed(guard.made):
                _remove_one(guard, name, making)
            if not guard.made:
                break
            if attempt < _ROUNDS - 1:
                pause(_PAUSE_SECONDS)
    return [name for name, _ in guard.made]


def sweep(guard: Guard, run: str = "") -> tuple[int, list[str]]:
    """Remove what a run has left, or all runs; gives how much was found and what stays.

    Raises:
        ClientError: AWS does not list it.
        BotoCoreError: AWS cannot be reached.
    """
    for operation, making in MAKES.items():
        for item in _items(guard, *_LISTS[operation]):
            if _is_left_over(guard, item, making, run):
                guard.adopt(str(item[making.member]), making)
    found = len(guard.made)
    return found, remove(guard)


def _items(guard: Guard, operation: str, member: str) -> Iterator[dict[str, Any]]:
    request: dict[str, Any] = {}
    while True:
        answer = guard.call(operation, request)
        yield from answer.get(member, ())
        if not (token := answer.get("NextToken")):
            return
        request = {"NextToken": token}


def _is_left_over(guard: Guard, item: dict[str, Any], making: Making, run: str) -> bool:
    if making.member.endswith("Name"):
        return str(item[making.member]).startswith(PREFIX + run)
    if item.get("RegistrationStatus", "CREATED") != "CREATED":
        return False  # probes never submit, so it is another's, or gone already
    if item.get("AttachmentStatus") == "DELETED":
        return False
    answer = guard.call("ListTagsForResource", {"ResourceArn": item[making.arn]})
    tags = {tag["Key"]: tag["Value"] for tag in answer.get("Tags", ())}
    return TAG in tags and (not run or tags[TAG] == run)


def _remove_one(guard: Guard, name: str, making: Making) -> None:
    request = {making.member: name}
    try:
        guard.call(making.remove, request)
    except ClientError as refusal:
        if error_code(refusal) == _GONE:
            guard.forget(making.remove, request)
    except BotoCoreError:
        pass  # the next round asks again


@contextmanager
def uninterrupted() -> Generator[None]:
    """Ctrl-C and SIGTERM wait for nothing here: what was made is to be removed."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    signals = (signal.SIGINT, signal.SIGTERM)
    before = [signal.signal(number, signal.SIG_IGN) for number in signals]
    try:
        yield
    finally:
        for number, handler in zip(signals, before, strict=True):
            signal.signal(number, handler)
