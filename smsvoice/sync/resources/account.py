"""The account itself: what it may do, and how much of it is used.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/quotas.html
"""

# Mirrored from smsvoice/aio/resources/account.py by `python -m codegen`. Change that file, not this one.

from smsvoice.models.account import (
    AccountAttribute,
    AccountLimit,
    DescribeAccountAttributesResult,
    DescribeAccountLimitsResult,
)
from smsvoice.models.protect import DeleteAccountDefaultProtectConfigurationResult
from smsvoice.sync.handle import Collection
from smsvoice.sync.pager import Pager


class Account(Collection):
    """The account in this region: `sms.account`."""

    def attributes(
        self,
        *,
        max_results: int | None = None,
        starting_token: str | None = None,
    ) -> Pager[DescribeAccountAttributesResult, AccountAttribute]:
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
    ) -> Pager[DescribeAccountLimitsResult, AccountLimit]:
        """Quotas, one at a time: how many things of a kind there are, and may be.

        Args:
            max_results: most items a page, 1 to 100.
            starting_token: where an earlier walk stopped.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DescribeAccountLimits.html
        """
        return self._sms.api.describe_account_limits(
            max_results=max_results, starting_token=starting_token
        )

    def clear_default_protect_configuration(
        self,
    ) -> DeleteAccountDefaultProtectConfigurationResult:
        """Have no default protect configuration: messages without one of their own go anywhere.

        Returns:
            The protect configuration that was the default; it stays, without that role.

        Raises:
            ResourceNotFoundError: there is no default.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DeleteAccountDefaultProtectConfiguration.html
        """
        return self._sms.api.delete_account_default_protect_configuration()
