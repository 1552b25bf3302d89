"""Answers as the first API, botocore's `pinpoint`, gives them; boto3 checks the requests itself."""

import json
import re
from io import BytesIO
from typing import Any

from botocore.awsrequest import AWSPreparedRequest, AWSResponse
from botocore.compat import HTTPHeaders

ANSWERS: dict[str, Any] = {
    "messages": lambda asked: {
        "ApplicationId": "project",
        "Result": {
            phone: {"DeliveryStatus": "SUCCESSFUL", "MessageId": f"v1-{phone}", "StatusCode": 200}
            for phone in asked["Addresses"]
        },
    },
    "otp": lambda asked: {
        "ApplicationId": "project",
        "Result": {
            asked["DestinationIdentity"]: {"DeliveryStatus": "SUCCESSFUL", "StatusCode": 200}
        },
    },
    "verify-otp": lambda asked: {"Valid": asked["Otp"] == "123456"},
    "validate": lambda asked: {"PhoneType": "MOBILE", "OriginalPhoneNumber": asked["PhoneNumber"]},
}
"""By the end of the path: the answer to a body."""


class _Raw(BytesIO):
    def stream(self, amount: int = 1024, **_: Any) -> Any:
        """The body in pieces, as urllib3 gives it."""
        while piece := self.read(amount):
            yield piece


def answer(request: AWSPreparedRequest) -> AWSResponse:
    """Instead of sending a request to AWS."""
    kind = re.sub(r".*/", "", request.url)
    assert isinstance(request.body, str | bytes)
    body = json.dumps(ANSWERS[kind](json.loads(request.body))).encode()
    headers = HTTPHeaders()
    headers["Content-Type"] = "application/json"
    return AWSResponse(request.url, 200, headers, _Raw(body))
