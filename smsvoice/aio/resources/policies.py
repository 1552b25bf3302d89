"""The policy that shares a thing with other accounts: `handle.policy`.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/shared-resources.html
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from smsvoice.aio.handle import AsyncCollection, AsyncHandle

if TYPE_CHECKING:
    from smsvoice.rules.policies import PolicyDocument


class AsyncPolicy(AsyncCollection):
    """The resource policy of a phone number, sender ID, pool or opt-out list.

    AWS wants the thing's ARN: a handle that knows no ARN must be loaded first.
    """

    def __init__(self, handle: AsyncHandle[Any]) -> None:
        super().__init__(handle._sms)  # noqa: SLF001  friends
        self._handle = handle

    async def get(self) -> "PolicyDocument":
        """The policy that is in force; without statements where the thing is not shared.

        Raises:
            NotLoadedError: the thing's ARN is not known yet.
            ResourceNotFoundError: the thing is gone.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_GetResourcePolicy.html
        """
        from smsvoice.rules.policies import read_policy  # noqa: PLC0415  loads when it is needed

        answer = await self._sms.api.get_resource_policy(resource_arn=self._handle.arn)
        return read_policy("GetResourcePolicy", answer.policy)

    async def put(self, policy: "PolicyDocument | Mapping[str, Any] | str") -> "PolicyDocument":
        """Share the thing as this policy says, in place of what an earlier one said.

        Args:
            policy: a PolicyDocument, the dict of one, or its JSON text, at most 10,000 characters.
                Statements that name no resource get this thing's ARN.

        Returns:
            The policy as AWS keeps it.

        Raises:
            NotLoadedError: the thing's ARN is not known yet.
            RequestError: it is no policy, is too long, or names another resource.
            ResourceNotFoundError: the thing is gone.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_PutResourcePolicy.html
        """
        from smsvoice.rules.policies import policy_for, read_policy  # noqa: PLC0415  as above

        arn = self._handle.arn
        text = policy_for(arn, policy)
        answer = await self._sms.api.put_resource_policy(resource_arn=arn, policy=text)
        return read_policy("PutResourcePolicy", answer.policy or text)

    async def delete(self) -> None:
        """Share the thing no longer.

        Raises:
            NotLoadedError: the thing's ARN is not known yet.
            ResourceNotFoundError: it has no policy, or is gone itself.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DeleteResourcePolicy.html
        """
        await self._sms.api.delete_resource_policy(resource_arn=self._handle.arn)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._handle!r}>"
