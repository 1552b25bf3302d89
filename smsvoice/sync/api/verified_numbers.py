"""Operations of verified numbers under AWS's names."""

# Mirrored from smsvoice/aio/api/verified_numbers.py by `python -m codegen`. Change that file, not this one.

from __future__ import annotations

from collections.abc import Mapping, Sequence

import smsvoice.models as models
import smsvoice.operations as operations
from smsvoice.sync.api_base import ApiBase
from smsvoice.sync.pager import Pager


class VerifiedNumbersApi(ApiBase):
    """Operations of verified numbers."""

    def create_verified_destination_number(
        self,
        *,
        destination_phone_number: str,
        rcs_agent_id: str | None = None,
        tags: models.common.TagListArgument | None = None,
        client_token: str | None = None,
    ) -> models.verified_numbers.CreateVerifiedDestinationNumberResult:
        """Add a phone number that a sandbox account, or an RCS agent under test, may send to once
        verified.

        Args:
            destination_phone_number: Number to verify, in E.164; it stays PENDING until its code
                comes back.
            rcs_agent_id: Identifier or ARN of the RCS agent for which this number becomes a tester;
                optional.
            tags: Tags of the resource, at most 200 pairs of key and value.
            client_token: Idempotency key, 1 to 64 printable characters; a repeat with the same
                token acts once. Random if absent.

        Returns:
            The new verified destination number, PENDING until its code is entered.

        Raises:
            ConflictError: RESOURCE_ALREADY_EXISTS: the number was added before.
            ResourceNotFoundError: rcs-agent: the given RCS agent does not exist.
            ServiceQuotaExceededError: VERIFIED_DESTINATION_NUMBERS_PER_ACCOUNT: 10 numbers exist.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_CreateVerifiedDestinationNumber.html
        """
        return self._call(
            operations.verified_numbers.CREATE_VERIFIED_DESTINATION_NUMBER,
            {
                "destination_phone_number": destination_phone_number,
                "rcs_agent_id": rcs_agent_id,
                "tags": tags,
                "client_token": client_token,
            },
        )

    def delete_verified_destination_number(
        self,
        *,
        verified_destination_number_id: str,
    ) -> models.verified_numbers.DeleteVerifiedDestinationNumberResult:
        """Delete a verified destination number, 24 hours after it was added at the earliest.

        Args:
            verified_destination_number_id: Identifier or ARN of the verified destination number to
                delete; at the earliest after 24 hours.

        Returns:
            The verified destination number that is gone.

        Raises:
            ConflictError: RESOURCE_DELETION_NOT_ALLOWED: it was added less than 24 hours ago.
            ResourceNotFoundError: verified-destination-number: it does not exist, or is gone
                already.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DeleteVerifiedDestinationNumber.html
        """
        return self._call(
            operations.verified_numbers.DELETE_VERIFIED_DESTINATION_NUMBER,
            {
                "verified_destination_number_id": verified_destination_number_id,
            },
        )

    def describe_verified_destination_numbers(
        self,
        *,
        verified_destination_number_ids: Sequence[str] | None = None,
        destination_phone_numbers: Sequence[str] | None = None,
        filters: Sequence[models.verified_numbers.VerifiedDestinationNumberFilterArgument]
        | None = None,
        max_results: int | None = None,
        starting_token: str | None = None,
    ) -> Pager[
        models.verified_numbers.DescribeVerifiedDestinationNumbersResult,
        models.verified_numbers.VerifiedDestinationNumberInformation,
    ]:
        """List verified destination numbers by id, by phone number or by filter, or all of them.

        Args:
            verified_destination_number_ids: Identifiers or ARNs of the verified destination numbers
                wanted, at most 5; an unknown one fails the call.
            destination_phone_numbers: E.164 numbers to look up, at most 5; all when left out.
            filters: Narrow the list; filters are ANDed.
            max_results: Most items per page, 1 to 100; a page may hold fewer, even none, before the
                last.
            starting_token: Where an earlier walk stopped.

        Returns:
            A pager over all pages. Each item is a destination number and whether it is verified
                yet.

        Raises:
            ResourceNotFoundError: verified-destination-number: a given id or number is unknown,
                which fails the whole call.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DescribeVerifiedDestinationNumbers.html
        """
        return self._pages(
            operations.verified_numbers.DESCRIBE_VERIFIED_DESTINATION_NUMBERS,
            {
                "verified_destination_number_ids": verified_destination_number_ids,
                "destination_phone_numbers": destination_phone_numbers,
                "filters": filters,
                "max_results": max_results,
            },
            starting_token,
        )

    def send_destination_number_verification_code(
        self,
        *,
        verified_destination_number_id: str,
        verification_channel: models.verified_numbers.VerificationChannelArgument,
        language_code: models.verified_numbers.LanguageCodeArgument | None = None,
        origination_identity: str | None = None,
        configuration_set_name: str | None = None,
        context: Mapping[str, str] | None = None,
        destination_country_parameters: models.common.DestinationCountryParametersArgument
        | None = None,
    ) -> models.verified_numbers.SendDestinationNumberVerificationCodeResult:
        """Send a code to one verified destination number by text or voice; it costs money, and
        repeating sends another.

        Args:
            verified_destination_number_id: Identifier or ARN of the verified destination number
                that receives the code.
            verification_channel: How the code travels: TEXT as an SMS message, VOICE as a call.
            language_code: Language of the message with the code, e.g. EN_US, DE_DE or JA_JP; 13 are
                offered.
            origination_identity: Number, or identifier or ARN of a phone number, sender ID or pool,
                that sends the code; optional, never a simulator number.
            configuration_set_name: Configuration set for this send, by name or ARN; its event
                destinations get the events.
            context: Your own data, returned in the events: at most 5 entries, keys to 100 without
                spaces, values to 800.
            destination_country_parameters: For India with a sender ID: IN_ENTITY_ID and
                IN_TEMPLATE_ID from its registration, 1 to 64 characters each.

        Returns:
            The id of the message that carries the code, not the code.

        Raises:
            ConflictError: VERIFICATION_ALREADY_COMPLETE: the number is verified;
                NO_ORIGINATION_IDENTITIES_FOUND: nothing of yours reaches its country;
                RESOURCE_NOT_ACTIVE: the identity cannot send.
            ResourceNotFoundError: verified-destination-number, configuration-set, or the identity's
                type: the given one does not exist.
            ServiceQuotaExceededError: VERIFICATION_ATTEMPTS_PER_DAY: no more codes today;
                MONTHLY_SPEND_LIMIT_REACHED_FOR_TEXT, MONTHLY_SPEND_LIMIT_REACHED_FOR_VOICE: the
                month's money is spent.
            OutcomeUnknownError: the request left and no usable answer came back; AWS may have
                carried it out.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_SendDestinationNumberVerificationCode.html
        """
        return self._call(
            operations.verified_numbers.SEND_DESTINATION_NUMBER_VERIFICATION_CODE,
            {
                "verified_destination_number_id": verified_destination_number_id,
                "verification_channel": verification_channel,
                "language_code": language_code,
                "origination_identity": origination_identity,
                "configuration_set_name": configuration_set_name,
                "context": context,
                "destination_country_parameters": destination_country_parameters,
            },
        )

    def verify_destination_number(
        self,
        *,
        verified_destination_number_id: str,
        verification_code: str,
    ) -> models.verified_numbers.VerifyDestinationNumberResult:
        """Enter the code that a destination number received, which makes it VERIFIED.

        Args:
            verified_destination_number_id: Identifier or ARN of the verified destination number
                that the code was sent to.
            verification_code: Code that arrived on the phone, 1 to 20 letters or digits.

        Returns:
            The destination number, now VERIFIED.

        Raises:
            ConflictError: VERIFICATION_CODE_EXPIRED: send a new code;
                VERIFICATION_ALREADY_COMPLETE: the number is verified.
            ResourceNotFoundError: verified-destination-number: it does not exist.
            OutcomeUnknownError: the request left and no usable answer came back; AWS may have
                carried it out.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_VerifyDestinationNumber.html
        """
        return self._call(
            operations.verified_numbers.VERIFY_DESTINATION_NUMBER,
            {
                "verified_destination_number_id": verified_destination_number_id,
                "verification_code": verification_code,
            },
        )
