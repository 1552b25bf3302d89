"""The account itself: what it may do, and how much of it is used.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/quotas.html
"""

from smsvoice.aio.handle import AsyncCollection
from smsvoice.aio.pager import AsyncPager
from smsvoice.models.account import (
    AccountAttribute,
    AccountLimit,
    DescribeAccountAttributesResult,
    DescribeAccountLimitsResult,
)
from smsvoice.models.protect import DeleteAccountDefaultProtectConfigurationResult


class AsyncAccount(AsyncCollection):
    """The account in this region: `sms.account`."""

    def attributes(
        self,
        *,
        max_results: int | None = None,
        starting_token: str | None = None,
    ) -> AsyncPager[DescribeAccountAttributesResult, AccountAttribute]:
        """Attributes, one at a time: ACCOUNT_TIER and DEFAULT_PROTECT_CONFIGURATION_ID.

        Args:
            max_results: most items a page, 1 to 100.
            starting_token: where an earlier walk stopped.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DescribeAccountAttributes.html
        """
        return self._sms.api.describe_account_attributes(
            max_results=max_results, starting_token=starting_token
        )

    def limits(
        self,
        *,
        max_results: int | None = None,
        starting_token: str | None = None,
    ) -> AsyncPager[DescribeAccountLimitsResult, AccountLimit]:
        """Quotas, one at a time: how many things of a kind there are, and may be.

        Args:
            max_results: most items a page, 1 to 100.
            starting_token: where an earlier walk stopped.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DescribeAccountLimits.html
        """
        return self._sms.api.describe_account_limits(
            max_results=max_results, starting_token=starting_token
        )

    async def clear_default_protect_configuration(
        self,
    ) -> DeleteAccountDefaultProtectConfigurationResult:
        """Have no default protect configuration: messages without one of their own go anywhere.

        Returns:
            The protect configuration that was the default; it stays, without that role.

        Raises:
            ResourceNotFoundError: there is no default.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DeleteAccountDefaultProtectConfiguration.html
        """
        return await self._sms.api.delete_account_default_protect_configuration()
