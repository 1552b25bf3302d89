"""RCS agents: a brand's own sender of rich messages, launched country by country.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/rcs.html
"""

# Mirrored from smsvoice/aio/resources/rcs_agents.py by `python -m codegen`. Change that file, not this one.

from collections.abc import Callable, Sequence
from typing import Literal, Self, TypeAlias

import smsvoice.operations as operations
from smsvoice.core.clock import Clock
from smsvoice.core.codec import merged
from smsvoice.core.filters import OneOrMore
from smsvoice.core.waiting import Goal, Progress
from smsvoice.models.common import OwnerArgument, TagListArgument
from smsvoice.models.rcs_agents import (
    CountryLaunchStatus,
    CountryLaunchStatusFilter,
    CountryLaunchStatusInformation,
    DescribeRcsAgentCountryLaunchStatusResult,
    DescribeRcsAgentsResult,
    RcsAgentFilter,
    RcsAgentInformation,
    RcsAgentStatus,
)
from smsvoice.sync.handle import Collection
from smsvoice.sync.pager import Pager
from smsvoice.sync.resources.described import Described
from smsvoice.sync.resources.keywords import Keywords
from smsvoice.sync.resources.listing import list_pager, unchanged
from smsvoice.sync.sends.rcs import RcsOrigin
from smsvoice.sync.sends.text import TextOrigin
from smsvoice.sync.waiter import wait_for

RcsAgentStatusFilter: TypeAlias = (
    RcsAgentStatus | Literal["CREATED", "PENDING", "TESTING", "PARTIAL", "ACTIVE", "DELETED"]
)

_ACTIVE = Goal(
    wanted=frozenset({"ACTIVE"}),
    failed={"DELETED": "it was deleted"},
    blocked={"CREATED": "register it first: a testing or launch registration must be submitted"},
)


class RcsAgents(Collection):
    """RCS agents: `sms.rcs_agents`."""

    def at(self, rcs_agent_id: str) -> "RcsAgent":
        """The agent of that id or ARN; makes no call."""
        return RcsAgent(self._sms, rcs_agent_id)

    def get(self, rcs_agent_id: str) -> "RcsAgent":
        """The agent of that id or ARN, loaded.

        Raises:
            ResourceNotFoundError: there is none.
        """
        return self.at(rcs_agent_id).refresh()

    def list(
        self,
        *,
        ids: Sequence[str] | None = None,
        owner: OwnerArgument | None = None,
        status: OneOrMore[RcsAgentStatusFilter] | None = None,
        two_way_enabled: bool | None = None,
        self_managed_opt_outs_enabled: bool | None = None,
        opt_out_list_name: OneOrMore[str] | None = None,
        deletion_protection_enabled: bool | None = None,
        two_way_channel_arn: OneOrMore[str] | None = None,
        max_results: int | None = None,
        starting_token: str | None = None,
    ) -> Pager[DescribeRcsAgentsResult, "RcsAgent"]:
        """RCS agents, loaded, one at a time; filters take one value or several.

        Args:
            ids: only these, in any number, by id or ARN; not together with `owner`.
            owner: SELF for your own, SHARED for those that others share with you.
            status: CREATED, PENDING, TESTING, PARTIAL, ACTIVE, DELETED.
            two_way_enabled: those that recipients can write to, or the others.
            self_managed_opt_outs_enabled: those whose opt-outs you keep yourself, or the others.
            opt_out_list_name: names of opt-out lists.
            deletion_protection_enabled: protected ones, or the others.
            two_way_channel_arn: where inbound messages go.
            max_results: most items a page, 1 to 100.
            starting_token: where an earlier walk stopped.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DescribeRcsAgents.html
        """
        return list_pager(
            self._sms,
            operations.rcs_agents.DESCRIBE_RCS_AGENTS,
            self._loaded,
            members={"owner": owner, "max_results": max_results},
            ids=ids,
            ids_as="rcs_agent_ids",
            filter_model=RcsAgentFilter,
            filtered={
                "status": status,
                "two_way_enabled": two_way_enabled,
                "self_managed_opt_outs_enabled": self_managed_opt_outs_enabled,
                "opt_out_list_name": opt_out_list_name,
                "deletion_protection_enabled": deletion_protection_enabled,
                "two_way_channel_arn": two_way_channel_arn,
            },
            kinds={"status": RcsAgentStatus},
            starting_token=starting_token,
        )

    def create(
        self,
        *,
        deletion_protection_enabled: bool | None = None,
        opt_out_list_name: str | None = None,
        tags: TagListArgument | None = None,
        client_token: str | None = None,
    ) -> "RcsAgent":
        """Create an agent; it can send once its registrations are through.

        Args:
            deletion_protection_enabled: True refuses deletion.
            opt_out_list_name: name or ARN of the opt-out list that it obeys.
            tags: values by key, e.g. {"team": "shop"}, or Tag objects.
            client_token: makes a repeated call act once; random otherwise.

        Raises:
            ServiceQuotaExceededError: RCS_AGENTS_PER_ACCOUNT: 5 exist.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_CreateRcsAgent.html
        """
        made = self._sms.api.create_rcs_agent(
            deletion_protection_enabled=deletion_protection_enabled,
            opt_out_list_name=opt_out_list_name,
            tags=tags,
            client_token=client_token,
        )
        return self._loaded(merged(RcsAgentInformation, None, made))

    def _loaded(self, data: RcsAgentInformation) -> "RcsAgent":
        return RcsAgent(self._sms, data.rcs_agent_id, data=data)


