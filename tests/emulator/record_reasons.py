"""A plugin of pytest that writes down which reasons the emulator gave: `-p tests.emulator.record_reasons`.

The file is named by SMSVOICE_REASONS_FILE; one reason a line, after its exception.
"""

import os
from pathlib import Path

import pytest

from smsvoice.emulator.engine import engine
from smsvoice.emulator.engine.service_errors import ServiceError
from smsvoice.emulator.engine.wire import Answer

given: set[tuple[str, str]] = set()
_refused = engine.error_answer


def _noting(refusal: ServiceError, request_id: str) -> Answer:
    given.add((refusal.code, str(refusal.members.get("Reason", ""))))
    return _refused(refusal, request_id)


def pytest_configure(config: pytest.Config) -> None:
    """Listen from now on."""
    engine.error_answer = _noting


def pytest_unconfigure(config: pytest.Config) -> None:
    """Write down what was heard."""
    lines = [" ".join(one) for one in sorted(given)]
    Path(os.environ["SMSVOICE_REASONS_FILE"]).write_text("\n".join(lines))
