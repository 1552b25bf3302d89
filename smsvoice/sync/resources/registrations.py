"""Registrations: forms that carriers and countries want filled in before anything may be sent.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/registrations.html
"""

# Mirrored from smsvoice/aio/resources/registrations.py by `python -m codegen`. Change that file, not this one.

from collections.abc import Callable, Sequence
from typing import Literal, Self, TypeAlias, cast

import smsvoice.operations as operations
from smsvoice.core.clock import Clock
from smsvoice.core.errors import Problem, RequestError
from smsvoice.core.filters import OneOrMore
from smsvoice.core.waiting import Goal, Progress
from smsvoice.errors import ResourceNotFoundError
from smsvoice.models.registration_forms import (
    RegistrationFieldDefinition,
    RegistrationFieldValueInformation,
)
from smsvoice.models.registrations import (
    CreateRegistrationAssociationResult,
    CreateRegistrationVersionResult,
    DescribeRegistrationVersionsResult,
    DiscardRegistrationVersionResult,
    ListRegistrationAssociationsResult,
    RegistrationAssociationFilter,
    RegistrationAssociationMetadata,
    RegistrationInformation,
    RegistrationStatus,
    RegistrationVersionFilter,
    RegistrationVersionInformation,
    RegistrationVersionStatus,
    SubmitRegistrationVersionResult,
)
from smsvoice.sync.pager import Pager
from smsvoice.sync.resources.described import Described
from smsvoice.sync.resources.listing import list_pager, unchanged
from smsvoice.sync.resources.registration_forms import RegistrationFields
from smsvoice.sync.waiter import wait_for

RegistrationVersionStatusFilter: TypeAlias = (
    RegistrationVersionStatus
    | Literal[
        "DRAFT",
        "SUBMITTED",
        "AWS_REVIEWING",
        "REVIEWING",
        "REQUIRES_AUTHENTICATION",
        "APPROVED",
        "DISCARDED",
        "DENIED",
        "REVOKED",
        "ARCHIVED",
        "REQUIRES_OFFLINE_REVIEW",
    ]
)

_REVIEWED = Goal(
    wanted=frozenset({"COMPLETE"}),
    failed={"CLOSED": "it was closed", "DELETED": "it was deleted"},
    blocked={
        "CREATED": "nothing was handed in: fill in the form and call submit()",
        "REQUIRES_AUTHENTICATION": "the brand's contact must answer the e-mail that came to them",
        "REQUIRES_UPDATES": "the reviewers want changes, in a new version by create_version():",
    },
)


