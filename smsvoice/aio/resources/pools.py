"""Pools: origination identities that share settings, and from which AWS picks one for each message.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/phone-pool.html
"""

from collections.abc import Callable, Sequence
from typing import Literal, Self, TypeAlias

import smsvoice.operations as operations
from smsvoice.aio.handle import AsyncCollection
from smsvoice.aio.pager import AsyncPager
from smsvoice.aio.resources.described import AsyncDescribed
from smsvoice.aio.resources.keywords import AsyncKeywords
from smsvoice.aio.resources.listing import list_pager, unchanged
from smsvoice.aio.resources.policies import AsyncPolicy
from smsvoice.aio.sends.media import AsyncMediaOrigin
from smsvoice.aio.sends.rcs import AsyncRcsOrigin
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
from smsvoice.models.pools import (
    AssociateOriginationIdentityResult,
    DescribePoolsResult,
    DisassociateOriginationIdentityResult,
    ListPoolOriginationIdentitiesResult,
    OriginationIdentityMetadata,
    PoolFilter,
    PoolInformation,
    PoolOriginationIdentitiesFilter,
    PoolStatus,
)
from smsvoice.rules.sender_ids import country_named

PoolStatusFilter: TypeAlias = PoolStatus | Literal["CREATING", "ACTIVE", "DELETING"]

_ACTIVE = Goal(wanted=frozenset({"ACTIVE"}), failed={"DELETING": "it is being deleted"})
_DELETED = Goal(wanted=frozenset(), absence_wanted=True)


class AsyncPools(AsyncCollection):
    """Pools of origination identities: `sms.pools`."""

    def at(self, pool_id: str) -> "AsyncPool":
        """The pool of that id or ARN; makes no call."""
        return AsyncPool(self._sms, pool_id)

    async def get(self, pool_id: str) -> "AsyncPool":
        """The pool of that id or ARN, loaded.

        Raises:
            ResourceNotFoundError: there is none.
        """
        return await self.at(pool_id).refresh()

    def list(
        self,
        *,
        ids: Sequence[str] | None = None,
        status: OneOrMore[PoolStatusFilter] | None = None,
        message_type: OneOrMore[MessageTypeArgument] | None = None,
        two_way_enabled: bool | None = None,
        self_managed_opt_outs_enabled: bool | None = None,
        opt_out_list_name: OneOrMore[str] | None = None,
        shared_routes_enabled: bool | None = None,
        deletion_protection_enabled: bool | None = None,
        two_way_channel_arn: OneOrMore[str] | None = None,
        owner: OwnerArgument | None = None,
        max_results: int | None = None,
        starting_token: str | None = None,
    ) -> AsyncPager[DescribePoolsResult, "AsyncPool"]:
        """Pools, loaded, one at a time; filters take one value or several.

        Args:
            ids: only these, in any number, by id or ARN; not together with `owner`.
            status: CREATING, ACTIVE, DELETING.
            message_type: TRANSACTIONAL, PROMOTIONAL.
            two_way_enabled: those that hand on what they receive, or the others.
            self_managed_opt_outs_enabled: those that leave opt-outs to you, or the others.
            opt_out_list_name: names of opt-out lists.
            shared_routes_enabled: those that may fall back on shared routes, or the others.
            deletion_protection_enabled: protected ones, or the others.
            two_way_channel_arn: where received messages go.
            owner: SELF for your own, SHARED for those that others share with you.
            max_results: most items a page, 1 to 100.
            starting_token: where an earlier walk stopped.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DescribePools.html
        """
        return list_pager(
            self._sms,
            operations.pools.DESCRIBE_POOLS,
            self._loaded,
            members={"owner": owner, "max_results": max_results},
            ids=ids,
            ids_as="pool_ids",
            filter_model=PoolFilter,
            filtered={
                "status": status,
                "message_type": message_type,
                "two_way_enabled": two_way_enabled,
                "self_managed_opt_outs_enabled": self_managed_opt_outs_enabled,
                "opt_out_list_name": opt_out_list_name,
                "shared_routes_enabled": shared_routes_enabled,
                "deletion_protection_enabled": deletion_protection_enabled,
                "two_way_channel_arn": two_way_channel_arn,
            },
            kinds={"status": PoolStatus, "message_type": MessageType},
            starting_token=starting_token,
        )

    async def create(
        self,
        *,
        origination_identity: str,
        message_type: MessageTypeArgument,
        iso_country_code: str | None = None,
        deletion_protection_enabled: bool | None = None,
        tags: TagListArgument | None = None,
        client_token: str | None = None,
    ) -> "AsyncPool":
        """Create a pool from a first identity, whose settings and keywords it takes over.

        Args:
            origination_identity: a phone number, sender ID or RCS agent, by id or ARN.
            message_type: TRANSACTIONAL or PROMOTIONAL, as the identity's; fixed.
            iso_country_code: ISO 3166-1 alpha-2 code; only a sender ID given by name needs it.
            deletion_protection_enabled: True refuses deletion.
            tags: values by key, e.g. {"team": "shop"}, or Tag objects.
            client_token: makes a repeated call act once; random otherwise.

        Raises:
            ConflictError: MESSAGE_TYPE_MISMATCH, RESOURCE_NOT_ACTIVE, or it is in another pool.
            ResourceNotFoundError: there is no such identity.
            ServiceQuotaExceededError: POOLS_PER_ACCOUNT: 25 exist.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_CreatePool.html
        """
        made = await self._sms.api.create_pool(
            origination_identity=origination_identity,
            message_type=message_type,
            iso_country_code=country_named(origination_identity, iso_country_code),
            deletion_protection_enabled=deletion_protection_enabled,
            tags=tags,
            client_token=client_token,
        )
        return self._loaded(merged(PoolInformation, None, made))

    def _loaded(self, data: PoolInformation) -> "AsyncPool":
        return AsyncPool(self._sms, data.pool_id, data=data)


