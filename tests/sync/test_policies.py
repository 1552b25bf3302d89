"""Resource policies: typed, as a dict, as text, and refused where AWS would refuse them."""

# Mirrored from tests/aio/test_policies.py by `python -m codegen`. Change that file, not this one.

import json
from typing import Any

import pytest

from smsvoice import (
    NotLoadedError,
    PolicyDocument,
    PolicyStatement,
    RequestError,
    ResourceNotFoundError,
    SmsVoice,
)
from tests.factories.calls import calls_of
from tests.factories.sync.clocks import EmulatorClock
from tests.factories.sync.identities import leased, pooled

ALLOW: dict[str, Any] = {
    "Effect": "Allow",
    "Principal": {"AWS": "arn:aws:iam::111122223333:root"},
    "Action": "sms-voice:SendTextMessage",
}
TYPED = PolicyDocument(
    statements=[
        PolicyStatement(
            sid="partner",
            effect="Allow",
            principals={"AWS": ["arn:aws:iam::111122223333:root"]},
            actions=["sms-voice:SendTextMessage", "sms-voice:DescribePools"],
            conditions={"StringEquals": {"aws:PrincipalOrgID": ["o-1"]}},
        )
    ]
)


def test_a_policy_is_put_read_and_deleted(sms: SmsVoice, clock: EmulatorClock) -> None:
    """What is put comes back typed, with the resource filled in."""
    pool = pooled(sms, clock)

    put = pool.policy.put(TYPED)
    got = pool.policy.get()
    pool.policy.delete()
    gone = pool.policy.get()

    assert put == got
    assert got.statements[0].resources == (pool.arn,)
    assert got.statements[0].actions == TYPED.statements[0].actions
    assert got.version == "2012-10-17"
    assert gone == (leased(sms)).policy.get()
    assert list(gone.statements) == []
    with pytest.raises(ResourceNotFoundError) as refused:
        pool.policy.delete()
    assert refused.value.resource_type == "policy"


def test_the_answer_for_no_policy_cannot_be_put_back(sms: SmsVoice) -> None:
    """A policy without statements shares nothing; AWS's way to say so is to delete it."""
    number = leased(sms)
    none = number.policy.get()

    with pytest.raises(RequestError, match="at least 1 item"):
        number.policy.put(json.loads(none.to_json()))


def test_a_policy_may_be_a_dict_or_text(sms: SmsVoice) -> None:
    """The words of IAM, with or without lists, make the same policy."""
    number = leased(sms)
    whole = {"Version": "2012-10-17", "Statement": ALLOW | {"Resource": number.arn}}

    as_dict = number.policy.put(whole)
    as_text = number.policy.put(json.dumps(whole))
    ours = number.policy.put(
        {
            "statements": [
                {"effect": "Allow", "principals": ALLOW["Principal"], "actions": ALLOW["Action"]}
            ]
        }
    )

    assert as_dict == as_text == ours
    assert as_dict.statements[0].actions == ("sms-voice:SendTextMessage",)


def test_all_that_can_be_shared_takes_a_policy(sms: SmsVoice, clock: EmulatorClock) -> None:
    """Phone numbers, sender IDs, pools and opt-out lists."""
    things = [
        pooled(sms, clock),
        leased(sms),
        sms.sender_ids.request("EXAMPLE", "GB"),
        sms.opt_out_lists.create("news"),
    ]

    for thing in things:
        thing.policy.put(TYPED)

    for thing in things:
        assert (thing.policy.get()).statements[0].resources == (thing.arn,)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ("no policy", "JSON text"),
        ("[1]", "JSON text"),
        ("[" * 9000, "JSON text"),
        (7, "JSON text"),
        ({}, "statements: is required"),
        ({"Statement": []}, "at least 1 item"),
        ({"Statement": [ALLOW | {"Effect": "Alow"}]}, "'Allow' or 'Deny'"),
        ({"Statement": [ALLOW | {"Action": "s3:GetObject"}]}, "actions must be of sms-voice"),
        ({"Statement": [ALLOW | {"Acton": "x"}]}, "did you mean actions"),
        (
            {"Statement": [{"Effect": "Allow", "Action": "sms-voice:*"}]},
            "exactly one of principals",
        ),
        ({"Statement": [ALLOW | {"NotAction": "sms-voice:*"}]}, "exactly one of actions"),
        ({"Statement": [ALLOW | {"Resource": "arn:aws:sns:us-east-1:1:x"}]}, "must name only"),
        ({"Statement": [ALLOW], "Version": "2020-01-01"}, "2012-10-17"),
        ({"Statement": [ALLOW], "Id": "x" * 10_000}, "10000 characters"),
        (json.dumps({"Statement": [ALLOW]}) + " " * 10_000, "10000 characters"),
    ],
)
def test_a_policy_that_aws_would_refuse_is_refused_before_the_wire(
    sms: SmsVoice, wrong: Any, told: str
) -> None:
    """The error names the rule."""
    news = sms.opt_out_lists.create("news")
    calls = calls_of(sms)

    with pytest.raises(RequestError, match=told):
        news.policy.put(wrong)

    assert calls == []


def test_a_policy_speaks_of_the_thing_that_it_is_put_on(sms: SmsVoice) -> None:
    """Another list's ARN is wrong; a pattern that covers this one is right."""
    news = sms.opt_out_lists.create("news")
    other = sms.opt_out_lists.create("other")

    with pytest.raises(RequestError, match=r"statements\[0\]\.resources"):
        news.policy.put({"Statement": [ALLOW | {"Resource": other.arn}]})
    kept = news.policy.put({"Statement": [ALLOW | {"Resource": news.arn[:-1] + "*"}]})

    assert kept.statements[0].resources == (news.arn[:-1] + "*",)


def test_feedback_is_given_on_messages(sms: SmsVoice) -> None:
    """Only a statement about feedback may name the account's messages."""
    number = leased(sms)
    messages = number.arn.split(":phone-number/")[0] + ":message/*"
    about = {"Resource": [number.arn, messages]}

    kept = number.policy.put(
        {"Statement": ALLOW | about | {"Action": "sms-voice:PutMessageFeedback"}}
    )
    with pytest.raises(RequestError, match="must name only"):
        number.policy.put({"Statement": ALLOW | about})

    assert kept.statements[0].resources == (number.arn, messages)


def test_a_policy_needs_the_arn_of_what_can_be_shared(sms: SmsVoice) -> None:
    """Without an ARN it says how to get one; another kind of ARN is refused."""
    with pytest.raises(NotLoadedError):
        sms.pools.at("pool-1").policy.put(TYPED)
    with pytest.raises(RequestError, match="must be the ARN of a phone-number"):
        sms.pools.at("arn:aws:s3:::bucket-of-somebody").policy.put(TYPED)


def test_what_a_later_aws_adds_is_kept(sms: SmsVoice) -> None:
    """A policy put by other tools, with members unknown here, can be read."""
    news = sms.opt_out_lists.create("news")
    strange = {"Statement": [ALLOW | {"Resource": news.arn, "Mood": "good"}]}
    sms.api.put_resource_policy(resource_arn=news.arn, policy=json.dumps(strange))

    got = news.policy.get()

    assert (got.statements[0].model_extra or {})["Mood"] == "good"
