"""Two-way messages and self-managed opt-outs: which settings go together.

Numbers, pools and RCS agents have the same five members for it, and so the same rules. Inferred
here: switching two-way off forgets its channel, and the countries without it.
AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/two-way-sms.html
"""

import re
from collections.abc import Iterable
from typing import Any, Protocol

from smsvoice.emulator.engine.context import Call
from smsvoice.emulator.engine.service_errors import invalid
from smsvoice.emulator.state.access import must_be_accessible
from smsvoice.models.reasons import ValidationExceptionReason

_WITHOUT = "AE CN CU EG IR KP RU SA SY TR VN"
COUNTRIES_WITHOUT = frozenset(_WITHOUT.split())
"""Countries without two-way here, ISO 3166-1 alpha-2; a rough table of ours."""

_CHANNEL = re.compile(
    r"arn:[a-z-]+:sns:[a-z0-9-]+:[0-9]{12}:\S+|arn:[a-z-]+:connect:\S+"
    r"|connect\.[a-z0-9-]+\.amazonaws\.com"
)


class Inbound(Protocol):
    """What can take messages: a number, a pool or an RCS agent, as it is."""

    @property
    def two_way_enabled(self) -> bool:
        """Whether what people write is published."""
        ...

    @property
    def two_way_channel_arn(self) -> str | None:
        """Where to."""
        ...

    @property
    def two_way_channel_role(self) -> str | None:
        """The role that may."""
        ...

    @property
    def self_managed_opt_outs_enabled(self) -> bool:
        """Whether the owner answers HELP and STOP."""
        ...


class Wish(Protocol):
    """What an update asks for; None leaves a member as it is."""

    @property
    def two_way_enabled(self) -> bool | None:
        """Whether what people write shall be published."""
        ...

    @property
    def two_way_channel_arn(self) -> str | None:
        """Where to."""
        ...

    @property
    def two_way_channel_role(self) -> str | None:
        """The role that may."""
        ...

    @property
    def self_managed_opt_outs_enabled(self) -> bool | None:
        """Whether the owner will answer HELP and STOP."""
        ...


def two_way_changes(
    call: Call, before: Inbound, wish: Wish, countries: Iterable[str]
) -> dict[str, Any]:
    """The four members as they become, or the refusal of what does not go together."""
    reasons = ValidationExceptionReason
    enabled = _or(wish.two_way_enabled, before.two_way_enabled)
    channel = wish.two_way_channel_arn or before.two_way_channel_arn
    role = wish.two_way_channel_role or before.two_way_channel_role
    self_managed = _or(wish.self_managed_opt_outs_enabled, before.self_managed_opt_outs_enabled)
    if wish.two_way_channel_arn and not _CHANNEL.fullmatch(wish.two_way_channel_arn):
        raise invalid(reasons.INVALID_ARN, "TwoWayChannelArn", "is no topic and not Connect")
    if enabled and not channel:
        raise invalid(reasons.TWO_WAY_CHANNEL_NOT_PRESENT, "TwoWayChannelArn", "is required")
    if self_managed and not enabled:
        raise invalid(reasons.TWO_WAY_NOT_ENABLED, "SelfManagedOptOutsEnabled", "needs two-way")
    if enabled:
        _must_be_possible(call, countries)
        used = {"two_way_channel_arn": channel, "two_way_channel_role": role}
        must_be_accessible(call, used)
    return {
        "two_way_enabled": enabled,
        "two_way_channel_arn": channel if enabled else None,
        "two_way_channel_role": role if enabled else None,
        "self_managed_opt_outs_enabled": self_managed,
    }


def _or(wish: bool | None, before: bool) -> bool:
    return before if wish is None else wish


def _must_be_possible(call: Call, countries: Iterable[str]) -> None:
    reasons = ValidationExceptionReason
    if call.account.region in call.settings.regions_without_two_way:
        raise invalid(reasons.TWO_WAY_NOT_SUPPORTED_IN_REGION, "TwoWayEnabled", "not here")
    if not COUNTRIES_WITHOUT.isdisjoint(countries):
        raise invalid(reasons.TWO_WAY_NOT_SUPPORTED_IN_COUNTRY, "TwoWayEnabled", "not there")
