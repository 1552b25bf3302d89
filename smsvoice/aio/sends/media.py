"""Pictures, sounds and films from a phone number or pool."""

# Written by `python -m codegen`. Change codegen/ or its tables, not this file.

from __future__ import annotations

from collections.abc import Mapping, Sequence

import smsvoice.models as models
import smsvoice.operations as operations
from smsvoice.aio.handle import AsyncHandle, Data


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
    ) -> models.messages.SendMediaMessageResult:
        """Send one MMS message from here; it costs money, and repeating the call sends another.

        Args:
            destination_phone_number: The recipient, in E.164, e.g. +12065550142.
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
        operation = operations.messages.SEND_MEDIA_MESSAGE
        members = {
            "destination_phone_number": destination_phone_number,
            "message_body": message_body,
            "media_urls": media_urls,
            "configuration_set_name": configuration_set_name,
            "max_price": max_price,
            "time_to_live": time_to_live,
            "context": context,
            "dry_run": dry_run,
            "protect_configuration_id": protect_configuration_id,
            "message_feedback_enabled": message_feedback_enabled,
            "origination_identity": self.id,
        }
        return await self._sms.call(operation, self._sms.request(operation, members))
