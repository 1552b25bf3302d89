"""How a code gets to its recipient: through a notify configuration, or as a text of one's own."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal, Protocol, TypeAlias, cast

from smsvoice.aio.resources.notify import AsyncNotifyConfiguration
from smsvoice.codes.keyed import HiddenMembers
from smsvoice.codes.steps import Steps, by_client
from smsvoice.core import braces
from smsvoice.core.errors import Problem, RequestError, SmsVoiceError
from smsvoice.core.logs import log
from smsvoice.models.notify import NotifyTemplateInformation, TemplateVariableSource
from smsvoice.rules.templates import check
from smsvoice.sync.resources.notify import NotifyConfiguration

Channel: TypeAlias = Literal["text", "voice"]

_NAME: Final = "code"
_STALE: Final = 600.0
_SHORTEST_TIME: Final = 5


class TextSender(Protocol):
    """What sends texts: a phone number, a pool, an RCS agent, a sender ID or `sms.messages`."""

    @property
    def send_text(self) -> Callable[..., Any]:
        """The method that sends one text, with `message_body`."""
        ...


@dataclass(frozen=True, slots=True, repr=False)
class Order:
    """One message to be sent."""

    number: str
    channel: Channel
    seconds: float
    """How long the code can still be used."""
    template_id: str | None = None
    variables: Mapping[str, str] = field(default_factory=dict[str, str])
    text: str | None = None
    context: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Manner:
    """What is the same for all messages of a verifier."""

    template_id: str | None
    code_variable: str | None
    text: str | None
    options: Mapping[str, Any]
    voice_options: Mapping[str, Any]
    feedback: bool
    digits: int


class CodeSender:
    """Sends codes in one manner; remembers for ten minutes what AWS says about the manner."""

    def __init__(
        self, verifier: str, sender: Any, manner: Manner, countries: frozenset[str] | None
    ) -> None:
        """Check what can be checked without a call; errors name the verifier.

        Raises:
            RequestError: the sender cannot send, or an argument does not go with it.
        """
        self._sender = sender
        self._manner = manner
        self._countries = countries
        self._is_notify = isinstance(sender, NotifyConfiguration | AsyncNotifyConfiguration)
        self._sms: Any = getattr(sender, "_sms", None)
        self._templates: dict[str, NotifyTemplateInformation] = {}
        self._configuration: Any = None
        self._asked_at = 0.0
        problems = list(_problems(self._is_notify, sender, manner))
        if manner.feedback and self._sms is None:
            problems.append(Problem("feedback", "needs a sender of smsvoice, which can report it"))
        if problems:
            raise RequestError(verifier, problems)

    def countries(self) -> Steps[frozenset[str] | None]:
        """The countries that codes may go to; None for all."""
        if self._countries is not None or not self._is_notify:
            return self._countries
        found = yield from self._described()
        return frozenset(found.enabled_countries or ())

    def prepare(self, order: Order) -> Steps[str | None]:
        """Find the name of the template's variable that takes the code; None without a template.

        Raises:
            RequestError: the order lacks something, or has too much.
        """
        if not self._is_notify:
            text = order.text or self._manner.text or ""
            wrong = _problem_of_text(text)
            if order.template_id is not None or order.variables:
                wrong = Problem("template_id", "is for notify configurations: give `text`")
            if order.channel == "voice" and not hasattr(self._sender, "send_voice"):
                wrong = Problem("channel", "this sender cannot call: use text")
            if wrong is not None:
                raise RequestError("send", (wrong,))
            return None
        if order.text is not None:
            rule = "is for senders of your own: a notify configuration has templates"
            raise RequestError("send", (Problem("text", rule),))
        if self._manner.code_variable is not None:
            return self._manner.code_variable
        template_id = order.template_id or self._manner.template_id
        if template_id is None:
            template_id = (yield from self._described()).default_template_id
        if not template_id:
            rule = "is missing, and the notify configuration has no default template"
            raise RequestError("send", (Problem("template_id", rule),))
        return _code_variable((yield from self._template(template_id)), order, self._manner.digits)

    def send(self, order: Order, variable: str | None, code: str) -> Steps[str | None]:
        """Send the message; gives back AWS's id of it."""
        manner = self._manner
        by_voice = order.channel == "voice"
        members = HiddenMembers(
            time_to_live=max(_SHORTEST_TIME, int(order.seconds)),
        )
        members.update(manner.voice_options if by_voice else manner.options)
        if order.context is not None:
            members["context"] = order.context
        if manner.feedback:
            members["message_feedback_enabled"] = True
        if variable is not None:
            members["template_variables"] = {**order.variables, variable: str(code)}
            members["template_id"] = order.template_id or manner.template_id
        else:
            text = order.text or manner.text or ""
            # Digits with commas between are read one by one, with a pause after each.
            before, after = braces.split(text)[0]
            members["message_body"] = before + (", ".join(code) if by_voice else code) + after
        send = self._sender.send_voice if by_voice else self._sender.send_text
        answer = yield from by_client(lambda: send(str(order.number), **members))
        return cast("str | None", getattr(answer, "message_id", None))

    def report(self, message_id: str, status: Literal["RECEIVED", "FAILED"]) -> Steps[None]:
        """Report what became of a message; a failure of the report is logged, and no more."""
        put = self._sms.messages.put_feedback
        try:
            yield from by_client(lambda: put(message_id, message_feedback_status=status))
        except Exception as failed:  # noqa: BLE001  nothing about a report may fail a check
            name = type(failed).__name__
            log.warning("feedback %s of message %s failed: %s", status, message_id, name)

    @property
    def reports(self) -> bool:
        """Whether messages are sent with feedback, which is reported."""
        return self._manner.feedback

    def _described(self) -> Steps[Any]:
        """What AWS says of the configuration, ten minutes old at most where AWS can be asked."""
        now = time.monotonic()
        if self._configuration is None or now - self._asked_at > _STALE:
            handle = self._sms.notify_configurations.at(self._sender.id)
            try:
                yield from by_client(handle.refresh)
            except SmsVoiceError:
                if self._configuration is None:
                    raise
            else:
                self._configuration = handle.data
            self._asked_at = now
        return self._configuration

    def _template(self, template_id: str) -> Steps[NotifyTemplateInformation]:
        if template_id not in self._templates:
            handle = self._sms.notify_templates.at(template_id)
            yield from by_client(handle.refresh)
            self._templates[template_id] = handle.data
        return self._templates[template_id]


