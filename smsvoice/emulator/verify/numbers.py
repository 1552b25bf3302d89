"""The only recipients that a probe may name: AWS's simulator, and numbers that no person has."""

SIMULATOR = "+14254147755"
"""AWS's simulator destination that every message reaches."""
FICTIONAL = "+12065550142"
"""Of the block that North America keeps free for fiction."""
FICTIONAL_BRITISH = "+447700900123"
"""Of the block that Ofcom keeps free for drama."""
TOO_SHORT = "+1206"
TOO_LONG = "+447700900123456"
UNUSED_CODE = "+9991234567"
"""No country has the calling code 999."""
SATELLITE = "+881600000000"
"""A satellite network's, which belongs to no country."""

HARMLESS = frozenset(
    (SIMULATOR, FICTIONAL, FICTIONAL_BRITISH, TOO_SHORT, TOO_LONG, UNUSED_CODE, SATELLITE)
)
