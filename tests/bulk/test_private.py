"""No number, no text and no secret in ledgers, logs, errors, reports and their representations."""

import logging
import pickle
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import psycopg
import pytest

from smsvoice import SmsVoice, SmsVoiceError
from smsvoice.bulk import Bulk, Result
from smsvoice.bulk.ledger._ledger import close_all
from tests.bulk.conftest import Account
from tests.contract.wire import keyed_session
from tests.transport.captured_log import CapturedLog
from tests.transport.faults import Fault, FaultyServer

Make = Callable[..., Bulk]
NUMBER, TEXT, CODE = "+12065550147", "a sentence that stays private", "918273"
PLANTED = (NUMBER, NUMBER[1:], TEXT, CODE, "2065550147", "pepper-pepper-16")


@pytest.fixture
def log() -> Any:
    """All that any logger of the process hears, at DEBUG, as formatted text."""
    heard = CapturedLog()
    loggers = [logging.getLogger(name) for name in ("smsvoice", "sqlalchemy", "psycopg")]
    for each in loggers:
        each.addHandler(heard)
        each.setLevel(logging.DEBUG)
    yield heard
    for each in loggers:
        each.removeHandler(heard)
        each.setLevel(logging.NOTSET)


def everything(ledger_url: str) -> bytes:
    """All bytes of a ledger."""
    if ledger_url.startswith("sqlite"):
        folder = Path(ledger_url.removeprefix("sqlite:///")).parent
        return b"".join(path.read_bytes() for path in folder.glob("ledger.db*"))
    found: list[object] = []
    with psycopg.connect(ledger_url.replace("+psycopg", "")) as connection:
        tables = ("ledger", "messages", "pace", "campaigns")
        for table in tables:
            found += connection.execute(f"SELECT * FROM smsvoice_{table}").fetchall()
    return repr(found).encode()


def test_planted_numbers_and_texts_are_nowhere(
    account: Account, bulk: Make, ledger_url: str, log: Any
) -> None:
    said: list[str] = []
    faults = iter([Fault.NONE, Fault.RESET, Fault.CONFLICT, Fault.THROTTLED, Fault.ERROR_500] * 9)
    with FaultyServer(lambda _: next(faults)) as server:
        mine = bulk(
            ledger=ledger_url,
            sms=SmsVoice(keyed_session(), endpoint_url=server.url),
            secret=b"pepper-pepper-16",
            threads=2,
        )
        right = {
            "destination_phone_number": NUMBER,
            "message_body": f"{TEXT} {CODE}",
            "origination_identity": NUMBER,
            "context": {"code": CODE},
        }
        wrong: list[dict[str, Any]] = [
            right | {"destination_phone_number": f"{NUMBER}{CODE}{CODE}"},
            right | {"key": NUMBER},
            right | {"message_body": ""},
            right | {CODE: TEXT},
            right | {"context": {str(i): CODE for i in range(5)}, "key": "c"},
            {"key": "k", "message_body": TEXT},
        ]
        results: list[Result] = []
        rows = [right, *wrong, *(right | {"key": f"k-{i}"} for i in range(20))]
        for arguments in (
            {"on_invalid": "stop"},
            {"on_result": results.append},
            {"stop_after_refusals": 1},
            {"message_body": "{nothing}"},
            {"make": lambda _: 1 / 0},
        ):
            try:
                report = mine.send(rows, **arguments)
                said += [str(report), repr(report), repr(pickle.dumps(report))]
            except (SmsVoiceError, ZeroDivisionError) as error:
                said += traceback.format_exception(error)
                said += [str(error), repr(error), repr(vars(error))]
        said += [repr(results), repr(mine), str(mine.totals(0)), repr(list(mine.results()))]
        preview = mine.preview(rows)
        said += [str(preview), repr(preview)]
    assert results
    close_all()
    held = everything(ledger_url)
    assert b"sending" in held or b"unknown" in held
    for planted in PLANTED:
        assert planted.encode() not in held, planted
        assert planted not in str(log.heard), planted
        assert not any(planted in text for text in said), planted


def test_a_ledgers_password_is_not_shown(account: Account, log: Any) -> None:
    url = "postgresql+psycopg://someone:pepper-pepper-16@127.0.0.1:9/none"
    mine = Bulk("spring", ledger=url, sms=account.sms)
    said = [repr(mine)]
    with suppress(SmsVoiceError):
        mine.totals()
    try:
        mine.totals()
    except SmsVoiceError as error:
        said += [*traceback.format_exception(error), repr(error)]
    assert len(said) > 1
    assert not any("pepper" in text for text in said)
    assert "pepper" not in str(log.heard)
