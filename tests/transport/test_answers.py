"""A listing is complete, or an exception: pages cut anywhere, endless walks, answers out of bounds."""

import json
from collections.abc import Callable
from functools import cached_property
from typing import Any

import botocore
import pytest
from botocore.config import Config

from smsvoice import AnswerError, OutcomeUnknownError, SmsVoice, SmsVoiceError, guard_sends
from smsvoice.core.codec import DEEPEST
from tests.contract.wire import Wire, keyed_session
from tests.transport.faults import Fault, FaultyServer, Received, no_back_off, whole

PAGES, CUT = 5, 2
NAMES = [f"list-{number}" for number in range(PAGES * 2)]
FRAMINGS = ("length", "chunked", "until closed")


def page(number: int) -> dict[str, Any]:
    """One page of the listing: two opt-out lists, and where the next page starts."""
    lists = [
        {"OptOutListArn": f"arn:{name}", "OptOutListName": name, "CreatedTimestamp": 1.5}
        for name in NAMES[number * 2 : number * 2 + 2]
    ]
    more = {"NextToken": str(number + 1)} if number + 1 < PAGES else {}
    return {"OptOutLists": lists} | more


def asked_for(request: Received) -> int:
    """Which page a request asks for."""
    return int(request.body.get("NextToken", 0))


def framed(content: object, framing: str) -> bytes:
    """A whole answer on the wire, its end told in one of HTTP's ways."""
    body = json.dumps(content).encode()
    head = b"HTTP/1.1 200 OK\r\nx-amzn-RequestId: r-1\r\n"
    if framing == "length":
        return head + f"Content-Length: {len(body)}\r\n\r\n".encode() + body
    if framing == "chunked":
        chunk = f"{len(body):x}\r\n".encode() + body + b"\r\n0\r\n\r\n"
        return head + b"Transfer-Encoding: chunked\r\n\r\n" + chunk
    return head + b"Connection: close\r\n\r\n" + body


class Listings:
    """The same listing through our client and through botocore's paginator on a guarded one."""

    def __init__(self, choose: Callable[[Received], Fault | bytes]) -> None:
        """Answer pages, unless `choose` says otherwise."""
        self.server = FaultyServer(choose, lambda request: page(asked_for(request)))
        session = keyed_session()
        # Of botocore's modes this one has no quota that hundreds of failures would use up.
        config = Config(read_timeout=2, retries={"mode": "legacy", "total_max_attempts": 3})
        settings: dict[str, Any] = {"endpoint_url": self.server.url, "config": config}
        self.sms = SmsVoice(session, **settings)
        self.plain = guard_sends(session.client("pinpoint-sms-voice-v2", **settings))

    def ours(self) -> list[str]:
        """Names from our pager."""
        return [one.opt_out_list_name for one in self.sms.api.describe_opt_out_lists()]

    def raw(self) -> list[str]:
        """Names from botocore's paginator."""
        pages = self.plain.get_paginator("describe_opt_out_lists").paginate()
        return [one["OptOutListName"] for one in pages.search("OptOutLists[]")]


def cut_everywhere(call_path: str, framing: str, cut: int, step: int) -> dict[str, int]:
    """Cut one page at every so manieth byte, for good and once; how often each end was seen."""
    whole_page = framed(page(cut), framing)
    ends = {"complete": 0, "error": 0}
    plan: dict[str, Any] = {}

    def choose(request: Received) -> Fault | bytes:
        if asked_for(request) != cut or plan["left"] == 0:
            return Fault.NONE
        plan["left"] -= 1
        return whole_page[: plan["at"]]

    listings = Listings(choose)
    with listings.server:
        ways = (listings.ours, listings.raw) if call_path == "botocore" else (listings.ours,)
        for at in range(0, len(whole_page), step):
            for times in (99, 1):
                for listing in ways:
                    plan.update(at=at, left=times)
                    try:
                        names = listing()
                    except Exception as error:
                        assert times == 99, f"cut once at {at}: {error!r}"
                        assert listing == listings.raw or isinstance(error, SmsVoiceError)
                        ends["error"] += 1
                    else:
                        assert names == NAMES, f"cut {times} times at {at}"
                        ends["complete"] += 1
    return ends


