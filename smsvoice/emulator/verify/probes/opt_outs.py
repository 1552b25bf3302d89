"""Opt-out lists."""

from smsvoice.emulator.verify.numbers import FICTIONAL, UNUSED_CODE
from smsvoice.emulator.verify.probe import Section
from smsvoice.emulator.verify.trial import Trial

_OPT_OUTS = Section("Opt-outs")
SECTIONS = (_OPT_OUTS,)


@_OPT_OUTS.probe("putting a number that no plan allows", "CreateOptOutList", "PutOptedOutNumber")
def put_impossible_number(trial: Trial) -> None:
    """Puts a number without a country on a list."""
    name = trial.name("a")
    trial.do("CreateOptOutList", OptOutListName=name)
    trial.ask("PutOptedOutNumber", OptOutListName=name, OptedOutNumber=UNUSED_CODE)


@_OPT_OUTS.probe(
    "looking for or removing a number that no plan allows",
    "CreateOptOutList",
    "DescribeOptedOutNumbers",
    "DeleteOptedOutNumber",
)
def find_impossible_number(trial: Trial) -> None:
    """Looks for a number without a country on a list, and takes it off."""
    name = trial.name("a")
    trial.do("CreateOptOutList", OptOutListName=name)
    trial.ask("DescribeOptedOutNumbers", OptOutListName=name, OptedOutNumbers=[UNUSED_CODE])
    trial.ask("DeleteOptedOutNumber", OptOutListName=name, OptedOutNumber=UNUSED_CODE)


@_OPT_OUTS.probe("putting a number a second time", "CreateOptOutList", "PutOptedOutNumber")
def put_twice(trial: Trial) -> None:
    """Puts a number of fiction on a list, twice with two seconds between."""
    name = trial.name("a")
    trial.do("CreateOptOutList", OptOutListName=name)
    first = trial.do("PutOptedOutNumber", OptOutListName=name, OptedOutNumber=FICTIONAL)
    trial.pause(2)
    second = trial.ask("PutOptedOutNumber", OptOutListName=name, OptedOutNumber=FICTIONAL)
    moments = [one.get("OptedOutTimestamp") for one in (first, second)]
    trial.note("the first moment stays", moments[0] == moments[1])


@_OPT_OUTS.probe(
    "taking a number off twice in 30 days",
    "CreateOptOutList",
    "PutOptedOutNumber",
    "DeleteOptedOutNumber",
)
def take_off_twice(trial: Trial) -> None:
    """Takes a number of fiction off a list, puts it on again, and takes it off again."""
    request = {"OptOutListName": trial.name("a"), "OptedOutNumber": FICTIONAL}
    trial.do("CreateOptOutList", OptOutListName=trial.name("a"))
    trial.do("PutOptedOutNumber", **request)
    trial.do("DeleteOptedOutNumber", **request)
    trial.do("PutOptedOutNumber", **request)
    trial.ask("DeleteOptedOutNumber", **request)
