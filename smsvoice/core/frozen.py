"""Values that never change: what Pydantic refuses to set or delete is named without its value."""

from typing import TYPE_CHECKING, ClassVar

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import InitErrorDetails, PydanticCustomError

from smsvoice.core.redact import HIDDEN, safe_name

_RULE = "is frozen: make a changed copy with model_copy(update={...})"


class FrozenModel(BaseModel):
    """A model whose members are set once, and whose errors show no value."""

    model_config: ClassVar[ConfigDict] = ConfigDict(frozen=True, hide_input_in_errors=True)

    if not TYPE_CHECKING:  # as in Pydantic, so that checkers know which attributes there are

        def __setattr__(self, name: str, value: object) -> None:
            """As Pydantic has it; a refusal does not show the value."""
            try:
                super().__setattr__(name, value)
            except ValidationError as refused:
                wrong = _without_value(refused, name)
            else:
                return
            del value
            raise wrong

        def __delattr__(self, name: str) -> None:
            """As Pydantic has it; a refusal names the remedy."""
            try:
                super().__delattr__(name)
            except ValidationError as refused:
                wrong = _without_value(refused, name)
            else:
                return
            raise wrong


def _without_value(refused: ValidationError, name: str) -> ValidationError:
    """What Pydantic says of a frozen member, with the remedy in place of the value."""
    kind = refused.errors(include_input=False, include_url=False)[0]["type"]
    if kind not in ("frozen_instance", "frozen_field"):  # a subclass of a caller may be changed
        return refused
    found = InitErrorDetails(
        type=PydanticCustomError(kind, _RULE), loc=(safe_name(name),), input=HIDDEN
    )
    return ValidationError.from_exception_data(refused.title, [found], hide_input=True)
