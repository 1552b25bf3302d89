"""Opt-out lists: who must not be written to, and how they come back.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/opt-out-list.html
"""

# Mirrored from smsvoice/aio/resources/opt_outs.py by `python -m codegen`. Change that file, not this one.

from collections.abc import Sequence

import smsvoice.operations as operations
from smsvoice.core.codec import merged
from smsvoice.errors import ResourceNotFoundError
from smsvoice.models.common import OwnerArgument, TagListArgument
from smsvoice.models.opt_outs import (
    DeleteOptedOutNumberResult,
    DescribeOptedOutNumbersResult,
    DescribeOptOutListsResult,
    OptedOutFilter,
    OptedOutNumberInformation,
    OptOutListInformation,
    PutOptedOutNumberResult,
)
from smsvoice.models.reasons import ResourceType
from smsvoice.rules.opt_outs import OptOutSync
from smsvoice.sync.handle import Collection
from smsvoice.sync.pager import Pager
from smsvoice.sync.resources.described import Described
from smsvoice.sync.resources.listing import list_pager, unchanged
from smsvoice.sync.resources.opt_out_sync import NumbersPager, OptOutStore, copy_numbers
from smsvoice.sync.resources.policies import Policy

_PAGE_SIZE = 100
"""Numbers on a page of a sync: as many as AWS gives at once."""


class OptOutLists(Collection):
    """Opt-out lists, `Default` among them: `sms.opt_out_lists`."""

    def at(self, opt_out_list_name: str) -> "OptOutList":
        """The list of that name or ARN; makes no call."""
        return OptOutList(self._sms, opt_out_list_name)

    def get(self, opt_out_list_name: str) -> "OptOutList":
        """The list of that name or ARN, loaded.

        Raises:
            ResourceNotFoundError: there is none.
        """
        return self.at(opt_out_list_name).refresh()

    def list(
        self,
        *,
        ids: Sequence[str] | None = None,
        owner: OwnerArgument | None = None,
        max_results: int | None = None,
        starting_token: str | None = None,
    ) -> Pager[DescribeOptOutListsResult, "OptOutList"]:
        """Opt-out lists, loaded, one at a time; AWS filters them by nothing.

        Args:
            ids: only these, in any number, by name or ARN; not together with `owner`.
            owner: SELF for your own, SHARED for those that others share with you.
            max_results: most items a page, 1 to 100.
            starting_token: where an earlier walk stopped.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DescribeOptOutLists.html
        """
        return list_pager(
            self._sms,
            operations.opt_outs.DESCRIBE_OPT_OUT_LISTS,
            self._loaded,
            members={"owner": owner, "max_results": max_results},
            ids=ids,
            ids_as="opt_out_list_names",
            starting_token=starting_token,
        )

    def create(
        self,
        opt_out_list_name: str,
        *,
        tags: TagListArgument | None = None,
        client_token: str | None = None,
    ) -> "OptOutList":
        """Create an empty list.

        Args:
            opt_out_list_name: 1 to 64 letters, digits, hyphens and underscores; fixed.
            tags: values by key, e.g. {"team": "shop"}, or Tag objects.
            client_token: makes a repeated call act once; random otherwise.

        Raises:
            ConflictError: RESOURCE_ALREADY_EXISTS: the name is taken; Default always is.
            ServiceQuotaExceededError: OPT_OUT_LISTS_PER_ACCOUNT: 25 exist.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_CreateOptOutList.html
        """
        made = self._sms.api.create_opt_out_list(
            opt_out_list_name=opt_out_list_name, tags=tags, client_token=client_token
        )
        return self._loaded(merged(OptOutListInformation, None, made))

    def _loaded(self, data: OptOutListInformation) -> "OptOutList":
        return OptOutList(self._sms, data.opt_out_list_name, data=data)


