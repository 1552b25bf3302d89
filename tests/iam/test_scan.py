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
    "items of a comprehension": (
        (
            "sms = SmsVoice()\nlists = [x for x in sms.sender_ids.list()]\nlists[0].release()\n"
            "regs = {r.id: r for r in sms.registrations.list()}\nregs['x'].delete()\n"
            "for key, one in regs.items(): one.discard()"
        ),
        (
            "DeleteRegistration DescribeRegistrations DescribeSenderIds "
            "DiscardRegistrationVersion ReleaseSenderId"
        ),
    ),
    "items of a container": (
        (
            "sms = SmsVoice()\npools, kept = [], {}\npools.append(sms.pools.at('p'))\n"
            "for n, pool in enumerate(pools): pool.add('x')\n"
            "kept['a'] = sms.opt_out_lists.at('d')\nkept.get('a').remove('x')"
        ),
        "AssociateOriginationIdentity DeleteOptedOutNumber",
    ),
    "a property": (
        (
            "class A:\n    @cached_property\n    def lazy(self): return SmsVoice()\n    def f(self):\n"
            "        for one in self.lazy.opt_out_lists.list():\n"
            "            one.add('+1'); one.remove('+2')"
        ),
        "DeleteOptedOutNumber DescribeOptOutLists PutOptedOutNumber",
    ),
    "what is no object of ours": (
        (
            "sms = SmsVoice()\nseen, known = set(), {}\n"
            "ids = {n.id for n in sms.phone_numbers.list()}\nids.remove('x')\n"
            "seen.add(sms.messages.send_text('x').message_id)\nknown.update(a=1)\n"
            "answer = sms.api.send_text_message()\nanswer.extra.update(known)"
        ),
        "DescribePhoneNumbers SendTextMessage",
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
    "sms = SmsVoice()\none = chosen(sms)\none.submit()": "submit: it may need DescribeReg",
    "sms = SmsVoice()\npick = {'a': wrap(sms)}\npick['a'].release()": "ReleasePhoneNumber or Rel",
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


PASSED_ON = {
    "client = boto3.client('pinpoint-sms-voice-v2')\nf = partial(client.delete_pool)": "DeletePool",
    "f = SmsVoice().messages.send_text\nf('x')": "SendTextMessage",
    "def f(x): pool.submit(x.send_text_message)": "SendTextMessage",
    "sms = SmsVoice()\ngetattr(sms.api, 'delete_pool')()": "DeletePool",
    "def make(): return SmsVoice()\nmake().pools.list()": "DescribePools",
    "def make(x) -> SmsVoice: ...\nsms = make(1)\nsms.api.tag_resource()": "TagResource",
    "client = session.create_client('pinpoint-sms-voice-v2')\nclient.tag_resource()": "TagResource",
    "client('pinpoint-sms-voice-v2').get_paginator('describe_keywords')": "DescribeKeywords",
}


@pytest.mark.parametrize(("source", "operation"), PASSED_ON.items())
def test_methods_count_where_they_are_passed_on(
    source: str, operation: str, tmp_path: Path
) -> None:
    """Another calls them then; and what a function returns, or a text names, is known too."""
    found = scanned(tmp_path, f"import boto3\nfrom smsvoice import *\n{source}\n")

    assert (found.operations, found.undecided) == ((operation,), ())


IMPORTING = (
    "from .clients import sms\nsms.pools.list()",
    "from shop.clients import sms as s\ns.pools.list()",
    "import shop.clients\nshop.clients.sms.pools.list()",
    "from shop.clients import make\nmake().pools.list()",
    "from shop import clients\nclients.make().pools.list()",
    "from shop import sms\nsms.pools.list()",
)


@pytest.mark.parametrize("source", IMPORTING)
def test_a_client_of_another_file_is_known(source: str, tmp_path: Path) -> None:
    """A file need not name smsvoice itself."""
    shop = tmp_path / "shop"
    shop.mkdir()
    (shop / "clients.py").write_text(
        "from smsvoice import SmsVoice\nsms = SmsVoice()\ndef make(): return sms\n"
    )
    (shop / "__init__.py").write_text("from .clients import sms\n")
    (shop / "app.py").write_text(source)

    found = iam.scan(tmp_path)

    assert (found.operations, found.undecided) == (("DescribePools",), ())


def test_a_file_that_says_nothing_of_us_is_suspected(tmp_path: Path) -> None:
    """By the names that only this service has; others' methods pass, also of names that it shares."""
    path = tmp_path / "other.py"
    path.write_text(
        "def f(x, sms):\n    x.send_text('a')\n    x.create_pool()\n    x.pools.list()\n"
        "    x.send_text_message()\n    sms.messages.send_text('a')\n"
    )

    found = iam.scan(path)

    assert [(one.line, one.call) for one in found.undecided] == [
        (5, "send_text_message"),
        (6, "send_text"),
    ]
    assert all(one.why.endswith("needs SendTextMessage") for one in found.undecided)
    assert (found.operations, found.files) == ((), 1)


def test_the_code_of_others_is_passed_over(tmp_path: Path) -> None:
    """Virtual environments, hidden folders and installed packages, and folders behind links."""
    others = [tmp_path / name for name in (".git", "env", "site-packages", "node_modules")]
    for folder in others:
        folder.mkdir()
        (folder / "app.py").write_text("import smsvoice\nsmsvoice.SmsVoice().pools.list()\n")
    (tmp_path / "env" / "pyvenv.cfg").touch()
    (tmp_path / "again").symlink_to(tmp_path)

    assert iam.scan(tmp_path) == iam.Scan((), (), 0)
    assert iam.scan(tmp_path / "env").operations == ("DescribePools",)


def test_what_cannot_be_read_stays_open(tmp_path: Path) -> None:
    """Others' files that are no Python do not matter; any encoding that Python reads is read."""
    (tmp_path / "a.py").symlink_to(tmp_path / "absent")
    (tmp_path / "b.ipynb").write_text('{"source": ["import smsvoice"]}')
    (tmp_path / "c.py").write_text("import smsvoice\ndef\n")
    (tmp_path / "d.py").write_bytes(b"\xff\x00 def")
    (tmp_path / "e.ipynb").write_text("{}")
    (tmp_path / "f.py").write_bytes(
        b"# -*- coding: latin-1 -*-\nimport smsvoice\n'\xe9'\nsmsvoice.SmsVoice().pools.list()\n"
    )
    (tmp_path / "g.py").mkdir()

    found = iam.scan(tmp_path)

    assert [str(one).removeprefix(f"{tmp_path}/") for one in found.undecided] == [
        "a.py:1: file: cannot be read: No such file or directory",
        "b.ipynb:1: file: is a notebook, which is not read: save its code as .py",
        "c.py:2: file: is no Python that this version reads",
    ]
    assert found.operations == ("DescribePools",)


def test_a_path_that_is_not_there_is_named(tmp_path: Path) -> None:
    """It is a mistake of the caller's."""
    with pytest.raises(RequestError, match="there is no"):
        iam.scan(tmp_path / "absent")
