"""Configuration sets: what sends fall back on, and where their events go.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/configuration-sets.html
Seen in use: a new event destination is enabled, and is created by the name of its set. Inferred: a
default sender ID need not exist, and deleting a default that is not set succeeds.
"""

from collections.abc import Collection, Iterable

from smsvoice.emulator.data import quotas
from smsvoice.emulator.engine.codec import result_from
from smsvoice.emulator.engine.context import Call, given_members, handles
from smsvoice.emulator.engine.lookup import FilterValue, by_ids, flag, matching
from smsvoice.emulator.engine.paging import page
from smsvoice.emulator.engine.quota import must_be_below
from smsvoice.emulator.engine.service_errors import conflict, invalid, not_found
from smsvoice.emulator.state.access import must_be_accessible
from smsvoice.emulator.state.configuration_sets import _KIND, named, sets
from smsvoice.emulator.state.tags import forget, store_tags
from smsvoice.models.configuration_sets import (
    ConfigurationSetInformation,
    CreateConfigurationSetRequest,
    CreateConfigurationSetResult,
    CreateEventDestinationRequest,
    CreateEventDestinationResult,
    DeleteConfigurationSetRequest,
    DeleteConfigurationSetResult,
    DeleteDefaultMessageTypeRequest,
    DeleteDefaultMessageTypeResult,
    DeleteDefaultSenderIdRequest,
    DeleteDefaultSenderIdResult,
    DeleteEventDestinationRequest,
    DeleteEventDestinationResult,
    DescribeConfigurationSetsRequest,
    DescribeConfigurationSetsResult,
    EventDestination,
    EventType,
    SetDefaultMessageFeedbackEnabledRequest,
    SetDefaultMessageFeedbackEnabledResult,
    SetDefaultMessageTypeRequest,
    SetDefaultMessageTypeResult,
    SetDefaultSenderIdRequest,
    SetDefaultSenderIdResult,
    UpdateEventDestinationRequest,
    UpdateEventDestinationResult,
)
from smsvoice.models.reasons import (
    ConflictExceptionReason,
    ResourceType,
    ServiceQuotaExceededExceptionReason,
    ValidationExceptionReason,
)
from smsvoice.operations import configuration_sets

_TARGETS = ("cloud_watch_logs_destination", "kinesis_firehose_destination", "sns_destination")
_FILTERS: dict[str, FilterValue] = {
    "event-destination-name": lambda one: [
        each.event_destination_name for each in one.event_destinations
    ],
    "matching-event-types": lambda one: [
        kind for each in one.event_destinations for kind in each.matching_event_types
    ],
    "default-message-type": lambda one: one.default_message_type,
    "default-sender-id": lambda one: one.default_sender_id,
    "default-message-feedback-enabled": flag(lambda one: one.default_message_feedback_enabled),
    "protect-configuration-id": lambda one: one.protect_configuration_id,
}


@handles(configuration_sets.CREATE_CONFIGURATION_SET)
def create(call: Call, request: CreateConfigurationSetRequest) -> CreateConfigurationSetResult:
    """A new set without destinations and defaults."""
    table, name = sets(call), request.configuration_set_name
    if name in table:
        raise conflict(ConflictExceptionReason.RESOURCE_ALREADY_EXISTS, _KIND, name)
    must_be_below(
        call,
        len(table),
        quotas.CONFIGURATION_SETS,
        ServiceQuotaExceededExceptionReason.CONFIGURATION_SETS_PER_ACCOUNT,
    )
    made = ConfigurationSetInformation(
        configuration_set_arn=call.arn("configuration-set", name),
        configuration_set_name=name,
        event_destinations=(),
        created_timestamp=call.now,
    )
    table.put(name, made)
    tags = store_tags(call, made.configuration_set_arn, request.tags)
    return result_from(CreateConfigurationSetResult, made, tags=tags)


@handles(configuration_sets.DESCRIBE_CONFIGURATION_SETS)
def describe(
    call: Call, request: DescribeConfigurationSetsRequest
) -> DescribeConfigurationSetsResult:
    """Sets by name and filter."""
    found = by_ids(call, sets(call), request.configuration_set_names, _KIND)
    found = matching(found, request.filters, _FILTERS)
    shown, token = page(call, request, found, lambda one: one.configuration_set_name)
    return DescribeConfigurationSetsResult(configuration_sets=shown, next_token=token)


@handles(configuration_sets.DELETE_CONFIGURATION_SET)
def delete(call: Call, request: DeleteConfigurationSetRequest) -> DeleteConfigurationSetResult:
    """Drop a set; its destinations go with it."""
    found = named(call, request.configuration_set_name)
    sets(call).drop(found.configuration_set_name)
    forget(call, found.configuration_set_arn)
    return result_from(DeleteConfigurationSetResult, found)


# --- event destinations ---------------------------------------------------------------------------


@handles(configuration_sets.CREATE_EVENT_DESTINATION)
def create_destination(
    call: Call, request: CreateEventDestinationRequest
) -> CreateEventDestinationResult:
    """A new destination of exactly one kind."""
    targets = given_members(request, *_TARGETS)
    if not targets:
        raise invalid(ValidationExceptionReason.MISSING_PARAMETER, None)
    _must_be_one(targets)
    found = _by_name(call, request.configuration_set_name)
    must_be_accessible(call, targets)
    name = request.event_destination_name
    if _destination(found, name) is not None:
        reason = ConflictExceptionReason.RESOURCE_ALREADY_EXISTS
        raise conflict(reason, ResourceType.EVENT_DESTINATION, name)
    must_be_below(
        call,
        len(found.event_destinations),
        quotas.EVENT_DESTINATIONS_PER_SET,
        ServiceQuotaExceededExceptionReason.EVENT_DESTINATIONS_PER_CONFIGURATION_SET,
    )
    made = EventDestination(
        event_destination_name=name,
        enabled=True,
        matching_event_types=_types(request.matching_event_types),
        **targets,
    )
    _keep(call, found, (*found.event_destinations, made))
    return result_from(CreateEventDestinationResult, found, event_destination=made)


