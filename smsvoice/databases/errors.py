"""What is wrong with a database; the packages that use one name it with errors of their own."""


class AddressError(Exception):
    """A text is no place of a database."""

    def __init__(self, rule: str) -> None:
        """Say what it must be; `rule` goes on after the name of an argument."""
        super().__init__(rule)
        self.rule = rule


class DatabaseError(Exception):
    """A database cannot be used."""

    def __init__(self, why: str) -> None:
        """Say what is in the way; never with a value."""
        super().__init__(why)
        self.why = why
