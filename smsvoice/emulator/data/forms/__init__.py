"""Registration forms as the emulator has them, by type, with sections and fields."""

from smsvoice.emulator.data.forms.form import Form
from smsvoice.emulator.data.forms.others import LONG_CODE, NOTIFY
from smsvoice.emulator.data.forms.rcs import LAUNCHES, TESTING
from smsvoice.emulator.data.forms.sender_id import SENDER_IDS
from smsvoice.emulator.data.forms.ten_dlc_brand import BRAND, VETTING
from smsvoice.emulator.data.forms.ten_dlc_campaign import CAMPAIGN
from smsvoice.emulator.data.forms.toll_free import TOLL_FREE

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
