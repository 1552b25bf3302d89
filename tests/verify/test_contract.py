"""Probes on two emulators: the same one agrees, and each changed answer is found and named."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from smsvoice.emulator import Emulator
from smsvoice.emulator.verify.cleaning import remove, sweep
from smsvoice.emulator.verify.contract import Difference, Outcome, judge
from smsvoice.emulator.verify.guard import MAKES, Guard
from smsvoice.emulator.verify.probe import Account, Probe, Section
from smsvoice.emulator.verify.probes import PROBES
from smsvoice.emulator.verify.report import lines
from smsvoice.emulator.verify.trial import Trial
from tests.verify.playing import ACCOUNT, REGION, TOPIC, client_of, playing

KNOWN = {probe.name: probe for probe in PROBES}
PAGE = Path("docs/emulator-behaviour.md")
LONGEST_NAME = 64
MAKING = Section("Opt-outs")


@MAKING.probe("any", *MAKES, "PutRegistrationFieldValue")
def makes_everything(trial: Trial) -> None:
    """Makes one of each kind."""
    trial.do("CreateOptOutList", OptOutListName=trial.name("a"))
    trial.do("CreateConfigurationSet", ConfigurationSetName=trial.name("a"))
    trial.do("CreateProtectConfiguration")
    trial.do("CreateRegistrationAttachment", AttachmentBody=b"%PDF-1.7")
    trial.do("CreateRegistration", RegistrationType="US_TOLL_FREE_REGISTRATION")


def kept(emulator: Emulator) -> int:
    """How many things an emulator has, its list `Default` aside."""
    client = client_of(emulator)
    return sum(
        len(answer)
        for answer in (
            client.describe_opt_out_lists()["OptOutLists"][1:],
            client.describe_configuration_sets()["ConfigurationSets"],
            client.describe_protect_configurations()["ProtectConfigurations"],
            client.describe_registration_attachments()["RegistrationAttachments"],
            client.describe_registrations()["Registrations"],
        )
    )


@pytest.fixture(scope="module")
def shared() -> Iterator[tuple[Emulator, Guard]]:
    """One account for all probes, as in a run; in the end it has nothing."""
    with playing() as made:
        yield made, Guard(client_of(made), "abcd1234", TOPIC)
        assert kept(made) == 0


@pytest.mark.parametrize("name", sorted(KNOWN))
def test_the_same_emulator_agrees_and_nothing_stays(
    name: str, account: Account, shared: tuple[Emulator, Guard]
) -> None:
    """Every probe gets to its question, leaves nothing, and sends nothing."""
    other, guard = shared
    outcome = judge(KNOWN[name], account, guard, other.advance)

    assert outcome == Outcome(probe=KNOWN[name])
    assert (guard.made, other.messages) == ([], [])


def changed(client: Any, operation: str, *, refused: bool = False, **members: Any) -> None:
    """Make an account answer otherwise; a member that is None is left out."""

    def change(http_response: Any, parsed: dict[str, Any], **_: Any) -> None:
        for member, value in members.items():
            parsed.pop(member, None)
            if value is not None:
                parsed[member] = value
        http_response.status_code = 400 if refused else http_response.status_code

    client.meta.events.register(f"after-call.*.{operation}", change)


@pytest.mark.parametrize(
    ("probe", "operation", "change", "found"),
    [
        (
            "policy-without-json",
            "PutResourcePolicy",
            {"Reason": "INVALID_PARAMETER"},
            [Difference("1 PutResourcePolicy: reason", "CANNOT_PARSE", "INVALID_PARAMETER")],
        ),
        (
            "dry-run-without-body",
            "SendTextMessage",
            {"Fields": None},
            [Difference("1 SendTextMessage: fields", "MessageBody", "nothing")],
        ),
        (
            "override-in-the-past",
            "PutProtectConfigurationRuleSetNumberOverride",
            {"Error": {"Code": "ConflictException", "Message": ""}},
            [
                Difference(
                    "1 PutProtectConfigurationRuleSetNumberOverride: answer",
                    "ValidationException",
                    "ConflictException",
                )
            ],
        ),
        (
            "absent-default-sender",
            "SetDefaultSenderId",
            {"SenderId": None, "Colour": "of +12065551234 in 210987654321"},
            [
                Difference("1 SetDefaultSenderId: SenderId", "SVABCD1234", "nothing"),
                Difference("1 SetDefaultSenderId: Colour", "nothing", "of <number> in <account>"),
            ],
        ),
        (
            "delete-no-default",
            "DeleteDefaultMessageType",
            {
                "refused": True,
                "Error": {"Code": "ResourceNotFoundException", "Message": ""},
                "ResourceType": "configuration-set",
            },
            [
                Difference(
                    "2 DeleteDefaultMessageType: answer", "200", "ResourceNotFoundException"
                ),
                Difference(
                    "2 DeleteDefaultMessageType: ConfigurationSetArn",
                    "arn:aws:sms-voice:eu-west-1:<account>:configuration-set/"
                    "smsvoice-verify-abcd1234-delete-no-default-a",
                    "nothing",
                ),
                Difference(
                    "2 DeleteDefaultMessageType: ConfigurationSetName",
                    "smsvoice-verify-abcd1234-delete-no-default-a",
                    "nothing",
                ),
                Difference(
                    "2 DeleteDefaultMessageType: resource type", "nothing", "configuration-set"
                ),
            ],
        ),
        (
            "put-twice",
            "PutOptedOutNumber",
            {"OptedOutTimestamp": None},
            [Difference("1 PutOptedOutNumber: OptedOutTimestamp", "<time>", "nothing")],
        ),
        (
            "form-us-ten-dlc-brand-vetting",
            "DescribeRegistrationFieldDefinitions",
            {
                "RegistrationFieldDefinitions": [
                    {
                        "FieldPath": "vetting.reason",
                        "FieldType": "TEXT",
                        "FieldRequirement": "REQUIRED",
                        "TextValidation": {"MinLength": 1, "MaxLength": 9, "Pattern": ".*"},
                    }
                ]
            },
            [
                Difference(
                    "US_TEN_DLC_BRAND_VETTING: vetting.reason",
                    "nothing",
                    "TEXT; REQUIRED; 1 to 9 of .*",
                )
            ],
        ),
    ],
)
def test_a_changed_answer_is_found(  # noqa: PLR0917
    probe: str,
    operation: str,
    change: dict[str, Any],
    found: list[Difference],
    account: Account,
    guard: Guard,
    client: Any,
    other: Emulator,
) -> None:
    """By what it is, and with what each side said; numbers and accounts are masked."""
    changed(client, operation, **change)

    outcome = judge(KNOWN[probe], account, guard, other.advance)

    assert outcome.differences == found
    text = "\n".join(lines(outcome))
    assert KNOWN[probe].link in text
    assert ACCOUNT not in text


def test_an_account_with_other_rules_differs(
    account: Account, guard: Guard, other: Emulator
) -> None:
    """A sandbox refuses a person where the emulator was said to reach them."""
    other.settings.sandbox = True

    (one, *_) = judge(KNOWN["shared-route"], account, guard, other.advance).differences

    assert one.what.endswith("SendTextMessage: reason") or one.account != one.emulator


@pytest.mark.parametrize(
    ("fault", "operation", "words"),
    [
        ("access_denied", "CreateOptOutList", "CreateOptOutList was not judged: AccessDenied"),
        ("throttle", "PutOptedOutNumber", "PutOptedOutNumber was not judged: Throttling"),
        ("drop_before", "PutOptedOutNumber", "PutOptedOutNumber got no answer: Connection"),
        ("503", "PutOptedOutNumber", "PutOptedOutNumber was not judged: 503"),
    ],
)
def test_what_is_no_answer_settles_nothing(  # noqa: PLR0917
    fault: str, operation: str, words: str, account: Account, guard: Guard, other: Emulator
) -> None:
    """IAM's refusals, throttling and broken connections are no word of the service."""
    other.faults.add(fault, operation=operation)

    outcome = judge(KNOWN["put-impossible-number"], account, guard, other.advance)

    assert (outcome.unsettled or "").startswith(words)
    assert (guard.made, kept(other)) == ([], 0)


