"""Operations of messages under AWS's names."""

# Mirrored from smsvoice/aio/api/messages.py by `python -m codegen`. Change that file, not this one.

from __future__ import annotations

from collections.abc import Mapping, Sequence

import smsvoice.models as models
import smsvoice.operations as operations
from smsvoice.sync.api_base import ApiBase


class MessagesApi(ApiBase):
    """Operations of messages."""

    def carrier_lookup(
        self,
        *,
        phone_number: str,
        enable_cleansing: bool | None = None,
    ) -> models.messages.CarrierLookupResult:
        """Look up what is known of a phone number: its kind, its country and its carrier.

        Args:
            phone_number: E.164 number with its plus sign, at most 40 characters; spaces, brackets,
                hyphens, full stops and commas are ignored.
            enable_cleansing: True rewrites the number by its country's dialling rules first; the
                result then keeps your original as well.

        Returns:
            What was found; for an INVALID number just the number and its type.

        Raises:
            ServiceQuotaExceededError: AWS names no reason: the account has used up what it may look
                up.
            OutcomeUnknownError: the request left and no usable answer came back; AWS may have
                carried it out.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_CarrierLookup.html
        """
        return self._call(
            operations.messages.CARRIER_LOOKUP,
            {
                "phone_number": phone_number,
                "enable_cleansing": enable_cleansing,
            },
        )

    def put_message_feedback(
        self,
        *,
        message_id: str,
        message_feedback_status: models.messages.MessageFeedbackStatusArgument,
    ) -> models.messages.PutMessageFeedbackResult:
        """Report whether a message reached its person; without a report within the hour it counts
        as FAILED.

        Args:
            message_id: Identifier that the send returned; the message must have been sent with
                feedback enabled.
            message_feedback_status: RECEIVED when the recipient got or used the message, otherwise
                FAILED.

        Returns:
            The message's id and the status that was stored.

        Raises:
            ResourceNotFoundError: message: the id is unknown, or the message was sent without
                feedback.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_PutMessageFeedback.html
        """
        return self._call(
            operations.messages.PUT_MESSAGE_FEEDBACK,
            {
                "message_id": message_id,
                "message_feedback_status": message_feedback_status,
            },
        )

    def send_media_message(
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

        Args:
            destination_phone_number: The recipient, in E.164, e.g. +12065550142.
            origination_identity: Number, or identifier or ARN of a phone number, sender ID or pool;
                a shared one needs the ARN.
            message_body: Text beside the media, 1 to 1600 characters; optional when there is a
                file.
            media_urls: Exactly one S3 URL; GIF, JPEG and PNG at most 2 MB, other supported files at
                most 600 KB.
            configuration_set_name: Configuration set for this send, by name or ARN: its defaults,
                protect configuration and event destinations apply.
            max_price: Ceiling per message, US dollars as a decimal string, e.g. "0.20"; a dearer
                message is refused.
            time_to_live: How long AWS may keep trying, in seconds, 5 to 259200; 72 hours when left
                out.
            context: Your own data, returned in the events: at most 5 entries, keys to 100 without
                spaces, values to 800.
            dry_run: True checks everything and sends nothing; nothing is charged.
            protect_configuration_id: Identifier or ARN of the protect configuration for this
                message, ahead of the configuration set's and the account's.
            message_feedback_enabled: True if you will report receipt through PutMessageFeedback;
                silence for an hour counts as FAILED. The configuration set decides when left out.

        Returns:
            The message's id; events show later whether it arrived.

        Raises:
            ConflictError: DESTINATION_PHONE_NUMBER_OPTED_OUT: the recipient said stop
                (`error.is_opted_out`); NO_ORIGINATION_IDENTITIES_FOUND: nothing reaches the
                country; DESTINATION_PHONE_NUMBER_NOT_VERIFIED: sandbox;
                DESTINATION_COUNTRY_BLOCKED_BY_PROTECT_CONFIGURATION: country blocked;
                RESOURCE_NOT_ACTIVE: identity not ready.
            ResourceNotFoundError: phone-number, sender-id, pool, configuration-set or
                protect-configuration: the given one does not exist.
            ServiceQuotaExceededError: MONTHLY_SPEND_LIMIT_REACHED_FOR_MEDIA: the month's money for
                media messages is spent.
            OutcomeUnknownError: the request left and no usable answer came back; AWS may have
                carried it out.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_SendMediaMessage.html
        """
        return self._call(
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

    def send_text_message(
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
        destination_country_parameters: models.common.DestinationCountryParametersArgument
        | None = None,
        dry_run: bool | None = None,
        protect_configuration_id: str | None = None,
        message_feedback_enabled: bool | None = None,
    ) -> models.messages.SendTextMessageResult:
        """Send one text message to one recipient; it costs money, and repeating the call sends
        another.

        Args:
            destination_phone_number: The recipient, in E.164, e.g. +12065550142.
            origination_identity: Number, or identifier or ARN of a phone number, sender ID, RCS
                agent or pool; AWS chooses when left out.
            message_body: Text of the message, 1 to 1600 characters, not only blanks.
            message_type: TRANSACTIONAL or PROMOTIONAL; steers which identity AWS chooses when
                several could send.
            keyword: Programme name registered with your US short code, 1 to 30 characters; leave
                out without one.
            configuration_set_name: Configuration set for this send, by name or ARN: its defaults,
                protect configuration and event destinations apply.
            max_price: Ceiling per message part, US dollars as a decimal string, e.g. "0.20"; a
                dearer message is refused.
            time_to_live: How long AWS may keep trying, in seconds, 5 to 259200; 72 hours when left
                out.
            context: Your own data, returned in the events: at most 5 entries, keys to 100 without
                spaces, values to 800.
            destination_country_parameters: For India with a sender ID: IN_ENTITY_ID and
                IN_TEMPLATE_ID from its registration, 1 to 64 characters each.
            dry_run: True checks everything and sends nothing; free, at most 5 message parts per
                second.
            protect_configuration_id: Identifier or ARN of the protect configuration for this
                message, ahead of the configuration set's and the account's.
            message_feedback_enabled: True if you will report receipt through PutMessageFeedback;
                silence for an hour counts as FAILED. The configuration set decides when left out.

        Returns:
            The message's id; events show later whether it arrived.

        Raises:
            ConflictError: DESTINATION_PHONE_NUMBER_OPTED_OUT: the recipient said stop
                (`error.is_opted_out`); NO_ORIGINATION_IDENTITIES_FOUND: nothing reaches the
                country; DESTINATION_PHONE_NUMBER_NOT_VERIFIED: sandbox;
                DESTINATION_COUNTRY_BLOCKED_BY_PROTECT_CONFIGURATION: country blocked;
                RESOURCE_NOT_ACTIVE: identity not ready.
            ResourceNotFoundError: phone-number, sender-id, pool, rcs-agent, configuration-set or
                protect-configuration: the given one does not exist.
            ServiceQuotaExceededError: MONTHLY_SPEND_LIMIT_REACHED_FOR_TEXT: the month's money for
                text messages is spent.
            OutcomeUnknownError: the request left and no usable answer came back; AWS may have
                carried it out.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_SendTextMessage.html
        """
        return self._call(
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

    def send_voice_message(
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

        Args:
            destination_phone_number: The recipient, in E.164, e.g. +12065550142.
            origination_identity: Number, or identifier or ARN of a phone number or pool, that
                calls; a shared one needs the ARN.
            message_body: Words to speak, at most 3000 characters as TEXT, 6000 as SSML.
            message_body_text_type: TEXT, the default, at most 3000 characters; or SSML, at most
                6000 with its tags.
            voice_id: Amazon Polly voice that reads the message, e.g. JOANNA; MATTHEW when left out.
            configuration_set_name: Configuration set for this call, by name or ARN: its protect
                configuration and event destinations apply.
            max_price_per_minute: Ceiling per minute of the call, US dollars as a decimal string,
                e.g. "0.20"; a dearer call is refused.
            time_to_live: How long AWS may keep trying to call, in seconds, 5 to 259200; 72 hours
                when left out.
            context: Your own data, returned in the events: at most 5 entries, keys to 100 without
                spaces, values to 800.
            dry_run: True checks everything and makes no call; nothing is charged.
            protect_configuration_id: Identifier or ARN of the protect configuration for this call,
                ahead of the configuration set's and the account's.
            message_feedback_enabled: True if you will report receipt through PutMessageFeedback;
                silence for an hour counts as FAILED. The configuration set decides when left out.

        Returns:
            The message's id; events show later how the call went.

        Raises:
            ConflictError: DESTINATION_PHONE_NUMBER_OPTED_OUT: the recipient said stop
                (`error.is_opted_out`); NO_ORIGINATION_IDENTITIES_FOUND: nothing reaches the
                country; DESTINATION_PHONE_NUMBER_NOT_VERIFIED: sandbox;
                DESTINATION_COUNTRY_BLOCKED_BY_PROTECT_CONFIGURATION: country blocked;
                RESOURCE_NOT_ACTIVE: identity not ready.
            ResourceNotFoundError: phone-number, pool, configuration-set or protect-configuration:
                the given one does not exist.
            ServiceQuotaExceededError: DAILY_DESTINATION_CALL_LIMIT: this recipient was called 5
                times in 24 hours; MONTHLY_SPEND_LIMIT_REACHED_FOR_VOICE: the month's money is
                spent.
            OutcomeUnknownError: the request left and no usable answer came back; AWS may have
                carried it out.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_SendVoiceMessage.html
        """
        return self._call(
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
