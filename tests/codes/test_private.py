"""No code, no number and no secret in stores, logs, errors, tracebacks and representations."""

import json
import logging
import pickle
import traceback
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg import sql
from redis import Redis

from smsvoice import AsyncSmsVoice, SmsVoice, SmsVoiceError
from smsvoice.codes import (
    AsyncCodeVerifier,
    CodeStore,
    CodeVerifier,
    MemoryStore,
    SendRequest,
    keyed,
)
from smsvoice.errors import NotSentError, OutcomeUnknownError
from tests.contract.wire import keyed_session
from tests.factories.codes import NUMBER, OTHER, SECRET, TEXT, Clock, Phone, verifier_of, wrong
from tests.transport.captured_log import CapturedLog
from tests.transport.faults import Fault, FaultyServer, no_back_off

SOURCE = "203.0.113.77"
TESTS = str(Path(__file__).parents[1])
PLANTED = (NUMBER, NUMBER[1:], OTHER[1:], "2065550142", SECRET.decode(), SECRET.hex(), SOURCE)


@pytest.fixture
def log() -> Iterator[CapturedLog]:
    """All that any logger hears, at DEBUG, as formatted text."""
    heard = CapturedLog()
    loggers = [logging.getLogger(name) for name in ("smsvoice", "sqlalchemy", "psycopg", "redis")]
    for each in loggers:
        each.addHandler(heard)
        each.setLevel(logging.DEBUG)
    yield heard
    for each in loggers:
        each.removeHandler(heard)
        each.setLevel(logging.NOTSET)


def dump(kind: str, store: Any, folder: Path) -> str:
    """All that a store holds, keys and values."""
    if kind == "memory":
        return repr(vars(store))
    if kind == "sqlite":
        return "".join(
            path.read_bytes().decode("latin-1") for path in sorted(folder.glob("codes.db*"))
        )
    if kind == "redis":
        with Redis.from_url(vars(store)["_where"]) as client:
            found: Any = list(client.scan_iter(f"{vars(store)['_prefix']}*"))
            return repr([(key, client.get(key)) for key in found])
    if kind == "dynamodb":
        return json.dumps(vars(store)["_given"].scan(TableName=vars(store)["_table"])["Items"])
    where = vars(store)["_where"].replace("+psycopg", "")
    with psycopg.connect(where) as connection:
        query = sql.SQL("SELECT * FROM {}").format(sql.Identifier(vars(store)["_table"]))
        return repr(connection.execute(query).fetchall())


def shown(error: BaseException) -> list[str]:
    """What tools show of an error that print the variables of each frame, but for those of tests."""
    lines = traceback.format_exception(error)
    one: BaseException | None = error
    while one is not None:
        for frame, _ in traceback.walk_tb(one.__traceback__):
            if TESTS not in frame.f_code.co_filename:
                lines += [
                    f"{frame.f_code.co_qualname} {name} {value!r}"
                    for name, value in frame.f_locals.items()
                ]
        one = one.__cause__ or one.__context__
    return lines


