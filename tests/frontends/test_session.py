"""The session of an emulator: its clients of other services never reach AWS."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest

from smsvoice.emulator import Emulator
from smsvoice.emulator.frontends.in_process import OtherServiceError


@pytest.fixture
def other_service() -> Iterator[str]:
    """A server of another service on this machine."""

    class Tables(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.dumps({"TableNames": ["orders"]}).encode()
            self.send_response(200)
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Tables)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize(
    ("service", "operation", "members"),
    [
        ("s3", "list_buckets", {}),
        ("sns", "list_topics", {}),
        ("sts", "get_caller_identity", {}),
        ("pinpoint", "get_apps", {}),
    ],
)
def test_another_service_is_refused_with_a_remedy(
    emulator: Emulator, service: Any, operation: str, members: dict[str, str]
) -> None:
    """At once, without a look-up of a name or a repeat."""
    client = emulator.session().client(service)

    with pytest.raises(OtherServiceError, match=f"a client of {service}: .* endpoint_url"):
        getattr(client, operation)(**members)


def test_resources_are_held_to_the_same(emulator: Emulator) -> None:
    """boto3 makes their clients by the session."""
    table = emulator.session().resource("dynamodb").Table("orders")

    with pytest.raises(OtherServiceError, match="a client of dynamodb"):
        table.load()


def test_an_endpoint_that_was_given_is_reached(
    emulator: Emulator, other_service: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the client's argument or by AWS's variable."""
    told = emulator.session().client("dynamodb", endpoint_url=other_service).list_tables()
    monkeypatch.setenv("AWS_ENDPOINT_URL_DYNAMODB", other_service)
    by_variable = emulator.session().client("dynamodb").list_tables()

    assert told["TableNames"] == by_variable["TableNames"] == ["orders"]


def test_moto_answers_other_services_beside_the_emulator(emulator: Emulator) -> None:
    """Each for its own."""
    from moto import mock_aws

    with mock_aws():
        session = emulator.session()
        session.client("s3").create_bucket(Bucket="pictures")
        buckets = session.client("s3").list_buckets()["Buckets"]
        session.client("pinpoint-sms-voice-v2").send_text_message(
            DestinationPhoneNumber="+14254147755", MessageBody="x"
        )

    assert [bucket["Name"] for bucket in buckets] == ["pictures"]
    assert len(emulator.messages) == 1
