"""The arguments of a verifier, checked."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal, cast

from smsvoice.codes.keyed import Hidden, Keyed
from smsvoice.codes.record import Limit
from smsvoice.codes.records import Records
from smsvoice.codes.rules import Rules
from smsvoice.codes.sender import CodeSender, Manner, Order
from smsvoice.codes.store import CodeStore
from smsvoice.core.countries import is_country
from smsvoice.core.errors import Problem, RequestError
from smsvoice.core.names import nearest
from smsvoice.core.phone_numbers import problem_of
from smsvoice.text import phone_number

_PURPOSE: Final = re.compile(r"[A-Za-z0-9._:-]{1,64}")
_PURPOSE_RULE: Final = "must be 1 to 64 letters, digits, dots, colons, hyphens and underscores"
_DIGITS: Final = (6, 10)
_LIFETIME: Final = (30, 600)
_ATTEMPTS: Final = (1, 10)
_LONGEST: Final = 31 * 86_400
"""Seconds of the longest limit: so long a number's record is kept."""
_CHANNELS: Final = ("text", "voice")


@dataclass(frozen=True, slots=True, repr=False)
class Settings:
    """What a verifier was made with."""

    rules: Rules
    purposes: frozenset[str] | None

    def __reduce__(self) -> tuple[Any, ...]:
        raise TypeError("a verifier cannot be pickled, since its secret would be: make one anew")

    def order(
        self,
        number: str,
        purpose: str,
        *,
        channel: Literal["text", "voice"],
        template_id: str | None,
        variables: Mapping[str, str] | None,
        text: str | None,
        context: Mapping[str, str] | None,
    ) -> Order:
        """A message that is to be sent.

        Raises:
            RequestError: the number, the purpose or the channel is wrong.
        """
        self.must_be_right("send", number, purpose)
        if channel not in _CHANNELS:
            raise RequestError("send", (Problem("channel", "must be text or voice"),))
        return Order(
            Hidden(number),
            channel,
            self.rules.lifetime,
            template_id,
            dict(variables or {}),
            text,
            context,
        )

    def must_be_right(self, what: str, number: object, purpose: object) -> None:
        """Check a number and a purpose.

        Raises:
            RequestError: one of them is wrong; the text repeats neither.
        """
        problems: list[Problem] = []
        problems += _problem_of_number(number)
        if not isinstance(purpose, str) or not _is_purpose(purpose):
            problems.append(Problem("purpose", _PURPOSE_RULE))
        elif self.purposes is not None and purpose not in self.purposes:
            meant = nearest(purpose, sorted(self.purposes))
            problems.append(Problem("purpose", f"is none of `purposes`{meant}"))
        if problems:
            raise RequestError(what, problems)

    def must_be_right_to_forget(self, number: object, purpose: str | None) -> None:
        """Check a number, and a purpose where one is given."""
        known = next(iter(self.purposes or ()), "any")
        self.must_be_right("forget", number, known if purpose is None else purpose)


def settings(
    verifier: str,
    sender: Any,
    *,
    store: CodeStore,
    secret: object,
    template_id: str | None,
    code_variable: str | None,
    text: str | None,
    options: Mapping[str, Any] | None,
    voice_options: Mapping[str, Any] | None,
    feedback: bool,
    digits: int,
    lifetime: float,
    attempts: int,
    cooldown: float,
    per_number: tuple[int, float] | None,
    per_prefix: tuple[int, float] | None,
    countries: Collection[str] | None,
    purposes: Collection[str] | None,
    allow: Callable[..., Any] | None,
    clock: Callable[[], float],
) -> Settings:
    """Check the arguments of a verifier, which errors name.

    Raises:
        RequestError: one cannot be used; all that is wrong is named at once.
    """
    problems = [
        *_out_of("digits", digits, _DIGITS, "fewer can be guessed, says NIST SP 800-63B"),
        *_out_of("lifetime", lifetime, _LIFETIME, "NIST SP 800-63B allows ten minutes at most"),
        *_out_of("attempts", attempts, _ATTEMPTS, "more make guessing worth while"),
        *_out_of("cooldown", cooldown, (0, 86_400), "in seconds"),
        *_problem_of_limit("per_number", per_number),
        *_problem_of_limit("per_prefix", per_prefix),
        *_problem_of_names(countries, purposes),
        *_problem_of_functions(allow, clock),
        *_problem_of_options("options", options),
        *_problem_of_options("voice_options", voice_options),
    ]
    if not isinstance(cast("object", store), CodeStore):
        rule = "must be a MemoryStore, SqlStore, RedisStore, DynamoDbStore or a CodeStore of yours"
        problems.append(Problem("store", rule))
    if problems:
        raise RequestError(verifier, problems)
    manner = Manner(
        template_id,
        code_variable,
        text,
        dict(options or {}),
        dict(voice_options or {}),
        feedback,
        digits,
    )
    allowed = None if countries is None else frozenset(countries)
    limits = [limit[1] for limit in (per_number, per_prefix) if limit is not None]
    rules = Rules(
        records=Records(store, clock, max(limits, default=0.0), cooldown, lifetime),
        sender=CodeSender(verifier, sender, manner, allowed),
        keyed=Keyed(verifier, secret),
        clock=clock,
        digits=digits,
        lifetime=lifetime,
        attempts=attempts,
        cooldown=cooldown,
        per_number=None if per_number is None else Limit(*per_number),
        per_prefix=None if per_prefix is None else Limit(*per_prefix),
        allow=allow,
    )
    return Settings(rules, None if purposes is None else frozenset(purposes))


