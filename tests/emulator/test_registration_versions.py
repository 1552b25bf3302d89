"""Versions of a registration: submitted once, discarded before the review."""

from datetime import timedelta
from typing import TYPE_CHECKING

from tests.factories.constants import SETTLED
from tests.factories.refusals import refuses
from tests.factories.registrations import (
    BRAND,
    described,
    fill,
    register,
    under_review,
    version,
)

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client

    from smsvoice.emulator import Emulator


def test_a_version_is_submitted_once(aws: "PinpointSMSVoiceV2Client", emulator: "Emulator") -> None:
    """Neither again while it is under review, nor after the decision."""
    key = under_review(aws, emulator, BRAND)
    with refuses() as again:
        aws.submit_registration_version(RegistrationId=key)
    emulator.approve(key)

    with refuses() as decided:
        aws.submit_registration_version(RegistrationId=key)

    assert again.reason == "REGISTRATION_ALREADY_SUBMITTED"
    assert decided.reason == "SUBMIT_REGISTRATION_VERSION_NOT_ALLOWED"


def test_a_new_version_waits_for_the_decision(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """There is one draft or review at a time, and ten versions a day."""
    key = register(aws, BRAND)
    with refuses() as drafted:
        aws.create_registration_version(RegistrationId=key)
    for _ in range(10):
        aws.discard_registration_version(RegistrationId=key)
        aws.create_registration_version(RegistrationId=key)
    aws.discard_registration_version(RegistrationId=key)
    with refuses() as too_many:
        aws.create_registration_version(RegistrationId=key)
    emulator.advance(timedelta(days=1).total_seconds())
    tomorrow = aws.create_registration_version(RegistrationId=key)

    assert drafted.reason == "CREATE_REGISTRATION_VERSION_NOT_ALLOWED"
    assert too_many.reason == "REGISTRATION_VERSIONS_CREATED_PER_DAY"
    assert tomorrow["VersionNumber"] == 12


def test_a_version_is_discarded_before_its_review(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """A submitted one takes the registration back to where it was; one under review stays."""
    key = register(aws, BRAND)
    fill(aws, emulator, key)
    aws.submit_registration_version(RegistrationId=key)
    discarded = aws.discard_registration_version(RegistrationId=key)
    emulator.advance(SETTLED)
    after = described(aws, key)["RegistrationStatus"]
    reviewed = under_review(aws, emulator, BRAND)

    with refuses() as refused:
        aws.discard_registration_version(RegistrationId=reviewed)

    assert discarded["RegistrationVersionStatus"] == "DISCARDED"
    assert after == "CREATED"
    assert refused.reason == "DISCARD_REGISTRATION_VERSION_NOT_ALLOWED"


def test_an_unknown_version_is_refused(aws: "PinpointSMSVoiceV2Client") -> None:
    """The versions that there are count from 1."""
    key = register(aws, BRAND)

    with refuses() as refused:
        version(aws, key, 2)

    assert refused.reason == "UNKNOWN_REGISTRATION_VERSION"
