"""The types of what sends, and how; awaited.

Read by mypy and pyright, never run.
"""

from typing import assert_type

from smsvoice import AsyncSmsVoice, Finding, OptOutSync, rcs_content
from smsvoice.aio.pager import AsyncPager
from smsvoice.aio.resources.account import AsyncAccount
from smsvoice.aio.resources.carriers import AsyncCarriers
from smsvoice.aio.resources.configuration_sets import AsyncConfigurationSet, AsyncConfigurationSets
from smsvoice.aio.resources.event_destinations import AsyncEventDestinations
from smsvoice.aio.resources.keywords import AsyncKeywords
from smsvoice.aio.resources.notify import AsyncNotifyConfiguration, AsyncNotifyConfigurations
from smsvoice.aio.resources.notify_templates import (
    AsyncNotifyCountries,
    AsyncNotifyTemplate,
    AsyncNotifyTemplates,
)
from smsvoice.aio.resources.opt_outs import AsyncOptOutList, AsyncOptOutLists
from smsvoice.aio.resources.phone_numbers import AsyncPhoneNumber, AsyncPhoneNumbers
from smsvoice.aio.resources.policies import AsyncPolicy
from smsvoice.aio.resources.pools import AsyncPool, AsyncPools
from smsvoice.aio.resources.sender_ids import AsyncSenderId, AsyncSenderIds
from smsvoice.aio.resources.tags import AsyncTags
from smsvoice.aio.sends.messages import AsyncMessages
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
from tests.factories.aio.opt_out_stores import AsyncMemoryOptOuts


async def check_account(sms: AsyncSmsVoice) -> None:
    """`sms.account`."""
    assert_type(sms.account, AsyncAccount)
    assert_type(
        sms.account.attributes(), AsyncPager[DescribeAccountAttributesResult, AccountAttribute]
    )
    assert_type(sms.account.limits(), AsyncPager[DescribeAccountLimitsResult, AccountLimit])
    assert_type(
        await sms.account.clear_default_protect_configuration(),
        DeleteAccountDefaultProtectConfigurationResult,
    )
    assert_type(await sms.account.diagnose(to="+12065550142"), list[Finding])


async def check_carriers(sms: AsyncSmsVoice) -> None:
    """`sms.carriers`."""
    assert_type(sms.carriers, AsyncCarriers)
    assert_type(await sms.carriers.lookup("x"), CarrierLookupResult)


async def check_configuration_sets(sms: AsyncSmsVoice) -> None:
    """`sms.configuration_sets`."""
    assert_type(sms.configuration_sets, AsyncConfigurationSets)
    assert_type(sms.configuration_sets.at("x"), AsyncConfigurationSet)
    assert_type(await sms.configuration_sets.get("x"), AsyncConfigurationSet)
    assert_type(
        sms.configuration_sets.list(),
        AsyncPager[DescribeConfigurationSetsResult, AsyncConfigurationSet],
    )
    assert_type(await sms.configuration_sets.create("x"), AsyncConfigurationSet)

    chosen = sms.configuration_sets.at("x")
    assert_type(chosen.id, str)
    assert_type(chosen.data, ConfigurationSetInformation)
    assert_type(chosen.arn, str)
    assert_type(chosen.tags, AsyncTags)
    assert_type(chosen.event_destinations, AsyncEventDestinations)
    assert_type(await chosen.refresh(), AsyncConfigurationSet)
    await chosen.delete()
    assert_type(await chosen.set_default_message_type("TRANSACTIONAL"), AsyncConfigurationSet)
    assert_type(await chosen.delete_default_message_type(), AsyncConfigurationSet)
    assert_type(await chosen.set_default_sender_id("x"), AsyncConfigurationSet)
    assert_type(await chosen.delete_default_sender_id(), AsyncConfigurationSet)
    assert_type(
        await chosen.set_default_message_feedback_enabled(message_feedback_enabled=True),
        AsyncConfigurationSet,
    )


