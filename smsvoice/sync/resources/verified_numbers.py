"""Verified numbers: where a sandbox account, or an RCS agent under test, may send to.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/verify-destination-phone-number.html
"""

# Mirrored from smsvoice/aio/resources/verified_numbers.py by `python -m codegen`. Change that file, not this one.

from collections.abc import Callable, Mapping, Sequence
from typing import Literal, Self, TypeAlias

import smsvoice.operations as operations
from smsvoice.core.clock import Clock
from smsvoice.core.codec import merged
from smsvoice.core.filters import OneOrMore
from smsvoice.core.waiting import Goal, Progress
from smsvoice.models.common import DestinationCountryParametersArgument, TagListArgument
from smsvoice.models.verified_numbers import (
    DescribeVerifiedDestinationNumbersResult,
    LanguageCodeArgument,
    SendDestinationNumberVerificationCodeResult,
    VerificationChannelArgument,
    VerificationStatus,
    VerifiedDestinationNumberFilter,
    VerifiedDestinationNumberInformation,
)
from smsvoice.sync.handle import Collection
from smsvoice.sync.pager import Pager
from smsvoice.sync.resources.described import Described
from smsvoice.sync.resources.listing import list_pager
from smsvoice.sync.waiter import wait_for

VerificationStatusFilter: TypeAlias = (
    VerificationStatus | Literal["PENDING", "VERIFIED", "UNSUPPORTED"]
)

_VERIFIED = Goal(
    wanted=frozenset({"VERIFIED"}),
    failed={"UNSUPPORTED": "AWS cannot verify this number"},
)


class VerifiedNumbers(Collection):
    """Verified destination numbers: `sms.verified_numbers`."""

    def at(self, verified_destination_number_id: str) -> "VerifiedNumber":
        """The number of that id or ARN, which is not the phone number; makes no call."""
        return VerifiedNumber(self._sms, verified_destination_number_id)

    def get(self, verified_destination_number_id: str) -> "VerifiedNumber":
        """The number of that id or ARN, loaded.

        Raises:
            ResourceNotFoundError: there is none.
        """
        return self.at(verified_destination_number_id).refresh()

    def list(
        self,
        *,
        ids: Sequence[str] | None = None,
        destination_phone_numbers: Sequence[str] | None = None,
        status: OneOrMore[VerificationStatusFilter] | None = None,
        rcs_agent_id: OneOrMore[str] | None = None,
        max_results: int | None = None,
        starting_token: str | None = None,
    ) -> Pager[DescribeVerifiedDestinationNumbersResult, "VerifiedNumber"]:
        """Numbers, loaded, one at a time; filters take one value or several.

        Args:
            ids: only these, in any number, by id or ARN.
            destination_phone_numbers: only these, E.164; in any number, but together with `ids` at
                most 5.
            status: PENDING, VERIFIED, UNSUPPORTED.
            rcs_agent_id: the testers of these RCS agents.
            max_results: most items a page, 1 to 100.
            starting_token: where an earlier walk stopped.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DescribeVerifiedDestinationNumbers.html
        """
        numbers = destination_phone_numbers
        members = {"max_results": max_results, "destination_phone_numbers": numbers}
        return list_pager(
            self._sms,
            operations.verified_numbers.DESCRIBE_VERIFIED_DESTINATION_NUMBERS,
            self._loaded,
            members=members,
            ids=numbers if ids is None else ids,
            ids_as="destination_phone_numbers"
            if ids is None
            else "verified_destination_number_ids",
            filter_model=VerifiedDestinationNumberFilter,
            filtered={"status": status, "rcs_agent_id": rcs_agent_id},
            kinds={"status": VerificationStatus},
            starting_token=starting_token,
        )

    def create(
        self,
        destination_phone_number: str,
        *,
        rcs_agent_id: str | None = None,
        tags: TagListArgument | None = None,
        client_token: str | None = None,
    ) -> "VerifiedNumber":
        """Add a number; it waits for its code, which `send_code` sends and `verify` takes.

        Args:
            destination_phone_number: the number, E.164, e.g. +12065550142.
            rcs_agent_id: id or ARN of the RCS agent whose tester it becomes.
            tags: values by key, e.g. {"team": "shop"}, or Tag objects.
            client_token: makes a repeated call act once; random otherwise.

        Raises:
            ConflictError: RESOURCE_ALREADY_EXISTS: it was added before.
            ServiceQuotaExceededError: VERIFIED_DESTINATION_NUMBERS_PER_ACCOUNT: 10 exist.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_CreateVerifiedDestinationNumber.html
        """
        made = self._sms.api.create_verified_destination_number(
            destination_phone_number=destination_phone_number,
            rcs_agent_id=rcs_agent_id,
            tags=tags,
            client_token=client_token,
        )
        return self._loaded(merged(VerifiedDestinationNumberInformation, None, made))

    def _loaded(self, data: VerifiedDestinationNumberInformation) -> "VerifiedNumber":
        return VerifiedNumber(self._sms, data.verified_destination_number_id, data=data)


