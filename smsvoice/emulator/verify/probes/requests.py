"""What holds for requests of every kind."""

from smsvoice.emulator.verify.numbers import FICTIONAL
from smsvoice.emulator.verify.probe import Section
from smsvoice.emulator.verify.trial import Trial

_REQUESTS = Section("Requests in general")
SECTIONS = (_REQUESTS,)
_FOREIGN_ACCOUNT = "111111111111"
_MOST_TAGS = 50


@_REQUESTS.probe("the order of judgment", "DescribeOptedOutNumbers", "CreateOptOutList")
def order_of_judgment(trial: Trial) -> None:
    """Sends requests with two mistakes each, to see which is named."""
    trial.ask("DescribeOptedOutNumbers", OptOutListName=trial.name("absent"), MaxResults=1000)
    trial.ask("DescribeOptedOutNumbers", OptOutListName=trial.name("absent"), NextToken="x")
    trial.ask(
        "CreateOptOutList",
        OptOutListName=trial.name("a b"),
        Tags=[{"Key": "aws:x", "Value": "y"}],
    )


@_REQUESTS.probe("a required member is missing", "CreateOptOutList", "CreateEventDestination")
def missing_member(trial: Trial) -> None:
    """Leaves out what AWS requires."""
    trial.ask("CreateOptOutList")
    trial.ask("CreateEventDestination")


@_REQUESTS.probe(
    "a token of another walk, or no token at all",
    "CreateOptOutList",
    "DescribeOptOutLists",
    "DescribeConfigurationSets",
)
def foreign_token(trial: Trial) -> None:
    """Goes on listing with a made-up token, and with one of another list."""
    trial.do("CreateOptOutList", OptOutListName=trial.name("a"))
    trial.do("CreateOptOutList", OptOutListName=trial.name("b"))
    trial.ask("DescribeOptOutLists", NextToken="made-up")
    token = trial.do("DescribeOptOutLists", MaxResults=1)["NextToken"]
    trial.ask("DescribeConfigurationSets", NextToken=token)


@_REQUESTS.probe(
    "a filter value that its filter does not take, or AWS does not list",
    "DescribePools",
    "DescribeConfigurationSets",
)
def filter_value(trial: Trial) -> None:
    """Filters by a status and a message type that AWS does not have."""
    for operation, name in (
        ("DescribePools", "status"),
        ("DescribePools", "two-way-enabled"),
        ("DescribeConfigurationSets", "default-message-type"),
    ):
        trial.ask(operation, Filters=[{"Name": name, "Values": ["maybe"]}])


@_REQUESTS.probe(
    "an ARN of another account, region or kind", "DescribeOptOutLists", "DescribePools"
)
def foreign_arn(trial: Trial) -> None:
    """Reads by an ARN of another account, of another region, and of another kind."""
    name = f"opt-out-list/{trial.name('absent')}"
    region = "us-west-2" if trial.account.region != "us-west-2" else "us-east-1"
    trial.ask("DescribeOptOutLists", OptOutListNames=[trial.arn(name, account_id=_FOREIGN_ACCOUNT)])
    trial.ask("DescribeOptOutLists", OptOutListNames=[trial.arn(name, region=region)])
    trial.ask("DescribePools", PoolIds=[trial.arn(name)])


@_REQUESTS.probe("several fields at fault", "DescribeOptOutLists")
def several_fields(trial: Trial) -> None:
    """Breaks the limits of two members at once."""
    trial.ask("DescribeOptOutLists", OptOutListNames=["a b"], MaxResults=1000)


@_REQUESTS.probe(
    "several filters, several values",
    "CreateOptOutList",
    "PutOptedOutNumber",
    "DescribeOptedOutNumbers",
)
def several_filters(trial: Trial) -> None:
    """Filters a list of one number by both values of a flag, and by each in a filter of its own."""
    name = trial.name("a")
    trial.do("CreateOptOutList", OptOutListName=name)
    trial.do("PutOptedOutNumber", OptOutListName=name, OptedOutNumber=FICTIONAL)
    flag = "end-user-opted-out"
    both = [{"Name": flag, "Values": ["true", "false"]}]
    each = [{"Name": flag, "Values": [value]} for value in ("true", "false")]
    trial.ask("DescribeOptedOutNumbers", OptOutListName=name, Filters=both)
    trial.ask("DescribeOptedOutNumbers", OptOutListName=name, Filters=each)


