"""The error tree: each class raised, told without secrets, pickled, and still a ClientError."""

import copy
import pickle
from datetime import UTC, datetime
from typing import Any

import pytest
from botocore.exceptions import ClientError

import smsvoice
from smsvoice import SmsVoice, errors
from smsvoice.core.operation import Effect
from smsvoice.core.redact import mask_numbers
from smsvoice.errors import service_error
from smsvoice.models.messages import SendTextMessageResult
from smsvoice.models.reasons import ConflictExceptionReason
from smsvoice.models.tags import ListTagsForResourceRequest
from tests.contract.wire import Wire

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
    "ExpiredTokenException": errors.CredentialsError,
    "ExpiredToken": errors.CredentialsError,
    "UnrecognizedClientException": errors.CredentialsError,
    "InvalidClientTokenId": errors.CredentialsError,
    "InvalidSignatureException": errors.CredentialsError,
    "SignatureDoesNotMatch": errors.CredentialsError,
    "MissingAuthenticationTokenException": errors.CredentialsError,
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


def test_a_refusal_names_what_a_person_on_call_needs_and_no_number() -> None:
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

    assert known.reason is ConflictExceptionReason.DESTINATION_PHONE_NUMBER_OPTED_OUT
    assert new.reason == "BRAND_NEW"
    assert not new.reason.is_known
    assert none.reason is None
    assert none.resource_type is None


def test_validation_names_the_members_at_fault_and_not_their_values() -> None:
    """Their messages may repeat what was sent, so they stay attributes."""
    fields = [{"Name": "MessageBody", "Message": "code 4711 is bad"}]
    error = service_error(
        "X", {"Error": {"Code": "ValidationException"}, "Reason": "OTHER", "Fields": fields}
    )

    assert isinstance(error, errors.ValidationError)
    assert str(error).endswith("(see MessageBody)")
    assert "4711" not in repr(error) + repr(error.fields)
    assert error.fields[0].message == "code 4711 is bad"


@pytest.mark.parametrize(
    ("operation", "name", "told"),
    [
        ("SendNotifyTextMessage", "TemplateId", "template_id"),
        ("SendTextMessage", "destinationPhoneNumber", "destination_phone_number"),
        ("SendMediaMessage", "MediaUrls[0]", "media_urls[0]"),
        ("CreatePool", "Tags[0].Key", "tags[0].key"),
        ("PutRegistrationFieldValue", "companyInfo.taxId", "companyInfo.taxId"),
        ("SomethingNew", "TemplateId", "TemplateId"),
        ("SendTextMessage", "+12065550142", "***"),
    ],
)
def test_a_member_at_fault_is_named_as_it_was_written(operation: str, name: str, told: str) -> None:
    """AWS's own name stays in `fields`."""
    fields = [{"Name": name, "Message": "is wrong"}]
    error = service_error(operation, {"Error": {"Code": "ValidationException"}, "Fields": fields})

    assert isinstance(error, errors.ValidationError)
    assert str(error).endswith(f" (see {told})")
    assert error.fields[0].name == name


POOL = "arn:aws:sms-voice:us-east-1:123456789012:pool/pool-1"
WHO = "User: arn:aws:sts::123456789012:assumed-role/worker/i-0 is not authorized to perform: "


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            f"sms-voice:SendTextMessage on resource: {POOL} because no identity-based policy allows it",
            f"sms-voice:SendTextMessage on {POOL}, no identity-based policy allows it",
        ),
        (
            f"sms-voice:SendTextMessage on resource: {POOL} with an explicit deny in a service control policy: arn:x",
            f"sms-voice:SendTextMessage on {POOL}, a service control policy denies it",
        ),
        (
            "sms-voice:DescribePools on resource: * with an explicit deny in an identity-based policy",
            "sms-voice:DescribePools on *, an identity-based policy denies it",
        ),
        ("sms-voice:DescribePools", "sms-voice:DescribePools"),
        (
            "sms-voice:PutKeyword on resource: arn:aws:sms-voice:us-east-1:123456789012:x/12065550142",
            "sms-voice:PutKeyword on arn:aws:sms-voice:us-east-1:123456789012:x/***",
        ),
    ],
)
def test_a_missing_permission_is_named(text: str, told: str) -> None:
    """Action, resource and who decides, out of AWS's text; nothing else of it."""
    answer = {"Error": {"Code": "AccessDeniedException", "Message": WHO + text}}
    error = service_error("SendTextMessage", answer)

    assert isinstance(error, errors.AccessDeniedError)
    assert str(error) == (
        "SendTextMessage refused: AccessDeniedException: not authorized to perform "
        f"{told} [request id not given]"
    )
    assert error.action is not None
    assert f"perform: {error.action}" in WHO + text
    assert error.resource is None or error.resource in text
    assert error.reason is None