class OptOutList(Described[OptOutListInformation]):
    """One opt-out list; phone numbers and pools that use it send nothing to the numbers on it."""

    _model = OptOutListInformation
    _load_hint = "opt_out_lists.get(name)"
    _arn_member = "opt_out_list_arn"
    _describe = operations.opt_outs.DESCRIBE_OPT_OUT_LISTS
    _ids_member = "opt_out_list_names"

    @property
    def policy(self) -> Policy:
        """Which other accounts may use it."""
        return Policy(self)

    def delete(self) -> None:
        """Delete the list, and forget every number on it.

        Raises:
            ConflictError: RESOURCE_NOT_EMPTY: a phone number or pool uses it;
                RESOURCE_DELETION_NOT_ALLOWED: Default has to stay.
            ResourceNotFoundError: it is gone already.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DeleteOptOutList.html
        """
        self._merge_answer(self._sms.api.delete_opt_out_list(opt_out_list_name=self.id))

    def add(self, opted_out_number: str) -> PutOptedOutNumberResult:
        """Put a number on the list: nothing is sent to it any more; twice does no harm.

        Args:
            opted_out_number: the person, E.164, e.g. +12065550142.

        Returns:
            The entry, and since when it stands.

        Raises:
            ResourceNotFoundError: the list is gone.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_PutOptedOutNumber.html
        """
        return self._sms.api.put_opted_out_number(
            opt_out_list_name=self.id, opted_out_number=opted_out_number
        )

    def remove(self, opted_out_number: str) -> DeleteOptedOutNumberResult:
        """Take a number off the list, when the person wants to hear from you again.

        Args:
            opted_out_number: the person, E.164, e.g. +12065550142.

        Returns:
            The entry as it was.

        Raises:
            ResourceNotFoundError: the number is not on the list, or the list is gone.
            ValidationError: PHONE_NUMBER_CANNOT_BE_OPTED_IN: AWS takes each out once in 30 days.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DeleteOptedOutNumber.html
        """
        return self._sms.api.delete_opted_out_number(
            opt_out_list_name=self.id, opted_out_number=opted_out_number
        )

    def contains(self, opted_out_number: str) -> bool:
        """Whether a number is on the list, so that nothing would be sent to it.

        Args:
            opted_out_number: the person, E.164, e.g. +12065550142.

        Raises:
            ResourceNotFoundError: the list is gone.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DescribeOptedOutNumbers.html
        """
        try:
            return self.numbers(opted_out_numbers=[opted_out_number]).first() is not None
        except ResourceNotFoundError as absent:
            if absent.resource_type == ResourceType.OPT_OUT_LIST:
                raise
            return False

    def numbers(
        self,
        *,
        opted_out_numbers: Sequence[str] | None = None,
        end_user_opted_out: bool | None = None,
        max_results: int | None = None,
        starting_token: str | None = None,
    ) -> Pager[DescribeOptedOutNumbersResult, OptedOutNumberInformation]:
        """The numbers on the list, one at a time.

        Args:
            opted_out_numbers: only these, in any number, E.164; one that is not on the list fails
                the walk.
            end_user_opted_out: those that opted out themselves, or those that were put here.
            max_results: most items a page, 1 to 100.
            starting_token: where an earlier walk stopped.

        Raises:
            ResourceNotFoundError: the list is gone, or a number given is not on it.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DescribeOptedOutNumbers.html
        """
        return list_pager(
            self._sms,
            operations.opt_outs.DESCRIBE_OPTED_OUT_NUMBERS,
            unchanged,
            members={"opt_out_list_name": self.id, "max_results": max_results},
            ids=opted_out_numbers,
            ids_as="opted_out_numbers",
            filter_model=OptedOutFilter,
            filtered={"end_user_opted_out": end_user_opted_out},
            starting_token=starting_token,
        )

    def sync(self, store: OptOutStore) -> OptOutSync:
        """Copy the list to your own database; only reads at AWS, and removes what AWS removed.

        Each page of 100 numbers is saved with the position after it. After a crash or an error the
        next call goes on where the last one stopped, without losing a number or having one twice;
        when AWS no longer takes the position, it reads the list from its beginning. Numbers that
        are gone at AWS leave your database only when all pages have been read.

        Two rules of AWS decide when a number leaves the list, and so your database:

        - START alone takes no number off: it must be one of your keywords, with the action OPT_IN.
          Only for US toll-free numbers the carrier itself handles STOP, START and UNSTOP. So never
          remove a number from your database because a text says START.
        - `remove` takes the same number off once in 30 days. When AWS refuses, the number stays on
          the list and in your database, even if the person asks for messages again.

        Args:
            store: your database: any object with the three methods of `OptOutStore`. It gets
                the list's name or ARN, whichever this handle was made with, so use one of them.

        Returns:
            How many numbers and pages were read, and whether an earlier walk was resumed.

        Raises:
            ResourceNotFoundError: the list is gone; your database keeps its numbers.
            AnswerError: an answer lacks its content; nothing of its page is saved.

        What your database raises comes to you as it is.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DescribeOptedOutNumbers.html
        Keywords: https://docs.aws.amazon.com/sms-voice/latest/userguide/opt-out-list-keywords.html
        30 days: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DeleteOptedOutNumber.html
        """
        return copy_numbers(self._numbers_from, self.id, store)

    def _numbers_from(self, token: str | None) -> NumbersPager:
        """The numbers from a page on; the next page is asked for while one is saved."""
        return self.numbers(max_results=_PAGE_SIZE, starting_token=token).ahead()
