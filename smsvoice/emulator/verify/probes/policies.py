"""Resource policies, on opt-out lists that a run has made, for its own account."""

import json

from smsvoice.emulator.verify.probe import Section
from smsvoice.emulator.verify.trial import Trial

_POLICIES = Section("Policies and look-ups")
SECTIONS = (_POLICIES,)


def _new_list(trial: Trial) -> str:
    made = trial.do("CreateOptOutList", OptOutListName=trial.name("a"))
    return str(made["OptOutListArn"])


def _policy(trial: Trial, arn: str, *actions: str) -> str:
    statement = {
        "Effect": "Allow",
        "Principal": {"AWS": f"arn:aws:iam::{trial.account.account_id}:root"},
        "Action": [f"sms-voice:{action}" for action in actions],
        "Resource": arn,
    }
    return json.dumps({"Version": "2012-10-17", "Statement": [statement]})


@_POLICIES.probe("a policy that is no JSON", "CreateOptOutList", "PutResourcePolicy")
def policy_without_json(trial: Trial) -> None:
    """Gives a list a policy that cannot be read."""
    trial.ask("PutResourcePolicy", ResourceArn=_new_list(trial), Policy="no policy")


@_POLICIES.probe("a policy on what cannot be shared", "CreateConfigurationSet", "PutResourcePolicy")
def policy_on_a_set(trial: Trial) -> None:
    """Gives a configuration set a policy."""
    made = trial.do("CreateConfigurationSet", ConfigurationSetName=trial.name("a"))
    arn = made["ConfigurationSetArn"]
    policy = _policy(trial, arn, "DescribeConfigurationSets")
    trial.ask("PutResourcePolicy", ResourceArn=arn, Policy=policy)


@_POLICIES.probe("a policy that replaces another", "CreateOptOutList", "PutResourcePolicy")
def policy_again(trial: Trial) -> None:
    """Gives a list a policy for its own account, and another two seconds later."""
    arn = _new_list(trial)
    one = _policy(trial, arn, "DescribeOptOutLists")
    other = _policy(trial, arn, "DescribeOptOutLists", "DescribeOptedOutNumbers")
    first = trial.do("PutResourcePolicy", ResourceArn=arn, Policy=one)
    trial.pause(2)
    second = trial.ask("PutResourcePolicy", ResourceArn=arn, Policy=other)
    moments = [each.get("CreatedTimestamp") for each in (first, second)]
    trial.note("the first time stays", moments[0] == moments[1])


@_POLICIES.probe(
    "deleting a policy where there is none", "CreateOptOutList", "DeleteResourcePolicy"
)
def delete_no_policy(trial: Trial) -> None:
    """Takes a policy away that is not there."""
    trial.ask("DeleteResourcePolicy", ResourceArn=_new_list(trial))
