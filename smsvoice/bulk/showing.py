"""What shows the progress of a call: the caller's function, a bar, or nothing."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext

from smsvoice.bulk.outcomes import BulkProgress
from smsvoice.core.errors import MissingExtraError


def shown(
    progress: Callable[[BulkProgress], object] | bool | None,
) -> AbstractContextManager[Callable[[BulkProgress], object] | None]:
    """What shows the progress, from what a caller gave."""
    if not isinstance(progress, bool):
        return nullcontext(progress)
    if not progress:
        return nullcontext(None)
    try:
        from smsvoice.bulk._bar import bar  # noqa: PLC0415  needs the extra `progress`
    except ImportError as lacking:
        raise MissingExtraError("rich", "progress") from lacking
    return bar()
