"""Event destinations of a configuration set: which events go where.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/configuration-sets.html
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from smsvoice.aio.handle import AsyncCollection
from smsvoice.core.errors import Problem, RequestError
from smsvoice.models.configuration_sets import (
    CloudWatchLogsDestinationArgument,
    EventDestination,
    EventTypeArgument,
    KinesisFirehoseDestinationArgument,
    SnsDestinationArgument,
)

if TYPE_CHECKING:
    from smsvoice.aio.resources.configuration_sets import AsyncConfigurationSet


class AsyncEventDestinations(AsyncCollection):
    """The event destinations of one configuration set, at most 5."""

    def __init__(self, configuration_set: "AsyncConfigurationSet") -> None:
        super().__init__(configuration_set._sms)  # noqa: SLF001  friends
        self._set = configuration_set

    async def list(self) -> tuple[EventDestination, ...]:
        """All destinations as they are now; AWS describes them with the configuration set itself.

        Raises:
            ResourceNotFoundError: the configuration set is gone.
        """
        return (await self._set.refresh()).data.event_destinations or ()

    async def create(
        self,
        event_destination_name: str,
        *,
        matching_event_types: Sequence[EventTypeArgument],
        cloud_watch_logs_destination: CloudWatchLogsDestinationArgument | None = None,
        kinesis_firehose_destination: KinesisFirehoseDestinationArgument | None = None,
        sns_destination: SnsDestinationArgument | None = None,
        client_token: str | None = None,
    ) -> EventDestination | None:
        """Create a destination: exactly one of CloudWatch Logs, Firehose and SNS.

        Args:
            event_destination_name: 1 to 64 letters, digits, hyphens and underscores; fixed.
            matching_event_types: which events go there, e.g. ["TEXT_DELIVERED"], or ["ALL"].
            cloud_watch_logs_destination: a log group, and the IAM role that may write there.
            kinesis_firehose_destination: a stream, and the IAM role that may write there.
            sns_destination: a topic.
            client_token: makes a repeated call act once; random otherwise.

        Returns:
            The destination, switched on.

        Raises:
            RequestError: not exactly one kind of destination is given.
            ConflictError: RESOURCE_ALREADY_EXISTS: the set has one of that name.
            ResourceNotFoundError: the configuration set is gone.
            ServiceQuotaExceededError: EVENT_DESTINATIONS_PER_CONFIGURATION_SET: it has 5.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_CreateEventDestination.html
        """
        _one_kind(
            "CreateEventDestination",
            (cloud_watch_logs_destination, kinesis_firehose_destination, sns_destination),
            fewest=1,
        )
        answer = await self._sms.api.create_event_destination(
            # AWS finds no set by its ARN here, although it documents that it does.
            configuration_set_name=self._set.id.rpartition("/")[2],
            event_destination_name=event_destination_name,
            matching_event_types=matching_event_types,
            cloud_watch_logs_destination=cloud_watch_logs_destination,
            kinesis_firehose_destination=kinesis_firehose_destination,
            sns_destination=sns_destination,
            client_token=client_token,
        )
        self._know(event_destination_name, answer.event_destination)
        return answer.event_destination

    async def update(
        self,
        event_destination_name: str,
        *,
        enabled: bool | None = None,
        matching_event_types: Sequence[EventTypeArgument] | None = None,
        cloud_watch_logs_destination: CloudWatchLogsDestinationArgument | None = None,
        kinesis_firehose_destination: KinesisFirehoseDestinationArgument | None = None,
        sns_destination: SnsDestinationArgument | None = None,
    ) -> EventDestination | None:
        """Change what is given, and leave the rest; its kind cannot change.

        Args:
            event_destination_name: the destination.
            enabled: False holds back its events, True sends them.
            matching_event_types: which events go there, in place of those before.
            cloud_watch_logs_destination: another log group or IAM role.
            kinesis_firehose_destination: another stream or IAM role.
            sns_destination: another topic.

        Returns:
            The destination as it is now.

        Raises:
            RequestError: more than one kind of destination is given.
            ConflictError: EVENT_DESTINATION_MISMATCH: it is of another kind.
            ResourceNotFoundError: the set or the destination is gone.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_UpdateEventDestination.html
        """
        _one_kind(
            "UpdateEventDestination",
            (cloud_watch_logs_destination, kinesis_firehose_destination, sns_destination),
            fewest=0,
        )
        answer = await self._sms.api.update_event_destination(
            configuration_set_name=self._set.id,
            event_destination_name=event_destination_name,
            enabled=enabled,
            matching_event_types=matching_event_types,
            cloud_watch_logs_destination=cloud_watch_logs_destination,
            kinesis_firehose_destination=kinesis_firehose_destination,
            sns_destination=sns_destination,
        )
        self._know(event_destination_name, answer.event_destination)
        return answer.event_destination

    async def delete(self, event_destination_name: str) -> None:
        """Delete a destination: no more events go there.

        Args:
            event_destination_name: the destination.

        Raises:
            ResourceNotFoundError: the set or the destination is gone already.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DeleteEventDestination.html
        """
        await self._sms.api.delete_event_destination(
            configuration_set_name=self._set.id, event_destination_name=event_destination_name
        )
        self._know(event_destination_name, None)

    def _know(self, name: str, now: EventDestination | None) -> None:
        """Put a changed destination into the configuration set's `data`; None removes it."""
        if self._set.is_loaded:
            before = self._set.data.event_destinations or ()
            others = tuple(one for one in before if one.event_destination_name != name)
            destinations = others if now is None else (*others, now)
            self._set._with(event_destinations=destinations)  # noqa: SLF001  friends

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._set!r}>"


def _one_kind(operation: str, kinds: tuple[object, ...], *, fewest: int) -> None:
    given = sum(kind is not None for kind in kinds)
    if not fewest <= given <= 1:
        rule = f"give {'exactly' if fewest else 'at most'} one of CloudWatch Logs, Firehose and SNS"
        raise RequestError(operation, (Problem("destination", rule),))
