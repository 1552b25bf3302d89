"""Codes from end to end, for applications that run in an event loop."""

import time
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, Literal, TypeAlias

from smsvoice.aio.resources.notify import AsyncNotifyConfiguration
from smsvoice.codes.keyed import Hidden
from smsvoice.codes.outcomes import Check, SendRequest, Sent
from smsvoice.codes.sender import TextSender
from smsvoice.codes.settings import as_text, settings
from smsvoice.codes.steps import afinish
from smsvoice.codes.store import CodeStore
from smsvoice.core.errors import Problem, RequestError
from smsvoice.core.frames import aprivate
from smsvoice.sync.handle import Collection as SyncCollection
from smsvoice.sync.handle import Handle

Verdict: TypeAlias = bool | datetime


class AsyncCodeVerifier:
    """Sends one-time codes and checks them, as `CodeVerifier` does, to await.

        verifier = AsyncCodeVerifier(configuration, store=store, secret=secret)
        await verifier.send("+12065550142", purpose="login")
        if await verifier.check("+12065550142", "481516", purpose="login"):
            ...

    Stores are the same as for `CodeVerifier` and are used in worker threads, so the event loop
    stays free. Verifiers of both kinds with the same store and secret know each other's codes.
    """

    def __init__(
        self,
        sender: "AsyncNotifyConfiguration | TextSender",
        *,
        store: CodeStore,
        secret: "bytes | Sequence[bytes]",
        template_id: str | None = None,
        code_variable: str | None = None,
        text: str | None = None,
        digits: int = 6,
        lifetime: float = 600,
        attempts: int = 5,
        cooldown: float = 30,
        per_number: tuple[int, float] | None = (5, 3600),
        per_prefix: tuple[int, float] | None = None,
        countries: Collection[str] | None = None,
        purposes: Collection[str] | None = None,
        allow: "Callable[[SendRequest], Awaitable[Verdict] | Verdict] | None" = None,
        feedback: bool = False,
        options: Mapping[str, Any] | None = None,
        voice_options: Mapping[str, Any] | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        """Check the arguments; no call is made.

        Args:
            sender: what sends, of an AsyncSmsVoice: `sms.notify_configurations.at(id)`, a phone
                number, a pool, an RCS agent, or `sms.messages`.
            store: where the state of codes is kept, as in `CodeVerifier`.
            secret: at least 16 random bytes, or several secrets, the newest first.
            template_id: the Notify template; the configuration's default otherwise.
            code_variable: the template's variable that takes the code; found otherwise.
            text: the message of senders other than Notify, with `{code}` in it once.
            digits: of a code, 6 to 10.
            lifetime: for how many seconds a code is good, 30 to 600.
            attempts: how many codes may be tried for each that was sent, 1 to 10.
            cooldown: seconds between two sends to one number for one purpose.
            per_number: how many sends in how many seconds to one number; None for no limit.
            per_prefix: likewise to all numbers that differ in the last four digits only.
            countries: ISO 3166-1 alpha-2 codes; those of the notify configuration otherwise.
            purposes: the names that `purpose` may have; any otherwise.
            allow: a limit of your own, as in `CodeVerifier`; it may be a coroutine function.
            feedback: True asks AWS for feedback on each message, and reports it.
            options: more members of each text.
            voice_options: more members of each call.
            clock: gives the seconds since 1970; all processes must agree on them.

        Raises:
            RequestError: an argument cannot be used; all that is wrong is named.
        """
        if isinstance(sender, Handle | SyncCollection):
            rule = "must be of an AsyncSmsVoice; those of an SmsVoice are for CodeVerifier"
            raise RequestError("AsyncCodeVerifier", (Problem("sender", rule),))
        self._settings = settings(
            "AsyncCodeVerifier",
            sender,
            store=store,
            secret=secret,
            template_id=template_id,
            code_variable=code_variable,
            text=text,
            options=options,
            voice_options=voice_options,
            feedback=feedback,
            digits=digits,
            lifetime=lifetime,
            attempts=attempts,
            cooldown=cooldown,
            per_number=per_number,
            per_prefix=per_prefix,
            countries=countries,
            purposes=purposes,
            allow=allow,
            clock=clock,
        )

    @aprivate
    async def send(
        self,
        number: str,
        *,
        purpose: str,
        channel: Literal["text", "voice"] = "text",
        source: str | None = None,
        deliver: bool = True,
        template_id: str | None = None,
        variables: Mapping[str, str] | None = None,
        text: str | None = None,
        context: Mapping[str, str] | None = None,
    ) -> Sent:
        """Send a code, as `CodeVerifier.send` does.

        A call that is cancelled while the message is under way leaves the code good, and the send
        counts.

        Args:
            number: the recipient, in E.164.
            purpose: what the code is for, e.g. `login`.
            channel: `text`, or `voice` for a call, which repeats a code that is still good.
            source: whom your `allow` function is asked about, e.g. an IP address.
            deliver: False does all but send: for numbers that you do not know.
            template_id: another Notify template.
            variables: values of the template's other variables.
            text: another text, with `{code}`, for senders other than Notify.
            context: your own data, which AWS repeats in the events of the message.

        Returns:
            Until when the code is good, and from when another one can be sent.

        Raises:
            CodeRefusedError: a limit stands in the way; `why` and `retry_at` say which.
            RequestError: the number, the purpose or another argument is wrong.
            ServiceError: AWS refused the message.
            NotSentError: no connection was made.
            OutcomeUnknownError: the message may be on its way; its code is good.
            CodeStoreError: the store cannot be used; nothing was sent.
        """
        order = self._settings.order(
            number,
            purpose,
            channel=channel,
            template_id=template_id,
            variables=variables,
            text=text,
            context=context,
        )
        number, source = order.number, None if source is None else Hidden(source)
        del variables, text, context  # which a traceback's frame would show
        return await afinish(self._settings.rules.send(order, purpose, source, deliver=deliver))

    @aprivate
    async def check(self, number: str, code: str, *, purpose: str) -> Check:
        """Compare a code with the one that was sent, as `CodeVerifier.check` does.

        Args:
            number: the number that the code was sent to, in E.164.
            code: what the person typed.
            purpose: what the code was sent for.

        Returns:
            True in a condition only when the code is right; `status` and `attempts_left` say more.

        Raises:
            RequestError: the number or the purpose is wrong, or the code is no text.
            CodeStoreError: the store cannot be used; nothing was accepted.
        """
        self._settings.must_be_right("check", number, purpose)
        number, code = Hidden(number), as_text(code)
        return await afinish(self._settings.rules.check(number, code, purpose))

    @aprivate
    async def forget(self, number: str, *, purpose: str | None = None) -> None:
        """Make the codes of a number unusable, after it was changed for one. Limits stay.

        Args:
            number: in E.164.
            purpose: only the code for this purpose; otherwise all.

        Raises:
            RequestError: the number or the purpose is wrong.
            CodeStoreError: the store cannot be used.
        """
        self._settings.must_be_right_to_forget(number, purpose)
        number = Hidden(number)
        await afinish(self._settings.rules.forget(number, purpose))

    def __repr__(self) -> str:
        return f"<AsyncCodeVerifier on {self._settings.rules.records.store!r}>"
