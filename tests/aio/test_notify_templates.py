"""Notify templates as objects: finding them, and filling them in on this machine."""

from typing import Any

import pytest
from botocore.stub import Stubber

from smsvoice import AsyncSmsVoice, NotLoadedError, RequestError, ResourceNotFoundError
from smsvoice.aio.resources.notify_templates import AsyncNotifyTemplate
from tests.factories.aio.clocks import AsyncEmulatorClock
from tests.factories.calls import calls_of
from tests.factories.constants import START

ENGLISH = "notify-code-verification-english-001"
WITH_MINUTES = "notify-code-verification-english-002"
WRITTEN = "notify-code-verification-english-003"
GERMAN = "notify-code-verification-german-001"
FRENCH = "notify-code-verification-french-001"
OWN = "notify-with-every-rule"

VARIABLES = {
    "code": {"Type": "STRING", "Required": True, "MaxLength": 6, "Pattern": "[0-9]+"},
    "minutes": {
        "Type": "INTEGER",
        "Required": False,
        "MinValue": 1,
        "MaxValue": 60,
        "DefaultValue": "10",
    },
    "again": {"Type": "BOOLEAN", "Required": False},
    "brand": {"Type": "STRING", "Required": True, "Source": "SYSTEM", "Sample": "Example"},
}


async def with_every_rule(sms: AsyncSmsVoice) -> AsyncNotifyTemplate:
    """A template with each rule that AWS can set on a variable, as AWS would describe it."""
    told = {
        "TemplateId": OWN,
        "Version": 1,
        "TemplateType": "OTP_VERIFICATION",
        "Channels": ["SMS"],
        "Content": "{{brand}}: {{ code }} for {{minutes}} min, again {{again}}.",
        "Variables": {name: {"Source": "CUSTOMER", **rules} for name, rules in VARIABLES.items()},
        "CreatedTimestamp": START,
    }
    with Stubber(sms.boto_client) as aws:
        aws.add_response("describe_notify_templates", {"NotifyTemplates": [told]})
        return await sms.notify_templates.get(OWN)


async def test_get_finds_what_is_there_and_refuses_what_is_not(sms: AsyncSmsVoice) -> None:
    """A template is loaded by its id."""
    found = await sms.notify_templates.get(ENGLISH)

    assert found == sms.notify_templates.at(ENGLISH)
    assert found.data.language_code == "en"
    assert "code" in (found.data.variables or {})
    with pytest.raises(ResourceNotFoundError) as refused:
        await sms.notify_templates.get("notify-0")
    assert refused.value.resource_type == "notify-template"


@pytest.mark.closes_path
async def test_a_template_that_aws_does_not_list_is_not_found(sms: AsyncSmsVoice) -> None:
    """An empty answer is an error too."""
    with Stubber(sms.boto_client) as aws:
        aws.add_response("describe_notify_templates", {"NotifyTemplates": []})

        with pytest.raises(ResourceNotFoundError):
            await sms.notify_templates.get(ENGLISH)


@pytest.mark.parametrize(
    ("wanted", "found", "others"),
    [
        ({"language_code": "de"}, GERMAN, ENGLISH),
        ({"supported_voice_ids": ["LEA", "HANS"]}, FRENCH, ENGLISH),
        ({"channels": "VOICE"}, ENGLISH, WRITTEN),
        ({"language_code": "en", "channels": ["SMS"]}, WRITTEN, GERMAN),
        ({"template_type": "OTP_VERIFICATION"}, ENGLISH, None),
        ({"tier_access": "ADVANCED"}, ENGLISH, None),
        ({"supported_countries": "US", "max_results": 2}, ENGLISH, None),
        ({"ids": [GERMAN, FRENCH]}, GERMAN, ENGLISH),
    ],
)
async def test_templates_are_found_by_filter(
    sms: AsyncSmsVoice, wanted: dict[str, Any], found: str, others: str | None
) -> None:
    """Each of AWS's filters is an argument; what is found is loaded."""
    told = await sms.notify_templates.list(**wanted).collect()

    names = [one.id for one in told]
    assert found in names
    assert others not in names
    assert all(one.data.content for one in told)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"channels": "VOIC"}, "did you mean VOICE"),
        ({"tier_access": "BASC"}, "did you mean BASIC"),
        ({"template_type": "OTP_VERIFICATON"}, "did you mean OTP_VERIFICATION"),
        ({"supported_voice_ids": "JOANA"}, "did you mean JOANNA"),
        ({"languge_code": "de"}, "did you mean language_code"),
        ({"ids": ENGLISH}, "must be a list"),
    ],
)
async def test_a_mistake_in_a_list_is_refused_before_the_wire(
    sms: AsyncSmsVoice, wrong: dict[str, Any], told: str
) -> None:
    """A misspelt filter would otherwise find nothing, and say nothing."""
    calls = calls_of(sms)

    with pytest.raises(RequestError, match=told):
        sms.notify_templates.list(**wrong)

    assert calls == []


