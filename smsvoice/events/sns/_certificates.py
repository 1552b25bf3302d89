"""The certificates that SNS signs with: where they may come from, and whether they are trusted.

AWS guide: https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html
"""

import re
import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final
from urllib.parse import SplitResult, urlsplit

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.x509.oid import AuthorityInformationAccessOID, NameOID
from cryptography.x509.verification import PolicyBuilder, Store, VerificationError

from smsvoice.events.sns.envelope import Envelope, SnsRefusedError
from smsvoice.transport.fetching import FetchError, dns_suffix, fetch, trusted_roots

Fetch = Callable[[str], bytes]
_FILE: Final = re.compile(r"https://[a-z0-9.-]+/SimpleNotificationService-[0-9a-f]{1,64}\.pem")
"""An address of a certificate as SNS writes it: in one way only, so that it is kept once."""
_MOST_KEPT: Final = 64
_MOST_FAILURES: Final = 10
_PAUSE: Final = timedelta(minutes=1)
"""So many fetches may fail in so long a time: made-up addresses cost no more than these."""
_MAX_BYTES: Final = 256 * 1024
_MOST_ISSUERS: Final = 3
_ISSUERS_HOST: Final = ".amazontrust.com"
"""Where Amazon's certificate authority has the certificates that SNS's file leaves out."""
_HASHES: Final[dict[str, hashes.HashAlgorithm]] = {"1": hashes.SHA1(), "2": hashes.SHA256()}  # noqa: S303  AWS's


def fetched(url: str) -> bytes:
    """A file of certificates."""
    return fetch(url, max_bytes=_MAX_BYTES)


def is_host_of(topic_arn: str, url: str) -> bool:
    """Whether an address is https on SNS's host in the region and partition of a topic."""
    place = split_url(url)
    _, partition, _, region, *_ = topic_arn.split(":")
    suffix = dns_suffix(partition)
    return (
        place is not None
        and suffix is not None
        and place.scheme == "https"
        and place.netloc.lower() in (f"sns.{region}.{suffix}", f"sns.{region}.{suffix}:443")
    )


def check_version(envelope: Envelope) -> hashes.HashAlgorithm:
    """The hash that a signature is made of.

    Raises:
        SnsRefusedError: the version is unknown.
    """
    algorithm = _HASHES.get(envelope.version)
    if algorithm is None:
        why = "its signature has a version that this package does not know: 1 and 2 are known"
        raise SnsRefusedError("UNKNOWN_VERSION", why)
    return algorithm


def check_signature(envelope: Envelope, certificate: x509.Certificate, now: datetime) -> None:
    """Check who signed an envelope, and that the certificate was valid then and is now.

    Raises:
        SnsRefusedError: someone else, or no one.
    """
    algorithm = check_version(envelope)
    _must_be_valid(certificate, now)
    key = certificate.public_key()
    if not isinstance(key, rsa.RSAPublicKey):
        raise SnsRefusedError("CERTIFICATE_NOT_TRUSTED", "its certificate has no RSA key")
    try:
        key.verify(envelope.signature, envelope.signed_text, padding.PKCS1v15(), algorithm)
    except Exception:  # noqa: BLE001  InvalidSignature, and whatever odd bytes may cause
        why = "its signature does not fit: it was altered, or is not SNS's"
        raise SnsRefusedError("BAD_SIGNATURE", why) from None


def _must_be_valid(certificate: x509.Certificate, now: datetime) -> None:
    if not certificate.not_valid_before_utc <= now <= certificate.not_valid_after_utc:
        raise SnsRefusedError("CERTIFICATE_EXPIRED", "its certificate is not valid now")


