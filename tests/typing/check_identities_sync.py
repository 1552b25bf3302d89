"""The types of what sends, and how; without await.

Read by mypy and pyright, never run.
"""

# The sync flavour of the file beside it; tests/typing/test_checks.py holds the two together.

from typing import assert_type

from smsvoice import Finding, OptOutSync, SmsVoice, rcs_content
from smsvoice.models.account import (
    AccountAttribute,
    AccountLimit,
    DescribeAccountAttributesResult,
    DescribeAccountLimitsResult,
)
from smsvoice.models.common import Tag
from smsvoice.models.configuration_sets import (
    ConfigurationSetInformation,
    DescribeConfigurationSetsResult,
    EventDestination,
)
from smsvoice.models.keywords import (
    DeleteKeywordResult,
    DescribeKeywordsResult,
    KeywordInformation,
    PutKeywordResult,
)
from smsvoice.models.messages import (
    CarrierLookupResult,
    PutMessageFeedbackResult,
    SendMediaMessageResult,
    SendTextMessageResult,
    SendVoiceMessageResult,
)
from smsvoice.models.notify import (
    DescribeNotifyConfigurationsResult,
    DescribeNotifyTemplatesResult,
    ListNotifyCountriesResult,
    NotifyConfigurationInformation,
    NotifyConfigurationStatus,
    NotifyCountryInformation,
    NotifyTemplateInformation,
    SendNotifyTextMessageResult,
    SendNotifyVoiceMessageResult,
)
from smsvoice.models.opt_outs import (
    DeleteOptedOutNumberResult,
    DescribeOptedOutNumbersResult,
    DescribeOptOutListsResult,
    OptedOutNumberInformation,
    OptOutListInformation,
    PutOptedOutNumberResult,
)
from smsvoice.models.phone_numbers import (
    DescribePhoneNumbersResult,
    ListAvailablePhoneNumbersResult,
    NumberStatus,
    PhoneNumberInformation,
)
from smsvoice.models.pools import (
    AssociateOriginationIdentityResult,
    DescribePoolsResult,
    DisassociateOriginationIdentityResult,
    ListPoolOriginationIdentitiesResult,
    OriginationIdentityMetadata,
    PoolInformation,
    PoolStatus,
)
from smsvoice.models.protect import DeleteAccountDefaultProtectConfigurationResult
from smsvoice.models.rcs_messages import SendRcsMessageResult
from smsvoice.models.sender_ids import DescribeSenderIdsResult, SenderIdInformation
from smsvoice.rules.policies import PolicyDocument
from smsvoice.sync.pager import Pager
from smsvoice.sync.resources.account import Account
from smsvoice.sync.resources.carriers import Carriers
from smsvoice.sync.resources.configuration_sets import ConfigurationSet, ConfigurationSets
from smsvoice.sync.resources.event_destinations import EventDestinations
from smsvoice.sync.resources.keywords import Keywords
from smsvoice.sync.resources.notify import NotifyConfiguration, NotifyConfigurations
from smsvoice.sync.resources.notify_templates import (
    NotifyCountries,
    NotifyTemplate,
    NotifyTemplates,
)
from smsvoice.sync.resources.opt_outs import OptOutList, OptOutLists
from smsvoice.sync.resources.phone_numbers import PhoneNumber, PhoneNumbers
from smsvoice.sync.resources.policies import Policy
from smsvoice.sync.resources.pools import Pool, Pools
from smsvoice.sync.resources.sender_ids import SenderId, SenderIds
from smsvoice.sync.resources.tags import Tags
from smsvoice.sync.sends.messages import Messages
from tests.factories.sync.opt_out_stores import MemoryOptOuts


def check_account(sms: SmsVoice) -> None:
    """`sms.account`."""
    assert_type(sms.account, Account)
    assert_type(sms.account.attributes(), Pager[DescribeAccountAttributesResult, AccountAttribute])
    assert_type(sms.account.limits(), Pager[DescribeAccountLimitsResult, AccountLimit])
    assert_type(
        sms.account.clear_default_protect_configuration(),
        DeleteAccountDefaultProtectConfigurationResult,
    )
    assert_type(sms.account.diagnose(to="+12065550142"), list[Finding])


