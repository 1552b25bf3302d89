"""Operations of sender ids under AWS's names."""

# Written by `python -m codegen`. Change codegen/ or its tables, not this file.

from __future__ import annotations

from collections.abc import Sequence

import smsvoice.models as models
import smsvoice.operations as operations
from smsvoice.aio.api_base import AsyncApiBase
from smsvoice.aio.pager import AsyncPager


class AsyncSenderIdsApi(AsyncApiBase):
    """Operations of sender ids."""

    def describe_sender_ids(
        self,
        *,
        sender_ids: Sequence[models.sender_ids.SenderIdAndCountryArgument] | None = None,
        filters: Sequence[models.sender_ids.SenderIdFilterArgument] | None = None,
        max_results: int | None = None,
        owner: models.common.OwnerArgument | None = None,
        starting_token: str | None = None,
    ) -> AsyncPager[
        models.sender_ids.DescribeSenderIdsResult, models.sender_ids.SenderIdInformation
    ]:
        """List sender IDs: those given with their country, those that pass the filters, or all.

        Args:
            sender_ids: Sender IDs wanted, each with its country, at most 5; one shared by another
                account needs the ARN.
            filters: Narrow the list; filters are ANDed.
            max_results: Most items per page, 1 to 100; a page may hold fewer, even none, before the
                last.
            owner: SELF lists what this account owns, SHARED what others share with it; cannot be
                combined with named items.
            starting_token: Where an earlier walk stopped.

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

        Args:
            sender_id: Sender ID or its ARN to give back.
            iso_country_code: ISO 3166-1 alpha-2 code of the country in which to give the sender ID
                back.

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
        tags: models.common.TagListArgument | None = None,
        client_token: str | None = None,
    ) -> models.sender_ids.RequestSenderIdResult:
        """Request a sender ID for a country that asks for no registration; others need a
        registration instead.

        Args:
            sender_id: Sender ID wanted, 1 to 11 letters, digits or hyphens; at least one letter, no
                hyphen at either end.
            iso_country_code: ISO 3166-1 alpha-2 code of the country the sender ID is for; request
                it once per country.
            message_types: What the sender ID may carry: TRANSACTIONAL, PROMOTIONAL or both.
            deletion_protection_enabled: True refuses deleting or releasing it until switched off;
                new resources start with False.
            tags: Tags of the resource, at most 200 pairs of key and value.
            client_token: Idempotency key, 1 to 64 printable characters; a repeat with the same
                token acts once. Random if absent.

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

        Args:
            sender_id: Sender ID to change, or its ARN.
            iso_country_code: ISO 3166-1 alpha-2 code of the country in which to change the sender
                ID.
            deletion_protection_enabled: True refuses releasing the sender ID; False allows it
                again.

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
