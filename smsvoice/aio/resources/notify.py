"""One-time codes: what they are sent by, and sending them.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/notify.html
"""

from collections.abc import Callable, Sequence
from typing import Literal, Self, TypeAlias

import smsvoice.operations as operations
from smsvoice.aio.handle import AsyncCollection
from smsvoice.aio.pager import AsyncPager
from smsvoice.aio.resources.described import AsyncDescribed
from smsvoice.aio.resources.listing import list_pager
from smsvoice.aio.sends.notify import AsyncNotifySends
from smsvoice.aio.waiter import wait_for
from smsvoice.core.clock import AsyncClock
from smsvoice.core.codec import merged
from smsvoice.core.filters import OneOrMore
from smsvoice.core.waiting import Goal, Progress
from smsvoice.models.common import NumberCapability, NumberCapabilityArgument, TagListArgument
from smsvoice.models.notify import (
    DescribeNotifyConfigurationsResult,
    NotifyConfigurationFilter,
    NotifyConfigurationInformation,
    NotifyConfigurationStatus,
    NotifyConfigurationUseCase,
    NotifyConfigurationUseCaseArgument,
    TierUpgradeStatus,
)

NotifyStatusFilter: TypeAlias = (
    NotifyConfigurationStatus | Literal["PENDING", "ACTIVE", "REJECTED", "REQUIRES_VERIFICATION"]
)
TierUpgradeStatusFilter: TypeAlias = (
    TierUpgradeStatus | Literal["BASIC", "PENDING_UPGRADE", "ADVANCED", "REJECTED"]
)

_ACTIVE = Goal(
    wanted=frozenset({"ACTIVE"}),
    failed={"REJECTED": "AWS rejected it:"},
    blocked={"REQUIRES_VERIFICATION": "AWS wants the display name verified, in the console"},
)


class AsyncNotifyConfigurations(AsyncCollection):
    """Notify configurations: `sms.notify_configurations`."""

    def at(self, notify_configuration_id: str) -> "AsyncNotifyConfiguration":
        """The configuration of that id or ARN; makes no call."""
        return AsyncNotifyConfiguration(self._sms, notify_configuration_id)

    async def get(self, notify_configuration_id: str) -> "AsyncNotifyConfiguration":
        """The configuration of that id or ARN, loaded.

        Raises:
            ResourceNotFoundError: there is none.
        """
        return await self.at(notify_configuration_id).refresh()

    def list(
        self,
        *,
        ids: Sequence[str] | None = None,
        display_name: OneOrMore[str] | None = None,
        enabled_countries: OneOrMore[str] | None = None,
        enabled_channels: OneOrMore[NumberCapabilityArgument] | None = None,
        default_template: OneOrMore[str] | None = None,
        default_pool: OneOrMore[str] | None = None,
        use_case: OneOrMore[NotifyConfigurationUseCaseArgument] | None = None,
        status: OneOrMore[NotifyStatusFilter] | None = None,
        deletion_protection_enabled: bool | None = None,
        tier_upgrade_status: OneOrMore[TierUpgradeStatusFilter] | None = None,
        max_results: int | None = None,
        starting_token: str | None = None,
    ) -> AsyncPager[DescribeNotifyConfigurationsResult, "AsyncNotifyConfiguration"]:
        """Notify configurations, loaded, one at a time; filters take one value or several.

        Args:
            ids: only these, in any number, by id or ARN.
            display_name: names of configurations.
            enabled_countries: ISO 3166-1 alpha-2 codes.
            enabled_channels: SMS, VOICE.
            default_template: ids of templates.
            default_pool: ids of pools.
            use_case: CODE_VERIFICATION.
            status: PENDING, ACTIVE, REJECTED, REQUIRES_VERIFICATION.
            deletion_protection_enabled: protected ones, or the others.
            tier_upgrade_status: BASIC, PENDING_UPGRADE, ADVANCED, REJECTED.
            max_results: most items a page, 1 to 100.
            starting_token: where an earlier walk stopped.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DescribeNotifyConfigurations.html
        """
        return list_pager(
            self._sms,
            operations.notify.DESCRIBE_NOTIFY_CONFIGURATIONS,
            self._loaded,
            members={"max_results": max_results},
            ids=ids,
            ids_as="notify_configuration_ids",
            filter_model=NotifyConfigurationFilter,
            filtered={
                "display_name": display_name,
                "enabled_countries": enabled_countries,
                "enabled_channels": enabled_channels,
                "default_template": default_template,
                "default_pool": default_pool,
                "use_case": use_case,
                "status": status,
                "deletion_protection_enabled": deletion_protection_enabled,
                "tier_upgrade_status": tier_upgrade_status,
            },
            kinds={
                "enabled_channels": NumberCapability,
                "use_case": NotifyConfigurationUseCase,
                "status": NotifyConfigurationStatus,
                "tier_upgrade_status": TierUpgradeStatus,
            },
            starting_token=starting_token,
        )

    async def create(
        self,
        *,
        display_name: str,
        use_case: NotifyConfigurationUseCaseArgument,
        enabled_channels: Sequence[NumberCapabilityArgument],
        default_template_id: str | None = None,
        pool_id: str | None = None,
        enabled_countries: Sequence[str] | None = None,
        deletion_protection_enabled: bool | None = None,
        tags: TagListArgument | None = None,
        client_token: str | None = None,
    ) -> "AsyncNotifyConfiguration":
        """Create a configuration; AWS reviews its display name before it can send.

        Args:
            display_name: how the sender is named, 1 to 15 characters; fixed.
            use_case: CODE_VERIFICATION; fixed.
            enabled_channels: SMS, VOICE or both.
            default_template_id: the template for sends that name none.
            pool_id: a pool of your own to send from.
            enabled_countries: ISO 3166-1 alpha-2 codes that it may send to.
            deletion_protection_enabled: True refuses deletion.
            tags: values by key, e.g. {"team": "shop"}, or Tag objects.
            client_token: makes a repeated call act once; random otherwise.

        Raises:
            ConflictError: RESOURCE_NOT_ACTIVE: the pool cannot be used yet.
            ServiceQuotaExceededError: NOTIFY_CONFIGURATIONS_PER_ACCOUNT: 25 exist.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_CreateNotifyConfiguration.html
        """
        made = await self._sms.api.create_notify_configuration(
            display_name=display_name,
            use_case=use_case,
            enabled_channels=enabled_channels,
            default_template_id=default_template_id,
            pool_id=pool_id,
            enabled_countries=enabled_countries,
            deletion_protection_enabled=deletion_protection_enabled,
            tags=tags,
            client_token=client_token,
        )
        return self._loaded(merged(NotifyConfigurationInformation, None, made))

    def _loaded(self, data: NotifyConfigurationInformation) -> "AsyncNotifyConfiguration":
        return AsyncNotifyConfiguration(self._sms, data.notify_configuration_id, data=data)


