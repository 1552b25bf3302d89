"""One-time codes from start to end, and what can go wrong.

Without arguments it runs against the built-in emulator; with `--aws --to NUMBER` against the
account in the environment, where the text costs money.
"""

import argparse
import secrets
import sys

from smsvoice import (
    ConflictError,
    Emulator,
    NotifyConfiguration,
    Progress,
    SmsVoice,
    ValidationError,
)

TEMPLATE = "notify-code-verification-english-001"
SIMULATOR = "+14254147755"  # AWS's simulator destination: always delivered, reaches nobody


def main() -> int:
    """Run the example where the arguments say."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--aws", action="store_true", help="use AWS; the text costs money")
    parser.add_argument("--to", metavar="NUMBER", help="the recipient, E.164; needed with --aws")
    parser.add_argument("--template", default=TEMPLATE, metavar="ID", help="a Notify template")
    arguments = parser.parse_args()
    if arguments.aws:
        if not arguments.to:
            parser.error("--aws needs --to: nobody is texted by default")
        with SmsVoice() as sms:
            configuration, _ = send_code(sms, arguments.to, arguments.template)
            configuration.delete()
        return 0
    with Emulator() as emulator, SmsVoice(session=emulator.session()) as sms:
        configuration, variables = send_code(sms, arguments.to or SIMULATOR, arguments.template)
        show_what_arrived(emulator)
        show_what_goes_wrong(sms, configuration, variables, arguments.to or SIMULATOR)
    return 0


def send_code(
    sms: SmsVoice, recipient: str, template_id: str
) -> tuple[NotifyConfiguration, dict[str, str]]:
    """Create a configuration, wait for it, render the text locally, and send it."""
    configuration = sms.notify_configurations.create(
        display_name="Example Shop",
        use_case="CODE_VERIFICATION",
        enabled_channels=["SMS"],
        default_template_id=template_id,
    )
    say("created", configuration)
    configuration.wait_until_active(progress=tell)

    template = sms.notify_templates.get(template_id)
    variables = {"code": f"{secrets.randbelow(1_000_000):06}"}
    say("will read", template.render(variables, system_variables={"brand": "Example Shop"}))

    sent = configuration.send_text(recipient, template_variables=variables)
    say("sent", f"message {sent.message_id}, {len(sent.resolved_message_body or '')} characters")
    return configuration, variables


def show_what_arrived(emulator: Emulator) -> None:
    """Print the message as its recipient reads it."""
    emulator.advance(seconds=5)
    for message in emulator.messages:
        say("received", f"{message.destination_phone_number} reads: {message.body}")
        say("state", f"{message.state}, {message.message_parts} part, {message.price} USD")


def show_what_goes_wrong(
    sms: SmsVoice, configuration: NotifyConfiguration, variables: dict[str, str], recipient: str
) -> None:
    """A variable that is missing, and a recipient who wants no more messages."""
    try:
        configuration.send_text(recipient, template_variables={})
    except ValidationError as wrong:
        say("refused", wrong)

    sms.api.put_opted_out_number(opt_out_list_name="Default", opted_out_number=recipient)
    try:
        configuration.send_text(recipient, template_variables=variables)
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
