"""A pool of numbers that another account may send from, by a resource policy.

Runs against the built-in emulator: numbers cost money every month.
"""

import sys

from smsvoice import Emulator, PhoneNumber, Pool, RequestError, SmsVoice

PARTNER = "arn:aws:iam::111122223333:root"
PERSON = "+16045550142"


def main() -> int:
    """Make the pool, share it, and send from it."""
    with Emulator() as emulator, SmsVoice(session=emulator.session()) as sms:
        pool = make_pool(sms)
        share(pool)
        sent = pool.send_text(PERSON, message_body="From whichever number suits best.")
        say("sent", f"message {sent.message_id}")
        say("from", emulator.messages[-1].origination_identity)
        pool.policy.delete()
        say("private", "the policy is gone")
    return 0


def make_pool(sms: SmsVoice) -> Pool:
    """Two numbers that behave alike, in one pool."""
    first, second = lease(sms), lease(sms)
    pool = sms.pools.create(origination_identity=first.id, message_type="TRANSACTIONAL")
    pool.wait_until_active()
    pool.add(second.id)
    say("pool", pool)
    for identity in pool.identities():
        say("member", f"{identity.origination_identity} in {identity.iso_country_code}")
    return pool


def lease(sms: SmsVoice) -> PhoneNumber:
    """A number for texts."""
    return sms.phone_numbers.request(
        iso_country_code="CA",
        message_type="TRANSACTIONAL",
        number_capabilities=["SMS"],
        number_type="LONG_CODE",
    ).wait_until_active()


def share(pool: Pool) -> None:
    """Let the partner send texts from the pool, and nothing else; a wrong policy never leaves."""
    statement = {
        "Sid": "PartnerMaySend",
        "Effect": "Allow",
        "Principal": {"AWS": PARTNER},
        "Action": "sms-voice:SendTextMessage",
    }
    pool.policy.put({"Statement": [statement]})
    for kept in pool.policy.get().statements:
        say("shared", f"{kept.sid}: {', '.join(kept.actions or ())}")
    try:
        pool.policy.put({"Statement": [statement | {"Resource": f"{pool.arn}-of-others"}]})
    except RequestError as wrong:
        say("refused", wrong)


def say(what: str, text: object) -> None:
    """One line of the story."""
    print(f"{what:>10}  {text}")


if __name__ == "__main__":
    sys.exit(main())