def test_an_account_that_may_not_send_lacks_no_permission() -> None:
    """Then the reason says why, and AWS's text stays where it is."""
    answer = {"Error": {"Code": "AccessDeniedException", "Message": "+12065550142, never"}}
    error = service_error("SendTextMessage", answer | {"Reason": "ACCOUNT_DISABLED"})

    assert isinstance(error, errors.AccessDeniedError)
    assert (error.action, error.resource) == (None, None)
    assert str(error).startswith(
        "SendTextMessage refused: AccessDeniedException ACCOUNT_DISABLED ["
    )


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("ExpiredTokenException", "the credentials have expired: get new ones"),
        ("UnrecognizedClientException", "AWS knows no such access key"),
        ("InvalidSignatureException", "the signature does not fit"),
        ("MissingAuthenticationTokenException", "without a usable signature"),
        ("RequestExpired", "set the clock"),
    ],
)
def test_credentials_that_are_no_good_come_with_the_remedy(code: str, told: str) -> None:
    """Code, remedy and request id; one class for all of them."""
    error = service_error("DescribePools", ANSWER | {"Error": {"Code": code}, "Reason": None})

    assert isinstance(error, errors.CredentialsError)
    assert told in error.remedy
    assert f"refused: {code}" in str(error)
    assert error.remedy in str(error)
    assert not isinstance(error, errors.UnknownServiceError)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("+12065550142", "***"),
        ("12065550142", "***"),
        (
            "arn:aws:sms-voice:us-east-1:123456789012:opted-out-number/+12065550142",
            ":123456789012:opted-out-number/***",
        ),
        ("arn:aws:sms-voice:us-east-1:123456789012:x/12065550142", ":123456789012:x/***"),
        ("arn:aws:sms-voice:us-east-1:123456789012:x/%2B12065550142", ":x/***"),
        ("arn:aws:sms-voice:us-east-1:123456789012:x:12065550142", ":x:***"),
        ("Call +1 (206) 555-0142, please", "Call ***, please"),
        ("to 12065550142.", "to ***."),
        ("phone-12345678901234567890", "phone-12345678901234567890"),
        ("pool-0123456789abcdef0123456789abcdef", "pool-0123456789abcdef0123456789abcdef"),
        ("12345678-1234-1234-1234-123456789012", "12345678-1234-1234-1234-123456789012"),
        ("12345", "12345"),
        (None, None),
        (7, 7),
    ],
)
def test_a_number_is_masked_anywhere_in_a_text(given: object, told: object) -> None:
    """Alone, in an ARN, in a sentence; ids and accounts are kept."""
    shown = mask_numbers(given)

    assert shown == told or str(shown).endswith(str(told))
    assert "5550142" not in str(shown)
    assert "555-0142" not in str(shown)


def test_a_number_in_an_arn_is_in_no_error_and_no_repr() -> None:
    """Of a refusal, of a handle and of a model."""
    arn = "arn:aws:sms-voice:us-east-1:123456789012:opted-out-number/12065550142"
    error = service_error("X", ANSWER | {"ResourceId": arn})
    handle = SmsVoice(session=Wire().session()).pools.at(arn)
    model = ListTagsForResourceRequest(resource_arn=arn)

    assert "opted-out-number/*** [request" in str(error)
    assert repr(handle).endswith("opted-out-number/***>")
    for text in (str(error), repr(error), repr(handle), repr(model), str(model)):
        assert "5550142" not in text
    assert handle.id == model.resource_arn == arn


EVERY: list[errors.SmsVoiceError] = [
    *(service_error("X", ANSWER | {"Error": {"Code": code}}) for code in CODES),
    errors.RequestError("X", (errors.Problem("pool_id", "is required"),)),
    errors.AcceptedError("X", "a handler failed", {"MessageId": "m-1"}),
    errors.AnswerError("X", ("something new",)),
    errors.AnswerError("X", ("something new",), SendTextMessageResult(message_id="m-1")),
    errors.NotSentError("X", "no connection"),
    errors.MissingCredentialsError("X"),
    errors.MissingExtraError("typer", "cli"),
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


def test_a_refusal_keeps_its_notes() -> None:
    """As Python's own errors do."""
    error = service_error("X", ANSWER)
    error.add_note("while the shop was closing")

    for twin in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
        assert twin.__notes__ == ["while the shop was closing"]


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
