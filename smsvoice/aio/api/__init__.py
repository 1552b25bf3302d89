"""Every operation under AWS's name, typed: `sms.api.create_pool(...)`."""

# Written by `python -m codegen`. Change codegen/ or its tables, not this file.

from smsvoice.aio.api.account import AsyncAccountApi
from smsvoice.aio.api.configuration_sets import AsyncConfigurationSetsApi
from smsvoice.aio.api.keywords import AsyncKeywordsApi
from smsvoice.aio.api.messages import AsyncMessagesApi
from smsvoice.aio.api.notify import AsyncNotifyApi
from smsvoice.aio.api.opt_outs import AsyncOptOutsApi
from smsvoice.aio.api.phone_numbers import AsyncPhoneNumbersApi
from smsvoice.aio.api.pools import AsyncPoolsApi
from smsvoice.aio.api.protect import AsyncProtectApi
from smsvoice.aio.api.rcs_agents import AsyncRcsAgentsApi
from smsvoice.aio.api.rcs_messages import AsyncRcsMessagesApi
from smsvoice.aio.api.registration_attachments import AsyncRegistrationAttachmentsApi
from smsvoice.aio.api.registration_forms import AsyncRegistrationFormsApi
from smsvoice.aio.api.registrations import AsyncRegistrationsApi
from smsvoice.aio.api.sender_ids import AsyncSenderIdsApi
from smsvoice.aio.api.spend_limits import AsyncSpendLimitsApi
from smsvoice.aio.api.tags import AsyncTagsApi
from smsvoice.aio.api.verified_numbers import AsyncVerifiedNumbersApi


class AsyncApi(
    AsyncAccountApi,
    AsyncConfigurationSetsApi,
    AsyncKeywordsApi,
    AsyncMessagesApi,
    AsyncNotifyApi,
    AsyncOptOutsApi,
    AsyncPhoneNumbersApi,
    AsyncPoolsApi,
    AsyncProtectApi,
    AsyncRcsAgentsApi,
    AsyncRcsMessagesApi,
    AsyncRegistrationAttachmentsApi,
    AsyncRegistrationFormsApi,
    AsyncRegistrationsApi,
    AsyncSenderIdsApi,
    AsyncSpendLimitsApi,
    AsyncTagsApi,
    AsyncVerifiedNumbersApi,
):
    """All operations of the service under AWS's names, one method each.

    Arguments are AWS's members in snake_case; None is not sent. Paged operations give a
    pager. AccessDeniedError, InternalServerError, ThrottlingError and ValidationError
    can come from every one of them.
    """