@pytest.mark.parametrize("framing", FRAMINGS)
def test_a_cut_page_makes_a_complete_list_or_an_exception(call_path: str, framing: str) -> None:
    """At sampled bytes of the third page of five, header and body."""
    ends = cut_everywhere(call_path, framing, CUT, step=31)

    assert ends["error"] > 5
    assert ends["complete"] > 5


@pytest.mark.long
@pytest.mark.parametrize("framing", FRAMINGS)
def test_a_page_cut_at_every_byte(call_path: str, framing: str) -> None:
    """All offsets of the third page."""
    ends = cut_everywhere(call_path, framing, CUT, step=1)

    print(framing, ends)
    ways = 2 if call_path == "botocore" else 1
    assert ends["error"] + ends["complete"] == 2 * ways * len(framed(page(CUT), framing))


@pytest.mark.long
@pytest.mark.parametrize("cut", [0, 1, 3, 4])
def test_the_other_pages_cut_here_and_there(call_path: str, cut: int) -> None:
    """The first and the last included, which have no page before or after."""
    assert cut_everywhere(call_path, "length", cut, step=9)["error"] > 10


@pytest.mark.parametrize(
    "fault", [Fault.HTML, Fault.EMPTY, Fault.CUT_BODY, Fault.DROP, Fault.ERROR_503], ids=str
)
def test_a_page_that_never_comes_whole_is_an_error(call_path: str, fault: Fault) -> None:
    """After as many attempts as botocore is configured for."""
    listings = Listings(lambda request: fault if asked_for(request) == CUT else Fault.NONE)

    with listings.server:
        with pytest.raises(SmsVoiceError):
            listings.ours()
        with pytest.raises(Exception):  # noqa: B017  whatever botocore calls it
            listings.raw()

    assert [asked_for(r) for r in listings.server.received] == [0, 1, 2, 2, 2] * 2


def test_a_client_that_never_repeats_gives_up_at_once(call_path: str) -> None:
    """One attempt, as configured, and an error."""
    listings = Listings(lambda _: Fault.HTML)

    with listings.server, pytest.raises(AnswerError, match="the body is no JSON"):
        once = listings.sms.with_options(config=Config(retries={"total_max_attempts": 1}))
        once.api.describe_opt_out_lists().first()

    assert len(listings.server.received) == 1


def test_a_write_whose_answer_stays_cut_has_an_unknown_outcome(call_path: str) -> None:
    """It was repeated, which changes nothing, and no answer could be read."""
    listings = Listings(lambda _: Fault.CUT_BODY)

    with listings.server, pytest.raises(OutcomeUnknownError, match="CreateOptOutList"):
        listings.sms.api.create_opt_out_list(opt_out_list_name="a")

    tokens = {request.body["ClientToken"] for request in listings.server.received}
    assert (len(listings.server.received), len(tokens)) == (3, 1)


# --- bounds ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_a_walk_that_never_ends_is_noticed(call_path: str, turns: int) -> None:
    """The same token again, at once or after a while."""

    def around(request: Received) -> bytes:
        return whole(page(0) | {"NextToken": str((asked_for(request) + 1) % turns + 1)})

    listings = Listings(around)
    with listings.server, pytest.raises(AnswerError, match="the walk would never end"):
        listings.ours()

    assert len(listings.server.received) <= turns + 2


class Told:
    """Clients that are answered as told."""

    def __init__(self, wire: Wire) -> None:
        """Sit at the ends of a wire."""
        self.wire = wire
        self.sms = SmsVoice(session=wire.session())

    @cached_property
    def plain(self) -> Any:
        """A guarded boto3 client."""
        return guard_sends(self.wire.session().client("pinpoint-sms-voice-v2"))

    def tell(self, answer: object, status: int = 200, **headers: str) -> None:
        """What the next calls are answered with."""
        self.wire.answer = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
        self.wire.status = status
        self.wire.headers = {name.replace("_", "-"): value for name, value in headers.items()}


