"""Reviews: decisions on submitted registrations, by the clock or by a control.

Registrations are decided upon by `approve` and `deny`, unless `Settings.reviews` makes the clock do
it. Inferred here: how long each step takes, that a public company answers an e-mail before its
brand is approved, and the words of a denial.
"""

from collections.abc import Mapping, Sequence

from smsvoice.emulator.data.forms.others import NOTIFY_TYPES
from smsvoice.emulator.data.forms.sender_id import SENDER_ID_FIELD
from smsvoice.emulator.engine.context import Call, action
from smsvoice.emulator.lifecycle import automatic_review, rcs_launches
from smsvoice.emulator.lifecycle.registration_associations import activate_numbers, sender_ids_of
from smsvoice.emulator.lifecycle.registration_statuses import set_status
from smsvoice.emulator.state.identities import mark_registered
from smsvoice.emulator.state.notify_configurations import configurations
from smsvoice.emulator.state.registrations import (
    UNDER_REVIEW,
    current,
    current_values,
    form_of,
    registrations,
    set_version_status,
    values,
    versions,
)
from smsvoice.models.notify import NotifyConfigurationTier, TierUpgradeStatus
from smsvoice.models.reasons import ResourceType
from smsvoice.models.registration_forms import RegistrationFieldValueInformation
from smsvoice.models.registrations import (
    RegistrationDeniedReasonInformation,
    RegistrationInformation,
    RegistrationStatus,
    RegistrationVersionInformation,
    RegistrationVersionStatus,
)
from smsvoice.rules.registrations import holds

REASON = "OTHER"
DESCRIPTION = "The reviewers did not accept this registration."
FEEDBACK = "All fields are filled in, and nothing in them speaks against a review."

_DENIED_BY_CLOCK = (
    RegistrationDeniedReasonInformation(reason=REASON, short_description=DESCRIPTION),
)


def begin(
    call: Call, registration: RegistrationInformation, *, aws_review: bool
) -> RegistrationVersionInformation:
    """Hand in the newest version; by machine first, where that is asked for."""
    key, number = registration.registration_id, registration.current_version_number
    version, found = _both_reach(call, key, number, RegistrationStatus.SUBMITTED)
    agent = rcs_launches.agent_of(call, found)
    if agent is not None:
        rcs_launches.submitted(call, agent, found)
    if found.registration_type in NOTIFY_TYPES:
        _upgrade(call, TierUpgradeStatus.PENDING_UPGRADE)
    action = "check-registration" if aws_review else "review-registration"
    call.schedule(action, f"{key} {number}", call.settings.seconds_to_settle)
    return version


@action("check-registration")
def check(call: Call, key_and_number: str) -> None:
    """AWS's own check begins."""
    key, number = _of(key_and_number)
    if _status(call, key, number) != RegistrationVersionStatus.SUBMITTED:
        return
    if _machine_denies(call, key):
        return
    _both_reach(call, key, number, RegistrationStatus.AWS_REVIEWING)
    call.schedule("review-registration", key_and_number, call.settings.seconds_to_settle)


@action("review-registration")
def review(call: Call, key_and_number: str) -> None:
    """The review proper begins, and goes on until a decision."""
    key, number = _of(key_and_number)
    before = _status(call, key, number)
    if before == RegistrationVersionStatus.AWS_REVIEWING:
        versions(call, key).change(str(number), feedback=FEEDBACK)
    elif before != RegistrationVersionStatus.SUBMITTED or _machine_denies(call, key):
        return
    _both_reach(call, key, number, RegistrationStatus.REVIEWING)
    call.schedule("decide-registration", key_and_number, call.settings.seconds_to_settle)


@action("decide-registration")
def decide(call: Call, key_and_number: str) -> None:
    """Approve or deny automatically, if `Settings.reviews` asks for it."""
    key, number = _of(key_and_number)
    if _status(call, key, number) not in UNDER_REVIEW or call.settings.reviews == "by_hand":
        return
    if call.settings.reviews == "deny":
        deny(call, key, _DENIED_BY_CLOCK)
        return
    approve(call, key)
    if _status(call, key, number) == RegistrationVersionStatus.REQUIRES_AUTHENTICATION:
        call.schedule("decide-registration", key_and_number, call.settings.seconds_to_settle)