class RcsAgent(
    TextOrigin[RcsAgentInformation],
    RcsOrigin[RcsAgentInformation],
    Described[RcsAgentInformation],
):
    """One RCS agent: who speaks, where it is launched, and what it answers."""

    _model = RcsAgentInformation
    _load_hint = "rcs_agents.get(id)"
    _arn_member = "rcs_agent_arn"
    _describe = operations.rcs_agents.DESCRIBE_RCS_AGENTS
    _ids_member = "rcs_agent_ids"

    @property
    def status(self) -> RcsAgentStatus | None:
        """CREATED, PENDING, TESTING, PARTIAL, ACTIVE or DELETED, as of the last answer."""
        return self.data.status

    @property
    def keywords(self) -> Keywords:
        """What it answers to single words: put, delete, list."""
        return Keywords(self)

    def update(
        self,
        *,
        deletion_protection_enabled: bool | None = None,
        opt_out_list_name: str | None = None,
        self_managed_opt_outs_enabled: bool | None = None,
        two_way_channel_arn: str | None = None,
        two_way_channel_role: str | None = None,
        two_way_enabled: bool | None = None,
        two_way_media_s3_bucket_name: str | None = None,
        two_way_media_s3_key_prefix: str | None = None,
        two_way_media_s3_role: str | None = None,
        two_way_rcs_events_enabled: Sequence[str] | None = None,
    ) -> Self:
        """Change what is given, and leave the rest.

        Args:
            deletion_protection_enabled: True refuses deletion.
            opt_out_list_name: name or ARN of the opt-out list that it obeys.
            self_managed_opt_outs_enabled: True leaves HELP, STOP and the opt-out list to you.
            two_way_channel_arn: SNS topic for what recipients write, or an Amazon Connect endpoint.
            two_way_channel_role: ARN of the role that may publish there.
            two_way_enabled: True allows recipients to write to it.
            two_way_media_s3_bucket_name: bucket for their pictures and files, together with
                `two_way_media_s3_role`; UNSET_RCS_MEDIA_CONFIGURATION in both clears.
            two_way_media_s3_key_prefix: how the keys in that bucket begin.
            two_way_media_s3_role: ARN of the role that may store there.
            two_way_rcs_events_enabled: events to publish beside messages; ALL alone, [] for none.

        Raises:
            ConflictError: RCS_AGENT_ASSOCIATED_TO_POOL: change the pool instead.
            ValidationError: TWO_WAY_NOT_ENABLED, or members that must come together do not.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_UpdateRcsAgent.html
        """
        answer = self._sms.api.update_rcs_agent(
            rcs_agent_id=self.id,
            deletion_protection_enabled=deletion_protection_enabled,
            opt_out_list_name=opt_out_list_name,
            self_managed_opt_outs_enabled=self_managed_opt_outs_enabled,
            two_way_channel_arn=two_way_channel_arn,
            two_way_channel_role=two_way_channel_role,
            two_way_enabled=two_way_enabled,
            two_way_media_s3_bucket_name=two_way_media_s3_bucket_name,
            two_way_media_s3_key_prefix=two_way_media_s3_key_prefix,
            two_way_media_s3_role=two_way_media_s3_role,
            two_way_rcs_events_enabled=two_way_rcs_events_enabled,
        )
        self._merge_answer(answer)
        return self

    def delete(self) -> None:
        """Delete the agent, once it is in no pool and its registrations are gone.

        Raises:
            ConflictError: DELETION_PROTECTION_ENABLED, RCS_AGENT_ASSOCIATED_TO_POOL, or
                RESOURCE_NOT_EMPTY: it has registrations.
            ResourceNotFoundError: it is gone already.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DeleteRcsAgent.html
        """
        self._merge_answer(self._sms.api.delete_rcs_agent(rcs_agent_id=self.id))

    def country_launch_status(
        self,
        *,
        iso_country_codes: Sequence[str] | None = None,
        country_launch_status: OneOrMore[CountryLaunchStatus | str] | None = None,
        max_results: int | None = None,
        starting_token: str | None = None,
    ) -> Pager[DescribeRcsAgentCountryLaunchStatusResult, CountryLaunchStatusInformation]:
        """How far its launch has come, one country at a time, carrier by carrier.

        Args:
            iso_country_codes: only these countries, ISO 3166-1 alpha-2, at most 300.
            country_launch_status: CREATED, PENDING, PARTIAL, ACTIVE, REJECTED; one or several.
            max_results: most items a page, 1 to 100.
            starting_token: where an earlier walk stopped.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DescribeRcsAgentCountryLaunchStatus.html
        """
        members = {
            "rcs_agent_id": self.id,
            "iso_country_codes": iso_country_codes,
            "max_results": max_results,
        }
        return list_pager(
            self._sms,
            operations.rcs_agents.DESCRIBE_RCS_AGENT_COUNTRY_LAUNCH_STATUS,
            unchanged,
            members=members,
            filter_model=CountryLaunchStatusFilter,
            filtered={"country_launch_status": country_launch_status},
            kinds={"country_launch_status": CountryLaunchStatus},
            starting_token=starting_token,
        )

    def wait_until_active(
        self,
        *,
        timeout: float = 86_400,
        clock: Clock | None = None,
        progress: Callable[[Progress], object] | None = None,
    ) -> Self:
        """Wait until it is launched with all carriers; gives back this handle, loaded.

        In TESTING it reaches testers, in PARTIAL some countries or carriers: neither ends the wait.

        Args:
            timeout: seconds until WaitTimeoutError; a day otherwise, but launches may take weeks.
            clock: how time passes; the wall clock otherwise.
            progress: called after each look with state and seconds.

        Raises:
            WaitFailedError: nothing was registered yet, or it was deleted.
            WaitTimeoutError: it was not ACTIVE in time.
        """
        wait_for(repr(self), _ACTIVE, self._state, timeout=timeout, clock=clock, progress=progress)
        return self
