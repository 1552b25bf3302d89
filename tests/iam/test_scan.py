"""Which operations programs call, read off their source."""

from pathlib import Path

import pytest

from smsvoice import RequestError, iam


def scanned(tmp_path: Path, source: str) -> iam.Scan:
    """What a program comes to."""
    (tmp_path / "app.py").write_text(source)
    return iam.scan(tmp_path)


DECIDED = {
    "a client": ("sms = SmsVoice()\nsms.pools.list()", "DescribePools"),
    "an async client": (
        (
            "async def f():\n    async with AsyncSmsVoice() as sms:\n"
            "        pool = await sms.pools.get('p')\n        await pool.delete()"
        ),
        "DeletePool DescribePools",
    ),
    "an annotated argument": (
        (
            "def f(sms: SmsVoice, pool: 'Pool | None'):\n    sms.api.describe_spend_limits()\n"
            "    pool.add('x')"
        ),
        "AssociateOriginationIdentity DescribeSpendLimits",
    ),
    "an attribute": (
        (
            "class A:\n    def __init__(self, sms: SmsVoice) -> None:\n        self.sms = sms\n"
            "    def f(self):\n        self.sms.opt_out_lists.at('d').remove('x')"
        ),
        "DeleteOptedOutNumber",
    ),
    "items of a list": (
        (
            "sms = SmsVoice()\nfor one in sms.phone_numbers.list(status='ACTIVE'):\n    one.release()\n"
            "[x.keywords.put('A') for x in sms.pools.list().collect()]\n"
            "sms.registrations.list().first().discard()"
        ),
        (
            "DescribePhoneNumbers DescribePools DescribeRegistrations DiscardRegistrationVersion "
            "PutKeyword ReleasePhoneNumber"
        ),
    ),
    "a collection of an unknown client": (
        "def f(sms):\n    sms.pools.create(identity='x')\n    sms.api.tag_resource()",
        "CreatePool TagResource",
    ),
    "a description": (
        "sms = SmsVoice()\nsms.call(operations.pools.CREATE_POOL, request)",
        "CreatePool",
    ),
    "boto3": (
        (
            "aws = boto3.client('pinpoint-sms-voice-v2')\ns3 = boto3.client('s3')\n"
            "aws.get_paginator('describe_pools')\naws.untag_resource()\ns3.delete_object()"
        ),
        "DescribePools UntagResource",
    ),
    "boto3's own types": (
        (
            "def f(aws: 'PinpointSMSVoiceV2Client'):\n    aws.create_pool()\n"
            "client: PinpointSMSVoiceV2Client = make()\nclient.delete_pool()"
        ),
        "CreatePool DeletePool",
    ),
    "a client behind another": (
        (
            "sms = SmsVoice().with_options(validate_requests=False)\n"
            "sms.boto_client.delete_keyword()\nif (pool := sms.pools.at('p')):\n    pool.refresh()"
        ),
        "DeleteKeyword DescribePools",
    ),
    "names that only this service has": (
        "def f(x):\n    x.send_text_message()\n    x.wait_until_verified()",
        "DescribeVerifiedDestinationNumbers SendTextMessage",
    ),
    "nothing of ours": ("x = {}\nx.get(1)\nx.update()\nopen('f').read()", ""),
}


@pytest.mark.parametrize(("source", "operations"), DECIDED.values(), ids=DECIDED)
def test_calls_are_decided(source: str, operations: str, tmp_path: Path) -> None:
    """By what names stand for."""
    found = scanned(tmp_path, f"import boto3\nfrom smsvoice import *\n{source}\n")

    assert (found.operations, found.undecided) == (tuple(operations.split()), ())
    assert found.files == 1


OPEN = {
    "def f(x): x.send_text('a')": "send_text: it may need SendNotifyTextMessage or SendTextMessage",
    "def f(x): x.tag_resource()": "tag_resource: it may need TagResource",
    "sms = SmsVoice()\ngetattr(sms.pools, name)()": "getattr: the name of the method is a value",
    "sms = SmsVoice()\nsms.call(operation, request)": "call: the operation is a value",
    "Bulk('a')": "Bulk: its messages decide",
    "CodeVerifier(x)": "CodeVerifier: its sender decides",
    "aws = boto3.client('pinpoint-sms-voice-v2')\naws.get_paginator(name)": "get_paginator: its arg",
}


@pytest.mark.parametrize(("source", "part"), OPEN.items())
def test_what_stays_open_is_said(source: str, part: str, tmp_path: Path) -> None:
    """With file and line, and what it may need; it is not among the operations."""
    head = "from smsvoice import SmsVoice; from smsvoice.bulk import Bulk; "
    found = scanned(tmp_path, f"{head}from smsvoice.codes import CodeVerifier\n{source}\n")

    (one,) = found.undecided
    assert part in str(one)
    assert str(one).startswith(f"{tmp_path / 'app.py'}:{one.line}: ")
    assert found.operations == ()


def test_files_that_do_not_name_us_are_passed_over(tmp_path: Path) -> None:
    """What they call is another's; a file may be given by itself."""
    (tmp_path / "other.py").write_text("def f(x): x.send_text('a')\n")

    assert iam.scan(tmp_path / "other.py") == iam.Scan((), (), 1)


def test_a_file_that_is_no_python_is_named(tmp_path: Path) -> None:
    """And so is one that is not there."""
    with pytest.raises(RequestError, match=r"app\.py is no Python"):
        scanned(tmp_path, "import smsvoice\ndef\n")
    with pytest.raises(RequestError, match="there is no"):
        iam.scan(tmp_path / "absent")
