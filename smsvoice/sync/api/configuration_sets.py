"""Operations of configuration sets under AWS's names."""

# Mirrored from smsvoice/aio/api/configuration_sets.py by `python -m codegen`. Change that file, not this one.

from __future__ import annotations

from collections.abc import Sequence

import smsvoice.models as models
import smsvoice.operations as operations
from smsvoice.sync.api_base import ApiBase
from smsvoice.sync.pager import Pager


class ConfigurationSetsApi(ApiBase):
    """Operations of configuration sets."""

    def create_configuration_set(
        self,
        *,
        configuration_set_name: str,
        tags: models.common.TagListArgument | None = None,
        client_token: str | None = None,
    ) -> models.configuration_sets.CreateConfigurationSetResult:
        """Create a configuration set, empty at first: no event destinations, no defaults, no
        protect configuration.

        Args:
            configuration_set_name: Name for the new set, 1 to 64 letters, digits, hyphens or
                underscores; unique in the account.
            tags: Tags of the resource, at most 200 pairs of key and value.
            client_token: Idempotency key, 1 to 64 printable characters; a repeat with the same
                token acts once. Random if absent.

        Returns:
            The new configuration set and its tags.

        Raises:
            ConflictError: RESOURCE_ALREADY_EXISTS: the name is taken.
            ServiceQuotaExceededError: CONFIGURATION_SETS_PER_ACCOUNT: 25 sets exist;
                TAGS_PER_RESOURCE: too many tags.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_CreateConfigurationSet.html
        """
        return self._call(
            operations.configuration_sets.CREATE_CONFIGURATION_SET,
            {
                "configuration_set_name": configuration_set_name,
                "tags": tags,
                "client_token": client_token,
            },
        )

    def create_event_destination(
        self,
        *,
        configuration_set_name: str,
        event_destination_name: str,
        matching_event_types: Sequence[models.configuration_sets.EventTypeArgument],
        cloud_watch_logs_destination: models.configuration_sets.CloudWatchLogsDestinationArgument
        | None = None,
        kinesis_firehose_destination: models.configuration_sets.KinesisFirehoseDestinationArgument
        | None = None,
        sns_destination: models.configuration_sets.SnsDestinationArgument | None = None,
        client_token: str | None = None,
    ) -> models.configuration_sets.CreateEventDestinationResult:
        """Create an event destination in a configuration set: exactly one of CloudWatch Logs,
        Firehose and SNS.

        Args:
            configuration_set_name: Configuration set that gets the event destination, by name or
                ARN.
            event_destination_name: Name of the event destination, 1 to 64 letters, digits, hyphens
                or underscores; unique in its configuration set.
            matching_event_types: Event types this destination receives, 1 to 52; ALL covers every
                one, TEXT_SENT is not supported.
            cloud_watch_logs_destination: Log group and role to write events to; give exactly one of
                the three kinds of target.
            kinesis_firehose_destination: Amazon Data Firehose stream and role; give exactly one of
                the three kinds of target.
            sns_destination: Amazon SNS topic as target; give exactly one of the three targets, its
                kind cannot change later.
            client_token: Idempotency key, 1 to 64 printable characters; a repeat with the same
                token acts once. Random if absent.

        Returns:
            The configuration set's name and the new event destination.

        Raises:
            ConflictError: RESOURCE_ALREADY_EXISTS: the set has an event destination of that name.
            ResourceNotFoundError: configuration-set: it does not exist.
            ServiceQuotaExceededError: EVENT_DESTINATIONS_PER_CONFIGURATION_SET: the set has 5
                already.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_CreateEventDestination.html
        """
        return self._call(
            operations.configuration_sets.CREATE_EVENT_DESTINATION,
            {
                "configuration_set_name": configuration_set_name,
                "event_destination_name": event_destination_name,
                "matching_event_types": matching_event_types,
                "cloud_watch_logs_destination": cloud_watch_logs_destination,
                "kinesis_firehose_destination": kinesis_firehose_destination,
                "sns_destination": sns_destination,
                "client_token": client_token,
            },
        )

    def delete_configuration_set(
        self,
        *,
        configuration_set_name: str,
    ) -> models.configuration_sets.DeleteConfigurationSetResult:
        """Delete a configuration set and, with it, all its event destinations.

        Args:
            configuration_set_name: Configuration set to delete, by name or ARN; its event
                destinations go with it.

        Returns:
            The configuration set as it last was, event destinations included.

        Raises:
            ResourceNotFoundError: configuration-set: it does not exist, or is gone already.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DeleteConfigurationSet.html
        """
        return self._call(
            operations.configuration_sets.DELETE_CONFIGURATION_SET,
            {
                "configuration_set_name": configuration_set_name,
            },
        )

    def delete_default_message_type(
        self,
        *,
        configuration_set_name: str,
    ) -> models.configuration_sets.DeleteDefaultMessageTypeResult:
        """Leave a configuration set without a default message type.

        Args:
            configuration_set_name: Configuration set that loses its default message type, by name
                or ARN.

        Returns:
            The configuration set and the message type that was its default.

        Raises:
            ResourceNotFoundError: configuration-set: it does not exist.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DeleteDefaultMessageType.html
        """
        return self._call(
            operations.configuration_sets.DELETE_DEFAULT_MESSAGE_TYPE,
            {
                "configuration_set_name": configuration_set_name,
            },
        )

    def delete_default_sender_id(
        self,
        *,
        configuration_set_name: str,
    ) -> models.configuration_sets.DeleteDefaultSenderIdResult:
        """Leave a configuration set without a default sender ID; the sender ID itself stays.

        Args:
            configuration_set_name: Configuration set that loses its default sender ID, by name or
                ARN.

        Returns:
            The configuration set and the sender ID that was its default.

        Raises:
            ResourceNotFoundError: configuration-set: it does not exist.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DeleteDefaultSenderId.html
        """
        return self._call(
            operations.configuration_sets.DELETE_DEFAULT_SENDER_ID,
            {
                "configuration_set_name": configuration_set_name,
            },
        )

    def delete_event_destination(
        self,
        *,
        configuration_set_name: str,
        event_destination_name: str,
    ) -> models.configuration_sets.DeleteEventDestinationResult:
        """Delete an event destination, so that its configuration set no longer writes events there.

        Args:
            configuration_set_name: Configuration set that has the event destination, by name or
                ARN.
            event_destination_name: Which event destination to delete, by its name.

        Returns:
            The configuration set and the event destination as it last was.

        Raises:
            ResourceNotFoundError: configuration-set or event-destination: the set, or the
                destination in it, does not exist.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DeleteEventDestination.html
        """
        return self._call(
            operations.configuration_sets.DELETE_EVENT_DESTINATION,
            {
                "configuration_set_name": configuration_set_name,
                "event_destination_name": event_destination_name,
            },
        )

    def describe_configuration_sets(
        self,
        *,
        configuration_set_names: Sequence[str] | None = None,
        filters: Sequence[models.configuration_sets.ConfigurationSetFilterArgument] | None = None,
        max_results: int | None = None,
        starting_token: str | None = None,
    ) -> Pager[
        models.configuration_sets.DescribeConfigurationSetsResult,
        models.configuration_sets.ConfigurationSetInformation,
    ]:
        """List configuration sets: those named, those that pass the filters, or all.

        Args:
            configuration_set_names: Names or ARNs of configuration sets, at most 5; all when left
                out, error if one is unknown.
            filters: Narrow the list; filters are ANDed.
            max_results: Most items per page, 1 to 100; a page may hold fewer, even none, before the
                last.
            starting_token: Where an earlier walk stopped.

        Returns:
            A pager over all pages. Each item is a configuration set with its event destinations and
                defaults.

        Raises:
            ResourceNotFoundError: configuration-set: one of the given names is unknown, which fails
                the whole call.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DescribeConfigurationSets.html
        """
        return self._pages(
            operations.configuration_sets.DESCRIBE_CONFIGURATION_SETS,
            {
                "configuration_set_names": configuration_set_names,
                "filters": filters,
                "max_results": max_results,
            },
            starting_token,
        )

    def set_default_message_feedback_enabled(
        self,
        *,
        configuration_set_name: str,
        message_feedback_enabled: bool,
    ) -> models.configuration_sets.SetDefaultMessageFeedbackEnabledResult:
        """Decide whether messages sent with a configuration set ask for feedback unless they say
        otherwise.

        Args:
            configuration_set_name: Configuration set whose message feedback default changes, by
                name or ARN.
            message_feedback_enabled: True to expect feedback on every message sent with the
                configuration set, unless the send sets it.

        Returns:
            The configuration set and its new default.

        Raises:
            ResourceNotFoundError: configuration-set: it does not exist.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_SetDefaultMessageFeedbackEnabled.html
        """
        return self._call(
            operations.configuration_sets.SET_DEFAULT_MESSAGE_FEEDBACK_ENABLED,
            {
                "configuration_set_name": configuration_set_name,
                "message_feedback_enabled": message_feedback_enabled,
            },
        )

    def set_default_message_type(
        self,
        *,
        configuration_set_name: str,
        message_type: models.common.MessageTypeArgument,
    ) -> models.configuration_sets.SetDefaultMessageTypeResult:
        """Set the message type of messages that go through a configuration set and name none.

        Args:
            configuration_set_name: Configuration set that gets the default message type, by name or
                ARN.
            message_type: TRANSACTIONAL or PROMOTIONAL, for sends with the configuration set that
                state no type themselves.

        Returns:
            The configuration set and its new default.

        Raises:
            ResourceNotFoundError: configuration-set: it does not exist.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_SetDefaultMessageType.html
        """
        return self._call(
            operations.configuration_sets.SET_DEFAULT_MESSAGE_TYPE,
            {
                "configuration_set_name": configuration_set_name,
                "message_type": message_type,
            },
        )

    def set_default_sender_id(
        self,
        *,
        configuration_set_name: str,
        sender_id: str,
    ) -> models.configuration_sets.SetDefaultSenderIdResult:
        """Set the sender ID that a configuration set falls back on where no better identity exists.

        Args:
            configuration_set_name: Configuration set that gets the default sender ID, by name or
                ARN.
            sender_id: Sender ID, 1 to 11 characters, for countries where you have neither a number
                nor a registered sender ID.

        Returns:
            The configuration set and its new default.

        Raises:
            ResourceNotFoundError: configuration-set: it does not exist.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_SetDefaultSenderId.html
        """
        return self._call(
            operations.configuration_sets.SET_DEFAULT_SENDER_ID,
            {
                "configuration_set_name": configuration_set_name,
                "sender_id": sender_id,
            },
        )

    def update_event_destination(
        self,
        *,
        configuration_set_name: str,
        event_destination_name: str,
        enabled: bool | None = None,
        matching_event_types: Sequence[models.configuration_sets.EventTypeArgument] | None = None,
        cloud_watch_logs_destination: models.configuration_sets.CloudWatchLogsDestinationArgument
        | None = None,
        kinesis_firehose_destination: models.configuration_sets.KinesisFirehoseDestinationArgument
        | None = None,
        sns_destination: models.configuration_sets.SnsDestinationArgument | None = None,
    ) -> models.configuration_sets.UpdateEventDestinationResult:
        """Change an event destination: on or off, its event types, or its target of the same kind.

        Args:
            configuration_set_name: Configuration set that has the event destination, by name or
                ARN.
            event_destination_name: Name of the event destination to change; the name itself stays.
            enabled: False pauses the events and keeps the event destination; True resumes them.
            matching_event_types: New set of event types, 1 to 52, in place of the old one;
                unchanged when left out.
            cloud_watch_logs_destination: New log group and role, for an event destination that
                writes to CloudWatch Logs already; the kind cannot change.
            kinesis_firehose_destination: New stream and role, for an event destination that writes
                to Firehose already; the kind cannot change.
            sns_destination: New Amazon SNS topic; only for an event destination that already
                targets Amazon SNS.

        Returns:
            The configuration set and the event destination as it is now.

        Raises:
            ConflictError: EVENT_DESTINATION_MISMATCH: the kind (CloudWatch Logs, Firehose, SNS)
                cannot change.
            ResourceNotFoundError: configuration-set or event-destination: the set, or the
                destination in it, does not exist.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_UpdateEventDestination.html
        """
        return self._call(
            operations.configuration_sets.UPDATE_EVENT_DESTINATION,
            {
                "configuration_set_name": configuration_set_name,
                "event_destination_name": event_destination_name,
                "enabled": enabled,
                "matching_event_types": matching_event_types,
                "cloud_watch_logs_destination": cloud_watch_logs_destination,
                "kinesis_firehose_destination": kinesis_firehose_destination,
                "sns_destination": sns_destination,
            },
        )