def check_carriers(sms: SmsVoice) -> None:
    """`sms.carriers`."""
    assert_type(sms.carriers, Carriers)
    assert_type(sms.carriers.lookup("x"), CarrierLookupResult)


def check_configuration_sets(sms: SmsVoice) -> None:
    """`sms.configuration_sets`."""
    assert_type(sms.configuration_sets, ConfigurationSets)
    assert_type(sms.configuration_sets.at("x"), ConfigurationSet)
    assert_type(sms.configuration_sets.get("x"), ConfigurationSet)
    assert_type(
        sms.configuration_sets.list(), Pager[DescribeConfigurationSetsResult, ConfigurationSet]
    )
    assert_type(sms.configuration_sets.create("x"), ConfigurationSet)

    chosen = sms.configuration_sets.at("x")
    assert_type(chosen.id, str)
    assert_type(chosen.data, ConfigurationSetInformation)
    assert_type(chosen.arn, str)
    assert_type(chosen.tags, Tags)
    assert_type(chosen.event_destinations, EventDestinations)
    assert_type(chosen.refresh(), ConfigurationSet)
    chosen.delete()
    assert_type(chosen.set_default_message_type("TRANSACTIONAL"), ConfigurationSet)
    assert_type(chosen.delete_default_message_type(), ConfigurationSet)
    assert_type(chosen.set_default_sender_id("x"), ConfigurationSet)
    assert_type(chosen.delete_default_sender_id(), ConfigurationSet)
    assert_type(
        chosen.set_default_message_feedback_enabled(message_feedback_enabled=True), ConfigurationSet
    )


def check_messages(sms: SmsVoice) -> None:
    """`sms.messages`."""
    assert_type(sms.messages, Messages)
    assert_type(sms.messages.send_text("x", message_body="x"), SendTextMessageResult)
    assert_type(
        sms.messages.send_voice("x", origination_identity="x", message_body="x"),
        SendVoiceMessageResult,
    )
    assert_type(sms.messages.send_media("x", origination_identity="x"), SendMediaMessageResult)
    assert_type(
        sms.messages.send_rcs(
            "x", origination_identity="x", rcs_message_content=rcs_content.text("x")
        ),
        SendRcsMessageResult,
    )
    assert_type(
        sms.messages.put_feedback("x", message_feedback_status="RECEIVED"), PutMessageFeedbackResult
    )


def check_notify_configurations(sms: SmsVoice) -> None:
    """`sms.notify_configurations`."""
    assert_type(sms.notify_configurations, NotifyConfigurations)
    assert_type(sms.notify_configurations.at("x"), NotifyConfiguration)
    assert_type(sms.notify_configurations.get("x"), NotifyConfiguration)
    assert_type(
        sms.notify_configurations.list(),
        Pager[DescribeNotifyConfigurationsResult, NotifyConfiguration],
    )
    assert_type(
        sms.notify_configurations.create(
            display_name="Shop", use_case="CODE_VERIFICATION", enabled_channels=["SMS"]
        ),
        NotifyConfiguration,
    )

    codes = sms.notify_configurations.at("x")
    assert_type(codes.id, str)
    assert_type(codes.data, NotifyConfigurationInformation)
    assert_type(codes.arn, str)
    assert_type(codes.status, NotifyConfigurationStatus | None)
    assert_type(codes.refresh(), NotifyConfiguration)
    assert_type(codes.update(), NotifyConfiguration)
    codes.delete()
    assert_type(codes.send_text("x", template_variables={"code": "1"}), SendNotifyTextMessageResult)
    assert_type(
        codes.send_voice("x", template_variables={"code": "1"}), SendNotifyVoiceMessageResult
    )
    assert_type(codes.wait_until_active(), NotifyConfiguration)


def check_notify_countries(sms: SmsVoice) -> None:
    """`sms.notify_countries`."""
    assert_type(sms.notify_countries, NotifyCountries)
    assert_type(
        sms.notify_countries.list(), Pager[ListNotifyCountriesResult, NotifyCountryInformation]
    )