@pytest.mark.parametrize(
    ("operation", "reason", "probe"),
    [
        ("PutOptedOutNumber", "ACCOUNT_DISABLED", "put-impossible-number"),
        ("TagResource", "OPT_OUT_LISTS_PER_ACCOUNT", "reserved-tag"),
        ("SendTextMessage", "MONTHLY_SPEND_LIMIT_REACHED_FOR_TEXT", "price-above-ceiling"),
        (
            "SendTextMessage",
            "DESTINATION_COUNTRY_BLOCKED_BY_PROTECT_CONFIGURATION",
            "price-above-ceiling",
        ),
    ],
)
def test_the_state_of_an_account_settles_nothing(  # noqa: PLR0917
    operation: str, reason: str, probe: str, account: Account, guard: Guard, other: Emulator
) -> None:
    """A full quota, a limit or a block of the account is no difference of the service."""
    other.faults.refuse(operation, reason=reason)

    outcome = judge(KNOWN[probe], account, guard, other.advance)

    assert outcome.differences == []
    assert (outcome.unsettled or "").startswith(f"{operation} was not judged: ")
    assert (outcome.unsettled or "").endswith(reason)


def test_a_refused_beginning_settles_nothing(
    account: Account, guard: Guard, client: Any, other: Emulator
) -> None:
    """The outcome names the call and the reason."""
    name = "smsvoice-verify-abcd1234-no-policy-a"
    client.create_opt_out_list(OptOutListName=name)

    outcome = judge(KNOWN["no-policy"], account, guard, other.advance)

    refused = "CreateOptOutList was refused: ConflictException RESOURCE_ALREADY_EXISTS"
    assert outcome.unsettled == refused


