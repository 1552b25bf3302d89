"""Texts from a phone number, sender ID, pool or RCS agent."""

# Mirrored from smsvoice/aio/sends/text.py by `python -m codegen`. Change that file, not this one.

from __future__ import annotations

from collections.abc import Mapping

import smsvoice.models as models
import smsvoice.operations as operations
from smsvoice.sync.handle import Data, Handle


class TextOrigin(Handle[Data]):
    """A handle that texts can come from."""

    def send_text(
        self,
        destination_phone_number: str,
        *,
        message_body: str,
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
        """Send one text message from here; it costs money, and repeating the call sends another.

        Args:
            destination_phone_number: The recipient, in E.164, e.g. +12065550142.
            message_body: Text of the message, 1 to 1600 characters, not only blanks.
            message_type: TRANSACTIONAL or PROMOTIONAL.
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
        operation = operations.messages.SEND_TEXT_MESSAGE
        members = {
            "destination_phone_number": destination_phone_number,
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
            "origination_identity": self.id,
        }
        return self._sms.call(operation, self._sms.request(operation, members))
