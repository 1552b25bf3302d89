"""Options that several commands have, and the client that they ask for."""

from typing import Annotated, TypeAlias

import typer

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
    bool, typer.Option("--json", help="Print JSON, whose names stay.", show_default=False)
]


def client(region: str | None, profile: str | None) -> SmsVoice:
    """A client, connected as boto3 does it."""
    return SmsVoice(region_name=region, profile_name=profile)
