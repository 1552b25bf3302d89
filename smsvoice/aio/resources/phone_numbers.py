"""Phone numbers: searching, requesting, changing and releasing them, and sending from them.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/phone-numbers.html
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal, Self, TypeAlias

import smsvoice.operations as operations
from smsvoice.aio.handle import AsyncCollection
from smsvoice.aio.pager import AsyncPager
from smsvoice.aio.resources.described import AsyncDescribed
from smsvoice.aio.resources.keywords import AsyncKeywords
from smsvoice.aio.resources.listing import list_pager
from smsvoice.aio.resources.policies import AsyncPolicy
from smsvoice.aio.sends.media import AsyncMediaOrigin
from smsvoice.aio.sends.text import AsyncTextOrigin
from smsvoice.aio.sends.voice import AsyncVoiceOrigin
from smsvoice.aio.waiter import wait_for
from smsvoice.core.clock import AsyncClock
from smsvoice.core.codec import merged
from smsvoice.core.filters import OneOrMore
from smsvoice.core.waiting import Goal, Progress
from smsvoice.models.common import (
    MessageType,
    MessageTypeArgument,
    NumberCapability,
    NumberCapabilityArgument,
    OwnerArgument,
    TagListArgument,
)
from smsvoice.models.phone_numbers import (
    DescribePhoneNumbersResult,
    ListAvailablePhoneNumbersResult,
    NumberPreferenceItemArgument,
    NumberStatus,
    NumberType,
    PhoneNumberFilter,
    PhoneNumberInformation,
    RequestableNumberTypeArgument,
    SearchableNumberTypeArgument,
)

if TYPE_CHECKING:
    from smsvoice.aio.resources.registrations import AsyncRegistration

NumberStatusFilter: TypeAlias = (
    NumberStatus | Literal["PENDING", "ACTIVE", "ASSOCIATING", "DISASSOCIATING", "DELETED"]
)
NumberTypeFilter: TypeAlias = (
    NumberType | Literal["SHORT_CODE", "LONG_CODE", "TOLL_FREE", "TEN_DLC", "SIMULATOR"]
)

_ACTIVE = Goal(wanted=frozenset({"ACTIVE"}), failed={"DELETED": "it was released"})
_NEEDS_REGISTRATION = frozenset({NumberType.TOLL_FREE, NumberType.TEN_DLC, NumberType.SHORT_CODE})


class AsyncPhoneNumbers(AsyncCollection):
    """Phone numbers of the account: `sms.phone_numbers`."""

    def at(self, phone_number_id: str) -> "AsyncPhoneNumber":
        """The phone number of that id or ARN; makes no call."""
        return AsyncPhoneNumber(self._sms, phone_number_id)

    async def get(self, phone_number_id: str) -> "AsyncPhoneNumber":
        """The phone number of that id or ARN, loaded.

        Raises:
            ResourceNotFoundError: there is none.
        """
        return await self.at(phone_number_id).refresh()

    def list(
        self,
        *,
        ids: Sequence[str] | None = None,
        status: OneOrMore[NumberStatusFilter] | None = None,
        iso_country_code: OneOrMore[str] | None = None,
        message_type: OneOrMore[MessageTypeArgument] | None = None,
        number_capability: OneOrMore[NumberCapabilityArgument] | None = None,
        number_type: OneOrMore[NumberTypeFilter] | None = None,
        two_way_enabled: bool | None = None,
        self_managed_opt_outs_enabled: bool | None = None,
        opt_out_list_name: OneOrMore[str] | None = None,
        deletion_protection_enabled: bool | None = None,
        two_way_channel_arn: OneOrMore[str] | None = None,
        owner: OwnerArgument | None = None,
        max_results: int | None = None,
        starting_token: str | None = None,
    ) -> AsyncPager[DescribePhoneNumbersResult, "AsyncPhoneNumber"]:
        """Phone numbers, loaded, one at a time; filters take one value or several.

        Args:
            ids: only these, in any number, by id or ARN; not together with `owner`.
            status: PENDING, ACTIVE, ASSOCIATING, DISASSOCIATING, DELETED.
            iso_country_code: ISO 3166-1 alpha-2 codes, e.g. US.
            message_type: TRANSACTIONAL, PROMOTIONAL.
            number_capability: SMS, VOICE, MMS.
            number_type: SHORT_CODE, LONG_CODE, TOLL_FREE, TEN_DLC, SIMULATOR.
            two_way_enabled: those that hand on what they receive, or the others.
            self_managed_opt_outs_enabled: those that leave opt-outs to you, or the others.
            opt_out_list_name: names of opt-out lists.
            deletion_protection_enabled: protected ones, or the others.
            two_way_channel_arn: where received messages go.
            owner: SELF for your own, SHARED for those that others share with you.
            max_results: most items a page, 1 to 100.
            starting_token: where an earlier walk stopped.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DescribePhoneNumbers.html
        """
        return list_pager(
            self._sms,
            operations.phone_numbers.DESCRIBE_PHONE_NUMBERS,
            self._loaded,
            members={"owner": owner, "max_results": max_results},
            ids=ids,
            ids_as="phone_number_ids",
            filter_model=PhoneNumberFilter,
            filtered={
                "status": status,
                "iso_country_code": iso_country_code,
                "message_type": message_type,
                "number_capability": number_capability,
                "number_type": number_type,
                "two_way_enabled": two_way_enabled,
                "self_managed_opt_outs_enabled": self_managed_opt_outs_enabled,
                "opt_out_list_name": opt_out_list_name,
                "deletion_protection_enabled": deletion_protection_enabled,
                "two_way_channel_arn": two_way_channel_arn,
            },
            kinds={
                "status": NumberStatus,
                "message_type": MessageType,
                "number_capability": NumberCapability,
                "number_type": NumberType,
            },
            starting_token=starting_token,
        )

    def search_available(
        self,
        *,
        iso_country_code: str,
        number_type: SearchableNumberTypeArgument,
        number_capabilities: Sequence[NumberCapabilityArgument],
        registration_id: str | None = None,
        number_preference: Sequence[NumberPreferenceItemArgument] | None = None,
        max_results: int | None = None,
        starting_token: str | None = None,
    ) -> AsyncPager[ListAvailablePhoneNumbersResult, str]:
        """Numbers that could be requested now, one at a time, E.164; none is no error.

        Args:
            iso_country_code: ISO 3166-1 alpha-2 code; AWS searches the US only.
            number_type: TEN_DLC; AWS searches no other.
            number_capabilities: what they must carry: SMS, VOICE, MMS.
            registration_id: the campaign that they are for.
            number_preference: one wish for certain digits.
            max_results: most items a page, 1 to 10.
            starting_token: where an earlier walk stopped.

        Raises:
            ConflictError: REGISTRATION_NOT_COMPLETE: the campaign is not approved yet.
            ResourceNotFoundError: there is no such registration.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_ListAvailablePhoneNumbers.html
        """
        return self._sms.api.list_available_phone_numbers(
            iso_country_code=iso_country_code,
            number_type=number_type,
            number_capabilities=number_capabilities,
            registration_id=registration_id,
            number_preference=number_preference,
            max_results=max_results,
            starting_token=starting_token,
        )

    async def request(
        self,
        *,
        iso_country_code: str,
        message_type: MessageTypeArgument,
        number_capabilities: Sequence[NumberCapabilityArgument],
        number_type: RequestableNumberTypeArgument,
        opt_out_list_name: str | None = None,
        pool_id: str | None = None,
        registration_id: str | None = None,
        number_preference: Sequence[NumberPreferenceItemArgument] | None = None,
        international_sending_enabled: bool | None = None,
        deletion_protection_enabled: bool | None = None,
        tags: TagListArgument | None = None,
        client_token: str | None = None,
    ) -> "AsyncPhoneNumber":
        """Lease a phone number: it costs money every month until it is released.

        Args:
            iso_country_code: ISO 3166-1 alpha-2 code, e.g. US.
            message_type: TRANSACTIONAL or PROMOTIONAL; fixed.
            number_capabilities: what it must carry: SMS, VOICE, MMS.
            number_type: LONG_CODE, TOLL_FREE, TEN_DLC or SIMULATOR.
            opt_out_list_name: the opt-out list to respect, by name or ARN; Default otherwise.
            pool_id: a pool to join, by id or ARN.
            registration_id: an approved registration to belong to.
            number_preference: one wish for certain digits; US TEN_DLC only.
            international_sending_enabled: True allows it to send to other countries.
            deletion_protection_enabled: True refuses its release.
            tags: values by key, e.g. {"team": "shop"}, or Tag objects.
            client_token: makes a repeated call act once; random otherwise.

        Raises:
            ConflictError: REGISTRATION_NOT_COMPLETE, PHONE_NUMBER_NOT_IN_REGISTRATION_REGION, or
                its settings differ from the pool's.
            ResourceNotFoundError: the pool, opt-out list or registration does not exist.
            ServiceQuotaExceededError: PHONE_NUMBERS_PER_ACCOUNT: 25 exist;
                PHONE_NUMBERS_PER_REGISTRATION; ORIGINATION_IDENTITIES_PER_POOL.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_RequestPhoneNumber.html
        """
        made = await self._sms.api.request_phone_number(
            iso_country_code=iso_country_code,
            message_type=message_type,
            number_capabilities=number_capabilities,
            number_type=number_type,
            opt_out_list_name=opt_out_list_name,
            pool_id=pool_id,
            registration_id=registration_id,
            number_preference=number_preference,
            international_sending_enabled=international_sending_enabled,
            deletion_protection_enabled=deletion_protection_enabled,
            tags=tags,
            client_token=client_token,
        )
        return self._loaded(merged(PhoneNumberInformation, None, made))

    def _loaded(self, data: PhoneNumberInformation) -> "AsyncPhoneNumber":
        # AWS leaves the id out now and then; the ARN names the number just as well.
        return AsyncPhoneNumber(self._sms, data.phone_number_id or data.phone_number_arn, data=data)


class AsyncPhoneNumber(
    AsyncTextOrigin[PhoneNumberInformation],
    AsyncVoiceOrigin[PhoneNumberInformation],
    AsyncMediaOrigin[PhoneNumberInformation],
    AsyncDescribed[PhoneNumberInformation],
):
    """One phone number that is leased from AWS."""

    _model = PhoneNumberInformation
    _load_hint = "phone_numbers.get(id)"
    _arn_member = "phone_number_arn"
    _describe = operations.phone_numbers.DESCRIBE_PHONE_NUMBERS
    _ids_member = "phone_number_ids"

    @property
    def status(self) -> NumberStatus | None:
        """PENDING, ACTIVE, ASSOCIATING, DISASSOCIATING or DELETED, as of the last answer."""
        return self.data.status

    @property
    def keywords(self) -> AsyncKeywords:
        """What it does when a person texts a certain word to it."""
        return AsyncKeywords(self)

    @property
    def policy(self) -> AsyncPolicy:
        """Which other accounts may use it."""
        return AsyncPolicy(self)

    async def registration(self) -> "AsyncRegistration | None":
        """The registration that it belongs to, loaded; None where AWS names none.

        One call, and a second one where there is a registration.

        Raises:
            ResourceNotFoundError: the number is gone.
        """
        found = (await self.refresh()).data.registration_id
        return None if found is None else await self._sms.registrations.get(found)

    async def update(
        self,
        *,
        two_way_enabled: bool | None = None,
        two_way_channel_arn: str | None = None,
        two_way_channel_role: str | None = None,
        self_managed_opt_outs_enabled: bool | None = None,
        opt_out_list_name: str | None = None,
        international_sending_enabled: bool | None = None,
        deletion_protection_enabled: bool | None = None,
    ) -> Self:
        """Change what is given, and leave the rest; gives back this handle.

        Args:
            two_way_enabled: True hands on what people text to it.
            two_way_channel_arn: where to: an SNS topic, or Amazon Connect.
            two_way_channel_role: the IAM role that may write there.
            self_managed_opt_outs_enabled: True leaves HELP, STOP and opt-outs to you.
            opt_out_list_name: the opt-out list to respect, by name or ARN.
            international_sending_enabled: True allows it to send to other countries.
            deletion_protection_enabled: True refuses its release.

        Raises:
            ConflictError: PHONE_NUMBER_ASSOCIATED_TO_POOL: change the pool instead;
                RESOURCE_NOT_ACTIVE: it is not ready for changes.
            ResourceNotFoundError: it, or the opt-out list, does not exist.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_UpdatePhoneNumber.html
        """
        answer = await self._sms.api.update_phone_number(
            phone_number_id=self.id,
            two_way_enabled=two_way_enabled,
            two_way_channel_arn=two_way_channel_arn,
            two_way_channel_role=two_way_channel_role,
            self_managed_opt_outs_enabled=self_managed_opt_outs_enabled,
            opt_out_list_name=opt_out_list_name,
            international_sending_enabled=international_sending_enabled,
            deletion_protection_enabled=deletion_protection_enabled,
        )
        self._merge_answer(answer)
        return self

    async def release(self) -> None:
        """Give the number back to AWS: it stops sending, and AWS may give it to another customer.

        Raises:
            ConflictError: DELETION_PROTECTION_ENABLED, PHONE_NUMBER_ASSOCIATED_TO_POOL,
                PHONE_NUMBER_ASSOCIATED_TO_REGISTRATION, or RESOURCE_NOT_ACTIVE: it is changing.
            ResourceNotFoundError: it is released already.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_ReleasePhoneNumber.html
        """
        self._merge_answer(await self._sms.api.release_phone_number(phone_number_id=self.id))

    async def wait_until_active(
        self,
        *,
        timeout: float = 300,  # noqa: ASYNC109  the wait is over many calls
        clock: AsyncClock | None = None,
        progress: Callable[[Progress], object] | None = None,
    ) -> Self:
        """Wait until it can send; gives back this handle, loaded.

        A number whose registration is under review may take weeks: give the wait that time.

        Args:
            timeout: seconds until WaitTimeoutError.
            clock: how time passes; the wall clock otherwise.
            progress: called after each look with state and seconds.

        Raises:
            WaitFailedError: it was released, or a person must register it first.
            WaitTimeoutError: it was not ACTIVE in time.
        """
        await wait_for(
            repr(self),
            _ACTIVE,
            self._state,
            timeout=timeout,
            clock=clock,
            progress=progress,
            advice=self._advice,
        )
        return self

    def _advice(self, state: str) -> str | None:
        """What a person must do: a number of some types becomes ACTIVE by its registration only."""
        if state != NumberStatus.PENDING or self.data.registration_id is not None:
            return None
        if self.data.number_type not in _NEEDS_REGISTRATION:
            return None
        return f"a {self.data.number_type} number becomes ACTIVE with a registration; it has none"