@pytest.fixture
def told(served: Callable[[Wire], None]) -> Told:
    """Clients on one path, and what they are told."""
    wire = Wire()
    served(wire)
    return Told(wire)


def nested(depth: int) -> bytes:
    """A page with a member that nobody knows, so deep."""
    return b'{"Pools": [], "New":' + b'{"New":' * (depth - 1) + b"{}" + b"}" * depth


def lone_surrogate(depth: int) -> bytes:
    """The same with half a character in it, which Pydantic's reader refuses."""
    return nested(depth).replace(b"{}", b'{"a": "\\ud800"}')


@pytest.mark.parametrize("made", [nested, lone_surrogate])
@pytest.mark.parametrize("depth", [DEEPEST + 5, 1_000, 50_000])
def test_an_answer_nested_beyond_reason_is_refused(
    made: Callable[[int], bytes], depth: int, told: Told
) -> None:
    """Before anything walks into it, on our client and on a guarded one."""
    told.tell(made(depth))

    with pytest.raises(AnswerError):
        told.sms.api.describe_pools().first()
    with pytest.raises(AnswerError):
        told.plain.describe_pools()


@pytest.mark.parametrize("made", [nested, lone_surrogate])
def test_an_answer_nested_within_reason_is_kept(made: Callable[[int], bytes], told: Told) -> None:
    """With a warning, since its members are new."""
    told.tell(made(DEEPEST - 1))

    with pytest.warns(UserWarning, match="New"):
        assert told.sms.api.describe_pools().collect() == []


def test_an_answer_larger_than_any_of_awss_is_refused(
    monkeypatch: pytest.MonkeyPatch, told: Told
) -> None:
    """Before it is decoded."""
    for reads in ("answers", "fast_path.path"):
        monkeypatch.setattr(f"smsvoice.transport.{reads}.MAX_ANSWER_BYTES", 100)
    told.tell({"Pools": [], "New": "x" * 100})

    with pytest.raises(AnswerError, match="its body has 1"):
        told.sms.api.describe_pools().first()
    with pytest.raises(AnswerError):
        told.plain.describe_pools()


@pytest.mark.parametrize("status", [101, 150, 199])
def test_a_status_that_is_no_answer_is_refused(status: int, told: Told) -> None:
    """botocore takes it for success."""
    told.tell({"Pools": []}, status)

    with pytest.raises(AnswerError, match=f"status {status} is no answer"):
        told.sms.api.describe_pools().first()


def skip_what_old_botocore_gives_up(promised: str, call_path: str) -> None:
    """Older ones call a connection closed that ends before the length; on both paths, by a socket.

    The tests of botocore's path have no socket.
    """
    is_old = tuple(map(int, botocore.__version__.split(".")[:2])) < (1, 44)
    if is_old and call_path == "fast" and promised in ("1, 1", "14"):
        pytest.skip("this botocore says that the connection was closed")


@pytest.mark.parametrize("promised", ["²", "-1", "twelve", "", "1, 1", "١"])
def test_a_length_that_is_no_number_is_passed_over(
    promised: str, told: Told, call_path: str
) -> None:
    """The body itself tells whether it is whole."""
    skip_what_old_botocore_gives_up(promised, call_path)
    told.tell({"Pools": []}, content_length=promised)

    assert told.sms.api.describe_pools().collect() == []


@pytest.mark.parametrize("promised", ["0", "1", "14", "9" * 5000])
def test_a_length_that_is_another_is_refused(promised: str, told: Told, call_path: str) -> None:
    """Shorter or longer; of a shorter one, no more than its length comes over a socket."""
    skip_what_old_botocore_gives_up(promised, call_path)
    told.tell({"Pools": []}, content_length=promised)

    with pytest.raises(
        AnswerError, match=r"its body has 13 of|its body is empty|the body is no JSON"
    ):
        told.sms.api.describe_pools().first()


