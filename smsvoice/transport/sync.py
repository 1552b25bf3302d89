"""One call in this thread: members out, typed result in, every failure under its own name."""

import re
from time import perf_counter
from typing import Any, Final, NoReturn

import botocore
from botocore.exceptions import (
    ClientError,
    ConnectionError,  # noqa: A004  botocore's own
    HTTPClientError,
    NoCredentialsError,
    ParamValidationError,
    PartialCredentialsError,
)

from smsvoice.core import logs
from smsvoice.core.codec import decode_members, encode, tell, with_metadata
from smsvoice.core.model import ResponseMetadata
from smsvoice.core.operation import Operation, Request, Result
from smsvoice.core.problems import Problem, RequestError, SmsVoiceError
from smsvoice.errors import (
    NotSentError,
    OutcomeUnknownError,
    UnsupportedByBotocoreError,
    service_error,
)
from smsvoice.operations import releases
from smsvoice.transport.clients import CREDENTIALS_HINT
from smsvoice.transport.completeness import ANSWER, Decoded, wanted
from smsvoice.transport.connection import Connection, Options
from smsvoice.transport.departure import begin, journey, spoken
from smsvoice.transport.guard import outcome_unknown

_BOTOCORES_OWN: Final = (
    ClientError,
    ConnectionError,
    HTTPClientError,
    NoCredentialsError,
    ParamValidationError,
    PartialCredentialsError,
)
"""What botocore raises that our callers get under another name, or with a hint."""


class Transport:
    """Runs operations on a boto3 client, in the caller's thread."""

    def __init__(self, connection: Connection, options: Options) -> None:
        """Use one connection, in one way."""
        self.connection = connection
        self.options = options

    def invoke(self, operation: Operation[Request, Result], request: Request) -> Result:
        """Run one operation."""
        members = encode(request)
        if not self.connection.knows_everything:
            _must_be_known(self.connection, operation, members)
        started = perf_counter()
        token = wanted.set(operation)
        begin()
        try:
            try:
                answer = getattr(self.connection.client, operation.method)(**members)
            except _BOTOCORES_OWN as failed:
                _raise_as_ours(operation, failed)
        except SmsVoiceError as error:
            unknown = isinstance(error, OutcomeUnknownError)
            logs.failed(operation.name, error, started, unknown=unknown)
            raise
        finally:
            wanted.reset(token)
        result = self._told(operation, answer)
        logs.answered(operation.name, result.response_metadata, started)
        return result

    def close(self) -> None:
        """Let go of what calls need beside the connection: nothing here."""

    def _told(self, operation: Operation[Request, Result], answer: dict[str, Any]) -> Result:
        metadata = answer.pop("ResponseMetadata", {})
        decoded = answer.pop(ANSWER, None)
        if isinstance(decoded, Decoded) and isinstance(decoded.result, operation.result):
            result, noted = decoded.result, decoded.noted
        else:  # a Stubber or a mock answered with a dict, before any bytes were there
            result, noted = decode_members(operation.result, answer)
        if noted:
            strict = self.options.strict_answers and not operation.name.startswith("Send")
            tell(operation.name, noted, strict=strict)
        return with_metadata(
            result,
            ResponseMetadata(
                request_id=metadata.get("RequestId"),
                status=metadata.get("HTTPStatusCode"),
                attempts=metadata.get("RetryAttempts", 0) + 1,
            ),
        )


def _raise_as_ours(operation: Operation[Any, Any], failed: Exception) -> NoReturn:
    match failed:
        case ClientError(operation_name=asked) if asked != operation.name:
            why = f"{asked} gave no credentials"  # AWS's identity services, while signing
            raise NotSentError(operation.name, why) from failed
        case ClientError():
            # Nothing is lost: the error carries botocore's response. The original would repeat
            # AWS's text, and with it perhaps a phone number, in every traceback.
            raise service_error(operation.name, failed.response) from None
        case ParamValidationError():  # botocore's words repeat the values
            raise RequestError(operation.name, _members_at_fault(operation, failed)) from None
        case NoCredentialsError() | PartialCredentialsError():
            failed.add_note(CREDENTIALS_HINT)
            raise failed
        case _ if journey().unknown_since is None:
            why = f"no connection ({type(failed).__name__})"
            raise NotSentError(operation.name, why) from failed
        case _:
            raise outcome_unknown(operation.name, spoken(failed)) from failed


def _members_at_fault(
    operation: Operation[Any, Any], invalid: ParamValidationError
) -> list[Problem]:
    report = str(invalid.kwargs.get("report", ""))
    wrong = set(re.findall(r'parameter (?:in input: ")?([A-Za-z0-9]+)', report))
    fields = operation.request.model_fields.items()
    named = [n for n, field in fields if (field.validation_alias or field.alias) in wrong]
    return [Problem(name, "is not what botocore can send") for name in named] or [
        Problem("", "the request is not what botocore can send")
    ]


def _must_be_known(
    connection: Connection, operation: Operation[Any, Any], members: dict[str, Any]
) -> None:
    """Refuse, before anything leaves, what the installed botocore could only drop or stumble on."""
    service = connection.client.meta.service_model
    if operation.name not in service.operation_names:
        needed = releases.OPERATIONS.get(operation.name, releases.COMPLETE)
        raise UnsupportedByBotocoreError(operation.name, botocore.__version__, needed)
    shape = service.operation_model(operation.name).input_shape
    known = shape.members if shape is not None else {}
    for member in members:
        if member not in known:
            name = f"{operation.request.__name__}.{member}"
            needed = releases.MEMBERS.get(name, releases.COMPLETE)
            raise UnsupportedByBotocoreError(name, botocore.__version__, needed)
