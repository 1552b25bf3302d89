"""The command `python -m smsvoice.emulator.verify`."""

import argparse
import json
import os
import signal
import sys
import uuid
from collections.abc import Sequence

from botocore.exceptions import BotoCoreError, ClientError

from smsvoice.emulator.verify import report
from smsvoice.emulator.verify.account import AccountError, Connection, connect
from smsvoice.emulator.verify.cleaning import sweep, uninterrupted
from smsvoice.emulator.verify.contract import Outcome, judge
from smsvoice.emulator.verify.guard import Guard
from smsvoice.emulator.verify.policy import policy
from smsvoice.emulator.verify.probe import Probe
from smsvoice.emulator.verify.probes import PROBES

_AGREES, _DIFFERS, _MISTAKE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command.

    The exit code is 0 where all agrees, 1 where something differs, is not settled or stays behind,
    and 2 for wrong arguments and an account that cannot be asked.
    """
    parser = _parser()
    options = parser.parse_args(arguments)
    try:
        probes = _chosen(options.only)
        if options.policy:
            _say(json.dumps(policy(), indent=2))
            return _AGREES
        if options.list:
            _say(report.listing_json(probes) if options.json else "\n".join(report.listing(probes)))
            return _AGREES
        return _run(options, probes)
    except AccountError as mistake:
        sys.stderr.write(f"smsvoice.emulator.verify: {mistake}\n")
        return _MISTAKE
    except BrokenPipeError:
        return _DIFFERS


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m smsvoice.emulator.verify",
        description="Ask an account of AWS what the emulator has to guess, and print where the two "
        "differ. Nothing is sent, nothing costs, and what is made is removed.",
    )
    target = parser.add_mutually_exclusive_group(required=True)
    add = target.add_argument
    add("--aws", action="store_true", help="ask AWS, with the credentials of the environment")
    add("--endpoint-url", metavar="URL", help="ask another endpoint, e.g. another emulator")
    add("--list", action="store_true", help="print what would be called, and call nothing")
    add("--policy", action="store_true", help="print the IAM policy that a run needs")
    add = parser.add_argument
    add("--region", help="the region to ask; the environment's otherwise")
    add("--profile", help="the profile of your AWS configuration to use")
    add("--topic", metavar="ARN", help="an SNS topic of yours, for probes of event destinations")
    add("--only", metavar="NAME", action="append", help="only this probe; several times for more")
    add("--sweep", action="store_true", help="remove what earlier runs have left, and end")
    add("--yes", action="store_true", help="start without asking")
    add("--json", action="store_true", help="print JSON")
    return parser


def _chosen(names: list[str] | None) -> list[Probe]:
    known = {probe.name: probe for probe in PROBES}
    if unknown := set(names or ()) - set(known):
        raise AccountError(f"there is no probe {', '.join(sorted(unknown))}; --list prints all")
    return [known[name] for name in names] if names else list(PROBES)


def _run(options: argparse.Namespace, probes: Sequence[Probe]) -> int:
    run = uuid.uuid4().hex[:8]
    connection = connect(
        run,
        endpoint_url=options.endpoint_url,
        region=options.region,
        profile=options.profile,
        topic=options.topic,
    )
    task = "remove what earlier runs have left" if options.sweep else f"run {len(probes)} probes"
    if not options.yes and not _agreed(f"{report.masked(connection.account)}: {task}?"):
        return _MISTAKE
    # Ended by a signal or by Ctrl-C, a run removes what it has made.
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        if options.sweep:
            return _swept(connection)
        return _judged(connection, probes, as_json=options.json)
    finally:
        signal.signal(signal.SIGTERM, before)


def _agreed(question: str) -> bool:
    if not sys.stdin.isatty():
        raise AccountError("there is no terminal to ask at: --yes starts without asking")
    sys.stderr.write(f"{question} [y/N] ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in ("y", "yes")


def _swept(connection: Connection) -> int:
    try:
        found, leftovers = sweep(connection.guard)
    except (ClientError, BotoCoreError) as failure:
        raise AccountError(f"leftovers cannot be looked for: {type(failure).__name__}") from None
    _say(f"{found} found, {found - len(leftovers)} removed")
    return _DIFFERS if _stays(leftovers) else _AGREES


def _judged(connection: Connection, probes: Sequence[Probe], *, as_json: bool) -> int:
    guard, account = connection
    outcomes: list[Outcome] = []
    ended = False
    try:
        for probe in probes:
            outcome = judge(probe, account, guard)
            outcomes.append(outcome)
            if not as_json:
                _say("\n".join(report.lines(outcome)))
    except (KeyboardInterrupt, BrokenPipeError):
        ended = True
        sys.stderr.write("ended; what was made is removed\n")
    leftovers = _cleaned(connection) if ended or guard.in_doubt else _names(guard)
    if as_json:
        _say(report.as_json(account, guard.run, outcomes, leftovers))
    else:
        _say(report.summary(outcomes))
    wrong = ended or any(report.word(one) in ("differs", "not settled") for one in outcomes)
    return _DIFFERS if _stays(leftovers) or wrong else _AGREES


def _cleaned(connection: Connection) -> list[str]:
    """What stays after a look for things whose making nothing here has heard of.

    A second Ctrl-C does not end it.
    """
    guard = connection.guard
    try:
        with uninterrupted():
            return sweep(guard, guard.run)[1]
    except (ClientError, BotoCoreError):
        return _names(guard) or [guard.prefix + "?"]


def _names(guard: Guard) -> list[str]:
    return [name for name, _ in guard.made]


def _stays(leftovers: Sequence[str]) -> bool:
    for name in leftovers:
        sys.stderr.write(f"could not be removed: {name}; --sweep tries again\n")
    return bool(leftovers)


def _say(text: str) -> None:
    """Print.

    Raises:
        BrokenPipeError: nothing reads the output any more, as after `| head`. Only once.
    """
    try:
        sys.stdout.write(text + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise
