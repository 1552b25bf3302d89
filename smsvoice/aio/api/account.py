"""Operations of account under AWS's names."""

# Written by `python -m codegen`. Change codegen/ or its tables, not this file.

from __future__ import annotations

import smsvoice.models as models
import smsvoice.operations as operations
from smsvoice.aio.api_base import AsyncApiBase
from smsvoice.aio.pager import AsyncPager


class AsyncAccountApi(AsyncApiBase):
    """Operations of account."""

    def describe_account_attributes(
        self,
        *,
        max_results: int | None = None,
        starting_token: str | None = None,
    ) -> AsyncPager[
        models.account.DescribeAccountAttributesResult, models.account.AccountAttribute
    ]:
        """List the account's attributes: whether it is still in the sandbox, and its default
        protect configuration.

        Args:
            max_results: Most items per page, 1 to 100; a page may hold fewer, even none, before the
                last.
            starting_token: Where an earlier walk stopped.

        Returns:
            A pager over all pages. Each item is one attribute, name and value.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DescribeAccountAttributes.html
        """
        return self._pages(
            operations.account.DESCRIBE_ACCOUNT_ATTRIBUTES,
            {
                "max_results": max_results,
            },
            starting_token,
        )

    def describe_account_limits(
        self,
        *,
        max_results: int | None = None,
        starting_token: str | None = None,
    ) -> AsyncPager[models.account.DescribeAccountLimitsResult, models.account.AccountLimit]:
        """List how many resources of each kind the account has, and how many it may have.

        Args:
            max_results: Most items per page, 1 to 100; a page may hold fewer, even none, before the
                last.
            starting_token: Where an earlier walk stopped.

        Returns:
            A pager over all pages. Each item is one quota: its name, what is used, and the maximum.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DescribeAccountLimits.html
        """
        return self._pages(
            operations.account.DESCRIBE_ACCOUNT_LIMITS,
            {
                "max_results": max_results,
            },
            starting_token,
        )
