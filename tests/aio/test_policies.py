"""Resource policies: typed, as a dict, as text, and refused where AWS would refuse them."""

import json
from typing import Any

import pytest

from smsvoice import (
    AsyncSmsVoice,
    NotLoadedError,
    PolicyDocument,
    PolicyStatement,
    RequestError,
    ResourceNotFoundError,
)
from tests.factories.aio.clocks import AsyncEmulatorClock
from tests.factories.aio.identities import leased, pooled
from tests.factories.calls import calls_of

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


async def test_a_policy_is_put_read_and_deleted(
    sms: AsyncSmsVoice, clock: AsyncEmulatorClock
) -> None:
    """What is put comes back typed, with the resource filled in."""
    pool = await pooled(sms, clock)

    put = await pool.policy.put(TYPED)
    got = await pool.policy.get()
    await pool.policy.delete()
    gone = await pool.policy.get()

    assert put == got
    assert got.statements[0].resources == (pool.arn,)
    assert got.statements[0].actions == TYPED.statements[0].actions
    assert got.version == "2012-10-17"
    assert gone == await (await leased(sms)).policy.get()
    assert list(gone.statements) == []
    with pytest.raises(ResourceNotFoundError) as refused:
        await pool.policy.delete()
    assert refused.value.resource_type == "policy"


async def test_the_answer_for_no_policy_cannot_be_put_back(sms: AsyncSmsVoice) -> None:
    """A policy without statements shares nothing; AWS's way to say so is to delete it."""
    number = await leased(sms)
    none = await number.policy.get()

    with pytest.raises(RequestError, match="at least 1 item"):
        await number.policy.put(json.loads(none.to_json()))


async def test_a_policy_may_be_a_dict_or_text(sms: AsyncSmsVoice) -> None:
    """The words of IAM, with or without lists, make the same policy."""
    number = await leased(sms)
    whole = {"Version": "2012-10-17", "Statement": ALLOW | {"Resource": number.arn}}

    as_dict = await number.policy.put(whole)
    as_text = await number.policy.put(json.dumps(whole))
    ours = await number.policy.put(
        {
            "statements": [
                {"effect": "Allow", "principals": ALLOW["Principal"], "actions": ALLOW["Action"]}
            ]
        }
    )

    assert as_dict == as_text == ours
    assert as_dict.statements[0].actions == ("sms-voice:SendTextMessage",)


async def test_all_that_can_be_shared_takes_a_policy(
    sms: AsyncSmsVoice, clock: AsyncEmulatorClock
) -> None:
    """Phone numbers, sender IDs, pools and opt-out lists."""
    things = [
        await pooled(sms, clock),
        await leased(sms),
        await sms.sender_ids.request("EXAMPLE", "GB"),
        await sms.opt_out_lists.create("news"),
    ]

    for thing in things:
        await thing.policy.put(TYPED)

    for thing in things:
        assert (await thing.policy.get()).statements[0].resources == (thing.arn,)


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
async def test_a_policy_that_aws_would_refuse_is_refused_before_the_wire(
    sms: AsyncSmsVoice, wrong: Any, told: str
) -> None:
    """The error names the rule."""
    news = await sms.opt_out_lists.create("news")
    calls = calls_of(sms)

    with pytest.raises(RequestError, match=told):
        await news.policy.put(wrong)

    assert calls == []


async def test_a_policy_speaks_of_the_thing_that_it_is_put_on(sms: AsyncSmsVoice) -> None:
    """Another list's ARN is wrong; a pattern that covers this one is right."""
    news = await sms.opt_out_lists.create("news")
    other = await sms.opt_out_lists.create("other")

    with pytest.raises(RequestError, match=r"statements\[0\]\.resources"):
        await news.policy.put({"Statement": [ALLOW | {"Resource": other.arn}]})
    kept = await news.policy.put({"Statement": [ALLOW | {"Resource": news.arn[:-1] + "*"}]})

    assert kept.statements[0].resources == (news.arn[:-1] + "*",)


async def test_feedback_is_given_on_messages(sms: AsyncSmsVoice) -> None:
    """Only a statement about feedback may name the account's messages."""
    number = await leased(sms)
    messages = number.arn.split(":phone-number/")[0] + ":message/*"
    about = {"Resource": [number.arn, messages]}

    kept = await number.policy.put(
        {"Statement": ALLOW | about | {"Action": "sms-voice:PutMessageFeedback"}}
    )
    with pytest.raises(RequestError, match="must name only"):
        await number.policy.put({"Statement": ALLOW | about})

    assert kept.statements[0].resources == (number.arn, messages)


async def test_a_policy_needs_the_arn_of_what_can_be_shared(sms: AsyncSmsVoice) -> None:
    """Without an ARN it says how to get one; another kind of ARN is refused."""
    with pytest.raises(NotLoadedError):
        await sms.pools.at("pool-1").policy.put(TYPED)
    with pytest.raises(RequestError, match="must be the ARN of a phone-number"):
        await sms.pools.at("arn:aws:s3:::bucket-of-somebody").policy.put(TYPED)


async def test_what_a_later_aws_adds_is_kept(sms: AsyncSmsVoice) -> None:
    """A policy put by other tools, with members unknown here, can be read."""
    news = await sms.opt_out_lists.create("news")
    strange = {"Statement": [ALLOW | {"Resource": news.arn, "Mood": "good"}]}
    await sms.api.put_resource_policy(resource_arn=news.arn, policy=json.dumps(strange))

    got = await news.policy.get()

    assert (got.statements[0].model_extra or {})["Mood"] == "good"
