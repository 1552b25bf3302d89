"""Operations of phone numbers under AWS's names."""

# Written by `python -m codegen`. Change codegen/ or its tables, not this file.

from __future__ import annotations

from collections.abc import Sequence

import smsvoice.models as models
import smsvoice.operations as operations
from smsvoice.aio.api_base import AsyncApiBase
from smsvoice.aio.pager import AsyncPager


class AsyncPhoneNumbersApi(AsyncApiBase):
    """Operations of phone numbers."""

    def describe_phone_numbers(
        self,
        *,
        phone_number_ids: Sequence[str] | None = None,
        filters: Sequence[models.phone_numbers.PhoneNumberFilterArgument] | None = None,
        max_results: int | None = None,
        owner: models.common.OwnerArgument | None = None,
        starting_token: str | None = None,
    ) -> AsyncPager[
        models.phone_numbers.DescribePhoneNumbersResult, models.phone_numbers.PhoneNumberInformation
    ]:
        """List origination phone numbers: those given by id, those that pass the filters, or all.

        Args:
            phone_number_ids: Identifiers or ARNs of the phone numbers wanted, at most 5; a number
                shared by another account needs the ARN.
            filters: Narrow the list; filters are ANDed.
            max_results: Most items per page, 1 to 100; a page may hold fewer, even none, before the
                last.
            owner: SELF lists what this account owns, SHARED what others share with it; cannot be
                combined with named items.
            starting_token: Where an earlier walk stopped.

        Returns:
            A pager over all pages. Each item is a phone number: its settings, its price and where
                it belongs.

        Raises:
            ResourceNotFoundError: phone-number: one of the given ids is unknown, which fails the
                whole call.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DescribePhoneNumbers.html
        """
        return self._pages(
            operations.phone_numbers.DESCRIBE_PHONE_NUMBERS,
            {
                "phone_number_ids": phone_number_ids,
                "filters": filters,
                "max_results": max_results,
                "owner": owner,
            },
            starting_token,
        )

    def list_available_phone_numbers(
        self,
        *,
        iso_country_code: str,
        number_capabilities: Sequence[models.common.NumberCapabilityArgument],
        number_type: models.phone_numbers.SearchableNumberTypeArgument,
        registration_id: str | None = None,
        number_preference: Sequence[models.phone_numbers.NumberPreferenceItemArgument]
        | None = None,
        max_results: int | None = None,
        starting_token: str | None = None,
    ) -> AsyncPager[models.phone_numbers.ListAvailablePhoneNumbersResult, str]:
        """Search the phone numbers that could be requested now; for the time being TEN_DLC in the
        US only.

        Args:
            iso_country_code: ISO 3166-1 alpha-2 code of the country to search in; only US so far.
            number_capabilities: What the numbers must all be able to carry, e.g. SMS and VOICE.
            number_type: Kind of number to search for; only TEN_DLC can be searched.
            registration_id: Identifier or ARN of the registration the number is meant for; needed
                for regulated number types.
            number_preference: Digits that offered numbers must show, at most one preference; for US
                numbers of type TEN_DLC only.
            max_results: Most numbers per page, 1 to 10; default 10.
            starting_token: Where an earlier walk stopped.

        Returns:
            A pager over all pages. Each item is a phone number that is free; none is no error.

        Raises:
            ConflictError: REGISTRATION_NOT_COMPLETE: the given registration is not approved yet.
            ResourceNotFoundError: registration: the given one does not exist.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_ListAvailablePhoneNumbers.html
        """
        return self._pages(
            operations.phone_numbers.LIST_AVAILABLE_PHONE_NUMBERS,
            {
                "iso_country_code": iso_country_code,
                "number_capabilities": number_capabilities,
                "number_type": number_type,
                "registration_id": registration_id,
                "number_preference": number_preference,
                "max_results": max_results,
            },
            starting_token,
        )

    async def release_phone_number(
        self,
        *,
        phone_number_id: str,
    ) -> models.phone_numbers.ReleasePhoneNumberResult:
        """Give a phone number back to AWS; it stops sending, and you may never get it again.

        Args:
            phone_number_id: Identifier or ARN of the phone number to give back; you may not get it
                again.

        Returns:
            The phone number on its way out.

        Raises:
            ConflictError: DELETION_PROTECTION_ENABLED: switch the protection off first;
                PHONE_NUMBER_ASSOCIATED_TO_POOL: take it out of its pool;
                PHONE_NUMBER_ASSOCIATED_TO_REGISTRATION: its registration holds it;
                RESOURCE_NOT_ACTIVE: it is changing.
            ResourceNotFoundError: phone-number: it does not exist, or is released already.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_ReleasePhoneNumber.html
        """
        return await self._call(
            operations.phone_numbers.RELEASE_PHONE_NUMBER,
            {
                "phone_number_id": phone_number_id,
            },
        )

    async def request_phone_number(
        self,
        *,
        iso_country_code: str,
        message_type: models.common.MessageTypeArgument,
        number_capabilities: Sequence[models.common.NumberCapabilityArgument],
        number_type: models.phone_numbers.RequestableNumberTypeArgument,
        opt_out_list_name: str | None = None,
        pool_id: str | None = None,
        registration_id: str | None = None,
        number_preference: Sequence[models.phone_numbers.NumberPreferenceItemArgument]
        | None = None,
        international_sending_enabled: bool | None = None,
        deletion_protection_enabled: bool | None = None,
        tags: models.common.TagListArgument | None = None,
        client_token: str | None = None,
    ) -> models.phone_numbers.RequestPhoneNumberResult:
        """Request a phone number to send from; its monthly price is charged until you release it.

        Args:
            iso_country_code: ISO 3166-1 alpha-2 code of the country the number shall belong to.
            message_type: TRANSACTIONAL for urgent messages, PROMOTIONAL for the rest; can never
                change for this number.
            number_capabilities: What the new number must be able to carry: SMS, VOICE, MMS, one or
                more.
            number_type: LONG_CODE, TOLL_FREE, TEN_DLC or SIMULATOR; a SIMULATOR number demands the
                message type TRANSACTIONAL.
            opt_out_list_name: Name or ARN of the opt-out list the number shall use, "Default" when
                left out; a shared list needs the ARN.
            pool_id: Identifier or ARN of a pool for the number to join at once; a shared pool needs
                the ARN.
            registration_id: Identifier or ARN of the registration that the number belongs to, e.g.
                a 10DLC campaign.
            number_preference: Digits the new number should show, at most one preference; for US
                numbers of type TEN_DLC only.
            international_sending_enabled: True allows the number to send outside its own country;
                new numbers start with False.
            deletion_protection_enabled: True refuses deleting or releasing it until switched off;
                new resources start with False.
            tags: Tags of the resource, at most 200 pairs of key and value.
            client_token: Idempotency key, 1 to 64 printable characters; a repeat with the same
                token acts once. Random if absent.

        Returns:
            The phone number that you got, PENDING while it waits for a registration.

        Raises:
            ConflictError: REGISTRATION_NOT_COMPLETE: the registration is not approved;
                PHONE_NUMBER_NOT_IN_REGISTRATION_REGION: it is in another region;
                MESSAGE_TYPE_MISMATCH, OPT_OUT_LIST_MISMATCH: the pool differs.
            ResourceNotFoundError: pool, opt-out-list or registration: the given one does not exist.
            ServiceQuotaExceededError: PHONE_NUMBERS_PER_ACCOUNT: 25 numbers exist;
                PHONE_NUMBERS_PER_REGISTRATION: the campaign has 49;
                ORIGINATION_IDENTITIES_PER_POOL: the pool is full.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_RequestPhoneNumber.html
        """
        return await self._call(
            operations.phone_numbers.REQUEST_PHONE_NUMBER,
            {
                "iso_country_code": iso_country_code,
                "message_type": message_type,
                "number_capabilities": number_capabilities,
                "number_type": number_type,
                "opt_out_list_name": opt_out_list_name,
                "pool_id": pool_id,
                "registration_id": registration_id,
                "number_preference": number_preference,
                "international_sending_enabled": international_sending_enabled,
                "deletion_protection_enabled": deletion_protection_enabled,
                "tags": tags,
                "client_token": client_token,
            },
        )

    async def update_phone_number(
        self,
        *,
        phone_number_id: str,
        two_way_enabled: bool | None = None,
        two_way_channel_arn: str | None = None,
        two_way_channel_role: str | None = None,
        self_managed_opt_outs_enabled: bool | None = None,
        opt_out_list_name: str | None = None,
        international_sending_enabled: bool | None = None,
        deletion_protection_enabled: bool | None = None,
    ) -> models.phone_numbers.UpdatePhoneNumberResult:
        """Change the settings of a phone number that is in no pool; a pool's numbers follow the
        pool.

        Args:
            phone_number_id: Identifier or ARN of the phone number to change; a shared number needs
                the ARN.
            two_way_enabled: True allows recipients to write to you, with their messages going to
                TwoWayChannelArn; default false.
            two_way_channel_arn: ARN of the Amazon SNS topic for inbound messages, or an Amazon
                Connect endpoint, connect.REGION.amazonaws.com.
            two_way_channel_role: ARN of the IAM role AWS takes on to publish inbound messages;
                optional when the topic's own policy allows AWS to publish.
            self_managed_opt_outs_enabled: False, the default: AWS answers HELP and STOP and keeps
                the opt-out list. True: all of that is your task.
            opt_out_list_name: Name or ARN of the opt-out list that the number shall use from now
                on.
            international_sending_enabled: True allows the number to send outside its own country;
                False stops that.
            deletion_protection_enabled: True refuses releasing the number; False allows it again.

        Returns:
            The phone number as it is now.

        Raises:
            ConflictError: PHONE_NUMBER_ASSOCIATED_TO_POOL: change the pool instead;
                RESOURCE_NOT_ACTIVE: the number is not ready for changes.
            ResourceNotFoundError: phone-number or opt-out-list: the given one does not exist.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_UpdatePhoneNumber.html
        """
        return await self._call(
            operations.phone_numbers.UPDATE_PHONE_NUMBER,
            {
                "phone_number_id": phone_number_id,
                "two_way_enabled": two_way_enabled,
                "two_way_channel_arn": two_way_channel_arn,
                "two_way_channel_role": two_way_channel_role,
                "self_managed_opt_outs_enabled": self_managed_opt_outs_enabled,
                "opt_out_list_name": opt_out_list_name,
                "international_sending_enabled": international_sending_enabled,
                "deletion_protection_enabled": deletion_protection_enabled,
            },
        )