class VerifiedNumber(Described[VerifiedDestinationNumberInformation]):
    """One number of a person who agreed to receive tests."""

    _model = VerifiedDestinationNumberInformation
    _load_hint = "verified_numbers.get(id)"
    _arn_member = "verified_destination_number_arn"
    _describe = operations.verified_numbers.DESCRIBE_VERIFIED_DESTINATION_NUMBERS
    _ids_member = "verified_destination_number_ids"

    @property
    def status(self) -> VerificationStatus | None:
        """PENDING, VERIFIED or UNSUPPORTED, as of the last answer."""
        return self.data.status

    def send_code(
        self,
        verification_channel: VerificationChannelArgument,
        *,
        language_code: LanguageCodeArgument | None = None,
        origination_identity: str | None = None,
        configuration_set_name: str | None = None,
        context: Mapping[str, str] | None = None,
        destination_country_parameters: DestinationCountryParametersArgument | None = None,
    ) -> SendDestinationNumberVerificationCodeResult:
        """Send a fresh code to the number: one message to one person, and it costs money.

        Args:
            verification_channel: TEXT for a message, VOICE for a call.
            language_code: the language, e.g. EN_US.
            origination_identity: who sends it: number, id or ARN; AWS chooses otherwise.
            configuration_set_name: where delivery events go.
            context: up to 5 entries that come back in delivery events.
            destination_country_parameters: India only: IN_ENTITY_ID and IN_TEMPLATE_ID.

        Returns:
            The id of the message, not the code.

        Raises:
            ConflictError: VERIFICATION_ALREADY_COMPLETE, or NO_ORIGINATION_IDENTITIES_FOUND.
            ServiceQuotaExceededError: VERIFICATION_ATTEMPTS_PER_DAY, or the month's spend limit.
            OutcomeUnknownError: it left and no answer came; it may have been sent.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_SendDestinationNumberVerificationCode.html
        """
        return self._sms.api.send_destination_number_verification_code(
            verified_destination_number_id=self.id,
            verification_channel=verification_channel,
            language_code=language_code,
            origination_identity=origination_identity,
            configuration_set_name=configuration_set_name,
            context=context,
            destination_country_parameters=destination_country_parameters,
        )

    def verify(self, verification_code: str) -> Self:
        """Hand in the code that arrived on the phone; gives back this handle, now VERIFIED.

        Args:
            verification_code: the code, 1 to 20 letters or digits.

        Raises:
            ConflictError: VERIFICATION_CODE_EXPIRED, or VERIFICATION_ALREADY_COMPLETE.
            ValidationError: VERIFICATION_CODE_MISMATCH: it is another code.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_VerifyDestinationNumber.html
        """
        answer = self._sms.api.verify_destination_number(
            verified_destination_number_id=self.id, verification_code=verification_code
        )
        self._merge_answer(answer)
        return self

    def delete(self) -> None:
        """Forget the number, 24 hours after it was added at the earliest.

        Raises:
            ConflictError: RESOURCE_DELETION_NOT_ALLOWED: it was added less than a day ago.
            ResourceNotFoundError: it is gone already.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DeleteVerifiedDestinationNumber.html
        """
        answer = self._sms.api.delete_verified_destination_number(
            verified_destination_number_id=self.id
        )
        self._merge_answer(answer)

    def wait_until_verified(
        self,
        *,
        timeout: float = 900,
        clock: Clock | None = None,
        progress: Callable[[Progress], object] | None = None,
    ) -> Self:
        """Wait until its code has been handed in; gives back this handle, loaded.

        Args:
            timeout: seconds until WaitTimeoutError.
            clock: how time passes; the wall clock otherwise.
            progress: called after each look with state and seconds.

        Raises:
            WaitFailedError: AWS cannot verify the number, or it was deleted.
            WaitTimeoutError: it was not VERIFIED in time.
        """
        wait_for(
            repr(self), _VERIFIED, self._state, timeout=timeout, clock=clock, progress=progress
        )
        return self
