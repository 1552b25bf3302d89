"""pytest fixtures: the service in this process, and clients that talk to it.

Installed with smsvoice, so a test only has to ask:

    def test_a_code_is_sent(sms_voice, sms_emulator):
        sms_voice.messages.send_text("+14254147755", message_body="481516")

        assert sms_emulator.messages[0].body == "481516"

Where moto is installed, `mock_aws` covers this service too. `check_code_store` tests a store of
your own for `smsvoice.codes`.
"""

import importlib.util
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from smsvoice import AsyncSmsVoice, SmsVoice
    from smsvoice.codes import CodeStore
    from smsvoice.emulator import Emulator
    from smsvoice.emulator.engine.settings import Settings


def pytest_configure() -> None:
    """Let moto know this service as soon as a test imports it; costs nothing until then."""
    if importlib.util.find_spec("moto") is not None:
        from smsvoice.emulator.frontends.moto import register_when_imported  # noqa: PLC0415

        register_when_imported()


@pytest.fixture
def sms_emulator_settings() -> "Settings":
    """How the emulated account behaves; override this fixture to change it."""
    from smsvoice.emulator.engine.settings import Settings  # noqa: PLC0415  only tests that ask load it

    return Settings()


@pytest.fixture
def sms_emulator(sms_emulator_settings: "Settings") -> "Iterator[Emulator]":
    """An empty emulator of the service, with its controls and the messages that were sent."""
    from smsvoice.emulator import Emulator  # noqa: PLC0415  only tests that ask load it

    with Emulator(settings=sms_emulator_settings) as emulator:
        yield emulator


@pytest.fixture(scope="session")
def sms_emulator_session_settings() -> "Settings":
    """How the account of the whole session behaves; override this fixture to change it."""
    from smsvoice.emulator.engine.settings import Settings  # noqa: PLC0415  only tests that ask load it

    return Settings()


@pytest.fixture(scope="session")
def sms_emulator_session(sms_emulator_session_settings: "Settings") -> "Iterator[Emulator]":
    """One emulator for all tests of the session, for fixtures of a wider scope than a test.

    What one test leaves there the next one finds; `reset()` forgets it.
    """
    from smsvoice.emulator import Emulator  # noqa: PLC0415  only tests that ask load it

    with Emulator(settings=sms_emulator_session_settings) as emulator:
        yield emulator


@pytest.fixture(scope="session")
def sms_emulator_server(sms_emulator_session: "Emulator") -> Iterator[str]:
    """The URL of a server of `sms_emulator_session`, for programs in any language.

    Needs the extra `emulator`. The server runs in a thread of this process until the session ends.
    """
    from smsvoice.emulator.frontends.server import App, serving  # noqa: PLC0415  needs the extra

    with serving(App(sms_emulator_session)) as url:
        yield url


@pytest.fixture
def sms_voice(sms_emulator: "Emulator") -> "Iterator[SmsVoice]":
    """A client of the emulator."""
    from smsvoice import SmsVoice  # noqa: PLC0415  only tests that ask load it

    with SmsVoice(session=sms_emulator.session()) as client:
        yield client


@pytest.fixture
def async_sms_voice(sms_emulator: "Emulator") -> "Iterator[AsyncSmsVoice]":
    """An async client of the emulator, for asyncio and trio."""
    from smsvoice import AsyncSmsVoice  # noqa: PLC0415  only tests that ask load it

    client = AsyncSmsVoice(session=sms_emulator.session())
    yield client
    client.boto_client.close()


def check_code_store(make_store: "Callable[[], CodeStore]", *, threads: int = 16) -> None:
    """Check that a store of your own may hold the state of one-time codes.

    It takes some seconds. Keys are random, so a store may hold other things already, and some of
    what is written stays in it for an hour.

        def test_my_store():
            check_code_store(MyStore)

    Args:
        make_store: gives a store to be checked; called a dozen times.
        threads: how many threads race for one key, 2 or more.

    Raises:
        AssertionError: the store does not do what it must; the text says what.
    """
    from smsvoice.codes.store_suite import run  # noqa: PLC0415  only tests that ask load it

    run(make_store, threads)
