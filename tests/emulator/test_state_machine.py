"""Pools, numbers, opt-out lists and opt-outs in any order, beside a small model of what must hold.

Hypothesis chooses what is done. Every answer must be the one that the model expects, and after
every step what the emulator lists must be what the model knows.
"""

import json
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from smsvoice.emulator import Emulator
from smsvoice.emulator.engine.settings import Settings
from tests.emulator.model_state import Number, Pool, one_of
from tests.factories.constants import BAD, GOOD, START
from tests.factories.full_account import handle, must_be_modelled

TO_SETTLE = Settings().seconds_to_settle
MOST = 25
DAYS_30 = timedelta(days=30)
LIST_NAMES = ("Default", "news", "alerts", "surveys")
CHOICE = st.integers(0, 1_000)
"""Stands for one of however many there are."""


class Texting(RuleBasedStateMachine):
    """An account that changes, and what is expected of it."""

    def __init__(self) -> None:
        """Begin as every account does: with one list, and nothing on it."""
        super().__init__()
        self.emulator = Emulator(starting_at=START, clock_runs=False, seed=7)
        self.numbers: dict[str, Number] = {}
        self.pools: dict[str, Pool] = {}
        self.lists: dict[str, set[str]] = {"Default": set()}
        self.opted_in: dict[tuple[str, str], datetime] = {}
        self.gone: list[tuple[str, str, str]] = []
        self.sent: set[str] = set()

    def ask(self, operation: str, expected: str | None = None, **members: Any) -> dict[str, Any]:
        """The members of the answer, which must be a result or the expected refusal."""
        answer = handle(self.emulator, operation, json.dumps(members).encode())
        must_be_modelled(operation, answer)
        told: dict[str, Any] = json.loads(answer.body)
        refused = (
            None
            if answer.status == 200
            else told.get("Reason") or told["__type"].rpartition("#")[2]
        )
        assert refused == expected, (operation, members, told)
        return told

    def is_active(self, pool: Pool) -> bool:
        """Whether a pool is made and not going."""
        return pool.ready_at <= self.emulator.now() and pool.gone_at is None

    def settled(self) -> datetime:
        """When what begins now is done."""
        return self.emulator.now() + timedelta(seconds=TO_SETTLE)

    @initialize(pools=st.sampled_from((0, 1, 2)))
    def have_something(self, pools: int) -> None:
        """Numbers by two lists, and pools of two numbers each."""
        self.create_a_list("news")
        for choice in (0, 0, 0, 1, 1, 1):
            self.request_numbers(choice, 1)
        for name in sorted(self.lists)[:pools]:
            theirs = sorted(key for key, one in self.numbers.items() if one.opt_out_list == name)
            self.create_a_pool(sorted(self.numbers).index(theirs[0]))
            self.wait(TO_SETTLE)
            into = sorted(self.pools).index(str(self.numbers[theirs[0]].pool))
            self.let_a_number_join(sorted(self.numbers).index(theirs[1]), into)

    @rule(choice=CHOICE, count=st.sampled_from((1, 1, 2, 9)))
    def request_numbers(self, choice: int, count: int) -> None:
        """Some more, as long as the quota has room."""
        name = one_of(self.lists, choice)
        for _ in range(count):
            full = "PHONE_NUMBERS_PER_ACCOUNT" if len(self.numbers) >= MOST else None
            told = self.ask(
                "RequestPhoneNumber",
                full,
                IsoCountryCode="US",
                MessageType="TRANSACTIONAL",
                NumberCapabilities=["SMS"],
                NumberType="SIMULATOR",
                OptOutListName=name,
            )
            if full is None:
                self.numbers[told["PhoneNumberId"]] = Number(told["PhoneNumber"], name)

    @precondition(lambda self: self.numbers)
    @rule(choice=CHOICE, other=CHOICE)
    def give_a_number_another_list(self, choice: int, other: int) -> None:
        """A pool's number takes no other."""
        key, name = one_of(self.numbers, choice), one_of(self.lists, other)
        number = self.numbers[key]
        expected = "RESOURCE_NOT_ACTIVE" if number.gone_at else None
        expected = "PHONE_NUMBER_ASSOCIATED_TO_POOL" if number.pool else expected
        self.ask("UpdatePhoneNumber", expected, PhoneNumberId=key, OptOutListName=name)
        if expected is None:
            number.opt_out_list = name

    @precondition(lambda self: self.numbers)
    @rule(choice=CHOICE)
    def release_a_number(self, choice: int) -> None:
        """Unless a pool has it, or it is going already."""
        key = one_of(self.numbers, choice)
        number = self.numbers[key]
        expected = "PHONE_NUMBER_ASSOCIATED_TO_POOL" if number.pool else None
        expected = "RESOURCE_NOT_ACTIVE" if number.gone_at else expected
        self.ask("ReleasePhoneNumber", expected, PhoneNumberId=key)
        if expected is None:
            number.gone_at = self.settled()

    @precondition(lambda self: self.numbers)
    @rule(choice=CHOICE)
    def create_a_pool(self, choice: int) -> None:
        """Of an active number that no pool has."""
        key = one_of(self.numbers, choice)
        number = self.numbers[key]
        expected = "POOLS_PER_ACCOUNT" if len(self.pools) >= MOST else None
        expected = "PHONE_NUMBER_ASSOCIATED_TO_POOL" if number.pool else expected
        expected = "RESOURCE_NOT_ACTIVE" if number.gone_at else expected
        asked = {"OriginationIdentity": key, "MessageType": "TRANSACTIONAL"}
        told = self.ask("CreatePool", expected, **asked)
        if expected is None:
            number.pool = told["PoolId"]
            self.pools[number.pool] = Pool(number.opt_out_list, [key], self.settled())

    @precondition(lambda self: self.numbers and self.pools)
    @rule(choice=CHOICE, other=CHOICE)
    def let_a_number_join(self, choice: int, other: int) -> None:
        """One pool at most has it, and both must have the same list."""
        free = {key for key, one in self.numbers.items() if one.pool is None}
        key = one_of(free | {one_of(self.numbers, other)}, choice)
        pool_id = one_of(self.pools, other)
        number, pool = self.numbers[key], self.pools[pool_id]
        expected = None
        if not self.is_active(pool):
            expected = "RESOURCE_NOT_ACTIVE"
        elif number.pool is not None:
            is_here = number.pool == pool_id
            expected = (
                "RESOURCE_ALREADY_ASSOCIATED" if is_here else "PHONE_NUMBER_ASSOCIATED_TO_POOL"
            )
        elif number.gone_at is not None:
            expected = "RESOURCE_NOT_ACTIVE"
        elif number.opt_out_list != pool.opt_out_list:
            expected = "OPT_OUT_LIST_MISMATCH"
        self.ask("AssociateOriginationIdentity", expected, PoolId=pool_id, OriginationIdentity=key)
        if expected is None:
            number.pool = pool_id
            pool.members.append(key)

    @precondition(lambda self: self.numbers and self.pools)
    @rule(choice=CHOICE, other=CHOICE)
    def let_a_number_leave(self, choice: int, other: int) -> None:
        """The last one stays."""
        pool_id = one_of(self.pools, other)
        key = one_of({*self.pools[pool_id].members, one_of(self.numbers, other)}, choice)
        pool = self.pools[pool_id]
        expected = "LAST_PHONE_NUMBER" if pool.members == [key] else None
        expected = expected if key in pool.members else "PHONE_NUMBER_NOT_ASSOCIATED_TO_POOL"
        expected = expected if self.is_active(pool) else "RESOURCE_NOT_ACTIVE"
        both = {"PoolId": pool_id, "OriginationIdentity": key}
        self.ask("DisassociateOriginationIdentity", expected, **both)
        if expected is None:
            pool.members.remove(key)
            self.numbers[key].pool = None

    @precondition(lambda self: self.pools)
    @rule(choice=CHOICE, other=CHOICE)
    def give_a_pool_another_list(self, choice: int, other: int) -> None:
        """Its numbers go along."""
        pool_id, name = one_of(self.pools, choice), one_of(self.lists, other)
        pool = self.pools[pool_id]
        expected = None if self.is_active(pool) else "RESOURCE_NOT_ACTIVE"
        self.ask("UpdatePool", expected, PoolId=pool_id, OptOutListName=name)
        if expected is None:
            pool.opt_out_list = name
            for key in pool.members:
                self.numbers[key].opt_out_list = name

    @precondition(lambda self: self.pools)
    @rule(choice=CHOICE)
    def delete_a_pool(self, choice: int) -> None:
        """It goes after a while, and its numbers stay."""
        pool_id = one_of(self.pools, choice)
        pool = self.pools[pool_id]
        expected = None if self.is_active(pool) else "RESOURCE_NOT_ACTIVE"
        self.ask("DeletePool", expected, PoolId=pool_id)
        if expected is None:
            pool.gone_at = self.settled()

    @rule(name=st.sampled_from(LIST_NAMES))
    def create_a_list(self, name: str) -> None:
        """Once under each name."""
        expected = "RESOURCE_ALREADY_EXISTS" if name in self.lists else None
        self.ask("CreateOptOutList", expected, OptOutListName=name)
        self.lists.setdefault(name, set())

    @rule(choice=CHOICE)
    def delete_a_list(self, choice: int) -> None:
        """Unless it is the first one or somebody goes by it."""
        name = one_of(self.lists, choice)
        users = {one.opt_out_list for one in (*self.numbers.values(), *self.pools.values())}
        expected = "RESOURCE_NOT_EMPTY" if name in users else None
        expected = "RESOURCE_DELETION_NOT_ALLOWED" if name == "Default" else expected
        self.ask("DeleteOptOutList", expected, OptOutListName=name)
        if expected is None:
            del self.lists[name]

    @rule(choice=CHOICE, recipient=st.sampled_from((GOOD, BAD)))
    def opt_out(self, choice: int, recipient: str) -> None:
        """As often as one likes."""
        name = one_of(self.lists, choice)
        self.ask("PutOptedOutNumber", OptOutListName=name, OptedOutNumber=recipient)
        self.lists[name].add(recipient)

    @rule(choice=CHOICE, recipient=st.sampled_from((GOOD, BAD)))
    def opt_in(self, choice: int, recipient: str) -> None:
        """Once in thirty days."""
        name, now = one_of(self.lists, choice), self.emulator.now()
        expected = "ResourceNotFoundException" if recipient not in self.lists[name] else None
        before = self.opted_in.get((name, recipient))
        if expected is None and before is not None and now - before < DAYS_30:
            expected = "PHONE_NUMBER_CANNOT_BE_OPTED_IN"
        self.ask("DeleteOptedOutNumber", expected, OptOutListName=name, OptedOutNumber=recipient)
        if expected is None:
            self.lists[name].remove(recipient)
            self.opted_in[name, recipient] = now

    @precondition(lambda self: self.numbers)
    @rule(choice=CHOICE, recipient=st.sampled_from((GOOD, BAD)))
    def write_stop(self, choice: int, recipient: str) -> None:
        """A recipient goes on the list of the number that is written to, if it still hears."""
        number = self.numbers[one_of(self.numbers, choice)]
        if number.gone_at is None:
            self.emulator.inbound(recipient, number.phone_number, "Stop")
            self.lists[number.opt_out_list].add(recipient)

    @precondition(lambda self: self.numbers)
    @rule(choice=CHOICE, recipient=st.sampled_from((GOOD, BAD)))
    def send_from_a_number(self, choice: int, recipient: str) -> None:
        """Nobody who is on its list is sent anything."""
        key = one_of(self.numbers, choice)
        number = self.numbers[key]
        self.send(key, recipient, number.opt_out_list, is_active=number.gone_at is None)

    @precondition(lambda self: self.pools)
    @rule(choice=CHOICE, recipient=st.sampled_from((GOOD, BAD)))
    def send_from_a_pool(self, choice: int, recipient: str) -> None:
        """Nobody who is on its list is sent anything."""
        pool_id = one_of(self.pools, choice)
        pool = self.pools[pool_id]
        self.send(pool_id, recipient, pool.opt_out_list, is_active=self.is_active(pool))

    def send(self, origin: str, recipient: str, opt_out_list: str, *, is_active: bool) -> None:
        """Send a text, which must be refused to whoever opted out."""
        is_out = recipient in self.lists[opt_out_list]
        expected = "DESTINATION_PHONE_NUMBER_OPTED_OUT" if is_out else None
        told = self.ask(
            "SendTextMessage",
            expected if is_active else "RESOURCE_NOT_ACTIVE",
            OriginationIdentity=origin,
            DestinationPhoneNumber=recipient,
            MessageBody="hello",
        )
        if is_active and not is_out:
            self.sent.add(told["MessageId"])

    @rule(seconds=st.sampled_from((1.0, TO_SETTLE, 3_600.0, DAYS_30.total_seconds())))
    def wait(self, seconds: float) -> None:
        """What was going is gone, and free is what it held."""
        self.emulator.advance(seconds)
        now = self.emulator.now()
        for pool_id, pool in list(self.pools.items()):
            if pool.gone_at is not None and pool.gone_at <= now:
                for key in pool.members:
                    self.numbers[key].pool = None
                del self.pools[pool_id]
                self.gone.append(("DescribePools", "PoolIds", pool_id))
        for key, number in list(self.numbers.items()):
            if number.gone_at is not None and number.gone_at <= now:
                del self.numbers[key]
                self.gone.append(("DescribePhoneNumbers", "PhoneNumberIds", key))

    @invariant()
    def numbers_are_as_expected(self) -> None:
        """Each says which pool it is in and whose opt-outs it heeds."""
        found = self.ask("DescribePhoneNumbers")["PhoneNumbers"]
        members = ("PoolId", "OptOutListName", "Status")
        assert {one["PhoneNumberId"]: tuple(map(one.get, members)) for one in found} == {
            key: (one.pool, one.opt_out_list, "DISASSOCIATING" if one.gone_at else "ACTIVE")
            for key, one in self.numbers.items()
        }

    @invariant()
    def pools_are_as_expected(self) -> None:
        """Members are listed as they joined, each in one pool at most."""
        found = {one["PoolId"]: one for one in self.ask("DescribePools")["Pools"]}
        assert set(found) == set(self.pools)
        members: list[str] = []
        for pool_id, pool in self.pools.items():
            going = "DELETING" if pool.gone_at else "CREATING"
            status = "ACTIVE" if self.is_active(pool) else going
            told = self.ask("ListPoolOriginationIdentities", PoolId=pool_id)
            listed = [one["OriginationIdentity"] for one in told["OriginationIdentities"]]
            assert listed == pool.members
            assert found[pool_id]["Status"] == status
            assert found[pool_id]["OptOutListName"] == pool.opt_out_list
            members += listed
        assert len(members) == len(set(members))

    @invariant()
    def lists_are_as_expected(self) -> None:
        """With everybody who is on them."""
        found = self.ask("DescribeOptOutLists")["OptOutLists"]
        assert {one["OptOutListName"] for one in found} == set(self.lists)
        for name, recipients in self.lists.items():
            told = self.ask("DescribeOptedOutNumbers", OptOutListName=name)["OptedOutNumbers"]
            assert {one["OptedOutNumber"] for one in told} == recipients

    @invariant()
    def counts_stay_within_quotas(self) -> None:
        """And the account tells how many there are."""
        limits = self.ask("DescribeAccountLimits")["AccountLimits"]
        used = {one["Name"]: one["Used"] for one in limits}
        assert all(one["Used"] <= one["Max"] for one in limits)
        assert used["PHONE_NUMBERS"] == len(self.numbers)
        assert used["POOLS"] == len(self.pools)
        assert used["OPT_OUT_LISTS"] == len(self.lists)

    @invariant()
    def what_is_gone_is_not_found(self) -> None:
        """By its id, however long ago."""
        for operation, member, key in self.gone[-3:]:
            self.ask(operation, "ResourceNotFoundException", **{member: [key]})

    @invariant()
    def all_that_was_sent_is_in_the_outbox(self) -> None:
        """And nothing else but the answers to STOP."""
        bodies = {one.message_id: one.body for one in self.emulator.messages}
        assert {key for key, body in bodies.items() if body == "hello"} == self.sent

    def teardown(self) -> None:
        """Let go."""
        self.emulator.close()


def run(examples: int, steps: int) -> None:
    """Let hypothesis look for an order of steps that breaks something."""
    run_state_machine_as_test(
        Texting,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            database=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_pools_numbers_and_opt_outs_hold_together() -> None:
    """In whatever order things happen."""
    run(examples=10, steps=40)


@pytest.mark.long
def test_pools_numbers_and_opt_outs_hold_together_for_long() -> None:
    """The same, far longer."""
    run(examples=800, steps=100)
