"""Operations of opt outs under AWS's names."""

# Written by `python -m codegen`. Change codegen/ or its tables, not this file.

from __future__ import annotations

from collections.abc import Sequence

import smsvoice.models as models
import smsvoice.operations as operations
from smsvoice.aio.api_base import AsyncApiBase
from smsvoice.aio.pager import AsyncPager


class AsyncOptOutsApi(AsyncApiBase):
    """Operations of opt outs."""

    async def create_opt_out_list(
        self,
        *,
        opt_out_list_name: str,
        tags: models.common.TagListArgument | None = None,
        client_token: str | None = None,
    ) -> models.opt_outs.CreateOptOutListResult:
        """Create an empty opt-out list under a name that is not in use yet.

        Args:
            opt_out_list_name: Name for the new opt-out list, 1 to 64 letters, digits, hyphens or
                underscores.
            tags: Tags of the resource, at most 200 pairs of key and value.
            client_token: Idempotency key, 1 to 64 printable characters; a repeat with the same
                token acts once. Random if absent.

        Returns:
            The new opt-out list and its tags.

        Raises:
            ConflictError: RESOURCE_ALREADY_EXISTS: the name is taken; Default always is.
            ServiceQuotaExceededError: OPT_OUT_LISTS_PER_ACCOUNT: 25 lists exist, Default included.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_CreateOptOutList.html
        """
        return await self._call(
            operations.opt_outs.CREATE_OPT_OUT_LIST,
            {
                "opt_out_list_name": opt_out_list_name,
                "tags": tags,
                "client_token": client_token,
            },
        )

    async def delete_opt_out_list(
        self,
        *,
        opt_out_list_name: str,
    ) -> models.opt_outs.DeleteOptOutListResult:
        """Delete an opt-out list that nothing uses, and forget every number on it.

        Args:
            opt_out_list_name: Name or ARN of the opt-out list to delete, with all its numbers; a
                shared list needs the ARN.

        Returns:
            The opt-out list that is gone.

        Raises:
            ConflictError: RESOURCE_NOT_EMPTY: a phone number or pool still uses it;
                RESOURCE_DELETION_NOT_ALLOWED: Default has to stay.
            ResourceNotFoundError: opt-out-list: it does not exist, or is gone already.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DeleteOptOutList.html
        """
        return await self._call(
            operations.opt_outs.DELETE_OPT_OUT_LIST,
            {
                "opt_out_list_name": opt_out_list_name,
            },
        )

    async def delete_opted_out_number(
        self,
        *,
        opt_out_list_name: str,
        opted_out_number: str,
    ) -> models.opt_outs.DeleteOptedOutNumberResult:
        """Take a phone number off an opt-out list; AWS frees each number once in 30 days.

        Args:
            opt_out_list_name: Name or ARN of the opt-out list to take the number off; a shared list
                needs the ARN.
            opted_out_number: E.164 number to take off the list; allowed once in 30 days per number.

        Returns:
            The entry as it was: since when, and by whom.

        Raises:
            ConflictError: RESOURCE_DELETION_NOT_ALLOWED: the number may not leave the list now.
            ResourceNotFoundError: opt-out-list or opted-out-number: the list does not exist, or the
                number is not on it.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DeleteOptedOutNumber.html
        """
        return await self._call(
            operations.opt_outs.DELETE_OPTED_OUT_NUMBER,
            {
                "opt_out_list_name": opt_out_list_name,
                "opted_out_number": opted_out_number,
            },
        )

    def describe_opt_out_lists(
        self,
        *,
        opt_out_list_names: Sequence[str] | None = None,
        max_results: int | None = None,
        owner: models.common.OwnerArgument | None = None,
        starting_token: str | None = None,
    ) -> AsyncPager[
        models.opt_outs.DescribeOptOutListsResult, models.opt_outs.OptOutListInformation
    ]:
        """List opt-out lists by name or by owner, or all of them; Default is always among them.

        Args:
            opt_out_list_names: Names or ARNs of the opt-out lists wanted, at most 5; a list shared
                by another account needs the ARN.
            max_results: Most items per page, 1 to 100; a page may hold fewer, even none, before the
                last.
            owner: SELF lists what this account owns, SHARED what others share with it; cannot be
                combined with named items.
            starting_token: Where an earlier walk stopped.

        Returns:
            A pager over all pages. Each item is an opt-out list, without the numbers on it.

        Raises:
            ResourceNotFoundError: opt-out-list: one of the given names is unknown, which fails the
                whole call.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DescribeOptOutLists.html
        """
        return self._pages(
            operations.opt_outs.DESCRIBE_OPT_OUT_LISTS,
            {
                "opt_out_list_names": opt_out_list_names,
                "max_results": max_results,
                "owner": owner,
            },
            starting_token,
        )

    def describe_opted_out_numbers(
        self,
        *,
        opt_out_list_name: str,
        opted_out_numbers: Sequence[str] | None = None,
        filters: Sequence[models.opt_outs.OptedOutFilterArgument] | None = None,
        max_results: int | None = None,
        starting_token: str | None = None,
    ) -> AsyncPager[
        models.opt_outs.DescribeOptedOutNumbersResult, models.opt_outs.OptedOutNumberInformation
    ]:
        """List the phone numbers on one opt-out list, or look for some of them there.

        Args:
            opt_out_list_name: Name or ARN of the opt-out list to read; a shared list needs the ARN.
            opted_out_numbers: E.164 numbers to look for in the list, at most 5; a number that is
                not there fails the call.
            filters: Narrow the list; filters are ANDed.
            max_results: Most items per page, 1 to 100; a page may hold fewer, even none, before the
                last.
            starting_token: Where an earlier walk stopped.

        Returns:
            A pager over all pages. Each item is a phone number, since when, and who opted it out.

        Raises:
            ResourceNotFoundError: opt-out-list: there is no such list; opted-out-number: a given
                number is not on it.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DescribeOptedOutNumbers.html
        """
        return self._pages(
            operations.opt_outs.DESCRIBE_OPTED_OUT_NUMBERS,
            {
                "opt_out_list_name": opt_out_list_name,
                "opted_out_numbers": opted_out_numbers,
                "filters": filters,
                "max_results": max_results,
            },
            starting_token,
        )

    async def put_opted_out_number(
        self,
        *,
        opt_out_list_name: str,
        opted_out_number: str,
    ) -> models.opt_outs.PutOptedOutNumberResult:
        """Put a phone number on an opt-out list, so that nothing is sent to it any more.

        Args:
            opt_out_list_name: Name or ARN of the opt-out list that gains the number; a shared list
                needs the ARN.
            opted_out_number: E.164 number to put on the list; sends to it are refused from then on.

        Returns:
            The entry on the list, and since when it stands.

        Raises:
            ResourceNotFoundError: opt-out-list: it does not exist.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_PutOptedOutNumber.html
        """
        return await self._call(
            operations.opt_outs.PUT_OPTED_OUT_NUMBER,
            {
                "opt_out_list_name": opt_out_list_name,
                "opted_out_number": opted_out_number,
            },
        )