async def check_messages(sms: AsyncSmsVoice) -> None:
    """`sms.messages`."""
    assert_type(sms.messages, AsyncMessages)
    assert_type(await sms.messages.send_text("x", message_body="x"), SendTextMessageResult)
    assert_type(
        await sms.messages.send_voice("x", origination_identity="x", message_body="x"),
        SendVoiceMessageResult,
    )
    assert_type(
        await sms.messages.send_media("x", origination_identity="x"), SendMediaMessageResult
    )
    assert_type(
        await sms.messages.send_rcs(
            "x", origination_identity="x", rcs_message_content=rcs_content.text("x")
        ),
        SendRcsMessageResult,
    )
    assert_type(
        await sms.messages.put_feedback("x", message_feedback_status="RECEIVED"),
        PutMessageFeedbackResult,
    )


async def check_notify_configurations(sms: AsyncSmsVoice) -> None:
    """`sms.notify_configurations`."""
    assert_type(sms.notify_configurations, AsyncNotifyConfigurations)
    assert_type(sms.notify_configurations.at("x"), AsyncNotifyConfiguration)
    assert_type(await sms.notify_configurations.get("x"), AsyncNotifyConfiguration)
    assert_type(
        sms.notify_configurations.list(),
        AsyncPager[DescribeNotifyConfigurationsResult, AsyncNotifyConfiguration],
    )
    assert_type(
        await sms.notify_configurations.create(
            display_name="Shop", use_case="CODE_VERIFICATION", enabled_channels=["SMS"]
        ),
        AsyncNotifyConfiguration,
    )

    codes = sms.notify_configurations.at("x")
    assert_type(codes.id, str)
    assert_type(codes.data, NotifyConfigurationInformation)
    assert_type(codes.arn, str)
    assert_type(codes.status, NotifyConfigurationStatus | None)
    assert_type(await codes.refresh(), AsyncNotifyConfiguration)
    assert_type(await codes.update(), AsyncNotifyConfiguration)
    await codes.delete()
    assert_type(
        await codes.send_text("x", template_variables={"code": "1"}), SendNotifyTextMessageResult
    )
    assert_type(
        await codes.send_voice("x", template_variables={"code": "1"}), SendNotifyVoiceMessageResult
    )
    assert_type(await codes.wait_until_active(), AsyncNotifyConfiguration)


async def check_notify_countries(sms: AsyncSmsVoice) -> None:
    """`sms.notify_countries`."""
    assert_type(sms.notify_countries, AsyncNotifyCountries)
    assert_type(
        sms.notify_countries.list(), AsyncPager[ListNotifyCountriesResult, NotifyCountryInformation]
    )


async def check_notify_templates(sms: AsyncSmsVoice) -> None:
    """`sms.notify_templates`."""
    assert_type(sms.notify_templates, AsyncNotifyTemplates)
    assert_type(sms.notify_templates.at("x"), AsyncNotifyTemplate)
    assert_type(await sms.notify_templates.get("x"), AsyncNotifyTemplate)
    assert_type(
        sms.notify_templates.list(), AsyncPager[DescribeNotifyTemplatesResult, AsyncNotifyTemplate]
    )

    template = sms.notify_templates.at("x")
    assert_type(template.id, str)
    assert_type(template.data, NotifyTemplateInformation)
    assert_type(await template.refresh(), AsyncNotifyTemplate)
    assert_type(template.render({"code": "1"}), str)


