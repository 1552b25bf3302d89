"""moto's DynamoDB behind an HTTP server in a process of its own, so that nothing here is patched.

    python -m tests.factories.dynamodb

It prints its URL, and ends with its input. One call at a time reaches moto, whose steps are atomic
only then; that it evaluates conditions is shown in `tests/codes/test_dynamodb.py`.
"""

import json
import re
import secrets
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

from smsvoice.codes import DynamoDbStore


def serve() -> None:
    """Answer until the input ends."""
    from moto import mock_aws

    with mock_aws():
        client = boto3.client("dynamodb", region_name="us-east-1")
        lock = threading.Lock()

        class Answers(BaseHTTPRequestHandler):
            """Hands requests to moto."""

            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True

            def do_POST(self) -> None:
                """Answer one request of DynamoDB's JSON."""
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                name = self.headers["X-Amz-Target"].partition(".")[2]
                method = getattr(client, re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower())
                status, answer = 200, {}
                try:
                    with lock:
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

        class Server(ThreadingHTTPServer):
            """Takes many connections at once."""

            request_queue_size = 256
            daemon_threads = True

        server = Server(("127.0.0.1", 0), Answers)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        print(f"http://127.0.0.1:{server.server_port}", flush=True)
        sys.stdin.read()


@contextmanager
def dynamodb() -> Iterator[str]:
    """The URL of a server that ends with the block, or with this process."""
    command = (sys.executable, "-m", "tests.factories.dynamodb")
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        yield process.stdout.readline().strip()
        assert process.stdin is not None
        process.stdin.close()


@cache
def client_of(url: str) -> Any:
    """A client of it, for this process."""
    return boto3.client(
        "dynamodb",
        region_name="us-east-1",
        endpoint_url=url,
        aws_access_key_id="a",
        aws_secret_access_key="b",
        config=Config(max_pool_connections=64),
    )


def new_table(url: str) -> str:
    """The name of an empty table."""
    name = f"codes_{secrets.token_hex(4)}"
    DynamoDbStore(name, client=client_of(url)).create_table()
    return name


if __name__ == "__main__":
    serve()
