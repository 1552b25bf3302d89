"""From moto's request to the emulator and back."""

import os
import re
import time
from collections.abc import Mapping
from typing import Any

from botocore.exceptions import ConnectionClosedError
from moto.iam.models import get_account_id_from

from smsvoice.emulator.frontends.moto import emulator_of

_SCOPE = re.compile(r"Credential=([^/,]+)/[0-9]+/([a-z0-9-]+)/")


def respond(
    request: Any, full_url: str, headers: Mapping[str, Any]
) -> tuple[int, dict[str, str], bytes]:
    """Answer a request of botocore's, or of moto's own server."""
    given = {name.lower(): _text(value) for name, value in headers.items()}
    authorization = given.get("authorization", "")
    scope = _SCOPE.search(authorization)
    access_key, region = scope.groups() if scope else ("AKIAEXAMPLE", "us-east-1")
    # In the order in which moto looks for the account of any other service.
    account = (
        os.environ.get("MOTO_ACCOUNT_ID")
        or given.get("x-moto-account-id")
        or get_account_id_from(access_key)
    )
    front = emulator_of(region, account).fault_injector
    delivery = front.handle(given.get("x-amz-target", ""), authorization, _body(request))
    time.sleep(delivery.seconds)
    if delivery.answer is None:
        closed = ConnectionResetError("the emulator closed the connection")
        raise ConnectionClosedError(endpoint_url=full_url, error=closed)
    status, answered, body = delivery.answer
    length = {"content-length": str(len(body))}
    return status, answered | length, body[: delivery.cut_at]


def _body(request: Any) -> bytes:
    body = request.data if hasattr(request, "data") else request.body
    return body.encode() if isinstance(body, str) else bytes(body or b"")


def _text(value: Any) -> str:
    return value.decode() if isinstance(value, bytes) else str(value)