def approve(call: Call, registration_id: str) -> None:
    """Approve what is under review, as its reviewers do.

    The brand of a public company then waits for the e-mail to be answered; a second call answers.

    Raises:
        LookupError: there is no such registration.
        ValueError: nothing of it is under review, or no reviewer sees it for the faults in it.
    """
    found, version = _under_review(call, registration_id)
    _must_reach_reviewers(call, found, version)
    number, reached = version.version_number, version.registration_version_status
    authenticated = reached == RegistrationVersionStatus.REQUIRES_AUTHENTICATION
    _pass_through_review(call, registration_id, version)
    if _needs_authentication(call, found) and not authenticated:
        waiting = RegistrationStatus.REQUIRES_AUTHENTICATION
        _both_reach(call, registration_id, number, waiting)
        return
    if found.approved_version_number is not None:
        archived = RegistrationVersionStatus.ARCHIVED
        set_version_status(call, registration_id, found.approved_version_number, archived)
    set_version_status(call, registration_id, number, RegistrationVersionStatus.APPROVED)
    if form_of(found).is_provisioned:
        provisioning = RegistrationStatus.PROVISIONING
        set_status(call, registration_id, provisioning, approved_version_number=number)
        seconds = call.settings.seconds_to_settle
        call.schedule("complete-registration", registration_id, seconds)
        return
    registrations(call).change(registration_id, approved_version_number=number)
    complete(call, registration_id)


@action("complete-registration")
def complete(call: Call, registration_id: str) -> None:
    """A registration takes effect on all that is bound to it."""
    before = registrations(call).get(registration_id)
    if before is None:
        return
    found = set_status(call, registration_id, RegistrationStatus.COMPLETE)
    activate_numbers(call, found)
    _register_sender_ids(call, found)
    agent = rcs_launches.agent_of(call, found)
    if agent is not None:
        rcs_launches.approved(call, agent, found)
    if found.registration_type in NOTIFY_TYPES:
        _upgrade(call, TierUpgradeStatus.ADVANCED, tier=NotifyConfigurationTier.ADVANCED)


def deny(
    call: Call,
    registration_id: str,
    reasons: Sequence[RegistrationDeniedReasonInformation],
    words: Mapping[str, str] | None = None,
) -> None:
    """Deny what is under review because of these fields, as its reviewers do.

    Args:
        call: the context of the control.
        registration_id: whose newest version is under review.
        reasons: the reasons that the version holds.
        words: the fields at fault by path, and the word that each carries.

    Raises:
        LookupError: there is no such registration, or its form has no such field.
        ValueError: nothing of it is under review.
    """
    found, version = _under_review(call, registration_id)
    for path in words or {}:
        if form_of(found).field(path) is None:
            raise LookupError(f"the form of {registration_id} has no field {path}")
    _pass_through_review(call, registration_id, version)
    _deny(call, found, reasons, words or {})


def _machine_denies(call: Call, registration_id: str) -> bool:
    """Whether the machine that looks first has denied what was submitted."""
    found = registrations(call).get(registration_id)
    reasons = () if found is None else automatic_review.reasons(call, found)
    if found is None or not reasons:
        return False
    _deny(call, found, reasons, automatic_review.findings(call, found))
    return True


def _deny(
    call: Call,
    found: RegistrationInformation,
    reasons: Sequence[RegistrationDeniedReasonInformation],
    words: Mapping[str, str],
) -> None:
    registration_id, number = found.registration_id, found.current_version_number
    held = values(call, registration_id, number)
    for path, word in words.items():
        if path in held:
            held.change(path, denied_reason=word)
        else:  # an empty field that is at fault is listed too, without a value
            blank = RegistrationFieldValueInformation(field_path=path, denied_reason=word)
            held.put(path, blank)
    denied = RegistrationVersionStatus.DENIED
    set_version_status(call, registration_id, number, denied, denied_reasons=tuple(reasons))
    updates = RegistrationStatus.REQUIRES_UPDATES
    set_status(call, registration_id, updates, latest_denied_version_number=number)
    agent = rcs_launches.agent_of(call, found)
    if agent is not None:
        rcs_launches.denied(call, agent, found)
    if found.registration_type in NOTIFY_TYPES:
        _upgrade(call, TierUpgradeStatus.REJECTED)


