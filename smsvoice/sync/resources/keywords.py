"""Keywords of a phone number, pool or RCS agent: what it does when a person texts a certain word.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/keywords.html
"""

# Mirrored from smsvoice/aio/resources/keywords.py by `python -m codegen`. Change that file, not this one.

from collections.abc import Sequence
from typing import Any

import smsvoice.operations as operations
from smsvoice.core.filters import OneOrMore
from smsvoice.models.keywords import (
    DeleteKeywordResult,
    DescribeKeywordsResult,
    KeywordAction,
    KeywordActionArgument,
    KeywordFilter,
    KeywordInformation,
    PutKeywordResult,
)
from smsvoice.sync.handle import Collection, Handle
from smsvoice.sync.pager import Pager
from smsvoice.sync.resources.listing import list_pager, unchanged


class Keywords(Collection):
    """The keywords of one phone number, pool or RCS agent: `handle.keywords`."""

    def __init__(self, handle: Handle[Any]) -> None:
        super().__init__(handle._sms)  # noqa: SLF001  friends
        self._handle = handle

    def list(
        self,
        *,
        keywords: Sequence[str] | None = None,
        keyword_action: OneOrMore[KeywordActionArgument] | None = None,
        max_results: int | None = None,
        starting_token: str | None = None,
    ) -> Pager[DescribeKeywordsResult, KeywordInformation]:
        """Keywords, one at a time; HELP and STOP are always among them.

        Args:
            keywords: only these, in any number; an unknown one fails the walk.
            keyword_action: AUTOMATIC_RESPONSE, OPT_OUT, OPT_IN.
            max_results: most items a page, 1 to 100.
            starting_token: where an earlier walk stopped.

        Raises:
            ResourceNotFoundError: the identity is gone, or has no keyword of a name given.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DescribeKeywords.html
        """
        return list_pager(
            self._sms,
            operations.keywords.DESCRIBE_KEYWORDS,
            unchanged,
            members={"origination_identity": self._handle.id, "max_results": max_results},
            ids=keywords,
            ids_as="keywords",
            filter_model=KeywordFilter,
            filtered={"keyword_action": keyword_action},
            kinds={"keyword_action": KeywordAction},
            starting_token=starting_token,
        )

    def put(
        self,
        keyword: str,
        *,
        keyword_message: str,
        keyword_action: KeywordActionArgument | None = None,
    ) -> PutKeywordResult:
        """Set what happens when a person texts a word; one that exists is changed.

        Args:
            keyword: the word, 1 to 30 characters; AWS keeps it in upper case.
            keyword_message: the answer, 1 to 1600 characters.
            keyword_action: AUTOMATIC_RESPONSE answers, OPT_OUT and OPT_IN also keep the opt-out
                list; AUTOMATIC_RESPONSE otherwise.

        Returns:
            The keyword as AWS keeps it.

        Raises:
            ConflictError: RESOURCE_MODIFICATION_NOT_ALLOWED: HELP and STOP keep their action;
                PHONE_NUMBER_ASSOCIATED_TO_POOL: the keywords are the pool's.
            ResourceNotFoundError: the identity is gone.
            ServiceQuotaExceededError: KEYWORDS_PER_PHONE_NUMBER or KEYWORDS_PER_POOL: 30 exist.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_PutKeyword.html
        """
        return self._sms.api.put_keyword(
            origination_identity=self._handle.id,
            keyword=keyword,
            keyword_message=keyword_message,
            keyword_action=keyword_action,
        )

    def delete(self, keyword: str) -> DeleteKeywordResult:
        """Forget a keyword; HELP and STOP have to stay.

        Args:
            keyword: the word, in upper or lower case.

        Returns:
            The keyword as it last was.

        Raises:
            ConflictError: RESOURCE_DELETION_NOT_ALLOWED: it is HELP or STOP;
                PHONE_NUMBER_ASSOCIATED_TO_POOL: the keywords are the pool's.
            ResourceNotFoundError: there is no such keyword, or the identity is gone.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DeleteKeyword.html
        """
        return self._sms.api.delete_keyword(origination_identity=self._handle.id, keyword=keyword)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._handle!r}>"