class Certificates:
    """SNS's certificates, each fetched and checked once while it is valid."""

    def __init__(self, fetch: Fetch = fetched, roots: bytes | None = None) -> None:
        """Fetch by `fetch`; trust `roots`, PEM, or else what botocore trusts."""
        self._fetch = fetch
        self._roots = roots
        self._lock = threading.Lock()
        self._known: dict[str, x509.Certificate] = {}
        self._failures: list[datetime] = []

    def known(self, envelope: Envelope, now: datetime) -> x509.Certificate | None:
        """The certificate of an envelope if it was fetched before; no call is made.

        Raises:
            SnsRefusedError: it is said to be where SNS has none.
        """
        url = envelope.certificate_url
        if not _FILE.fullmatch(url) or not is_host_of(envelope.topic_arn, url):
            why = "its certificate is not on SNS's host in the topic's region"
            raise SnsRefusedError("CERTIFICATE_URL", why)
        found = self._known.get(url)
        return found if found is not None and now <= found.not_valid_after_utc else None

    def fetched(self, envelope: Envelope, now: datetime) -> x509.Certificate:
        """The certificate of an envelope, fetched and checked.

        Raises:
            SnsRefusedError: it cannot be had, has expired, or is not trusted.
        """
        found = self.known(envelope, now)
        if found is not None:
            return found
        with self._lock:
            found = self.known(envelope, now)
            if found is not None:
                return found
            self._failures = [at for at in self._failures if now - at < _PAUSE]
            if len(self._failures) >= _MOST_FAILURES:
                why = "too many certificates could not be fetched or trusted lately"
                raise SnsRefusedError("CERTIFICATE_UNREADABLE", why, 503)
            try:
                found = self._checked(envelope, now)
            except SnsRefusedError:
                self._failures.append(now)
                raise
            if len(self._known) >= _MOST_KEPT:
                del self._known[next(iter(self._known))]
            self._known[envelope.certificate_url] = found
        return found

    def _checked(self, envelope: Envelope, now: datetime) -> x509.Certificate:
        try:
            chain = x509.load_pem_x509_certificates(self._fetch(envelope.certificate_url))
        except FetchError as failed:
            why = f"its certificate cannot be fetched: {failed}"
            raise SnsRefusedError("CERTIFICATE_UNREADABLE", why, 503) from None
        except ValueError:
            why = "its certificate cannot be read"
            raise SnsRefusedError("CERTIFICATE_UNREADABLE", why, 503) from None
        leaf, others = chain[0], chain[1:]
        _must_be_valid(leaf, now)
        name = _sns_name(leaf, envelope.topic_arn)
        if name is None or not self._is_trusted(leaf, name, others, now):
            why = "its certificate was not issued for SNS by an authority that is trusted"
            raise SnsRefusedError("CERTIFICATE_NOT_TRUSTED", why)
        return leaf

    def _is_trusted(
        self, leaf: x509.Certificate, name: str, others: list[x509.Certificate], now: datetime
    ) -> bool:
        roots = x509.load_pem_x509_certificates(self._roots or trusted_roots())
        verifier = (
            PolicyBuilder().store(Store(roots)).time(now).build_server_verifier(x509.DNSName(name))
        )
        for _ in range(_MOST_ISSUERS):
            try:
                verifier.verify(leaf, others)
            except VerificationError:
                issuer = self._issuer_of(others[-1] if others else leaf)
                if issuer is None:
                    return False
                others = [*others, issuer]
            else:
                return True
        return False

    def _issuer_of(self, certificate: x509.Certificate) -> x509.Certificate | None:
        """The certificate above another one, from where that one says; the chain proves it."""
        try:
            found = certificate.extensions.get_extension_for_class(x509.AuthorityInformationAccess)
        except (x509.ExtensionNotFound, ValueError):
            return None
        for access in found.value:
            is_issuer = access.access_method == AuthorityInformationAccessOID.CA_ISSUERS
            place = split_url(str(access.access_location.value)) if is_issuer else None
            if place is not None and (place.hostname or "").endswith(_ISSUERS_HOST):
                try:
                    return x509.load_der_x509_certificate(self._fetch(place.geturl()))
                except (FetchError, ValueError):
                    return None
        return None


def _sns_name(certificate: x509.Certificate, topic_arn: str) -> str | None:
    """The name of SNS that a certificate was issued for; None for any other name."""
    _, partition, *_ = topic_arn.split(":")
    pattern = re.compile(rf"sns([.-][a-z0-9-]+)*\.{re.escape(dns_suffix(partition) or '-')}")
    for one in certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME):
        if pattern.fullmatch(str(one.value).lower()):
            return str(one.value)
    return None


def split_url(url: str) -> SplitResult | None:
    """The parts of an address; None of one that is written in an odd way."""
    try:
        place = urlsplit(url)
        _ = place.port
    except ValueError:
        return None
    is_odd = any(c.isspace() or c in "\\@" or not c.isprintable() for c in url)
    return None if is_odd or place.username is not None else place
