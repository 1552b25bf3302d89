"""The example of a webhook against `smsvoice emulator`, a process of its own, over real HTTP."""

import importlib
import re
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import uvicorn

from smsvoice import ConflictError, SmsVoice
from smsvoice.emulator.frontends.server import listen, url_of
from smsvoice.events import SnsVerifier

pytestmark = pytest.mark.long
EXAMPLES = Path(__file__).parent.parent.parent / "examples"
PERSON = "+16045550142"
RECEIPTS = "arn:aws:sns:us-east-1:123456789012:receipts"
REPLIES = "arn:aws:sns:us-east-1:123456789012:replies"


def eventually(is_so: Callable[[], object]) -> None:
    """Wait for what another process does."""
    until = time.monotonic() + 30
    while not is_so():
        assert time.monotonic() < until, "it does not come"
        time.sleep(0.05)


@pytest.fixture
def emulator_url() -> Iterator[str]:
    """`smsvoice emulator`."""
    command = [sys.executable, "-m", "smsvoice", "emulator", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        found = re.search(r"http://\S+:\d+", process.stdout.readline())
        assert found is not None
        yield found[0]
        process.terminate()


@pytest.fixture
def served() -> Iterator[Callable[[Any], str]]:
    """Serves an application from a thread; gives its address."""
    stops: list[Callable[[], None]] = []

    def serve(app: Any) -> str:
        listening = listen("127.0.0.1", 0)
        server = uvicorn.Server(uvicorn.Config(app, ws="none", log_level="warning"))
        thread = threading.Thread(target=server.run, args=([listening],))
        thread.start()
        eventually(lambda: server.started)

        def stop() -> None:
            server.should_exit = True
            thread.join()
            listening.close()

        stops.append(stop)
        return url_of(listening)

    yield serve
    for stop in stops:
        stop()


def test_a_text_its_signed_receipt_a_stop_and_a_refusal(
    emulator_url: str,
    served: Callable[[Any], str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    """All that the webhook knows came in signed posts of another process."""
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "test")
    monkeypatch.syspath_prepend(str(EXAMPLES))
    example = importlib.import_module("webhook_fastapi")
    certificate = httpx.get(f"{emulator_url}/_smsvoice/sns.pem").text
    sms = SmsVoice(region_name="us-east-1", endpoint_url=emulator_url)
    table = example.MessageTable(tmp_path / "messages.db")
    webhook = served(
        example.make_app(SnsVerifier([RECEIPTS, REPLIES], certificate=certificate), table, sms)
    )
    settings = {"event_url": f"{webhook}/sns", "seconds_to_settle": 0}
    assert httpx.post(f"{emulator_url}/_smsvoice/settings", json=settings).status_code == 200
    sms.configuration_sets.create("receipts").event_destinations.create(
        "topic", matching_event_types=["ALL"], sns_destination={"topic_arn": RECEIPTS}
    )
    number = sms.phone_numbers.request(
        iso_country_code="CA",
        message_type="TRANSACTIONAL",
        number_capabilities=["SMS"],
        number_type="LONG_CODE",
    )
    number.wait_until_active()
    number.update(two_way_enabled=True, two_way_channel_arn=REPLIES)

    sent = number.send_text(
        PERSON, message_body="Your table is ready", configuration_set_name="receipts"
    )
    table.add(sent.message_id)
    eventually(lambda: table.outcome(sent.message_id) == "DELIVERED")
    words = {
        "origination_number": PERSON,
        "destination_number": number.data.phone_number,
        "body": "STOP",
    }
    assert httpx.post(f"{emulator_url}/_smsvoice/inbound", json=words).status_code == 200
    eventually(lambda: table.is_opted_out(PERSON))

    with pytest.raises(ConflictError) as refused:
        number.send_text(PERSON, message_body="Your table is still ready")
    assert refused.value.is_opted_out
    health = httpx.get(f"{emulator_url}/_smsvoice/health").json()
    assert health["event_posts"]["posted"] >= 2
