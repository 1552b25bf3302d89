"""Events and signatures a second, beside `json.loads` alone on the same text, in the same run.

`python -m benchmarks.bench_events` prints the table.
"""

import json
import statistics
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from benchmarks.report import table
from smsvoice import events
from smsvoice.emulator.engine.sns_signing import SnsSigner
from smsvoice.events import SnsVerifier

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "tests" / "events" / "samples"
TOPIC = "arn:aws:sns:us-east-1:123456789012:receipts"
ROUNDS, MANY = 9, 2_000


def seconds_of(work: Callable[[], object]) -> float:
    """Seconds of CPU for one time."""
    start = time.process_time()
    for _ in range(MANY):
        work()
    return (time.process_time() - start) / MANY


def row(name: str, work: Callable[[], object], alone: Callable[[], object]) -> tuple[str, ...]:
    """The medians of rounds in turns."""
    times = [(seconds_of(work), seconds_of(alone)) for _ in range(ROUNDS)]
    ours = statistics.median(one for one, _ in times)
    ratio = statistics.median(one / other for one, other in times)
    return name, f"{1 / ours:,.0f}", f"{ours * 1e6:.1f}", f"{ratio:.1f}"


def main() -> None:
    """Print the table."""
    rows: list[tuple[str, ...]] = []
    for name, file in (
        ("a receipt", "01_text_successful_guide_2024"),
        ("one in SNS in SQS", "37_sqs_wrapped_text"),
        ("one in EventBridge", "20_eventbridge_text_with_destination"),
        ("a reply in SNS for Lambda", "32_lambda_sns_inbound_pretty_printed"),
    ):
        text = (SAMPLES / f"{file}.json").read_text("utf-8")
        rows.append(row(name, partial(events.parse, text), partial(json.loads, text)))
    signer = SnsSigner()
    receipt = json.loads((SAMPLES / "01_text_successful_guide_2024.json").read_text("utf-8"))
    body = json.dumps(signer.envelope(TOPIC, receipt))
    verifier = SnsVerifier(TOPIC, certificate=signer.certificate)

    def verified() -> None:
        verifier.verify(body).release()

    rows.append(row("a signed SNS post, verified", verified, lambda: json.loads(body)))
    print(table(("", "a second", "µs of CPU", "times json.loads"), rows))


if __name__ == "__main__":
    main()