class AsyncNotifyConfiguration(
    AsyncNotifySends[NotifyConfigurationInformation], AsyncDescribed[NotifyConfigurationInformation]
):
    """One notify configuration: what one-time codes are sent by."""

    _model = NotifyConfigurationInformation
    _load_hint = "notify_configurations.get(id)"
    _arn_member = "notify_configuration_arn"
    _describe = operations.notify.DESCRIBE_NOTIFY_CONFIGURATIONS
    _ids_member = "notify_configuration_ids"

    @property
    def status(self) -> NotifyConfigurationStatus | None:
        """PENDING, ACTIVE, REJECTED or REQUIRES_VERIFICATION, as of the last answer."""
        return self.data.status

    async def update(
        self,
        *,
        default_template_id: str | None = None,
        pool_id: str | None = None,
        enabled_countries: Sequence[str] | None = None,
        enabled_channels: Sequence[NumberCapabilityArgument] | None = None,
        deletion_protection_enabled: bool | None = None,
    ) -> Self:
        """Change what is given, and leave the rest.

        Args:
            default_template_id: the template for sends that name none; UNSET_DEFAULT_TEMPLATE
                clears.
            pool_id: a pool of your own; UNSET_DEFAULT_POOL_FOR_NOTIFY clears.
            enabled_countries: ISO 3166-1 alpha-2 codes, in place of those before.
            enabled_channels: SMS, VOICE or both, in place of those before.
            deletion_protection_enabled: True refuses deletion.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_UpdateNotifyConfiguration.html
        """
        answer = await self._sms.api.update_notify_configuration(
            notify_configuration_id=self.id,
            default_template_id=default_template_id,
            pool_id=pool_id,
            enabled_countries=enabled_countries,
            enabled_channels=enabled_channels,
            deletion_protection_enabled=deletion_protection_enabled,
        )
        self._merge_answer(answer)
        return self

    async def delete(self) -> None:
        """Delete the configuration.

        Raises:
            ConflictError: DELETION_PROTECTION_ENABLED.
            ResourceNotFoundError: it is gone already.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DeleteNotifyConfiguration.html
        """
        self._merge_answer(
            await self._sms.api.delete_notify_configuration(notify_configuration_id=self.id)
        )

    async def wait_until_active(
        self,
        *,
        timeout: float = 300,  # noqa: ASYNC109  the wait is over many calls
        clock: AsyncClock | None = None,
        progress: Callable[[Progress], object] | None = None,
    ) -> Self:
        """Wait until it can send; gives back this handle, loaded.

        Args:
            timeout: seconds until WaitTimeoutError.
            clock: how time passes; the wall clock otherwise.
            progress: called after each look with state and seconds.

        Raises:
            WaitFailedError: AWS rejected it, or a person must verify the display name.
            WaitTimeoutError: it was not ACTIVE in time.
        """
        await wait_for(
            repr(self),
            _ACTIVE,
            self._state,
            timeout=timeout,
            clock=clock,
            progress=progress,
            explain=lambda _: self.data.rejection_reason or "",
        )
        return self
