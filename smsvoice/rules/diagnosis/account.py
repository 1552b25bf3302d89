"""The account as a whole: sandbox, spend limits and quotas."""

from collections.abc import Iterable, Iterator
from typing import Final

from smsvoice.core.simulators import SIMULATORS
from smsvoice.models.account import AccountAttribute, AccountAttributeName, AccountLimit
from smsvoice.models.reasons import AccessDeniedExceptionReason
from smsvoice.models.spend_limits import SpendLimit
from smsvoice.models.verified_numbers import (
    VerificationStatus,
    VerifiedDestinationNumberInformation,
)
from smsvoice.rules.diagnosis.findings import Finding, Severity, finding

_OF_NEW_ACCOUNTS: Final = 1
"""US dollars a month that a new account may spend."""


def is_sandbox(attributes: Iterable[AccountAttribute]) -> bool:
    """Whether the account reaches verified numbers only."""
    return any(
        one.name == AccountAttributeName.ACCOUNT_TIER and one.value == "SANDBOX"
        for one in attributes
    )


def refused_account(reason: AccessDeniedExceptionReason) -> Finding:
    """AWS does not serve the account at all."""
    return finding(
        Severity.ERROR,
        "account",
        "AWS refuses the account itself, whatever its permissions",
        "Open a case with AWS Support: only AWS can lift this",
        why=str(reason),
    )


def sandbox(attributes: Iterable[AccountAttribute]) -> Iterator[Finding]:
    """The account is in the sandbox."""
    if is_sandbox(attributes):
        yield finding(
            Severity.ERROR,
            "sandbox",
            "the account is in the sandbox: it reaches verified and simulator numbers only",
            "Ask AWS Support for production access in this region, or verify the recipients",
        )


def spend_limits(limits: Iterable[SpendLimit]) -> Iterator[Finding]:
    """Limits that stop messages soon, or at once."""
    for one in limits:
        channel = one.name.removesuffix("_MESSAGE_MONTHLY_SPEND_LIMIT")
        about = f"the monthly spend limit of {channel} is US${one.enforced_limit}"
        raise_it = f'Raise it with sms.spend_limits.set("{one.name}", ...)'
        ask = "Ask AWS Support for a higher spend threshold in this region"
        if one.enforced_limit <= 0:
            remedy = raise_it if one.max_limit > 0 else ask
            what = f"{about}: every such message is refused"
            yield finding(Severity.ERROR, "spend-limits", what, remedy, resource_id=one.name)
        elif one.enforced_limit <= _OF_NEW_ACCOUNTS:
            higher = one.max_limit > one.enforced_limit
            why = (
                f"AWS allows up to US${one.max_limit}"
                if higher
                else "what AWS gives to new accounts"
            )
            remedy = f"{raise_it}, up to {one.max_limit}" if higher else ask
            what = f"{about}: messages are refused once it is reached"
            yield finding(
                Severity.WARNING, "spend-limits", what, remedy, why=why, resource_id=one.name
            )


def quotas(limits: Iterable[AccountLimit]) -> Iterator[Finding]:
    """Kinds of things of which no more can be made."""
    for one in limits:
        if one.used >= one.max:
            what, remedy = f"the quota of {one.name} is 0", "Ask for more in Service Quotas"
            if one.max:
                what = f"{one.used} of {one.max} {one.name} are used"
                remedy = "Delete some that are not needed, or ask for more in Service Quotas"
            what = f"{what}: no more can be made"
            yield finding(Severity.WARNING, "quotas", what, remedy, resource_id=one.name)


def verified_numbers(
    numbers: Iterable[VerifiedDestinationNumberInformation], to: str | None
) -> Iterator[Finding]:
    """Recipients of a sandbox account that are not verified yet."""
    verified: set[str] = set()
    for one in numbers:
        if one.status == VerificationStatus.VERIFIED:
            verified.add(one.destination_phone_number)
            continue
        yield finding(
            Severity.WARNING,
            "verified-numbers",
            f"{one.verified_destination_number_id} is {one.status}: the sandbox does not reach it",
            "Send it a code with send_code(), and give the code to verify()",
            resource_id=one.verified_destination_number_id,
        )
    if to is not None and to not in verified and to not in SIMULATORS:
        yield finding(
            Severity.ERROR,
            "verified-numbers",
            "the recipient is not among the account's verified numbers, and the account is in the "
            "sandbox",
            "Verify it with sms.verified_numbers.create(...), or ask for production access",
        )
