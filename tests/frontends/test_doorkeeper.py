"""Host names: under which of them the page, the controls and the service answer, and to whom."""

from typing import TYPE_CHECKING

import pytest

from smsvoice.emulator.frontends.server import App, serving
from tests.frontends.http import Http

if TYPE_CHECKING:
    from smsvoice.emulator import Emulator

ADMIN = "/_smsvoice"
EVIL = "evil.example:7670"
TARGET = "PinpointSMSVoiceV2.DescribeOptOutLists"


@pytest.mark.parametrize("remote", [False, True])
@pytest.mark.parametrize("path", ["/", "/inbox/js/app.js", f"{ADMIN}/messages", f"{ADMIN}/health"])
def test_a_name_that_was_pointed_here_reads_nothing(
    emulator: "Emulator", remote: bool, path: str
) -> None:
    """Whether other machines may use the controls or not."""
    with serving(App(emulator, allow_remote_admin=remote)) as url:
        http = Http(url)
        same_origin = {"origin": f"http://{EVIL}", "sec_fetch_site": "same-origin"}
        told = [http.get(path, host=EVIL), http.get(path, host=EVIL, **same_origin)]

    assert [one.status for one in told] == [403, 403]
    assert "--allow-host" in told[0].json["error"]


@pytest.mark.parametrize("remote", [False, True])
@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("sms:7670", 200),
        ("SMS", 200),
        ("sms.:7670", 200),
        ("localhost:7670", 200),
        ("inbox.localhost", 200),
        ("192.0.2.7:7670", 200),
        ("[2001:db8::7]:7670", 200),
        ("evil.sms", 403),
        ("smsx", 403),
        ("192.0.2.7.evil.example", 403),
        ("localhost.evil.example", 403),
        ("[::1", 403),
        ("", 403),
    ],
)
def test_names_that_were_given_count_beside_loopback_names_and_addresses(
    emulator: "Emulator", remote: bool, host: str, status: int
) -> None:
    """Exactly these names; a literal address cannot be pointed elsewhere."""
    with serving(App(emulator, allow_remote_admin=remote, allow_hosts=["sms"])) as url:
        told = [Http(url).get(path, host=host).status for path in ("/", f"{ADMIN}/health")]

    assert told == [status, status]


def test_a_foreign_page_is_refused_under_an_allowed_name(emulator: "Emulator") -> None:
    """The name says where a request went, not which page sent it."""
    with serving(App(emulator, allow_remote_admin=True, allow_hosts=["sms"])) as url:
        told = Http(url).get(f"{ADMIN}/health", host="sms:7670", origin="http://evil.example")

    assert told.status == 403


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"host": EVIL, "origin": f"http://{EVIL}"}, 403),
        ({"host": EVIL, "sec_fetch_site": "same-origin"}, 403),
        ({"host": EVIL, "origin": f"http://{EVIL}", "authorization": "AWS4-HMAC-SHA256 x"}, 403),
        ({"host": "localhost:7670", "origin": "http://localhost:7670"}, 200),
        ({"host": "sms:7670", "origin": "http://sms:7670"}, 200),
        ({"host": "compose-service:7670"}, 200),
    ],
)
def test_a_page_under_a_foreign_name_does_not_drive_the_service(
    emulator: "Emulator", headers: dict[str, str], status: int
) -> None:
    """A browser is known by what it says of itself; an SDK may use any name."""
    with serving(App(emulator, allow_hosts=["sms"])) as url:
        told = Http(url).aws(TARGET, b"{}", **headers)

    assert told.status == status


@pytest.mark.parametrize("name", ["http://sms", "sms:7670", "sms/path", "", "a b"])
def test_a_name_is_a_name(emulator: "Emulator", name: str) -> None:
    """Not an address of the web."""
    with pytest.raises(ValueError, match="is no host name"):
        App(emulator, allow_hosts=[name])