class Registration(Described[RegistrationInformation]):
    """One registration: its form, its versions, and what is bound to it."""

    _model = RegistrationInformation
    _load_hint = "registrations.get(id)"
    _arn_member = "registration_arn"
    _describe = operations.registrations.DESCRIBE_REGISTRATIONS
    _ids_member = "registration_ids"
    _status_member = "registration_status"

    @property
    def status(self) -> RegistrationStatus | None:
        """CREATED to COMPLETE, or REQUIRES_UPDATES, as of the last answer; `refresh` asks anew."""
        return self.data.registration_status

    @property
    def fields(self) -> RegistrationFields:
        """What is filled in: put, put_all, delete, list."""
        return RegistrationFields(self)

    def delete(self) -> None:
        """Delete the registration for good.

        Raises:
            ConflictError: DISASSOCIATE_REGISTRATION_NOT_ALLOWED or RESOURCE_DELETION_NOT_ALLOWED:
                release what is bound to it first; RESOURCE_NOT_EMPTY: a brand has campaigns, or a
                campaign has numbers.
            ResourceNotFoundError: it is gone already.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DeleteRegistration.html
        """
        self._merge_answer(self._sms.api.delete_registration(registration_id=self.id))

    def create_version(self, *, copy_fields: bool | int = False) -> CreateRegistrationVersionResult:
        """Begin the next version as a draft, once the last one was approved, denied or discarded.

        AWS may start it blank, or with the values of the last one.

        Args:
            copy_fields: True fills the draft with the values of the newest version that holds any,
                the number of a version with those of that one, wherever it does not hold them
                already. One call for each value, and one for each version that is looked at.

        Raises:
            ConflictError: CREATE_REGISTRATION_VERSION_NOT_ALLOWED: the last version is still open.
            ServiceQuotaExceededError: REGISTRATION_VERSIONS_CREATED_PER_DAY.
            ValidationError: UNKNOWN_REGISTRATION_VERSION: there is none of that number, so that
                none was begun.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_CreateRegistrationVersion.html
        """
        earlier = self._earlier(copy_fields)
        made = self._sms.api.create_registration_version(registration_id=self.id)
        if self._data is not None:
            news = {"current_version_number": made.version_number}
            self._data = self._data.model_copy(update=news)
        try:
            self.fields._copy(earlier)  # noqa: SLF001  one package
        except Exception as error:
            error.add_note(
                f"version {made.version_number} of {self.id} was begun, and holds a part of the "
                "copied fields: fields.put_all fills in the rest"
            )
            raise
        return made

    def _earlier(self, copy_fields: bool | int) -> Sequence[RegistrationFieldValueInformation]:
        """The values to begin the next version with."""
        if copy_fields is False:
            return ()
        if not isinstance(cast("object", copy_fields), int) or copy_fields < 1:
            rule = "must be True, False, or the number of a version"
            raise RequestError("create_version", (Problem("copy_fields", rule),))
        if copy_fields is not True:
            return self._values(copy_fields)
        newest = (self.refresh()).data.current_version_number
        for number in range(newest, 0, -1):
            held = self._values(number)
            if held:
                return held
        return ()

    def _values(self, number: int) -> Sequence[RegistrationFieldValueInformation]:
        """What a version holds, without the empty fields that AWS lists as denied."""
        from smsvoice.rules.registrations import values_of  # noqa: PLC0415  when needed

        held = self.fields.list(version_number=number).collect()
        return [one for one in held if values_of([one])]

    def submit(
        self, *, aws_review: bool | None = None, check: bool = True
    ) -> SubmitRegistrationVersionResult:
        """Hand in the draft for review; `status` shows the change after the next `refresh`.

        AWS takes a form with missing or wrong fields, denies it by machine within seconds, and a
        new version has to be begun. So the form is checked before it leaves, by AWS's definition
        and what AWS holds of it: four calls, and one more where the type wants something
        associated first. AWS may not list values yet that were put a moment ago.

        Args:
            aws_review: True asks AWS to review it first and to name what it would change.
            check: False leaves the judgement to AWS, and makes no call but the submission.

        Raises:
            RequestError: a required field is empty, a value does not fit, or nothing is associated
                that must be; the problems name field and rule. Nothing was handed in.
            ConflictError: REGISTRATION_ALREADY_SUBMITTED, or
                SUBMIT_REGISTRATION_VERSION_NOT_ALLOWED: there is no draft, or something must be
                associated first.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_SubmitRegistrationVersion.html
        """
        problems = self._problems() if check else ()
        if problems:
            raise RequestError("SubmitRegistrationVersion", problems)
        return self._sms.api.submit_registration_version(
            registration_id=self.id, aws_review=aws_review
        )

    def discard(self) -> DiscardRegistrationVersionResult:
        """Give up the newest version, while it is a draft or was just handed in.

        Raises:
            ConflictError: DISCARD_REGISTRATION_VERSION_NOT_ALLOWED: its review has begun.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DiscardRegistrationVersion.html
        """
        return self._sms.api.discard_registration_version(registration_id=self.id)

    def versions(
        self,
        *,
        version_numbers: Sequence[int] | None = None,
        registration_version_status: OneOrMore[RegistrationVersionStatusFilter] | None = None,
        max_results: int | None = None,
        starting_token: str | None = None,
    ) -> Pager[DescribeRegistrationVersionsResult, RegistrationVersionInformation]:
        """Its versions, one at a time, with the reasons why some were denied.

        Args:
            version_numbers: only these, in any number.
            registration_version_status: where they stand, e.g. DRAFT or DENIED; one or several.
            max_results: most items a page, 1 to 100.
            starting_token: where an earlier walk stopped.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DescribeRegistrationVersions.html
        """
        return list_pager(
            self._sms,
            operations.registrations.DESCRIBE_REGISTRATION_VERSIONS,
            unchanged,
            members={"registration_id": self.id, "max_results": max_results},
            ids=version_numbers,
            ids_as="version_numbers",
            filter_model=RegistrationVersionFilter,
            filtered={"registration_version_status": registration_version_status},
            kinds={"registration_version_status": RegistrationVersionStatus},
            starting_token=starting_token,
        )

    def associate(self, resource_id: str) -> CreateRegistrationAssociationResult:
        """Bind a phone number, sender ID, RCS agent or other registration to it.

        Nothing unbinds it but releasing the resource or deleting the registration; the type's
        definition says which.

        Args:
            resource_id: id of what is to be bound.

        Raises:
            ConflictError: RESOURCE_ALREADY_ASSOCIATED, or
                RCS_AGENT_ALREADY_ASSOCIATED_TO_REGISTRATION_TYPE.
            ServiceQuotaExceededError: ASSOCIATIONS_PER_REGISTRATION.
            ValidationError: INVALID_REGISTRATION_ASSOCIATION: not this kind of thing, or not now.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_CreateRegistrationAssociation.html
        """
        return self._sms.api.create_registration_association(
            registration_id=self.id, resource_id=resource_id
        )

    def associations(
        self,
        *,
        resource_type: OneOrMore[str] | None = None,
        iso_country_code: OneOrMore[str] | None = None,
        max_results: int | None = None,
        starting_token: str | None = None,
    ) -> Pager[ListRegistrationAssociationsResult, RegistrationAssociationMetadata]:
        """What is bound to it, one at a time; filters take one value or several.

        Args:
            resource_type: phone-number, sender-id, rcs-agent, registration.
            iso_country_code: ISO 3166-1 alpha-2 codes.
            max_results: most items a page, 1 to 100.
            starting_token: where an earlier walk stopped.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_ListRegistrationAssociations.html
        """
        return list_pager(
            self._sms,
            operations.registrations.LIST_REGISTRATION_ASSOCIATIONS,
            unchanged,
            members={"registration_id": self.id, "max_results": max_results},
            filter_model=RegistrationAssociationFilter,
            filtered={"resource_type": resource_type, "iso_country_code": iso_country_code},
            starting_token=starting_token,
        )

    def missing_fields(self) -> tuple[RegistrationFieldDefinition, ...]:
        """The fields that must be filled in before `submit`, worked out on this machine.

        Conditional fields are among them when their rules say so for the values of now. Reads the
        form and the values, and changes nothing.
        """
        return self.fields._missing()  # noqa: SLF001  one package

    def wait_until_reviewed(
        self,
        *,
        timeout: float = 86_400,
        clock: Clock | None = None,
        progress: Callable[[Progress], object] | None = None,
    ) -> Self:
        """Wait until the registration is COMPLETE; gives back this handle, loaded.

        Args:
            timeout: seconds until WaitTimeoutError; a day otherwise, but reviews may take weeks.
            clock: how time passes; the wall clock otherwise.
            progress: called after each look with state and seconds.

        Raises:
            WaitFailedError: the reviewers want changes, which the error names; an e-mail must
                be answered first; nothing was handed in; or the registration was closed.
            WaitTimeoutError: it was not COMPLETE in time.
        """
        denied: list[str] = []

        def look() -> str | None:
            try:
                status = (self.refresh()).status
            except ResourceNotFoundError:
                return None
            if status == RegistrationStatus.REQUIRES_UPDATES:
                denied[:] = self._denied()
            return status

        wait_for(
            repr(self),
            _REVIEWED,
            look,
            timeout=timeout,
            clock=clock,
            progress=progress,
            explain=lambda _: "; ".join(denied),
        )
        return self

    def _denied(self) -> Sequence[str]:
        """Why the version was denied that was denied last, and the fields at fault."""
        number = self.data.latest_denied_version_number or self.data.current_version_number
        version = self.versions(version_numbers=[number]).first()
        reasons = () if version is None else version.denied_reasons or ()
        fields = self.fields.list(version_number=number).collect()
        return [
            *(f"{reason.reason}: {reason.short_description}" for reason in reasons),
            *(f"{one.field_path}: {one.denied_reason}" for one in fields if one.denied_reason),
        ]

    def _problems(self) -> Sequence[Problem]:
        """All that AWS's machine would deny the draft for; nothing where there is no draft."""
        from smsvoice.rules.registrations import check, unassociated, values_of  # noqa: PLC0415

        data = (self.refresh()).data
        decided = (data.approved_version_number, data.latest_denied_version_number)
        if data.current_version_number in decided:
            return ()  # AWS refuses the submission, and its reason is the better advice
        form = self.fields._form()  # noqa: SLF001  one package
        held = values_of(self.fields.list().collect())
        kind = [data.registration_type]
        definition = self._sms.registration_types.list(registration_types=kind).first()
        due = () if definition is None else tuple(unassociated(definition, ()))
        if due and definition is not None:
            due = tuple(unassociated(definition, self.associations().collect()))
        return (*check(form, held), *due)
