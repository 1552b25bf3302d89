"""All registrations: finding them, and beginning one with its form filled in.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/registrations.html
"""

# Mirrored from smsvoice/aio/resources/registration_collection.py by `python -m codegen`. Change that file, not this one.

from collections.abc import Sequence
from typing import Literal, TypeAlias

import smsvoice.operations as operations
from smsvoice.core.codec import merged
from smsvoice.core.filters import OneOrMore
from smsvoice.models.common import TagListArgument
from smsvoice.models.registrations import (
    DescribeRegistrationsResult,
    RegistrationFilter,
    RegistrationInformation,
    RegistrationStatus,
)
from smsvoice.sync.handle import Collection
from smsvoice.sync.pager import Pager
from smsvoice.sync.resources.listing import list_pager
from smsvoice.sync.resources.registration_forms import FieldArguments, checked_members
from smsvoice.sync.resources.registrations import Registration

RegistrationStatusFilter: TypeAlias = (
    RegistrationStatus
    | Literal[
        "CREATED",
        "SUBMITTED",
        "AWS_REVIEWING",
        "REVIEWING",
        "REQUIRES_AUTHENTICATION",
        "PROVISIONING",
        "COMPLETE",
        "REQUIRES_UPDATES",
        "CLOSED",
        "DELETED",
    ]
)


class Registrations(Collection):
    """Registrations: `sms.registrations`."""

    def at(self, registration_id: str) -> Registration:
        """The registration of that id or ARN; makes no call."""
        return Registration(self._sms, registration_id)

    def get(self, registration_id: str) -> Registration:
        """The registration of that id or ARN, loaded.

        Raises:
            ResourceNotFoundError: there is none.
        """
        return self.at(registration_id).refresh()

    def list(
        self,
        *,
        ids: Sequence[str] | None = None,
        registration_type: OneOrMore[str] | None = None,
        registration_status: OneOrMore[RegistrationStatusFilter] | None = None,
        max_results: int | None = None,
        starting_token: str | None = None,
    ) -> Pager[DescribeRegistrationsResult, Registration]:
        """Registrations, loaded, one at a time; filters take one value or several.

        Args:
            ids: only these, in any number, by id or ARN.
            registration_type: types, e.g. US_TOLL_FREE_REGISTRATION.
            registration_status: where they stand, e.g. REVIEWING or COMPLETE.
            max_results: most items a page, 1 to 100.
            starting_token: where an earlier walk stopped.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DescribeRegistrations.html
        """
        return list_pager(
            self._sms,
            operations.registrations.DESCRIBE_REGISTRATIONS,
            self._loaded,
            members={"max_results": max_results},
            ids=ids,
            ids_as="registration_ids",
            filter_model=RegistrationFilter,
            filtered={
                "registration_type": registration_type,
                "registration_status": registration_status,
            },
            kinds={"registration_status": RegistrationStatus},
            starting_token=starting_token,
        )

    def create(
        self,
        registration_type: str,
        *,
        fields: FieldArguments | None = None,
        tags: TagListArgument | None = None,
        client_token: str | None = None,
    ) -> Registration:
        """Begin a registration, with version 1 as a draft to fill in.

        With `fields` it is filled in at once, after all values were checked against AWS's
        definition of the form: while one is wrong, nothing is made. A field may be left for later.

        Args:
            registration_type: which form, e.g. US_TOLL_FREE_REGISTRATION; `sms.registration_types`
                has them all.
            fields: values by field path, as `fields.put_all` takes them; one call for each, and
                one or two to read the form.
            tags: values by key, e.g. {"team": "shop"}, or Tag objects.
            client_token: makes a repeated call act once; random otherwise. With one of your own,
                a call that failed while it filled the form in can be made again.

        Raises:
            RequestError: the form has no such field, or a value does not fit; nothing was made.
            ServiceQuotaExceededError: REGISTRATIONS_PER_ACCOUNT: 25 exist.
            ValidationError: UNKNOWN_REGISTRATION_TYPE.
            ServiceError: any other, with a note of the registration's id where it was made and a
                field could not be filled in.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_CreateRegistration.html
        """
        members = checked_members(self._sms, registration_type, fields)
        made = self._sms.api.create_registration(
            registration_type=registration_type, tags=tags, client_token=client_token
        )
        registration = self._loaded(merged(RegistrationInformation, None, made))
        try:
            registration.fields._put_each(members)  # noqa: SLF001  one package
        except Exception as error:
            error.add_note(
                f"{registration.id} was created, and holds a part of the fields: "
                "registrations.at(id).fields.put_all fills in the rest"
            )
            raise
        return registration

    def _loaded(self, data: RegistrationInformation) -> Registration:
        return Registration(self._sms, data.registration_id, data=data)