def as_text(code: object) -> str:
    """What a person typed, hidden.

    Raises:
        RequestError: it is no text; a number would have lost its leading zeros.
    """
    if not isinstance(code, str):
        raise RequestError("check", (Problem("code", "must be text"),))
    return Hidden(code)


def _out_of(name: str, given: object, limits: tuple[int, int], why: str) -> list[Problem]:
    lowest, highest = limits
    kind = int if name in {"digits", "attempts"} else (int, float)
    if isinstance(given, kind) and not isinstance(given, bool) and lowest <= given <= highest:
        return []
    return [Problem(name, f"must be {lowest} to {highest}: {why}")]


def _problem_of_limit(name: str, given: object) -> list[Problem]:
    if given is None:
        return []
    rule = "must be a number of sends and seconds, a month at most, e.g. (5, 3600), or None"
    if not isinstance(given, tuple | list):
        return [Problem(name, rule)]
    parts = tuple(cast("list[object]", given))
    if len(parts) != 2 or not isinstance(parts[0], int) or isinstance(parts[0], bool):  # noqa: PLR2004
        return [Problem(name, rule)]
    seconds = parts[1]
    is_right = isinstance(seconds, int | float) and 0 < seconds <= _LONGEST and parts[0] > 0
    return [] if is_right else [Problem(name, rule)]


def _problem_of_functions(allow: object, clock: object) -> list[Problem]:
    problems: list[Problem] = []
    if allow is not None and not callable(allow):
        rule = "must be a function that takes a SendRequest, or None"
        problems.append(Problem("allow", rule))
    if not callable(clock):
        problems.append(Problem("clock", "must be a function that gives seconds since 1970"))
    return problems


def _problem_of_options(name: str, given: object) -> list[Problem]:
    if given is None:
        return []
    members = cast("Mapping[object, object]", given) if isinstance(given, Mapping) else None
    if members is None or not all(isinstance(one, str) for one in members):
        return [Problem(name, "must be a dict of members of the send by name, or None")]
    if members.get("dry_run"):
        rule = "must be left out: nothing is sent then, and the code would count as sent"
        return [Problem(f"{name}.dry_run", f"{rule}; try codes out with smsvoice.Emulator")]
    return []


def _problem_of_number(number: object) -> list[Problem]:
    """What is wrong with a number; in any other writing than E.164 it would be another number."""
    if not isinstance(number, str):
        return [Problem("number", "must be text in E.164")]
    wrong = problem_of(number)
    if wrong is None and _written_alike(number) != number:
        wrong = "must be in E.164, as smsvoice.text.phone_number writes it: without a leading zero"
    return [] if wrong is None else [Problem("number", wrong)]


def _written_alike(number: str) -> str | None:
    try:
        return phone_number(number)
    except RequestError:
        return None


def _is_country(code: object) -> bool:
    return isinstance(code, str) and is_country(code)


def _is_purpose(name: object) -> bool:
    return isinstance(name, str) and _PURPOSE.fullmatch(name) is not None


def _problem_of_names(
    countries: Collection[str] | None, purposes: Collection[str] | None
) -> list[Problem]:
    problems: list[Problem] = []
    if countries is not None and (
        isinstance(countries, str) or not all(map(_is_country, countries))
    ):
        rule = "must be ISO 3166-1 alpha-2 codes in capitals, e.g. {'US', 'CA'}"
        problems.append(Problem("countries", rule))
    if purposes is not None and (isinstance(purposes, str) or not all(map(_is_purpose, purposes))):
        problems.append(Problem("purposes", f"must be names, and each {_PURPOSE_RULE}"))
    return problems
