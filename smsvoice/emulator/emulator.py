"""The emulator as tests and applications use it: how to connect to it, and its controls."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, Self

from smsvoice.emulator.controls.argument_checks import decided, is_phone_number, must_be_texts
from smsvoice.emulator.controls.faults import FaultInjector, Faults
from smsvoice.emulator.engine.clock import EmulatorClock
from smsvoice.emulator.engine.context import Call
from smsvoice.emulator.engine.engine import Engine
from smsvoice.emulator.engine.ids import Ids
from smsvoice.emulator.engine.saved_settings import SavedSettings
from smsvoice.emulator.engine.settings import Settings
from smsvoice.emulator.engine.sqlite import SqliteBackend
from smsvoice.emulator.engine.store import Store
from smsvoice.emulator.lifecycle import automatic_review, clearing, reviews
from smsvoice.emulator.lifecycle.uploads import fail_upload
from smsvoice.emulator.messaging.delivery import ScriptedEvent, script_events
from smsvoice.emulator.messaging.event_log import happened
from smsvoice.emulator.messaging.inbound import receive, receive_rcs
from smsvoice.emulator.messaging.inbound_rcs import Kind
from smsvoice.emulator.service import Service
from smsvoice.emulator.state.records import (
    EmittedEvent,
    InboundRecord,
    Message,
    inbound,
    outbox,
)
from smsvoice.emulator.state.tables import model_of, shape
from smsvoice.models.registrations import RegistrationDeniedReasonInformation

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from boto3.session import Session

    from smsvoice.models.notify import NotifyConfigurationStatus, TierUpgradeStatus


class Emulator:
    """The whole service in memory, for tests and for trying things out.

    `session()` gives a boto3 session whose every `pinpoint-sms-voice-v2` client talks to it, with
    boto3's own serializer, signer, retries and parser and without a socket.
    """

    def __init__(
        self,
        *,
        settings: Settings | None = None,
        starting_at: datetime | None = None,
        clock_runs: bool = True,
        seed: int | None = None,
        db: "str | Path | None" = None,
    ) -> None:
        """Start empty, or with what a file has.

        Args:
            settings: how the account behaves.
            starting_at: the moment to start at, UTC; now otherwise.
            clock_runs: False stops the clock; then time passes only by `advance`.
            seed: makes ids, codes and the choice of faults the same every time.
            db: a file that keeps state, time and settings, so that they outlive the process;
                its settings and time go before `starting_at`, and `settings` before its settings.

        Raises:
            UnusableFileError: the file is another's, open in another emulator, or holds what this
                version cannot read.
            ValueError: `starting_at` is beyond the year 8999.
        """
        backend = None if db is None else SqliteBackend(db, shape())
        self._saved = SavedSettings(backend)
        try:
            self.settings: Settings = settings or self._saved.settings() or Settings()
            time = self._saved.time(clock_runs) or starting_at
            clock = EmulatorClock(time, running=clock_runs)
            store = Store(backend, model_of)
            source = self._saved.random_source(seed)
        except BaseException:
            if backend is not None:
                backend.close()
            raise
        self.engine: Engine = Engine(store, clock, Ids(source), self.settings, Service())
        self.faults: Faults = Faults(seed)
        """What goes wrong: throttling, lost answers, server faults."""
        self.fault_injector: FaultInjector = FaultInjector(self.engine, self.faults)
        self.save()

    def session(self, region_name: str | None = None) -> "Session":
        """A boto3 session that reaches this emulator and nothing else of AWS."""
        from smsvoice.emulator.frontends.in_process import session  # noqa: PLC0415  needs boto3

        return session(self.fault_injector, region_name or self.settings.region)

    @property
    def messages(self) -> list[Message]:
        """Every message that a person would have received or still will, oldest first.

        Those of all regions, and of the account that the settings name.
        """
        return self.engine.records(outbox)

    @property
    def events(self) -> list[EmittedEvent]:
        """The events that event destinations and EventBridge received, oldest first."""
        found = self.engine.read(lambda: happened(self.engine.accounts()))
        return [one.record for one in found]

    def script(
        self,
        destination: str,
        *event_types: "str | ScriptedEvent",
        region_name: str | None = None,
    ) -> None:
        """Set the delivery events of messages to a recipient, e.g. `"TEXT_CARRIER_BLOCKED"`.

            emulator.script(
                "+12065550142",
                {"event_type": "TEXT_SUCCESSFUL", "is_final": True},
                {"event_type": "TEXT_DELIVERED", "after": 75},
                "TEXT_DELIVERED",
            )

        Args:
            destination: the recipient, E.164.
            event_types: of one channel, in any order and as often as you like; none restores the
                usual events. A dict sets `after`, `is_final` and `stamped_earlier` too.
            region_name: where; the settings' region otherwise.

        Raises:
            UnknownEventTypeError: there is no such event type, or they are of several channels.
            ValueError: the recipient is no phone number, or a dict has a wrong member.
        """
        must_be_texts(destination=destination)
        if not is_phone_number(destination):
            raise ValueError("destination must be a phone number, E.164, e.g. +12065550142")
        self.engine.apply(lambda call: script_events(call, destination, event_types), region_name)

    def approve(self, registration_id: str, *, region_name: str | None = None) -> None:
        """Approve a registration, as its reviewers do.

        The brand of a public company then waits for an e-mail to be answered; approving it again
        answers.

        Args:
            registration_id: whose newest version is under review.
            region_name: where; the settings' region otherwise.

        Raises:
            LookupError: there is no such registration.
            ValueError: nothing of it is under review, or a machine denies it before a reviewer
                sees it, for the faults in its form.
        """
        self.engine.apply(lambda call: reviews.approve(call, registration_id), region_name)

    def deny(
        self,
        registration_id: str,
        *,
        reason: str = reviews.REASON,
        description: str = reviews.DESCRIPTION,
        field_paths: Sequence[str] = (),
        field_reason: str = automatic_review.MISSING,
        region_name: str | None = None,
    ) -> None:
        """Deny a registration, as its reviewers do.

        Args:
            registration_id: whose newest version is under review.
            reason: the reviewers' code.
            description: the reason in words.
            field_paths: the fields at fault.
            field_reason: the word that these fields carry.
            region_name: where; the settings' region otherwise.

        Raises:
            LookupError: there is no such registration, or its form has no such field.
            ValueError: nothing of it is under review.
        """
        words = dict.fromkeys(field_paths, field_reason)
        denied = RegistrationDeniedReasonInformation(reason=reason, short_description=description)
        self.engine.apply(
            lambda call: reviews.deny(call, registration_id, (denied,), words), region_name
        )

    def fail_upload(
        self, registration_attachment_id: str, *, region_name: str | None = None
    ) -> None:
        """Make the upload of a registration attachment fail.

        Raises:
            LookupError: there is no such attachment.
        """
        self.engine.apply(lambda call: fail_upload(call, registration_attachment_id), region_name)

    def review_notify_configuration(
        self,
        notify_configuration_id: str,
        *,
        status: "NotifyConfigurationStatus | None" = None,
        tier_upgrade_status: "TierUpgradeStatus | None" = None,
        region_name: str | None = None,
    ) -> None:
        """Decide on the display name of a notify configuration, or on its step to another tier.

        Args:
            notify_configuration_id: id or ARN.
            status: what came of the review of its display name.
            tier_upgrade_status: what came of the upgrade; ADVANCED makes it that tier.
            region_name: where; the settings' region otherwise.

        Raises:
            LookupError: there is no such configuration.
            ValueError: neither status is given, or there is no such status.
        """
        self.engine.apply(
            lambda call: decided(
                call,
                notify_configuration_id,
                status=status,
                tier_upgrade_status=tier_upgrade_status,
            ),
            region_name,
        )

    def inbound(
        self,
        origination_number: str,
        destination_number: str,
        body: str,
        *,
        region_name: str | None = None,
    ) -> InboundRecord:
        """Receive a text that a person writes to a number or RCS agent.

        Keywords answer it, and two-way messaging publishes it.

        Args:
            origination_number: the person's number, E.164.
            destination_number: number or short code as people dial it, or id or ARN of it or of
                an RCS agent.
            body: what the person writes.
            region_name: where the number is; the settings' region otherwise.

        Raises:
            LookupError: there is no such number or agent, or it is not active.
            ValueError: the person's number is none, or the body is no text.
        """
        must_be_texts(
            origination_number=origination_number, destination_number=destination_number, body=body
        )
        return self.engine.apply(
            lambda call: receive(
                call,
                origination_number=origination_number,
                destination_number=destination_number,
                body=body,
            ),
            region_name,
        )

    def inbound_rcs(
        self,
        origination_number: str,
        rcs_agent: str,
        kind: "Kind",
        *,
        region_name: str | None = None,
        **members: Any,
    ) -> InboundRecord:
        """Receive something else than a text in a conversation with an RCS agent.

            emulator.inbound_rcs(person, agent, "SUGGESTION", text="Yes", postback_data="yes")

        Args:
            origination_number: the person's number, E.164.
            rcs_agent: id or ARN of the agent.
            kind: RCS_TYPING, SUGGESTION (`text`, `postback_data`), MEDIA (`mime_type`, `file_name`,
                `file_size_bytes`, `media_status`, `media_status_message`, `s3_bucket`, `s3_key`),
                LOCATION (`latitude`, `longitude`, `label`) or CONVERSATION_STARTED.
            region_name: where the agent is; the settings' region otherwise.
            members: what is known about it; each has a default.

        Raises:
            LookupError: there is no such agent, or it is not active.
            ValueError: the person's number is none, or the kind has no such member.
        """
        must_be_texts(origination_number=origination_number, rcs_agent=rcs_agent, kind=kind)
        return self.engine.apply(
            lambda call: receive_rcs(
                call,
                origination_number=origination_number,
                rcs_agent=rcs_agent,
                kind=kind,
                members=members,
            ),
            region_name,
        )

    @property
    def sns_certificate(self) -> str:
        """The certificate that signs what `settings.event_url` gets, PEM, for `SnsVerifier`.

        Raises:
            ImportError: cryptography is not installed, the extra `sns`.
        """
        return self.engine.poster.signer.certificate

    @property
    def inbound_messages(self) -> list[InboundRecord]:
        """Every message that people wrote, oldest first."""
        return self.engine.records(inbound)

    def advance(self, seconds: float) -> None:
        """Move the clock forward, and do all that comes due meanwhile.

        Raises:
            ValueError: seconds is negative or no number, or leads beyond the year 8999.
        """
        self.engine.advance(seconds)
        self.save()

    def now(self) -> datetime:
        """The emulator's time, UTC."""
        return self.engine.now()

    def reset(self) -> None:
        """Drop all state, but keep the settings, the faults and the time."""
        self.engine.reset()

    def clear_messages(self) -> None:
        """Forget the messages to people and from them, with their events and what is due."""
        self.engine.apply(self._clear)

    def save(self) -> None:
        """Save time and settings to the file, if there is one; `advance` does so by itself."""
        self._saved.save(self.settings, self.now())

    def close(self) -> None:
        """Close the file, if there is one, and end background work such as posting events."""
        try:
            self.save()
        finally:
            self._saved = SavedSettings(None)
            self.engine.close()

    def _clear(self, call: Call) -> None:  # noqa: ARG002  the signature of a control
        for account in self.engine.accounts():
            clearing.clear(account)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: "TracebackType | None",
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<Emulator {self.engine.count(outbox)} messages>"
