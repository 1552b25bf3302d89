"""Spend limits: what each kind of message may cost in a month, in US dollars.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/awssupport-spend-threshold.html
"""

from typing import Literal, TypeAlias, cast

from smsvoice.aio.handle import AsyncCollection
from smsvoice.aio.pager import AsyncPager
from smsvoice.core.errors import Problem, RequestError
from smsvoice.core.names import nearest
from smsvoice.models.spend_limits import DescribeSpendLimitsResult, SpendLimit, SpendLimitName

SpendLimitNameArgument: TypeAlias = (
    SpendLimitName
    | Literal[
        "TEXT",
        "VOICE",
        "MEDIA",
        "NOTIFY",
        "RCS",
        "TEXT_MESSAGE_MONTHLY_SPEND_LIMIT",
        "VOICE_MESSAGE_MONTHLY_SPEND_LIMIT",
        "MEDIA_MESSAGE_MONTHLY_SPEND_LIMIT",
        "NOTIFY_MESSAGE_MONTHLY_SPEND_LIMIT",
        "RCS_MESSAGE_MONTHLY_SPEND_LIMIT",
    ]
)
"""A spend limit by AWS's name, or by the kind of message alone."""

_SHORT = {name.value.removesuffix("_MESSAGE_MONTHLY_SPEND_LIMIT"): name for name in SpendLimitName}


class AsyncSpendLimits(AsyncCollection):
    """The account's monthly spend limits, one for each kind of message: `sms.spend_limits`."""

    def list(
        self,
        *,
        max_results: int | None = None,
        starting_token: str | None = None,
    ) -> AsyncPager[DescribeSpendLimitsResult, SpendLimit]:
        """The limits, one at a time: what counts now, AWS's maximum, and whether you set it.

        Args:
            max_results: most items a page, 1 to 100.
            starting_token: where an earlier walk stopped.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DescribeSpendLimits.html
        """
        return self._sms.api.describe_spend_limits(
            max_results=max_results, starting_token=starting_token
        )

    async def set(self, name: SpendLimitNameArgument, monthly_limit: int) -> int:
        """Cap what one kind of message may cost in a month.

        Args:
            name: which limit: TEXT, VOICE, MEDIA, NOTIFY or RCS, or AWS's full name.
            monthly_limit: whole US dollars, at most AWS's maximum for the account; 0 stops sending.

        Returns:
            The limit that counts now, in US dollars.

        Raises:
            ValidationError: REQUESTED_SPEND_LIMIT_HIGHER_THAN_SERVICE_LIMIT: ask AWS Support first.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_SetTextMessageSpendLimitOverride.html
        """
        limit = await self._set(_known(name), monthly_limit)
        return monthly_limit if limit is None else limit

    async def clear(self, name: SpendLimitNameArgument) -> int | None:
        """Drop your own cap, so that AWS's maximum counts again; without one this does no harm.

        Args:
            name: which limit: TEXT, VOICE, MEDIA, NOTIFY or RCS, or AWS's full name.

        Returns:
            The limit that counts now, in US dollars.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DeleteTextMessageSpendLimitOverride.html
        """
        return await self._clear(_known(name))

    async def _set(self, name: SpendLimitName, monthly_limit: int) -> int | None:
        api = self._sms.api
        match name:
            case SpendLimitName.TEXT_MESSAGE_MONTHLY_SPEND_LIMIT:
                return (
                    await api.set_text_message_spend_limit_override(monthly_limit=monthly_limit)
                ).monthly_limit
            case SpendLimitName.VOICE_MESSAGE_MONTHLY_SPEND_LIMIT:
                return (
                    await api.set_voice_message_spend_limit_override(monthly_limit=monthly_limit)
                ).monthly_limit
            case SpendLimitName.MEDIA_MESSAGE_MONTHLY_SPEND_LIMIT:
                return (
                    await api.set_media_message_spend_limit_override(monthly_limit=monthly_limit)
                ).monthly_limit
            case SpendLimitName.NOTIFY_MESSAGE_MONTHLY_SPEND_LIMIT:
                return (
                    await api.set_notify_message_spend_limit_override(monthly_limit=monthly_limit)
                ).monthly_limit
            case _:
                return (
                    await api.set_rcs_message_spend_limit_override(monthly_limit=monthly_limit)
                ).monthly_limit

    async def _clear(self, name: SpendLimitName) -> int | None:
        api = self._sms.api
        match name:
            case SpendLimitName.TEXT_MESSAGE_MONTHLY_SPEND_LIMIT:
                return (await api.delete_text_message_spend_limit_override()).monthly_limit
            case SpendLimitName.VOICE_MESSAGE_MONTHLY_SPEND_LIMIT:
                return (await api.delete_voice_message_spend_limit_override()).monthly_limit
            case SpendLimitName.MEDIA_MESSAGE_MONTHLY_SPEND_LIMIT:
                return (await api.delete_media_message_spend_limit_override()).monthly_limit
            case SpendLimitName.NOTIFY_MESSAGE_MONTHLY_SPEND_LIMIT:
                return (await api.delete_notify_message_spend_limit_override()).monthly_limit
            case _:
                return (await api.delete_rcs_message_spend_limit_override()).monthly_limit


def _known(name: str) -> SpendLimitName:
    if not isinstance(cast("object", name), str):
        rule = f"must be text, one of {', '.join(_SHORT)}"
        raise RequestError("spend limit", (Problem("name", rule),))
    found = SpendLimitName.known(name) or _SHORT.get(name)
    if found is None:
        rule = f"takes {', '.join(_SHORT)}{nearest(name, _SHORT)}"
        raise RequestError("spend limit", (Problem("name", rule),))
    return found
