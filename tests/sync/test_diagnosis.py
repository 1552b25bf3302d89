"""What is wrong with an account, found out by reading calls and dry runs."""

# Mirrored from tests/aio/test_diagnosis.py by `python -m codegen`. Change that file, not this one.

from collections.abc import Iterable

import pytest

from smsvoice import CredentialsError, Emulator, RequestError, SmsVoice
from smsvoice.rules.diagnosis import Finding, Severity
from smsvoice.rules.diagnosis.findings import CHECKS
from tests.factories.ailing_accounts import AILMENTS, PERSON, Ailment, arrange, client, healthy
from tests.factories.constants import GOOD
from tests.factories.identities import many_numbers


def texts(found: Iterable[Finding]) -> list[str]:
    """Each finding in one line."""
    return [f"{one.severity} {one.check}: {one.what} | {one.why} | {one.remedy}" for one in found]


def test_a_healthy_account_has_nothing_wrong(sms: SmsVoice, emulator: Emulator) -> None:
    """And with a recipient it is known from where that person is reached."""
    made = healthy(client(emulator), emulator)

    assert sms.account.diagnose() == []
    (reached,) = sms.account.diagnose(GOOD)
    assert (reached.severity, reached.check) == (Severity.NOTE, "reach")
    assert made["PhoneNumberId"] in reached.what
    assert emulator.messages == []


@pytest.mark.parametrize("ailment", AILMENTS.values(), ids=AILMENTS)
def test_an_ailment_is_found(ailment: Ailment, sms: SmsVoice, emulator: Emulator) -> None:
    """With what it is, why, and what to do; nothing is sent, and no number is shown."""
    arrange(ailment, emulator)

    found = sms.account.diagnose(ailment.to)

    lines = texts(found)
    for severity, check, part in ailment.finds:
        assert any(line.startswith(f"{severity} {check}: ") and part in line for line in lines), (
            part,
            lines,
        )
    if ailment.only:
        known = {(severity, check) for severity, check, _ in ailment.finds}
        others = [one for one in found if (one.severity, one.check) not in known]
        assert {one.severity for one in others} <= {Severity.NOTE}, lines
    assert not any("555014" in line or (ailment.to or PERSON) in line for line in lines)
    assert {one.check for one in found} <= set(CHECKS)
    assert all(one.link.startswith("https://docs.aws.amazon.com/") for one in found)
    order = list(Severity)
    assert found == sorted(found, key=lambda one: order.index(one.severity))
    assert emulator.messages == []


def test_one_time_codes_reach_too(sms: SmsVoice, emulator: Emulator) -> None:
    """A notify configuration is asked for a code in its default template, and sends none."""
    made = client(emulator).create_notify_configuration(
        DisplayName="Shop",
        UseCase="CODE_VERIFICATION",
        EnabledChannels=["SMS"],
        DefaultTemplateId="notify-code-verification-english-001",
    )
    emulator.advance(60)

    found = {one.check: one for one in sms.account.diagnose(GOOD)}

    assert made["NotifyConfigurationId"] in found["reach"].what
    assert "senders" not in found
    emulator.settings.account_refusal = "ACCOUNT_DISABLED"
    assert "ACCOUNT_DISABLED" in texts(sms.account.diagnose(GOOD))[0]
    emulator.settings.account_refusal = None
    emulator.settings.sandbox = True
    assert "NOT_VERIFIED" in " ".join(texts(sms.account.diagnose(PERSON)))
    assert emulator.messages == []


def test_reviewers_reasons_need_a_permission_of_their_own(
    sms: SmsVoice, emulator: Emulator
) -> None:
    """Without it the registration is known to be denied, and the permission is named."""
    arrange(AILMENTS["a registration that was turned down"], emulator)
    emulator.faults.add("access_denied", operation="DescribeRegistrationVersions", share=1.0)

    (denied,) = [one for one in sms.account.diagnose() if one.check == "registrations"]

    assert "sms-voice:DescribeRegistrationVersions is missing" in str(denied)


def test_a_fault_of_one_read_leaves_the_other_checks(sms: SmsVoice, emulator: Emulator) -> None:
    """As a missing permission does; bad credentials end the diagnosis."""
    healthy(client(emulator), emulator)
    emulator.faults.add("500", operation="DescribeAccountLimits", share=1.0)

    (quotas,) = sms.account.diagnose()

    assert (quotas.severity, quotas.check) == (Severity.UNCHECKED, "quotas")
    emulator.faults.add("unrecognized_client", share=1.0)
    with pytest.raises(CredentialsError):
        sms.account.diagnose()


def test_many_senders_are_not_all_asked(sms: SmsVoice, emulator: Emulator) -> None:
    """AWS answers a few dry runs a second; what was left out is said."""
    made = healthy(client(emulator), emulator)
    many_numbers(emulator, made["PhoneNumberId"], 30)

    said = texts(sms.account.diagnose(GOOD))

    assert any("keywords was looked at for 25 of 31 senders" in line for line in said)
    assert any("reach was looked at for 25 of 31 senders" in line for line in said)


@pytest.mark.parametrize("to", ["12065550142", "+1206", "Ada"])
def test_a_recipient_is_a_number_written_in_full(to: str, sms: SmsVoice) -> None:
    """Nothing leaves otherwise, and the number is not repeated."""
    with pytest.raises(RequestError, match="to: ") as refused:
        sms.account.diagnose(to)

    assert to not in str(refused.value)
