"""Reading what AWS, or the emulator, refuses."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from botocore.exceptions import ClientError


class Refused:
    """The refusal that a block met: `refused.code`, `refused.reason`, `refused.resource_type`."""

    response: dict[str, Any]

    @property
    def code(self) -> str:
        """AWS's code, e.g. ConflictException."""
        return str(self.response["Error"]["Code"])

    @property
    def reason(self) -> str | None:
        """AWS's reason, where there is one."""
        return self.response.get("Reason")

    @property
    def resource_type(self) -> str | None:
        """The kind of thing in the way, where there is one."""
        return self.response.get("ResourceType")

    @property
    def fields(self) -> list[str]:
        """The members at fault."""
        return [field["Name"] for field in self.response.get("Fields", ())]


@contextmanager
def refuses() -> Iterator[Refused]:
    """The block is refused; afterwards the refusal can be read."""
    refused = Refused()
    with pytest.raises(ClientError) as error:
        yield refused
    refused.response = dict(error.value.response)
