"""What several modules of these tests begin with."""

from typing import TYPE_CHECKING

import pytest

from tests.factories.identities import agent
from tests.factories.notify import notify_configuration

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client

    from smsvoice.emulator import Emulator


@pytest.fixture
def shop(aws: "PinpointSMSVoiceV2Client", emulator: "Emulator") -> str:
    """The id of an active configuration with a default template."""
    return notify_configuration(aws, emulator)


@pytest.fixture
def sender(emulator: "Emulator") -> str:
    """The id of a launched agent."""
    return agent(emulator)
