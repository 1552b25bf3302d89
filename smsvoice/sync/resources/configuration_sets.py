"""Configuration sets: defaults for messages that go through them, and where their events go.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/configuration-sets.html
"""

# Mirrored from smsvoice/aio/resources/configuration_sets.py by `python -m codegen`. Change that file, not this one.

from collections.abc import Sequence
from typing import Any, Self

import smsvoice.operations as operations
from smsvoice.core.codec import merged
from smsvoice.core.filters import OneOrMore
from smsvoice.models.common import MessageType, MessageTypeArgument, TagListArgument
from smsvoice.models.configuration_sets import (
    ConfigurationSetFilter,
    ConfigurationSetInformation,
    DescribeConfigurationSetsResult,
    EventType,
    EventTypeArgument,
)
from smsvoice.sync.handle import Collection
from smsvoice.sync.pager import Pager
from smsvoice.sync.resources.described import Described
from smsvoice.sync.resources.event_destinations import EventDestinations
from smsvoice.sync.resources.listing import list_pager


class ConfigurationSets(Collection):
    """Configuration sets: `sms.configuration_sets`."""

    def at(self, configuration_set_name: str) -> "ConfigurationSet":
        """The configuration set of that name or ARN; makes no call."""
        return ConfigurationSet(self._sms, configuration_set_name)

    def get(self, configuration_set_name: str) -> "ConfigurationSet":
        """The configuration set of that name or ARN, loaded.

        Raises:
            ResourceNotFoundError: there is none.
        """
        return self.at(configuration_set_name).refresh()

    def list(
        self,
        *,
        ids: Sequence[str] | None = None,
        event_destination_name: OneOrMore[str] | None = None,
        matching_event_types: OneOrMore[EventTypeArgument] | None = None,
        default_message_type: OneOrMore[MessageTypeArgument] | None = None,
        default_sender_id: OneOrMore[str] | None = None,
        default_message_feedback_enabled: bool | None = None,
        protect_configuration_id: OneOrMore[str] | None = None,
        max_results: int | None = None,
        starting_token: str | None = None,
    ) -> Pager[DescribeConfigurationSetsResult, "ConfigurationSet"]:
        """Configuration sets, loaded, one at a time; filters take one value or several.

        Args:
            ids: only these, in any number, by name or ARN.
            event_destination_name: names of event destinations that they have.
            matching_event_types: events that one of their destinations asks for.
            default_message_type: TRANSACTIONAL, PROMOTIONAL.
            default_sender_id: their default sender IDs.
            default_message_feedback_enabled: those that ask for feedback, or the others.
            protect_configuration_id: ids of protect configurations.
            max_results: most items a page, 1 to 100.
            starting_token: where an earlier walk stopped.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DescribeConfigurationSets.html
        """
        return list_pager(
            self._sms,
            operations.configuration_sets.DESCRIBE_CONFIGURATION_SETS,
            self._loaded,
            members={"max_results": max_results},
            ids=ids,
            ids_as="configuration_set_names",
            filter_model=ConfigurationSetFilter,
            filtered={
                "event_destination_name": event_destination_name,
                "matching_event_types": matching_event_types,
                "default_message_type": default_message_type,
                "default_sender_id": default_sender_id,
                "default_message_feedback_enabled": default_message_feedback_enabled,
                "protect_configuration_id": protect_configuration_id,
            },
            kinds={"matching_event_types": EventType, "default_message_type": MessageType},
            starting_token=starting_token,
        )

    def create(
        self,
        configuration_set_name: str,
        *,
        tags: TagListArgument | None = None,
        client_token: str | None = None,
    ) -> "ConfigurationSet":
        """Create a configuration set without destinations and defaults.

        Args:
            configuration_set_name: 1 to 64 letters, digits, hyphens and underscores; fixed.
            tags: values by key, e.g. {"team": "shop"}, or Tag objects.
            client_token: makes a repeated call act once; random otherwise.

        Raises:
            ConflictError: RESOURCE_ALREADY_EXISTS: the name is taken.
            ServiceQuotaExceededError: CONFIGURATION_SETS_PER_ACCOUNT: 25 exist.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_CreateConfigurationSet.html
        """
        made = self._sms.api.create_configuration_set(
            configuration_set_name=configuration_set_name, tags=tags, client_token=client_token
        )
        fresh = merged(ConfigurationSetInformation, None, made)
        return self._loaded(fresh.model_copy(update={"event_destinations": ()}))

    def _loaded(self, data: ConfigurationSetInformation) -> "ConfigurationSet":
        return ConfigurationSet(self._sms, data.configuration_set_name, data=data)


