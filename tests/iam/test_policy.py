"""Policies for operations: each on the types of resources that AWS limits it to."""

import json
from typing import Any

import pytest

from smsvoice import Emulator, RequestError, SmsVoice, iam
from smsvoice.operations import names
from smsvoice.operations.objects import VERBS
from smsvoice.operations.permissions import RESOURCES
from tests.factories.ailing_accounts import AILMENTS, PERSON, arrange, client


def test_an_operation_is_allowed_on_what_a_call_can_name() -> None:
    """By any form of its name; those that may name nothing, on everything."""
    made = iam.policy(
        "SendMediaMessage",
        "describe_pools",
        "sms-voice:UpdatePool",
        "DescribePools",
        region="eu-west-1",
        account="111122223333",
    )

    root = "arn:aws:sms-voice:eu-west-1:111122223333"
    assert made == {
        "Version": "2012-10-17",
        "Statement": [
            {"Effect": "Allow", "Action": ["sms-voice:DescribePools"], "Resource": ["*"]},
            {
                "Effect": "Allow",
                "Action": ["sms-voice:SendMediaMessage"],
                "Resource": [
                    f"{root}:configuration-set/*",
                    f"{root}:phone-number/*",
                    f"{root}:pool/*",
                    f"{root}:protect-configuration/*",
                ],
            },
            {
                "Effect": "Allow",
                "Action": ["sms-voice:UpdatePool"],
                "Resource": [f"{root}:opt-out-list/*", f"{root}:pool/*"],
            },
        ],
    }


def test_every_operation_has_its_resources() -> None:
    """Of a dozen types, whose ARNs are those of the service."""
    whole = json.dumps(iam.policy(*names()))

    assert set(RESOURCES) == set(names())
    assert len({kind for row in RESOURCES.values() for part in row for kind in part}) == 12
    assert "arn:aws:sms-voice:*:*:verified-destination-number/*" in whole
    assert all(f'"sms-voice:{name}"' in whole for name in names())


@pytest.mark.parametrize(
    ("operations", "options", "part"),
    [
        (["SendTextMesage"], {}, "there is no SendTextMesage; did you mean SendTextMessage?"),
        (["xyz"], {}, "docs/operations.md lists them"),
        ([], {}, "operations: must be at least one"),
        (["CreatePool"], {"region": "Ireland"}, "region: must be a region"),
        (["CreatePool"], {"account": "12"}, "account: must be an account's 12 digits"),
        (["CreatePool"], {"partition": "gov"}, "partition: must be a partition"),
    ],
)
def test_mistakes_are_named(operations: list[str], options: dict[str, str], part: str) -> None:
    """With the remedy."""
    with pytest.raises(RequestError, match=part.replace("?", r"\?")):
        iam.policy(*operations, **options)


def test_the_doctor_needs_what_its_policy_has() -> None:
    """No more: what it calls on an ailing account, and for a recipient, is among them."""
    called: set[str] = set()

    def note(model: Any, **_: Any) -> None:
        called.add(model.name)

    with Emulator(clock_runs=False) as emulator:
        arrange(AILMENTS["a registration that was turned down"], emulator)
        AILMENTS["a person who is blocked"].arrange(client(emulator), emulator)
        with SmsVoice(session=emulator.session()) as sms:
            sms.boto_client.meta.events.register("before-call.pinpoint-sms-voice-v2.*", note)
            sms.account.diagnose(PERSON)

    assert called <= set(VERBS["Account.diagnose"])
    assert {"DescribeRegistrationVersions", "SendTextMessage"} <= called
