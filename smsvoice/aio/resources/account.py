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
from smsvoice.rules.diagnosis import Finding


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

    async def diagnose(self, to: str | None = None) -> list[Finding]:
        """Find out what keeps messages from being sent or delivered; sends nothing, costs nothing.

        Makes about twenty reading calls, one after the other. A check that a permission is missing
        for becomes a finding of its own, and the others go on.

        Args:
            to: a recipient, E.164, e.g. +12065550142: looks at opt-outs and blocks of that number,
                and asks AWS by dry runs which senders reach it.

        Returns:
            What was found out, the worst first; empty for an account where all is well.

        Raises:
            CredentialsError: the credentials are no good.
            NotSentError: AWS cannot be reached, or there are no credentials.
            RequestError: `to` is no phone number.

        AWS: https://docs.aws.amazon.com/sms-voice/latest/userguide/send-message.html
        """
        from smsvoice.aio.diagnosis import AsyncDiagnosis  # noqa: PLC0415  loads when it is needed

        return await AsyncDiagnosis(self._sms, to).findings()