async def check_opt_out_lists(sms: AsyncSmsVoice, store: AsyncMemoryOptOuts) -> None:
    """`sms.opt_out_lists`."""
    assert_type(sms.opt_out_lists, AsyncOptOutLists)
    assert_type(sms.opt_out_lists.at("x"), AsyncOptOutList)
    assert_type(await sms.opt_out_lists.get("x"), AsyncOptOutList)
    assert_type(sms.opt_out_lists.list(), AsyncPager[DescribeOptOutListsResult, AsyncOptOutList])
    assert_type(await sms.opt_out_lists.create("x"), AsyncOptOutList)

    assert_type(await sms.opt_out_lists.at("x").contains("+12065550142"), bool)
    numbers = sms.opt_out_lists.at("x")
    assert_type(numbers.id, str)
    assert_type(numbers.data, OptOutListInformation)
    assert_type(numbers.arn, str)
    assert_type(numbers.tags, AsyncTags)
    assert_type(numbers.policy, AsyncPolicy)
    assert_type(await numbers.refresh(), AsyncOptOutList)
    await numbers.delete()
    assert_type(await numbers.add("x"), PutOptedOutNumberResult)
    assert_type(await numbers.remove("x"), DeleteOptedOutNumberResult)
    assert_type(await numbers.sync(store), OptOutSync)
    assert_type(
        numbers.numbers(), AsyncPager[DescribeOptedOutNumbersResult, OptedOutNumberInformation]
    )


async def check_phone_numbers(sms: AsyncSmsVoice) -> None:
    """`sms.phone_numbers`."""
    assert_type(sms.phone_numbers, AsyncPhoneNumbers)
    assert_type(sms.phone_numbers.at("x"), AsyncPhoneNumber)
    assert_type(await sms.phone_numbers.get("x"), AsyncPhoneNumber)
    assert_type(sms.phone_numbers.list(), AsyncPager[DescribePhoneNumbersResult, AsyncPhoneNumber])
    assert_type(
        sms.phone_numbers.search_available(
            iso_country_code="US", number_type="TEN_DLC", number_capabilities=["SMS"]
        ),
        AsyncPager[ListAvailablePhoneNumbersResult, str],
    )
    assert_type(
        await sms.phone_numbers.request(
            iso_country_code="US",
            message_type="TRANSACTIONAL",
            number_capabilities=["SMS"],
            number_type="TEN_DLC",
        ),
        AsyncPhoneNumber,
    )

    number = sms.phone_numbers.at("x")
    assert_type(number.id, str)
    assert_type(number.data, PhoneNumberInformation)
    assert_type(number.arn, str)
    assert_type(number.status, NumberStatus | None)
    assert_type(number.keywords, AsyncKeywords)
    assert_type(number.tags, AsyncTags)
    assert_type(number.policy, AsyncPolicy)
    assert_type(await number.refresh(), AsyncPhoneNumber)
    assert_type(await number.update(), AsyncPhoneNumber)
    await number.release()
    assert_type(await number.wait_until_active(), AsyncPhoneNumber)
    assert_type(await number.send_text("x", message_body="x"), SendTextMessageResult)
    assert_type(await number.send_voice("x", message_body="x"), SendVoiceMessageResult)
    assert_type(await number.send_media("x"), SendMediaMessageResult)


async def check_pools(sms: AsyncSmsVoice) -> None:
    """`sms.pools`."""
    assert_type(sms.pools, AsyncPools)
    assert_type(sms.pools.at("x"), AsyncPool)
    assert_type(await sms.pools.get("x"), AsyncPool)
    assert_type(sms.pools.list(), AsyncPager[DescribePoolsResult, AsyncPool])
    assert_type(
        await sms.pools.create(origination_identity="x", message_type="TRANSACTIONAL"), AsyncPool
    )

    pool = sms.pools.at("x")
    assert_type(pool.id, str)
    assert_type(pool.data, PoolInformation)
    assert_type(pool.arn, str)
    assert_type(pool.status, PoolStatus | None)
    assert_type(pool.keywords, AsyncKeywords)
    assert_type(pool.tags, AsyncTags)
    assert_type(pool.policy, AsyncPolicy)
    assert_type(await pool.refresh(), AsyncPool)
    assert_type(await pool.update(), AsyncPool)
    await pool.delete()
    assert_type(await pool.add("x"), AssociateOriginationIdentityResult)
    assert_type(await pool.remove("x"), DisassociateOriginationIdentityResult)
    assert_type(
        pool.identities(),
        AsyncPager[ListPoolOriginationIdentitiesResult, OriginationIdentityMetadata],
    )
    assert_type(await pool.wait_until_active(), AsyncPool)
    await pool.wait_until_deleted()
    assert_type(await pool.send_text("x", message_body="x"), SendTextMessageResult)
    assert_type(await pool.send_voice("x", message_body="x"), SendVoiceMessageResult)
    assert_type(await pool.send_media("x"), SendMediaMessageResult)
    assert_type(
        await pool.send_rcs("x", rcs_message_content=rcs_content.text("x")), SendRcsMessageResult
    )


