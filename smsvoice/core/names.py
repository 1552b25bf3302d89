"""The name that is meant, or probably was: by its letters, or by what other libraries call it."""

from collections.abc import Iterable

_RECIPIENT = "destination_phone_number"
_TEXT = "message_body"
_SENDER = "origination_identity"

ELSEWHERE: dict[str, tuple[str, ...]] = {
    "body": (_TEXT,),
    "caller": (_SENDER,),
    "callerid": (_SENDER,),
    "code": ("template_variables", "verification_code"),
    "content": (_TEXT, "rcs_message_content"),
    "destination": (_RECIPIENT,),
    "destinationnumber": (_RECIPIENT,),
    "from": (_SENDER,),
    "fromnumber": (_SENDER,),
    "maxcost": ("max_price", "max_price_per_minute"),
    "media": ("media_urls",),
    "mediaurl": ("media_urls",),
    "message": (_TEXT, "rcs_message_content", "keyword_message"),
    "messagingservicesid": (_SENDER,),
    "msg": (_TEXT,),
    "msisdn": (_RECIPIENT,),
    "number": (_RECIPIENT, "opted_out_number", "phone_number"),
    "numbers": ("opted_out_numbers",),
    "originationnumber": (_SENDER,),
    "originator": (_SENDER,),
    "phone": (_RECIPIENT, "phone_number", "opted_out_number"),
    "phonenumber": (_RECIPIENT, "opted_out_number"),
    "recipient": (_RECIPIENT,),
    "sender": (_SENDER,),
    "senderid": (_SENDER,),
    "smsmessage": (_TEXT,),
    "source": (_SENDER,),
    "statuscallback": ("configuration_set_name",),
    "template": ("template_id",),
    "text": (_TEXT,),
    "to": (_RECIPIENT,),
    "tonumber": (_RECIPIENT,),
    "ttl": ("time_to_live",),
    "validityperiod": ("time_to_live",),
    "variables": ("template_variables",),
    "voice": ("voice_id",),
}
"""What Twilio, SNS, Pinpoint and others call an argument, folded, and what AWS calls it here."""


def same(name: str, known: Iterable[str]) -> str | None:
    """The known name that this is, whatever its capitals and underscores; None when it is none."""
    wanted = _folded(name)
    return next((one for one in known if _folded(one) == wanted), None)


def nearest(name: str, known: Iterable[str]) -> str:
    """`; did you mean pool_id?`, or nothing when no known name is near."""
    found = near(name, known)
    return f"; did you mean {found[0]}?" if found else ""


def near(name: str, known: Iterable[str], most: int = 1, likeness: float = 0.6) -> list[str]:
    """The known names that are spelled most alike, the nearest first."""
    import difflib  # noqa: PLC0415  only a mistake needs it

    by_fold = {_folded(one): one for one in known}
    return [
        by_fold[one] for one in difflib.get_close_matches(_folded(name), by_fold, most, likeness)
    ]


def nearest_argument(name: str, known: Iterable[str]) -> str:
    """As `nearest`, for an argument that may come from another library's call."""
    here = list(known)
    meant = [one for one in ELSEWHERE.get(_folded(name), ()) if one in here]
    return f"; did you mean {meant[0]}?" if meant else nearest(name, here)


def _folded(name: str) -> str:
    return name.casefold().replace("_", "")
