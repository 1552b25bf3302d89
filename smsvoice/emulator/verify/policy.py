"""The IAM policy that a run needs, made from what the probes declare."""

from typing import Any

from smsvoice.emulator.verify.cleaning import SWEEPS
from smsvoice.emulator.verify.guard import MAKES, PREFIX, READS
from smsvoice.emulator.verify.probes import PROBES

_NAMED = ("OptOutList", "OptedOutNumber", "ConfigurationSet", "EventDestination")
_NAMED_KINDS = ("opt-out-list", "configuration-set")
_LOOKS = ("DescribeAccountAttributes", "DescribePhoneNumbers", "DescribeSenderIds", "DescribePools")


def operations() -> set[str]:
    """All operations that a run may call, with its look at the account and its removals."""
    probed = {call for probe in PROBES for call in (*probe.calls, *probe.removals)}
    removals = {making.remove for making in MAKES.values()}
    return probed | removals | {*SWEEPS, *_LOOKS, "ListTagsForResource", "TagResource"}


def policy() -> dict[str, Any]:
    """An identity-based policy, as IAM takes it.

    Operations on things with names are allowed for the names of these runs alone.
    """
    needed = operations()
    by_name = {one for one in needed - READS if one.endswith(_NAMED) or "Default" in one}
    named = [f"arn:aws:sms-voice:*:*:{kind}/{PREFIX}*" for kind in _NAMED_KINDS]
    return {
        "Version": "2012-10-17",
        "Statement": [
            _statement("Read", needed & READS, "*"),
            _statement("OwnNames", by_name, named),
            _statement("ByIdOrTag", needed - READS - by_name, "*"),
        ],
    }


def _statement(name: str, calls: set[str], resource: str | list[str]) -> dict[str, Any]:
    actions = [f"sms-voice:{call}" for call in sorted(calls)]
    return {"Sid": name, "Effect": "Allow", "Action": actions, "Resource": resource}
