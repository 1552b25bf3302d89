"""The example of a webhook in FastAPI, over real HTTP, with what the emulator posts and signs."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import anyio
import httpx
import pytest
import uvicorn

from smsvoice import ConflictError, Emulator
from smsvoice.emulator.frontends.server import listen as listen_on
from smsvoice.emulator.frontends.server import url_of
from smsvoice.events import SnsVerifier
from smsvoice.events.sns.envelope import signed_text
from tests.factories.constants import EVENTS_TOPIC, INBOUND_TOPIC
from tests.factories.shop import PERSON, Shop, load, open_shop

TOPICS = (EVENTS_TOPIC, INBOUND_TOPIC)


@pytest.fixture
def shop() -> Iterator[Shop]:
    """A shop whose time passes only by `advance`."""
    with Emulator(clock_runs=False, seed=7) as emulator:
        yield open_shop(emulator)


@pytest.fixture
def example(monkeypatch: pytest.MonkeyPatch) -> Any:
    """The module."""
    return load("webhook_fastapi", monkeypatch)


@pytest.fixture
def table(example: Any, tmp_path: Path) -> Any:
    """Its table."""
    return example.MessageTable(tmp_path / "messages.db")


@pytest.fixture
def confirmed() -> list[str]:
    """The addresses that were called to confirm subscriptions."""
    return []


@pytest.fixture
def url(shop: Shop, example: Any, table: Any, confirmed: list[str]) -> Iterator[str]:
    """The address of the webhook, served from a thread."""

    def fetch(address: str) -> bytes:
        confirmed.append(address)
        return b"<ConfirmSubscriptionResponse/>"

    verifier = SnsVerifier(TOPICS, certificate=shop.emulator.sns_certificate, fetch=fetch)
    app = example.make_app(verifier, table, shop.sms)
    listening = listen_on("127.0.0.1", 0)
    server = uvicorn.Server(uvicorn.Config(app, ws="none", log_level="warning"))
    thread = threading.Thread(target=server.run, args=([listening],))
    thread.start()
    eventually(lambda: server.started)
    yield f"{url_of(listening)}/sns"
    server.should_exit = True
    thread.join()
    listening.close()


def eventually(is_so: Callable[[], object]) -> None:
    """Wait for what a thread does."""
    until = time.monotonic() + 20
    while not is_so():
        assert time.monotonic() < until, "it does not come"
        time.sleep(0.01)


def post(url: str, envelope: dict[str, str], **headers: str) -> int:
    """Post an envelope as SNS does; the status of the answer."""
    more = {"content-type": "text/plain; charset=UTF-8"} | headers
    return httpx.post(url, content=json.dumps(envelope), headers=more).status_code


def status_of(app: Any, body: str) -> int:
    """The status that an application answers with, without a socket."""

    async def asked() -> int:
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://app") as client:
            return (await client.post("/sns", content=body)).status_code

    return anyio.run(asked)


def test_a_text_is_settled_and_a_person_who_writes_stop_gets_no_other(
    shop: Shop, table: Any, url: str
) -> None:
    """From the send over the signed receipt and the reply to the refusal."""
    shop.emulator.settings.event_url = url

    message_id = shop.send()
    table.add(message_id)
    shop.emulator.advance(60)
    eventually(lambda: table.outcome(message_id) == "DELIVERED")
    shop.write("STOP")
    eventually(lambda: table.is_opted_out(PERSON))
    with pytest.raises(ConflictError) as refused:
        shop.send()

    assert refused.value.is_opted_out
    assert table.cost() > 0


def test_a_question_is_answered_and_the_answer_is_settled(shop: Shop, table: Any, url: str) -> None:
    """The reply goes out from the webhook itself."""
    shop.emulator.settings.event_url = url

    shop.write("HOURS?")
    eventually(lambda: shop.emulator.messages)

    (reply,) = shop.emulator.messages
    assert reply.destination_phone_number == PERSON


def test_an_event_before_its_row_comes_again_under_the_same_id(
    shop: Shop, table: Any, url: str
) -> None:
    """503, then 204; what was handled is not handled again, and SNS hears that all is well."""
    message_id = shop.send()
    (envelope,) = shop.envelopes()

    statuses = [post(url, envelope)]
    table.add(message_id)
    statuses += [post(url, envelope), post(url, envelope)]

    assert statuses == [503, 204, 200]
    assert table.outcome(message_id) == "PENDING"


def test_an_event_whose_handling_failed_comes_again_under_the_same_id(
    shop: Shop, table: Any, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The server answers 500, and SNS posts it again."""
    shop.write("STOP")
    (envelope,) = shop.envelopes()

    with monkeypatch.context() as broken:
        broken.setattr(table, "opt", lambda *_, **__: 1 / 0)
        statuses = [post(url, envelope)]
    statuses.append(post(url, envelope))

    assert statuses == [500, 204]
    assert table.is_opted_out(PERSON)


