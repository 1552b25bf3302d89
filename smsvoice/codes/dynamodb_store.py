"""Codes in a table of Amazon DynamoDB."""

import math
import os
import time
from collections.abc import Callable
from typing import Any, Final, Protocol, Self, cast

from smsvoice.codes.errors import CodeStoreError
from smsvoice.core.errors import Problem, RequestError

_KEY, _TEXT, _UNTIL = "key", "text", "keep_until"
_LOST: Final = "ConditionalCheckFailedException"


class DynamoDbClient(Protocol):
    """A boto3 client of `dynamodb`."""

    @property
    def get_item(self) -> Callable[..., Any]:
        """The method that reads."""
        ...

    @property
    def put_item(self) -> Callable[..., Any]:
        """The method that writes."""
        ...

    @property
    def delete_item(self) -> Callable[..., Any]:
        """The method that deletes."""
        ...


class DynamoDbStore:
    """Codes in a DynamoDB table, with conditional writes.

        store = DynamoDbStore("codes")

    The table's partition key is `key`, a string, and it has no sort key; `keep_until` is its
    attribute for time to live. `DynamoDbStore("codes").create_table()` makes such a table, once.
    The permissions that are needed are GetItem, PutItem and DeleteItem on it. Of a global table,
    all processes must use the replica of one region: conditions hold there alone.
    """

    def __init__(self, table: str, *, client: "DynamoDbClient | None" = None) -> None:
        """Name the table; no call is made.

        Args:
            table: its name or ARN.
            client: a boto3 client of `dynamodb`; boto3's default otherwise.

        Raises:
            RequestError: there can be no store.
        """
        if not isinstance(cast("object", table), str) or not table:
            rule = "must be the name or ARN of a table, as text"
            raise RequestError("DynamoDbStore", (Problem("table", rule),))
        self._table = table
        self._given = client
        self._made: tuple[int, Any] | None = None

    def create_table(self) -> Self:
        """Make the table, paid by request, and wait until it can be used; once, and not at work.

        Raises:
            CodeStoreError: AWS refuses, or the table is there.
        """
        client = self._client
        self._tried(
            lambda: client.create_table(
                TableName=self._table,
                KeySchema=[{"AttributeName": _KEY, "KeyType": "HASH"}],
                AttributeDefinitions=[{"AttributeName": _KEY, "AttributeType": "S"}],
                BillingMode="PAY_PER_REQUEST",
            )
        )
        client.get_waiter("table_exists").wait(TableName=self._table)
        living = {"Enabled": True, "AttributeName": _UNTIL}
        self._tried(
            lambda: client.update_time_to_live(
                TableName=self._table, TimeToLiveSpecification=living
            )
        )
        return self

    def read(self, key: str) -> str | None:
        """The text of a key; None when there is none."""
        found = self._tried(
            lambda: self._client.get_item(
                TableName=self._table, Key={_KEY: {"S": key}}, ConsistentRead=True
            )
        )
        item = found.get("Item")
        # DynamoDB deletes within some days what is over; until then it counts as absent.
        if item is None or float(item[_UNTIL]["N"]) <= time.time():
            return None
        return str(item[_TEXT]["S"])

    def replace(self, key: str, before: str | None, after: str | None, seconds: float) -> bool:
        """Write a text if the store holds the one that the caller has seen."""
        now = time.time()
        condition = "attribute_not_exists(#key) OR #until <= :now"
        names = {"#key": _KEY, "#until": _UNTIL}
        values = {":now": {"N": str(int(now))}}
        if before is not None:
            condition, names = "#text = :before", {"#text": _TEXT}
            values = {":before": {"S": before}}
        members: dict[str, Any] = {
            "TableName": self._table,
            "ConditionExpression": condition,
            "ExpressionAttributeNames": names,
            "ExpressionAttributeValues": values,
        }
        try:
            if after is None:
                key_alone = {_KEY: {"S": key}}
                self._tried(lambda: self._client.delete_item(Key=key_alone, **members))
            else:
                until = {"N": str(math.ceil(now + seconds))}
                item = {_KEY: {"S": key}, _TEXT: {"S": after}, _UNTIL: until}
                self._tried(lambda: self._client.put_item(Item=item, **members))
        except _LostError:
            return False
        return True

    @property
    def _client(self) -> Any:
        """The client that was given, or one of this process: a fork shares no connection."""
        if self._given is not None:
            return self._given
        made = self._made
        if made is None or made[0] != os.getpid():
            made = self._made = (os.getpid(), _client())
        return made[1]

    def _tried(self, do: Callable[[], Any]) -> Any:
        """What a call gives; its failure, named without what was sent."""
        from botocore.exceptions import BotoCoreError, ClientError  # noqa: PLC0415

        try:
            return do()
        except ClientError as refused:
            code = str(refused.response.get("Error", {}).get("Code", "Unknown"))
            failure = _LostError() if code == _LOST else CodeStoreError(f"DynamoDB refused: {code}")
        except BotoCoreError as failed:
            failure = CodeStoreError(type(failed).__name__)
        raise failure

    def __getstate__(self) -> dict[str, Any]:
        if self._given is not None:
            raise TypeError("a DynamoDbStore on a client cannot be pickled: give the table alone")
        return {"_table": self._table, "_given": None, "_made": None}

    def __repr__(self) -> str:
        return f"<DynamoDbStore {self._table}>"


def _client() -> Any:
    """A client with boto3's defaults that waits for seconds only.

    It has a session of its own, since threads may make one at once.
    """
    import boto3  # noqa: PLC0415  only where no client is given
    from botocore.config import Config  # noqa: PLC0415

    session: Any = boto3.session.Session()
    waits = Config(connect_timeout=10, read_timeout=10, retries={"mode": "standard"})
    return session.client("dynamodb", config=waits)


class _LostError(Exception):
    """Another caller was faster."""
