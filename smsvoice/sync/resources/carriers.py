"""Carriers: what is known about a phone number before anything is sent to it.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/carrier-lookup.html
"""

# Mirrored from smsvoice/aio/resources/carriers.py by `python -m codegen`. Change that file, not this one.

from smsvoice.models.messages import CarrierLookupResult
from smsvoice.sync.handle import Collection


class Carriers(Collection):
    """Looking up who carries a number: `sms.carriers`."""

    def lookup(
        self, phone_number: str, *, enable_cleansing: bool | None = None
    ) -> CarrierLookupResult:
        """Look up what kind of number it is, and whose; each look-up costs money.

        Args:
            phone_number: E.164, e.g. +12065550142; AWS drops spaces, brackets and hyphens.
            enable_cleansing: True asks AWS to correct the number; the answer has both.

        Returns:
            The kind of number, its country and carrier; of an INVALID one only that.

        Raises:
            ServiceQuotaExceededError: the account may look up no more for now.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_CarrierLookup.html
        """
        return self._sms.api.carrier_lookup(
            phone_number=phone_number, enable_cleansing=enable_cleansing
        )
