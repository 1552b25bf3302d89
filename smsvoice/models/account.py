"""Models of account: what AWS takes and gives."""

# Written by `python -m codegen`. Change codegen/ or its tables, not this file.

from typing import TYPE_CHECKING

from smsvoice.core.enums import OpenEnum
from smsvoice.core.model import OutputModel, RequestModel, ResponseMetadata, ResultModel
from smsvoice.models.common import MaxResults, NextToken


class AccountAttributeName(OpenEnum):
    """Which fact about the account it is."""

    ACCOUNT_TIER = "ACCOUNT_TIER"
    DEFAULT_PROTECT_CONFIGURATION_ID = "DEFAULT_PROTECT_CONFIGURATION_ID"


class AccountLimitName(OpenEnum):
    """Which kind of resource a quota counts."""

    PHONE_NUMBERS = "PHONE_NUMBERS"
    POOLS = "POOLS"
    CONFIGURATION_SETS = "CONFIGURATION_SETS"
    OPT_OUT_LISTS = "OPT_OUT_LISTS"
    SENDER_IDS = "SENDER_IDS"
    REGISTRATIONS = "REGISTRATIONS"
    REGISTRATION_ATTACHMENTS = "REGISTRATION_ATTACHMENTS"
    VERIFIED_DESTINATION_NUMBERS = "VERIFIED_DESTINATION_NUMBERS"


class AccountAttribute(OutputModel):
    """One fact about the account, as name and value."""

    name: AccountAttributeName
    """Which attribute: ACCOUNT_TIER or DEFAULT_PROTECT_CONFIGURATION_ID."""
    value: str
    """SANDBOX or PRODUCTION for ACCOUNT_TIER, otherwise the identifier of the account's default
    protect configuration.
    """


class AccountLimit(OutputModel):
    """One resource quota of the account: how much is used and how much is allowed."""

    name: AccountLimitName
    """Kind of resource counted, e.g. PHONE_NUMBERS or POOLS."""
    used: int
    """How many such resources the account has now."""
    max: int
    """How many such resources the account may have."""


class DescribeAccountAttributesRequest(RequestModel):
    """What DescribeAccountAttributes takes."""

    next_token: NextToken | None = None
    """Page token, at most 1024 characters: hand back the one you were given; none in an answer
    means the last page.
    """
    max_results: MaxResults | None = None
    """Most items per page, 1 to 100; a page may hold fewer, even none, before the last."""


class DescribeAccountAttributesResult(ResultModel):
    """Each item is one attribute, name and value."""

    account_attributes: tuple[AccountAttribute, ...]
    """The account's tier (SANDBOX or PRODUCTION) and its default protect configuration, as name and
    value.
    """
    next_token: str | None = None
    """Page token, at most 1024 characters: hand back the one you were given; none in an answer
    means the last page.
    """

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class DescribeAccountLimitsRequest(RequestModel):
    """What DescribeAccountLimits takes."""

    next_token: NextToken | None = None
    """Page token, at most 1024 characters: hand back the one you were given; none in an answer
    means the last page.
    """
    max_results: MaxResults | None = None
    """Most items per page, 1 to 100; a page may hold fewer, even none, before the last."""


class DescribeAccountLimitsResult(ResultModel):
    """Each item is one quota: its name, what is used, and the maximum."""

    account_limits: tuple[AccountLimit, ...]
    """How many of each kind of resource the account uses and how many it may have."""
    next_token: str | None = None
    """Page token, at most 1024 characters: hand back the one you were given; none in an answer
    means the last page.
    """

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...
