"""`smsvoice numbers`, `limits`, `opt-outs` and `registrations`: what an account has."""

from typing import Annotated

import typer

from smsvoice.cli._options import AsJson, Profile, Region, ShowNumbers, client
from smsvoice.cli._output import number, print_rows
from smsvoice.core.errors import Problem, RequestError
from smsvoice.core.phone_numbers import problem_of
from smsvoice.core.redact import mask_numbers
from smsvoice.sync.resources.registrations import Registration


def numbers(
    *,
    as_json: AsJson = False,
    show_numbers: ShowNumbers = False,
    region: Region = None,
    profile: Profile = None,
) -> None:
    """List phone numbers: id, country, type and state."""
    with client(region, profile) as sms:
        rows = [
            {
                "phone_number_id": one.phone_number_id,
                "phone_number": number(one.phone_number, show=show_numbers),
                "iso_country_code": one.iso_country_code,
                "number_type": one.number_type,
                "status": one.status,
                "message_type": one.message_type,
                "number_capabilities": one.number_capabilities,
                "two_way_enabled": one.two_way_enabled,
                "pool_id": one.pool_id,
                "registration_id": one.registration_id,
            }
            for one in sms.api.describe_phone_numbers()
        ]
    print_rows(rows, as_json=as_json, empty="no phone numbers")


def limits(*, as_json: AsJson = False, region: Region = None, profile: Profile = None) -> None:
    """Show the account's tier, its monthly spend limits in US dollars, and its quotas."""
    with client(region, profile) as sms:
        found: list[tuple[str, str | int, int | None]] = [
            *((one.name, one.value, None) for one in sms.account.attributes()),
            *((one.name, one.enforced_limit, one.max_limit) for one in sms.spend_limits.list()),
            *((one.name, one.used, one.max) for one in sms.account.limits()),
        ]
    rows = [{"limit": name, "value": value, "most": most} for name, value, most in found]
    print_rows(rows, as_json=as_json, empty="no limits")


def opt_outs(
    name: Annotated[str | None, typer.Argument(help="One list: who is on it.")] = None,
    *,
    check: Annotated[
        str | None, typer.Option(help="A number, E.164: which lists it is on.", metavar="NUMBER")
    ] = None,
    as_json: AsJson = False,
    show_numbers: ShowNumbers = False,
    region: Region = None,
    profile: Profile = None,
) -> None:
    """List the opt-out lists with their sizes, one list's numbers, or the lists of a number."""
    if check is not None and (wrong := problem_of(check)) is not None:
        raise RequestError("opt-outs", (Problem("--check", wrong),))
    with client(region, profile) as sms:
        if name is not None:
            rows: list[dict[str, object]] = [
                {
                    "opted_out_number": number(one.opted_out_number, show=show_numbers),
                    "opted_out_timestamp": one.opted_out_timestamp,
                    "end_user_opted_out": one.end_user_opted_out,
                }
                for one in sms.opt_out_lists.at(name).numbers()
                if check is None or one.opted_out_number == check
            ]
        elif check is not None:
            lists = sms.opt_out_lists.list()
            rows = [{"opt_out_list_name": one.id} for one in lists if one.contains(check)]
        else:
            rows = [
                {"opt_out_list_name": one.id, "numbers": sum(1 for _ in one.numbers())}
                for one in sms.opt_out_lists.list()
            ]
    print_rows(rows, as_json=as_json, empty="on no list" if check else "no numbers")


def registrations(
    *, as_json: AsJson = False, region: Region = None, profile: Profile = None
) -> None:
    """List registrations: type, state, and why the reviewers turned one down."""
    with client(region, profile) as sms:
        rows = [
            {
                "registration_id": one.id,
                "registration_type": one.data.registration_type,
                "registration_status": one.status,
                "current_version_number": one.data.current_version_number,
                "denied": _denied(one) if one.status == "REQUIRES_UPDATES" else None,
            }
            for one in sms.registrations.list()
        ]
    print_rows(rows, as_json=as_json, empty="no registrations")


def _denied(registration: Registration) -> str:
    """The reviewers' reasons, without the numbers that they may repeat."""
    return str(mask_numbers("; ".join(registration._denied())))  # noqa: SLF001  one package
