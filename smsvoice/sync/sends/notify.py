"""One-time codes from a notify configuration."""

# Mirrored from smsvoice/aio/sends/notify.py by `python -m codegen`. Change that file, not this one.

from __future__ import annotations

from collections.abc import Mapping

import smsvoice.models as models
import smsvoice.operations as operations
from smsvoice.sync.handle import Data, Handle
from smsvoice.sync.resources.notify_templates import NotifyTemplate, template_id_of


class NotifySends(Handle[Data]):
    """A handle that one-time codes can come from."""

    def send_text(
        self,
        destination_phone_number: str,
        *,
        template_variables: Mapping[str, str],
        template_id: str | NotifyTemplate | None = None,
        time_to_live: int | None = None,
        context: Mapping[str, str] | None = None,
        configuration_set_name: str | None = None,
        dry_run: bool | None = None,
        message_feedback_enabled: bool | None = None,
    ) -> models.notify.SendNotifyTextMessageResult:
        """Send one one-time code as a text; it costs money, and repeating the call sends another.

        Args:
            destination_phone_number: The recipient, in E.164, e.g. +12065550142.
            template_variables: Values by variable name, at most 20; numbers and booleans as text
                too, e.g. "42" or "true".
            template_id: The template, by identifier or as a NotifyTemplate. The configuration's
                default if absent. A loaded template checks the variables before the request leaves.
            time_to_live: How long AWS may keep trying, in seconds, 5 to 259200; 72 hours when left
                out.
            context: Your own data, returned in the events: at most 5 entries, keys to 100 without
                spaces, values to 800.
            configuration_set_name: Configuration set for this send, by name or ARN: its protect
                configuration and event destinations apply.
            dry_run: True checks variables, country and spend and returns the resolved text; nothing
                is sent or charged.
            message_feedback_enabled: True if you will report receipt through PutMessageFeedback;
                silence for an hour counts as FAILED. The configuration set decides when left out.

        Returns:
            The message's id, the template used and the text that results.

        Raises:
            ConflictError: NOTIFY_CONFIGURATION_NOT_ACTIVE: not approved yet;
                DESTINATION_PHONE_NUMBER_OPTED_OUT: the recipient said stop (`error.is_opted_out`);
                RESOURCE_NOT_ACTIVE: the template is inactive;
                DESTINATION_PHONE_NUMBER_NOT_VERIFIED: sandbox.
            ResourceNotFoundError: notify-configuration, notify-template or configuration-set: the
                given one does not exist.
            ServiceQuotaExceededError: DAILY_NOTIFY_TIER_MESSAGE_LIMIT: the BASIC tier's 200 a day
                are sent; MONTHLY_SPEND_LIMIT_REACHED_FOR_NOTIFY: the month's money is spent.
            OutcomeUnknownError: the request left and no usable answer came back; AWS may have
                carried it out.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_SendNotifyTextMessage.html
        """
        operation = operations.notify.SEND_NOTIFY_TEXT_MESSAGE
        members = {
            "destination_phone_number": destination_phone_number,
            "template_variables": template_variables,
            "template_id": template_id_of(template_id, template_variables),
            "time_to_live": time_to_live,
            "context": context,
            "configuration_set_name": configuration_set_name,
            "dry_run": dry_run,
            "message_feedback_enabled": message_feedback_enabled,
            "notify_configuration_id": self.id,
        }
        return self._sms.call(operation, self._sms.request(operation, members))

    def send_voice(
        self,
        destination_phone_number: str,
        *,
        template_variables: Mapping[str, str],
        template_id: str | NotifyTemplate | None = None,
        voice_id: models.common.VoiceIdArgument | None = None,
        time_to_live: int | None = None,
        context: Mapping[str, str] | None = None,
        configuration_set_name: str | None = None,
        dry_run: bool | None = None,
        message_feedback_enabled: bool | None = None,
    ) -> models.notify.SendNotifyVoiceMessageResult:
        """Call one person and read a one-time code aloud; each minute costs money, and repeating
        the call rings again.

        Args:
            destination_phone_number: The recipient, in E.164, e.g. +12065550142.
            template_variables: Values by variable name, at most 20; numbers and booleans as text
                too, e.g. "42" or "true".
            template_id: The template for voice, by identifier or as a NotifyTemplate. The
                configuration's default if absent. A loaded template checks the variables before the
                request leaves.
            voice_id: Amazon Polly voice that reads the message; must be among the template's
                SupportedVoiceIds.
            time_to_live: How long AWS may keep trying to call, in seconds, 5 to 259200; 72 hours
                when left out.
            context: Your own data, returned in the events: at most 5 entries, keys to 100 without
                spaces, values to 800.
            configuration_set_name: Configuration set for this send, by name or ARN: its protect
                configuration and event destinations apply.
            dry_run: True checks variables, country and spend and returns the resolved text; no call
                is made, nothing is charged.
            message_feedback_enabled: True if you will report receipt through PutMessageFeedback;
                silence for an hour counts as FAILED. The configuration set decides when left out.

        Returns:
            The message's id, the template used and the text that results.

        Raises:
            ConflictError: NOTIFY_CONFIGURATION_NOT_ACTIVE: not approved yet;
                DESTINATION_PHONE_NUMBER_OPTED_OUT: the recipient said stop (`error.is_opted_out`);
                RESOURCE_NOT_ACTIVE: the template is inactive;
                DESTINATION_PHONE_NUMBER_NOT_VERIFIED: sandbox.
            ResourceNotFoundError: notify-configuration, notify-template or configuration-set: the
                given one does not exist.
            ServiceQuotaExceededError: DAILY_NOTIFY_TIER_MESSAGE_LIMIT: the BASIC tier's 200 a day
                are sent; MONTHLY_SPEND_LIMIT_REACHED_FOR_NOTIFY: the month's money is spent.
            OutcomeUnknownError: the request left and no usable answer came back; AWS may have
                carried it out.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_SendNotifyVoiceMessage.html
        """
        operation = operations.notify.SEND_NOTIFY_VOICE_MESSAGE
        members = {
            "destination_phone_number": destination_phone_number,
            "template_variables": template_variables,
            "template_id": template_id_of(template_id, template_variables),
            "voice_id": voice_id,
            "time_to_live": time_to_live,
            "context": context,
            "configuration_set_name": configuration_set_name,
            "dry_run": dry_run,
            "message_feedback_enabled": message_feedback_enabled,
            "notify_configuration_id": self.id,
        }
        return self._sms.call(operation, self._sms.request(operation, members))
