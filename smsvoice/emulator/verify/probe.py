"""A probe: a question to AWS, the point of the docs that it settles, and what it may call."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from smsvoice.emulator.verify.guard import MAKES

if TYPE_CHECKING:
    from smsvoice.emulator.verify.trial import Trial

PAGE = "emulator-behaviour.md"


class Need(StrEnum):
    """What an account must have for a probe to say something."""

    TOPIC = "an SNS topic of yours, given by --topic"
    NO_IDENTITIES = "an account without numbers, sender IDs and pools"


@dataclass(frozen=True, kw_only=True)
class Account:
    """What a run knows of the account that it asks."""

    account_id: str
    region: str
    is_sandbox: bool = False
    has_identities: bool = False
    """Whether there are numbers, sender IDs or pools, which a dry run would choose from."""
    topic: str | None = None
    """An SNS topic that exists, if one was given."""


Body: TypeAlias = "Callable[[Trial], None]"


@dataclass(frozen=True, kw_only=True)
class Probe:
    """A question that is asked of AWS and of the emulator."""

    name: str
    what: str
    """What it does, in a sentence."""
    section: str
    """The heading in docs/emulator-behaviour.md."""
    point: str
    """The row below it that this settles, by its first cell."""
    calls: tuple[str, ...]
    """The operations that it may call, in their order."""
    body: Body
    needs: tuple[Need, ...] = ()

    @property
    def link(self) -> str:
        """Where the docs name the point."""
        anchor = "".join(c for c in self.section.lower() if c.isalnum() or c in " -")
        return f"{PAGE}#{anchor.replace(' ', '-')}"

    @property
    def removals(self) -> tuple[str, ...]:
        """The operations that remove what it makes."""
        return tuple(MAKES[call].remove for call in self.calls if call in MAKES)

    def missing(self, account: Account) -> Need | None:
        """What the account lacks for it, if anything."""
        has = {
            Need.TOPIC: account.topic is not None,
            Need.NO_IDENTITIES: not account.has_identities,
        }
        return next((need for need in self.needs if not has[need]), None)


class Section:
    """The probes of one heading of the docs."""

    def __init__(self, heading: str) -> None:
        self.heading = heading
        self.probes: list[Probe] = []

    def probe(
        self,
        point: str,
        *calls: str,
        needs: tuple[Need, ...] = (),
    ) -> Callable[[Body], Body]:
        """A decorator: the function's name is the probe's, its docstring says what it does."""

        def add(body: Body) -> Body:
            self.probes.append(
                Probe(
                    name=body.__name__.replace("_", "-"),
                    what=(body.__doc__ or "").strip(),
                    section=self.heading,
                    point=point,
                    calls=calls,
                    body=body,
                    needs=needs,
                )
            )
            return body

        return add