def settled_status(found: RegistrationInformation) -> RegistrationStatus:
    """Where a registration stands by the decisions on it so far, nothing being under review."""
    approved = found.approved_version_number or 0
    denied = found.latest_denied_version_number or 0
    if approved == denied == 0:
        return RegistrationStatus.CREATED
    return RegistrationStatus.COMPLETE if approved > denied else RegistrationStatus.REQUIRES_UPDATES


def withdraw(call: Call, found: RegistrationInformation) -> None:
    """What was submitted is taken back."""
    agent = rcs_launches.agent_of(call, found)
    if agent is not None:
        rcs_launches.withdrawn(call, agent, found)
    if found.registration_type in NOTIFY_TYPES:
        _upgrade(call, TierUpgradeStatus.BASIC)


def _of(key_and_number: str) -> tuple[str, int]:
    key, _, number = key_and_number.partition(" ")
    return key, int(number)


def _status(call: Call, key: str, number: int) -> RegistrationVersionStatus | None:
    version = versions(call, key).get(str(number))
    return version.registration_version_status if version is not None else None


def _under_review(
    call: Call, registration_id: str
) -> tuple[RegistrationInformation, RegistrationVersionInformation]:
    found = registrations(call).get(registration_id)
    if found is None:
        raise LookupError(f"there is no registration {registration_id}")
    version = current(call, found)
    if version.registration_version_status not in UNDER_REVIEW:
        status = version.registration_version_status
        raise ValueError(f"nothing of {registration_id} is under review: its version is {status}")
    return found, version


def _must_reach_reviewers(
    call: Call, found: RegistrationInformation, version: RegistrationVersionInformation
) -> None:
    """The machine comes before the reviewers, even where `approve` comes before the machine."""
    if version.registration_version_status != RegistrationVersionStatus.SUBMITTED:
        return
    reasons = "; ".join(one.reason for one in automatic_review.reasons(call, found))
    if reasons:
        paths = ", ".join(automatic_review.findings(call, found)) or "no field"
        raise ValueError(
            f"a machine will deny {found.registration_id} ({reasons}: {paths}): "
            "no reviewer can approve it"
        )


def _pass_through_review(
    call: Call, registration_id: str, version: RegistrationVersionInformation
) -> None:
    """Record REVIEWING in the history when a decision comes before the review began."""
    early = (RegistrationVersionStatus.SUBMITTED, RegistrationVersionStatus.AWS_REVIEWING)
    if version.registration_version_status in early:
        _both_reach(call, registration_id, version.version_number, RegistrationStatus.REVIEWING)


def _both_reach(
    call: Call, registration_id: str, number: int, status: RegistrationStatus
) -> tuple[RegistrationVersionInformation, RegistrationInformation]:
    """Bring a version and its registration to a status that both have."""
    version = set_version_status(call, registration_id, number, RegistrationVersionStatus(status))
    return version, set_status(call, registration_id, status)


def _needs_authentication(call: Call, found: RegistrationInformation) -> bool:
    condition = form_of(found).authentication
    return condition is not None and holds(condition, current_values(call, found))


def _register_sender_ids(call: Call, found: RegistrationInformation) -> None:
    bound = sender_ids_of(call, found.registration_id)
    for one in bound:
        mark_registered(call, one.sender_id, one.iso_country_code, found.registration_id)
    named = current_values(call, found).get(SENDER_ID_FIELD)
    for association in form_of(found).associations:
        is_sender_id = association.resource_type == ResourceType.SENDER_ID
        country = association.iso_country_code
        if is_sender_id and not bound and isinstance(named, str) and country is not None:
            mark_registered(call, named, country, found.registration_id)


def _upgrade(
    call: Call, status: TierUpgradeStatus, *, tier: NotifyConfigurationTier | None = None
) -> None:
    """Move all notify configurations that are not at the top yet: a brand has them all."""
    for configuration in configurations(call):
        if configuration.tier == NotifyConfigurationTier.ADVANCED:
            continue
        configurations(call).change(
            configuration.notify_configuration_id,
            tier_upgrade_status=status,
            tier=tier or configuration.tier,
        )
