"""Clients that many threads share, and functions that run in a forked process."""

import json
import os
from typing import Any

from botocore.config import Config

from smsvoice import SmsVoice
from tests.contract.wire import keyed_session
from tests.transport.faults import FaultyServer, Received

THREADS = 32


def echo(request: Received) -> dict[str, Any]:
    """An answer that tells which request it answers."""
    if request.operation == "SendTextMessage":
        return {"MessageId": request.body["Context"]["id"]}
    name = request.body["OptOutListNames"][0]
    described = {"OptOutListArn": "a", "OptOutListName": name, "CreatedTimestamp": 1}
    return {"OptOutLists": [described]}


def client(server: FaultyServer, kind: type[Any] = SmsVoice) -> Any:
    """A client with a connection for each thread."""
    config = Config(max_pool_connections=THREADS)
    return kind(keyed_session(), endpoint_url=server.url, config=config)


def in_a_child(act: Any) -> Any:
    """What a function gives in a forked process."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            told = {"gave": act()}
        except BaseException as error:
            told = {"raised": repr(error)}
        os.write(writing, json.dumps(told).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as stream:
        told = json.loads(stream.read())
    os.waitpid(child, 0)
    assert "gave" in told, told
    return told["gave"]
