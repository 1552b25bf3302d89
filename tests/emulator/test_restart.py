"""A restart changes nothing: what was there is there, in its order, whole for every reader."""

import shutil
import tempfile
import threading
from datetime import UTC, datetime
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from smsvoice.core.documents import encode_json
from smsvoice.emulator import Emulator
from smsvoice.emulator.state.records import outbox
from tests.factories.constants import GOOD, SERVICE

START = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
REGIONS = ("us-east-1", "eu-west-1")

steps = st.lists(
    st.one_of(
        st.tuples(st.just("send"), st.sampled_from(REGIONS), st.text("aö€ ").map("a{}".format)),
        st.tuples(st.just("advance"), st.sampled_from([0.25, 1, 4000]), st.just("")),
        st.tuples(st.just("opt out"), st.sampled_from(REGIONS), st.text("0123456789", max_size=3)),
        st.tuples(st.just("keep"), st.integers(1, 4), st.just("")),
        st.tuples(st.just("clear"), st.just(""), st.just("")),
        st.tuples(st.just("reset"), st.just(""), st.just("")),
        st.tuples(st.just("restart"), st.just(""), st.just("")),
    ),
    max_size=12,
)


def opened(db: Path) -> Emulator:
    """The emulator of a file, which begins at the same moment each time."""
    return Emulator(db=db, clock_runs=False, starting_at=START)


def state_of(emulator: Emulator) -> dict[str, object]:
    """All that is kept, and all that is shown."""
    kept = {
        (account.region, name): [(key, encode_json(record)) for key, record in table.items()]
        for account in emulator.engine.store.accounts()
        for name, table in account.tables.items()
        if len(table)
    }
    return {
        "kept": kept,
        "messages": emulator.messages,
        "events": emulator.events,
        "now": emulator.now(),
    }


def do(emulator: Emulator, step: tuple[str, object, str]) -> None:
    """One of the steps."""
    kind, what, text = step
    if kind == "send":
        emulator.session(str(what)).client(SERVICE).send_text_message(
            DestinationPhoneNumber=GOOD, MessageBody=text, MessageFeedbackEnabled=len(text) > 2
        )
    elif kind == "advance":
        emulator.advance(float(str(what)))
    elif kind == "opt out":
        emulator.session(str(what)).client(SERVICE).put_opted_out_number(
            OptOutListName="Default", OptedOutNumber=f"+12065550{text:0>3}"
        )
    elif kind == "keep":
        emulator.settings.keep_messages = int(str(what))
    elif kind == "clear":
        emulator.clear_messages()
    elif kind == "reset":
        emulator.reset()


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps)
def test_whatever_was_done_is_there_after_a_restart(made: list[tuple[str, object, str]]) -> None:
    """Records, their order, what is due and what is shown; before and after one more delivery."""
    folder = Path(tempfile.mkdtemp())
    emulator = opened(folder / "db")
    try:
        for step in made:
            if step[0] == "restart":
                emulator.close()
                emulator = opened(folder / "db")
            else:
                do(emulator, step)
        before = state_of(emulator)
        emulator.close()
        emulator = opened(folder / "db")

        assert state_of(emulator) == before
        emulator.advance(300_000)
        assert {message.state for message in emulator.messages} <= {"DELIVERED"}
    finally:
        emulator.close()
        shutil.rmtree(folder)


def test_all_readers_see_all_messages_after_a_restart(tmp_path: Path) -> None:
    """They are read when they are first asked for, by several at once; none is missing."""
    with opened(tmp_path / "db") as emulator:
        client = emulator.session().client(SERVICE)
        for _ in range(60):
            client.send_text_message(DestinationPhoneNumber=GOOD, MessageBody="x")

    with opened(tmp_path / "db") as emulator:
        seen: list[tuple[int, int, int]] = []

        def read() -> None:
            numbers = (len(emulator.messages), emulator.engine.count(outbox), len(emulator.events))
            seen.append(numbers)

        readers = [threading.Thread(target=read) for _ in range(4)]
        for reader in readers:
            reader.start()
        emulator.advance(5)
        for reader in readers:
            reader.join(20)

        assert {numbers[:2] for numbers in seen} == {(60, 60)}
        assert {message.state for message in emulator.messages} == {"DELIVERED"}
        assert len(emulator.events) == 180
