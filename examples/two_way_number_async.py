"""A number that people can write to, with `await`: keywords that answer, opt-outs that are kept.

The same story as in two_way_number.py, against the built-in emulator: a number costs money every
month.
"""

import asyncio
import sys

from smsvoice import AsyncPhoneNumber, AsyncSmsVoice, ConflictError, Emulator, Progress

PERSON = "+16045550142"
TOPIC = "arn:aws:sns:us-east-1:123456789012:inbound-texts"


def main() -> int:
    """Run the story on an event loop of its own."""
    asyncio.run(story())
    return 0


async def story() -> None:
    """Set the number up, let somebody write to it, and show what comes of it."""
    with Emulator() as emulator:
        async with AsyncSmsVoice(session=emulator.session()) as sms:
            number = await set_up(sms)
            for text in ("hours", "Is there a doctor in the house?", "stop"):
                write(emulator, number, text)
            await show_who_opted_out(sms, number)
            write(emulator, number, "join")
            await number.send_text(PERSON, message_body="Welcome back!")
            say("sent", "a text to somebody who came back")
            await number.release()
            say("released", number)


async def set_up(sms: AsyncSmsVoice) -> AsyncPhoneNumber:
    """An opt-out list of its own, a number that respects it, a channel, and keywords."""
    members = await sms.opt_out_lists.create("clinic-texts")
    number = await sms.phone_numbers.request(
        iso_country_code="CA",
        message_type="TRANSACTIONAL",
        number_capabilities=["SMS", "VOICE"],
        number_type="LONG_CODE",
        opt_out_list_name=members.id,
    )
    await number.wait_until_active(progress=tell)
    await number.update(two_way_enabled=True, two_way_channel_arn=TOPIC)
    say("number", number)

    await number.keywords.put("HOURS", keyword_message="Open 9 to 5, Monday to Friday.")
    await number.keywords.put("JOIN", keyword_message="You are back on.", keyword_action="OPT_IN")
    async for keyword in number.keywords.list():
        say("keyword", f"{keyword.keyword} {keyword.keyword_action}: {keyword.keyword_message}")
    return number


def write(emulator: Emulator, number: AsyncPhoneNumber, text: str) -> None:
    """Let the person write, and print what the number answers and what your own topic receives."""
    answered = len(emulator.messages)
    received = emulator.inbound(PERSON, number.data.phone_number, text)
    say("person", text)
    for message in emulator.messages[answered:]:
        say("answer", message.body)
    say("topic", f"keyword {received.message_keyword}")


async def show_who_opted_out(sms: AsyncSmsVoice, number: AsyncPhoneNumber) -> None:
    """Who wrote STOP is on the list, and gets no more texts from here."""
    async for entry in sms.opt_out_lists.at(number.data.opt_out_list_name).numbers():
        say("opted out", f"by themselves: {entry.end_user_opted_out}")
    try:
        await number.send_text(PERSON, message_body="Your appointment is tomorrow.")
    except ConflictError as conflict:
        say("refused", conflict)
        say("opted out", conflict.is_opted_out)


def tell(progress: Progress) -> None:
    """Print how a wait is going."""
    say("waiting", f"{progress.state} after {progress.seconds:.0f} s")


def say(what: str, text: object) -> None:
    """One line of the story."""
    print(f"{what:>10}  {text}")


if __name__ == "__main__":
    sys.exit(main())
