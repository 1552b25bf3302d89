"""Operations of rcs agents under AWS's names."""

# Written by `python -m codegen`. Change codegen/ or its tables, not this file.

from __future__ import annotations

from collections.abc import Sequence

import smsvoice.models as models
import smsvoice.operations as operations
from smsvoice.aio.api_base import AsyncApiBase
from smsvoice.aio.pager import AsyncPager


class AsyncRcsAgentsApi(AsyncApiBase):
    """Operations of rcs agents."""

    async def create_rcs_agent(
        self,
        *,
        deletion_protection_enabled: bool | None = None,
        opt_out_list_name: str | None = None,
        tags: models.common.TagListArgument | None = None,
        client_token: str | None = None,
    ) -> models.rcs_agents.CreateRcsAgentResult:
        """Create an RCS agent; it sends only after its testing or country launch registrations went
        through.

        Args:
            deletion_protection_enabled: True refuses deleting or releasing it until switched off;
                new resources start with False.
            opt_out_list_name: Name or ARN of the opt-out list that the RCS agent shall use;
                optional.
            tags: Tags of the resource, at most 200 pairs of key and value.
            client_token: Idempotency key, 1 to 64 printable characters; a repeat with the same
                token acts once. Random if absent.

        Returns:
            The new RCS agent, with status CREATED.

        Raises:
            ConflictError: RESOURCE_ALREADY_EXISTS: the client token was used for another request.
            ResourceNotFoundError: opt-out-list: the named list does not exist.
            ServiceQuotaExceededError: RCS_AGENTS_PER_ACCOUNT: 5 RCS agents exist.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_CreateRcsAgent.html
        """
        return await self._call(
            operations.rcs_agents.CREATE_RCS_AGENT,
            {
                "deletion_protection_enabled": deletion_protection_enabled,
                "opt_out_list_name": opt_out_list_name,
                "tags": tags,
                "client_token": client_token,
            },
        )

    async def delete_rcs_agent(
        self,
        *,
        rcs_agent_id: str,
    ) -> models.rcs_agents.DeleteRcsAgentResult:
        """Delete an RCS agent that is in no pool and has no registrations left.

        Args:
            rcs_agent_id: Identifier or ARN of the RCS agent to delete.

        Returns:
            The RCS agent as it last was.

        Raises:
            ConflictError: DELETION_PROTECTION_ENABLED: switch the protection off first;
                RCS_AGENT_ASSOCIATED_TO_POOL: take it out of its pool; RESOURCE_NOT_EMPTY: delete
                its registrations.
            ResourceNotFoundError: rcs-agent: it does not exist, or is gone already.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DeleteRcsAgent.html
        """
        return await self._call(
            operations.rcs_agents.DELETE_RCS_AGENT,
            {
                "rcs_agent_id": rcs_agent_id,
            },
        )

    def describe_rcs_agent_country_launch_status(
        self,
        *,
        rcs_agent_id: str,
        iso_country_codes: Sequence[str] | None = None,
        filters: Sequence[models.rcs_agents.CountryLaunchStatusFilterArgument] | None = None,
        max_results: int | None = None,
        starting_token: str | None = None,
    ) -> AsyncPager[
        models.rcs_agents.DescribeRcsAgentCountryLaunchStatusResult,
        models.rcs_agents.CountryLaunchStatusInformation,
    ]:
        """List how far an RCS agent's launch has come in each country, carrier by carrier.

        Args:
            rcs_agent_id: Identifier or ARN of the RCS agent whose launches to list.
            iso_country_codes: ISO 3166-1 alpha-2 codes of the countries wanted, at most 300; all
                when left out.
            filters: Narrow the list; filters are ANDed.
            max_results: Most items per page, 1 to 100; a page may hold fewer, even none, before the
                last.
            starting_token: Where an earlier walk stopped.

        Returns:
            A pager over all pages. Each item is a country: its launch status and that of its
                carriers.

        Raises:
            ResourceNotFoundError: rcs-agent: it does not exist.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DescribeRcsAgentCountryLaunchStatus.html
        """
        return self._pages(
            operations.rcs_agents.DESCRIBE_RCS_AGENT_COUNTRY_LAUNCH_STATUS,
            {
                "rcs_agent_id": rcs_agent_id,
                "iso_country_codes": iso_country_codes,
                "filters": filters,
                "max_results": max_results,
            },
            starting_token,
        )

    def describe_rcs_agents(
        self,
        *,
        rcs_agent_ids: Sequence[str] | None = None,
        owner: models.common.OwnerArgument | None = None,
        filters: Sequence[models.rcs_agents.RcsAgentFilterArgument] | None = None,
        max_results: int | None = None,
        starting_token: str | None = None,
    ) -> AsyncPager[
        models.rcs_agents.DescribeRcsAgentsResult, models.rcs_agents.RcsAgentInformation
    ]:
        """List RCS agents: those given by id, those that pass the filters, or all.

        Args:
            rcs_agent_ids: Identifiers or ARNs of the RCS agents wanted, at most 5; an unknown one
                fails the call.
            owner: SELF lists what this account owns, SHARED what others share with it; cannot be
                combined with named items.
            filters: Narrow the list; filters are ANDed.
            max_results: Most items per page, 1 to 100; a page may hold fewer, even none, before the
                last.
            starting_token: Where an earlier walk stopped.

        Returns:
            A pager over all pages. Each item is an RCS agent: its status, settings, pool and
                testing agent.

        Raises:
            ResourceNotFoundError: rcs-agent: one of the given ids is unknown, which fails the whole
                call.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DescribeRcsAgents.html
        """
        return self._pages(
            operations.rcs_agents.DESCRIBE_RCS_AGENTS,
            {
                "rcs_agent_ids": rcs_agent_ids,
                "owner": owner,
                "filters": filters,
                "max_results": max_results,
            },
            starting_token,
        )

    async def update_rcs_agent(
        self,
        *,
        rcs_agent_id: str,
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
    ) -> models.rcs_agents.UpdateRcsAgentResult:
        """Change an RCS agent's opt-out list, two-way settings, media storage or deletion
        protection.

        Args:
            rcs_agent_id: Identifier or ARN of the RCS agent to change.
            deletion_protection_enabled: True refuses deleting the RCS agent; False allows it again.
            opt_out_list_name: Name or ARN of the opt-out list that the RCS agent shall use from now
                on.
            self_managed_opt_outs_enabled: False, the default: AWS answers HELP and STOP and keeps
                the opt-out list. True: all of that is your task.
            two_way_channel_arn: ARN of the Amazon SNS topic for inbound messages, or an Amazon
                Connect endpoint, connect.REGION.amazonaws.com.
            two_way_channel_role: ARN of the IAM role AWS takes on to publish inbound messages;
                optional when the topic's own policy allows AWS to publish.
            two_way_enabled: True allows recipients to write to you, with their messages going to
                TwoWayChannelArn; default false.
            two_way_media_s3_bucket_name: Name of the S3 bucket for inbound RCS media, only together
                with TwoWayMediaS3Role; UNSET_RCS_MEDIA_CONFIGURATION in both removes it.
            two_way_media_s3_key_prefix: Start of the S3 keys under which inbound RCS media is kept,
                at most 1024 characters without spaces.
            two_way_media_s3_role: ARN of the IAM role that may put objects there;
                UNSET_RCS_MEDIA_CONFIGURATION, in TwoWayMediaS3BucketName as well, removes it.
            two_way_rcs_events_enabled: RCS event types to publish, at most 100; ALL, alone, takes
                in future types, an empty list turns all off.

        Returns:
            The RCS agent as it is now.

        Raises:
            ConflictError: RCS_AGENT_ASSOCIATED_TO_POOL: change the pool instead;
                RESOURCE_NOT_ACTIVE: the RCS agent is not ready for changes.
            ResourceNotFoundError: rcs-agent or opt-out-list: the given one does not exist.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_UpdateRcsAgent.html
        """
        return await self._call(
            operations.rcs_agents.UPDATE_RCS_AGENT,
            {
                "rcs_agent_id": rcs_agent_id,
                "deletion_protection_enabled": deletion_protection_enabled,
                "opt_out_list_name": opt_out_list_name,
                "self_managed_opt_outs_enabled": self_managed_opt_outs_enabled,
                "two_way_channel_arn": two_way_channel_arn,
                "two_way_channel_role": two_way_channel_role,
                "two_way_enabled": two_way_enabled,
                "two_way_media_s3_bucket_name": two_way_media_s3_bucket_name,
                "two_way_media_s3_key_prefix": two_way_media_s3_key_prefix,
                "two_way_media_s3_role": two_way_media_s3_role,
                "two_way_rcs_events_enabled": two_way_rcs_events_enabled,
            },
        )
