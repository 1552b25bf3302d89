"""Operations of rcs messages under AWS's names."""

# Written by `python -m codegen`. Change codegen/ or its tables, not this file.

from __future__ import annotations

from collections.abc import Mapping

import smsvoice.models as models
import smsvoice.operations as operations
from smsvoice.aio.api_base import AsyncApiBase


class AsyncRcsMessagesApi(AsyncApiBase):
    """Operations of rcs messages."""

    async def send_rcs_message(
        self,
        *,
        destination_phone_number: str,
        origination_identity: str,
        rcs_message_content: models.rcs_messages.RcsMessageContentArgument | None = None,
        time_to_live: int | None = None,
        message_traffic_type: str | None = None,
        fallback_configuration: models.rcs_messages.RcsFallbackConfigurationArgument | None = None,
        protect_configuration_id: str | None = None,
        configuration_set_name: str | None = None,
        max_price: str | None = None,
        dry_run: bool | None = None,
        context: Mapping[str, str] | None = None,
        message_feedback_enabled: bool | None = None,
    ) -> models.rcs_messages.SendRcsMessageResult:
        """Send one RCS message to one recipient; it costs money, and repeating the call sends
        another.

        Args:
            destination_phone_number: The recipient, in E.164, e.g. +12065550142.
            origination_identity: Identifier or ARN of an RCS agent, or of a pool that contains one.
            rcs_message_content: What the recipient sees: text, file, card or carousel, and
                suggestions below it.
            time_to_live: How long AWS may keep trying, in seconds, 1 to 172800; afterwards the
                fallback, if any, is sent.
            message_traffic_type: Kind of RCS traffic, e.g. AUTHENTICATION or PROMOTION; reserved,
                without effect for now.
            fallback_configuration: SMS or MMS to send instead when RCS fails or its time to live
                runs out; without it, nothing.
            protect_configuration_id: Identifier or ARN of the protect configuration for this
                message, ahead of the configuration set's and the account's.
            configuration_set_name: Configuration set for this send, by name or ARN: its protect
                configuration and event destinations apply.
            max_price: Ceiling per message, US dollars as a decimal string, e.g. "0.20"; a dearer
                message is refused.
            dry_run: True checks everything and sends nothing; nothing is charged.
            context: Your own data, returned in the events: at most 5 entries, keys to 100 without
                spaces, values to 800.
            message_feedback_enabled: True if you will report receipt through PutMessageFeedback;
                silence for an hour counts as FAILED. The configuration set decides when left out.

        Returns:
            The message's id; events show later whether it arrived or was read.

        Raises:
            ConflictError: RESOURCE_NOT_ACTIVE: the RCS agent is not launched;
                NO_ORIGINATION_IDENTITIES_FOUND: the pool has none;
                DESTINATION_PHONE_NUMBER_OPTED_OUT: the recipient said stop (`error.is_opted_out`);
                DESTINATION_COUNTRY_BLOCKED_BY_PROTECT_CONFIGURATION: country blocked.
            ResourceNotFoundError: rcs-agent, pool, configuration-set or protect-configuration: the
                given one does not exist.
            ServiceQuotaExceededError: MONTHLY_SPEND_LIMIT_REACHED_FOR_RCS: the month's money for
                RCS messages is spent.
            OutcomeUnknownError: the request left and no usable answer came back; AWS may have
                carried it out.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_SendRcsMessage.html
        """
        return await self._call(
            operations.rcs_messages.SEND_RCS_MESSAGE,
            {
                "destination_phone_number": destination_phone_number,
                "origination_identity": origination_identity,
                "rcs_message_content": rcs_message_content,
                "time_to_live": time_to_live,
                "message_traffic_type": message_traffic_type,
                "fallback_configuration": fallback_configuration,
                "protect_configuration_id": protect_configuration_id,
                "configuration_set_name": configuration_set_name,
                "max_price": max_price,
                "dry_run": dry_run,
                "context": context,
                "message_feedback_enabled": message_feedback_enabled,
            },
        )
