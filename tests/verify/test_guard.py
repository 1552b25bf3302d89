"""The guard: nothing that sends, costs, or touches what a run has not made ever leaves."""

from typing import Any

import boto3
import pytest

from smsvoice.emulator.verify.guard import (
    CHANGES,
    MAKES,
    READS,
    TAG,
    TAGGED,
    Guard,
    GuardError,
)
from smsvoice.emulator.verify.numbers import FICTIONAL, SIMULATOR
from smsvoice.emulator.verify.policy import operations, policy
from tests.factories.constants import SERVICE
from tests.verify.playing import ACCOUNT, REGION, TOPIC

OURS = "smsvoice-verify-abcd1234-a"
ARN = f"arn:aws:sms-voice:{REGION}:{ACCOUNT}:sender-id/"
MODEL: Any = boto3.client(SERVICE, region_name="us-east-1").meta.service_model
PASSING = READS | set(CHANGES) | TAGGED | {"CreatePool", "SendTextMessage"}


class Untouched:
    """A client that must not be used."""

    def __getattr__(self, name: str) -> Any:
        raise AssertionError(f"{name} was about to leave")


@pytest.fixture
def strict() -> Guard:
    """A guard before a client that must not be used."""
    return Guard(Untouched(), "abcd1234", TOPIC)


@pytest.mark.parametrize("operation", sorted(set(MODEL.operation_names) - PASSING))
def test_all_that_is_not_on_the_list_stays(strict: Guard, operation: str) -> None:
    """Whatever it names: requests for numbers, submissions, spend limits, account defaults."""
    with pytest.raises(GuardError, match="not among the harmless"):
        strict.call(operation, {"DryRun": True})


@pytest.mark.parametrize(
    "operation", [name for name in MODEL.operation_names if name.startswith("Send")]
)
@pytest.mark.parametrize("dry", [None, False, "true", 1])
def test_a_send_that_is_no_dry_run_stays(strict: Guard, operation: str, dry: object) -> None:
    """To the simulator too; nothing but True itself counts."""
    members = {"DestinationPhoneNumber": SIMULATOR, "DryRun": dry}
    with pytest.raises(GuardError):
        strict.call(operation, {key: value for key, value in members.items() if value is not None})


@pytest.mark.parametrize(
    ("operation", "members"),
    [
        ("SendTextMessage", {"DestinationPhoneNumber": "+12065551234", "DryRun": True}),
        ("PutOptedOutNumber", {"OptOutListName": OURS, "OptedOutNumber": "+12065551234"}),
        ("PutOptedOutNumber", {"OptOutListName": "Default", "OptedOutNumber": FICTIONAL}),
        ("DeleteOptOutList", {"OptOutListName": "Default"}),
        ("DeleteOptOutList", {"OptOutListName": "smsvoice-verify-99999999-a"}),
        ("DeleteOptOutList", {"OptOutListName": "my-" + OURS}),
        ("CreateConfigurationSet", {"ConfigurationSetName": "mine"}),
        ("DeleteProtectConfiguration", {"ProtectConfigurationId": "protect-" + "0" * 32}),
        ("DeleteRegistration", {"RegistrationId": "registration-" + "0" * 32}),
        ("TagResource", {"ResourceArn": "arn:aws:sms-voice:eu-west-1:1:opt-out-list/Default"}),
        ("CreateRegistration", {"RegistrationType": "US_TOLL_FREE_REGISTRATION"}),
        ("CreateRegistration", {"Tags": [{"Key": "team", "Value": "a"}]}),
        ("CreatePool", {"OriginationIdentity": "phone-" + "0" * 32}),
        ("CreatePool", {}),
        (
            "CreateEventDestination",
            {"ConfigurationSetName": OURS, "SnsDestination": {"TopicArn": TOPIC + "2"}},
        ),
        (
            "CreateEventDestination",
            {"ConfigurationSetName": OURS, "KinesisFirehoseDestination": {}},
        ),
    ],
)
def test_what_names_something_of_others_stays(
    strict: Guard, operation: str, members: dict[str, Any]
) -> None:
    """Persons, things that a run has not made, things that may exist, targets not given."""
    with pytest.raises(GuardError):
        strict.call(operation, members)


@pytest.mark.parametrize("operation", sorted(CHANGES))
def test_what_a_change_must_name_is_required_by_aws(operation: str) -> None:
    """So that a request without it can only be refused."""
    required = MODEL.operation_model(operation).input_shape.required_members

    assert set(CHANGES[operation]) <= set(required)


def test_what_is_made_is_known_and_may_be_changed_and_removed(guard: Guard) -> None:
    """By its id, by its ARN, and not by those of others."""
    tags = [{"Key": TAG, "Value": "abcd1234"}]
    made = guard.call("CreateProtectConfiguration", {"Tags": tags})
    name, arn = made["ProtectConfigurationId"], made["ProtectConfigurationArn"]
    guard.call("TagResource", {"ResourceArn": arn, "Tags": [{"Key": "a", "Value": "b"}]})

    assert guard.made == [(name, MAKES["CreateProtectConfiguration"])]
    guard.call("DeleteProtectConfiguration", {"ProtectConfigurationId": name})
    assert guard.made == []


def test_the_list_holds_what_runs_call_and_no_more() -> None:
    """And the policy allows exactly that."""
    actions = [action for one in policy()["Statement"] for action in one["Action"]]

    assert operations() == PASSING
    assert sorted(actions) == sorted(f"sms-voice:{name}" for name in PASSING)


def test_a_pool_is_asked_for_with_a_sender_id_of_the_run_alone(guard: Guard) -> None:
    """No account has one of that name, so none is made; the guard lets the refusal be seen."""
    members = {"OriginationIdentity": f"{ARN}SVABCD1234", "MessageType": "TRANSACTIONAL"}
    with pytest.raises(Exception, match="Resource not found"):
        guard.call("CreatePool", members)
    with pytest.raises(GuardError, match="the identity may exist"):
        guard.call("CreatePool", members | {"OriginationIdentity": f"{ARN}SVABSENT"})

    assert guard.made == []
