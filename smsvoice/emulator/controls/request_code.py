"""A request as code and on the wire: boto3, the AWS CLI, HTTP."""

import json
import shlex
from collections.abc import Mapping, Sequence
from typing import Any, Final, cast

from smsvoice.core.operation import snake

_INDENT: Final = "    "
_WIDTH: Final = 88
Members = Mapping[str, Any]


def in_boto3(operation: str, region: str, members: Members) -> str:
    """Python that sends it again with boto3."""
    lines = [f"{_INDENT}{name}={_literal(value, 1)}," for name, value in members.items()]
    client = f'client = boto3.client("pinpoint-sms-voice-v2", region_name="{region}")'
    return "\n".join(("import boto3", "", client, f"client.{snake(operation)}(", *lines, ")"))


def in_cli(operation: str, region: str, members: Members) -> str:
    """A command of the AWS CLI that sends it again."""
    command = snake(operation).replace("_", "-")
    body = shlex.quote(json.dumps(members, ensure_ascii=False))
    return f"aws pinpoint-sms-voice-v2 {command} --region {region} \\\n  --cli-input-json {body}"


def in_http(operation: str, region: str, members: Members) -> str:
    """The request on the wire, without its signature."""
    return "\n".join(
        (
            "POST / HTTP/1.1",
            f"Host: sms-voice.{region}.amazonaws.com",
            "Content-Type: application/x-amz-json-1.0",
            f"X-Amz-Target: PinpointSMSVoiceV2.{operation}",
            "",
            json.dumps(members, ensure_ascii=False, indent=2),
        )
    )


def _literal(value: object, depth: int) -> str:
    """A value as Python writes it, over several lines where it is long."""
    if isinstance(value, Mapping):
        members = cast("Mapping[str, object]", value)
        parts = [f"{_text(name)}: {_literal(one, depth + 1)}" for name, one in members.items()]
        return _bracketed("{", parts, "}", depth)
    if isinstance(value, list | tuple):
        parts = [_literal(one, depth + 1) for one in cast("Sequence[object]", value)]
        return _bracketed("[", parts, "]", depth)
    return _text(value) if isinstance(value, str) else repr(value)


def _bracketed(start: str, parts: list[str], end: str, depth: int) -> str:
    line = f"{start}{', '.join(parts)}{end}"
    if "\n" not in line and len(line) + depth * len(_INDENT) < _WIDTH:
        return line
    inner = _INDENT * (depth + 1)
    lines = [f"{inner}{part}," for part in parts]
    return "\n".join((start, *lines, f"{_INDENT * depth}{end}"))


def _text(value: str) -> str:
    """A string literal of Python, in double quotes; JSON's escapes are Python's too."""
    return json.dumps(value, ensure_ascii=False)
