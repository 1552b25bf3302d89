"""Dry runs of texts: judged by the service, sent to no one."""

from smsvoice.emulator.verify.numbers import (
    FICTIONAL,
    FICTIONAL_BRITISH,
    SATELLITE,
    SIMULATOR,
    TOO_LONG,
    TOO_SHORT,
    UNUSED_CODE,
)
from smsvoice.emulator.verify.probe import Need, Section
from smsvoice.emulator.verify.trial import Trial

_SENDING = Section("Sending")
SECTIONS = (_SENDING,)


def _dry_run(trial: Trial, number: str, **members: object) -> None:
    body = {"MessageBody": "Your table is ready"} | members
    given = {name: value for name, value in body.items() if value is not None}
    answer = trial.ask("SendTextMessage", DestinationPhoneNumber=number, DryRun=True, **given)
    trial.note("has an id", bool(answer.get("MessageId")))


@_SENDING.probe(
    "a recipient that is no number, by calling code or count of digits", "SendTextMessage"
)
def dry_run_to_no_number(trial: Trial) -> None:
    """Tries a text, as a dry run, to numbers that are too short or have no country."""
    _dry_run(trial, TOO_SHORT)
    _dry_run(trial, UNUSED_CODE)


@_SENDING.probe("how many digits a number has", "SendTextMessage")
def dry_run_to_long_number(trial: Trial) -> None:
    """Tries a text, as a dry run, to a British number with three digits too many."""
    _dry_run(trial, TOO_LONG)


@_SENDING.probe(
    "a number that belongs to no country, such as a satellite phone",
    "CreateOptOutList",
    "PutOptedOutNumber",
    "SendTextMessage",
)
def satellite_number(trial: Trial) -> None:
    """Puts a satellite network's number on a list, and tries a text to it as a dry run."""
    name = trial.name("a")
    trial.do("CreateOptOutList", OptOutListName=name)
    trial.ask("PutOptedOutNumber", OptOutListName=name, OptedOutNumber=SATELLITE)
    _dry_run(trial, SATELLITE)


@_SENDING.probe("a text without a body, an MMS without body and media", "SendTextMessage")
def dry_run_without_body(trial: Trial) -> None:
    """Tries a text without a body, as a dry run."""
    _dry_run(trial, SIMULATOR, MessageBody=None)


@_SENDING.probe("the shared route", "SendTextMessage", needs=(Need.NO_IDENTITIES,))
def shared_route(trial: Trial) -> None:
    """Tries a text to numbers of fiction in the United States and Britain, as a dry run."""
    _dry_run(trial, FICTIONAL)
    _dry_run(trial, FICTIONAL_BRITISH)


@_SENDING.probe("a price above the ceiling", "SendTextMessage")
def price_above_ceiling(trial: Trial) -> None:
    """Tries a text to the simulator with a ceiling below every price, as a dry run."""
    _dry_run(trial, SIMULATOR, MaxPrice="0.00001")