def check_notify_templates(sms: SmsVoice) -> None:
    """`sms.notify_templates`."""
    assert_type(sms.notify_templates, NotifyTemplates)
    assert_type(sms.notify_templates.at("x"), NotifyTemplate)
    assert_type(sms.notify_templates.get("x"), NotifyTemplate)
    assert_type(sms.notify_templates.list(), Pager[DescribeNotifyTemplatesResult, NotifyTemplate])

    template = sms.notify_templates.at("x")
    assert_type(template.id, str)
    assert_type(template.data, NotifyTemplateInformation)
    assert_type(template.refresh(), NotifyTemplate)
    assert_type(template.render({"code": "1"}), str)


def check_opt_out_lists(sms: SmsVoice, store: MemoryOptOuts) -> None:
    """`sms.opt_out_lists`."""
    assert_type(sms.opt_out_lists, OptOutLists)
    assert_type(sms.opt_out_lists.at("x"), OptOutList)
    assert_type(sms.opt_out_lists.get("x"), OptOutList)
    assert_type(sms.opt_out_lists.list(), Pager[DescribeOptOutListsResult, OptOutList])
    assert_type(sms.opt_out_lists.create("x"), OptOutList)

    assert_type(sms.opt_out_lists.at("x").contains("+12065550142"), bool)
    numbers = sms.opt_out_lists.at("x")
    assert_type(numbers.id, str)
    assert_type(numbers.data, OptOutListInformation)
    assert_type(numbers.arn, str)
    assert_type(numbers.tags, Tags)
    assert_type(numbers.policy, Policy)
    assert_type(numbers.refresh(), OptOutList)
    numbers.delete()
    assert_type(numbers.add("x"), PutOptedOutNumberResult)
    assert_type(numbers.remove("x"), DeleteOptedOutNumberResult)
    assert_type(numbers.sync(store), OptOutSync)
    assert_type(numbers.numbers(), Pager[DescribeOptedOutNumbersResult, OptedOutNumberInformation])


def check_phone_numbers(sms: SmsVoice) -> None:
    """`sms.phone_numbers`."""
    assert_type(sms.phone_numbers, PhoneNumbers)
    assert_type(sms.phone_numbers.at("x"), PhoneNumber)
    assert_type(sms.phone_numbers.get("x"), PhoneNumber)
    assert_type(sms.phone_numbers.list(), Pager[DescribePhoneNumbersResult, PhoneNumber])
    assert_type(
        sms.phone_numbers.search_available(
            iso_country_code="US", number_type="TEN_DLC", number_capabilities=["SMS"]
        ),
        Pager[ListAvailablePhoneNumbersResult, str],
    )
    assert_type(
        sms.phone_numbers.request(
            iso_country_code="US",
            message_type="TRANSACTIONAL",
            number_capabilities=["SMS"],
            number_type="TEN_DLC",
        ),
        PhoneNumber,
    )

    number = sms.phone_numbers.at("x")
    assert_type(number.id, str)
    assert_type(number.data, PhoneNumberInformation)
    assert_type(number.arn, str)
    assert_type(number.status, NumberStatus | None)
    assert_type(number.keywords, Keywords)
    assert_type(number.tags, Tags)
    assert_type(number.policy, Policy)
    assert_type(number.refresh(), PhoneNumber)
    assert_type(number.update(), PhoneNumber)
    number.release()
    assert_type(number.wait_until_active(), PhoneNumber)
    assert_type(number.send_text("x", message_body="x"), SendTextMessageResult)
    assert_type(number.send_voice("x", message_body="x"), SendVoiceMessageResult)
    assert_type(number.send_media("x"), SendMediaMessageResult)


