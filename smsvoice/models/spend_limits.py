"""Models of spend limits: what AWS takes and gives."""

# Written by `python -m codegen`. Change codegen/ or its tables, not this file.

from typing import TYPE_CHECKING, Annotated

from smsvoice.core.constraints import Number
from smsvoice.core.enums import OpenEnum
from smsvoice.core.model import OutputModel, RequestModel, ResponseMetadata, ResultModel
from smsvoice.models.common import MaxResults, NextToken


class SpendLimitName(OpenEnum):
    """Which kind of message a monthly limit is for."""

    TEXT_MESSAGE_MONTHLY_SPEND_LIMIT = "TEXT_MESSAGE_MONTHLY_SPEND_LIMIT"
    VOICE_MESSAGE_MONTHLY_SPEND_LIMIT = "VOICE_MESSAGE_MONTHLY_SPEND_LIMIT"
    MEDIA_MESSAGE_MONTHLY_SPEND_LIMIT = "MEDIA_MESSAGE_MONTHLY_SPEND_LIMIT"
    NOTIFY_MESSAGE_MONTHLY_SPEND_LIMIT = "NOTIFY_MESSAGE_MONTHLY_SPEND_LIMIT"
    RCS_MESSAGE_MONTHLY_SPEND_LIMIT = "RCS_MESSAGE_MONTHLY_SPEND_LIMIT"


MonthlyLimit = Annotated[int, Number(0, 1000000000)]


class DeleteMediaMessageSpendLimitOverrideRequest(RequestModel):
    """What DeleteMediaMessageSpendLimitOverride takes."""


class DeleteMediaMessageSpendLimitOverrideResult(ResultModel):
    """The monthly limit that AWS reports back, in US dollars."""

    monthly_limit: int | None = None
    """US dollars per month, whole number, 0 to 1000000000: the spend limit now in force."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class DeleteNotifyMessageSpendLimitOverrideRequest(RequestModel):
    """What DeleteNotifyMessageSpendLimitOverride takes."""


class DeleteNotifyMessageSpendLimitOverrideResult(ResultModel):
    """The monthly limit that AWS reports back, in US dollars."""

    monthly_limit: int | None = None
    """US dollars per month, whole number, 0 to 1000000000: the spend limit now in force."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class DeleteRcsMessageSpendLimitOverrideRequest(RequestModel):
    """What DeleteRcsMessageSpendLimitOverride takes."""


class DeleteRcsMessageSpendLimitOverrideResult(ResultModel):
    """The monthly limit that AWS reports back, in US dollars."""

    monthly_limit: int | None = None
    """US dollars per month, whole number, 0 to 1000000000: the spend limit now in force."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class DeleteTextMessageSpendLimitOverrideRequest(RequestModel):
    """What DeleteTextMessageSpendLimitOverride takes."""


class DeleteTextMessageSpendLimitOverrideResult(ResultModel):
    """The monthly limit that AWS reports back, in US dollars."""

    monthly_limit: int | None = None
    """US dollars per month, whole number, 0 to 1000000000: the spend limit now in force."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class DeleteVoiceMessageSpendLimitOverrideRequest(RequestModel):
    """What DeleteVoiceMessageSpendLimitOverride takes."""


class DeleteVoiceMessageSpendLimitOverrideResult(ResultModel):
    """The monthly limit that AWS reports back, in US dollars."""

    monthly_limit: int | None = None
    """US dollars per month, whole number, 0 to 1000000000: the spend limit now in force."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class DescribeSpendLimitsRequest(RequestModel):
    """What DescribeSpendLimits takes."""

    next_token: NextToken | None = None
    """Page token, at most 1024 characters: hand back the one you were given; none in an answer
    means the last page.
    """
    max_results: MaxResults | None = None
    """Most items per page, 1 to 100; a page may hold fewer, even none, before the last."""


class SpendLimit(OutputModel):
    """One monthly limit in US dollars: what is enforced, AWS's maximum, and whether you set it."""

    name: SpendLimitName
    """Which limit, e.g. TEXT_MESSAGE_MONTHLY_SPEND_LIMIT; one each for text, voice, media, notify
    and RCS messages.
    """
    enforced_limit: int
    """US dollars per month, whole; sends are refused once the month's spend reaches it."""
    max_limit: int
    """US dollars per month, whole number: the ceiling AWS grants, raised only through a quota
    request.
    """
    overridden: bool
    """True while your own EnforcedLimit applies, false while MaxLimit is the only ceiling."""


class DescribeSpendLimitsResult(ResultModel):
    """Each item is a spend limit in US dollars: enforced, maximum, overridden or not."""

    spend_limits: tuple[SpendLimit, ...]
    """Monthly spend limits on this page, one per kind of message."""
    next_token: str | None = None
    """Page token, at most 1024 characters: hand back the one you were given; none in an answer
    means the last page.
    """

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class SetMediaMessageSpendLimitOverrideRequest(RequestModel):
    """What SetMediaMessageSpendLimitOverride takes."""

    monthly_limit: MonthlyLimit
    """US dollars per month for MMS messages, whole number, 0 to 1000000000 and never above
    MaxLimit.
    """


class SetMediaMessageSpendLimitOverrideResult(ResultModel):
    """The limit that counts now, in US dollars."""

    monthly_limit: int
    """US dollars per month, whole number, 0 to 1000000000: the spend limit now in force."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class SetNotifyMessageSpendLimitOverrideRequest(RequestModel):
    """What SetNotifyMessageSpendLimitOverride takes."""

    monthly_limit: MonthlyLimit
    """US dollars per month for notify messages, whole number, 0 to 1000000000 and never above
    MaxLimit.
    """


class SetNotifyMessageSpendLimitOverrideResult(ResultModel):
    """The limit that counts now, in US dollars."""

    monthly_limit: int
    """US dollars per month, whole number, 0 to 1000000000: the spend limit now in force."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class SetRcsMessageSpendLimitOverrideRequest(RequestModel):
    """What SetRcsMessageSpendLimitOverride takes."""

    monthly_limit: MonthlyLimit
    """US dollars per month for RCS messages, whole number, 0 to 1000000000 and never above
    MaxLimit.
    """


class SetRcsMessageSpendLimitOverrideResult(ResultModel):
    """The limit that counts now, in US dollars."""

    monthly_limit: int
    """US dollars per month, whole number, 0 to 1000000000: the spend limit now in force."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class SetTextMessageSpendLimitOverrideRequest(RequestModel):
    """What SetTextMessageSpendLimitOverride takes."""

    monthly_limit: MonthlyLimit
    """US dollars per month for text messages, whole number, 0 to 1000000000 and never above
    MaxLimit.
    """


class SetTextMessageSpendLimitOverrideResult(ResultModel):
    """The limit that counts now, in US dollars."""

    monthly_limit: int
    """US dollars per month, whole number, 0 to 1000000000: the spend limit now in force."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class SetVoiceMessageSpendLimitOverrideRequest(RequestModel):
    """What SetVoiceMessageSpendLimitOverride takes."""

    monthly_limit: MonthlyLimit
    """US dollars per month for voice messages, whole number, 0 to 1000000000 and never above
    MaxLimit.
    """


class SetVoiceMessageSpendLimitOverrideResult(ResultModel):
    """The limit that counts now, in US dollars."""

    monthly_limit: int
    """US dollars per month, whole number, 0 to 1000000000: the spend limit now in force."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...