def test_planted_numbers_codes_and_secrets_are_nowhere(
    kind: str, store: CodeStore, clock: Clock, log: CapturedLog, tmp_path: Path
) -> None:
    phone = Phone()
    said: list[str] = []
    asked: list[Any] = []
    dumps: list[str] = []

    def allow(request: SendRequest) -> bool:
        asked.append(request)
        return True

    def tried(do: Callable[[], object]) -> None:
        try:
            found = do()
            said.extend((repr(found), str(found), repr(pickle.dumps(found))))
        except SmsVoiceError as error:
            said.extend((*shown(error), str(error), repr(error), repr(vars(error))))
        dumps.append(dump(kind, store, tmp_path))

    verifier = verifier_of(
        store,
        phone,
        clock,
        per_prefix=(20, 3600),
        cooldown=0,
        digits=10,  # fewer may stand in a dump by chance
        allow=allow,
    )
    codes: list[str] = []
    failures = [None, OutcomeUnknownError("S", "lost"), NotSentError("S", "none"), None, None, None]
    for failure in failures:
        phone.failures = [failure] if failure else []
        tried(lambda: verifier.send(NUMBER, purpose="login", source=SOURCE))
        codes.append(phone.code)
        for given in (wrong(codes[-1]), codes[-1], codes[-1][:5], codes[-1] * 20):
            tried(partial(verifier.check, NUMBER, given, purpose="login"))
    for number in (OTHER, f"{NUMBER}{NUMBER[1:]}", NUMBER[1:]):
        tried(partial(verifier.send, number, purpose="login", text=TEXT + codes[0]))
    said += [repr(verifier), str(verifier), repr(store), repr(asked), repr(vars(verifier))]
    rules = vars(verifier)["_settings"].rules
    said += [repr(rules), repr(rules.keyed), repr(rules.sender), repr(rules.records)]

    assert len(log.heard) > 5
    for where, texts in (("said", said), ("log", log.heard), ("dump", dumps)):
        whole = "\n".join(texts)
        for planted in (*PLANTED, *codes):
            assert planted not in whole, f"{where} holds {planted}"


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The codes that were made, of ten digits, in any writing of a message."""
    found: list[str] = []
    make = keyed.Keyed.code

    def kept(*args: Any) -> str:
        code = make(*args)
        found.extend((str(code), ", ".join(code)))
        return code

    monkeypatch.setattr(keyed.Keyed, "code", kept)
    return found


FAULTS = [Fault.RESET, Fault.CONFLICT, Fault.THROTTLED, Fault.ERROR_500]
MADE: Any = {"secret": SECRET, "text": TEXT, "cooldown": 0, "per_number": None, "digits": 10}


def must_be_private(said: list[str], made: list[str], log: CapturedLog) -> None:
    """No code, no number, no text, no secret and no address of whom asked."""
    whole = "\n".join((*said, *log.heard))
    assert len(said) > 10
    assert made
    for planted in (*PLANTED, *made):
        assert planted not in whole


def test_what_a_faulty_network_says(clock: Clock, log: CapturedLog, made: list[str]) -> None:
    """Real calls that are lost, refused and broken, with the variables of all frames."""
    said: list[str] = []
    faults = iter(FAULTS * 9)
    with FaultyServer(lambda _: next(faults)) as server, no_back_off():
        with SmsVoice(keyed_session(), endpoint_url=server.url) as sms:
            verifier = CodeVerifier(sms.messages, store=MemoryStore(), clock=clock, **MADE)
            for _ in range(6):
                with pytest.raises(SmsVoiceError) as caught:
                    verifier.send(NUMBER, purpose="login", source=SOURCE)
                said += shown(caught.value)

    must_be_private(said, made, log)


async def test_what_a_faulty_network_says_to_those_who_await(
    clock: Clock, log: CapturedLog, made: list[str]
) -> None:
    said: list[str] = []
    faults = iter(FAULTS * 9)
    with FaultyServer(lambda _: next(faults)) as server, no_back_off():
        sms = AsyncSmsVoice(keyed_session(), endpoint_url=server.url)
        verifier = AsyncCodeVerifier(sms.messages, store=MemoryStore(), clock=clock, **MADE)
        for _ in range(6):
            with pytest.raises(SmsVoiceError) as caught:
                await verifier.send(NUMBER, purpose="login", source=SOURCE)
            said += shown(caught.value)
        sms.boto_client.close()

    must_be_private(said, made, log)


@pytest.mark.parametrize("failure", [KeyboardInterrupt(), ZeroDivisionError()])
def test_errors_of_others_keep_their_frames_and_show_nothing(
    phone: Phone, clock: Clock, log: CapturedLog, made: list[str], failure: BaseException
) -> None:
    """They are to be mended by who reads them; ours show neither arguments nor codes."""
    phone.failures.append(failure)
    verifier = CodeVerifier(phone, store=MemoryStore(), clock=clock, **MADE)
    with pytest.raises(type(failure)) as caught:
        verifier.send(NUMBER, purpose="login", source=SOURCE)

    must_be_private(shown(caught.value), made, log)


def test_what_the_caller_handles_already_keeps_its_frames(phone: Phone, clock: Clock) -> None:
    phone.failures.append(NotSentError("SendTextMessage", "no connection"))
    verifier = CodeVerifier(phone, store=MemoryStore(), clock=clock, **MADE)
    try:
        int("many")
    except ValueError as handled:
        with pytest.raises(NotSentError) as caught:
            verifier.send(NUMBER, purpose="login")
        assert caught.value.__context__ is handled
        assert handled.__traceback__ is not None
