"""Codes from end to end, for callers that block."""

import time
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, Literal

from smsvoice.aio.handle import AsyncCollection, AsyncHandle
from smsvoice.codes.keyed import Hidden
from smsvoice.codes.outcomes import Check, SendRequest, Sent
from smsvoice.codes.sender import TextSender
from smsvoice.codes.settings import as_text, settings
from smsvoice.codes.steps import finish
from smsvoice.codes.store import CodeStore
from smsvoice.core.errors import Problem, RequestError
from smsvoice.core.frames import private
from smsvoice.sync.resources.notify import NotifyConfiguration


class CodeVerifier:
    """Sends one-time codes and checks them.

        verifier = CodeVerifier(sms.notify_configurations.at("nc-..."), store=store, secret=secret)
        verifier.send("+12065550142", purpose="login")
        if verifier.check("+12065550142", "481516", purpose="login"):
            ...

    Any number of threads, processes and hosts may do so at once on one store with one secret; a
    verifier itself is safe to share between threads. The defaults follow NIST SP 800-63B and
    OWASP: six random digits, good for ten minutes and five attempts, used once, compared in
    constant time, and no more than five messages an hour to one number.

    NIST: https://pages.nist.gov/800-63-4/sp800-63b.html
    OWASP: https://cheatsheetseries.owasp.org/cheatsheets/Multifactor_Authentication_Cheat_Sheet.html
    """

    def __init__(
        self,
        sender: "NotifyConfiguration | TextSender",
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
        allow: "Callable[[SendRequest], bool | datetime] | None" = None,
        feedback: bool = False,
        options: Mapping[str, Any] | None = None,
        voice_options: Mapping[str, Any] | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        """Check the arguments; no call is made.

        Args:
            sender: what sends: `sms.notify_configurations.at(id)`, a phone number, a pool, an RCS
                agent, or `sms.messages`.
            store: where the state of codes is kept: `SqlStore`, `RedisStore`, `DynamoDbStore`,
                `MemoryStore` for one process, or one of your own.
            secret: at least 16 random bytes, the same in all processes; or several, the newest
                first. Codes are made with the first one, and those of all are right.
            template_id: the Notify template; the configuration's default otherwise.
            code_variable: the template's variable that takes the code. Otherwise AWS is asked once
                for the template: it is the one named code, or the only one that is required.
            text: the message of senders other than Notify, with `{code}` in it once.
            digits: of a code, 6 to 10.
            lifetime: for how many seconds a code is good, 30 to 600.
            attempts: how many codes may be tried for each that was sent, 1 to 10.
            cooldown: seconds between two sends to one number for one purpose.
            per_number: how many sends in how many seconds to one number, for all purposes
                together, whenever these seconds begin; None for no limit.
            per_prefix: likewise for all numbers that differ in the last four digits only, as
                the numbers of people do who pump messages for money; None for no limit.
            countries: ISO 3166-1 alpha-2 codes of the countries that codes are sent to. Otherwise
                those that the notify configuration has enabled, for which AWS is asked every ten
                minutes; all countries with other senders.
            purposes: the names that `purpose` may have; any otherwise.
            allow: a limit of your own, asked before each send with a `SendRequest`: False refuses,
                and a datetime with a time zone refuses until then. No coroutine function.
            feedback: True asks AWS for feedback on each message, and reports RECEIVED when its
                code was right and FAILED when it expired. See `sms.messages.put_feedback`.
            options: more members of each text, e.g. `{"configuration_set_name": "codes"}`.
            voice_options: more members of each call, e.g. `{"voice_id": "JOANNA"}`.
            clock: gives the seconds since 1970; all processes must agree on them.

        Raises:
            RequestError: an argument cannot be used; all that is wrong is named.
        """
        if isinstance(sender, AsyncHandle | AsyncCollection):
            rule = "must be of an SmsVoice; those of an AsyncSmsVoice are for AsyncCodeVerifier"
            raise RequestError("CodeVerifier", (Problem("sender", rule),))
        self._settings = settings(
            "CodeVerifier",
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

    @private
    def send(
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
        """Send a code. It replaces the one that was sent before for the same purpose.

        With `channel="voice"` a code that is still good is read to the same person by telephone,
        with the time and the attempts that it has left; otherwise a new one is.

        The code is stored and the send is counted before the message leaves. When the outcome of
        a send is unknown, the code is good and the send counts; so does a send that AWS refuses for
        its recipient. What fails for every recipient, such as a missing connection, throttling or
        a missing permission, does not count, and a code that was sent before is good again.

        Args:
            number: the recipient, in E.164, e.g. +12065550142; see `smsvoice.text.phone_number`.
            purpose: what the code is for, e.g. `login`. A code is right for its purpose only.
            channel: `text`, or `voice` for a call.
            source: whom your `allow` function is asked about, e.g. an IP address.
            deliver: False does all but send: for numbers that you do not know. They get the same
                answers as others, so your page does not show which numbers you know, and their
                codes are never right.
            template_id: another Notify template, e.g. of the recipient's language.
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
        return finish(self._settings.rules.send(order, purpose, source, deliver=deliver))

    @private
    def check(self, number: str, code: str, *, purpose: str) -> Check:
        """Compare a code with the one that was sent, and use it up if it is right.

        An attempt is taken before the comparison, so that no number of calls at once gets more
        than there are; a code is right once. Blanks, hyphens and full-width digits are read as
        people type them. A text with more or fewer digits takes no attempt; one of more than 64
        characters is WRONG without a look at the store.

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
        return finish(self._settings.rules.check(number, code, purpose))

    @private
    def forget(self, number: str, *, purpose: str | None = None) -> None:
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
        finish(self._settings.rules.forget(number, purpose))

    def __repr__(self) -> str:
        return f"<CodeVerifier on {self._settings.rules.records.store!r}>"
