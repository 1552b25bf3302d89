"""The client: `api` has AWS's names, the collections have objects with verbs."""

# Mirrored from smsvoice/aio/client.py by `python -m codegen`. Change that file, not this one.

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Self, cast

from smsvoice.core.codec import unvalidated_request, validated_request, verified
from smsvoice.core.errors import Problem, RequestError
from smsvoice.core.frames import without_frames
from smsvoice.core.lazy_properties import collected
from smsvoice.core.operation import Operation, Request, Result
from smsvoice.sync.collections import Collections
from smsvoice.transport import Connection, Options
from smsvoice.transport.clients import ClientConfig

if TYPE_CHECKING:
    from types import TracebackType

    from boto3.session import Session
    from botocore.config import Config
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client

    from smsvoice.sync.api import Api


class SmsVoice(Collections):
    """AWS End User Messaging in one region of one account: SMS, MMS, voice, RCS, one-time codes.

    `api` has all operations under AWS's names; the collections (`pools`, `phone_numbers`,
    `notify_configurations`, ...) have objects with verbs. Safe to share between threads and tasks.
    Use it as a context manager, or close it when done.
    """

    def __init__(
        self,
        session: "Session | None" = None,
        *,
        region_name: str | None = None,
        profile_name: str | None = None,
        endpoint_url: str | None = None,
        config: "Config | None" = None,
        client: "PinpointSMSVoiceV2Client | None" = None,
        validate_requests: bool = True,
        strict_answers: bool = False,
        fast_path: bool = True,
    ) -> None:
        """Connect as boto3 does: the same credentials, profiles and environment variables.

        Args:
            session: a boto3 session; otherwise boto3's default session where the application
                has set one up, else boto3's usual sources.
            region_name: AWS region, e.g. "us-east-1".
            profile_name: a profile of the AWS configuration files.
            endpoint_url: where to send instead of AWS, e.g. to a local emulator.
            config: botocore settings: timeouts, retries, connections, proxies.
            client: a boto3 client of `pinpoint-sms-voice-v2` to use as it is configured.
            validate_requests: False leaves the checking of requests to AWS.
            strict_answers: True raises AnswerError on answers with anything new in them; calls
                that must not be made twice, sends above all, never raise for that.
            fast_path: False makes every call by the method of the boto3 client; see `fast_path`.

        Raises:
            MissingRegionError: no region is given anywhere.
            RequestError: arguments that exclude each other, or of the wrong kind.
        """
        own = (session, region_name, profile_name, endpoint_url, config)
        if client is not None and any(setting is not None for setting in own):
            raise RequestError(
                "SmsVoice", (Problem("client", "brings its own session, region and settings"),)
            )
        if session is not None and profile_name is not None:
            raise RequestError("SmsVoice", (Problem("profile_name", "the session has one"),))
        recipe = ClientConfig(
            region_name=region_name,
            profile_name=profile_name,
            endpoint_url=endpoint_url,
            config=config,
            fast_path=fast_path,
        )
        options = Options(validate_requests=validate_requests, strict_answers=strict_answers)
        self._set_up(Connection(session, recipe=recipe, client=client), options)

    @collected
    def api(self) -> "Api":
        """All operations under AWS's names, typed."""
        from smsvoice.sync.api import Api  # noqa: PLC0415  loads when first touched

        return Api(self)

    @property
    def boto_client(self) -> "PinpointSMSVoiceV2Client":
        """The boto3 client underneath, typed; `botocore.stub.Stubber` works on it."""
        return self._connection.client

    @property
    def fast_path(self) -> str:
        """`open` while calls skip botocore's machinery where it makes no difference; else why not.

        A call whose answer is a whole 200 costs a fraction of boto3's then; any other answer is
        handed to botocore. It closes by itself while event handlers, tracers, debug logs or a
        proxy are there. Reading this property may ask for credentials.
        """
        return self._connection.fast_path_state

    def call(self, operation: Operation[Request, Result], request: Request) -> Result:
        """Run one operation: a request is a value that can be stored, queued and sent again.

        Args:
            operation: a description from `smsvoice.operations`.
            request: an instance of the operation's request model.

        Returns:
            The operation's result; of a paged operation, one page.

        Raises:
            RequestError: the request is of another operation, or wrong.
            ServiceError: AWS refused.
            NotSentError: no connection was made.
            AcceptedError: AWS accepted the call, and an event handler failed afterwards.
            OutcomeUnknownError: the call left and no usable answer came back.
            AnswerError: a read gave no usable answer, or the answer is not as strict as asked for.
            UnsupportedByBotocoreError: the installed botocore does not know it.
        """
        if not isinstance(cast("object", operation), Operation):
            rule = "must be a description from smsvoice.operations, e.g. by_name(...)"
            raise RequestError("call", (Problem("operation", rule),))
        if not isinstance(request, operation.request):
            wrong = Problem("request", f"must be a {operation.request.__name__}")
            raise RequestError(operation.name, (wrong,))
        if self._options.validate_requests:
            request = verified(request)
        return self._transport.invoke(operation, request)

    def request(self, operation: Operation[Request, Result], members: Mapping[str, Any]) -> Request:
        """A request of an operation from its members; checked, unless AWS is to check it."""
        build = validated_request if self._options.validate_requests else unvalidated_request
        try:
            return build(operation.request, members)
        except RequestError as refused:
            wrong = refused
        del members
        raise without_frames(wrong)

    def with_options(
        self,
        *,
        validate_requests: bool | None = None,
        strict_answers: bool | None = None,
        config: "Config | None" = None,
    ) -> Self:
        """A copy that works otherwise; without `config` it shares this one's connections."""
        options = self._options
        if validate_requests is not None:
            options = replace(options, validate_requests=validate_requests)
        if strict_answers is not None:
            options = replace(options, strict_answers=strict_answers)
        connection = self._connection if config is None else self._connection.with_config(config)
        copy = type(self).__new__(type(self))
        vars(copy).update(self._kept())
        copy._set_up(connection, options)  # noqa: SLF001  its own class
        return copy

    def close(self) -> None:
        """Close the connections that this client made."""
        self._transport.close()
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: "TracebackType | None",
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        meta = self.boto_client.meta
        return f"<{type(self).__name__} {meta.region_name} {meta.endpoint_url}>"

    def __getstate__(self) -> dict[str, Any]:
        """Pickle by configuration, not by connection."""
        return self._kept() | {"_connection": self._connection, "_options": self._options}

    def __setstate__(self, state: dict[str, Any]) -> None:
        """Connect anew."""
        connection, options = state.pop("_connection"), state.pop("_options")
        vars(self).update(state)
        self._set_up(connection, options)
