"""The error that a request to a control is wrong."""


class WrongError(Exception):
    """A request to a control is wrong; the message names the reason."""


class MissingError(Exception):
    """What a request to a control names is not there; the message says what."""
