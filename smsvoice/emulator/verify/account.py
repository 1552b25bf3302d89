"""The account that is asked: how it is reached, and whether it is the one that is meant."""

import re
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import boto3
from botocore.exceptions import BotoCoreError, ClientError

from smsvoice.emulator.engine.settings import Settings
from smsvoice.emulator.verify.contract import SERVICE, client_config
from smsvoice.emulator.verify.guard import Guard, error_code
from smsvoice.emulator.verify.probe import Account

_MADE_UP = {"aws_access_key_id": "EMULATOR", "aws_secret_access_key": "emulator"}
_AWS_HOSTS = (".amazonaws.com", ".api.aws")
_ARN = re.compile(r"arn:(?P<partition>[^:]+):sms-voice:(?P<region>[^:]+):(?P<account>\d{12}):")


class AccountError(Exception):
    """The account cannot be asked, or should not be; the message says why."""


class Connection(NamedTuple):
    """A guarded client, and what is known of its account."""

    guard: Guard
    account: Account


def connect(
    run: str,
    *,
    endpoint_url: str | None = None,
    region: str | None = None,
    profile: str | None = None,
    topic: str | None = None,
) -> Connection:
    """Reach AWS, or another endpoint where one is given.

    Raises:
        AccountError: there are no credentials, the account does not answer, or AWS is asked for
            and what is reached looks like an emulator.
    """
    try:
        session: Any = boto3.session.Session(profile_name=profile, region_name=region)
        credentials = session.get_credentials()
        if credentials is None and endpoint_url is None:
            raise AccountError("there are no AWS credentials")
        if not session.region_name:
            raise AccountError("there is no region: give one by --region")
        client = session.client(
            SERVICE,
            endpoint_url=endpoint_url,
            config=client_config(),
            **(_MADE_UP if credentials is None else {}),
        )
        key = _MADE_UP["aws_access_key_id"] if credentials is None else credentials.access_key
        guard = Guard(client, run, topic)
        if endpoint_url is None:
            _must_be_aws(client.meta.endpoint_url, key)
        account = _look(guard, topic)
    except (BotoCoreError, ValueError) as failure:
        raise AccountError(f"the account cannot be reached: {failure}") from None
    except ClientError as refusal:
        code = error_code(refusal)
        raise AccountError(f"the account refuses {refusal.operation_name}: {code}") from None
    if endpoint_url is None and account.account_id == Settings().account_id:
        raise AccountError(_LOOKS_MADE_UP.format("account"))
    return Connection(guard, account)


_LOOKS_MADE_UP = "the {} is an emulator's, not AWS's: give its address by --endpoint-url"


def _must_be_aws(endpoint: str, access_key: str) -> None:
    host = urlsplit(endpoint).hostname or ""
    if not host.endswith(_AWS_HOSTS):
        raise AccountError(_LOOKS_MADE_UP.format("endpoint of the environment or the profile"))
    if access_key == _MADE_UP["aws_access_key_id"]:
        raise AccountError(_LOOKS_MADE_UP.format("access key"))


def _look(guard: Guard, topic: str | None) -> Account:
    lists = guard.call("DescribeOptOutLists", {"MaxResults": 1})["OptOutLists"]
    found = _ARN.match(lists[0]["OptOutListArn"]) if lists else None
    if found is None:
        raise AccountError("the account has no opt-out list to read its id from")
    if found["partition"] != "aws":
        raise AccountError("only AWS's commercial regions can be asked")
    attributes = {
        one["Name"]: one["Value"]
        for one in guard.call("DescribeAccountAttributes", {})["AccountAttributes"]
    }
    kinds = {
        "DescribePhoneNumbers": "PhoneNumbers",
        "DescribeSenderIds": "SenderIds",
        "DescribePools": "Pools",
    }
    return Account(
        account_id=found["account"],
        region=found["region"],
        is_sandbox=attributes.get("ACCOUNT_TIER") == "SANDBOX",
        has_identities=any(guard.call(call, {})[member] for call, member in kinds.items()),
        topic=topic,
    )