class ConfigurationSet(Described[ConfigurationSetInformation]):
    """One configuration set: name it in a send, and its defaults and destinations apply."""

    _model = ConfigurationSetInformation
    _load_hint = "configuration_sets.get(name)"
    _arn_member = "configuration_set_arn"
    _describe = operations.configuration_sets.DESCRIBE_CONFIGURATION_SETS
    _ids_member = "configuration_set_names"

    @property
    def event_destinations(self) -> EventDestinations:
        """Where the events of its messages go."""
        return EventDestinations(self)

    def delete(self) -> None:
        """Delete the configuration set and its event destinations.

        Raises:
            ResourceNotFoundError: it is gone already.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DeleteConfigurationSet.html
        """
        self._merge_answer(self._sms.api.delete_configuration_set(configuration_set_name=self.id))

    def set_default_message_type(self, message_type: MessageTypeArgument) -> Self:
        """Set the message type of messages that name none; gives back this handle.

        Args:
            message_type: TRANSACTIONAL or PROMOTIONAL.

        Raises:
            ResourceNotFoundError: it is gone.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_SetDefaultMessageType.html
        """
        answer = self._sms.api.set_default_message_type(
            configuration_set_name=self.id, message_type=message_type
        )
        return self._with(default_message_type=answer.message_type)

    def delete_default_message_type(self) -> Self:
        """Have no default message type; without one this does no harm. Gives back this handle.

        Raises:
            ResourceNotFoundError: it is gone.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DeleteDefaultMessageType.html
        """
        self._sms.api.delete_default_message_type(configuration_set_name=self.id)
        return self._with(default_message_type=None)

    def set_default_sender_id(self, sender_id: str) -> Self:
        """Set the sender ID of messages where no better identity exists; gives back this handle.

        Args:
            sender_id: its name, 1 to 11 characters.

        Raises:
            ResourceNotFoundError: the configuration set is gone.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_SetDefaultSenderId.html
        """
        answer = self._sms.api.set_default_sender_id(
            configuration_set_name=self.id, sender_id=sender_id
        )
        return self._with(default_sender_id=answer.sender_id)

    def delete_default_sender_id(self) -> Self:
        """Have no default sender ID; without one this does no harm. Gives back this handle.

        Raises:
            ResourceNotFoundError: it is gone.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DeleteDefaultSenderId.html
        """
        self._sms.api.delete_default_sender_id(configuration_set_name=self.id)
        return self._with(default_sender_id=None)

    def set_default_message_feedback_enabled(self, *, message_feedback_enabled: bool) -> Self:
        """Set whether messages ask for feedback unless they say otherwise; gives back this handle.

        Args:
            message_feedback_enabled: True waits for `messages.put_feedback`.

        Raises:
            ResourceNotFoundError: it is gone.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_SetDefaultMessageFeedbackEnabled.html
        """
        answer = self._sms.api.set_default_message_feedback_enabled(
            configuration_set_name=self.id, message_feedback_enabled=message_feedback_enabled
        )
        return self._with(default_message_feedback_enabled=answer.message_feedback_enabled)

    def _with(self, **members: Any) -> Self:
        """Take what a part of an answer says into `data`; nothing loaded stays nothing loaded."""
        if self.is_loaded:
            self._data = self.data.model_copy(update=members)
        return self
