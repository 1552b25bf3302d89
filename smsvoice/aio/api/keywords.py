"""Operations of keywords under AWS's names."""

# Written by `python -m codegen`. Change codegen/ or its tables, not this file.

from __future__ import annotations

from collections.abc import Sequence

import smsvoice.models as models
import smsvoice.operations as operations
from smsvoice.aio.api_base import AsyncApiBase
from smsvoice.aio.pager import AsyncPager


class AsyncKeywordsApi(AsyncApiBase):
    """Operations of keywords."""

    async def delete_keyword(
        self,
        *,
        origination_identity: str,
        keyword: str,
    ) -> models.keywords.DeleteKeywordResult:
        """Delete a keyword of a phone number, pool or RCS agent; HELP and STOP cannot go.

        Args:
            origination_identity: Identifier or ARN of the phone number, pool or RCS agent that
                loses the keyword; a shared one needs the ARN.
            keyword: Keyword to delete, case does not matter; HELP and STOP cannot be deleted.

        Returns:
            The keyword as it last was.

        Raises:
            ConflictError: RESOURCE_DELETION_NOT_ALLOWED: HELP and STOP have to stay;
                PHONE_NUMBER_ASSOCIATED_TO_POOL: the keyword belongs to the pool.
            ResourceNotFoundError: keyword, phone-number, pool or rcs-agent: the keyword or its
                owner does not exist.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DeleteKeyword.html
        """
        return await self._call(
            operations.keywords.DELETE_KEYWORD,
            {
                "origination_identity": origination_identity,
                "keyword": keyword,
            },
        )

    def describe_keywords(
        self,
        *,
        origination_identity: str,
        keywords: Sequence[str] | None = None,
        filters: Sequence[models.keywords.KeywordFilterArgument] | None = None,
        max_results: int | None = None,
        starting_token: str | None = None,
    ) -> AsyncPager[models.keywords.DescribeKeywordsResult, models.keywords.KeywordInformation]:
        """List the keywords of a phone number, pool or RCS agent, HELP and STOP included.

        Args:
            origination_identity: Identifier or ARN of the phone number, pool or RCS agent whose
                keywords to list; a shared one needs the ARN.
            keywords: Keywords to look up, at most 5; all when left out.
            filters: Narrow the list; filters are ANDed.
            max_results: Most items per page, 1 to 100; a page may hold fewer, even none, before the
                last.
            starting_token: Where an earlier walk stopped.

        Returns:
            A pager over all pages. Each item is a keyword, its answer and its action.

        Raises:
            ResourceNotFoundError: phone-number, pool or rcs-agent: there is no such owner; keyword:
                it has none of that name.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DescribeKeywords.html
        """
        return self._pages(
            operations.keywords.DESCRIBE_KEYWORDS,
            {
                "origination_identity": origination_identity,
                "keywords": keywords,
                "filters": filters,
                "max_results": max_results,
            },
            starting_token,
        )

    async def put_keyword(
        self,
        *,
        origination_identity: str,
        keyword: str,
        keyword_message: str,
        keyword_action: models.keywords.KeywordActionArgument | None = None,
    ) -> models.keywords.PutKeywordResult:
        """Set what a phone number, pool or RCS agent does when a person texts a certain word to it.

        Args:
            origination_identity: Identifier or ARN of the phone number, pool or RCS agent that
                answers to the keyword; a shared one needs the ARN.
            keyword: Word to react to, 1 to 30 characters; case does not matter. An existing keyword
                is overwritten.
            keyword_message: Reply to a person who texts the keyword, 1 to 1600 characters.
            keyword_action: AUTOMATIC_RESPONSE (the default) only replies; OPT_OUT also adds the
                sender to the opt-out list, OPT_IN removes them.

        Returns:
            The keyword as stored, in upper case, with its answer and action.

        Raises:
            ConflictError: RESOURCE_MODIFICATION_NOT_ALLOWED: HELP and STOP keep their action;
                PHONE_NUMBER_ASSOCIATED_TO_POOL: set it on the pool instead.
            ResourceNotFoundError: phone-number, pool or rcs-agent: there is no such owner.
            ServiceQuotaExceededError: KEYWORDS_PER_PHONE_NUMBER, KEYWORDS_PER_POOL: 30 keywords are
                defined.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_PutKeyword.html
        """
        return await self._call(
            operations.keywords.PUT_KEYWORD,
            {
                "origination_identity": origination_identity,
                "keyword": keyword,
                "keyword_message": keyword_message,
                "keyword_action": keyword_action,
            },
        )
