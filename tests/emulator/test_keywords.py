"""Keywords of numbers, pools and RCS agents."""

from typing import TYPE_CHECKING, Any

import pytest

from tests.factories.identities import agent, number, pool
from tests.factories.refusals import refuses

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client

    from smsvoice.emulator import Emulator


def test_help_and_stop_are_always_there(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """On a number, a pool and an agent, with their actions."""
    made = number(aws, emulator)
    owners = [
        number(aws, emulator)["PhoneNumberArn"],
        pool(aws, emulator, made["PhoneNumberId"])["PoolArn"],
        agent(emulator),
    ]

    for owner in owners:
        found = aws.describe_keywords(OriginationIdentity=owner)
        actions = {one["Keyword"]: one["KeywordAction"] for one in found["Keywords"]}
        assert actions == {"HELP": "AUTOMATIC_RESPONSE", "STOP": "OPT_OUT"}
        assert owner in (found["OriginationIdentityArn"], found["OriginationIdentity"])


def test_a_keyword_is_kept_in_upper_case(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """It answers by itself unless told otherwise, and putting it again changes it."""
    key = number(aws, emulator)["PhoneNumberId"]

    first = aws.put_keyword(OriginationIdentity=key, Keyword="join us", KeywordMessage="Welcome")
    again = aws.put_keyword(
        OriginationIdentity=key,
        Keyword="Join Us",
        KeywordMessage="Hello",
        KeywordAction="OPT_IN",
    )
    kept = aws.put_keyword(OriginationIdentity=key, Keyword="JOIN US", KeywordMessage="Hi")

    found = aws.describe_keywords(OriginationIdentity=key, Keywords=["jOIN uS"])["Keywords"]
    assert (first["Keyword"], first["KeywordAction"]) == ("JOIN US", "AUTOMATIC_RESPONSE")
    assert again["KeywordAction"] == kept["KeywordAction"] == "OPT_IN"
    assert [one["KeywordMessage"] for one in found] == ["Hi"]


def test_help_and_stop_change_their_words_only(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """Another message passes, another action and deleting do not."""
    key = number(aws, emulator)["PhoneNumberId"]
    words: dict[str, Any] = {"OriginationIdentity": key, "KeywordMessage": "Goodbye"}

    put = aws.put_keyword(**words, Keyword="stop")
    same = aws.put_keyword(**words, Keyword="STOP", KeywordAction="OPT_OUT")
    with refuses() as changed:
        aws.put_keyword(**words, Keyword="STOP", KeywordAction="AUTOMATIC_RESPONSE")
    with refuses() as deleted:
        aws.delete_keyword(OriginationIdentity=key, Keyword="help")

    assert put["KeywordMessage"] == same["KeywordMessage"] == "Goodbye"
    assert changed.reason == "RESOURCE_MODIFICATION_NOT_ALLOWED"
    assert (deleted.reason, deleted.resource_type) == ("RESOURCE_DELETION_NOT_ALLOWED", "keyword")


def test_a_deleted_keyword_is_gone(aws: "PinpointSMSVoiceV2Client", emulator: "Emulator") -> None:
    """The answer repeats it, and it cannot be found again."""
    key = number(aws, emulator)["PhoneNumberId"]
    aws.put_keyword(OriginationIdentity=key, Keyword="JOIN", KeywordMessage="Welcome")

    deleted = aws.delete_keyword(OriginationIdentity=key, Keyword="join")
    with refuses() as again:
        aws.delete_keyword(OriginationIdentity=key, Keyword="join")
    with refuses() as read:
        aws.describe_keywords(OriginationIdentity=key, Keywords=["JOIN"])

    assert deleted["KeywordMessage"] == "Welcome"
    assert (again.code, again.resource_type) == ("ResourceNotFoundException", "keyword")
    assert read.code == "ResourceNotFoundException"


def test_keywords_of_a_pool_are_the_pools(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """Its number and its agent cannot change their own, and see the pool's."""
    key, rcs = number(aws, emulator)["PhoneNumberId"], agent(emulator)
    made = pool(aws, emulator, key)["PoolId"]
    aws.associate_origination_identity(PoolId=made, OriginationIdentity=rcs)
    words: dict[str, Any] = {"Keyword": "JOIN", "KeywordMessage": "Welcome"}

    with refuses() as by_number:
        aws.put_keyword(OriginationIdentity=key, **words)
    with refuses() as by_agent:
        aws.put_keyword(OriginationIdentity=rcs, **words)
    aws.put_keyword(OriginationIdentity=made, **words)
    seen = aws.describe_keywords(OriginationIdentity=key, Keywords=["JOIN"])["Keywords"]
    with refuses() as deleted:
        aws.delete_keyword(OriginationIdentity=key, Keyword="JOIN")
    aws.delete_keyword(OriginationIdentity=made, Keyword="JOIN")

    assert by_number.reason == deleted.reason == "PHONE_NUMBER_ASSOCIATED_TO_POOL"
    assert by_agent.reason == "RCS_AGENT_ASSOCIATED_TO_POOL"
    assert len(seen) == 1
    assert len(aws.describe_keywords(OriginationIdentity=rcs)["Keywords"]) == 2


@pytest.mark.parametrize(
    ("of_pool", "reason"), [(False, "KEYWORDS_PER_PHONE_NUMBER"), (True, "KEYWORDS_PER_POOL")]
)
def test_an_owner_has_30_keywords(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", *, of_pool: bool, reason: str
) -> None:
    """HELP and STOP count; a keyword that is there can still be changed."""
    key = number(aws, emulator)["PhoneNumberId"]
    owner = pool(aws, emulator, key)["PoolId"] if of_pool else key
    for index in range(28):
        aws.put_keyword(OriginationIdentity=owner, Keyword=f"WORD{index}", KeywordMessage="Yes")

    with refuses() as refused:
        aws.put_keyword(OriginationIdentity=owner, Keyword="WORD", KeywordMessage="Yes")

    aws.put_keyword(OriginationIdentity=owner, Keyword="WORD1", KeywordMessage="No")
    assert refused.reason == reason


@pytest.mark.parametrize(
    ("identity", "kind"),
    [
        ("phone-nobody", "phone-number"),
        ("pool-nobody00", "pool"),
        ("rcs-nobody000", "rcs-agent"),
        ("Example", "phone-number"),
    ],
)
def test_only_receivers_have_keywords(
    aws: "PinpointSMSVoiceV2Client", identity: str, kind: str
) -> None:
    """An unknown owner is not found, and a sender ID hears nothing."""
    aws.request_sender_id(SenderId="Example", IsoCountryCode="GB")

    with refuses() as refused:
        aws.describe_keywords(OriginationIdentity=identity)

    assert (refused.code, refused.resource_type) == ("ResourceNotFoundException", kind)


def test_a_keyword_has_no_space_at_its_edge(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """It is refused rather than trimmed."""
    key = number(aws, emulator)["PhoneNumberId"]

    with refuses() as refused:
        aws.put_keyword(OriginationIdentity=key, Keyword=" JOIN", KeywordMessage="Welcome")

    assert (refused.reason, refused.fields) == ("INVALID_PARAMETER", ["Keyword"])


def test_keywords_are_filtered_by_action(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """Only those that do it are told."""
    key = number(aws, emulator)["PhoneNumberId"]

    found = aws.describe_keywords(
        OriginationIdentity=key, Filters=[{"Name": "keyword-action", "Values": ["OPT_OUT"]}]
    )

    assert [one["Keyword"] for one in found["Keywords"]] == ["STOP"]


@pytest.mark.parametrize("keyword", ["STOP", "unstop"])
def test_a_us_toll_free_number_leaves_stop_and_unstop_to_its_carrier(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", keyword: str
) -> None:
    """Not even their words change; HELP's do."""
    toll_free = number(aws, emulator, number_type="TOLL_FREE")["PhoneNumberId"]

    with refuses() as refused:
        aws.put_keyword(OriginationIdentity=toll_free, Keyword=keyword, KeywordMessage="Goodbye")
    aws.put_keyword(OriginationIdentity=toll_free, Keyword="HELP", KeywordMessage="Call us")

    assert refused.code == "ConflictException"
    assert refused.reason == "RESOURCE_MODIFICATION_NOT_ALLOWED"
    assert refused.resource_type == "keyword"


def test_a_us_toll_free_number_has_no_other_word_that_opts_out(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """Any other action is taken, and any action on a long code."""
    toll_free, long_code = (
        number(aws, emulator, number_type=kind)["PhoneNumberId"]
        for kind in ("TOLL_FREE", "LONG_CODE")
    )
    leave: Any = {"Keyword": "LEAVE", "KeywordMessage": "Bye", "KeywordAction": "OPT_OUT"}

    with refuses() as refused:
        aws.put_keyword(OriginationIdentity=toll_free, **leave)
    aws.put_keyword(OriginationIdentity=long_code, **leave)
    aws.put_keyword(OriginationIdentity=toll_free, **leave | {"KeywordAction": "OPT_IN"})

    assert (refused.reason, refused.fields) == ("INVALID_PARAMETER", ["KeywordAction"])