@pytest.mark.parametrize(
    ("name", "lacking"), [("set-by-arn", "an SNS topic"), ("shared-route", "an account without")]
)
def test_a_probe_is_skipped_where_the_account_lacks_what_it_needs(
    name: str, lacking: str, guard: Guard
) -> None:
    """And nothing is called."""
    account = Account(account_id=ACCOUNT, region=REGION, has_identities=True)

    assert lacking in (judge(KNOWN[name], account, guard).skipped or "")


def test_what_was_made_is_removed_after_ctrl_c(
    account: Account, guard: Guard, other: Emulator
) -> None:
    """All five kinds, in whichever call it came."""
    (probe,) = MAKING.probes
    seen: list[int] = []

    def ended(trial: Trial) -> None:
        probe.body(trial)
        if trial.pause == pause:
            seen.append(kept(other))
            raise KeyboardInterrupt

    def pause(seconds: float) -> None:
        other.advance(seconds)

    interrupted = Probe(name="x", what="", section="", point="", calls=probe.calls, body=ended)
    with pytest.raises(KeyboardInterrupt):
        judge(interrupted, account, guard, pause)

    assert seen == [5]
    assert (guard.made, kept(other)) == ([], 0)


def test_what_cannot_be_removed_is_named_and_swept_later(
    account: Account, guard: Guard, client: Any, other: Emulator
) -> None:
    """A sweep finds things by name or tag, of all runs, and leaves those of others."""
    client.create_opt_out_list(OptOutListName="mine")
    client.create_protect_configuration()
    client.create_registration(RegistrationType="US_TOLL_FREE_REGISTRATION")
    (probe,) = MAKING.probes
    for making in MAKES.values():
        other.faults.add("access_denied", operation=making.remove, times=100)
    judge(probe, account, guard, other.advance)
    assert (len(guard.made), kept(other)) == (5, 8)

    other.faults.clear()
    found, stays = sweep(Guard(client, "other000"), "abcd1234")

    assert (found, stays, kept(other)) == (5, [], 3)


def test_what_was_made_unheard_is_swept(guard: Guard, client: Any, other: Emulator) -> None:
    """The answer was lost, so only the tag shows whose it is."""
    other.faults.add("drop_after", operation="CreateProtectConfiguration")
    tags = [{"Key": "smsvoice-verify", "Value": guard.run}]
    with pytest.raises(Exception, match="Connection"):
        guard.call("CreateProtectConfiguration", {"Tags": tags})

    assert (guard.in_doubt, guard.made, kept(other)) == (True, [], 1)
    assert sweep(guard, "another0") == (0, [])
    assert sweep(guard, guard.run) == (1, [])
    assert kept(other) == 0


def test_what_is_gone_already_counts_as_removed(guard: Guard, client: Any) -> None:
    """Somebody else was quicker."""
    name = "smsvoice-verify-abcd1234-a"
    guard.call("CreateOptOutList", {"OptOutListName": name})
    client.delete_opt_out_list(OptOutListName=name)

    assert remove(guard) == []


def test_a_probe_calls_what_it_declares_alone(account: Account, guard: Guard) -> None:
    """So that a listing says the truth."""
    bad = Probe(
        name="x",
        what="",
        section="",
        point="",
        calls=("DescribePools",),
        body=lambda trial: trial.note("x", trial.ask("DescribeOptOutLists")),
    )
    with pytest.raises(AssertionError, match="does not declare DescribeOptOutLists"):
        judge(bad, account, guard)


def test_probes_have_names_of_their_own_that_fit_aws() -> None:
    """With the run and a label, they name lists and sets."""
    names = [probe.name for probe in PROBES]

    assert len(set(names)) == len(names)
    assert all(
        len(f"smsvoice-verify-abcd1234-{probe.name}-token") <= LONGEST_NAME
        for probe in PROBES
        if set(probe.calls) & set(MAKES)
    )


def rows() -> dict[str, dict[str, list[str]]]:
    """The rows of the page by heading and first cell, with the probes that they name."""
    found: dict[str, dict[str, list[str]]] = {}
    heading = ""
    for line in PAGE.read_text("utf-8").splitlines():
        if line.startswith("#"):
            heading = line.lstrip("# ")
        elif line.startswith("| ") and not line.startswith("|---"):
            cells = [cell.strip() for cell in line.strip("|").split("|")]
            named = re.findall(r"`([a-z-]+)`", cells[-1])
            found.setdefault(heading, {})[cells[0]] = [one for one in named if one in KNOWN]
    return found


def test_the_page_names_the_probe_of_each_point() -> None:
    """The same points in the page and in the probes, both ways."""
    by_point: dict[tuple[str, str], list[str]] = {}
    for probe in PROBES:
        by_point.setdefault((probe.section, probe.point), []).append(probe.name)
    in_page = {
        (heading, point): names
        for heading, points in rows().items()
        for point, names in points.items()
        if names
    }

    assert in_page == by_point
