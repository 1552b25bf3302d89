"""The base of the generated API: runs an operation, or walks its pages."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from smsvoice.aio.pager import AsyncPager
from smsvoice.core.arguments import check_all
from smsvoice.core.hints import Hinting
from smsvoice.core.operation import Item, Operation, PagedOperation, Request, Result

if TYPE_CHECKING:
    from smsvoice.core.caller import AsyncCaller


class AsyncApiBase(Hinting):
    """Runs the operations that its subclasses have as methods."""

    def __init__(self, caller: "AsyncCaller") -> None:
        """Make the calls with this client."""
        self._caller = caller

    def __init_subclass__(cls) -> None:
        """Report wrong arguments of public methods as RequestError."""
        check_all(cls)

    async def _call(
        self, operation: Operation[Request, Result], members: Mapping[str, Any]
    ) -> Result:
        return await self._caller.call(operation, self._caller.request(operation, members))

    def _pages(
        self,
        operation: PagedOperation[Request, Result, Item],
        members: Mapping[str, Any],
        starting_token: str | None,
    ) -> AsyncPager[Result, Item]:
        request = self._caller.request(operation, members)
        return AsyncPager(self._caller, operation, (request,), starting_token=starting_token)
