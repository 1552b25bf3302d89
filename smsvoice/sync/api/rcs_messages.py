"""Operations of rcs messages under AWS's names."""

# Mirrored from smsvoice/aio/api/rcs_messages.py by `python -m codegen`. Change that file, not this one.

from __future__ import annotations

from collections.abc import Mapping

from smsvoice import models, operations
from smsvoice.sync.door import Door


class RcsMessagesApi(Door):
    """Operations of rcs messages."""

    def send_rcs_message(
        self,
        *,
        destination_phone_number: str,
        origination_identity: str,
        rcs_message_content: models.rcs_messages.RcsMessageContent | None = None,
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
        """Send one RCS message to one recipient; it costs money, and repeating the call sends
        another.

        Returns:
            The message's id; events tell later whether it arrived or was read.

        Raises:
            ConflictError: RESOURCE_NOT_ACTIVE: the RCS agent is not launched;
                NO_ORIGINATION_IDENTITIES_FOUND: the pool has none;
                DESTINATION_PHONE_NUMBER_OPTED_OUT: the recipient said stop;
                DESTINATION_COUNTRY_BLOCKED_BY_PROTECT_CONFIGURATION: country blocked.
            ResourceNotFoundError: rcs-agent, pool, configuration-set or protect-configuration: the
                given one does not exist.
            ServiceQuotaExceededError: MONTHLY_SPEND_LIMIT_REACHED_FOR_RCS: the month's money for
                RCS messages is spent.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_SendRcsMessage.html
        """
        return self._call(
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
