"""SNS as a webhook meets it: an authority, a signing certificate, and posts of every kind."""

import base64
import functools
import json
from datetime import UTC, datetime, timedelta
from typing import Any, Final

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.x509.oid import AuthorityInformationAccessOID, ExtendedKeyUsageOID, NameOID

from smsvoice.events import FetchError, SnsRefusedError, SnsVerifier
from smsvoice.events.sns.envelope import signed_text

NOW: Final = datetime(2026, 11, 27, 12, 0, tzinfo=UTC)
TOPIC: Final = "arn:aws:sns:eu-west-1:123456789012:receipts"
HOST: Final = "sns.eu-west-1.amazonaws.com"
URL: Final = f"https://{HOST}/SimpleNotificationService-0123456789abcdef.pem"
RECEIPT: Final = {"eventType": "TEXT_DELIVERED", "messageId": "m-1", "isFinal": True}
ISSUER_URL: Final = "http://crt.example.amazontrust.com/issuer.cer"


def new_key() -> rsa.RSAPrivateKey:
    """A key as SNS has one."""
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


@functools.cache
def _key() -> rsa.RSAPrivateKey:
    """SNS's own, made once: that takes a while."""
    return new_key()


def pem_of(*certificates: x509.Certificate) -> bytes:
    """Certificates as a file has them."""
    return b"".join(one.public_bytes(serialization.Encoding.PEM) for one in certificates)


class Authority:
    """A root, an authority below it, and what that issues."""

    def __init__(self) -> None:
        """Make the keys."""
        self.root_key, self.issuer_key = new_key(), new_key()
        self.root = self._authority("Root", self.root_key, "Root", self.root_key)
        self.issuer = self._authority("Issuer", self.issuer_key, "Root", self.root_key)

    def _authority(
        self, name: str, key: rsa.RSAPrivateKey, above: str, above_key: rsa.RSAPrivateKey
    ) -> x509.Certificate:
        limits = x509.BasicConstraints(ca=True, path_length=None)
        usage = x509.KeyUsage(
            digital_signature=True,
            content_commitment=False,
            key_encipherment=False,
            data_encipherment=False,
            key_agreement=False,
            key_cert_sign=True,
            crl_sign=True,
            encipher_only=False,
            decipher_only=False,
        )
        return (
            _begun(name, above, key, days=3650)
            .add_extension(limits, critical=True)
            .add_extension(usage, critical=True)
            .add_extension(
                x509.AuthorityKeyIdentifier.from_issuer_public_key(above_key.public_key()),
                critical=False,
            )
            .add_extension(
                x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False
            )
            .sign(above_key, hashes.SHA256())
        )

    def issue(
        self,
        key: rsa.RSAPrivateKey,
        name: str = "sns.amazonaws.com",
        *,
        days: int = 30,
        issuer_url: str = ISSUER_URL,
    ) -> x509.Certificate:
        """A certificate that is valid from a month before NOW until so many days after it."""
        where = x509.UniformResourceIdentifier(issuer_url)
        access = x509.AccessDescription(AuthorityInformationAccessOID.CA_ISSUERS, where)
        return (
            _begun(name, "Issuer", key, days=days)
            .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
            .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
            .add_extension(x509.AuthorityInformationAccess([access]), critical=False)
            .add_extension(
                x509.AuthorityKeyIdentifier.from_issuer_public_key(self.issuer_key.public_key()),
                critical=False,
            )
            .sign(self.issuer_key, hashes.SHA256())
        )


def _begun(name: str, above: str, key: rsa.RSAPrivateKey, *, days: int) -> x509.CertificateBuilder:
    subject, issuer = (
        x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, one)]) for one in (name, above)
    )
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(NOW - timedelta(days=30))
        .not_valid_after(NOW + timedelta(days=days))
    )


class Sns:
    """Posts as SNS signs them, and serves the certificate for it."""

    def __init__(self, authority: Authority) -> None:
        """Serve the certificate alone, as SNS does."""
        self.authority = authority
        self.key = _key()
        self.certificate = authority.issue(self.key)
        issuer = authority.issuer.public_bytes(serialization.Encoding.DER)
        self.files: dict[str, bytes] = {URL: pem_of(self.certificate), ISSUER_URL: issuer}
        self.fetched: list[str] = []

    def fetch(self, url: str) -> bytes:
        """A file of its hosts."""
        self.fetched.append(url)
        if url not in self.files:
            raise FetchError("the answer has status 404")
        return self.files[url]

    def members(self, **more: Any) -> dict[str, Any]:
        """A notification; members may be added, changed or (None) left out."""
        found = {
            "Type": "Notification",
            "MessageId": "0e5a7c10-0000-4c3d-8a9b-2f10c0de0001",
            "TopicArn": TOPIC,
            "Message": json.dumps(RECEIPT),
            "Timestamp": "2026-11-27T11:59:30.000Z",
            "SignatureVersion": "2",
            "SigningCertURL": URL,
            "UnsubscribeURL": f"https://{HOST}/?Action=Unsubscribe",
            **more,
        }
        return {name: one for name, one in found.items() if one is not None}

    def post(self, **more: Any) -> bytes:
        """A signed notification."""
        return json.dumps(self.signed(self.members(**more))).encode()

    def signed(self, members: dict[str, Any]) -> dict[str, Any]:
        """Members with the signature that fits."""
        kind: Any = hashes.SHA1() if members["SignatureVersion"] == "1" else hashes.SHA256()
        made = self.key.sign(signed_text(members), padding.PKCS1v15(), kind)
        return members | {"Signature": base64.b64encode(made).decode()}

    def about_subscription(self, kind: str, **more: Any) -> bytes:
        """A signed post about a subscription."""
        token = {"Token": "t-1", "Message": "You have chosen to subscribe."}
        url = f"https://{HOST}/?Action=ConfirmSubscription&TopicArn={TOPIC}&Token=t-1"
        return self.post(**({"Type": kind, "SubscribeURL": url} | token | more))


AUTHORITY: Final = Authority()
"""The one that the tests trust."""


def verifier(sns: Sns, topics: Any = TOPIC, **more: Any) -> SnsVerifier:
    """A verifier that trusts the authority of these tests."""
    given: dict[str, Any] = {
        "fetch": sns.fetch,
        "roots": pem_of(AUTHORITY.root),
        "now": lambda: NOW,
    }
    return SnsVerifier(topics, **(given | more))


def reason_of(sns: Sns, body: Any, **more: Any) -> str:
    """Why a post is refused."""
    with pytest.raises(SnsRefusedError) as refused:
        verifier(sns, **more).verify(body)
    assert "m-1" not in str(refused.value)
    assert refused.value.reason in str(refused.value)
    return refused.value.reason
