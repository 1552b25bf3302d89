"""An inbox as a developer would have it: people, channels, replies, things that went wrong."""

import struct
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.factories import rcs
from tests.factories.identities import agent, number
from tests.factories.notify import notify_configuration, text_code

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client

    from smsvoice.emulator import Emulator

PERSON = "+14254147755"
ADA, BEN, CEM = "+14165550142", "+16045550123", "+15145550188"
DIA, EVA, FYN = "+447700900123", "+6591234567", "+4915123456789"
COVER, SHOES, BOOTS = (
    "s3://shop-media/spring-sale.png",
    "s3://shop-media/shoes.png",
    "s3://shop-media/boots.png",
)


def text(aws: "PinpointSMSVoiceV2Client", body: str, to: str = PERSON, **more: Any) -> str:
    """Send a text; its id."""
    sent = aws.send_text_message(DestinationPhoneNumber=to, MessageBody=body, **more)
    return sent["MessageId"]


def reply(text: str, postback: str = "") -> dict[str, Any]:
    """A chip that answers."""
    return {"Reply": {"Text": text, "PostbackData": postback or text.lower()}}


def link(text: str, url: str) -> dict[str, Any]:
    """A chip that opens a page."""
    return {"OpenUrl": {"Text": text, "Url": url, "PostbackData": "opened"}}


def sale() -> dict[str, Any]:
    """A card with a picture and its own buttons, and chips below."""
    card = {
        "Title": "Spring sale",
        "Description": "20 % off all running shoes until Sunday. Only in the app and in our shops.",
        "Media": {"FileUrl": COVER, "Height": "MEDIUM"},
        "Suggestions": [link("See the shoes", "https://example.com/sale"), reply("Reserve a pair")],
    }
    content = rcs.card(CardContent=card)
    return content | {"Suggestions": [reply("Not now"), reply("Opening hours")]}


def shoes() -> dict[str, Any]:
    """A carousel."""
    cards = [
        {
            "Title": name,
            "Description": f"{price} a pair",
            "Media": {"FileUrl": url, "Height": "SHORT"},
            "Suggestions": [reply("Take these", f"take-{name.lower()}")],
        }
        for name, price, url in (
            ("Trail", "$89", SHOES),
            ("Winter", "$129", BOOTS),
            ("Road", "$99", "s3://shop-media/road.webm"),
        )
    ]
    content = rcs.carousel(CardWidth="SMALL", CardContents=cards)
    return content | {"Suggestions": [reply("None of these"), reply("Ask a person", "person")]}


def furnish(aws: "PinpointSMSVoiceV2Client", emulator: "Emulator") -> dict[str, str]:
    """About twenty messages of every kind; the ids of those that tests and pictures look at."""

    def write(to: str, body: str, **more: Any) -> str:
        return text(aws, body, to, **more)

    write(FYN, "Ihr Paket ist unterwegs. Verfolgen: https://example.com/p/4711")
    write(EVA, "Your parcel is at the shop. Bring an ID.")
    write(DIA, "Deine Bestellung ist da \N{EN DASH} bitte bis Samstag abholen.")
    emulator.advance(86_000)
    line = number(aws, emulator, country="CA", NumberCapabilities=["SMS", "MMS", "VOICE"])
    own = line["PhoneNumber"]
    shop = agent(emulator)
    codes = notify_configuration(aws, emulator)
    found = {"number": own, "agent": shop}

    text_code(aws, codes, ADA, TemplateVariables={"code": "481516"})
    emulator.advance(3_600)
    write(
        ADA,
        "Your table is booked for Friday at 7 pm, 4 people. Reply C to confirm or X to cancel.",
        OriginationIdentity=own,
    )
    emulator.advance(40)
    emulator.inbound(ADA, own, "C")
    emulator.advance(5)
    write(ADA, "Thank you, see you on Friday!", OriginationIdentity=own)
    emulator.advance(900)
    emulator.inbound(ADA, own, "Is there parking nearby?")
    emulator.advance(200)
    found["parking"] = write(
        ADA,
        "Yes: the garage in King Street, 2 minutes on foot. https://example.com/parking",
        OriginationIdentity=own,
        Context={"booking": "B-2041"},
    )
    emulator.script(CEM, "TEXT_QUEUED", "TEXT_CARRIER_BLOCKED")
    found["blocked"] = write(CEM, "Your invoice is due tomorrow.", OriginationIdentity=own)
    emulator.advance(60)
    media = aws.send_media_message(
        DestinationPhoneNumber=BEN,
        OriginationIdentity=own,
        MessageBody="These are the shoes you asked for.",
        MediaUrls=[SHOES],
    )
    found["media"] = media["MessageId"]
    emulator.advance(120)
    emulator.inbound(BEN, own, "Nice, do you have them in 43?")
    emulator.advance(120)
    call = aws.send_voice_message(
        DestinationPhoneNumber=CEM,
        OriginationIdentity=own,
        MessageBody="Hello from Example Clinic. Your appointment is on Monday at nine. "
        "Your code is 7 3 9 2. To hear this again, please call us.",
    )
    found["call"] = call["MessageId"]
    emulator.advance(300)
    emulator.inbound(CEM, own, "Stop")
    found["card"] = rcs.send(aws, shop, BEN, RcsMessageContent=sale())
    emulator.advance(30)
    emulator.inbound_rcs(BEN, shop, "SUGGESTION", text="Reserve a pair", postback_data="reserve")
    emulator.advance(8)
    found["carousel"] = rcs.send(aws, shop, BEN, RcsMessageContent=shoes())
    emulator.advance(30)
    return found


def crowd(aws: "PinpointSMSVoiceV2Client", people: int, each: int = 1) -> None:
    """Many people with some texts each."""
    for turn in range(each):
        for one in range(people):
            aws.send_text_message(
                DestinationPhoneNumber=f"+447400{one:06}",
                MessageBody=f"Order {one:04} is {('packed', 'on its way', 'delivered')[turn % 3]}.",
            )


def pictures(folder: Path) -> Path:
    """A folder that stands for S3: three pictures."""
    bucket = folder / "shop-media"
    bucket.mkdir(parents=True, exist_ok=True)
    for url, colours in {
        COVER: ((255, 176, 92), (214, 62, 94)),
        SHOES: ((120, 200, 180), (28, 84, 140)),
        BOOTS: ((170, 150, 220), (60, 40, 110)),
    }.items():
        (bucket / url.rpartition("/")[2]).write_bytes(png(480, 300, *colours))
    return folder


def png(width: int, height: int, first: tuple[int, ...], last: tuple[int, ...]) -> bytes:
    """A picture: one colour fades into another, with a bright disc."""
    lines = bytearray()
    for y in range(height):
        lines.append(0)
        for x in range(width):
            share = (x / width + y / height) / 2
            is_disc = (x - width * 0.7) ** 2 + (y - height * 0.4) ** 2 < (height * 0.22) ** 2
            light = 0.35 if is_disc else 0.0
            for a, b in zip(first, last, strict=True):
                base = a + (b - a) * share
                lines.append(round(base + (255 - base) * light))

    def chunk(kind: bytes, content: bytes) -> bytes:
        check = zlib.crc32(kind + content)
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = (chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(bytes(lines))), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)
