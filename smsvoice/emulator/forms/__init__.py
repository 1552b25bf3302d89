"""Registration forms as the emulator has them, by type, with sections and fields."""

from smsvoice.emulator.forms.form import Form
from smsvoice.emulator.forms.others import LONG_CODE, NOTIFY
from smsvoice.emulator.forms.rcs import LAUNCHES, TESTING
from smsvoice.emulator.forms.sender_id import SENDER_IDS
from smsvoice.emulator.forms.ten_dlc_brand import BRAND, VETTING
from smsvoice.emulator.forms.ten_dlc_campaign import CAMPAIGN
from smsvoice.emulator.forms.toll_free import TOLL_FREE

FORMS = {
    form.registration_type: form
    for form in (
        TOLL_FREE,
        BRAND,
        VETTING,
        CAMPAIGN,
        LONG_CODE,
        *NOTIFY,
        TESTING,
        *LAUNCHES,
        *SENDER_IDS,
    )
}
"""The forms by registration type."""

__all__ = ["FORMS", "Form"]
