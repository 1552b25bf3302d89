"""Whether a client can sign, found out before anything is to leave."""

from typing import TYPE_CHECKING, Any

from botocore.exceptions import (
    BotoCoreError,
    ClientError,
    NoCredentialsError,
    PartialCredentialsError,
)

from smsvoice.core.operation import Operation
from smsvoice.errors import MissingCredentialsError, NotSentError

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client


def must_have_credentials(
    client: "PinpointSMSVoiceV2Client", operation: Operation[Any, Any]
) -> None:
    """Sign a request that is never sent; botocore finds or renews its credentials for it.

    Raises:
        MissingCredentialsError: there are none, or only a part of them.
        NotSentError: they cannot be had.
    """
    try:
        client.generate_presigned_url(operation.method, ExpiresIn=1)
    except (BotoCoreError, ClientError) as failed:
        raise not_signed(operation.name, failed) from failed


def not_signed(operation: str, failed: Exception) -> NotSentError:
    """The error for a request that could not be signed."""
    match failed:
        case NoCredentialsError() | PartialCredentialsError():
            return MissingCredentialsError(operation)
        case ClientError():  # of AWS's identity services
            return NotSentError(operation, f"{failed.operation_name} gave no credentials")
        case _:
            why = f"it could not be signed ({type(failed).__name__})"
            return NotSentError(operation, why)