def test_what_is_not_of_sns_is_refused(
    shop: Shop, table: Any, url: str, caplog: pytest.LogCaptureFixture
) -> None:
    """A text that was altered, a foreign topic, a signature of someone else, raw delivery."""
    shop.write("STOP")
    (envelope,) = shop.envelopes()
    signer = shop.emulator.engine.poster.signer
    body = json.loads(envelope["Message"])
    with Emulator() as other:
        forged = other.engine.poster.signer.envelope(INBOUND_TOPIC, body)

    statuses = [
        post(url, envelope | {"Message": envelope["Message"].replace("STOP", "HELP")}),
        post(url, signer.envelope(f"{INBOUND_TOPIC}-other", body)),
        post(url, forged),
        post(url, body),
        post(url, body, **{"x-amz-sns-rawdelivery": "true"}),
    ]

    assert statuses == [403] * 5
    assert not table.is_opted_out(PERSON)
    for reason in ("BAD_SIGNATURE", "UNKNOWN_TOPIC", "RAW_DELIVERY"):
        assert reason in caplog.text
    assert PERSON not in caplog.text


def test_a_subscription_is_confirmed(shop: Shop, url: str, confirmed: list[str]) -> None:
    """Once it is proven to be SNS's; its address is called."""
    signer = shop.emulator.engine.poster.signer
    address = f"http://127.0.0.1/?Action=ConfirmSubscription&TopicArn={EVENTS_TOPIC}&Token=t"
    envelope = signer.envelope(EVENTS_TOPIC, {}) | {
        "Type": "SubscriptionConfirmation",
        "Token": "t",
        "Message": "You have chosen to subscribe",
        "SubscribeURL": address,
    }
    forged = post(url, envelope)
    before = list(confirmed)

    envelope["Signature"] = signer._signature(signed_text(envelope))
    status = post(url, envelope)

    assert (forged, before) == (403, [])
    assert (status, confirmed) == (204, [address])


def test_a_certificate_that_cannot_be_fetched_loses_no_event(
    shop: Shop, example: Any, table: Any
) -> None:
    """503, since SNS never repeats what gets a 4xx."""
    from smsvoice.events import FetchError

    def fetch(address: str) -> bytes:
        raise FetchError("no network")

    message_id = shop.send()
    table.add(message_id)
    (envelope,) = shop.envelopes()
    envelope["SigningCertURL"] = (
        "https://sns.us-east-1.amazonaws.com/SimpleNotificationService-0123456789abcdef.pem"
    )
    app = example.make_app(SnsVerifier(TOPICS, fetch=fetch), table, shop.sms)

    assert status_of(app, json.dumps(envelope)) == 503


def test_the_application_starts_from_its_environment(
    example: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As uvicorn calls it."""
    monkeypatch.setenv("MESSAGE_TABLE", str(tmp_path / "own.db"))
    monkeypatch.setenv("SNS_TOPICS", ",".join(TOPICS))
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")

    assert status_of(example.app_from_environment(), "{}") == 403
    assert (tmp_path / "own.db").exists()
