"""Addresses of stores that several processes share."""

import json
import re
import secrets
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import boto3
import pytest
from botocore.exceptions import ClientError

from smsvoice.codes import DynamoDbStore


@contextmanager
def place_of(kind: str, request: pytest.FixtureRequest, folder: Path) -> Iterator[str]:
    """An empty place of a kind, as `tests.factories.code_worker` takes it."""
    if kind == "sqlite":
        yield f"sqlite:///{folder}/codes.db"
    elif kind == "postgresql":
        yield request.getfixturevalue("postgresql_server").create_database()
    elif kind == "redis":
        yield f"{request.getfixturevalue('redis_url')}#{secrets.token_hex(4)}:"
    else:
        with _dynamodb() as url:
            yield url


@contextmanager
def _dynamodb() -> Iterator[str]:
    """The URL of moto's DynamoDB with a table, one request at a time, as its steps need."""
    from moto import mock_aws

    with mock_aws():
        client = boto3.client("dynamodb", region_name="us-east-1")
        DynamoDbStore("codes", client=client).create_table()

        class Answers(BaseHTTPRequestHandler):
            """Hands requests to moto."""

            protocol_version = "HTTP/1.0"  # one request a connection: others get their turn

            def do_POST(self) -> None:
                """Answer one request of DynamoDB's JSON."""
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                name = self.headers["X-Amz-Target"].partition(".")[2]
                method = getattr(client, re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower())
                status, answer = 200, {}
                try:
                    answer = dict(method(**body))
                    answer.pop("ResponseMetadata", None)
                except ClientError as refused:
                    status, answer = 400, {"__type": refused.response["Error"]["Code"]}
                whole = json.dumps(answer, default=str).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/x-amz-json-1.0")
                self.send_header("Content-Length", str(len(whole)))
                self.end_headers()
                self.wfile.write(whole)

            def log_message(self, *_: Any) -> None:
                """Say nothing."""

        server = HTTPServer(("127.0.0.1", 0), Answers)
        server.socket.listen(128)
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()
        server.server_close()
        client.close()
