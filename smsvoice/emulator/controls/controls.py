"""The controls of an emulator: what a test sees of it, and what it makes happen."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from smsvoice.emulator.controls.argument_checks import (
    decided,
    is_phone_number,
    must_be_texts,
    must_be_times,
)
from smsvoice.emulator.controls.changes import Changes
from smsvoice.emulator.controls.faults import Fault, FaultInjector, Faults
from smsvoice.emulator.controls.give import Give
from smsvoice.emulator.controls.messages import Messages
from smsvoice.emulator.controls.refusals import ANY
from smsvoice.emulator.controls.sent_requests import SentRequests
from smsvoice.emulator.controls.waiting_clocks import AsyncEmulatedClock, EmulatedClock
from smsvoice.emulator.engine.context import Call
from smsvoice.emulator.engine.engine import Engine
from smsvoice.emulator.lifecycle import automatic_review, clearing, reviews
from smsvoice.emulator.lifecycle.uploads import fail_upload
from smsvoice.emulator.messaging.delivery import ScriptedEvent, script_events
from smsvoice.emulator.messaging.event_log import happened
from smsvoice.emulator.messaging.inbound import receive, receive_rcs
from smsvoice.emulator.messaging.inbound_rcs import Kind
from smsvoice.emulator.state.records import (
    EmittedEvent,
    InboundRecord,
    inbound,
)
from smsvoice.models.registrations import RegistrationDeniedReasonInformation

if TYPE_CHECKING:
    from smsvoice.models.notify import NotifyConfigurationStatus, TierUpgradeStatus


class Controls:
    """What AWS does not have; `Emulator` is one with an engine of its own."""

    def __init__(self, engine: Engine, faults: Faults, sent_requests: SentRequests) -> None:
        self.engine: Engine = engine
        self.faults: Faults = faults
        """What goes wrong: throttling, lost answers, server faults, refusals."""
        self.fault_injector: FaultInjector = FaultInjector(engine, faults)
        self.give: Give = Give(engine)
        """Numbers, senders, lists and registrations that are ready in one step."""
        self.sent_requests: SentRequests = sent_requests
        """What clients sent, by the id of the message; of the newest messages only."""
        self._changes = Changes(engine)

    @property
    def messages(self) -> Messages:
        """Every message that a person would have received or still will, oldest first.

        Those of all regions, and of the account that the settings name, as a list with `to`,
        `last`, `code` and `wait_for`.
        """
        return Messages(self.engine, self._changes)

    @property
    def events(self) -> list[EmittedEvent]:
        """The events that event destinations and EventBridge received, oldest first."""
        found = self.engine.read(lambda: happened(self.engine.accounts()))
        return [one.record for one in found]

    def script(
        self,
        destination: str,
        *event_types: "str | ScriptedEvent",
        times: int | None = None,
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
            destination: the recipient, E.164, or `*` for all that have no script of their own.
            event_types: of one channel, in any order and as often as you like; none restores the
                usual events. A dict sets `after`, `is_final` and `stamped_earlier` too.
            times: for how many messages; for all from now on otherwise.
            region_name: where; the settings' region otherwise.

        Raises:
            UnknownEventTypeError: there is no such event type, or they are of several channels.
            ValueError: the recipient is no phone number, or a dict has a wrong member.
        """
        must_be_texts(destination=destination)
        if destination != ANY and not is_phone_number(destination):
            raise ValueError("destination must be a phone number, E.164, e.g. +12065550142, or *")
        must_be_times(times)
        self.engine.apply(
            lambda call: script_events(call, destination, event_types, times), region_name
        )

    def refuse(
        self,
        operation: str,
        *,
        code: str | None = None,
        reason: str | None = None,
        times: int | None = 1,
    ) -> Fault:
        """Refuse the next calls of an operation with an error of your choice.

            emulator.refuse("SendTextMessage", reason="MONTHLY_SPEND_LIMIT_REACHED_FOR_TEXT")

        The requests are not taken. A refusal is one of the faults: `faults.clear()` ends it.

        Args:
            operation: AWS's name or Python's, SendTextMessage or send_text_message; `*` for any.
            code: the error code, e.g. ConflictException; the one that has the reason otherwise.
            reason: what `Reason` says, also one that no model knows.
            times: how many calls; None refuses until `faults.clear()`. An SDK may repeat a call
                that is throttled, and each try counts.

        Raises:
            ValueError: there is no such operation, or code and reason do not go together.
        """
        return self.faults.refuse(operation, code=code, reason=reason, times=times)

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
    def inbound_messages(self) -> list[InboundRecord]:
        """Every message that people wrote, oldest first."""
        return self.engine.records(inbound)

    def clock(self) -> EmulatedClock:
        """A clock for the SDK's waiters, whose sleep puts the emulator's time forward.

        pool.wait_until_active(clock=emulator.clock())
        """
        return EmulatedClock(self)

    def async_clock(self) -> AsyncEmulatedClock:
        """The same for the waiters of `AsyncSmsVoice`."""
        return AsyncEmulatedClock(self)

    def advance(self, seconds: float) -> None:
        """Move the clock forward, and do all that comes due meanwhile.

        Raises:
            ValueError: seconds is negative or no number, or leads beyond the year 8999.
        """
        self.engine.advance(seconds)

    def now(self) -> datetime:
        """The emulator's time, UTC."""
        return self.engine.now()

    def reset(self) -> None:
        """Drop all state, but keep the settings, the faults and the time."""
        self.engine.reset()
        self.sent_requests.clear()

    def clear_messages(self) -> None:
        """Forget the messages to people and from them, with their events and what is due."""
        self.engine.apply(self._clear)
        self.sent_requests.clear()

    def _clear(self, call: Call) -> None:  # noqa: ARG002  the signature of a control
        for account in self.engine.accounts():
            clearing.clear(account)
