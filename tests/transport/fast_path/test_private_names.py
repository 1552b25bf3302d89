"""A private name of botocore's that is gone closes the path, and does no other harm."""

from contextlib import ExitStack
from typing import Any, Final
from unittest import mock

import pytest
from botocore.history import get_global_history_recorder

from tests.contract.wire import keyed_session

SERVICE: Final = "pinpoint-sms-voice-v2"
PRIVATE: dict[str, tuple[str, str]] = {
    "BaseClient._endpoint": ("client", "_endpoint"),
    "BaseClient._request_signer": ("client", "_request_signer"),
    "RequestSigner._credentials": ("signer", "_credentials"),
    "URLLib3Session._proxy_config": ("session", "_proxy_config"),
    "URLLib3Session._socket_options": ("session", "_socket_options"),
    "URLLib3Session._verify": ("session", "_verify"),
    "EventAliaser._emitter": ("events", "_emitter"),
    "HierarchicalEmitter._handlers": ("emitter", "_handlers"),
    "HierarchicalEmitter._lookup_cache": ("emitter", "_lookup_cache"),
    "HistoryRecorder._enabled": ("history", "_enabled"),
    "URLLib3Session._manager": ("module", "URLLib3Session"),
}
"""The private names that the path reads: the path is not open without them."""


class Renamed:
    """An object whose one attribute has another name."""

    def __init__(self, original: Any, name: str) -> None:
        vars(self).update(original=original, lacks=name)

    def __getattr__(self, name: str) -> Any:
        if name == vars(self)["lacks"]:
            raise AttributeError(name)
        return getattr(vars(self)["original"], name)


@pytest.mark.parametrize("name", PRIVATE)
def test_a_private_name_that_is_gone_closes_the_path(name: str) -> None:
    """And nothing more: the client works as before."""
    from smsvoice.transport.fast_path import path as module
    from smsvoice.transport.fast_path import replay, watch

    owner, attribute = PRIVATE[name]
    made: Any = keyed_session().client(SERVICE)
    chain = {"session": ("_endpoint", "http_session"), "signer": ("_request_signer",)}
    chain |= {"events": ("meta", "events"), "emitter": ("meta", "events", "_emitter")}
    given: Any = made
    if owner in chain or owner == "client":
        given = _without(made, chain.get(owner, ()), attribute)
    with ExitStack() as stack:
        if owner == "history":
            recorder = Renamed(get_global_history_recorder(), attribute)
            stack.enter_context(
                mock.patch.object(watch, "get_global_history_recorder", lambda: recorder)
            )
        if owner == "module":
            stack.enter_context(
                mock.patch.object(replay, "URLLib3Session", lambda: Renamed(object(), "_manager"))
            )
        path = module.FastPath(given, lambda _: made)

        why = path.why_closed("SendTextMessage")

    assert why is not None
    assert path.exchanges == 0


def _without(client: Any, steps: tuple[str, ...], attribute: str) -> Any:
    """The same client, but the object at the end of the steps lacks an attribute."""
    if not steps:
        return Renamed(client, attribute)
    inner = _without(getattr(client, steps[0]), steps[1:], attribute)
    outer = Renamed(client, "")
    setattr(outer, steps[0], inner)
    return outer