@handles(configuration_sets.UPDATE_EVENT_DESTINATION)
def update_destination(
    call: Call, request: UpdateEventDestinationRequest
) -> UpdateEventDestinationResult:
    """Change what a destination receives, or where of the same kind it is."""
    news = given_members(request, "enabled", *_TARGETS)
    targets = [name for name in _TARGETS if name in news]
    _must_be_one(targets)
    found = named(call, request.configuration_set_name)
    must_be_accessible(call, given_members(request, *_TARGETS))
    before = _found_destination(found, request.event_destination_name)
    if any(getattr(before, target) is None for target in targets):
        reason = ConflictExceptionReason.EVENT_DESTINATION_MISMATCH
        raise conflict(reason, ResourceType.EVENT_DESTINATION, before.event_destination_name)
    if request.matching_event_types is not None:
        news["matching_event_types"] = _types(request.matching_event_types)
    after = before.model_copy(update=news)
    kept = tuple(after if one is before else one for one in found.event_destinations)
    _keep(call, found, kept)
    return result_from(UpdateEventDestinationResult, found, event_destination=after)


@handles(configuration_sets.DELETE_EVENT_DESTINATION)
def delete_destination(
    call: Call, request: DeleteEventDestinationRequest
) -> DeleteEventDestinationResult:
    """Drop a destination."""
    found = named(call, request.configuration_set_name)
    gone = _found_destination(found, request.event_destination_name)
    _keep(call, found, tuple(one for one in found.event_destinations if one is not gone))
    return result_from(DeleteEventDestinationResult, found, event_destination=gone)


def _by_name(call: Call, name: str) -> ConfigurationSetInformation:
    """The set of a name. AWS documents its ARN too, and finds nothing by it."""
    found = sets(call).get(name)
    if found is None:
        raise not_found(_KIND, name)
    return found


def _destination(found: ConfigurationSetInformation, name: str) -> EventDestination | None:
    names = {one.event_destination_name: one for one in found.event_destinations}
    return names.get(name)


def _found_destination(found: ConfigurationSetInformation, name: str) -> EventDestination:
    destination = _destination(found, name)
    if destination is None:
        raise not_found(ResourceType.EVENT_DESTINATION, name)
    return destination


def _must_be_one(targets: Collection[str]) -> None:
    if len(targets) > 1:
        raise invalid(ValidationExceptionReason.PARAMETERS_CANNOT_BE_USED_TOGETHER)


def _types(wanted: Iterable[str]) -> tuple[EventType, ...]:
    return tuple(dict.fromkeys(EventType(one) for one in wanted))


def _keep(
    call: Call, found: ConfigurationSetInformation, destinations: tuple[EventDestination, ...]
) -> None:
    sets(call).change(found.configuration_set_name, event_destinations=destinations)


# --- defaults -------------------------------------------------------------------------------------


@handles(configuration_sets.SET_DEFAULT_MESSAGE_TYPE)
def set_message_type(
    call: Call, request: SetDefaultMessageTypeRequest
) -> SetDefaultMessageTypeResult:
    """Set the default message type."""
    found = _changed(
        call, request.configuration_set_name, default_message_type=request.message_type
    )
    return result_from(SetDefaultMessageTypeResult, found, message_type=found.default_message_type)


@handles(configuration_sets.DELETE_DEFAULT_MESSAGE_TYPE)
def delete_message_type(
    call: Call, request: DeleteDefaultMessageTypeRequest
) -> DeleteDefaultMessageTypeResult:
    """Leave the message type to each send."""
    before = named(call, request.configuration_set_name)
    _changed(call, before.configuration_set_name, default_message_type=None)
    return result_from(
        DeleteDefaultMessageTypeResult, before, message_type=before.default_message_type
    )


@handles(configuration_sets.SET_DEFAULT_SENDER_ID)
def set_sender_id(call: Call, request: SetDefaultSenderIdRequest) -> SetDefaultSenderIdResult:
    """Who sends where the account has no identity of its own."""
    found = _changed(call, request.configuration_set_name, default_sender_id=request.sender_id)
    return result_from(SetDefaultSenderIdResult, found, sender_id=found.default_sender_id)


@handles(configuration_sets.DELETE_DEFAULT_SENDER_ID)
def delete_sender_id(
    call: Call, request: DeleteDefaultSenderIdRequest
) -> DeleteDefaultSenderIdResult:
    """No default sender ID any more."""
    before = named(call, request.configuration_set_name)
    _changed(call, before.configuration_set_name, default_sender_id=None)
    return result_from(DeleteDefaultSenderIdResult, before, sender_id=before.default_sender_id)


@handles(configuration_sets.SET_DEFAULT_MESSAGE_FEEDBACK_ENABLED)
def set_message_feedback(
    call: Call, request: SetDefaultMessageFeedbackEnabledRequest
) -> SetDefaultMessageFeedbackEnabledResult:
    """Whether sends expect feedback that do not say."""
    enabled = request.message_feedback_enabled
    found = _changed(call, request.configuration_set_name, default_message_feedback_enabled=enabled)
    return result_from(
        SetDefaultMessageFeedbackEnabledResult, found, message_feedback_enabled=enabled
    )


def _changed(call: Call, name: str, **members: object) -> ConfigurationSetInformation:
    found = named(call, name)
    return sets(call).change(found.configuration_set_name, **members)
