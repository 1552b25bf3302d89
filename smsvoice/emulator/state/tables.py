"""All tables by name, with the model of their records: what a kept file is read by.

A table of the parts of something, such as the keywords of a number, has the name of its kind and
the id of the whole, e.g. `keywords phone-...`; here the kind counts.
"""

from smsvoice.core.model import AwsModel
from smsvoice.emulator.engine.context import Due
from smsvoice.emulator.lifecycle.registration_associations import Parent
from smsvoice.emulator.messaging.delivery import Fallback, Fate, Script
from smsvoice.emulator.messaging.events import EmittedEvent
from smsvoice.emulator.messaging.inbound import InboundRecord
from smsvoice.emulator.operations.opt_outs import OptIn
from smsvoice.emulator.operations.spend_limits import Spent
from smsvoice.emulator.state.client_tokens import Remembered
from smsvoice.emulator.state.daily_counters import Happened
from smsvoice.emulator.state.identities import Member
from smsvoice.emulator.state.policies import KeptPolicy
from smsvoice.emulator.state.protect import CountryRules
from smsvoice.emulator.state.records import AccountDefaults, Message
from smsvoice.emulator.state.sticky_senders import Sticky
from smsvoice.emulator.state.tags import Tagged
from smsvoice.emulator.state.verification_codes import Code
from smsvoice.models.configuration_sets import ConfigurationSetInformation
from smsvoice.models.keywords import KeywordInformation
from smsvoice.models.notify import NotifyConfigurationInformation
from smsvoice.models.opt_outs import OptedOutNumberInformation, OptOutListInformation
from smsvoice.models.phone_numbers import PhoneNumberInformation
from smsvoice.models.pools import PoolInformation
from smsvoice.models.protect import (
    ProtectConfigurationInformation,
    ProtectConfigurationRuleSetNumberOverride,
)
from smsvoice.models.rcs_agents import CountryLaunchStatusInformation, RcsAgentInformation
from smsvoice.models.registration_attachments import RegistrationAttachmentsInformation
from smsvoice.models.registration_forms import RegistrationFieldValueInformation
from smsvoice.models.registrations import (
    RegistrationInformation,
    RegistrationVersionInformation,
)
from smsvoice.models.sender_ids import SenderIdInformation
from smsvoice.models.spend_limits import SpendLimit
from smsvoice.models.verified_numbers import VerifiedDestinationNumberInformation

MODELS: dict[str, type[AwsModel]] = {
    "account_attributes": AccountDefaults,
    "client_tokens": Remembered,
    "configuration_sets": ConfigurationSetInformation,
    "country_launches": CountryLaunchStatusInformation,
    "due": Due,
    "events": EmittedEvent,
    "fallbacks": Fallback,
    "fates": Fate,
    "happened": Happened,
    "inbound": InboundRecord,
    "keywords": KeywordInformation,
    "messages": Message,
    "notify_configurations": NotifyConfigurationInformation,
    "opt_ins": OptIn,
    "opt_out_lists": OptOutListInformation,
    "opted_out_numbers": OptedOutNumberInformation,
    "phone_numbers": PhoneNumberInformation,
    "policies": KeptPolicy,
    "pool_members": Member,
    "pools": PoolInformation,
    "protect_configurations": ProtectConfigurationInformation,
    "protect_country_rules": CountryRules,
    "protect_number_overrides": ProtectConfigurationRuleSetNumberOverride,
    "rcs_agents": RcsAgentInformation,
    "registration_attachments": RegistrationAttachmentsInformation,
    "registration_field_values": RegistrationFieldValueInformation,
    "registration_parents": Parent,
    "registration_versions": RegistrationVersionInformation,
    "registrations": RegistrationInformation,
    "scripts": Script,
    "sender_ids": SenderIdInformation,
    "spend_limits": SpendLimit,
    "spent": Spent,
    "sticky_identities": Sticky,
    "tags": Tagged,
    "verification_codes": Code,
    "verified_destination_numbers": VerifiedDestinationNumberInformation,
}


def model_of(table: str) -> type[AwsModel] | None:
    """The model of a table's records; None where there is no such table."""
    return MODELS.get(table.partition(" ")[0])
