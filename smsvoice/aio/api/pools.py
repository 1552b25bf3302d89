"""Operations of pools under AWS's names."""

# Written by `python -m codegen`. Change codegen/ or its tables, not this file.

from __future__ import annotations

from collections.abc import Sequence

import smsvoice.models as models
import smsvoice.operations as operations
from smsvoice.aio.api_base import AsyncApiBase
from smsvoice.aio.pager import AsyncPager


class AsyncPoolsApi(AsyncApiBase):
    """Operations of pools."""

    async def associate_origination_identity(
        self,
        *,
        pool_id: str,
        origination_identity: str,
        iso_country_code: str | None = None,
        client_token: str | None = None,
    ) -> models.pools.AssociateOriginationIdentityResult:
        """Add an origination identity whose settings agree with the pool; a phone number fits in
        one pool only.

        Args:
            pool_id: Identifier or ARN of the pool that gains the identity; a shared pool needs the
                ARN.
            origination_identity: Identifier or ARN of the phone number, sender ID or RCS agent to
                add; a shared one needs the ARN.
            iso_country_code: ISO 3166-1 alpha-2 code; needed to pick a sender ID, leave out (or ZZ)
                for an RCS agent.
            client_token: Idempotency key, 1 to 64 printable characters; a repeat with the same
                token acts once. Random if absent.

        Returns:
            The pool and the identity that is in it now.

        Raises:
            ConflictError: RESOURCE_NOT_ACTIVE: the identity cannot send yet;
                PHONE_NUMBER_ASSOCIATED_TO_POOL: it is in another pool; MESSAGE_TYPE_MISMATCH,
                OPT_OUT_LIST_MISMATCH, TWO_WAY_CONFIG_MISMATCH, KEYWORD_MISMATCH: its settings
                differ.
            ResourceNotFoundError: pool, phone-number, sender-id or rcs-agent: the pool or the
                identity does not exist.
            ServiceQuotaExceededError: ORIGINATION_IDENTITIES_PER_POOL: the pool holds 100 already.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_AssociateOriginationIdentity.html
        """
        return await self._call(
            operations.pools.ASSOCIATE_ORIGINATION_IDENTITY,
            {
                "pool_id": pool_id,
                "origination_identity": origination_identity,
                "iso_country_code": iso_country_code,
                "client_token": client_token,
            },
        )

    async def create_pool(
        self,
        *,
        origination_identity: str,
        message_type: models.common.MessageTypeArgument,
        iso_country_code: str | None = None,
        deletion_protection_enabled: bool | None = None,
        tags: models.common.TagListArgument | None = None,
        client_token: str | None = None,
    ) -> models.pools.CreatePoolResult:
        """Create a pool from a first origination identity, whose settings the pool takes over.

        Args:
            origination_identity: Identifier or ARN of the first phone number, sender ID or RCS
                agent; the pool takes over its settings.
            message_type: TRANSACTIONAL for urgent messages, PROMOTIONAL for the rest; must suit the
                first identity and can never change.
            iso_country_code: ISO 3166-1 alpha-2 code; needed when the first identity is a sender
                ID, leave out for an RCS agent.
            deletion_protection_enabled: True refuses deleting or releasing it until switched off;
                new resources start with False.
            tags: Tags of the resource, at most 200 pairs of key and value.
            client_token: Idempotency key, 1 to 64 printable characters; a repeat with the same
                token acts once. Random if absent.

        Returns:
            The new pool and the identity's settings that it took over.

        Raises:
            ConflictError: MESSAGE_TYPE_MISMATCH: the identity carries other traffic;
                RESOURCE_NOT_ACTIVE: it cannot send yet; PHONE_NUMBER_ASSOCIATED_TO_POOL: it is in a
                pool.
            ResourceNotFoundError: phone-number, sender-id or rcs-agent: the identity does not
                exist.
            ServiceQuotaExceededError: POOLS_PER_ACCOUNT: 25 pools exist.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_CreatePool.html
        """
        return await self._call(
            operations.pools.CREATE_POOL,
            {
                "origination_identity": origination_identity,
                "message_type": message_type,
                "iso_country_code": iso_country_code,
                "deletion_protection_enabled": deletion_protection_enabled,
                "tags": tags,
                "client_token": client_token,
            },
        )

    async def delete_pool(
        self,
        *,
        pool_id: str,
    ) -> models.pools.DeletePoolResult:
        """Delete an ACTIVE pool and set its identities free; the identities stay yours.

        Args:
            pool_id: Identifier or ARN of the pool to delete; its identities stay in the account.

        Returns:
            The pool on its way out, with status DELETING.

        Raises:
            ConflictError: DELETION_PROTECTION_ENABLED: switch the protection off first;
                POOL_ASSOCIATED_TO_NOTIFY_CONFIGURATION: a notify configuration uses it;
                RESOURCE_NOT_ACTIVE: it is being created or deleted.
            ResourceNotFoundError: pool: it does not exist, or is gone already.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DeletePool.html
        """
        return await self._call(
            operations.pools.DELETE_POOL,
            {
                "pool_id": pool_id,
            },
        )

    def describe_pools(
        self,
        *,
        pool_ids: Sequence[str] | None = None,
        filters: Sequence[models.pools.PoolFilterArgument] | None = None,
        max_results: int | None = None,
        owner: models.common.OwnerArgument | None = None,
        starting_token: str | None = None,
    ) -> AsyncPager[models.pools.DescribePoolsResult, models.pools.PoolInformation]:
        """List pools: those given by id, those that pass the filters, or all.

        Args:
            pool_ids: Identifiers or ARNs of the pools wanted, at most 5; a pool shared by another
                account needs the ARN.
            filters: Narrow the list; filters are ANDed.
            max_results: Most items per page, 1 to 100; a page may hold fewer, even none, before the
                last.
            owner: SELF lists what this account owns, SHARED what others share with it; cannot be
                combined with named items.
            starting_token: Where an earlier walk stopped.

        Returns:
            A pager over all pages. Each item is a pool and its settings, without its members.

        Raises:
            ResourceNotFoundError: pool: one of the given ids is unknown, which fails the whole
                call.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DescribePools.html
        """
        return self._pages(
            operations.pools.DESCRIBE_POOLS,
            {
                "pool_ids": pool_ids,
                "filters": filters,
                "max_results": max_results,
                "owner": owner,
            },
            starting_token,
        )

    async def disassociate_origination_identity(
        self,
        *,
        pool_id: str,
        origination_identity: str,
        iso_country_code: str | None = None,
        client_token: str | None = None,
    ) -> models.pools.DisassociateOriginationIdentityResult:
        """Take an origination identity out of a pool; the last one cannot leave.

        Args:
            pool_id: Identifier or ARN of the pool that loses the identity; a shared pool needs the
                ARN.
            origination_identity: Identifier or ARN of the phone number, sender ID or RCS agent to
                take out; a shared one needs the ARN.
            iso_country_code: ISO 3166-1 alpha-2 code; needed to pick a sender ID, leave out for an
                RCS agent.
            client_token: Idempotency key, 1 to 64 printable characters; a repeat with the same
                token acts once. Random if absent.

        Returns:
            The pool and the identity that has left it.

        Raises:
            ConflictError: LAST_PHONE_NUMBER: a pool keeps at least one identity;
                PHONE_NUMBER_NOT_ASSOCIATED_TO_POOL: the identity is not in this pool.
            ResourceNotFoundError: pool, phone-number, sender-id or rcs-agent: the pool or the
                identity does not exist.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DisassociateOriginationIdentity.html
        """
        return await self._call(
            operations.pools.DISASSOCIATE_ORIGINATION_IDENTITY,
            {
                "pool_id": pool_id,
                "origination_identity": origination_identity,
                "iso_country_code": iso_country_code,
                "client_token": client_token,
            },
        )

    def list_pool_origination_identities(
        self,
        *,
        pool_id: str,
        filters: Sequence[models.pools.PoolOriginationIdentitiesFilterArgument] | None = None,
        max_results: int | None = None,
        starting_token: str | None = None,
    ) -> AsyncPager[
        models.pools.ListPoolOriginationIdentitiesResult, models.pools.OriginationIdentityMetadata
    ]:
        """List the phone numbers, sender IDs and RCS agents in a pool.

        Args:
            pool_id: Identifier or ARN of the pool whose identities to list; a shared pool needs the
                ARN.
            filters: Narrow the list by country or number capability; filters are ANDed.
            max_results: Most items per page, 1 to 100; a page may hold fewer, even none, before the
                last.
            starting_token: Where an earlier walk stopped.

        Returns:
            A pager over all pages. Each item is a member of the pool: its identity, country and
                capabilities.

        Raises:
            ResourceNotFoundError: pool: it does not exist.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_ListPoolOriginationIdentities.html
        """
        return self._pages(
            operations.pools.LIST_POOL_ORIGINATION_IDENTITIES,
            {
                "pool_id": pool_id,
                "filters": filters,
                "max_results": max_results,
            },
            starting_token,
        )

    async def update_pool(
        self,
        *,
        pool_id: str,
        two_way_enabled: bool | None = None,
        two_way_channel_arn: str | None = None,
        two_way_channel_role: str | None = None,
        self_managed_opt_outs_enabled: bool | None = None,
        opt_out_list_name: str | None = None,
        shared_routes_enabled: bool | None = None,
        deletion_protection_enabled: bool | None = None,
    ) -> models.pools.UpdatePoolResult:
        """Change a pool's settings, and so those of every identity in it.

        Args:
            pool_id: Identifier or ARN of the pool to change; a shared pool needs the ARN.
            two_way_enabled: True allows recipients to write to you, with their messages going to
                TwoWayChannelArn; default false.
            two_way_channel_arn: ARN of the Amazon SNS topic for inbound messages, or an Amazon
                Connect endpoint, connect.REGION.amazonaws.com.
            two_way_channel_role: ARN of the IAM role AWS takes on to publish inbound messages;
                optional when the topic's own policy allows AWS to publish.
            self_managed_opt_outs_enabled: False, the default: AWS answers HELP and STOP and keeps
                the opt-out list. True: all of that is your task.
            opt_out_list_name: Name or ARN of the opt-out list that the pool shall use from now on;
                a shared list needs the ARN.
            shared_routes_enabled: True allows the pool to send also through routes shared with
                other customers, where the country allows it; default false.
            deletion_protection_enabled: True refuses deleting the pool; False allows it again.

        Returns:
            The pool as it is now.

        Raises:
            ConflictError: RESOURCE_NOT_ACTIVE: the pool is being created or deleted.
            ResourceNotFoundError: pool or opt-out-list: the given one does not exist.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_UpdatePool.html
        """
        return await self._call(
            operations.pools.UPDATE_POOL,
            {
                "pool_id": pool_id,
                "two_way_enabled": two_way_enabled,
                "two_way_channel_arn": two_way_channel_arn,
                "two_way_channel_role": two_way_channel_role,
                "self_managed_opt_outs_enabled": self_managed_opt_outs_enabled,
                "opt_out_list_name": opt_out_list_name,
                "shared_routes_enabled": shared_routes_enabled,
                "deletion_protection_enabled": deletion_protection_enabled,
            },
        )
