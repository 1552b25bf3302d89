"""Mistakes that type checkers must find; one that they overlook fails the lint.

Each line is marked with the error that mypy and that pyright report, and both are told to complain
about a mark that is not needed; `enableTypeIgnoreComments` keeps pyright from reading mypy's. Read by mypy and pyright, never run.
"""

from typing import assert_type

from smsvoice import AsyncSmsVoice, SmsVoice, events
from smsvoice.aio.resources.pools import AsyncPool
from smsvoice.models.messages import SendTextMessageResult
from smsvoice.sync.resources.pools import Pool
from tests.factories.aio.opt_out_stores import AsyncMemoryOptOuts
from tests.factories.sync.opt_out_stores import MemoryOptOuts


def check_filters(sms: SmsVoice) -> None:
    """A misspelt filter, and values that AWS does not list."""
    sms.pools.list(statuss="ACTIVE")  # type: ignore[call-arg] # pyright: ignore[reportCallIssue]
    sms.pools.list(status="ACTIV")  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    sms.registrations.list(
        registration_status="COMPLET",  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    )
    sms.protect_configurations.at("x").number_overrides.list(
        action="BLOK",  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    )
    sms.rcs_agents.list(
        two_way_enabled="yes",  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    )


def check_literals(sms: SmsVoice) -> None:
    """Enum arguments that AWS does not list."""
    sms.pools.create(
        origination_identity="x",
        message_type="TRANSACTIONL",  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    )
    sms.verified_numbers.at("x").send_code(
        "SMOKE",  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    )
    sms.protect_configurations.at("x").country_rules(
        "FAX",  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    )


def check_handles(sms: SmsVoice) -> None:
    """A handle of another kind, a verb that it does not have, and what identifies left out."""
    pool: Pool = sms.phone_numbers.at("x")  # type: ignore[assignment] # pyright: ignore[reportAssignmentType]
    pool.send_carrier_pigeon()  # type: ignore[attr-defined] # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
    sms.sender_ids.at("x")  # type: ignore[call-arg] # pyright: ignore[reportCallIssue]
    sms.registrations.at("x").fields.put_all(
        {"a.b": sms.pools.at("x")},  # type: ignore[dict-item] # pyright: ignore[reportArgumentType]
    )


async def check_awaited(sms: AsyncSmsVoice) -> None:
    """The same where calls are awaited; and nothing is awaited that is no call."""
    sms.pools.list(statuss="ACTIVE")  # type: ignore[call-arg] # pyright: ignore[reportCallIssue]
    sms.pools.list(status="ACTIV")  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    await sms.pools.create(
        origination_identity="x",
        message_type="TRANSACTIONL",  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    )
    pool: AsyncPool = sms.phone_numbers.at("x")  # type: ignore[assignment] # pyright: ignore[reportAssignmentType]
    await pool.data  # type: ignore[misc] # pyright: ignore[reportGeneralTypeIssues]
    await sms.pools.list()  # type: ignore[misc] # pyright: ignore[reportGeneralTypeIssues]


async def check_stores(sms: SmsVoice, other: AsyncSmsVoice) -> None:
    """A database for the other flavour."""
    sms.opt_out_lists.at("x").sync(
        AsyncMemoryOptOuts(),  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    )
    await other.opt_out_lists.at("x").sync(
        MemoryOptOuts(),  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    )


async def check_replies(reply: events.Inbound, sms: SmsVoice, asms: AsyncSmsVoice) -> None:
    """A reply that is never awaited is never sent."""
    assert_type(reply.reply(sms, "x"), SendTextMessageResult)
    assert_type(await reply.reply(asms, "x"), SendTextMessageResult)
    reply.reply(asms, "x")  # type: ignore[unused-coroutine] # pyright: ignore[reportUnusedCoroutine]
    reply.reply(object(), "x")  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