async def test_twelve_ids_make_two_calls(sms: AsyncSmsVoice) -> None:
    """AWS takes ten templates at a time."""
    every = [one.id async for one in sms.notify_templates.list()]
    wanted = (every * 2)[:12]
    calls = calls_of(sms)

    found = await sms.notify_templates.list(ids=wanted).collect()

    assert {one.id for one in found} == set(wanted)
    assert calls == ["DescribeNotifyTemplates"] * 2


@pytest.mark.closes_path
async def test_a_template_is_filled_in_on_this_machine(sms: AsyncSmsVoice) -> None:
    """AWS's variable has its sample or what is given for it; defaults stand in; no call is made."""
    template = await with_every_rule(sms)
    calls = calls_of(sms)

    given = template.render({"code": "481516", "minutes": "60", "again": "false"})
    by_default = template.render({"code": "4"}, system_variables={"brand": "Shop"})

    assert given == "Example: 481516 for 60 min, again false."
    assert by_default == "Shop: 4 for 10 min, again ."
    assert calls == []


@pytest.mark.parametrize(
    ("variables", "problems"),
    [
        ({}, {"code": "is required"}),
        ({"code": "1", "colour": "red"}, {"colour": "no such variable"}),
        ({"code": "1234567"}, {"code": "at most 6 characters"}),
        ({"code": "47a"}, {"code": "must match"}),
        ({"code": ""}, {"code": "must match"}),
        ({"code": "47\n"}, {"code": "must match"}),
        ({"code": "1", "minutes": "0"}, {"minutes": "must be 1 or more"}),
        ({"code": "1", "minutes": "61"}, {"minutes": "must be 60 or less"}),
        ({"code": "1", "minutes": "soon"}, {"minutes": "whole number"}),
        ({"code": "1", "minutes": "1.5"}, {"minutes": "whole number"}),
        ({"code": "1", "minutes": ""}, {"minutes": "whole number"}),
        ({"code": "1", "again": "yes"}, {"again": "must be true or false"}),
        ({"code": "1", "again": "True"}, {"again": "must be true or false"}),
        ({"code": "1", "brand": "Bank"}, {"brand": "service fills this"}),
        (
            {"minutes": "99", "again": "no", "colour": "red"},
            {
                "code": "is required",
                "minutes": "60 or less",
                "again": "true or false",
                "colour": "no such variable",
            },
        ),
    ],
)
@pytest.mark.closes_path
async def test_every_rule_of_a_variable_is_checked(
    sms: AsyncSmsVoice, variables: dict[str, str], problems: dict[str, str]
) -> None:
    """All that is wrong is told at once, by the names of the variables and without their values."""
    template = await with_every_rule(sms)

    with pytest.raises(RequestError) as refused:
        template.render(variables)

    told = {problem.field: problem.rule for problem in refused.value.problems}
    assert told.keys() == problems.keys()
    assert all(rule in told[name] for name, rule in problems.items())
    assert OWN in str(refused.value)


async def test_no_value_of_a_variable_is_in_an_error(sms: AsyncSmsVoice) -> None:
    """Codes are secrets."""
    template = await sms.notify_templates.get(WITH_MINUTES)

    with pytest.raises(RequestError) as refused:
        template.render({"code": "4815 16", "minutes": "234230"})

    assert "4815" not in str(refused.value) + repr(refused.value)
    assert "234230" not in str(refused.value) + repr(refused.value)


async def test_a_template_that_was_not_loaded_renders_nothing(sms: AsyncSmsVoice) -> None:
    """No call is made in secret; the error says which one to make."""
    calls = calls_of(sms)

    with pytest.raises(NotLoadedError, match=r"notify_templates\.get\(id\)"):
        sms.notify_templates.at(ENGLISH).render({"code": "481516"})

    assert calls == []


async def test_what_is_rendered_is_what_aws_sends(
    sms: AsyncSmsVoice, clock: AsyncEmulatorClock
) -> None:
    """A dry run gives the same text, once the brand is known here too."""
    template = await sms.notify_templates.get(WITH_MINUTES)
    shop = await sms.notify_configurations.create(
        display_name="Shop", use_case="CODE_VERIFICATION", enabled_channels=["SMS"]
    )
    await shop.wait_until_active(clock=clock)
    variables = {"code": "481516", "minutes": "5"}

    there = await shop.send_text(
        "+12065550142", template_variables=variables, template_id=template, dry_run=True
    )
    here = template.render(variables, system_variables={"brand": "Shop"})

    assert here == "Shop: enter 481516 within 5 minutes."
    assert there.resolved_message_body == here
