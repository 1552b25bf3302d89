"""What is judged of states that an emulated account does not easily come to."""

from datetime import UTC, datetime
from typing import Any

import pytest

from smsvoice.models.account import AccountLimit
from smsvoice.models.common import NumberCapability
from smsvoice.models.keywords import KeywordInformation
from smsvoice.models.notify import NotifyConfigurationInformation
from smsvoice.models.phone_numbers import PhoneNumberInformation
from smsvoice.models.pools import PoolInformation
from smsvoice.models.protect import ProtectConfigurationRuleSetNumberOverride
from smsvoice.models.rcs_agents import CountryLaunchStatusInformation, RcsAgentInformation
from smsvoice.models.registrations import RegistrationInformation
from smsvoice.models.sender_ids import SenderIdInformation
from smsvoice.models.verified_numbers import VerifiedDestinationNumberInformation
from smsvoice.rules.diagnosis import account, events, reach, registrations, senders
from smsvoice.rules.diagnosis.findings import enumerated
from tests.factories.ailing_accounts import PERSON

NOW = datetime(2026, 3, 2, tzinfo=UTC)


def registration(status: str) -> RegistrationInformation:
    """A registration in that state."""
    return RegistrationInformation.model_validate(
        {
            "registration_arn": "arn",
            "registration_id": "registration-1",
            "registration_type": "US_TOLL_FREE_REGISTRATION",
            "registration_status": status,
            "current_version_number": 1,
            "created_timestamp": NOW,
        }
    )


def number(**members: Any) -> PhoneNumberInformation:
    """A toll-free number that waits."""
    usual: dict[str, Any] = {
        "phone_number_arn": "arn:number",
        "phone_number": PERSON,
        "status": "PENDING",
        "iso_country_code": "US",
        "message_type": "TRANSACTIONAL",
        "number_capabilities": [NumberCapability.SMS],
        "number_type": "TOLL_FREE",
        "monthly_leasing_price": "2.00",
        "two_way_enabled": False,
        "self_managed_opt_outs_enabled": False,
        "opt_out_list_name": "Default",
        "deletion_protection_enabled": False,
        "created_timestamp": NOW,
    }
    return PhoneNumberInformation.model_validate(usual | members)


@pytest.mark.parametrize(
    ("members", "status", "part"),
    [
        ({"status": "DISASSOCIATING"}, None, "on its way out"),
        (
            {"registration_id": "registration-1"},
            "REVIEWING",
            "waits for registration-1, which is REVIEWING",
        ),
        ({"registration_id": "registration-1"}, "COMPLETE", "The registration is COMPLETE: wait"),
        ({"registration_id": "registration-1"}, None, "it waits for registration-1)"),
        ({"status": "ASSOCIATING", "number_type": "LONG_CODE"}, None, "wait_until_active()"),
    ],
)
def test_a_number_that_waits_says_for_what(
    members: dict[str, Any], status: str | None, part: str
) -> None:
    """Its registration, or time; its ARN stands in for an id that AWS does not give."""
    known = {} if status is None else {"registration-1": registration(status)}

    (found,) = senders.phone_numbers([number(**members)], known)

    assert part in str(found)
    assert "arn:number (US " in found.what


def test_a_sender_id_waits_for_its_registration() -> None:
    """One that is registered, or needs no registration, does not."""
    one: dict[str, Any] = {
        "sender_id_arn": "arn",
        "sender_id": "SHOP",
        "iso_country_code": "SG",
        "message_types": ["TRANSACTIONAL"],
        "monthly_leasing_price": "0.00",
        "deletion_protection_enabled": False,
        "registered": False,
    }
    every = [one, one | {"registration_id": "registration-1"}, one | {"registered": True}]
    ids = [SenderIdInformation.model_validate(members) for members in every]

    (found,) = senders.sender_ids(ids, {"registration-1": registration("SUBMITTED")})

    assert found.what == "sender ID SHOP of SG is not registered yet"
    assert found.why == "it waits for registration-1, which is SUBMITTED"


def test_a_pool_that_is_deleted_is_not_waited_for() -> None:
    """Another one is used."""
    pool = PoolInformation.model_validate(
        {
            "pool_arn": "arn",
            "pool_id": "pool-1",
            "status": "DELETING",
            "message_type": "TRANSACTIONAL",
            "two_way_enabled": False,
            "self_managed_opt_outs_enabled": False,
            "opt_out_list_name": "Default",
            "shared_routes_enabled": False,
            "deletion_protection_enabled": False,
            "created_timestamp": NOW,
        }
    )

    (found,) = senders.pools([pool])

    assert found.remedy == "Use another pool"


@pytest.mark.parametrize(
    ("status", "severity"),
    [
        ("COMPLETE", None),
        ("REVIEWING", "note"),
        ("CLOSED", "warning"),
        ("REQUIRES_AUTHENTICATION", "warning"),
        ("INVENTED", "note"),
    ],
)
def test_registrations_matter_by_their_state(status: str, severity: str | None) -> None:
    """One that is complete does not; a state that is new to us is shown."""
    found = list(registrations.registration(registration(status), ()))

    assert [str(one.severity) for one in found] == ([severity] if severity else [])


