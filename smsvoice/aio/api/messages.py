"""Operations of messages under AWS's names."""

# Written by `python -m codegen`. Change codegen/ or its tables, not this file.

from __future__ import annotations

from collections.abc import Mapping, Sequence

from smsvoice import models, operations
from smsvoice.aio.door import AsyncDoor


class AsyncMessagesApi(AsyncDoor):
    """Operations of messages."""

    async def carrier_lookup(
        self,
        *,
        phone_number: str,
        enable_cleansing: bool | None = None,
    ) -> models.messages.CarrierLookupResult:
        """Look up what is known of a phone number: its kind, its country and its carrier.

        Returns:
            What was found; for an INVALID number just the number and its type.

        Raises:
            ServiceQuotaExceededError: AWS names no reason: the account has used up what it may look
                up.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_CarrierLookup.html
        """
        return await self._call(
            operations.messages.CARRIER_LOOKUP,
            {
                "phone_number": phone_number,
                "enable_cleansing": enable_cleansing,
            },
        )

    async def put_message_feedback(
        self,
        *,
        message_id: str,
        message_feedback_status: models.messages.MessageFeedbackStatusArgument,
    ) -> models.messages.PutMessageFeedbackResult:
        """Report whether a message reached its person; without a report within the hour it counts
        as FAILED.

        Returns:
            The message's id and the status that was stored.

        Raises:
            ResourceNotFoundError: message: the id is unknown, or the message was sent without
                feedback.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_PutMessageFeedback.html
        """
        return await self._call(
            operations.messages.PUT_MESSAGE_FEEDBACK,
            {
                "message_id": message_id,
                "message_feedback_status": message_feedback_status,
            },
        )

    async def send_media_message(
        self,
        *,
        destination_phone_number: str,
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
    ) -> models.messages.SendMediaMessageResult:
        """Send one MMS message to one recipient; it costs money, and repeating the call sends
        another.

        Returns:
            The message's id; events tell later whether it arrived.

        Raises:
            ConflictError: DESTINATION_PHONE_NUMBER_OPTED_OUT: the recipient said stop;
                NO_ORIGINATION_IDENTITIES_FOUND: nothing reaches the country;
                DESTINATION_PHONE_NUMBER_NOT_VERIFIED: sandbox;
                DESTINATION_COUNTRY_BLOCKED_BY_PROTECT_CONFIGURATION: country blocked;
                RESOURCE_NOT_ACTIVE: identity not ready.
            ResourceNotFoundError: phone-number, sender-id, pool, configuration-set or
                protect-configuration: the given one does not exist.
            ServiceQuotaExceededError: MONTHLY_SPEND_LIMIT_REACHED_FOR_MEDIA: the month's money for
                media messages is spent.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_SendMediaMessage.html
        """
        return await self._call(
            operations.messages.SEND_MEDIA_MESSAGE,
            {
                "destination_phone_number": destination_phone_number,
                "origination_identity": origination_identity,
                "message_body": message_body,
                "media_urls": media_urls,
                "configuration_set_name": configuration_set_name,
                "max_price": max_price,
                "time_to_live": time_to_live,
                "context": context,
                "dry_run": dry_run,
                "protect_configuration_id": protect_configuration_id,
                "message_feedback_enabled": message_feedback_enabled,
            },
        )

    async def send_text_message(
        self,
        *,
        destination_phone_number: str,
        origination_identity: str | None = None,
        message_body: str | None = None,
        message_type: models.common.MessageTypeArgument | None = None,
        keyword: str | None = None,
        configuration_set_name: str | None = None,
        max_price: str | None = None,
        time_to_live: int | None = None,
        context: Mapping[str, str] | None = None,
        destination_country_parameters: Mapping[
            models.common.DestinationCountryParameterKeyArgument, str
        ]
        | None = None,
        dry_run: bool | None = None,
        protect_configuration_id: str | None = None,
        message_feedback_enabled: bool | None = None,
    ) -> models.messages.SendTextMessageResult:
        """Send one text message to one recipient; it costs money, and repeating the call sends
        another.

        Returns:
            The message's id; events tell later whether it arrived.

        Raises:
            ConflictError: DESTINATION_PHONE_NUMBER_OPTED_OUT: the recipient said stop;
                NO_ORIGINATION_IDENTITIES_FOUND: nothing reaches the country;
                DESTINATION_PHONE_NUMBER_NOT_VERIFIED: sandbox;
                DESTINATION_COUNTRY_BLOCKED_BY_PROTECT_CONFIGURATION: country blocked;
                RESOURCE_NOT_ACTIVE: identity not ready.
            ResourceNotFoundError: phone-number, sender-id, pool, rcs-agent, configuration-set or
                protect-configuration: the given one does not exist.
            ServiceQuotaExceededError: MONTHLY_SPEND_LIMIT_REACHED_FOR_TEXT: the month's money for
                text messages is spent.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_SendTextMessage.html
        """
        return await self._call(
            operations.messages.SEND_TEXT_MESSAGE,
            {
                "destination_phone_number": destination_phone_number,
                "origination_identity": origination_identity,
                "message_body": message_body,
                "message_type": message_type,
                "keyword": keyword,
                "configuration_set_name": configuration_set_name,
                "max_price": max_price,
                "time_to_live": time_to_live,
                "context": context,
                "destination_country_parameters": destination_country_parameters,
                "dry_run": dry_run,
                "protect_configuration_id": protect_configuration_id,
                "message_feedback_enabled": message_feedback_enabled,
            },
        )

    async def send_voice_message(
        self,
        *,
        destination_phone_number: str,
        origination_identity: str,
        message_body: str | None = None,
        message_body_text_type: models.messages.VoiceMessageBodyTextTypeArgument | None = None,
        voice_id: models.common.VoiceIdArgument | None = None,
        configuration_set_name: str | None = None,
        max_price_per_minute: str | None = None,
        time_to_live: int | None = None,
        context: Mapping[str, str] | None = None,
        dry_run: bool | None = None,
        protect_configuration_id: str | None = None,
        message_feedback_enabled: bool | None = None,
    ) -> models.messages.SendVoiceMessageResult:
        """Call one recipient and speak a text; it costs money by the minute, and repeating the
        request calls again.

        Returns:
            The message's id; events tell later how the call went.

        Raises:
            ConflictError: DESTINATION_PHONE_NUMBER_OPTED_OUT: the recipient said stop;
                NO_ORIGINATION_IDENTITIES_FOUND: nothing reaches the country;
                DESTINATION_PHONE_NUMBER_NOT_VERIFIED: sandbox;
                DESTINATION_COUNTRY_BLOCKED_BY_PROTECT_CONFIGURATION: country blocked;
                RESOURCE_NOT_ACTIVE: identity not ready.
            ResourceNotFoundError: phone-number, pool, configuration-set or protect-configuration:
                the given one does not exist.
            ServiceQuotaExceededError: DAILY_DESTINATION_CALL_LIMIT: this recipient was called 5
                times in 24 hours; MONTHLY_SPEND_LIMIT_REACHED_FOR_VOICE: the month's money is
                spent.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_SendVoiceMessage.html
        """
        return await self._call(
            operations.messages.SEND_VOICE_MESSAGE,
            {
                "destination_phone_number": destination_phone_number,
                "origination_identity": origination_identity,
                "message_body": message_body,
                "message_body_text_type": message_body_text_type,
                "voice_id": voice_id,
                "configuration_set_name": configuration_set_name,
                "max_price_per_minute": max_price_per_minute,
                "time_to_live": time_to_live,
                "context": context,
                "dry_run": dry_run,
                "protect_configuration_id": protect_configuration_id,
                "message_feedback_enabled": message_feedback_enabled,
            },
        )
