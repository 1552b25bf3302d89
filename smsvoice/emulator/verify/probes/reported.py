"""Answers that rest on reports of the service alone."""

from smsvoice.emulator.verify.probe import Need, Section
from smsvoice.emulator.verify.trial import Trial

_CERTAIN = Section("Certain")
_POOLS = Section("Pools")
SECTIONS = (_CERTAIN, _POOLS)


@_CERTAIN.probe("GetResourcePolicy where no policy is", "CreateOptOutList", "GetResourcePolicy")
def no_policy(trial: Trial) -> None:
    """Reads the policy of a list that has none."""
    made = trial.do("CreateOptOutList", OptOutListName=trial.name("a"))
    trial.ask("GetResourcePolicy", ResourceArn=made["OptOutListArn"])


@_CERTAIN.probe(
    "CreateEventDestination with the ARN of its set",
    "CreateConfigurationSet",
    "CreateEventDestination",
    needs=(Need.TOPIC,),
)
def set_by_arn(trial: Trial) -> None:
    """Names the set of a new event destination by its ARN."""
    made = trial.do("CreateConfigurationSet", ConfigurationSetName=trial.name("a"))
    trial.ask(
        "CreateEventDestination",
        ConfigurationSetName=made["ConfigurationSetArn"],
        EventDestinationName="one",
        MatchingEventTypes=["ALL"],
        SnsDestination={"TopicArn": trial.account.topic},
    )


@_CERTAIN.probe(
    "a new event destination",
    "CreateConfigurationSet",
    "CreateEventDestination",
    needs=(Need.TOPIC,),
)
def new_event_destination(trial: Trial) -> None:
    """Makes an event destination for your topic, and looks whether it is on."""
    name = trial.name("a")
    trial.do("CreateConfigurationSet", ConfigurationSetName=name)
    trial.ask(
        "CreateEventDestination",
        ConfigurationSetName=name,
        EventDestinationName="one",
        MatchingEventTypes=["ALL"],
        SnsDestination={"TopicArn": trial.account.topic},
    )


@_POOLS.probe(
    "the ARN of a sender ID without its country, in CreatePool and when it leaves", "CreatePool"
)
def sender_id_arn(trial: Trial) -> None:
    """Asks for a pool of a sender ID that no account has, by an ARN without its country."""
    trial.ask(
        "CreatePool",
        OriginationIdentity=trial.arn(f"sender-id/{trial.absent_sender}"),
        MessageType="TRANSACTIONAL",
    )
