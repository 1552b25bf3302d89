"""Asks AWS about an account, one check after the other, and gathers what was found out."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, Protocol

from smsvoice.core.errors import AnswerError, Problem, RequestError
from smsvoice.core.phone_numbers import problem_of
from smsvoice.errors import (
    AccessDeniedError,
    CredentialsError,
    OutcomeUnknownError,
    ServiceError,
    UnsupportedByBotocoreError,
)
from smsvoice.models.account import AccountAttribute, AccountAttributeName
from smsvoice.models.common import NumberCapability
from smsvoice.models.configuration_sets import ConfigurationSetInformation
from smsvoice.models.notify import NotifyConfigurationInformation, NotifyConfigurationStatus
from smsvoice.models.phone_numbers import NumberStatus, PhoneNumberInformation
from smsvoice.models.pools import PoolInformation, PoolStatus
from smsvoice.models.rcs_agents import RcsAgentInformation, RcsAgentStatus
from smsvoice.models.registrations import RegistrationInformation
from smsvoice.models.sender_ids import SenderIdInformation
from smsvoice.rules.diagnosis import account, events, reach, registrations, senders
from smsvoice.rules.diagnosis.findings import Finding, Severity, finding, unchecked
from smsvoice.rules.templates import samples

if TYPE_CHECKING:
    from smsvoice.aio.client import AsyncSmsVoice

_MOST_ASKED: Final = 25
"""Senders that are asked for keywords, and for dry runs: AWS answers a few calls a second."""
_TEXT: Final = "Test"
_UNREADABLE = (ServiceError, AnswerError, OutcomeUnknownError, UnsupportedByBotocoreError)


class AsyncCheck(Protocol):
    """One look at the account."""

    async def __call__(self) -> Iterable[Finding]:
        """What was found out."""
        ...


class AsyncDiagnosis:
    """The checks of one account, and what they read in common."""

    def __init__(self, sms: "AsyncSmsVoice", to: str | None) -> None:
        """Check with this client; `to` is a recipient to look at, E.164."""
        wrong = None if to is None else problem_of(to)
        if wrong is not None:
            raise RequestError("diagnose", (Problem("to", wrong),))
        self._sms = sms
        self._to = to
        self._attributes: list[AccountAttribute] | None = None
        self._numbers: list[PhoneNumberInformation] | None = None
        self._pools: list[PoolInformation] | None = None
        self._sender_ids: list[SenderIdInformation] | None = None
        self._agents: list[RcsAgentInformation] | None = None
        self._notify: list[NotifyConfigurationInformation] | None = None
        self._sets: list[ConfigurationSetInformation] | None = None
        self._registrations: dict[str, RegistrationInformation] | None = None
        self._returning: dict[str, str] = {}

    async def findings(self) -> list[Finding]:
        """All that was found out, the worst first."""
        checks: list[tuple[str, AsyncCheck]] = [
            ("sandbox", self._check_sandbox),
            ("spend-limits", self._check_spend_limits),
            ("quotas", self._check_quotas),
            ("senders", self._check_senders),
            ("phone-numbers", self._check_phone_numbers),
            ("sender-ids", self._check_sender_ids),
            ("pools", self._check_pools),
            ("registrations", self._check_registrations),
            ("registration-attachments", self._check_attachments),
            ("events", self._check_events),
            ("protect", self._check_protect),
            ("opt-outs", self._check_self_managed),
            ("keywords", self._check_keywords),
            ("verified-numbers", self._check_verified_numbers),
            ("notify", self._check_notify),
            ("rcs", self._check_rcs),
        ]
        if self._to is not None:
            checks += [
                ("protect", self._check_overrides),
                ("opt-outs", self._check_opt_outs),
                ("reach", self._check_reach),
            ]
        found: dict[Finding, None] = {}
        for name, check in checks:
            found |= dict.fromkeys(await self._made(name, check))
        order = list(Severity)
        return sorted(found, key=lambda one: order.index(one.severity))

    async def _made(self, name: str, check: AsyncCheck) -> Iterable[Finding]:
        """What a check finds; where AWS does not answer it, that."""
        try:
            return list(await check())
        except CredentialsError:
            raise
        except AccessDeniedError as refused:
            if refused.reason is not None:
                return [account.refused_account(refused.reason)]
            why = f"the permission {_action(refused)} is missing"
            return [unchecked(name, why, f"Allow {_action(refused)} in the caller's IAM policy")]
        except _UNREADABLE as failure:
            return [unchecked(name, str(failure), "Run the diagnosis again a little later")]

    async def _all_attributes(self) -> list[AccountAttribute]:
        if self._attributes is None:
            self._attributes = await self._sms.account.attributes().collect()
        return self._attributes

    async def _all_numbers(self) -> list[PhoneNumberInformation]:
        if self._numbers is None:
            self._numbers = await self._sms.api.describe_phone_numbers().collect()
        return self._numbers

    async def _all_pools(self) -> list[PoolInformation]:
        if self._pools is None:
            self._pools = await self._sms.api.describe_pools().collect()
        return self._pools

    async def _all_sender_ids(self) -> list[SenderIdInformation]:
        if self._sender_ids is None:
            self._sender_ids = await self._sms.api.describe_sender_ids().collect()
        return self._sender_ids

    async def _all_agents(self) -> list[RcsAgentInformation]:
        if self._agents is None:
            self._agents = await self._sms.api.describe_rcs_agents().collect()
        return self._agents

    async def _all_notify(self) -> list[NotifyConfigurationInformation]:
        if self._notify is None:
            self._notify = await self._sms.api.describe_notify_configurations().collect()
        return self._notify

    async def _all_sets(self) -> list[ConfigurationSetInformation]:
        if self._sets is None:
            self._sets = await self._sms.api.describe_configuration_sets().collect()
        return self._sets

    async def _all_registrations(self) -> dict[str, RegistrationInformation]:
        if self._registrations is None:
            found = await self._sms.api.describe_registrations().collect()
            self._registrations = {one.registration_id: one for one in found}
        return self._registrations

    async def _check_sandbox(self) -> Iterable[Finding]:
        return account.sandbox(await self._all_attributes())

    async def _check_spend_limits(self) -> Iterable[Finding]:
        return account.spend_limits(await self._sms.spend_limits.list().collect())

    async def _check_quotas(self) -> Iterable[Finding]:
        return account.quotas(await self._sms.account.limits().collect())

    async def _check_senders(self) -> Iterable[Finding]:
        return senders.senders(
            await self._all_numbers(),
            await self._all_sender_ids(),
            await self._all_agents(),
            await self._all_notify(),
        )

    async def _check_phone_numbers(self) -> Iterable[Finding]:
        numbers = await self._all_numbers()
        return senders.phone_numbers(numbers, await self._known_registrations())

    async def _check_sender_ids(self) -> Iterable[Finding]:
        ids = await self._all_sender_ids()
        return senders.sender_ids(ids, await self._known_registrations())

    async def _known_registrations(self) -> dict[str, RegistrationInformation]:
        """The registrations, or none where they cannot be read: their own check says so."""
        try:
            return await self._all_registrations()
        except AccessDeniedError:
            return {}

    async def _check_pools(self) -> Iterable[Finding]:
        return senders.pools(await self._all_pools())

    async def _check_registrations(self) -> Iterable[Finding]:
        found: list[Finding] = []
        for data in (await self._all_registrations()).values():
            denied = registrations.is_denied(data)
            reasons = await self._reasons(data.registration_id) if denied else ()
            found += registrations.registration(data, reasons)
        return found

    async def _reasons(self, registration_id: str) -> Iterable[str]:
        """The reviewers' reasons, or the permission that is missing to read them."""
        try:
            registration = await self._sms.registrations.get(registration_id)
            return await registration._denied()  # noqa: SLF001  one package
        except AccessDeniedError as refused:
            return [f"the permission {_action(refused)} is missing to read the reviewers' reasons"]

    async def _check_attachments(self) -> Iterable[Finding]:
        found = await self._sms.api.describe_registration_attachments().collect()
        return registrations.attachments(found)

    async def _check_events(self) -> Iterable[Finding]:
        return events.events(await self._all_sets())

    async def _check_protect(self) -> Iterable[Finding]:
        found: list[Finding] = []
        of_senders = {one.iso_country_code for one in await self._all_numbers()}
        for name in await self._protect_in_use():
            configuration = self._sms.protect_configurations.at(name)
            rules = await configuration.country_rules("SMS")
            found += events.protect(name, events.blocked_countries(rules), of_senders)
        return found

    async def _protect_in_use(self) -> list[str]:
        """The protect configurations that messages pass: the account's, and those of sets."""
        in_use = {
            one.value
            for one in await self._all_attributes()
            if one.name == AccountAttributeName.DEFAULT_PROTECT_CONFIGURATION_ID
        }
        for one in await self._all_sets():
            if one.protect_configuration_id is not None:
                in_use.add(one.protect_configuration_id)
        return sorted(in_use)

    async def _check_overrides(self) -> Iterable[Finding]:
        assert self._to is not None
        found: list[Finding] = []
        for name in await self._protect_in_use():
            exceptions = self._sms.protect_configurations.at(name).number_overrides
            listed = exceptions.list(destination_phone_number_begins_with=self._to)
            found += events.overrides(name, await listed.collect(), self._to, datetime.now(UTC))
        return found

    async def _check_self_managed(self) -> Iterable[Finding]:
        return senders.self_managed([*await self._owners(), *await self._all_agents()])

    async def _check_opt_outs(self) -> Iterable[Finding]:
        assert self._to is not None
        lists = await self._sms.opt_out_lists.list().collect()
        on = [listed.id for listed in lists if await listed.contains(self._to)]
        if not on:
            return []
        used = senders.of_lists(
            await self._all_numbers(), await self._all_pools(), await self._all_agents()
        )
        return [events.opted_out(name, used, self._returning) for name in on]

    async def _owners(self) -> list[PhoneNumberInformation | PoolInformation]:
        """What has keywords of its own: pools, and the numbers outside of them."""
        numbers = await self._all_numbers()
        active = [one for one in numbers if one.status == NumberStatus.ACTIVE]
        pools = [one for one in await self._all_pools() if one.status == PoolStatus.ACTIVE]
        return [*pools, *(one for one in active if one.pool_id is None)]

    async def _check_keywords(self) -> Iterable[Finding]:
        owners = [one for one in await self._owners() if senders.has_own_opt_outs(one)]
        found = _left_out("keywords", len(owners))
        for owner in owners[:_MOST_ASKED]:
            name = senders.owner_id(owner)
            listed = await self._sms.api.describe_keywords(origination_identity=name).collect()
            found += senders.keywords(name, listed)
            if (word := senders.word_back(listed)) is not None:
                self._returning[name] = word
        return found

    async def _check_verified_numbers(self) -> Iterable[Finding]:
        if not account.is_sandbox(await self._all_attributes()):
            return []
        found = await self._sms.api.describe_verified_destination_numbers().collect()
        return account.verified_numbers(found, self._to)

    async def _check_notify(self) -> Iterable[Finding]:
        return registrations.notify(await self._all_notify())

    async def _check_rcs(self) -> Iterable[Finding]:
        found: list[Finding] = []
        for agent in await self._all_agents():
            launches = self._sms.rcs_agents.at(agent.rcs_agent_id).country_launch_status()
            found += registrations.rcs_agent(agent, await launches.collect())
        return found

    async def _check_reach(self) -> Iterable[Finding]:
        refusals: dict[str, str | None] = {}
        origins = await self._origins()
        for name in origins[:_MOST_ASKED]:
            refusals[name] = await self._refusal(name)
        for configuration in await self._all_notify():
            template = configuration.default_template_id
            if configuration.status == NotifyConfigurationStatus.ACTIVE and template is not None:
                name = configuration.notify_configuration_id
                refusals[name] = await self._refusal_of_code(name, template)
        return [*reach.reach(refusals, self._returning), *_left_out("reach", len(origins))]

    async def _origins(self) -> list[str]:
        """What texts can come from now; the members of a pool are tried through it."""
        pools = [one.pool_id for one in await self._all_pools() if one.status == PoolStatus.ACTIVE]
        numbers = [
            senders.id_of(one)
            for one in await self._all_numbers()
            if one.status == NumberStatus.ACTIVE
            and one.pool_id is None
            and NumberCapability.SMS in one.number_capabilities
        ]
        sending = (RcsAgentStatus.TESTING, RcsAgentStatus.PARTIAL, RcsAgentStatus.ACTIVE)
        agents = [one.rcs_agent_id for one in await self._all_agents() if one.status in sending]
        ids = [one.sender_id for one in await self._all_sender_ids()]
        return list(dict.fromkeys([*pools, *numbers, *ids, *agents]))

    async def _refusal(self, origin: str) -> str | None:
        """Why a text from there would be refused; None where AWS accepts it."""
        assert self._to is not None
        try:
            await self._sms.messages.send_text(
                self._to, origination_identity=origin, message_body=_TEXT, dry_run=True
            )
        except ServiceError as refused:
            return _reason(refused)
        return None

    async def _refusal_of_code(self, configuration: str, template_id: str) -> str | None:
        """Why a one-time code from there would be refused; None where AWS accepts it."""
        assert self._to is not None
        try:
            template = (await self._sms.notify_templates.get(template_id)).data
            await self._sms.notify_configurations.at(configuration).send_text(
                self._to, template_variables=samples(template), dry_run=True
            )
        except ServiceError as refused:
            return _reason(refused)
        return None


def _action(refused: AccessDeniedError) -> str:
    """The permission that is missing."""
    return refused.action or f"sms-voice:{refused.operation}"


def _reason(refused: ServiceError) -> str:
    """AWS's reason for one sender; a refusal that is not about the sender is raised again."""
    if isinstance(refused, AccessDeniedError) or refused.reason is None:
        raise refused
    return str(refused.reason)


def _left_out(check: str, there_are: int) -> list[Finding]:
    """A note where an account has more senders than one diagnosis asks about."""
    if there_are <= _MOST_ASKED:
        return []
    what = f"{check} was looked at for {_MOST_ASKED} of {there_are} senders"
    return [finding(Severity.NOTE, check, what, "Look at the others one by one")]
