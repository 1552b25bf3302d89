"""Messages: texts, calls, media and RCS from any identity, and word that one was received.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/send-message.html
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from smsvoice import models
from smsvoice.aio.handle import AsyncCollection
from smsvoice.models.common import (
    DestinationCountryParametersArgument,
    MessageTypeArgument,
    VoiceIdArgument,
)
from smsvoice.models.messages import (
    MessageFeedbackStatusArgument,
    PutMessageFeedbackResult,
    SendMediaMessageResult,
    SendTextMessageResult,
    SendVoiceMessageResult,
    VoiceMessageBodyTextTypeArgument,
)


class AsyncMessages(AsyncCollection):
    """Sending, from any identity of the account: `sms.messages`."""

    async def send_text(
        self,
        destination_phone_number: str,
        *,
        message_body: str,
        origination_identity: str | None = None,
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
        """Send a text: one message to one person, and it costs money.

        Args:
            destination_phone_number: the recipient, E.164, e.g. +12065550142.
            message_body: the text, 1 to 1600 characters; long ones are charged by the part.
            origination_identity: a phone number, sender ID, pool or RCS agent, by id, ARN or
                number; AWS picks one that reaches the country otherwise.
            message_type: TRANSACTIONAL or PROMOTIONAL; narrows which identities may be picked.
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
            ConflictError: the recipient has opted out (`error.is_opted_out`), nothing reaches the
                country (NO_ORIGINATION_IDENTITIES_FOUND), a protect configuration blocks it, or
                the identity is not ready (RESOURCE_NOT_ACTIVE).
            ResourceNotFoundError: the identity, configuration set or protect configuration is gone.
            ServiceQuotaExceededError: MONTHLY_SPEND_LIMIT_REACHED_FOR_TEXT.
            OutcomeUnknownError: it left and no answer came; it may have been sent.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_SendTextMessage.html
        """
        return await self._sms.api.send_text_message(
            destination_phone_number=destination_phone_number,
            origination_identity=origination_identity,
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

    async def send_voice(
        self,
        destination_phone_number: str,
        *,
        origination_identity: str,
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
        """Call somebody and read a text aloud: one call to one person; each minute costs money.

        Args:
            destination_phone_number: the recipient, E.164, e.g. +12065550142.
            origination_identity: a phone number or pool that can call, by id, ARN or number.
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
                configuration blocks it, or the identity is not ready (RESOURCE_NOT_ACTIVE).
            ResourceNotFoundError: the identity, configuration set or protect configuration is gone.
            ServiceQuotaExceededError: DAILY_DESTINATION_CALL_LIMIT, or the month's spend limit.
            OutcomeUnknownError: it left and no answer came; the call may have been made.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_SendVoiceMessage.html
        """
        return await self._sms.api.send_voice_message(
            destination_phone_number=destination_phone_number,
            origination_identity=origination_identity,
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

    async def send_media(
        self,
        destination_phone_number: str,
        *,
        origination_identity: str,
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
        """Send a picture, sound or film (MMS): one message to one person, and it costs money.

        Args:
            destination_phone_number: the recipient, E.164, e.g. +12065550142.
            origination_identity: a phone number, sender ID or pool that can carry MMS.
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
                configuration blocks it, or the identity is not ready (RESOURCE_NOT_ACTIVE).
            ResourceNotFoundError: the identity, configuration set or protect configuration is gone.
            ServiceQuotaExceededError: MONTHLY_SPEND_LIMIT_REACHED_FOR_MEDIA.
            OutcomeUnknownError: it left and no answer came; it may have been sent.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_SendMediaMessage.html
        """
        return await self._sms.api.send_media_message(
            destination_phone_number=destination_phone_number,
            origination_identity=origination_identity,
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

    async def send_rcs(
        self,
        destination_phone_number: str,
        *,
        origination_identity: str,
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
        """Send text, a file, a card or a carousel (RCS): one message, and it costs money.

        Args:
            destination_phone_number: the recipient, E.164, e.g. +12065550142.
            origination_identity: an RCS agent, or a pool that has one, by id or ARN.
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
            ConflictError: the agent is not launched (RESOURCE_NOT_ACTIVE), the pool has none
                (NO_ORIGINATION_IDENTITIES_FOUND), the recipient has opted out
                (`error.is_opted_out`), or a protect configuration blocks it.
            ResourceNotFoundError: the identity, configuration set or protect configuration is gone.
            ServiceQuotaExceededError: MONTHLY_SPEND_LIMIT_REACHED_FOR_RCS.
            OutcomeUnknownError: it left and no answer came; it may have been sent.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_SendRcsMessage.html
        """
        return await self._sms.api.send_rcs_message(
            destination_phone_number=destination_phone_number,
            origination_identity=origination_identity,
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

    async def put_feedback(
        self,
        message_id: str,
        *,
        message_feedback_status: MessageFeedbackStatusArgument,
    ) -> PutMessageFeedbackResult:
        """Tell AWS that a message did its work or did not, e.g. that its code was entered.

        Args:
            message_id: as a send gave it, of a message sent with `message_feedback_enabled`.
            message_feedback_status: RECEIVED or FAILED; AWS takes FAILED after an hour without.

        Raises:
            ResourceNotFoundError: no such message, or it was sent without asking for feedback.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_PutMessageFeedback.html
        """
        return await self._sms.api.put_message_feedback(
            message_id=message_id,
            message_feedback_status=message_feedback_status,
        )
