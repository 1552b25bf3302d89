"""`smsvoice iam`: the least that a program must be allowed."""

import json
from pathlib import Path
from typing import Annotated, Final

import typer

from smsvoice import iam as permissions
from smsvoice.cli._output import print_json
from smsvoice.core.errors import Problem, RequestError
from smsvoice.operations.objects import VERBS
from smsvoice.operations.permissions import UNCONFIRMED

_UNDECIDED = 1
_MOST_CHARACTERS: Final = 6144
"""Of a managed policy, white space not counted.

AWS: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
"""


def iam(
    operations: Annotated[
        list[str] | None, typer.Argument(help="Operations, e.g. SendTextMessage describe_pools.")
    ] = None,
    *,
    scan: Annotated[
        list[Path] | None,
        typer.Option(help="A file or folder of Python to read the calls of; may be repeated."),
    ] = None,
    for_doctor: Annotated[
        bool, typer.Option("--for-doctor", help="What `smsvoice doctor` needs.", show_default=False)
    ] = False,
    region: Annotated[str, typer.Option(help="Only in this region.")] = "*",
    account: Annotated[str, typer.Option(help="Only this account's resources: 12 digits.")] = "*",
    partition: Annotated[str, typer.Option(help="aws, aws-cn or aws-us-gov.")] = "aws",
) -> None:
    """Print a least-privilege policy for operations, or for programs. Calls nothing.

    Exit code: 0, or 1 when calls in the programs could not be decided; standard error names them.
    """
    wanted = [*(operations or []), *(VERBS["Account.diagnose"] if for_doctor else ())]
    read = permissions.scan(*(scan or []))
    for one in read.undecided:
        typer.echo(f"not decided: {one}", err=True)
    wanted += read.operations
    if not wanted:
        rule = "give operations, --for-doctor, or --scan with programs that call some"
        raise RequestError("iam", (Problem("", rule),))
    policy = permissions.policy(*wanted, region=region, account=account, partition=partition)
    print_json(policy)
    if (length := len(json.dumps(policy, separators=(",", ":")))) > _MOST_CHARACTERS:
        typer.echo(
            f"the policy has {length:,} characters, and a managed policy at most "
            f"{_MOST_CHARACTERS:,}: share the operations out between two",
            err=True,
        )
    for name in sorted(UNCONFIRMED & {permissions.operation_named(one) for one in wanted}):
        typer.echo(f"{name}: see the note under Permissions in docs/operations.md", err=True)
    if read.undecided:
        raise typer.Exit(_UNDECIDED)
