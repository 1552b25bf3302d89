"""Numbers that were asked whether they take messages: verified destinations, and RCS testers."""

from smsvoice.emulator.engine.context import Call
from smsvoice.emulator.engine.store import TableOf
from smsvoice.emulator.state.tags import forget
from smsvoice.models.verified_numbers import VerifiedDestinationNumberInformation

verified_numbers: TableOf[VerifiedDestinationNumberInformation] = TableOf(
    "verified_destination_numbers", VerifiedDestinationNumberInformation
)
"""The account's verified destination numbers, by id, verified yet or not."""


def testers_of(call: Call, agent_id: str) -> list[VerifiedDestinationNumberInformation]:
    """The numbers that test an RCS agent, or were asked to."""
    return [one for one in verified_numbers(call) if one.rcs_agent_id == agent_id]


def drop_testers(call: Call, agent_id: str) -> None:
    """Forget the testers of an agent that is gone."""
    for tester in testers_of(call, agent_id):
        verified_numbers(call).drop(tester.verified_destination_number_id)
        forget(call, tester.verified_destination_number_arn)
