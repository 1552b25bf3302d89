"""Processes of their own that send or check codes in many threads, or die in the middle of it."""

import multiprocessing
import os
import signal
import time
from collections import Counter
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any

from smsvoice.codes import (
    Check,
    CodeRefusedError,
    CodeStore,
    DynamoDbStore,
    RedisStore,
    SqlStore,
    rules,
)
from tests.factories.codes import NUMBER, Clock, Message, Phone, at_once, verifier_of
from tests.factories.dynamodb import client_of


def opened(where: str) -> CodeStore:
    """The store at an address."""
    if where.startswith("redis"):
        address, _, prefix = where.partition("#")
        return RedisStore(address, prefix=prefix)
    if where.startswith("http"):
        url, _, table = where.partition("#")
        return DynamoDbStore(table, client=client_of(url))
    return SqlStore(where)


def close(store: Any) -> None:
    """Close the connections of a store that was opened here."""
    if not isinstance(store, DynamoDbStore):
        store.close()


def die(*_: Any, **__: Any) -> Any:
    """End as by a crash."""
    os.kill(os.getpid(), signal.SIGKILL)
    time.sleep(60)


class Dying(Phone):
    """A sender that a crash comes before or after."""

    def __init__(self, parent: Connection, *, before: bool) -> None:
        """Die before the message is sent, or after."""
        super().__init__()
        self.parent = parent
        self.before = before

    def send_text(self, number: str, *, message_body: str, **members: Any) -> Message:
        """Show the text to the parent, and die."""
        if not self.before:
            self.parent.send(message_body)
        die()
        return super().send_text(number, message_body=message_body, **members)


def work(order: dict[str, Any], parent: Connection) -> None:
    """Do what is asked for in a process: say that it is ready, wait for a word, say what came."""
    store, phone, clock = opened(order["where"]), Phone(), Clock()
    clock.now = order["now"]
    limits = {key: order[key] for key in ("cooldown", "per_number", "per_prefix") if key in order}
    dies = order.get("dies")
    if dies in {"before sending", "after sending"}:
        phone = Dying(parent, before=dies == "before sending")
    elif dies == "before comparing":
        vars(rules)["is_same"] = die
    elif dies == "before answering":
        vars(rules)["Check"] = lambda *_: die()
    verifier = verifier_of(store, phone, clock, **limits)

    def check(_: int) -> str:
        found: Check = verifier.check(NUMBER, order["code"], purpose="login")
        return str(found.status)

    def send(index: int) -> str:
        number = f"+1206555{index % order['numbers']:04}" if order["numbers"] > 1 else NUMBER
        try:
            verifier.send(number, purpose="login")
        except CodeRefusedError as refused:
            return str(refused.why)
        return "SENT"

    parent.send("ready")
    parent.recv()
    parent.send(at_once(order["threads"], {"check": check, "send": send}[order["do"]]))


def begun(order: dict[str, Any]) -> tuple[Any, Any]:
    """A process that is ready, and the line to it."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.factories.code_worker"])
    ours, theirs = context.Pipe()
    process = context.Process(target=work, args=(order, theirs))
    process.start()
    theirs.close()
    return process, ours


def together(processes: int, **order: Any) -> Counter[str]:
    """What came of a number of processes that begin together."""
    workers = [begun(order) for _ in range(processes)]
    found: Counter[str] = Counter()
    for _, line in workers:
        assert line.recv() == "ready"
    for _, line in workers:
        line.send("go")
    for process, line in workers:
        found.update(line.recv())
        process.join()
        line.close()
        assert process.exitcode == 0
    return found


def killed(**order: Any) -> str:
    """What a process had said that killed itself."""
    process, line = begun({"threads": 1, "numbers": 1, **order})
    assert line.recv() == "ready"
    line.send("go")
    said = ""
    with suppress(EOFError):
        said = line.recv()
    process.join()
    line.close()
    assert process.exitcode == -signal.SIGKILL
    return said
