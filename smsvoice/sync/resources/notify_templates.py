"""The texts that one-time codes are sent in, and the countries that they reach.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/notify-templates.html
"""

# Mirrored from smsvoice/aio/resources/notify_templates.py by `python -m codegen`. Change that file, not this one.

from collections.abc import Mapping, Sequence
from typing import ClassVar, Literal, Self, TypeAlias

import smsvoice.operations as operations
from smsvoice.core.filters import OneOrMore
from smsvoice.models.common import (
    NumberCapability,
    NumberCapabilityArgument,
    VoiceId,
    VoiceIdArgument,
)
from smsvoice.models.notify import (
    DescribeNotifyTemplatesResult,
    ListNotifyCountriesResult,
    NotifyConfigurationTier,
    NotifyConfigurationTierArgument,
    NotifyConfigurationUseCaseArgument,
    NotifyCountryInformation,
    NotifyTemplateFilter,
    NotifyTemplateInformation,
    NotifyTemplateType,
)
from smsvoice.sync.handle import Collection, Handle
from smsvoice.sync.pager import Pager
from smsvoice.sync.resources.listing import describe_one, list_pager

TemplateTypeFilter: TypeAlias = NotifyTemplateType | Literal["OTP_VERIFICATION"]


class NotifyTemplates(Collection):
    """Notify templates: `sms.notify_templates`."""

    def at(self, template_id: str) -> "NotifyTemplate":
        """The template of that id; makes no call."""
        return NotifyTemplate(self._sms, template_id)

    def get(self, template_id: str) -> "NotifyTemplate":
        """The template of that id, loaded.

        Raises:
            ResourceNotFoundError: there is none.
        """
        return self.at(template_id).refresh()

    def list(
        self,
        *,
        ids: Sequence[str] | None = None,
        template_type: OneOrMore[TemplateTypeFilter] | None = None,
        channels: OneOrMore[NumberCapabilityArgument] | None = None,
        tier_access: OneOrMore[NotifyConfigurationTierArgument] | None = None,
        supported_countries: OneOrMore[str] | None = None,
        language_code: OneOrMore[str] | None = None,
        supported_voice_ids: OneOrMore[VoiceIdArgument] | None = None,
        max_results: int | None = None,
        starting_token: str | None = None,
    ) -> Pager[DescribeNotifyTemplatesResult, "NotifyTemplate"]:
        """Templates, loaded, one at a time; filters take one value or several.

        Args:
            ids: only these, in any number.
            template_type: OTP_VERIFICATION.
            channels: SMS, VOICE.
            tier_access: BASIC, ADVANCED.
            supported_countries: ISO 3166-1 alpha-2 codes.
            language_code: languages, e.g. en or en-US.
            supported_voice_ids: voices that can read it.
            max_results: most items a page, 1 to 100.
            starting_token: where an earlier walk stopped.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DescribeNotifyTemplates.html
        """
        return list_pager(
            self._sms,
            operations.notify.DESCRIBE_NOTIFY_TEMPLATES,
            self._loaded,
            members={"max_results": max_results},
            ids=ids,
            ids_as="template_ids",
            ids_at_once=10,
            filter_model=NotifyTemplateFilter,
            filtered={
                "template_type": template_type,
                "channels": channels,
                "tier_access": tier_access,
                "supported_countries": supported_countries,
                "language_code": language_code,
                "supported_voice_ids": supported_voice_ids,
            },
            kinds={
                "template_type": NotifyTemplateType,
                "channels": NumberCapability,
                "tier_access": NotifyConfigurationTier,
                "supported_voice_ids": VoiceId,
            },
            starting_token=starting_token,
        )

    def _loaded(self, data: NotifyTemplateInformation) -> "NotifyTemplate":
        return NotifyTemplate(self._sms, data.template_id, data=data)


class NotifyTemplate(Handle[NotifyTemplateInformation]):
    """One text that codes are sent in, with the rules of its variables."""

    _model = NotifyTemplateInformation
    _load_hint = "notify_templates.get(id)"
    _arn_member: ClassVar[str] = ""

    def refresh(self) -> Self:
        """Ask AWS for the template as it is now; gives back this handle.

        Raises:
            ResourceNotFoundError: it is gone.
        """
        operation = operations.notify.DESCRIBE_NOTIFY_TEMPLATES
        self._data = self._must_exist(
            describe_one(self._sms, operation, {"template_ids": [self.id]})
        )
        return self

    def render(
        self,
        variables: Mapping[str, str],
        *,
        system_variables: Mapping[str, str] | None = None,
    ) -> str:
        """The text with its variables filled in, worked out on this machine; makes no call.

        Args:
            variables: values by variable name, all as text.
            system_variables: values for variables that AWS fills; samples stand in otherwise.

        Raises:
            RequestError: a variable is missing, unknown, too long, out of range, of the wrong kind
                or against its pattern; the problems name the variables.
            NotLoadedError: the template was not loaded.
        """
        from smsvoice.rules.templates import render  # noqa: PLC0415  loads when it is needed

        return render(self.data, variables, system_variables)


class NotifyCountries(Collection):
    """The countries that one-time codes reach: `sms.notify_countries`."""

    def list(
        self,
        *,
        channels: Sequence[NumberCapabilityArgument] | None = None,
        use_cases: Sequence[NotifyConfigurationUseCaseArgument] | None = None,
        tier: NotifyConfigurationTierArgument | None = None,
        max_results: int | None = None,
        starting_token: str | None = None,
    ) -> Pager[ListNotifyCountriesResult, NotifyCountryInformation]:
        """Countries, one at a time.

        Args:
            channels: only countries with all of these: SMS, VOICE.
            use_cases: only countries that allow one of these.
            tier: only countries that this tier reaches: BASIC or ADVANCED.
            max_results: most items a page, 1 to 100.
            starting_token: where an earlier walk stopped.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_ListNotifyCountries.html
        """
        return self._sms.api.list_notify_countries(
            channels=channels,
            use_cases=use_cases,
            tier=tier,
            max_results=max_results,
            starting_token=starting_token,
        )


def template_id_of(
    template: str | NotifyTemplate | None, variables: Mapping[str, str]
) -> str | None:
    """The id of a template; a loaded one checks the variables first.

    Raises:
        RequestError: a variable is missing, unknown or not as the template wants it.
    """
    if template is None or isinstance(template, str):
        return template
    if template.is_loaded:
        template.render(variables)
    return template.id
