"""Who may not: what is wrong with credentials, and which permission a caller lacks.

Action and resource are taken out of AWS's text, which is never shown as a whole.

AWS's own form of the text: https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
"""

import re
from collections.abc import Mapping
from typing import Final, NamedTuple, Self

from smsvoice.core.redact import mask_numbers

_EXPIRED: Final = "the credentials have expired: get new ones, e.g. with `aws sso login`"
_UNKNOWN: Final = (
    "AWS knows no such access key: it was deleted, belongs to another partition, lacks its session "
    "token, or the region is not enabled for the account"
)
_WRONG: Final = (
    "the signature does not fit: the secret key is not that of the access key, the clock of this "
    "machine is wrong, or something on the way changed the request"
)
_LATE: Final = "it was signed at another time than AWS's clock shows: set the clock of this machine"
_UNSIGNED: Final = (
    "it came without a usable signature: something on the way removed or changed its headers"
)

REMEDIES: Final[Mapping[str, str]] = {
    "AuthFailure": _WRONG,
    "ExpiredToken": _EXPIRED,
    "ExpiredTokenException": _EXPIRED,
    "IncompleteSignature": _UNSIGNED,
    "IncompleteSignatureException": _UNSIGNED,
    "InvalidAccessKeyId": _UNKNOWN,
    "InvalidClientTokenId": _UNKNOWN,
    "InvalidSignatureException": _WRONG,
    "MissingAuthenticationToken": _UNSIGNED,
    "MissingAuthenticationTokenException": _UNSIGNED,
    "RequestExpired": _LATE,
    "RequestTimeTooSkewed": _LATE,
    "SignatureDoesNotMatch": _WRONG,
    "UnrecognizedClientException": _UNKNOWN,
}
"""By the code that every AWS service answers to credentials that are no good: what to do."""

_ARN_PATTERN: Final = r"arn:[a-z-]+:[a-z0-9-]*:[a-z0-9-]*:[0-9]*:[A-Za-z0-9/_+.:@*-]+"
_DENIAL: Final = (
    rf"is not authorized to perform: ([a-z0-9-]+:[A-Za-z]+)(?: on resource: ({_ARN_PATTERN}|\*))?"
)
_POLICY: Final = (
    "(identity-based policy|resource-based policy|permissions boundary|session policy"
    "|service control policy|resource control policy|VPC endpoint policy)"
)
_LACKING: Final = rf"because no {_POLICY} allows"
_DENIED: Final = rf"with an explicit deny in an? {_POLICY}"


class MissingPermission(NamedTuple):
    """What a caller may not do, on what, and which policy decides so; the last two may be None."""

    action: str
    resource: str | None
    why: str | None

    @classmethod
    def in_text(cls, text: str | None) -> Self | None:
        """Read AWS's text; None where it has another form."""
        text = text or ""
        found = re.search(_DENIAL, text)
        if found is None:
            return None
        lacking, denied = re.search(_LACKING, text), re.search(_DENIED, text)
        why = f"no {lacking[1]} allows it" if lacking else None
        if denied:
            why = f"a {denied[1]} denies it".replace("a identity", "an identity")
        return cls(found[1], found[2] and found[2].rstrip("."), why)

    def __str__(self) -> str:
        """For a person on call; a phone number within the ARN is masked."""
        place = f" on {mask_numbers(self.resource)}" if self.resource else ""
        return f"not authorized to perform {self.action}{place}" + (
            f", {self.why}" if self.why else ""
        )
