r"""How long a text is, how to keep it short, and how to write a phone number: nothing is sent.

from smsvoice import text

text.segments("Grüße €").parts
text.gsm_friendly("Ready \u2013 come by\u2026")
text.phone_number("(206) 555-0142", country="US")
"""

from smsvoice.text.numbers import phone_number as phone_number
from smsvoice.text.segments import Segments as Segments
from smsvoice.text.segments import gsm_friendly as gsm_friendly
from smsvoice.text.segments import segments as segments

__all__ = ["Segments", "gsm_friendly", "phone_number", "segments"]
