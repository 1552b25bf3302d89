"""The error tree: each class raised, told without secrets, pickled, and still a ClientError."""

import copy
import pickle
from datetime import UTC, datetime
from typing import Any

import pytest
from botocore.exceptions import ClientError

import smsvoice
from smsvoice import errors
from smsvoice.core.operation import Effect
from smsvoice.errors import service_error
from smsvoice.models.messages import SendTextMessageResult

ANSWER: dict[str, Any] = {
    "Error": {"Code": "ConflictException", "Message": "about +12065550142"},
    "Message": "about +12065550142",
    "Reason": "DESTINATION_PHONE_NUMBER_OPTED_OUT",
    "ResourceType": "opted-out-number",
    "ResourceId": "+12065550142",
    "ResponseMetadata": {"RequestId": "r-1", "HTTPStatusCode": 400},
}
CODES = {
    "AccessDeniedException": errors.AccessDeniedError,
    "ConflictException": errors.ConflictError,
    "InternalServerException": errors.InternalServerError,
    "ResourceNotFoundException": errors.ResourceNotFoundError,
    "ServiceQuotaExceededException": errors.ServiceQuotaExceededError,
    "ThrottlingException": errors.ThrottlingError,
    "ValidationException": errors.ValidationError,
    "SomethingNewException": errors.UnknownServiceError,
}


@pytest.mark.parametrize(("code", "cls"), CODES.items())
def test_every_code_has_its_class(code: str, cls: type[errors.ServiceError]) -> None:
    """And each is an SmsVoiceError and botocore's ClientError."""
    error = service_error("SendTextMessage", ANSWER | {"Error": {"Code": code, "Message": "m"}})

    assert type(error) is cls
    assert isinstance(error, errors.SmsVoiceError)
    assert isinstance(error, ClientError)
    assert (error.operation, error.operation_name, error.code) == (
        "SendTextMessage",
        "SendTextMessage",
        code,
    )
    assert (error.request_id, error.status) == ("r-1", 400)
    assert error.is_throttled == (code == "ThrottlingException")


def test_a_refusal_tells_what_a_person_on_call_needs_and_no_number() -> None:
    """AWS's text, which repeats what was sent, stays an attribute."""
    error = service_error("SendTextMessage", ANSWER)

    assert str(error) == (
        "SendTextMessage refused: ConflictException DESTINATION_PHONE_NUMBER_OPTED_OUT "
        "opted-out-number *** [request r-1]"
    )
    assert "5550142" not in repr(error)
    assert error.is_opted_out
    assert error.message == "about +12065550142"
    assert error.resource_id == "+12065550142"
    assert error.response["Reason"] == "DESTINATION_PHONE_NUMBER_OPTED_OUT"


def test_reasons_are_typed_and_open() -> None:
    """A reason of tomorrow is a string-like value today."""
    known = service_error("X", ANSWER)
    new = service_error("X", ANSWER | {"Reason": "BRAND_NEW"})
    none = service_error("X", {"Error": {"Code": "ConflictException"}})

    assert known.reason is errors.ConflictExceptionReason.DESTINATION_PHONE_NUMBER_OPTED_OUT
    assert new.reason == "BRAND_NEW"
    assert not new.reason.is_known
    assert none.reason is None
    assert none.resource_type is None


def test_validation_tells_the_members_at_fault_and_not_their_values() -> None:
    """Their messages may repeat what was sent, so they stay attributes."""
    fields = [{"Name": "MessageBody", "Message": "code 4711 is bad"}]
    error = service_error(
        "X", {"Error": {"Code": "ValidationException"}, "Reason": "OTHER", "Fields": fields}
    )

    assert isinstance(error, errors.ValidationError)
    assert str(error).endswith("(see MessageBody)")
    assert "4711" not in repr(error) + repr(error.fields)
    assert error.fields[0].message == "code 4711 is bad"


EVERY: list[errors.SmsVoiceError] = [
    *(service_error("X", ANSWER | {"Error": {"Code": code}}) for code in CODES),
    errors.RequestError("X", (errors.Problem("pool_id", "is required"),)),
    errors.AcceptedError("X", "a handler failed", {"MessageId": "m-1"}),
    errors.AnswerError("X", ("something new",)),
    errors.AnswerError("X", ("something new",), SendTextMessageResult(message_id="m-1")),
    errors.NotSentError("X", "no connection"),
    errors.MissingCredentialsError("X"),
    errors.MissingRegionError(),
    errors.OutcomeUnknownError(
        "SendTextMessage", "no answer", left_at=datetime(2026, 1, 1, tzinfo=UTC), request_id="r"
    ),
    errors.UnsupportedByBotocoreError("SendRcsMessage", "1.42.0", "1.43.37"),
    errors.NotLoadedError("not loaded"),
    errors.WaitTimeoutError("pool", "CREATING", 3.0, "late"),
    errors.WaitFailedError("pool", None, 3.0, "gone"),
]


@pytest.mark.parametrize("error", EVERY, ids=lambda error: type(error).__name__)
def test_every_error_survives_pickle_and_copy(error: errors.SmsVoiceError) -> None:
    """With the text and all that it knows."""
    for twin in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
        assert type(twin) is type(error)
        assert str(twin) == str(error)
        known = {k: v for k, v in vars(error).items() if not k.startswith("__")}
        assert {k: vars(twin)[k] for k in known} == known


def test_the_whole_tree_is_exported_and_shown_under_its_public_name() -> None:
    """`smsvoice.errors` is where users meet every class of it."""
    classes = {
        cls for cls in vars(errors).values() if isinstance(cls, type) and issubclass(cls, Exception)
    }

    classes = {cls for cls in classes if not cls.__module__.startswith("botocore")}
    for cls in classes:
        assert getattr(smsvoice, cls.__name__) is cls
        assert cls.__module__ == "smsvoice.errors"
        assert cls.__name__ in (errors.__doc__ or "") or cls is errors.AnswerWarning
    assert {type(error) for error in EVERY} >= {c for c in classes if not c.__subclasses__()} - {
        errors.AnswerWarning
    }


def test_an_unknown_outcome_says_what_to_do() -> None:
    """For a send, and for anything else."""
    send = errors.OutcomeUnknownError("SendTextMessage", "no answer came")
    other = errors.OutcomeUnknownError("CreatePool", "no answer came")

    assert "may have been sent: look for its delivery event before calling again" in str(send)
    assert "may have been carried out: look before calling again" in str(other)


def test_effects_say_what_they_mean() -> None:
    """Every member reads as a sentence."""
    assert [len(effect.value.split()) > 3 for effect in Effect] == [True] * 3
