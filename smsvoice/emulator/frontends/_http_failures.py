"""The answer to a request at which the emulator itself failed."""

import traceback
from logging import getLogger

from smsvoice.emulator.engine.engine import Engine
from smsvoice.emulator.engine.service_errors import internal_error
from smsvoice.emulator.engine.wire import Answer, error_answer

_log = getLogger("smsvoice.emulator")


def failed(engine: Engine, fault: Exception) -> Answer:
    """Log what went wrong and where, and answer as a service does."""
    # Only what kind and where: the text of an error may repeat what a person wrote.
    place = traceback.extract_tb(fault.__traceback__)[-1]
    kind = type(fault).__name__
    _log.error("the emulator failed: %s at %s:%s", kind, place.filename, place.lineno)
    request_id = engine.ids.message()
    return error_answer(internal_error(request_id), request_id)