def _problems(is_notify: bool, sender: object, manner: Manner) -> "list[Problem]":
    """What is wrong with a sender and a manner."""
    if is_notify:
        wrong = manner.text is not None
        rule = "is for senders of your own: a notify configuration has templates"
        return [Problem("text", rule)] if wrong else []
    if not callable(getattr(sender, "send_text", None)):
        rule = "must be a notify configuration, a number, a pool, an RCS agent or sms.messages"
        return [Problem("sender", rule)]
    problems: list[Problem] = []
    if manner.template_id is not None or manner.code_variable is not None:
        rule = "is for notify configurations: this sender needs `text`"
        problems.append(Problem("template_id", rule))
    wrong_text = _problem_of_text(manner.text)
    if wrong_text is not None:
        problems.append(wrong_text)
    return problems


def _problem_of_text(text: object) -> Problem | None:
    rule = 'must be text with {code} once, e.g. "Your code is {code}"'
    if not isinstance(text, str):
        return Problem("text", rule)
    try:
        _, names = braces.split(text)
    except ValueError as broken:
        return Problem("text", f"{broken}; {rule}")
    if names == (_NAME,):
        return None
    if set(names) - {_NAME}:
        rule += ", and no other name in braces: write other values out; {{ and }} write braces"
    return Problem("text", rule)


def _code_variable(template: NotifyTemplateInformation, order: Order, digits: int) -> str:
    """The variable of a template that takes the code, by its definition.

    Raises:
        RequestError: it is not clear which one it is, or it takes no code of these digits, or
            another variable is missing or wrong.
    """
    known = template.variables or {}
    ours = {
        name: rule
        for name, rule in known.items()
        if rule.source != TemplateVariableSource.SYSTEM and name not in order.variables
    }
    named = [name for name in ours if name.lower() == "code"]
    needed = [name for name, rule in ours.items() if rule.required and rule.default_value is None]
    found = named or needed
    template_id = template.template_id or "template"
    if len(found) != 1:
        rule = (
            f"it is not clear which of {', '.join(ours) or 'no variables'} takes the code: give "
            "`code_variable`, and values of the others in `variables`"
        )
        raise RequestError(template_id, (Problem("variables", rule),))
    example = {**order.variables, found[0]: "4" * digits}
    problems = list(check(template, example))
    if problems:
        raise RequestError(template_id, problems)
    return found[0]