class AsyncPool(
    AsyncTextOrigin[PoolInformation],
    AsyncVoiceOrigin[PoolInformation],
    AsyncMediaOrigin[PoolInformation],
    AsyncRcsOrigin[PoolInformation],
    AsyncDescribed[PoolInformation],
):
    """One pool: what is sent from it comes from the member that suits the recipient's country."""

    _model = PoolInformation
    _load_hint = "pools.get(id)"
    _arn_member = "pool_arn"
    _describe = operations.pools.DESCRIBE_POOLS
    _ids_member = "pool_ids"

    @property
    def status(self) -> PoolStatus | None:
        """CREATING, ACTIVE or DELETING, as of the last answer."""
        return self.data.status

    @property
    def keywords(self) -> AsyncKeywords:
        """What its members do when a person texts a certain word to them."""
        return AsyncKeywords(self)

    @property
    def policy(self) -> AsyncPolicy:
        """Which other accounts may use it."""
        return AsyncPolicy(self)

    async def update(
        self,
        *,
        two_way_enabled: bool | None = None,
        two_way_channel_arn: str | None = None,
        two_way_channel_role: str | None = None,
        self_managed_opt_outs_enabled: bool | None = None,
        opt_out_list_name: str | None = None,
        shared_routes_enabled: bool | None = None,
        deletion_protection_enabled: bool | None = None,
    ) -> Self:
        """Change what is given, for every member, and leave the rest; gives back this handle.

        Args:
            two_way_enabled: True hands on what people text to its members.
            two_way_channel_arn: where to: an SNS topic, or Amazon Connect.
            two_way_channel_role: the IAM role that may write there.
            self_managed_opt_outs_enabled: True leaves HELP, STOP and opt-outs to you.
            opt_out_list_name: the opt-out list to respect, by name or ARN.
            shared_routes_enabled: True falls back on shared routes where no member reaches.
            deletion_protection_enabled: True refuses deletion.

        Raises:
            ConflictError: RESOURCE_NOT_ACTIVE: it is being created or deleted.
            ResourceNotFoundError: it, or the opt-out list, does not exist.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_UpdatePool.html
        """
        answer = await self._sms.api.update_pool(
            pool_id=self.id,
            two_way_enabled=two_way_enabled,
            two_way_channel_arn=two_way_channel_arn,
            two_way_channel_role=two_way_channel_role,
            self_managed_opt_outs_enabled=self_managed_opt_outs_enabled,
            opt_out_list_name=opt_out_list_name,
            shared_routes_enabled=shared_routes_enabled,
            deletion_protection_enabled=deletion_protection_enabled,
        )
        self._merge_answer(answer)
        return self

    async def delete(self) -> None:
        """Delete the pool and set its members free; it is DELETING for a while.

        Raises:
            ConflictError: DELETION_PROTECTION_ENABLED, POOL_ASSOCIATED_TO_NOTIFY_CONFIGURATION, or
                RESOURCE_NOT_ACTIVE: it is being created or deleted.
            ResourceNotFoundError: it is gone already.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DeletePool.html
        """
        self._merge_answer(await self._sms.api.delete_pool(pool_id=self.id))

    async def add(
        self,
        origination_identity: str,
        *,
        iso_country_code: str | None = None,
        client_token: str | None = None,
    ) -> AssociateOriginationIdentityResult:
        """Add an identity whose settings agree with the pool's.

        Args:
            origination_identity: a phone number, sender ID or RCS agent, by id or ARN.
            iso_country_code: ISO 3166-1 alpha-2 code; only a sender ID given by name needs it.
            client_token: makes a repeated call act once; random otherwise.

        Raises:
            ConflictError: RESOURCE_NOT_ACTIVE, RESOURCE_ALREADY_ASSOCIATED,
                PHONE_NUMBER_ASSOCIATED_TO_POOL: it is in another one, or one of the MISMATCH
                reasons: its settings differ.
            ResourceNotFoundError: the pool or the identity does not exist.
            ServiceQuotaExceededError: ORIGINATION_IDENTITIES_PER_POOL: it holds 100.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_AssociateOriginationIdentity.html
        """
        return await self._sms.api.associate_origination_identity(
            pool_id=self.id,
            origination_identity=origination_identity,
            iso_country_code=country_named(origination_identity, iso_country_code),
            client_token=client_token,
        )

    async def remove(
        self,
        origination_identity: str,
        *,
        iso_country_code: str | None = None,
        client_token: str | None = None,
    ) -> DisassociateOriginationIdentityResult:
        """Take an identity out of the pool; the last one and the last number have to stay.

        Args:
            origination_identity: a phone number, sender ID or RCS agent, by id or ARN.
            iso_country_code: ISO 3166-1 alpha-2 code; only a sender ID given by name needs it.
            client_token: makes a repeated call act once; random otherwise.

        Raises:
            ConflictError: LAST_PHONE_NUMBER, or PHONE_NUMBER_NOT_ASSOCIATED_TO_POOL.
            ResourceNotFoundError: the pool or the identity does not exist.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DisassociateOriginationIdentity.html
        """
        return await self._sms.api.disassociate_origination_identity(
            pool_id=self.id,
            origination_identity=origination_identity,
            iso_country_code=country_named(origination_identity, iso_country_code),
            client_token=client_token,
        )

    def identities(
        self,
        *,
        iso_country_code: OneOrMore[str] | None = None,
        number_capability: OneOrMore[NumberCapabilityArgument] | None = None,
        max_results: int | None = None,
        starting_token: str | None = None,
    ) -> AsyncPager[ListPoolOriginationIdentitiesResult, OriginationIdentityMetadata]:
        """Its phone numbers, sender IDs and RCS agents, one at a time.

        Args:
            iso_country_code: ISO 3166-1 alpha-2 codes.
            number_capability: SMS, VOICE, MMS, RCS.
            max_results: most items a page, 1 to 100.
            starting_token: where an earlier walk stopped.

        Raises:
            ResourceNotFoundError: the pool is gone.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_ListPoolOriginationIdentities.html
        """
        return list_pager(
            self._sms,
            operations.pools.LIST_POOL_ORIGINATION_IDENTITIES,
            unchanged,
            members={"pool_id": self.id, "max_results": max_results},
            filter_model=PoolOriginationIdentitiesFilter,
            filtered={"iso_country_code": iso_country_code, "number_capability": number_capability},
            kinds={"number_capability": NumberCapability},
            starting_token=starting_token,
        )

    async def wait_until_active(
        self,
        *,
        timeout: float = 300,  # noqa: ASYNC109  the wait is over many calls
        clock: AsyncClock | None = None,
        progress: Callable[[Progress], object] | None = None,
    ) -> Self:
        """Wait until it can be sent from and changed; gives back this handle, loaded.

        Args:
            timeout: seconds until WaitTimeoutError.
            clock: how time passes; the wall clock otherwise.
            progress: called after each look.

        Raises:
            WaitFailedError: it is being deleted, or gone.
            WaitTimeoutError: it was not ACTIVE in time.
        """
        await wait_for(
            repr(self), _ACTIVE, self._state, timeout=timeout, clock=clock, progress=progress
        )
        return self

    async def wait_until_deleted(
        self,
        *,
        timeout: float = 300,  # noqa: ASYNC109  the wait is over many calls
        clock: AsyncClock | None = None,
        progress: Callable[[Progress], object] | None = None,
    ) -> None:
        """Wait until it is gone, so that its members can be used elsewhere.

        Args:
            timeout: seconds until WaitTimeoutError.
            clock: how time passes; the wall clock otherwise.
            progress: called after each look.

        Raises:
            WaitTimeoutError: it was still there.
        """
        # ACTIVE ends no wait: AWS may answer with the old state for a moment after a deletion.
        await wait_for(
            repr(self), _DELETED, self._state, timeout=timeout, clock=clock, progress=progress
        )
