"""Phone numbers, sender IDs and pools that cannot send, and what they do when people answer."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from smsvoice.models.keywords import KeywordAction, KeywordInformation
from smsvoice.models.notify import NotifyConfigurationInformation
from smsvoice.models.phone_numbers import NumberStatus, NumberType, PhoneNumberInformation
from smsvoice.models.pools import PoolInformation, PoolStatus
from smsvoice.models.rcs_agents import RcsAgentInformation
from smsvoice.models.registrations import RegistrationInformation, RegistrationStatus
from smsvoice.models.sender_ids import SenderIdInformation
from smsvoice.rules.diagnosis.findings import Finding, Severity, finding

_REGISTERED_FIRST = (NumberType.TOLL_FREE, NumberType.TEN_DLC)
"""Numbers of the United States that stay PENDING until their registration is complete."""
_OPT_OUT_WORDS = frozenset(
    ["ARRET", "CANCEL", "END", "OPT-OUT", "OPTOUT", "QUIT", "REMOVE", "STOP", "TD", "UNSUBSCRIBE"]
)
"""What people text to opt out, where no keyword says otherwise."""


def id_of(number: PhoneNumberInformation) -> str:
    """The id of a number, or its ARN where AWS gives no id."""
    return number.phone_number_id or number.phone_number_arn


def senders(
    *kinds: Sequence[
        PhoneNumberInformation
        | SenderIdInformation
        | RcsAgentInformation
        | NotifyConfigurationInformation
    ],
) -> Iterator[Finding]:
    """The account has nothing to send from, of any kind."""
    if not any(kinds):
        yield finding(
            Severity.ERROR,
            "senders",
            "the account has no phone number, sender ID, RCS agent or notify configuration here",
            "Look whether this is the right region; else request a number, or create a notify "
            "configuration for one-time codes",
        )


def phone_numbers(
    numbers: Iterable[PhoneNumberInformation], registrations: Mapping[str, RegistrationInformation]
) -> Iterator[Finding]:
    """Numbers that do not send."""
    for one in numbers:
        if one.status in (NumberStatus.ACTIVE, NumberStatus.DELETED):
            continue
        name = f"{id_of(one)} ({one.iso_country_code} {one.number_type})"
        severity, why = Severity.WARNING, None
        remedy = "Wait for it, e.g. with wait_until_active()"
        if one.status == NumberStatus.DISASSOCIATING:
            remedy = "It is on its way out of a registration or the account; use another one"
        elif one.registration_id is not None:
            known = registrations.get(one.registration_id)
            state = "" if known is None else f", which is {known.registration_status}"
            why = f"it waits for {one.registration_id}{state}"
            remedy = "Bring that registration to COMPLETE, see its own finding"
            if known is not None and known.registration_status == RegistrationStatus.COMPLETE:
                remedy = "The registration is COMPLETE: wait for it, e.g. with wait_until_active()"
        elif one.number_type in _REGISTERED_FIRST and one.status == NumberStatus.PENDING:
            severity, why = Severity.ERROR, "no registration is associated with it"
            remedy = "Make the registration of its type, associate the number, and submit it"
        yield finding(
            severity,
            "phone-numbers",
            f"phone number {name} is {one.status} and cannot send",
            remedy,
            why=why,
            resource_id=id_of(one),
        )


def sender_ids(
    ids: Iterable[SenderIdInformation], registrations: Mapping[str, RegistrationInformation]
) -> Iterator[Finding]:
    """Sender IDs whose registration is not complete."""
    for one in ids:
        if one.registered or one.registration_id is None:
            continue
        known = registrations.get(one.registration_id)
        state = "" if known is None else f", which is {known.registration_status}"
        yield finding(
            Severity.WARNING,
            "sender-ids",
            f"sender ID {one.sender_id} of {one.iso_country_code} is not registered yet",
            "Bring that registration to COMPLETE, see its own finding",
            why=f"it waits for {one.registration_id}{state}",
            resource_id=one.sender_id,
        )


def pools(found: Iterable[PoolInformation]) -> Iterator[Finding]:
    """Pools that do not send."""
    for one in found:
        if one.status != PoolStatus.ACTIVE:
            yield finding(
                Severity.WARNING,
                "pools",
                f"{one.pool_id} is {one.status} and cannot send",
                "Use another pool"
                if one.status == PoolStatus.DELETING
                else "Wait for it, e.g. with wait_until_active()",
                resource_id=one.pool_id,
            )


def self_managed(
    owners: Iterable[PhoneNumberInformation | PoolInformation | RcsAgentInformation],
) -> Iterator[Finding]:
    """Senders whose STOP is the application's business."""
    for one in owners:
        if one.self_managed_opt_outs_enabled:
            name = owner_id(one)
            yield finding(
                Severity.NOTE,
                "opt-outs",
                f"{name} leaves opt-outs to your application: AWS neither answers STOP nor keeps "
                "who opted out",
                "See that your application does both, or switch self-managed opt-outs off",
                why="self-managed opt-outs are on",
                resource_id=name,
            )