def test_a_launch_that_was_rejected_is_named_with_its_countries() -> None:
    """An agent that is launched elsewhere goes on there."""
    agent = RcsAgentInformation.model_validate(
        {
            "rcs_agent_arn": "arn",
            "rcs_agent_id": "rcs-1",
            "status": "PARTIAL",
            "created_timestamp": NOW,
            "deletion_protection_enabled": False,
            "self_managed_opt_outs_enabled": True,
            "two_way_enabled": False,
        }
    )
    launches = [
        CountryLaunchStatusInformation.model_validate(
            {
                "iso_country_code": code,
                "status": status,
                "registration_id": "registration-1",
                "carrier_status": [],
            }
        )
        for code, status in (("US", "REJECTED"), ("CA", "ACTIVE"))
    ]

    (found,) = registrations.rcs_agent(agent, launches)
    (by_hand,) = senders.self_managed([agent])

    assert found.what == "rcs-1 was rejected in US"
    assert by_hand.resource_id == "rcs-1"


def test_a_tier_that_was_refused_leaves_the_configuration_as_it_is() -> None:
    """It goes on sending within the limits that it has."""
    configuration = NotifyConfigurationInformation.model_validate(
        {
            "notify_configuration_arn": "arn",
            "notify_configuration_id": "nc-1",
            "display_name": "Shop",
            "use_case": "CODE_VERIFICATION",
            "enabled_channels": ["SMS"],
            "tier": "BASIC",
            "tier_upgrade_status": "REJECTED",
            "status": "ACTIVE",
            "deletion_protection_enabled": False,
            "created_timestamp": NOW,
        }
    )

    (found,) = registrations.notify([configuration])

    assert "stays BASIC" in found.what


def test_an_exception_that_has_ended_blocks_no_more() -> None:
    """And one for another number blocks that one."""

    def override(**members: Any) -> ProtectConfigurationRuleSetNumberOverride:
        usual: dict[str, Any] = {
            "destination_phone_number": PERSON,
            "created_timestamp": NOW,
            "action": "BLOCK",
        }
        return ProtectConfigurationRuleSetNumberOverride.model_validate(usual | members)

    later = NOW.replace(year=2027)
    every = [
        override(expiration_timestamp=NOW.replace(year=2025)),
        override(expiration_timestamp=later),
        override(action="ALLOW"),
        override(destination_phone_number=PERSON + "1"),
    ]

    (found,) = events.overrides("protect-1", every, PERSON, NOW)

    assert found.why == "until 2027-03-02 00:00 UTC"


def test_a_verified_recipient_is_reached_in_the_sandbox() -> None:
    """Nothing is said about it."""
    one = VerifiedDestinationNumberInformation.model_validate(
        {
            "verified_destination_number_arn": "arn",
            "verified_destination_number_id": "vdn-1",
            "destination_phone_number": PERSON,
            "status": "VERIFIED",
            "created_timestamp": NOW,
        }
    )

    assert list(account.verified_numbers([one], PERSON)) == []
    assert list(account.verified_numbers([one], "+14254147755")) == []  # AWS's simulator
    assert len(list(account.verified_numbers([one], f"{PERSON}1"))) == 1


def test_a_carrier_keeps_stop_of_toll_free_numbers() -> None:
    """So that keywords of such a number say nothing about opting out."""
    assert not senders.has_own_opt_outs(number())
    assert senders.has_own_opt_outs(number(number_type="TEN_DLC"))
    keyword = {"keyword": "end", "keyword_message": "Bye", "keyword_action": "OPT_IN"}

    (found,) = senders.keywords("phone-1", [KeywordInformation.model_validate(keyword)])

    assert found.what == "the word end to phone-1 does not opt people out"


def test_without_a_sender_there_is_nothing_to_try() -> None:
    """And reasons that are new have AWS's guide as remedy."""
    (none,) = reach.reach({})
    (new,) = reach.reach({"pool-1": "INVENTED"})

    assert "no active sender" in none.what
    assert (new.resource_id, new.remedy) == ("pool-1", "Look at the reason in AWS's guide")


@pytest.mark.parametrize(
    ("returning", "way"),
    [
        ({"pool-1": "START"}, "have the person text START, or remove"),
        ({"pool-1": "BACK"}, "have the person text BACK, or remove"),
        ({"pool-2": "START"}, "add an OPT_IN keyword, or remove the number from the list"),
    ],
)
def test_people_come_back_only_where_a_word_opts_them_in(
    returning: dict[str, str], way: str
) -> None:
    """Neither finding advises a text that nothing answers."""
    (of_reach,) = reach.reach({"pool-1": "DESTINATION_PHONE_NUMBER_OPTED_OUT"}, returning)
    of_list = events.opted_out("mine", {"mine": ["pool-1"]}, returning)

    assert way in of_reach.remedy
    assert way in of_list.remedy


def test_the_one_sender_that_reaches_is_named_by_its_id() -> None:
    """As the one that does not."""
    (one,) = reach.reach({"pool-1": None})
    (two,) = reach.reach({"pool-1": None, "pool-2": None})

    assert (one.resource_id, two.resource_id) == ("pool-1", None)


def test_long_lists_are_cut() -> None:
    """The first dozen, and how many more."""
    assert enumerated(map(str, range(14))).endswith("10, 11 and 2 more")


def test_nothing_can_be_deleted_where_a_quota_is_nought() -> None:
    """So the remedy is to ask for more."""
    none = AccountLimit.model_validate({"name": "SENDER_IDS", "used": 0, "max": 0})

    (found,) = account.quotas([none])

    assert found.what == "the quota of SENDER_IDS is 0: no more can be made"
    assert "Delete" not in found.remedy
