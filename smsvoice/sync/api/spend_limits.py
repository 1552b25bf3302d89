"""Operations of spend limits under AWS's names."""

# Mirrored from smsvoice/aio/api/spend_limits.py by `python -m codegen`. Change that file, not this one.

from __future__ import annotations

import smsvoice.models as models
import smsvoice.operations as operations
from smsvoice.sync.api_base import ApiBase
from smsvoice.sync.pager import Pager


class SpendLimitsApi(ApiBase):
    """Operations of spend limits."""

    def delete_media_message_spend_limit_override(
        self,
    ) -> models.spend_limits.DeleteMediaMessageSpendLimitOverrideResult:
        """Drop your own monthly limit for media messages, so that AWS's maximum counts again;
        repeating does no harm.

        Returns:
            The monthly limit that AWS reports back, in US dollars.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DeleteMediaMessageSpendLimitOverride.html
        """
        return self._call(
            operations.spend_limits.DELETE_MEDIA_MESSAGE_SPEND_LIMIT_OVERRIDE,
            {},
        )

    def delete_notify_message_spend_limit_override(
        self,
    ) -> models.spend_limits.DeleteNotifyMessageSpendLimitOverrideResult:
        """Drop your own monthly limit for notify messages, so that AWS's maximum counts again;
        repeating does no harm.

        Returns:
            The monthly limit that AWS reports back, in US dollars.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DeleteNotifyMessageSpendLimitOverride.html
        """
        return self._call(
            operations.spend_limits.DELETE_NOTIFY_MESSAGE_SPEND_LIMIT_OVERRIDE,
            {},
        )

    def delete_rcs_message_spend_limit_override(
        self,
    ) -> models.spend_limits.DeleteRcsMessageSpendLimitOverrideResult:
        """Drop your own monthly limit for RCS messages, so that AWS's maximum counts again;
        repeating does no harm.

        Returns:
            The monthly limit that AWS reports back, in US dollars.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DeleteRcsMessageSpendLimitOverride.html
        """
        return self._call(
            operations.spend_limits.DELETE_RCS_MESSAGE_SPEND_LIMIT_OVERRIDE,
            {},
        )

    def delete_text_message_spend_limit_override(
        self,
    ) -> models.spend_limits.DeleteTextMessageSpendLimitOverrideResult:
        """Drop your own monthly limit for text messages, so that AWS's maximum counts again;
        repeating does no harm.

        Returns:
            The monthly limit that AWS reports back, in US dollars.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DeleteTextMessageSpendLimitOverride.html
        """
        return self._call(
            operations.spend_limits.DELETE_TEXT_MESSAGE_SPEND_LIMIT_OVERRIDE,
            {},
        )

    def delete_voice_message_spend_limit_override(
        self,
    ) -> models.spend_limits.DeleteVoiceMessageSpendLimitOverrideResult:
        """Drop your own monthly limit for voice messages, so that AWS's maximum counts again;
        repeating does no harm.

        Returns:
            The monthly limit that AWS reports back, in US dollars.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DeleteVoiceMessageSpendLimitOverride.html
        """
        return self._call(
            operations.spend_limits.DELETE_VOICE_MESSAGE_SPEND_LIMIT_OVERRIDE,
            {},
        )

    def describe_spend_limits(
        self,
        *,
        max_results: int | None = None,
        starting_token: str | None = None,
    ) -> Pager[models.spend_limits.DescribeSpendLimitsResult, models.spend_limits.SpendLimit]:
        """List the account's monthly spend limits, one for each of the five kinds of message.

        Args:
            max_results: Most items per page, 1 to 100; a page may hold fewer, even none, before the
                last.
            starting_token: Where an earlier walk stopped.

        Returns:
            A pager over all pages. Each item is a spend limit in US dollars: enforced, maximum,
                overridden or not.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DescribeSpendLimits.html
        """
        return self._pages(
            operations.spend_limits.DESCRIBE_SPEND_LIMITS,
            {
                "max_results": max_results,
            },
            starting_token,
        )

    def set_media_message_spend_limit_override(
        self,
        *,
        monthly_limit: int,
    ) -> models.spend_limits.SetMediaMessageSpendLimitOverrideResult:
        """Cap what media messages may cost in a month, in US dollars, at or below AWS's maximum.

        Args:
            monthly_limit: US dollars per month for MMS messages, whole number, 0 to 1000000000 and
                never above MaxLimit.

        Returns:
            The limit that counts now, in US dollars.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_SetMediaMessageSpendLimitOverride.html
        """
        return self._call(
            operations.spend_limits.SET_MEDIA_MESSAGE_SPEND_LIMIT_OVERRIDE,
            {
                "monthly_limit": monthly_limit,
            },
        )

    def set_notify_message_spend_limit_override(
        self,
        *,
        monthly_limit: int,
    ) -> models.spend_limits.SetNotifyMessageSpendLimitOverrideResult:
        """Cap what notify messages may cost in a month, in US dollars, at or below AWS's maximum.

        Args:
            monthly_limit: US dollars per month for notify messages, whole number, 0 to 1000000000
                and never above MaxLimit.

        Returns:
            The limit that counts now, in US dollars.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_SetNotifyMessageSpendLimitOverride.html
        """
        return self._call(
            operations.spend_limits.SET_NOTIFY_MESSAGE_SPEND_LIMIT_OVERRIDE,
            {
                "monthly_limit": monthly_limit,
            },
        )

    def set_rcs_message_spend_limit_override(
        self,
        *,
        monthly_limit: int,
    ) -> models.spend_limits.SetRcsMessageSpendLimitOverrideResult:
        """Cap what RCS messages may cost in a month, in US dollars, at or below AWS's maximum.

        Args:
            monthly_limit: US dollars per month for RCS messages, whole number, 0 to 1000000000 and
                never above MaxLimit.

        Returns:
            The limit that counts now, in US dollars.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_SetRcsMessageSpendLimitOverride.html
        """
        return self._call(
            operations.spend_limits.SET_RCS_MESSAGE_SPEND_LIMIT_OVERRIDE,
            {
                "monthly_limit": monthly_limit,
            },
        )

    def set_text_message_spend_limit_override(
        self,
        *,
        monthly_limit: int,
    ) -> models.spend_limits.SetTextMessageSpendLimitOverrideResult:
        """Cap what text messages may cost in a month, in US dollars, at or below AWS's maximum.

        Args:
            monthly_limit: US dollars per month for text messages, whole number, 0 to 1000000000 and
                never above MaxLimit.

        Returns:
            The limit that counts now, in US dollars.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_SetTextMessageSpendLimitOverride.html
        """
        return self._call(
            operations.spend_limits.SET_TEXT_MESSAGE_SPEND_LIMIT_OVERRIDE,
            {
                "monthly_limit": monthly_limit,
            },
        )

    def set_voice_message_spend_limit_override(
        self,
        *,
        monthly_limit: int,
    ) -> models.spend_limits.SetVoiceMessageSpendLimitOverrideResult:
        """Cap what voice messages may cost in a month, in US dollars, at or below AWS's maximum.

        Args:
            monthly_limit: US dollars per month for voice messages, whole number, 0 to 1000000000
                and never above MaxLimit.

        Returns:
            The limit that counts now, in US dollars.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_SetVoiceMessageSpendLimitOverride.html
        """
        return self._call(
            operations.spend_limits.SET_VOICE_MESSAGE_SPEND_LIMIT_OVERRIDE,
            {
                "monthly_limit": monthly_limit,
            },
        )
