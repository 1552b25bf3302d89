"""Who listens to the events of a client, besides botocore and us.

An application's handler is to see a typed call as it sees a raw one. That costs more than all else
of a call, so it is done only while there is such a handler.
"""

from typing import Any, Final

from smsvoice.transport.call_state import SERVICE

_ANSWERS: Final = ("before-parse", "response-received", "needs-retry", "after-call")
"""The events that carry an answer."""
_ALL: Final = (
    "provide-client-params",
    "before-parameter-build",
    "before-call",
    "before-endpoint-resolution",
    "request-created",
    "choose-signer",
    "before-sign",
    "before-send",
    *_ANSWERS,
    "after-call-error",
)
"""All events of a call."""
_BOTOCORES: Final = frozenset(
    (
        "MaxAttemptsSeeder.seed_max_attempts",
        "RequestSigner.handler",
        "RetryHandler",
        "RetryHandler.needs_retry",
        "RetryQuotaChecker.release_retry_quota",
        "UserAgentString.rebuild_and_replace_user_agent_handler",
        "_handle_request_validation_mode_member",
        "_set_auth_scheme_preference_signer",
        "add_recursion_detection_header",
        "add_retry_headers",
        "generate_idempotent_uuid",
        "inject_api_version_header_if_needed",
        "set_operation_specific_signer",
    )
)
"""What botocore itself does on these events, and what we know how to do in its place."""


class Listeners:
    """Those who listen to the events of one client."""

    def __init__(self, events: Any) -> None:
        """Look at the emitter of a client, as `client.meta.events` gives it."""
        self._emitter: Any = getattr(events, "_emitter", events)
        self._seen: tuple[object, dict[tuple[str, bool], bool]] = (None, {})

    def hear(self, operation: str) -> bool:
        """Whether a handler of the application hears the answer of an operation."""
        known = self._known()
        heard = known.get((operation, False))
        if heard is None:
            handlers = self._handlers(_ANSWERS, operation)
            heard = not all(_is_ours_or_botocores(one) for one in handlers)
            known[operation, False] = heard
        return heard

    def has_strangers(self, operation: str) -> bool:
        """Whether any handler of a call does what only botocore's own path can let it do."""
        known = self._known()
        found = known.get((operation, True))
        if found is None:
            found = not all(_is_known(one) for one in self._handlers(_ALL, operation))
            known[operation, True] = found
        return found

    def _known(self) -> dict[tuple[str, bool], bool]:
        """What is known of the handlers that are registered now.

        botocore makes a new cache of its handlers whenever a caller registers or unregisters.
        """
        registry = getattr(self._emitter, "_lookup_cache", None)
        seen = self._seen
        if registry is None or registry is not seen[0]:
            seen = self._seen = (registry, {})
        return seen[1]

    def _handlers(self, events: tuple[str, ...], operation: str) -> list[Any]:
        try:
            search = self._emitter._handlers.prefix_search  # noqa: SLF001  there is no public way
        except AttributeError:
            return [None]  # a botocore that keeps them elsewhere: anybody may listen
        return [one for event in events for one in search(f"{event}.{SERVICE}.{operation}")]


def _is_ours_or_botocores(handler: Any) -> bool:
    return str(getattr(handler, "__module__", None)).startswith(("botocore.", "smsvoice."))


def _is_known(handler: Any) -> bool:
    module = str(getattr(handler, "__module__", None))
    name = getattr(handler, "__qualname__", type(handler).__qualname__)
    if module.startswith("botocore."):
        return name in _BOTOCORES
    return module.startswith("smsvoice.transport.")
