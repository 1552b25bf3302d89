"""What phone numbers, sender IDs, pools and RCS agents share: sending from themselves.

Each verb hands over to `sms.messages`, with the handle as origination identity.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from smsvoice import models
from smsvoice.aio.handle import AsyncHandle, Data
from smsvoice.models.common import (
    DestinationCountryParametersArgument,
    MessageTypeArgument,
    VoiceIdArgument,
)
from smsvoice.models.messages import (
    SendMediaMessageResult,
    SendTextMessageResult,
    SendVoiceMessageResult,
    VoiceMessageBodyTextTypeArgument,
)


class AsyncTextOrigin(AsyncHandle[Data]):
    """A handle that texts can come from."""

    async def send_text(
        self,
        destination_phone_number: str,
        *,
        message_body: str,
        message_type: MessageTypeArgument | None = None,
        keyword: str | None = None,
        configuration_set_name: str | None = None,
        max_price: str | None = None,
        time_to_live: int | None = None,
        context: Mapping[str, str] | None = None,
        destination_country_parameters: DestinationCountryParametersArgument | None = None,
        dry_run: bool | None = None,
        protect_configuration_id: str | None = None,
        message_feedback_enabled: bool | None = None,
    ) -> SendTextMessageResult:
        """Send a text from here, as `sms.messages.send_text` does: it costs money.

        Args:
            destination_phone_number: the recipient, E.164, e.g. +12065550142.
            message_body: the text, 1 to 1600 characters; long ones are charged by the part.
            message_type: TRANSACTIONAL or PROMOTIONAL.
            keyword: the keyword that the recipient signed up with, for registered campaigns.
            configuration_set_name: where delivery events go, by name or ARN.
            max_price: most that a part may cost, US dollars with a point, e.g. "0.05".
            time_to_live: how long AWS may keep trying, in seconds, 5 to 259200; 72 hours otherwise.
            context: up to 5 entries that come back in delivery events.
            destination_country_parameters: what a country asks for; India wants IN_ENTITY_ID and
                IN_TEMPLATE_ID.
            dry_run: True checks everything and sends nothing.
            protect_configuration_id: country rules for this message, in place of the usual ones.
            message_feedback_enabled: True waits for `messages.put_feedback`.

        Returns:
            The message's id; delivery events tell later what became of it.

        Raises:
            ConflictError: the recipient has opted out (`error.is_opted_out`), this cannot reach
                the country, a protect configuration blocks it, or this is not ready
                (RESOURCE_NOT_ACTIVE).
            ServiceQuotaExceededError: MONTHLY_SPEND_LIMIT_REACHED_FOR_TEXT.
            OutcomeUnknownError: it left and no answer came; it may have been sent.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_SendTextMessage.html
        """
        return await self._sms.messages.send_text(
            destination_phone_number,
            origination_identity=self.id,
            message_body=message_body,
            message_type=message_type,
            keyword=keyword,
            configuration_set_name=configuration_set_name,
            max_price=max_price,
            time_to_live=time_to_live,
            context=context,
            destination_country_parameters=destination_country_parameters,
            dry_run=dry_run,
            protect_configuration_id=protect_configuration_id,
            message_feedback_enabled=message_feedback_enabled,
        )


class AsyncVoiceOrigin(AsyncHandle[Data]):
    """A handle that calls can come from."""

    async def send_voice(
        self,
        destination_phone_number: str,
        *,
        message_body: str,
        message_body_text_type: VoiceMessageBodyTextTypeArgument | None = None,
        voice_id: VoiceIdArgument | None = None,
        configuration_set_name: str | None = None,
        max_price_per_minute: str | None = None,
        time_to_live: int | None = None,
        context: Mapping[str, str] | None = None,
        dry_run: bool | None = None,
        protect_configuration_id: str | None = None,
        message_feedback_enabled: bool | None = None,
    ) -> SendVoiceMessageResult:
        """Call somebody from here and read a text aloud, as `sms.messages.send_voice` does.

        Args:
            destination_phone_number: the recipient, E.164, e.g. +12065550142.
            message_body: what is read, plain or SSML, at most 6000 characters with tags.
            message_body_text_type: TEXT, or SSML for a body with tags; TEXT otherwise.
            voice_id: who reads, e.g. "JOANNA"; MATTHEW otherwise.
            configuration_set_name: where delivery events go, by name or ARN.
            max_price_per_minute: most that a minute may cost, US dollars with a point, e.g. "0.05".
            time_to_live: how long AWS may keep trying, in seconds, 5 to 259200; 72 hours otherwise.
            context: up to 5 entries that come back in delivery events.
            dry_run: True checks everything and calls nobody.
            protect_configuration_id: country rules for this call, in place of the usual ones.
            message_feedback_enabled: True waits for `messages.put_feedback`.

        Returns:
            The message's id; delivery events tell later how the call went.

        Raises:
            ConflictError: the recipient has opted out (`error.is_opted_out`), a protect
                configuration blocks it, or this is not ready (RESOURCE_NOT_ACTIVE).
            ServiceQuotaExceededError: DAILY_DESTINATION_CALL_LIMIT, or the month's spend limit.
            OutcomeUnknownError: it left and no answer came; the call may have been made.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_SendVoiceMessage.html
        """
        return await self._sms.messages.send_voice(
            destination_phone_number,
            origination_identity=self.id,
            message_body=message_body,
            message_body_text_type=message_body_text_type,
            voice_id=voice_id,
            configuration_set_name=configuration_set_name,
            max_price_per_minute=max_price_per_minute,
            time_to_live=time_to_live,
            context=context,
            dry_run=dry_run,
            protect_configuration_id=protect_configuration_id,
            message_feedback_enabled=message_feedback_enabled,
        )


class AsyncMediaOrigin(AsyncHandle[Data]):
    """A handle that pictures, sounds and films can come from."""

    async def send_media(
        self,
        destination_phone_number: str,
        *,
        message_body: str | None = None,
        media_urls: Sequence[str] | None = None,
        configuration_set_name: str | None = None,
        max_price: str | None = None,
        time_to_live: int | None = None,
        context: Mapping[str, str] | None = None,
        dry_run: bool | None = None,
        protect_configuration_id: str | None = None,
        message_feedback_enabled: bool | None = None,
    ) -> SendMediaMessageResult:
        """Send an MMS from here, as `sms.messages.send_media` does: it costs money.

        Args:
            destination_phone_number: the recipient, E.164, e.g. +12065550142.
            message_body: the text, at most 1600 characters; a message has a body, a file or both.
            media_urls: one file in S3, e.g. ["s3://bucket/picture.png"].
            configuration_set_name: where delivery events go, by name or ARN.
            max_price: most that the message may cost, US dollars with a point, e.g. "0.05".
            time_to_live: how long AWS may keep trying, in seconds, 5 to 259200; 72 hours otherwise.
            context: up to 5 entries that come back in delivery events.
            dry_run: True checks everything and sends nothing.
            protect_configuration_id: country rules for this message, in place of the usual ones.
            message_feedback_enabled: True waits for `messages.put_feedback`.

        Returns:
            The message's id; delivery events tell later what became of it and of its file.

        Raises:
            ConflictError: the recipient has opted out (`error.is_opted_out`), a protect
                configuration blocks it, or this is not ready (RESOURCE_NOT_ACTIVE).
            ServiceQuotaExceededError: MONTHLY_SPEND_LIMIT_REACHED_FOR_MEDIA.
            OutcomeUnknownError: it left and no answer came; it may have been sent.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_SendMediaMessage.html
        """
        return await self._sms.messages.send_media(
            destination_phone_number,
            origination_identity=self.id,
            message_body=message_body,
            media_urls=media_urls,
            configuration_set_name=configuration_set_name,
            max_price=max_price,
            time_to_live=time_to_live,
            context=context,
            dry_run=dry_run,
            protect_configuration_id=protect_configuration_id,
            message_feedback_enabled=message_feedback_enabled,
        )


class AsyncRcsOrigin(AsyncHandle[Data]):
    """A handle that RCS messages can come from."""

    async def send_rcs(
        self,
        destination_phone_number: str,
        *,
        rcs_message_content: models.rcs_messages.RcsMessageContentArgument,
        time_to_live: int | None = None,
        message_traffic_type: str | None = None,
        fallback_configuration: models.rcs_messages.RcsFallbackConfiguration | None = None,
        protect_configuration_id: str | None = None,
        configuration_set_name: str | None = None,
        max_price: str | None = None,
        dry_run: bool | None = None,
        context: Mapping[str, str] | None = None,
        message_feedback_enabled: bool | None = None,
    ) -> models.rcs_messages.SendRcsMessageResult:
        """Send text, a file, a card or a carousel from here, as `sms.messages.send_rcs` does.

        Args:
            destination_phone_number: the recipient, E.164, e.g. +12065550142.
            rcs_message_content: exactly one of text, file, card and carousel, with suggestions.
            time_to_live: how long AWS may keep trying, in seconds, 1 to 172800.
            message_traffic_type: what the message is for, in the words of the RCS platform.
            fallback_configuration: the SMS or MMS to send where RCS does not reach.
            protect_configuration_id: country rules for this message, in place of the usual ones.
            configuration_set_name: where delivery events go, by name or ARN.
            max_price: most that the message may cost, US dollars with a point, e.g. "0.05".
            dry_run: True checks everything and sends nothing.
            context: up to 5 entries that come back in delivery events.
            message_feedback_enabled: True waits for `messages.put_feedback`.

        Returns:
            The message's id; delivery events tell later whether it arrived and was read.

        Raises:
            ConflictError: no launched agent is here (RESOURCE_NOT_ACTIVE or
                NO_ORIGINATION_IDENTITIES_FOUND), the recipient has opted out
                (`error.is_opted_out`), or a protect configuration blocks it.
            ServiceQuotaExceededError: MONTHLY_SPEND_LIMIT_REACHED_FOR_RCS.
            OutcomeUnknownError: it left and no answer came; it may have been sent.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_SendRcsMessage.html
        """
        return await self._sms.messages.send_rcs(
            destination_phone_number,
            origination_identity=self.id,
            rcs_message_content=rcs_message_content,
            time_to_live=time_to_live,
            message_traffic_type=message_traffic_type,
            fallback_configuration=fallback_configuration,
            protect_configuration_id=protect_configuration_id,
            configuration_set_name=configuration_set_name,
            max_price=max_price,
            dry_run=dry_run,
            context=context,
            message_feedback_enabled=message_feedback_enabled,
        )
