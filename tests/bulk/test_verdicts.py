"""What each error of a send means for its row and for those that follow."""

from typing import Any

import pytest

from smsvoice import errors
from smsvoice.bulk.outcomes import Outcome
from smsvoice.bulk.verdicts import Then, verdict_on
from smsvoice.core.errors import Problem
from smsvoice.errors import service_error
from smsvoice.models.messages import SendTextMessageResult

SEND = "SendTextMessage"


def refusal(code: str, reason: str | None = None) -> Exception:
    """What a refusal of AWS raises."""
    response: dict[str, Any] = {"Error": {"Code": code, "Message": "No"}}
    return service_error(SEND, response | ({"Reason": reason} if reason else {}))


@pytest.mark.parametrize(
    ("error", "outcome", "reason", "then"),
    [
        (
            errors.OutcomeUnknownError(SEND, "lost"),
            Outcome.UNKNOWN,
            "OutcomeUnknownError",
            Then.GO_ON,
        ),
        (errors.NotSentError(SEND, "no"), Outcome.NOT_SENT, "NotSentError", Then.GO_ON),
        (
            errors.MissingCredentialsError(SEND),
            Outcome.NOT_SENT,
            "MissingCredentialsError",
            Then.STOP,
        ),
        (errors.MissingRegionError(), Outcome.NOT_SENT, "MissingRegionError", Then.STOP),
        (
            errors.UnsupportedByBotocoreError(SEND, "1", "2"),
            Outcome.NOT_SENT,
            "UnsupportedByBotocoreError",
            Then.STOP,
        ),
        (
            errors.RequestError(SEND, (Problem("message_body", "is wrong"),)),
            Outcome.INVALID,
            "RequestError",
            Then.GO_ON,
        ),
        (refusal("ThrottlingException"), Outcome.NOT_SENT, "ThrottlingError", Then.AGAIN),
        (refusal("ExpiredTokenException"), Outcome.NOT_SENT, "ExpiredTokenException", Then.STOP),
        (
            refusal("AccessDeniedException", "ACCOUNT_DISABLED"),
            Outcome.NOT_SENT,
            "ACCOUNT_DISABLED",
            Then.STOP,
        ),
        (refusal("AccessDeniedException"), Outcome.NOT_SENT, "AccessDeniedException", Then.STOP),
        (
            refusal("ServiceQuotaExceededException", "MONTHLY_SPEND_LIMIT_REACHED_FOR_TEXT"),
            Outcome.NOT_SENT,
            "MONTHLY_SPEND_LIMIT_REACHED_FOR_TEXT",
            Then.STOP,
        ),
        (
            refusal("ServiceQuotaExceededException", "DAILY_DESTINATION_CALL_LIMIT"),
            Outcome.NOT_SENT,
            "DAILY_DESTINATION_CALL_LIMIT",
            Then.GO_ON,
        ),
        (
            refusal("ConflictException", "DESTINATION_PHONE_NUMBER_OPTED_OUT"),
            Outcome.REFUSED,
            "DESTINATION_PHONE_NUMBER_OPTED_OUT",
            Then.GO_ON,
        ),
        (refusal("ValidationException"), Outcome.REFUSED, "ValidationException", Then.GO_ON),
        (refusal("NewException"), Outcome.REFUSED, "NewException", Then.GO_ON),
        (ZeroDivisionError(), Outcome.UNKNOWN, "ZeroDivisionError", Then.STOP),
        (KeyboardInterrupt(), Outcome.UNKNOWN, "KeyboardInterrupt", Then.STOP),
    ],
    ids=lambda given: getattr(given, "name", None) or type(given).__name__,
)
def test_each_error_has_its_verdict(
    error: BaseException, outcome: Outcome, reason: str, then: Then
) -> None:
    verdict = verdict_on(error)
    assert (verdict.outcome, verdict.reason, verdict.then) == (outcome, reason, then)
    assert verdict.left == (outcome in {Outcome.REFUSED, Outcome.UNKNOWN})


@pytest.mark.parametrize(
    ("result", "message_id"),
    [(SendTextMessageResult(message_id="m-1"), "m-1"), ({"MessageId": "m-1"}, "m-1"), (None, None)],
)
def test_what_was_accepted_is_sent_whatever_failed_afterwards(
    result: Any, message_id: str | None
) -> None:
    verdict = verdict_on(errors.AcceptedError(SEND, "a handler failed", result))
    assert (verdict.outcome, verdict.message_id) == (Outcome.SENT, message_id)
    assert (verdict.reason, verdict.then) == ("AcceptedError", Then.GO_ON)
    assert verdict.left
