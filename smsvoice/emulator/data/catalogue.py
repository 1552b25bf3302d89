"""What every account finds there: templates for one-time codes, and countries.

The template texts are ours; AWS's own are read at AWS, with DescribeNotifyTemplates.
"""

from datetime import UTC, datetime

from smsvoice.core.countries import countries
from smsvoice.emulator.data.country_names import COUNTRY_NAMES
from smsvoice.models.common import NumberCapability, VoiceId
from smsvoice.models.notify import (
    NotifyConfigurationTier,
    NotifyConfigurationUseCase,
    NotifyCountryInformation,
    NotifyTemplateInformation,
    NotifyTemplateStatus,
    NotifyTemplateType,
    TemplateVariableMetadata,
    TemplateVariableSource,
    TemplateVariableType,
)

_SINCE = datetime(2026, 3, 31, tzinfo=UTC)
_SMS, _VOICE = NumberCapability.SMS, NumberCapability.VOICE
_BOTH_TIERS = (NotifyConfigurationTier.BASIC, NotifyConfigurationTier.ADVANCED)
_CODES = NotifyConfigurationUseCase.CODE_VERIFICATION

BASIC_COUNTRIES = frozenset(
    (
        *("AT", "AU", "BE", "BG", "CA", "CH", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GR"),
        *("HU", "IE", "IT", "JP", "LT", "LU", "LV", "NL", "NO", "NZ", "PL", "PT", "RO", "SE", "US"),
    )
)
"""The thirty countries that the basic tier reaches here."""

_CODE = TemplateVariableMetadata(
    type=TemplateVariableType.STRING,
    required=True,
    description="The code that the recipient is to enter.",
    max_length=10,
    pattern="[A-Za-z0-9]+",
    sample="481516",
    source=TemplateVariableSource.CUSTOMER,
)
_MINUTES = TemplateVariableMetadata(
    type=TemplateVariableType.INTEGER,
    required=False,
    description="For how many minutes the code is good.",
    min_value=1,
    max_value=60,
    default_value="10",
    sample="10",
    source=TemplateVariableSource.CUSTOMER,
)
_BRAND = TemplateVariableMetadata(
    type=TemplateVariableType.STRING,
    required=True,
    description="The display name of the notify configuration.",
    max_length=15,
    sample="Example",
    source=TemplateVariableSource.SYSTEM,
)


def _template(
    language: str,
    number: int,
    content: str,
    *,
    minutes: bool = False,
    voice: bool = True,
    status: NotifyTemplateStatus = NotifyTemplateStatus.ACTIVE,
) -> NotifyTemplateInformation:
    names = {"en": "english", "de": "german", "fr": "french", "es": "spanish"}
    variables = {"brand": _BRAND, "code": _CODE} | ({"minutes": _MINUTES} if minutes else {})
    return NotifyTemplateInformation(
        template_id=f"notify-code-verification-{names[language]}-{number:03}",
        version=1,
        template_type=NotifyTemplateType.OTP_VERIFICATION,
        channels=(_SMS, _VOICE) if voice else (_SMS,),
        tier_access=_BOTH_TIERS,
        status=status,
        supported_countries=countries(),
        language_code=language,
        content=content,
        variables=variables,
        supported_voice_ids=_VOICES[language] if voice else None,
        created_timestamp=_SINCE,
    )


_VOICES = {
    "en": (VoiceId.MATTHEW, VoiceId.JOANNA, VoiceId.AMY, VoiceId.BRIAN),
    "de": (VoiceId.HANS, VoiceId.MARLENE, VoiceId.VICKI),
    "fr": (VoiceId.CELINE, VoiceId.MATHIEU, VoiceId.LEA),
    "es": (VoiceId.CONCHITA, VoiceId.ENRIQUE, VoiceId.LUCIA),
}

TEMPLATES = {
    template.template_id: template
    for template in (
        _template("en", 1, "{{brand}}: your code is {{code}}. Tell it to nobody."),
        _template("en", 2, "{{brand}}: enter {{code}} within {{minutes}} minutes.", minutes=True),
        _template("en", 3, "{{code}} is your {{brand}} code.", voice=False),
        _template(
            "en",
            4,
            "{{brand}} code: {{code}}",
            voice=False,
            status=NotifyTemplateStatus.INACTIVE,
        ),
        _template("de", 1, "{{brand}}: Ihr Code ist {{code}}. Sagen Sie ihn niemandem."),
        _template("fr", 1, "{{brand}} : votre code est {{code}}. Ne le donnez à personne."),
        _template("es", 1, "{{brand}}: su código es {{code}}. No lo comparta con nadie."),
    )
}
"""The templates by id."""

NOTIFY_COUNTRIES = {
    country: NotifyCountryInformation(
        iso_country_code=country,
        country_name=COUNTRY_NAMES[country],
        supported_channels=(_SMS, _VOICE) if country in BASIC_COUNTRIES else (_SMS,),
        supported_use_cases=(_CODES,),
        supported_tiers=(
            _BOTH_TIERS if country in BASIC_COUNTRIES else (NotifyConfigurationTier.ADVANCED,)
        ),
        customer_owned_identity_required=country in {"CN", "IN"},
    )
    for country in countries()
}
"""The countries that one-time codes reach, by ISO 3166-1 alpha-2 code."""