def check_pools(sms: SmsVoice) -> None:
    """`sms.pools`."""
    assert_type(sms.pools, Pools)
    assert_type(sms.pools.at("x"), Pool)
    assert_type(sms.pools.get("x"), Pool)
    assert_type(sms.pools.list(), Pager[DescribePoolsResult, Pool])
    assert_type(sms.pools.create(origination_identity="x", message_type="TRANSACTIONAL"), Pool)

    pool = sms.pools.at("x")
    assert_type(pool.id, str)
    assert_type(pool.data, PoolInformation)
    assert_type(pool.arn, str)
    assert_type(pool.status, PoolStatus | None)
    assert_type(pool.keywords, Keywords)
    assert_type(pool.tags, Tags)
    assert_type(pool.policy, Policy)
    assert_type(pool.refresh(), Pool)
    assert_type(pool.update(), Pool)
    pool.delete()
    assert_type(pool.add("x"), AssociateOriginationIdentityResult)
    assert_type(pool.remove("x"), DisassociateOriginationIdentityResult)
    assert_type(
        pool.identities(), Pager[ListPoolOriginationIdentitiesResult, OriginationIdentityMetadata]
    )
    assert_type(pool.wait_until_active(), Pool)
    pool.wait_until_deleted()
    assert_type(pool.send_text("x", message_body="x"), SendTextMessageResult)
    assert_type(pool.send_voice("x", message_body="x"), SendVoiceMessageResult)
    assert_type(pool.send_media("x"), SendMediaMessageResult)
    assert_type(pool.send_rcs("x", rcs_message_content=rcs_content.text("x")), SendRcsMessageResult)


def check_sender_ids(sms: SmsVoice) -> None:
    """`sms.sender_ids`."""
    assert_type(sms.sender_ids, SenderIds)
    assert_type(sms.sender_ids.at("x", "US"), SenderId)
    assert_type(sms.sender_ids.get("x", "US"), SenderId)
    assert_type(sms.sender_ids.list(), Pager[DescribeSenderIdsResult, SenderId])
    assert_type(sms.sender_ids.request("x", "US"), SenderId)

    sender = sms.sender_ids.at("x", "US")
    assert_type(sender.id, str)
    assert_type(sender.data, SenderIdInformation)
    assert_type(sender.arn, str)
    assert_type(sender.iso_country_code, str)
    assert_type(sender.tags, Tags)
    assert_type(sender.policy, Policy)
    assert_type(sender.refresh(), SenderId)
    assert_type(sender.update(), SenderId)
    sender.release()
    assert_type(sender.send_text("x", message_body="x"), SendTextMessageResult)


def check_tags(sms: SmsVoice) -> None:
    """`pools.at("x").tags`."""
    tags = sms.pools.at("x").tags
    assert_type(tags, Tags)
    assert_type(tags.list(), tuple[Tag, ...])
    tags.add({"a": "b"})
    tags.remove("x")


def check_policy(sms: SmsVoice) -> None:
    """`pools.at("x").policy`."""
    policy = sms.pools.at("x").policy
    assert_type(policy, Policy)
    assert_type(policy.get(), PolicyDocument)
    assert_type(policy.put("{}"), PolicyDocument)
    policy.delete()


def check_keywords(sms: SmsVoice) -> None:
    """`pools.at("x").keywords`."""
    keywords = sms.pools.at("x").keywords
    assert_type(keywords, Keywords)
    assert_type(keywords.list(), Pager[DescribeKeywordsResult, KeywordInformation])
    assert_type(keywords.put("x", keyword_message="x"), PutKeywordResult)
    assert_type(keywords.delete("x"), DeleteKeywordResult)


def check_event_destinations(sms: SmsVoice) -> None:
    """`configuration_sets.at("x").event_destinations`."""
    event_destinations = sms.configuration_sets.at("x").event_destinations
    assert_type(event_destinations, EventDestinations)
    assert_type(event_destinations.list(), tuple[EventDestination, ...])
    assert_type(
        event_destinations.create("x", matching_event_types=["TEXT_ALL"]), EventDestination | None
    )
    assert_type(event_destinations.update("x"), EventDestination | None)
    event_destinations.delete("x")


def check_pager(sms: SmsVoice) -> None:
    """Items, pages, the first item, and lists of them."""
    pager = sms.pools.list()
    for pool in pager:
        assert_type(pool, Pool)
    for page in pager.pages():
        assert_type(page, DescribePoolsResult)
    assert_type(pager.first(), Pool | None)
    assert_type(pager.collect(limit=3), list[Pool])
    assert_type(pager.next_token, str | None)
