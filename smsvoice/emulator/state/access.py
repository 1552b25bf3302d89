"""What of an account the service may use: roles, topics, log groups and delivery streams.

There is no IAM here; `Settings.inaccessible_arns` holds what the service may not use. How AWS words
the refusal of a role and of a stream is seen with infrastructure tools, which retry on it; the
other texts are inferred.
"""

from collections.abc import Iterator, Mapping

from smsvoice.core.model import AwsModel, aws_name
from smsvoice.emulator.engine.context import Call
from smsvoice.emulator.engine.service_errors import inaccessible

_TEXTS = {
    "iam": "Could not assume IAM role",
    "firehose": "Could not access Kinesis Firehose Stream",
    "logs": "Could not access CloudWatch log group",
    "sns": "Could not access SNS topic",
}


def must_be_accessible(call: Call, used: Mapping[str, object]) -> None:
    """Refuse a role, topic or the like that the service may not use.

    Args:
        call: the request being answered.
        used: ARNs, or models that hold some, by the name of the member that they came in.
    """
    for member, arn in _arns(used):
        if arn in call.settings.inaccessible_arns:
            raise inaccessible(member, _TEXTS.get(_service(arn), "Could not access it"))


def _arns(used: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    for member, value in used.items():
        if isinstance(value, str):
            yield aws_name(member), value
        elif isinstance(value, AwsModel):
            inside = {name: getattr(value, name) for name in type(value).model_fields}
            yield from ((f"{aws_name(member)}.{name}", arn) for name, arn in _arns(inside))


def _service(arn: str) -> str:
    parts = arn.split(":")
    return parts[2] if len(parts) > 2 else ""  # noqa: PLR2004  the third part names it
