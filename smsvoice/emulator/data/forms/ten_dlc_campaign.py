"""The registration of what a brand sends by US 10DLC numbers.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/registrations-10dlc.html
"""

from smsvoice.emulator.data.forms.form import (
    AFTER_COMPLETE,
    BEFORE_SUBMIT,
    DELETE_FREES,
    OPTIONAL,
    RELEASE_FIRST,
    REQUIRED,
    URL,
    Certainty,
    Form,
    attachment,
    bound,
    conditional,
    definition,
    rule,
    section,
    select,
    text,
    where,
)
from smsvoice.emulator.data.forms.ten_dlc_brand import BRAND_TYPE, VERTICALS
from smsvoice.models.phone_numbers import NumberType
from smsvoice.models.reasons import ResourceType
from smsvoice.rules.registrations import Requirement

_USE_CASES = (
    "ACCOUNT_NOTIFICATION",
    "CHARITY",
    "CUSTOMER_CARE",
    "DELIVERY_NOTIFICATION",
    "FRAUD_ALERT",
    "HIGHER_EDUCATION",
    "LOW_VOLUME",
    "MARKETING",
    "MIXED",
    "POLLING_VOTING",
    "PUBLIC_SERVICE_ANNOUNCEMENT",
    "SECURITY_ALERT",
    "TWO_FACTOR_AUTHENTICATION",
)
_SEVERAL = ("LOW_VOLUME", "MIXED")
_SUB_USE_CASES = tuple(one for one in _USE_CASES if one not in _SEVERAL)

_OF_SEVERAL = conditional(
    rule(Requirement.REQUIRED, where("campaignUseCase.useCase", "IN", *_SEVERAL)),
    otherwise=Requirement.DISALLOWED,
)

_CAMPAIGN = (
    text("campaignInfo.campaignName", "What the campaign is about", 40, 4096),
    select("campaignInfo.vertical", "Line of business", *VERTICALS),
    text(
        "campaignInfo.termsAndConditionsLink",
        "Terms and conditions",
        4,
        255,
        need=OPTIONAL,
        pattern=URL,
    ),
    attachment(
        "campaignInfo.termsAndConditionsFile", "Terms and conditions as a file", need=OPTIONAL
    ),
    text("campaignInfo.privacyPolicyLink", "Privacy policy", 4, 255, need=OPTIONAL, pattern=URL),
    attachment("campaignInfo.privacyPolicyFile", "Privacy policy as a file", need=OPTIONAL),
    text("campaignInfo.optInWorkflow", "How recipients agree", 40, 2048),
    attachment("campaignInfo.optInScreenshot", "Picture of where recipients agree", need=OPTIONAL),
    text("campaignInfo.optInKeyword", "Keyword to agree by", 1, 255, need=OPTIONAL),
    text("campaignInfo.optInMessage", "Answer to those who agree", 20, 255),
    text("campaignInfo.helpMessage", "Answer to HELP", 20, 255),
    text("campaignInfo.stopMessage", "Answer to STOP", 20, 255),
)

_CAPABILITIES = (
    select(
        "campaignCapabilities.numberCapabilities",
        "What its numbers carry",
        "SMS",
        "SMS and MMS",
        "SMS and VOICE",
        "SMS and MMS and VOICE",
    ),
    select(
        "campaignCapabilities.messageType",
        "Type of message",
        "Transactional",
        "Promotional",
        need=OPTIONAL,
    ),
)

_USE_CASE = (
    select("campaignUseCase.useCase", "What the messages are for", *_USE_CASES),
    select(
        "campaignUseCase.subUseCases",
        "What a mixed campaign is for",
        *_SUB_USE_CASES,
        need=_OF_SEVERAL,
        most=5,
    ),
    select("campaignUseCase.subscriberOptIn", "Recipients agree first", "Yes"),
    select("campaignUseCase.subscriberOptOut", "Recipients can stop it", "Yes"),
    select("campaignUseCase.subscriberHelp", "Recipients can ask for help", "Yes"),
    select("campaignUseCase.directLending", "Is about direct lending", "Yes", "No"),
    select("campaignUseCase.embeddedLink", "Messages hold links", "Yes", "No"),
    text("campaignUseCase.embeddedLinkSample", "Sample of a link", 1, 255, need=OPTIONAL),
    select("campaignUseCase.embeddedPhone", "Messages hold phone numbers", "Yes", "No"),
    select("campaignUseCase.ageGated", "Is for adults only", "Yes", "No"),
)

_SAMPLES = tuple(
    text(
        f"messageSamples.messageSample{number}",
        f"Sample message {number}",
        20,
        1024,
        need=REQUIRED if number == 1 else OPTIONAL,
    )
    for number in range(1, 6)
)
_FILES = tuple(
    attachment(f"mmsFileSamples.mmsFileSample{number}", f"Sample file {number}", need=OPTIONAL)
    for number in range(1, 6)
)

CAMPAIGN = Form(
    definition=definition(
        "US_TEN_DLC_CAMPAIGN_REGISTRATION",
        "US 10DLC campaign",
        "Tells the carriers what a brand sends by its 10DLC numbers.",
        bound(ResourceType.REGISTRATION, BEFORE_SUBMIT, DELETE_FREES),
        bound(ResourceType.PHONE_NUMBER, AFTER_COMPLETE, RELEASE_FIRST, "US"),
    ),
    sections=(
        section("campaignInfo", "Campaign", "What is sent, and how recipients agree to it."),
        section("campaignCapabilities", "Capabilities", "What the numbers are to carry."),
        section("campaignUseCase", "Use case", "What the messages are for, and hold."),
        section("messageSamples", "Samples", "Messages as they will be sent."),
        section("mmsFileSamples", "Media samples", "Files as they will be sent by MMS."),
    ),
    fields=_CAMPAIGN + _CAPABILITIES + _USE_CASE + _SAMPLES + _FILES,
    certainty=Certainty.SEEN,
    number_type=NumberType.TEN_DLC,
    parent_type=BRAND_TYPE,
    is_provisioned=True,
)
