"""Sender IDs: the same letters in each country are a sender ID of their own.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/sender-id.html
"""

import re
from typing import cast

_SENDER_ID_ARN = re.compile(r"arn:[^:]+:sms-voice:[^:]+:[^:]+:sender-id/[^/]+/([A-Z]{2})")


def country_named(identity: str, iso_country_code: str | None) -> str | None:
    """The country to send along with an identity: the given one, or that in a sender ID's ARN.

    AWS takes the ARN of a sender ID into a pool only together with the country that it names.
    """
    if iso_country_code is not None or not isinstance(cast("object", identity), str):
        return iso_country_code  # what is no text is refused with the rest of the request
    arn = _SENDER_ID_ARN.fullmatch(identity)
    return arn[1] if arn is not None else None
