"""Phone numbers and sender IDs, with the registrations that they need."""

from collections.abc import Sequence
from dataclasses import dataclass

from smsvoice.emulator.controls.give.choices import one_of
from smsvoice.emulator.controls.give.registrations import (
    complete_registration,
    give_registration,
)
from smsvoice.emulator.controls.give.walk import Walk
from smsvoice.emulator.data.forms.sender_id import SENDER_ID_FIELD
from smsvoice.emulator.data.sender_id_countries import WITH_REGISTRATION
from smsvoice.emulator.lifecycle.number_activation import activate
from smsvoice.emulator.state.identities import SET_UP, find_phone_number, phone_numbers, sender_ids
from smsvoice.emulator.state.phone_number_rules import price_of
from smsvoice.models.common import NumberCapability
from smsvoice.models.phone_numbers import NumberStatus, NumberType
from smsvoice.models.registrations import RegistrationStatus
from smsvoice.operations import phone_numbers as operations
from smsvoice.operations import pools as pool_operations
from smsvoice.operations import registrations as registration_operations
from smsvoice.operations import sender_ids as sender_id_operations

_Status, _Type = NumberStatus, NumberType
_STATUSES = tuple(one for one in _Status if one != _Status.DELETED)
_HOME = {_Type.LONG_CODE: "CA"}
_REGISTERED_BY = {
    _Type.TEN_DLC: "US_TEN_DLC_CAMPAIGN_REGISTRATION",
    _Type.LONG_CODE: "ZZ_LONG_CODE_REGISTRATION",
}
_TOLL_FREE_FORM = "US_TOLL_FREE_REGISTRATION"
_WITH_MEDIA = ("US", "CA")


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberWish:
    """What a number shall be."""

    number_type: str
    status: str = "ACTIVE"
    country: str | None = None
    message_type: str = "TRANSACTIONAL"
    number_capabilities: Sequence[str] | None = None
    opt_out_list_name: str | None = None
    two_way_channel_arn: str | None = None
    pool_id: str | None = None


def give_number(walk: Walk, wish: NumberWish) -> str:
    """A number in a status; gives its id.

    Raises:
        ValueError: there is no such type or status, the type never has that status, or the
            service refuses what goes with it.
    """
    number_type = NumberType(one_of("number_type", wish.number_type, tuple(_Type)))
    status = one_of("status", wish.status, _STATUSES, "a number that is DELETED is gone")
    _must_be_reachable(number_type, status)
    country = wish.country or _HOME.get(number_type, "US")
    key = _requested(walk, wish, number_type, country)
    if wish.two_way_channel_arn is not None:
        walk.run(
            operations.UPDATE_PHONE_NUMBER,
            phone_number_id=key,
            two_way_enabled=True,
            two_way_channel_arn=wish.two_way_channel_arn,
        )
    if status != _Status.PENDING:
        _register(walk, key, number_type, status, country)
    if wish.pool_id is not None:
        walk.run(
            pool_operations.ASSOCIATE_ORIGINATION_IDENTITY,
            pool_id=wish.pool_id,
            origination_identity=key,
            iso_country_code=country,
        )
    if status == _Status.DISASSOCIATING:
        walk.run(operations.RELEASE_PHONE_NUMBER, phone_number_id=key)
    return key


def _must_be_reachable(number_type: NumberType, status: str) -> None:
    if number_type == _Type.SIMULATOR and status in (_Status.PENDING, _Status.ASSOCIATING):
        raise ValueError("status: a SIMULATOR is ACTIVE as soon as it is requested")
    if status == _Status.ASSOCIATING and number_type not in _REGISTERED_BY:
        some = " or ".join(_REGISTERED_BY)
        raise ValueError(f"status: only a {some} is ASSOCIATING, with a COMPLETE registration")
    if status == _Status.DISASSOCIATING and number_type == _Type.SHORT_CODE:
        raise ValueError("status: AWS Support releases short codes, so none is DISASSOCIATING")


def _requested(walk: Walk, wish: NumberWish, number_type: NumberType, country: str) -> str:
    is_short = number_type == _Type.SHORT_CODE
    made = walk.run(
        operations.REQUEST_PHONE_NUMBER,
        iso_country_code=country,
        message_type=wish.message_type,
        number_capabilities=list(wish.number_capabilities or _capabilities(number_type, country)),
        number_type=_Type.LONG_CODE if is_short else number_type,
        opt_out_list_name=wish.opt_out_list_name,
    )
    key = made.phone_number_id
    if is_short:  # AWS Support sets it up, so no request has this type
        walk.call.unschedule(SET_UP, key)
        phone_numbers(walk.call).change(
            key,
            number_type=number_type,
            phone_number=_short(walk),
            monthly_leasing_price=price_of(country, number_type),
        )
    return key


def _capabilities(number_type: NumberType, country: str) -> tuple[NumberCapability, ...]:
    """What it can carry: calls unless it is a short code, media in two countries."""
    kinds = [NumberCapability.SMS]
    if country in _WITH_MEDIA:
        kinds.append(NumberCapability.MMS)
    if number_type != _Type.SHORT_CODE:
        kinds.append(NumberCapability.VOICE)
    return tuple(kinds)


def _short(walk: Walk) -> str:
    """A short code of five digits that is free."""
    taken = {one.phone_number for one in phone_numbers(walk.call)}
    while (code := f"2{walk.call.ids.digits(4)}") in taken:
        pass
    return code


def _register(walk: Walk, key: str, number_type: NumberType, status: str, country: str) -> None:
    """Register a number as its type asks for, and make it active unless it shall still wait."""
    if number_type == _Type.TOLL_FREE and country == "US":
        complete = RegistrationStatus.COMPLETE
        give_registration(walk, _TOLL_FREE_FORM, status=complete, fields={}, resource_id=key)
    elif number_type == _Type.TEN_DLC or status == _Status.ASSOCIATING:
        walk.call.unschedule(SET_UP, key)
        walk.run(
            registration_operations.CREATE_REGISTRATION_ASSOCIATION,
            registration_id=complete_registration(walk, _REGISTERED_BY[number_type]),
            resource_id=key,
        )
    if status == _Status.ASSOCIATING:
        return
    walk.finish()
    if find_phone_number(walk.call, key).status != _Status.ACTIVE:
        activate(walk.call, key)  # AWS Support sets up what no form registers


def give_sender_id(
    walk: Walk, sender_id: str, *, country: str, message_types: Sequence[str]
) -> str:
    """A sender ID that may be used in a country, registered where it must be; gives its name.

    Raises:
        ValueError: it can be no sender ID, the country has none, or it is there already.
    """
    if country not in WITH_REGISTRATION:
        walk.run(
            sender_id_operations.REQUEST_SENDER_ID,
            sender_id=sender_id,
            iso_country_code=country,
            message_types=list(message_types),
        )
        return sender_id
    if any(
        one.sender_id.upper() == sender_id.upper() and one.iso_country_code == country
        for one in sender_ids(walk.call)
    ):
        raise ValueError("sender_id: the account has it already in that country")
    give_registration(
        walk,
        f"{country}_SENDER_ID_REGISTRATION",
        status=RegistrationStatus.COMPLETE,
        fields={SENDER_ID_FIELD: sender_id},
    )
    return sender_id
