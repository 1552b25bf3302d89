"""An emulator's server for the benchmark, of whichever checkout PYTHONPATH names.

It prints its port once it listens. What it is filled with goes the way of requests, or that of the
function behind them, and not over HTTP, so that filling takes little of the run.
"""

import argparse
import gc
import json
from typing import Any

from smsvoice.emulator import Emulator
from smsvoice.emulator.frontends import server
from smsvoice.emulator.state import opt_outs

TARGET = "PinpointSMSVoiceV2.SendTextMessage"


def main() -> None:
    """Fill an emulator and serve it, or only fill its file."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--db")
    parser.add_argument("--keep", type=int)
    parser.add_argument("--stopped", action="store_true", help="the clock moves by advance only")
    parser.add_argument("--sends", type=int, default=0, help="messages that are there already")
    parser.add_argument("--opted-out", type=int, default=0, help="numbers that opted out already")
    parser.add_argument("--only-fill", action="store_true", help="deliver, write the file and end")
    options = parser.parse_args()
    with Emulator(db=options.db, clock_runs=not options.stopped) as emulator:
        emulator.settings.keep_messages = options.keep
        emulator.settings.spend_limit = 1_000_000_000
        gc.set_threshold(50_000, 50, 100)  # as the command does
        written = _write_later(emulator) if options.only_fill else None
        for number in range(options.sends):
            emulator.fault_injector.handle(TARGET, "", json.dumps(message(number)).encode())
        if options.opted_out:
            emulator.engine.apply(lambda call: _opt_out(call, options.opted_out))
        if written is not None:
            emulator.advance(5)
            written()
            return
        with server.listen("127.0.0.1", 0) as listening:
            print(listening.getsockname()[1], flush=True)
            server.run(server.App(emulator), listening)


def message(number: int) -> dict[str, object]:
    """A text to a recipient of its own."""
    return {
        "DestinationPhoneNumber": f"+49152{10_000_000 + number}",
        "MessageBody": f"Your order {number:08} has left our house and arrives on Friday.",
    }


def _opt_out(call: Any, many: int) -> None:
    for number in range(many):
        opt_outs.opt_out(call, "Default", f"+1206{2_000_000 + number}", by_recipient=False)


def _write_later(emulator: Emulator) -> Any:
    """Keep in memory what would be written, and write it in one go."""
    backend: Any = emulator.engine.store._backend
    kept: dict[Any, bytes | None] = {}
    plain, backend.save = backend.save, kept.update
    return lambda: plain(kept)


if __name__ == "__main__":
    main()
