"""Operations of configuration sets under AWS's names."""

# Written by `python -m codegen`. Change codegen/ or its tables, not this file.

from __future__ import annotations

from collections.abc import Sequence

from smsvoice import models, operations
from smsvoice.aio.door import AsyncDoor
from smsvoice.aio.pager import AsyncPager


class AsyncConfigurationSetsApi(AsyncDoor):
    """Operations of configuration sets."""

    async def create_configuration_set(
        self,
        *,
        configuration_set_name: str,
        tags: Sequence[models.common.Tag] | None = None,
        client_token: str | None = None,
    ) -> models.configuration_sets.CreateConfigurationSetResult:
        """Create a configuration set, empty at first: no event destinations, no defaults, no
        protect configuration.

        Returns:
            The new configuration set and its tags.

        Raises:
            ConflictError: RESOURCE_ALREADY_EXISTS: the name is taken.
            ServiceQuotaExceededError: CONFIGURATION_SETS_PER_ACCOUNT: 25 sets exist;
                TAGS_PER_RESOURCE: too many tags.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_CreateConfigurationSet.html
        """
        return await self._call(
            operations.configuration_sets.CREATE_CONFIGURATION_SET,
            {
                "configuration_set_name": configuration_set_name,
                "tags": tags,
                "client_token": client_token,
            },
        )

    async def create_event_destination(
        self,
        *,
        configuration_set_name: str,
        event_destination_name: str,
        matching_event_types: Sequence[models.configuration_sets.EventTypeArgument],
        cloud_watch_logs_destination: models.configuration_sets.CloudWatchLogsDestination
        | None = None,
        kinesis_firehose_destination: models.configuration_sets.KinesisFirehoseDestination
        | None = None,
        sns_destination: models.configuration_sets.SnsDestination | None = None,
        client_token: str | None = None,
    ) -> models.configuration_sets.CreateEventDestinationResult:
        """Create an event destination in a configuration set: exactly one of CloudWatch Logs,
        Firehose and SNS.

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
        return await self._call(
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

    async def delete_configuration_set(
        self,
        *,
        configuration_set_name: str,
    ) -> models.configuration_sets.DeleteConfigurationSetResult:
        """Delete a configuration set and, with it, all its event destinations.

        Returns:
            The configuration set as it last was, event destinations included.

        Raises:
            ResourceNotFoundError: configuration-set: it does not exist, or is gone already.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DeleteConfigurationSet.html
        """
        return await self._call(
            operations.configuration_sets.DELETE_CONFIGURATION_SET,
            {
                "configuration_set_name": configuration_set_name,
            },
        )

    async def delete_default_message_type(
        self,
        *,
        configuration_set_name: str,
    ) -> models.configuration_sets.DeleteDefaultMessageTypeResult:
        """Leave a configuration set without a default message type.

        Returns:
            The configuration set and the message type that was its default.

        Raises:
            ResourceNotFoundError: configuration-set: it does not exist.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DeleteDefaultMessageType.html
        """
        return await self._call(
            operations.configuration_sets.DELETE_DEFAULT_MESSAGE_TYPE,
            {
                "configuration_set_name": configuration_set_name,
            },
        )

    async def delete_default_sender_id(
        self,
        *,
        configuration_set_name: str,
    ) -> models.configuration_sets.DeleteDefaultSenderIdResult:
        """Leave a configuration set without a default sender ID; the sender ID itself stays.

        Returns:
            The configuration set and the sender ID that was its default.

        Raises:
            ResourceNotFoundError: configuration-set: it does not exist.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DeleteDefaultSenderId.html
        """
        return await self._call(
            operations.configuration_sets.DELETE_DEFAULT_SENDER_ID,
            {
                "configuration_set_name": configuration_set_name,
            },
        )

    async def delete_event_destination(
        self,
        *,
        configuration_set_name: str,
        event_destination_name: str,
    ) -> models.configuration_sets.DeleteEventDestinationResult:
        """Delete an event destination, so that its configuration set no longer writes events there.

        Returns:
            The configuration set and the event destination as it last was.

        Raises:
            ResourceNotFoundError: configuration-set or event-destination: the set, or the
                destination in it, does not exist.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DeleteEventDestination.html
        """
        return await self._call(
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
        filters: Sequence[models.configuration_sets.ConfigurationSetFilter] | None = None,
        max_results: int | None = None,
        starting_token: str | None = None,
    ) -> AsyncPager[
        models.configuration_sets.DescribeConfigurationSetsResult,
        models.configuration_sets.ConfigurationSetInformation,
    ]:
        """List configuration sets: those named, those that pass the filters, or all.

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

    async def set_default_message_feedback_enabled(
        self,
        *,
        configuration_set_name: str,
        message_feedback_enabled: bool,
    ) -> models.configuration_sets.SetDefaultMessageFeedbackEnabledResult:
        """Decide whether messages sent with a configuration set ask for feedback unless they say
        otherwise.

        Returns:
            The configuration set and its new default.

        Raises:
            ResourceNotFoundError: configuration-set: it does not exist.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_SetDefaultMessageFeedbackEnabled.html
        """
        return await self._call(
            operations.configuration_sets.SET_DEFAULT_MESSAGE_FEEDBACK_ENABLED,
            {
                "configuration_set_name": configuration_set_name,
                "message_feedback_enabled": message_feedback_enabled,
            },
        )

    async def set_default_message_type(
        self,
        *,
        configuration_set_name: str,
        message_type: models.common.MessageTypeArgument,
    ) -> models.configuration_sets.SetDefaultMessageTypeResult:
        """Set the message type of messages that go through a configuration set and name none.

        Returns:
            The configuration set and its new default.

        Raises:
            ResourceNotFoundError: configuration-set: it does not exist.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_SetDefaultMessageType.html
        """
        return await self._call(
            operations.configuration_sets.SET_DEFAULT_MESSAGE_TYPE,
            {
                "configuration_set_name": configuration_set_name,
                "message_type": message_type,
            },
        )

    async def set_default_sender_id(
        self,
        *,
        configuration_set_name: str,
        sender_id: str,
    ) -> models.configuration_sets.SetDefaultSenderIdResult:
        """Set the sender ID that a configuration set falls back on where no better identity exists.

        Returns:
            The configuration set and its new default.

        Raises:
            ResourceNotFoundError: configuration-set: it does not exist.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_SetDefaultSenderId.html
        """
        return await self._call(
            operations.configuration_sets.SET_DEFAULT_SENDER_ID,
            {
                "configuration_set_name": configuration_set_name,
                "sender_id": sender_id,
            },
        )

    async def update_event_destination(
        self,
        *,
        configuration_set_name: str,
        event_destination_name: str,
        enabled: bool | None = None,
        matching_event_types: Sequence[models.configuration_sets.EventTypeArgument] | None = None,
        cloud_watch_logs_destination: models.configuration_sets.CloudWatchLogsDestination
        | None = None,
        kinesis_firehose_destination: models.configuration_sets.KinesisFirehoseDestination
        | None = None,
        sns_destination: models.configuration_sets.SnsDestination | None = None,
    ) -> models.configuration_sets.UpdateEventDestinationResult:
        """Change an event destination: on or off, its event types, or its target of the same kind.

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
        return await self._call(
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
