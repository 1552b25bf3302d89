"""Calls from a phone number or pool."""

# Written by `python -m codegen`. Change codegen/ or its tables, not this file.

from __future__ import annotations

from collections.abc import Mapping

import smsvoice.models as models
import smsvoice.operations as operations
from smsvoice.aio.handle import AsyncHandle, Data


class AsyncVoiceOrigin(AsyncHandle[Data]):
    """A handle that calls can come from."""

    async def send_voice(
        self,
        destination_phone_number: str,
        *,
        message_body: str,
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
        """Call one person from here and read a text aloud; each minute costs money, and repeating
        the call rings again.

        Args:
            destination_phone_number: The recipient, in E.164, e.g. +12065550142.
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
        operation = operations.messages.SEND_VOICE_MESSAGE
        members = {
            "destination_phone_number": destination_phone_number,
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
            "origination_identity": self.id,
        }
        return await self._sms.call(operation, self._sms.request(operation, members))