def owner_id(owner: PhoneNumberInformation | PoolInformation | RcsAgentInformation) -> str:
    """The id of what has keywords."""
    if isinstance(owner, PhoneNumberInformation):
        return id_of(owner)
    return owner.pool_id if isinstance(owner, PoolInformation) else owner.rcs_agent_id


def of_lists(
    numbers: Iterable[PhoneNumberInformation],
    pools: Iterable[PoolInformation],
    agents: Iterable[RcsAgentInformation],
) -> dict[str, list[str]]:
    """The senders that use an opt-out list, by its name; a pool stands for its numbers."""
    used: dict[str, list[str]] = {}
    named: list[tuple[str | None, str]] = []
    named += [(one.opt_out_list_name, one.pool_id or id_of(one)) for one in numbers]
    named += [(one.opt_out_list_name, one.pool_id) for one in pools]
    named += [(one.opt_out_list_name, one.rcs_agent_id) for one in agents]
    for name, sender in named:
        used.setdefault(name or "", []).append(sender)
    return used


def has_own_opt_outs(owner: PhoneNumberInformation | PoolInformation) -> bool:
    """Whether AWS opts people out by keywords: neither the application nor the carrier does."""
    kept_by_carrier = (NumberType.TOLL_FREE, NumberType.SIMULATOR)
    is_carriers = isinstance(owner, PhoneNumberInformation) and owner.number_type in kept_by_carrier
    return not owner.self_managed_opt_outs_enabled and not is_carriers


def word_back(found: Iterable[KeywordInformation]) -> str | None:
    """The word that opts people in again; START where there are more."""
    words = [one.keyword for one in found if one.keyword_action == KeywordAction.OPT_IN]
    return min(words, key=lambda word: word.upper() != "START", default=None)


def keywords(owner: str, found: Iterable[KeywordInformation]) -> Iterator[Finding]:
    """Words that no longer opt people out, and people who cannot come back."""
    every = list(found)
    for one in every:
        if one.keyword.upper() in _OPT_OUT_WORDS and one.keyword_action != KeywordAction.OPT_OUT:
            yield finding(
                Severity.WARNING,
                "keywords",
                f"the word {one.keyword} to {owner} does not opt people out",
                f'Delete it with keywords.delete("{one.keyword}"), or give it the action OPT_OUT',
                why=f"your keyword gives it {one.keyword_action}; without one it opts people out",
                resource_id=owner,
            )
    if word_back(every) is None:
        yield finding(
            Severity.NOTE,
            "keywords",
            f"people who opted out at {owner} cannot come back by a text",
            'Add START with keywords.put("START", keyword_action="OPT_IN", keyword_message=...)',
            why="it has no keyword with the action OPT_IN",
            resource_id=owner,
        )
