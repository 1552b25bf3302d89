"""Configuration sets, their event destinations, and protect configurations."""

from datetime import UTC, datetime, timedelta

from smsvoice.emulator.verify.numbers import FICTIONAL
from smsvoice.emulator.verify.probe import Need, Section
from smsvoice.emulator.verify.trial import Trial

_SETS = Section("Configuration sets and protect configurations")
SECTIONS = (_SETS,)


def _new_set(trial: Trial) -> str:
    name = trial.name("a")
    trial.do("CreateConfigurationSet", ConfigurationSetName=name)
    return name


@_SETS.probe(
    "a default sender ID that does not exist", "CreateConfigurationSet", "SetDefaultSenderId"
)
def absent_default_sender(trial: Trial) -> None:
    """Makes a sender ID that is not there the default of a set."""
    trial.ask(
        "SetDefaultSenderId", ConfigurationSetName=_new_set(trial), SenderId=trial.absent_sender
    )


@_SETS.probe(
    "deleting a default that is not set",
    "CreateConfigurationSet",
    "DeleteDefaultSenderId",
    "DeleteDefaultMessageType",
)
def delete_no_default(trial: Trial) -> None:
    """Takes away defaults that a set does not have."""
    name = _new_set(trial)
    trial.ask("DeleteDefaultSenderId", ConfigurationSetName=name)
    trial.ask("DeleteDefaultMessageType", ConfigurationSetName=name)


@_SETS.probe(
    "an update that names another kind of destination",
    "CreateConfigurationSet",
    "CreateEventDestination",
    "UpdateEventDestination",
    needs=(Need.TOPIC,),
)
def another_kind_of_destination(trial: Trial) -> None:
    """Names a log group for an event destination that publishes to your topic."""
    region, owner, name = trial.account.region, trial.account.account_id, _new_set(trial)
    place = {"ConfigurationSetName": name, "EventDestinationName": "one"}
    topic = {"TopicArn": trial.account.topic}
    trial.do("CreateEventDestination", **place, MatchingEventTypes=["ALL"], SnsDestination=topic)
    logs = {
        "IamRoleArn": f"arn:aws:iam::{owner}:role/{name}",
        "LogGroupArn": f"arn:aws:logs:{region}:{owner}:log-group:{name}:*",
    }
    trial.ask("UpdateEventDestination", **place, CloudWatchLogsDestination=logs)


@_SETS.probe(
    "a rule for a country that there is not",
    "CreateProtectConfiguration",
    "UpdateProtectConfigurationCountryRuleSet",
)
def rule_for_no_country(trial: Trial) -> None:
    """Blocks a country that does not exist."""
    made = trial.do("CreateProtectConfiguration")
    trial.ask(
        "UpdateProtectConfigurationCountryRuleSet",
        ProtectConfigurationId=made["ProtectConfigurationId"],
        NumberCapability="SMS",
        CountryRuleSetUpdates={"QQ": {"ProtectStatus": "BLOCK"}},
    )


@_SETS.probe(
    "an override that is put again",
    "CreateProtectConfiguration",
    "PutProtectConfigurationRuleSetNumberOverride",
)
def override_again(trial: Trial) -> None:
    """Allows and then blocks a number of fiction, two seconds later."""
    made = trial.do("CreateProtectConfiguration")
    place = {
        "ProtectConfigurationId": made["ProtectConfigurationId"],
        "DestinationPhoneNumber": FICTIONAL,
    }
    operation = "PutProtectConfigurationRuleSetNumberOverride"
    first = trial.do(operation, **place, Action="ALLOW")
    trial.pause(2)
    second = trial.ask(operation, **place, Action="BLOCK")
    moments = [one.get("CreatedTimestamp") for one in (first, second)]
    trial.note("the creation time stays", moments[0] == moments[1])


@_SETS.probe(
    "an override that expires in the past",
    "CreateProtectConfiguration",
    "PutProtectConfigurationRuleSetNumberOverride",
)
def override_in_the_past(trial: Trial) -> None:
    """Allows a number of fiction until yesterday."""
    made = trial.do("CreateProtectConfiguration")
    trial.ask(
        "PutProtectConfigurationRuleSetNumberOverride",
        ProtectConfigurationId=made["ProtectConfigurationId"],
        DestinationPhoneNumber=FICTIONAL,
        Action="ALLOW",
        ExpirationTimestamp=datetime.now(UTC) - timedelta(days=1),
    )
