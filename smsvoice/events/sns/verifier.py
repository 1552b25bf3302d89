"""What a webhook may believe: only what is SNS's, of a topic of yours, fresh, and came once."""

import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from types import TracebackType
from typing import Final, Self
from urllib.parse import parse_qs

import anyio
import anyio.lowlevel
import anyio.to_thread
from cryptography import x509

from smsvoice.core.errors import Problem, RequestError
from smsvoice.events.batch import Batch
from smsvoice.events.parsing import parse
from smsvoice.events.sns._certificates import (
    Certificates,
    Fetch,
    check_signature,
    check_version,
    fetched,
    is_host_of,
    split_url,
)
from smsvoice.events.sns.envelope import (
    NOTIFICATION,
    SUBSCRIPTION,
    UNSUBSCRIPTION,
    Envelope,
    SnsRefusedError,
    read_envelope,
)

_AHEAD: Final = timedelta(minutes=5)
_MOST_THREADS: Final = 2
_TOPIC: Final = 6
"""The parts of a topic's ARN."""
_LOOPBACK: Final = ("127.0.0.1", "::1", "localhost")


class Notification:
    """A verified post of SNS.

    Use it as a context manager: SNS posts a notification whose handling failed again under the same
    id, and an exception inside admits that one. An end without one notes that it was handled.

        with verifier.verify(body) as notification:
            for item in notification.events: ...
    """

    def __init__(
        self, envelope: Envelope, confirm: Callable[[], None], ended: Callable[[bool], None]
    ) -> None:
        """Wrap an envelope that was verified; `ended` notes whether it was handled."""
        self.message_id: str = envelope.message_id
        """SNS's id of it."""
        self.topic_arn: str = envelope.topic_arn
        """The topic that it was published to."""
        self.at: datetime = envelope.at
        """When it was published, UTC."""
        self.is_subscription: bool = envelope.kind == SUBSCRIPTION
        """Whether SNS asks if it may post here: answer with `confirm`."""
        self.is_unsubscription: bool = envelope.kind == UNSUBSCRIPTION
        """Whether SNS says that it posts here no longer: there is nothing to do."""
        is_news = envelope.kind == NOTIFICATION
        self.events: Batch = parse(envelope.signed_members if is_news else [])
        """The events in it; none in a post about the subscription."""
        self._confirm = confirm
        self._ended = ended

    def confirm(self) -> None:
        """Confirm the subscription, so that SNS posts here from now on.

        Raises:
            SnsRefusedError: it asks for nothing, or its address is not SNS's. That of an
                unsubscription is never called: it would subscribe again.
            FetchError: SNS could not be reached; `events.FetchError`, an OSError.

        AWS: https://docs.aws.amazon.com/sns/latest/api/API_ConfirmSubscription.html
        """
        with self:  # what failed may be asked for again
            self._confirm()

    async def aconfirm(self) -> None:
        """Confirm the subscription, so that SNS posts here from now on; see `confirm`."""
        await anyio.to_thread.run_sync(self.confirm)

    def release(self) -> None:
        """Admit the same notification once more, since it could not be handled."""
        self._ended(False)  # noqa: FBT003  a callback

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._ended(error is None)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.message_id} with {len(self.events)} events>"


