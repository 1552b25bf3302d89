"""Verification codes: their text in each language that AWS offers, and how long they are valid."""

from datetime import datetime
from typing import ClassVar

from smsvoice.core.model import OutputModel
from smsvoice.emulator.engine.store import TableOf
from smsvoice.models.verified_numbers import LanguageCode

_TEXTS = {
    LanguageCode.DE_DE: "Ihr Bestätigungscode ist {code}.",
    LanguageCode.EN_GB: "Your verification code is {code}.",
    LanguageCode.EN_US: "Your verification code is {code}.",
    LanguageCode.ES_419: "Su código de verificación es {code}.",
    LanguageCode.ES_ES: "Su código de verificación es {code}.",
    LanguageCode.FR_CA: "Votre code de vérification est {code}.",
    LanguageCode.FR_FR: "Votre code de vérification est {code}.",
    LanguageCode.IT_IT: "Il suo codice di verifica è {code}.",
    LanguageCode.JA_JP: "確認コードは {code} です。",
    LanguageCode.KO_KR: "인증 코드는 {code} 입니다.",
    LanguageCode.PT_BR: "Seu código de verificação é {code}.",
    LanguageCode.ZH_CN: "您的验证码是 {code}。",
    LanguageCode.ZH_TW: "您的驗證碼是 {code}。",
}


class Code(OutputModel):
    """The code that was sent last to a number."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("code",))

    code: str
    good_until: datetime


codes: TableOf[Code] = TableOf("verification_codes", Code)
"""The codes that were sent and not yet taken, by verified destination number."""


def text_of(code: str, language: str | None) -> str:
    """The text of the message with a code; American English unless another language is known."""
    text = _TEXTS.get(LanguageCode(language or LanguageCode.EN_US))
    return (text or _TEXTS[LanguageCode.EN_US]).format(code=code)