@_REQUESTS.probe("`Owner` and ids together", "CreateOptOutList", "DescribeOptOutLists")
def owner_and_ids(trial: Trial) -> None:
    """Reads a list by its name and by its owner."""
    name = trial.name("a")
    trial.do("CreateOptOutList", OptOutListName=name)
    trial.ask("DescribeOptOutLists", OptOutListNames=[name], Owner="SELF")


@_REQUESTS.probe("ids and `MaxResults` together", "CreateOptOutList", "DescribeOptOutLists")
def ids_and_page_size(trial: Trial) -> None:
    """Reads two lists by their names, one a page."""
    names = [trial.name("a"), trial.name("b")]
    for name in names:
        trial.do("CreateOptOutList", OptOutListName=name)
    trial.ask("DescribeOptOutLists", OptOutListNames=names, MaxResults=1)


@_REQUESTS.probe("one unknown id among several", "CreateOptOutList", "DescribeOptOutLists")
def one_unknown_id(trial: Trial) -> None:
    """Reads a list that is there together with one that is not."""
    trial.do("CreateOptOutList", OptOutListName=trial.name("a"))
    names = [trial.name("a"), trial.name("absent")]
    trial.ask("DescribeOptOutLists", OptOutListNames=names)


@_REQUESTS.probe(
    "how long a `ClientToken` counts",
    "CreateOptOutList",
    "DeleteOptOutList",
    "DescribeOptOutLists",
)
def token_after_removal(trial: Trial) -> None:
    """Makes a list, removes it, and makes it again under the same token."""
    request = {"OptOutListName": trial.name("a"), "ClientToken": trial.name("token")}
    trial.do("CreateOptOutList", **request)
    trial.do("DeleteOptOutList", OptOutListName=trial.name("a"))
    trial.ask("CreateOptOutList", **request)
    trial.ask("DescribeOptOutLists", OptOutListNames=[trial.name("a")])


@_REQUESTS.probe("a `ClientToken` with another request", "CreateOptOutList")
def token_of_another_request(trial: Trial) -> None:
    """Makes two lists under one token."""
    token = trial.name("token")
    trial.do("CreateOptOutList", OptOutListName=trial.name("a"), ClientToken=token)
    trial.ask("CreateOptOutList", OptOutListName=trial.name("b"), ClientToken=token)


@_REQUESTS.probe("a tag key that begins with `aws:`", "CreateOptOutList", "TagResource")
def reserved_tag(trial: Trial) -> None:
    """Tags a list with a key that AWS keeps for itself."""
    arn = trial.do("CreateOptOutList", OptOutListName=trial.name("a"))["OptOutListArn"]
    trial.ask("TagResource", ResourceArn=arn, Tags=[{"Key": "aws:team", "Value": "a"}])


@_REQUESTS.probe("more than 50 tags", "CreateOptOutList", "TagResource")
def too_many_tags(trial: Trial) -> None:
    """Tags a list with 50 keys, and with one more."""
    arn = trial.do("CreateOptOutList", OptOutListName=trial.name("a"))["OptOutListArn"]
    tags = [{"Key": f"key-{number}", "Value": "a"} for number in range(_MOST_TAGS + 1)]
    trial.do("TagResource", ResourceArn=arn, Tags=tags[:_MOST_TAGS])
    trial.ask("TagResource", ResourceArn=arn, Tags=tags[_MOST_TAGS:])


@_REQUESTS.probe("a member that AWS does not know", "CreateOptOutList")
def unknown_member(trial: Trial) -> None:
    """Adds a member to a request that the operation does not have."""
    trial.ask_with(b'"Colour": "blue"', "CreateOptOutList", OptOutListName=trial.name("a"))