class SnsVerifier:
    """Verifies what is posted to a webhook as SNS's; one for all requests, safe between threads.

    Certificates are fetched from SNS's host in the topic's region only, checked up to a root that
    botocore trusts, and kept while they are valid.

    AWS: https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html
    """

    def __init__(
        self,
        topics: str | Iterable[str],
        *,
        max_age: float = 3600,
        certificate: str | bytes | None = None,
        fetch: Fetch = fetched,
        roots: bytes | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """Let pass what these topics publish.

        Args:
            topics: ARNs of your SNS topics; what any other publishes is refused.
            max_age: how old a post may be, in seconds; for as long its id is remembered, in this
                process. SNS repeats a failed post for a minute, or for as long as the delivery
                policy of its subscription says: an hour at most.
            certificate: PEM of a certificate to verify with instead of SNS's: the emulator's, in
                development and tests. Never set it in production.
            fetch: gives the bytes at an address; raises `events.FetchError` where it has none.
            roots: PEM of the roots to trust; those of botocore when left out.
            now: the clock.

        Raises:
            RequestError: no topic is given, or one is no ARN of a topic.
        """
        self._topics = frozenset((topics,) if isinstance(topics, str) else topics)
        _check_topics(self._topics)
        self._max_age = timedelta(seconds=max_age)
        self._now = now
        self._fetch = fetch
        self._given = None if certificate is None else _certificate(certificate)
        self._certificates = Certificates(fetch, roots)
        self._limiters: anyio.lowlevel.RunVar[anyio.CapacityLimiter] = anyio.lowlevel.RunVar(
            f"smsvoice-sns-{id(self)}"
        )
        self._lock = threading.Lock()
        self._seen: dict[str, _Seen] = {}

    def verify(self, body: bytes | str, headers: Mapping[str, str] | None = None) -> Notification:
        """Verify a request, and remember it, so that it passes once.

        Args:
            body: the body as it came, not decoded.
            headers: the headers of the request, where they are at hand: they show raw delivery.

        Returns:
            The notification with its events.

        Raises:
            SnsRefusedError: it is not proven to be SNS's, not of your topics, too old, or a replay.

        AWS: https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html
        """
        now = self._now()
        envelope = self._read(body, headers, now)
        certificate = self._given or self._certificates.fetched(envelope, now)
        return self._admitted(envelope, certificate, now)

    async def averify(
        self, body: bytes | str, headers: Mapping[str, str] | None = None
    ) -> Notification:
        """Verify a request without blocking the event loop; see `verify`."""
        now = self._now()
        envelope = self._read(body, headers, now)
        certificate = self._given or self._certificates.known(envelope, now)
        if certificate is None:
            get = partial(self._certificates.fetched, envelope, now)
            certificate = await anyio.to_thread.run_sync(get, limiter=self._limiter())
        return self._admitted(envelope, certificate, now)

    def _limiter(self) -> anyio.CapacityLimiter:
        """Few threads for fetches: whatever is posted, the application's own are not used up."""
        try:
            return self._limiters.get()
        except LookupError:
            limiter = anyio.CapacityLimiter(_MOST_THREADS)
            self._limiters.set(limiter)
            return limiter

    def _read(self, body: object, headers: Mapping[str, str] | None, now: datetime) -> Envelope:
        envelope = read_envelope(body, headers)
        if envelope.topic_arn not in self._topics:
            raise SnsRefusedError("UNKNOWN_TOPIC", "it is of a topic that is not among `topics`")
        check_version(envelope)
        if now - envelope.at > self._max_age:
            raise SnsRefusedError("TOO_OLD", "it was published longer than `max_age` ago")
        if envelope.at - now > _AHEAD:
            why = "it was published in the future: look at this machine's clock"
            raise SnsRefusedError("FROM_THE_FUTURE", why)
        return envelope

    def _admitted(
        self, envelope: Envelope, certificate: x509.Certificate, now: datetime
    ) -> Notification:
        """What is signed and new; its id is remembered only once it is verified."""
        check_signature(envelope, certificate, now)
        with self._lock:
            before = self._seen.get(envelope.message_id)
            if before is not None:
                raise before.refusal
            while self._seen:
                oldest = next(iter(self._seen))  # they lie in the order in which they came
                if now < self._seen[oldest].until:
                    break
                del self._seen[oldest]
            self._seen[envelope.message_id] = _Seen(now + _AHEAD + self._max_age)
        confirm = partial(self._confirm, envelope)
        return Notification(envelope, confirm, partial(self._end, envelope.message_id))

    def _end(self, message_id: str, was_handled: bool) -> None:
        with self._lock:
            if not was_handled:
                self._seen.pop(message_id, None)
            elif message_id in self._seen:
                self._seen[message_id].was_handled = True

    def _confirm(self, envelope: Envelope) -> None:
        if envelope.kind != SUBSCRIPTION:
            why = "only a SubscriptionConfirmation is confirmed"
            raise SnsRefusedError(
                "UNSUBSCRIBE" if envelope.kind == UNSUBSCRIPTION else "NOT_SNS", why
            )
        url = str(envelope.members["SubscribeURL"])
        if not self._may_call(envelope, url):
            raise SnsRefusedError("SUBSCRIBE_URL", "its address is not SNS's in the topic's region")
        self._fetch(url)

    def _may_call(self, envelope: Envelope, url: str) -> bool:
        place = split_url(url)
        if place is None:
            return False
        asked = parse_qs(place.query)
        is_asked = asked.get("Action") == ["ConfirmSubscription"] and asked.get("TopicArn") == [
            envelope.topic_arn
        ]
        if self._given is not None:  # the emulator's
            return is_asked and place.hostname in _LOOPBACK
        return is_asked and is_host_of(envelope.topic_arn, url)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} for {len(self._topics)} topics>"


@dataclass(slots=True)
class _Seen:
    """A post that was admitted."""

    until: datetime
    was_handled: bool = False

    @property
    def refusal(self) -> SnsRefusedError:
        """The refusal of the same post."""
        if self.was_handled:
            return SnsRefusedError("REPLAYED", "it came before", 200)
        return SnsRefusedError("REPLAYED", "it came before, and may still be handled", 503)


def _check_topics(topics: frozenset[str]) -> None:
    if not topics:
        raise RequestError("SnsVerifier", (Problem("topics", "must name at least one topic"),))
    for topic in topics:
        parts = topic.split(":") if isinstance(topic, str) else []  # pyright: ignore[reportUnnecessaryIsInstance]  from callers
        if len(parts) != _TOPIC or parts[0] != "arn" or parts[2] != "sns" or not all(parts):
            rule = "must be ARNs of SNS topics, arn:aws:sns:us-east-1:123456789012:name for one"
            raise RequestError("SnsVerifier", (Problem("topics", rule),))


def _certificate(pem: str | bytes) -> x509.Certificate:
    try:
        return x509.load_pem_x509_certificate(pem.encode() if isinstance(pem, str) else pem)
    except ValueError:
        wrong = Problem("certificate", "must be one certificate as PEM")
        raise RequestError("SnsVerifier", (wrong,)) from None