@pytest.mark.parametrize("body", [b"[]", b"null", b"5", b'"text"', b"{", b"\xff\xfe", b"<html>"])
@pytest.mark.parametrize("status", [200, 400, 500])
def test_a_body_that_is_no_object_is_an_error_of_ours(body: bytes, status: int, told: Told) -> None:
    """botocore stumbles over some of them; a send among them stays a send whose fate is unknown."""
    told.tell(body, status)

    with pytest.raises(SmsVoiceError):
        told.sms.api.describe_pools().first()
    with pytest.raises(SmsVoiceError) as unknown:
        told.sms.messages.send_text("+12065550142", message_body="hi")
    assert isinstance(unknown.value, OutcomeUnknownError) == (status != 400)


@pytest.mark.parametrize(
    "odd", [{"Pools": {"a": 1}}, {"Pools": [5]}, {"Pools": [{}, None]}, {"Pools": None}, {}]
)
def test_a_page_whose_items_do_not_fit_is_an_error(odd: dict[str, Any], told: Told) -> None:
    """The list would be shorter than it is."""
    told.tell(odd)

    with no_back_off(), pytest.raises(AnswerError, match="it lacks pools"):
        told.sms.api.describe_pools().collect()


def test_a_page_whose_token_does_not_fit_is_an_error(told: Told) -> None:
    """The walk would end too early."""
    told.tell({"Pools": [], "NextToken": {"a": 1}})

    with pytest.warns(UserWarning), pytest.raises(AnswerError, match="of another type"):
        told.sms.api.describe_pools().collect()


@pytest.mark.parametrize("odd", [{}, {"message": "Forbidden"}, {"Pools": [None]}])
def test_a_thing_is_not_said_to_be_missing_for_a_broken_answer(
    odd: dict[str, Any], told: Told
) -> None:
    """`get`, `refresh` and every waiter look at pages as a listing does."""
    told.tell(odd)

    with no_back_off():
        for look in (
            lambda: told.sms.pools.get("pool-1"),
            told.sms.pools.at("pool-1").refresh,
            lambda: told.sms.pools.at("pool-1").wait_until_active(timeout=5),
            lambda: told.sms.pools.at("pool-1").wait_until_deleted(timeout=5),
        ):
            with pytest.raises(AnswerError, match="it lacks pools"):
                look()


def test_an_empty_page_with_a_token_does_not_hide_the_thing_on_the_next(call_path: str) -> None:
    """`get` walks on, as a listing does."""
    pages = [
        {"OptOutLists": [], "NextToken": "1"},
        {"OptOutLists": [{"OptOutListArn": "arn:a", "OptOutListName": "a", "CreatedTimestamp": 1}]},
    ]
    with FaultyServer(lambda _: Fault.NONE, lambda _: pages.pop(0)) as server:
        found = SmsVoice(keyed_session(), endpoint_url=server.url).opt_out_lists.get("a")

    assert found.arn == "arn:a"


@pytest.mark.closes_path
def test_a_raw_call_inside_ours_keeps_its_own_operation(told: Told) -> None:
    """A hook that asks something else on the same client gets that answered, as a dict."""
    told.tell({"Pools": [], "Keywords": []})
    heard: list[Any] = []
    client = SmsVoice(session=told.wire.session())

    def ask(**_: Any) -> None:
        heard.append(client.boto_client.describe_keywords(OriginationIdentity="p"))

    client.boto_client.meta.events.register("before-send.pinpoint-sms-voice-v2.DescribePools", ask)

    assert client.api.describe_pools().collect() == []
    assert heard[0]["ResponseMetadata"]["HTTPStatusCode"] == 200
    assert set(heard[0]) == {"Keywords", "ResponseMetadata"}
