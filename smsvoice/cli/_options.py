"""Options that several commands have, and the client that they ask for."""

from collections.abc import Generator, Mapping
from contextlib import contextmanager
from typing import Annotated, TypeAlias

import typer

from smsvoice.core.errors import RequestError
from smsvoice.errors import MissingRegionError
from smsvoice.sync.client import SmsVoice

Region: TypeAlias = Annotated[
    str | None, typer.Option("--region", help="AWS region, e.g. us-east-1.", metavar="REGION")
]
Profile: TypeAlias = Annotated[
    str | None, typer.Option("--profile", help="A profile of the AWS files.", metavar="NAME")
]
ShowNumbers: TypeAlias = Annotated[
    bool, typer.Option("--show-numbers", help="Show phone numbers.", show_default=False)
]
AsJson: TypeAlias = Annotated[
    bool,
    typer.Option("--json", help="Print JSON, for programs.", show_default=False),
]


def client(region: str | None, profile: str | None) -> SmsVoice:
    """A client, connected as boto3 does it."""
    return SmsVoice(region_name=region, profile_name=profile)


@contextmanager
def as_options(command: str, options: Mapping[str, str]) -> Generator[None]:
    """Within it, an error names the options of a command in place of Python's arguments."""
    try:
        yield
    except MissingRegionError:
        raise  # `run` knows what to say
    except RequestError as found:
        problems = [one._replace(field=options.get(one.field, one.field)) for one in found.problems]
        raise RequestError(command, problems) from None
