"""The account: its attributes, and how much of its quotas is used.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/quotas.html
"""

from collections.abc import Callable

from smsvoice.emulator.data import quotas
from smsvoice.emulator.engine.context import Call, handles
from smsvoice.emulator.engine.paging import page
from smsvoice.emulator.state import (
    configuration_sets,
    opt_outs,
    registration_attachments,
)
from smsvoice.emulator.state.identities import phone_numbers
from smsvoice.emulator.state.identities import pools as pool_table
from smsvoice.emulator.state.identities import sender_ids as sender_id_table
from smsvoice.emulator.state.protect import account_default
from smsvoice.emulator.state.registrations import registrations
from smsvoice.emulator.state.verified_numbers import verified_numbers as verified
from smsvoice.models.account import (
    AccountAttribute,
    AccountAttributeName,
    AccountLimit,
    AccountLimitName,
    DescribeAccountAttributesRequest,
    DescribeAccountAttributesResult,
    DescribeAccountLimitsRequest,
    DescribeAccountLimitsResult,
)
from smsvoice.operations import account as operations

_LIMITS: dict[AccountLimitName, tuple[Callable[[Call], int], int]] = {
    AccountLimitName.PHONE_NUMBERS: (
        lambda call: len(phone_numbers(call)),
        quotas.PHONE_NUMBERS,
    ),
    AccountLimitName.POOLS: (lambda call: len(pool_table(call)), quotas.POOLS),
    AccountLimitName.CONFIGURATION_SETS: (
        lambda call: len(configuration_sets.sets(call)),
        quotas.CONFIGURATION_SETS,
    ),
    AccountLimitName.OPT_OUT_LISTS: (lambda call: len(opt_outs.lists(call)), quotas.OPT_OUT_LISTS),
    AccountLimitName.SENDER_IDS: (lambda call: len(sender_id_table(call)), quotas.SENDER_IDS),
    AccountLimitName.REGISTRATIONS: (lambda call: len(registrations(call)), quotas.REGISTRATIONS),
    AccountLimitName.REGISTRATION_ATTACHMENTS: (
        lambda call: len(registration_attachments.attachments(call)),
        quotas.REGISTRATION_ATTACHMENTS,
    ),
    AccountLimitName.VERIFIED_DESTINATION_NUMBERS: (
        lambda call: len(verified(call)),
        quotas.VERIFIED_DESTINATION_NUMBERS,
    ),
}
"""How many there are of each kind, and may be."""


@handles(operations.DESCRIBE_ACCOUNT_ATTRIBUTES)
def describe_attributes(
    call: Call, request: DescribeAccountAttributesRequest
) -> DescribeAccountAttributesResult:
    """The tier, and the default protect configuration where there is one."""
    tier = "SANDBOX" if call.settings.sandbox else "PRODUCTION"
    values = {
        AccountAttributeName.ACCOUNT_TIER: tier,
        AccountAttributeName.DEFAULT_PROTECT_CONFIGURATION_ID: account_default(call),
    }
    found = [
        AccountAttribute(name=name, value=value)
        for name, value in values.items()
        if value is not None
    ]
    shown, token = page(call, request, found, lambda one: str(one.name))
    return DescribeAccountAttributesResult(account_attributes=shown, next_token=token)


@handles(operations.DESCRIBE_ACCOUNT_LIMITS)
def describe_limits(
    call: Call, request: DescribeAccountLimitsRequest
) -> DescribeAccountLimitsResult:
    """All eight quotas."""
    found = [
        AccountLimit(name=name, used=used(call), max=most) for name, (used, most) in _LIMITS.items()
    ]
    shown, token = page(call, request, found, lambda one: str(one.name))
    return DescribeAccountLimitsResult(account_limits=shown, next_token=token)
