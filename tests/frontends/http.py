"""Plain HTTP, with nothing of a client library in between."""

import http.client
import json
from typing import Any, NamedTuple
from urllib.parse import urlsplit


class Told(NamedTuple):
    """An answer."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        """The body's content."""
        return json.loads(self.body)


class Http:
    """Requests to one server."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.host = urlsplit(url).netloc

    def get(self, path: str, **headers: str) -> Told:
        """GET a path."""
        return self.send("GET", path, None, **headers)

    def delete(self, path: str, **headers: str) -> Told:
        """DELETE a path."""
        return self.send("DELETE", path, None, **headers)

    def post(self, path: str, content: object = None, **headers: str) -> Told:
        """POST JSON to a path."""
        body = b"" if content is None else json.dumps(content).encode()
        return self.send("POST", path, body, **({"content_type": "application/json"} | headers))

    def aws(self, target: str, body: bytes, **headers: str) -> Told:
        """POST as an AWS client does."""
        return self.send("POST", "/", body, x_amz_target=target, **headers)

    def send(self, method: str, path: str, body: bytes | None = None, **headers: str) -> Told:
        """Send one request; a header's underscores stand for dashes."""
        connection = self.client_connection()
        try:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, path, body, named)
            answer = connection.getresponse()
            told = {name.lower(): value for name, value in answer.getheaders()}
            return Told(answer.status, told, answer.read())
        finally:
            connection.close()

    def client_connection(self) -> http.client.HTTPConnection:
        """A connection to read from bit by bit."""
        return http.client.HTTPConnection(self.host, timeout=20)