async def check_sender_ids(sms: AsyncSmsVoice) -> None:
    """`sms.sender_ids`."""
    assert_type(sms.sender_ids, AsyncSenderIds)
    assert_type(sms.sender_ids.at("x", "US"), AsyncSenderId)
    assert_type(await sms.sender_ids.get("x", "US"), AsyncSenderId)
    assert_type(sms.sender_ids.list(), AsyncPager[DescribeSenderIdsResult, AsyncSenderId])
    assert_type(await sms.sender_ids.request("x", "US"), AsyncSenderId)

    sender = sms.sender_ids.at("x", "US")
    assert_type(sender.id, str)
    assert_type(sender.data, SenderIdInformation)
    assert_type(sender.arn, str)
    assert_type(sender.iso_country_code, str)
    assert_type(sender.tags, AsyncTags)
    assert_type(sender.policy, AsyncPolicy)
    assert_type(await sender.refresh(), AsyncSenderId)
    assert_type(await sender.update(), AsyncSenderId)
    await sender.release()
    assert_type(await sender.send_text("x", message_body="x"), SendTextMessageResult)


async def check_tags(sms: AsyncSmsVoice) -> None:
    """`pools.at("x").tags`."""
    tags = sms.pools.at("x").tags
    assert_type(tags, AsyncTags)
    assert_type(await tags.list(), tuple[Tag, ...])
    await tags.add({"a": "b"})
    await tags.remove("x")


async def check_policy(sms: AsyncSmsVoice) -> None:
    """`pools.at("x").policy`."""
    policy = sms.pools.at("x").policy
    assert_type(policy, AsyncPolicy)
    assert_type(await policy.get(), PolicyDocument)
    assert_type(await policy.put("{}"), PolicyDocument)
    await policy.delete()


async def check_keywords(sms: AsyncSmsVoice) -> None:
    """`pools.at("x").keywords`."""
    keywords = sms.pools.at("x").keywords
    assert_type(keywords, AsyncKeywords)
    assert_type(keywords.list(), AsyncPager[DescribeKeywordsResult, KeywordInformation])
    assert_type(await keywords.put("x", keyword_message="x"), PutKeywordResult)
    assert_type(await keywords.delete("x"), DeleteKeywordResult)


async def check_event_destinations(sms: AsyncSmsVoice) -> None:
    """`configuration_sets.at("x").event_destinations`."""
    event_destinations = sms.configuration_sets.at("x").event_destinations
    assert_type(event_destinations, AsyncEventDestinations)
    assert_type(await event_destinations.list(), tuple[EventDestination, ...])
    assert_type(
        await event_destinations.create("x", matching_event_types=["TEXT_ALL"]),
        EventDestination | None,
    )
    assert_type(await event_destinations.update("x"), EventDestination | None)
    await event_destinations.delete("x")


async def check_pager(sms: AsyncSmsVoice) -> None:
    """Items, pages, the first item, and lists of them."""
    pager = sms.pools.list()
    async for pool in pager:
        assert_type(pool, AsyncPool)
    async for page in pager.pages():
        assert_type(page, DescribePoolsResult)
    assert_type(await pager.first(), AsyncPool | None)
    assert_type(await pager.collect(limit=3), list[AsyncPool])
    assert_type(pager.next_token, str | None)
