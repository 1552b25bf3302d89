"""Sender IDs: names instead of numbers, each in one country.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/sender-id.html
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Self

import smsvoice.operations as operations
from smsvoice.aio.handle import AsyncCollection
from smsvoice.aio.pager import AsyncPager
from smsvoice.aio.resources.listing import describe_one, list_pager, wished_ids
from smsvoice.aio.resources.policies import AsyncPolicy
from smsvoice.aio.resources.tags import AsyncTags
from smsvoice.aio.sends.text import AsyncTextOrigin
from smsvoice.core.codec import merged
from smsvoice.core.errors import Problem, RequestError
from smsvoice.core.filters import OneOrMore
from smsvoice.models.common import MessageType, MessageTypeArgument, OwnerArgument, TagListArgument
from smsvoice.models.sender_ids import (
    DescribeSenderIdsResult,
    SenderIdAndCountry,
    SenderIdFilter,
    SenderIdInformation,
)

if TYPE_CHECKING:
    from smsvoice.aio.resources.registrations import AsyncRegistration


class AsyncSenderIds(AsyncCollection):
    """Sender IDs of the account: `sms.sender_ids`."""

    def at(self, sender_id: str, iso_country_code: str) -> "AsyncSenderId":
        """The sender ID of that name or ARN in that country; makes no call."""
        return AsyncSenderId(self._sms, sender_id, iso_country_code)

    async def get(self, sender_id: str, iso_country_code: str) -> "AsyncSenderId":
        """The sender ID of that name or ARN in that country, loaded.

        Raises:
            ResourceNotFoundError: there is none.
        """
        return await self.at(sender_id, iso_country_code).refresh()

    def list(
        self,
        *,
        ids: Sequence[tuple[str, str]] | None = None,
        sender_id: OneOrMore[str] | None = None,
        iso_country_code: OneOrMore[str] | None = None,
        message_type: OneOrMore[MessageTypeArgument] | None = None,
        deletion_protection_enabled: bool | None = None,
        registered: bool | None = None,
        owner: OwnerArgument | None = None,
        max_results: int | None = None,
        starting_token: str | None = None,
    ) -> AsyncPager[DescribeSenderIdsResult, "AsyncSenderId"]:
        """Sender IDs, loaded, one at a time; filters take one value or several.

        Args:
            ids: only these, in any number, each with its country, e.g. [("EXAMPLE", "GB")]; not
                together with `owner`.
            sender_id: names, 1 to 11 characters.
            iso_country_code: ISO 3166-1 alpha-2 codes.
            message_type: TRANSACTIONAL, PROMOTIONAL.
            deletion_protection_enabled: protected ones, or the others.
            registered: registered ones, or the others.
            owner: SELF for your own, SHARED for those that others share with you.
            max_results: most items a page, 1 to 100.
            starting_token: where an earlier walk stopped.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DescribeSenderIds.html
        """
        operation = operations.sender_ids.DESCRIBE_SENDER_IDS
        return list_pager(
            self._sms,
            operation,
            self._loaded,
            members={"owner": owner, "max_results": max_results},
            ids=None if ids is None else [_with_country(one) for one in wished_ids(operation, ids)],
            ids_as="sender_ids",
            filter_model=SenderIdFilter,
            filtered={
                "sender_id": sender_id,
                "iso_country_code": iso_country_code,
                "message_type": message_type,
                "deletion_protection_enabled": deletion_protection_enabled,
                "registered": registered,
            },
            kinds={"message_type": MessageType},
            starting_token=starting_token,
        )

    async def request(
        self,
        sender_id: str,
        iso_country_code: str,
        *,
        message_types: Sequence[MessageTypeArgument] | None = None,
        deletion_protection_enabled: bool | None = None,
        tags: TagListArgument | None = None,
        client_token: str | None = None,
    ) -> "AsyncSenderId":
        """Lease a sender ID in a country that asks for no registration; it may cost money monthly.

        Args:
            sender_id: the name that recipients see, 1 to 11 letters, digits, hyphens, underscores.
            iso_country_code: ISO 3166-1 alpha-2 code.
            message_types: TRANSACTIONAL, PROMOTIONAL or both.
            deletion_protection_enabled: True refuses its release.
            tags: values by key, e.g. {"team": "shop"}, or Tag objects.
            client_token: makes a repeated call act once; random otherwise.

        Raises:
            ConflictError: RESOURCE_ALREADY_EXISTS: you have it in this country.
            ServiceQuotaExceededError: SENDER_IDS_PER_ACCOUNT: 200 exist.
            ValidationError: SENDER_ID_NOT_SUPPORTED or SENDER_ID_REQUIRES_REGISTRATION there; the
                latter also until the release of the same sender ID has spread.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_RequestSenderId.html
        """
        made = await self._sms.api.request_sender_id(
            sender_id=sender_id,
            iso_country_code=iso_country_code,
            message_types=message_types,
            deletion_protection_enabled=deletion_protection_enabled,
            tags=tags,
            client_token=client_token,
        )
        return self._loaded(merged(SenderIdInformation, None, made))

    def _loaded(self, data: SenderIdInformation) -> "AsyncSenderId":
        return AsyncSenderId(self._sms, data.sender_id, data.iso_country_code, data=data)


class AsyncSenderId(AsyncTextOrigin[SenderIdInformation]):
    """One sender ID in one country; `id` is its name."""

    _model = SenderIdInformation
    _load_hint = "sender_ids.get(sender_id, iso_country_code)"
    _arn_member = "sender_id_arn"

    @property
    def iso_country_code(self) -> str:
        """The country that it is for, ISO 3166-1 alpha-2."""
        return self._identity[1]

    @property
    def tags(self) -> AsyncTags:
        """Its tags."""
        return AsyncTags(self)

    @property
    def policy(self) -> AsyncPolicy:
        """Which other accounts may use it."""
        return AsyncPolicy(self)

    async def refresh(self) -> Self:
        """Ask AWS for the state of now; gives back this handle.

        Raises:
            ResourceNotFoundError: it is gone.
        """
        operation = operations.sender_ids.DESCRIBE_SENDER_IDS
        members = {"sender_ids": [_with_country((self.id, self.iso_country_code))]}
        self._data = self._must_exist(await describe_one(self._sms, operation, members))
        return self

    async def registration(self) -> "AsyncRegistration | None":
        """The registration that it came from or belongs to, loaded; None where AWS names none.

        One call, and a second one where there is a registration.

        Raises:
            ResourceNotFoundError: the sender ID is gone.
        """
        found = (await self.refresh()).data.registration_id
        return None if found is None else await self._sms.registrations.get(found)

    async def update(self, *, deletion_protection_enabled: bool | None = None) -> Self:
        """Change what is given, and leave the rest; gives back this handle.

        Args:
            deletion_protection_enabled: True refuses its release.

        Raises:
            ResourceNotFoundError: it is gone.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_UpdateSenderId.html
        """
        answer = await self._sms.api.update_sender_id(
            sender_id=self.id,
            iso_country_code=self.iso_country_code,
            deletion_protection_enabled=deletion_protection_enabled,
        )
        self._merge_answer(answer)
        return self

    async def release(self) -> None:
        """Give it up in this country.

        Raises:
            ConflictError: DELETION_PROTECTION_ENABLED, or SENDER_ID_ASSOCIATED_TO_POOL.
            ResourceNotFoundError: it is released already.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_ReleaseSenderId.html
        """
        answer = await self._sms.api.release_sender_id(
            sender_id=self.id, iso_country_code=self.iso_country_code
        )
        self._merge_answer(answer)


def _with_country(pair: Sequence[str]) -> SenderIdAndCountry:
    """Name and country as AWS takes them."""
    if isinstance(pair, str) or len(pair) != 2:  # noqa: PLR2004  a pair
        rule = 'must be pairs of sender ID and country, e.g. [("EXAMPLE", "GB")]'
        raise RequestError("DescribeSenderIds", (Problem("ids", rule),))
    return SenderIdAndCountry(sender_id=pair[0], iso_country_code=pair[1])
