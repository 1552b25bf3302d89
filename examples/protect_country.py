"""Protect rules for countries: refuse one, watch another, and make an exception for one number.

Runs against the built-in emulator.
"""

import sys
from datetime import timedelta

from smsvoice import ConflictError, Emulator, PhoneNumber, ProtectConfiguration, SmsVoice

BRITON = "+447700900123"
COLLEAGUE = "+447700900456"
FRENCHWOMAN = "+33755512501"


def main() -> int:
    """Write the rules, then send to people on both sides of them."""
    with Emulator() as emulator, SmsVoice(session=emulator.session()) as sms:
        number = sms.phone_numbers.request(
            iso_country_code="CA",
            message_type="TRANSACTIONAL",
            number_capabilities=["SMS"],
            number_type="LONG_CODE",
            international_sending_enabled=True,
        ).wait_until_active()
        rules = write_rules(sms, emulator)
        for who, person in (("Briton", BRITON), ("colleague", COLLEAGUE), ("French", FRENCHWOMAN)):
            send(number, who, person)
        rules.number_overrides.delete(COLLEAGUE)
        send(number, "colleague", COLLEAGUE)
        clean_up(sms, rules)
    return 0


def write_rules(sms: SmsVoice, emulator: Emulator) -> ProtectConfiguration:
    """Rules that count for every send of the account which names no others."""
    rules = sms.protect_configurations.create(deletion_protection_enabled=True)
    now = rules.update_country_rules("SMS", {"GB": "BLOCK", "FR": "MONITOR"})
    say("rules", ", ".join(f"{code} {now[code].protect_status}" for code in ("CA", "FR", "GB")))

    tomorrow = emulator.now() + timedelta(days=1)
    rules.number_overrides.put(COLLEAGUE, action="ALLOW", expiration_timestamp=tomorrow)
    for exception in rules.number_overrides.list(iso_country_code="GB", action="ALLOW"):
        say(
            "exception", f"{exception.action} until {exception.expiration_timestamp:%H:%M} tomorrow"
        )

    rules.set_account_default()
    say("default", rules.data.account_default)
    return rules


def send(number: PhoneNumber, who: str, person: str) -> None:
    """Send a text, or say why it was refused."""
    try:
        sent = number.send_text(person, message_body="The shop opens at nine.")
    except ConflictError as conflict:
        say("refused", f"{who}: {conflict.reason}")
    else:
        say("sent", f"{who}: message {sent.message_id}")


def clean_up(sms: SmsVoice, rules: ProtectConfiguration) -> None:
    """A default cannot be deleted, nor can what is protected."""
    sms.account.clear_default_protect_configuration()
    rules.update(deletion_protection_enabled=False)
    rules.delete()
    say("deleted", rules)


def say(what: str, text: object) -> None:
    """One line of the story."""
    print(f"{what:>10}  {text}")


if __name__ == "__main__":
    sys.exit(main())
