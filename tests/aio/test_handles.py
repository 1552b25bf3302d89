"""Handles as values: equality, copies, and a state that AWS left out."""

import copy
import dataclasses
from typing import Any

from smsvoice import AsyncPool, AsyncSmsVoice
from tests.contract.wire import Wire


def client(region_name: str = "us-east-1") -> AsyncSmsVoice:
    """A client that answers an empty object."""
    return AsyncSmsVoice(session=Wire().session(), region_name=region_name)


def test_handles_of_two_regions_are_of_two_things() -> None:
    """Ids and names repeat between regions; two clients of one region speak of the same thing."""
    here, there = client(), client("eu-west-1")

    assert here.pools.at("pool-1") == client().pools.at("pool-1")
    assert here.pools.at("pool-1") == here.with_options(strict_answers=True).pools.at("pool-1")
    assert here.pools.at("pool-1") != there.pools.at("pool-1")
    assert here.pools.at("pool-1") != here.pools.at("pool-2")
    assert here.pools.at("x") != here.phone_numbers.at("x")
    assert len({here.pools.at("pool-1"), client().pools.at("pool-1")}) == 1


def test_what_holds_a_handle_can_be_copied() -> None:
    """The copy speaks of the same thing with the same client."""

    @dataclasses.dataclass
    class Job:
        pool: AsyncPool

    pool = client().pools.at("pool-1")

    told: dict[str, Any] = dataclasses.asdict(Job(pool))

    for twin in (told["pool"], copy.deepcopy(pool), copy.copy(pool)):
        assert twin == pool
        assert twin is not pool
        assert twin._sms is pool._sms


async def test_a_state_that_aws_left_out_is_none() -> None:
    """The answer to a creation need not tell it."""
    sms = client()

    pool = await sms.pools.create(
        origination_identity="p", message_type="TRANSACTIONAL", tags={"team": "shop"}
    )

    assert pool.status is None
