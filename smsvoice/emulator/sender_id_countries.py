"""Where sender IDs work, and where they must be registered first.

A rough table of ours, enough to meet every answer; AWS's own list decides in earnest:
https://docs.aws.amazon.com/sms-voice/latest/userguide/phone-numbers-sms-by-country.html
"""

_NUMBERS_ONLY = """
AG AI AR AS BB BE BM BR BS CA CL CO CR DM DO EC GD GT GU HN HU JM KN KR KY LC MP MS MX MY NI PA PR
SV SX TC TT US UY VC VE VG VI ZA
"""
_REGISTERED_ONLY = "AE BY CN CZ EG ID IE IN JO KE KW LK OM PH QA RU SA SG TH TR VN"

WITHOUT_SENDER_IDS = frozenset(_NUMBERS_ONLY.split())
"""Countries whose carriers show numbers only, ISO 3166-1 alpha-2."""

WITH_REGISTRATION = frozenset(_REGISTERED_ONLY.split())
"""Countries that refuse a sender ID which nobody registered, ISO 3166-1 alpha-2."""

WITHOUT_SHARED_ROUTES = frozenset(("US", "CA"))
"""Countries that nobody can text without a number of their own, simulator destinations apart."""
