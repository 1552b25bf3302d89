"""Operations of sender ids under AWS's names."""

# Written by `python -m codegen`. Change codegen/ or its tables, not this file.

from __future__ import annotations

from collections.abc import Sequence

from smsvoice import models, operations
from smsvoice.aio.door import AsyncDoor
from smsvoice.aio.pager import AsyncPager


class AsyncSenderIdsApi(AsyncDoor):
    """Operations of sender ids."""

    def describe_sender_ids(
        self,
        *,
        sender_ids: Sequence[models.sender_ids.SenderIdAndCountry] | None = None,
        filters: Sequence[models.sender_ids.SenderIdFilter] | None = None,
        max_results: int | None = None,
        owner: models.common.OwnerArgument | None = None,
        starting_token: str | None = None,
    ) -> AsyncPager[
        models.sender_ids.DescribeSenderIdsResult, models.sender_ids.SenderIdInformation
    ]:
        """List sender IDs: those given with their country, those that pass the filters, or all.

        Returns:
            A pager over all pages. Each item is a sender ID in one country, and whether it is
                registered.

        Raises:
            ResourceNotFoundError: sender-id: one of the given sender IDs is unknown, which fails
                the whole call.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DescribeSenderIds.html
        """
        return self._pages(
            operations.sender_ids.DESCRIBE_SENDER_IDS,
            {
                "sender_ids": sender_ids,
                "filters": filters,
                "max_results": max_results,
                "owner": owner,
            },
            starting_token,
        )

    async def release_sender_id(
        self,
        *,
        sender_id: str,
        iso_country_code: str,
    ) -> models.sender_ids.ReleaseSenderIdResult:
        """Give up a sender ID in one country; it must be in no pool there.

        Returns:
            The sender ID as it last was.

        Raises:
            ConflictError: DELETION_PROTECTION_ENABLED: switch the protection off first;
                SENDER_ID_ASSOCIATED_TO_POOL: take it out of its pools.
            ResourceNotFoundError: sender-id: there is none in this country, or it is released
                already.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_ReleaseSenderId.html
        """
        return await self._call(
            operations.sender_ids.RELEASE_SENDER_ID,
            {
                "sender_id": sender_id,
                "iso_country_code": iso_country_code,
            },
        )

    async def request_sender_id(
        self,
        *,
        sender_id: str,
        iso_country_code: str,
        message_types: Sequence[models.common.MessageTypeArgument] | None = None,
        deletion_protection_enabled: bool | None = None,
        tags: Sequence[models.common.Tag] | None = None,
        client_token: str | None = None,
    ) -> models.sender_ids.RequestSenderIdResult:
        """Request a sender ID for a country that asks for no registration; others need a
        registration instead.

        Returns:
            The new sender ID, its message types and its monthly price.

        Raises:
            ConflictError: RESOURCE_ALREADY_EXISTS: you have this sender ID in this country.
            ServiceQuotaExceededError: SENDER_IDS_PER_ACCOUNT: 200 sender IDs exist.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_RequestSenderId.html
        """
        return await self._call(
            operations.sender_ids.REQUEST_SENDER_ID,
            {
                "sender_id": sender_id,
                "iso_country_code": iso_country_code,
                "message_types": message_types,
                "deletion_protection_enabled": deletion_protection_enabled,
                "tags": tags,
                "client_token": client_token,
            },
        )

    async def update_sender_id(
        self,
        *,
        sender_id: str,
        iso_country_code: str,
        deletion_protection_enabled: bool | None = None,
    ) -> models.sender_ids.UpdateSenderIdResult:
        """Switch the deletion protection of a sender ID in one country on or off.

        Returns:
            The sender ID as it is now.

        Raises:
            ResourceNotFoundError: sender-id: there is none of that name in this country.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_UpdateSenderId.html
        """
        return await self._call(
            operations.sender_ids.UPDATE_SENDER_ID,
            {
                "sender_id": sender_id,
                "iso_country_code": iso_country_code,
                "deletion_protection_enabled": deletion_protection_enabled,
            },
        )
