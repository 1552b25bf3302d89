"""Where sender IDs work, and where they must be registered first.

From the table of countries in AWS's guide as it stood in autumn 2026. Inferred here: Austria and
Finland, whose own pages demand what the table does not say yet; Singapore, where an unregistered
sender ID is marked as a scam; China, which has a form; and that Great Britain's sender IDs can be
had without one, as AWS answers although its table demands it.
https://docs.aws.amazon.com/sms-voice/latest/userguide/phone-numbers-sms-by-country.html
"""

_NUMBERS_ONLY = """
AR AS BE BR BS CA CG CL CO CR DO EC FM GT GU HU KN KR KY LC LR MC MH MY MZ NI NZ PE PR PY SV TM TW
US UY VE VI ZA
"""
_REGISTERED_ONLY = """
AE AT AU BY CN EG ES FI ID IE IN JO KE KW KZ LK OM PH QA RU SA SG TH TR VN ZM
"""

WITHOUT_SENDER_IDS = frozenset(_NUMBERS_ONLY.split())
"""Countries whose carriers show numbers only, ISO 3166-1 alpha-2."""

WITH_REGISTRATION = frozenset(_REGISTERED_ONLY.split())
"""Countries that refuse a sender ID which is not registered, ISO 3166-1 alpha-2."""

WITHOUT_SHARED_ROUTES = frozenset(("US", "CA"))
"""Countries that need an own number for texts, except to simulator destinations."""
