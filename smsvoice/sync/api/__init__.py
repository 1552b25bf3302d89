"""Every operation under AWS's name, typed: `sms.api.create_pool(...)`."""

# Mirrored from smsvoice/aio/api/__init__.py by `python -m codegen`. Change that file, not this one.

from smsvoice.sync.api.account import AccountApi
from smsvoice.sync.api.configuration_sets import ConfigurationSetsApi
from smsvoice.sync.api.keywords import KeywordsApi
from smsvoice.sync.api.messages import MessagesApi
from smsvoice.sync.api.notify import NotifyApi
from smsvoice.sync.api.opt_outs import OptOutsApi
from smsvoice.sync.api.phone_numbers import PhoneNumbersApi
from smsvoice.sync.api.pools import PoolsApi
from smsvoice.sync.api.protect import ProtectApi
from smsvoice.sync.api.rcs_agents import RcsAgentsApi
from smsvoice.sync.api.rcs_messages import RcsMessagesApi
from smsvoice.sync.api.registration_attachments import RegistrationAttachmentsApi
from smsvoice.sync.api.registration_forms import RegistrationFormsApi
from smsvoice.sync.api.registrations import RegistrationsApi
from smsvoice.sync.api.sender_ids import SenderIdsApi
from smsvoice.sync.api.spend_limits import SpendLimitsApi
from smsvoice.sync.api.tags import TagsApi
from smsvoice.sync.api.verified_numbers import VerifiedNumbersApi


class Api(
    AccountApi,
    ConfigurationSetsApi,
    KeywordsApi,
    MessagesApi,
    NotifyApi,
    OptOutsApi,
    PhoneNumbersApi,
    PoolsApi,
    ProtectApi,
    RcsAgentsApi,
    RcsMessagesApi,
    RegistrationAttachmentsApi,
    RegistrationFormsApi,
    RegistrationsApi,
    SenderIdsApi,
    SpendLimitsApi,
    TagsApi,
    VerifiedNumbersApi,
):
    """All operations of the service under AWS's names, one method each.

    Arguments are AWS's members in snake_case; None is not sent. Paged operations give a
    pager. AccessDeniedError, InternalServerError, ThrottlingError and ValidationError
    can come from every one of them.
    """
