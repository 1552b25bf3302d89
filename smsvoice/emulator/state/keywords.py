"""Keywords as they are kept: for each number, pool and RCS agent, HELP and STOP always there."""

from smsvoice.emulator.engine.context import Call
from smsvoice.emulator.engine.store import TableOf
from smsvoice.emulator.engine.table import Table
from smsvoice.models.keywords import KeywordAction, KeywordInformation

HELP, STOP, START, UNSTOP = "HELP", "STOP", "START", "UNSTOP"
CARRIER_KEYWORDS = (STOP, UNSTOP)
"""Keywords of a US toll-free number that are its carrier's."""
_STANDING = (
    KeywordInformation(
        keyword=HELP,
        keyword_message="This number sends automated messages. Reply STOP to get none.",
        keyword_action=KeywordAction.AUTOMATIC_RESPONSE,
    ),
    KeywordInformation(
        keyword=STOP,
        keyword_message="You will get no more messages from this number.",
        keyword_action=KeywordAction.OPT_OUT,
    ),
)


kept_keywords: TableOf[KeywordInformation] = TableOf("keywords", KeywordInformation)
"""The keywords of a number, pool or RCS agent, as they are kept."""


def keywords_of(call: Call, owner_id: str) -> Table[KeywordInformation]:
    """The keywords of a number, pool or RCS agent, by keyword in upper case."""
    table = kept_keywords(call, owner_id)
    for keyword in _STANDING:
        if keyword.keyword not in table:
            table.put(keyword.keyword, keyword)
    return table


def copy_keywords(call: Call, from_id: str, to_id: str) -> None:
    """Give one owner exactly the keywords of another."""
    drop_keywords(call, to_id)
    table = kept_keywords(call, to_id)
    for keyword in keywords_of(call, from_id):
        table.put(keyword.keyword, keyword)


def same_keywords(call: Call, one_id: str, other_id: str) -> bool:
    """Whether two owners have the same keywords, messages and actions."""
    one = {keyword.keyword: keyword for keyword in keywords_of(call, one_id)}
    return one == {keyword.keyword: keyword for keyword in keywords_of(call, other_id)}


def drop_keywords(call: Call, owner_id: str) -> None:
    """Forget the keywords of an owner that is gone."""
    table = kept_keywords(call, owner_id)
    for key in table.keys():  # noqa: SIM118  a table's keys, taken before it changes
        table.drop(key)
