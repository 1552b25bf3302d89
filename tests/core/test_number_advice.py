"""What is said to people who write a phone number where another form is wanted."""

from collections.abc import Callable

import pytest

from smsvoice import Emulator, RequestError, SmsVoice, text


@pytest.mark.parametrize(
    ("call", "part"),
    [
        (lambda sms: sms.carriers.lookup("604 555 0142"), "smsvoice.text.phone_number writes it"),
        (lambda sms: sms.phone_numbers.get("+12065550142"), "must be an id (phone-...) or an ARN"),
        (lambda _: text.phone_number("6045550142abc", country="CA"), "no more than a plus, blanks"),
    ],
)
def test_the_remedy_is_named(call: Callable[[SmsVoice], object], part: str) -> None:
    """In place of a pattern, and without the number."""
    with pytest.raises(RequestError) as wrong:
        call(SmsVoice(session=Emulator().session()))

    assert part in str(wrong.value)
    assert "555" not in str(wrong.value).replace("+12065550100", "")
