"""Event handlers of an application that get in the way of its own sends.

Each is hung on a boto3 client, as audit trails, metrics, tracers and home-made retries are.
"""

from collections.abc import Callable
from typing import Any, Final

from botocore.exceptions import (
    ClientError,
    EndpointConnectionError,
    NoCredentialsError,
    ReadTimeoutError,
)

SERVICE: Final = "pinpoint-sms-voice-v2"
ELSEWHERE = "https://dynamodb.example.com"


def raising(event: str, failure: BaseException) -> Callable[[Any], None]:
    """A handler that fails with an error of its own."""

    def fail(**_: Any) -> None:
        raise failure

    return lambda client: client.meta.events.register(f"{event}.{SERVICE}", fail)


def asking_again(client: Any) -> None:
    """A handler that wants three attempts whatever was answered."""

    def again(attempts: int, **_: Any) -> int | None:
        return 0 if attempts < 3 else None

    client.meta.events.register(f"needs-retry.{SERVICE}", again)


def losing_credentials(client: Any) -> None:
    """A session whose credentials are there for the first attempt alone."""
    signed: list[object] = []

    def lose(**_: Any) -> None:
        signed.append(None)
        if len(signed) > 1:
            raise NoCredentialsError

    client.meta.events.register_first(f"before-sign.{SERVICE}", lose)


def no_such_item() -> ClientError:
    """What an audit row that could not be written fails with."""
    return ClientError({"Error": {"Code": "ResourceNotFoundException", "Message": "no"}}, "PutItem")


AFTER_ACCEPTANCE: dict[str, Callable[[Any], None]] = {
    "after-call fails: ClientError": raising("after-call", no_such_item()),
    "after-call fails: no connection": raising(
        "after-call", EndpointConnectionError(endpoint_url=ELSEWHERE)
    ),
    "after-call fails: read timeout": raising(
        "after-call", ReadTimeoutError(endpoint_url=ELSEWHERE)
    ),
    "after-call fails: no credentials": raising("after-call", NoCredentialsError()),
    "after-call fails: RuntimeError": raising("after-call", RuntimeError("metrics")),
    "response-received fails": raising("response-received", no_such_item()),
    "needs-retry fails": raising("needs-retry", EndpointConnectionError(endpoint_url=ELSEWHERE)),
    "before-parse fails": raising("before-parse", no_such_item()),
}
"""Handlers that fail once AWS has answered yes."""
