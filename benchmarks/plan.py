"""How much work a run does."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Amount:
    """So many rounds of so many calls."""

    rounds: int
    times: int = 1


@dataclass(frozen=True)
class Plan:
    """The whole run; peers are measured on less, since there are many."""

    sends: Amount
    pages: Amount
    walks: Amount
    starts: Amount
    imports: Amount
    crowd: Amount
    """Rounds, and sends of all threads together without latency."""
    slow_crowd: Amount
    """The same with latency: sends of each thread."""
    clients: Amount
    growth: tuple[int, ...]
    growth_rounds: int
    peer_sends: Amount
    peer_walks: Amount
    peer_starts: Amount
    peer_crowd: Amount


FULL = Plan(
    sends=Amount(40, 100),
    pages=Amount(24, 20),
    walks=Amount(12),
    starts=Amount(16),
    imports=Amount(40),
    crowd=Amount(24, 512),
    slow_crowd=Amount(12, 16),
    clients=Amount(16),
    growth=(1, 10, 100, 1000),
    growth_rounds=5,
    peer_sends=Amount(12, 25),
    peer_walks=Amount(4),
    peer_starts=Amount(10),
    peer_crowd=Amount(5, 16),
)

QUICK = Plan(
    sends=Amount(8, 50),
    pages=Amount(6, 10),
    walks=Amount(3),
    starts=Amount(4),
    imports=Amount(8),
    crowd=Amount(2, 512),
    slow_crowd=Amount(2, 8),
    clients=Amount(4),
    growth=(1, 10, 100),
    growth_rounds=2,
    peer_sends=Amount(3, 10),
    peer_walks=Amount(2),
    peer_starts=Amount(3),
    peer_crowd=Amount(2, 8),
)
