"""A quota refuses one more than it allows, where quotas are on."""

import pytest

from smsvoice.emulator.engine.quota import must_be_below
from smsvoice.emulator.engine.service_errors import ServiceError
from smsvoice.emulator.engine.settings import Settings
from smsvoice.models.reasons import ServiceQuotaExceededExceptionReason
from tests.factories.emulator_calls import call_of

REASON = ServiceQuotaExceededExceptionReason.POOLS_PER_ACCOUNT


def test_the_last_place_may_be_taken() -> None:
    must_be_below(call_of(), 24, 25, REASON)


@pytest.mark.parametrize("used", [25, 26])
def test_one_beyond_the_quota_is_refused(used: int) -> None:
    with pytest.raises(ServiceError) as refused:
        must_be_below(call_of(), used, 25, REASON)

    assert refused.value.code == "ServiceQuotaExceededException"
    assert refused.value.members["Reason"] == "POOLS_PER_ACCOUNT"


def test_quotas_that_are_off_refuse_nothing() -> None:
    must_be_below(call_of(settings=Settings(quotas=False)), 99, 25, REASON)
