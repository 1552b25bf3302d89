"""Errors for missing attributes that name where the attribute is found."""

from typing import TYPE_CHECKING, Any

from smsvoice.core.names import nearest


class Hinting:
    """Names the right attribute in its AttributeError; type checkers still report it."""

    def _hint(self, name: str) -> str:
        """What to add to the error, beginning with a semicolon; nothing where nothing is near."""
        return nearest(name, (one for one in dir(type(self)) if not one.startswith("_")))

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            """Only asked for what is not there, and for properties whose own code failed so."""
            if name.startswith("_") or hasattr(type(self), name):
                return object.__getattribute__(self, name)  # raises Python's or the property's own
            text = f"{type(self).__name__} has no attribute {name!r}{self._hint(name)}"
            raise AttributeError(text, name=name, obj=self)
