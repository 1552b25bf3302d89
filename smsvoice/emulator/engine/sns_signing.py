"""Posts as SNS writes them: an envelope around the event, signed with a certificate of our own.

AWS guide: https://docs.aws.amazon.com/sns/latest/dg/http-notification-json.html
"""

import base64
import json
import threading
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from uuid import uuid4

from smsvoice.core.errors import MissingExtraError
from smsvoice.events.sns.envelope import signed_text

CERTIFICATE_PATH: Final = "/_smsvoice/sns.pem"
"""Where the emulator's server has the certificate."""
_NAME: Final = "sns.smsvoice.invalid"
_DAYS: Final = 3650


class SnsSigner:
    """Signs as SNS does, with a key and a certificate that are made when they are first needed."""

    def __init__(self) -> None:
        """Make nothing yet."""
        self.server_url: str = "http://127.0.0.1"
        """The emulator's server, for the addresses in an envelope."""
        self._lock = threading.Lock()
        self._made: tuple[Any, str] | None = None

    @property
    def certificate(self) -> str:
        """The certificate to verify with, PEM.

        Raises:
            MissingExtraError: cryptography is not installed.
        """
        return self._key_and_certificate()[1]

    def envelope(self, topic_arn: str, message: Mapping[str, object]) -> dict[str, str]:
        """A notification of a topic, published now by this machine's clock.

        Verifiers compare its time with their own clock, so the emulator's would not do.
        """
        now = datetime.now(UTC)
        members = {
            "Type": "Notification",
            "MessageId": str(uuid4()),
            "TopicArn": topic_arn,
            "Message": json.dumps(message),
            "Timestamp": f"{now:%Y-%m-%dT%H:%M:%S}.{now.microsecond // 1000:03}Z",
            "SignatureVersion": "2",
        }
        members["Signature"] = self._signature(signed_text(members))
        members["SigningCertURL"] = f"{self.server_url}{CERTIFICATE_PATH}"
        members["UnsubscribeURL"] = f"{self.server_url}/?Action=Unsubscribe"
        return members

    def _signature(self, text: bytes) -> str:
        key, _ = self._key_and_certificate()
        from cryptography.hazmat.primitives import hashes  # noqa: PLC0415  optional
        from cryptography.hazmat.primitives.asymmetric import padding  # noqa: PLC0415

        signed: bytes = key.sign(text, padding.PKCS1v15(), hashes.SHA256())
        return base64.b64encode(signed).decode()

    def _key_and_certificate(self) -> tuple[Any, str]:
        with self._lock:
            if self._made is None:
                self._made = _make()
            return self._made


def _make() -> tuple[Any, str]:
    """A key, and a certificate for it that is its own authority, PEM."""
    try:
        from cryptography import x509  # noqa: PLC0415  optional
        from cryptography.hazmat.primitives import hashes, serialization  # noqa: PLC0415
        from cryptography.hazmat.primitives.asymmetric import rsa  # noqa: PLC0415
        from cryptography.x509.oid import NameOID  # noqa: PLC0415
    except ImportError:
        raise MissingExtraError("cryptography", "sns") from None
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, _NAME)])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=_DAYS))
        .sign(key, hashes.SHA256())
    )
    return key, certificate.public_bytes(serialization.Encoding.PEM).decode()
