"""Operations of rcs agents, each described once."""

# Written by `python -m codegen`. Change codegen/ or its tables, not this file.

from smsvoice.core.operation import Effect, Operation, PagedOperation
from smsvoice.models import rcs_agents

CREATE_RCS_AGENT = Operation(
    name="CreateRcsAgent",
    home=__name__,
    request=rcs_agents.CreateRcsAgentRequest,
    result=rcs_agents.CreateRcsAgentResult,
    effect=Effect.REPEATABLE,
    errors=frozenset(
        (
            "AccessDeniedException",
            "ConflictException",
            "InternalServerException",
            "ResourceNotFoundException",
            "ServiceQuotaExceededException",
            "ThrottlingException",
            "ValidationException",
        )
    ),
    must_have=("rcs_agent_id",),
)

DELETE_RCS_AGENT = Operation(
    name="DeleteRcsAgent",
    home=__name__,
    request=rcs_agents.DeleteRcsAgentRequest,
    result=rcs_agents.DeleteRcsAgentResult,
    effect=Effect.REPEATABLE,
    errors=frozenset(
        (
            "AccessDeniedException",
            "ConflictException",
            "InternalServerException",
            "ResourceNotFoundException",
            "ThrottlingException",
            "ValidationException",
        )
    ),
    must_have=("rcs_agent_id",),
)

DESCRIBE_RCS_AGENT_COUNTRY_LAUNCH_STATUS = PagedOperation(
    name="DescribeRcsAgentCountryLaunchStatus",
    home=__name__,
    request=rcs_agents.DescribeRcsAgentCountryLaunchStatusRequest,
    result=rcs_agents.DescribeRcsAgentCountryLaunchStatusResult,
    effect=Effect.READS,
    errors=frozenset(
        (
            "AccessDeniedException",
            "InternalServerException",
            "ResourceNotFoundException",
            "ThrottlingException",
            "ValidationException",
        )
    ),
    must_have=("country_launch_status",),
    item=rcs_agents.CountryLaunchStatusInformation,
    items="country_launch_status",
)

DESCRIBE_RCS_AGENTS = PagedOperation(
    name="DescribeRcsAgents",
    home=__name__,
    request=rcs_agents.DescribeRcsAgentsRequest,
    result=rcs_agents.DescribeRcsAgentsResult,
    effect=Effect.READS,
    errors=frozenset(
        (
            "AccessDeniedException",
            "InternalServerException",
            "ResourceNotFoundException",
            "ThrottlingException",
            "ValidationException",
        )
    ),
    must_have=("rcs_agents",),
    item=rcs_agents.RcsAgentInformation,
    items="rcs_agents",
)

UPDATE_RCS_AGENT = Operation(
    name="UpdateRcsAgent",
    home=__name__,
    request=rcs_agents.UpdateRcsAgentRequest,
    result=rcs_agents.UpdateRcsAgentResult,
    effect=Effect.REPEATABLE,
    errors=frozenset(
        (
            "AccessDeniedException",
            "ConflictException",
            "InternalServerException",
            "ResourceNotFoundException",
            "ThrottlingException",
            "ValidationException",
        )
    ),
    must_have=("rcs_agent_id",),
)
