"""How far an RCS agent has come, which its registrations decide: testing first, then each country.

An agent is PARTIAL while a country of its still waits for a carrier, ACTIVE when none does.
Inferred here: the first carrier of a country launches an agent when its launch is approved, and the
others one by one afterwards; a launch that was denied does not hold an agent back elsewhere.
"""

from smsvoice.emulator.data.forms.rcs import CARRIERS, LAUNCH_SUFFIX, TESTING_TYPE
from smsvoice.emulator.engine.context import Call, action
from smsvoice.emulator.state.identities import launches, rcs_agents
from smsvoice.models.rcs_agents import (
    CarrierStatus,
    CarrierStatusInformation,
    CountryLaunchStatus,
    CountryLaunchStatusInformation,
    RcsAgentInformation,
    RcsAgentStatus,
    TestingAgentInformation,
    TestingAgentStatus,
)
from smsvoice.models.registrations import RegistrationInformation

_HEARD = (CountryLaunchStatus.PARTIAL, CountryLaunchStatus.ACTIVE)


def agent_of(call: Call, registration: RegistrationInformation) -> RcsAgentInformation | None:
    """The agent that a registration is about, if one is bound to it."""
    key = registration.registration_id
    for agent in rcs_agents(call):
        testing = agent.testing_agent
        if testing is not None and testing.registration_id == key:
            return agent
        if any(launch.registration_id == key for launch in launches(call, agent.rcs_agent_id)):
            return agent
    return None


def has_one_like(
    call: Call, agent: RcsAgentInformation, registration: RegistrationInformation
) -> bool:
    """Whether an agent has a registration of that type already."""
    if registration.registration_type == TESTING_TYPE:
        return agent.testing_agent is not None
    return _country(registration) in launches(call, agent.rcs_agent_id)


def begin(call: Call, agent: RcsAgentInformation, registration: RegistrationInformation) -> None:
    """An agent is bound to a registration."""
    key = agent.rcs_agent_id
    if registration.registration_type == TESTING_TYPE:
        testing = TestingAgentInformation(
            status=TestingAgentStatus.CREATED, registration_id=registration.registration_id
        )
        rcs_agents(call).change(key, testing_agent=testing)
    else:
        country = _country(registration)
        launch = CountryLaunchStatusInformation(
            iso_country_code=country,
            status=CountryLaunchStatus.CREATED,
            registration_id=registration.registration_id,
            carrier_status=_carriers(country, CarrierStatus.PENDING),
        )
        launches(call, key).put(country, launch)
    _settle_status(call, key)


def submitted(
    call: Call, agent: RcsAgentInformation, registration: RegistrationInformation
) -> None:
    """The registration is under review; what was approved before stays as it is."""
    if registration.approved_version_number is not None:
        return
    if registration.registration_type == TESTING_TYPE:
        _change_testing(call, agent, TestingAgentStatus.PENDING)
    else:
        _change_launch(
            call, agent, registration, CountryLaunchStatus.PENDING, CarrierStatus.PENDING
        )


def approved(call: Call, agent: RcsAgentInformation, registration: RegistrationInformation) -> None:
    """Testers can be written to, or the first carrier of a country launches the agent."""
    if registration.registration_type == TESTING_TYPE:
        _change_testing(call, agent, TestingAgentStatus.ACTIVE)
        return
    country = _country(registration)
    launch = launches(call, agent.rcs_agent_id).get(country)
    if launch is not None and launch.status not in _HEARD:
        platform_id = call.ids.resource("rbm")
        launches(call, agent.rcs_agent_id).change(country, rcs_platform_id=platform_id)
        let_in(call, f"{agent.rcs_agent_id} {country}")


def denied(call: Call, agent: RcsAgentInformation, registration: RegistrationInformation) -> None:
    """No new recipient can be reached; what was approved before stays as it is."""
    if registration.approved_version_number is not None:
        return
    if registration.registration_type == TESTING_TYPE:
        _change_testing(call, agent, TestingAgentStatus.CREATED)
    else:
        rejected = CountryLaunchStatus.REJECTED
        _change_launch(call, agent, registration, rejected, CarrierStatus.REJECTED)


def withdrawn(
    call: Call, agent: RcsAgentInformation, registration: RegistrationInformation
) -> None:
    """The registration is a draft again; what was approved before stays as it is."""
    if registration.approved_version_number is not None:
        return
    if registration.registration_type == TESTING_TYPE:
        _change_testing(call, agent, TestingAgentStatus.CREATED)
    else:
        _change_launch(
            call, agent, registration, CountryLaunchStatus.CREATED, CarrierStatus.PENDING
        )


def end(call: Call, agent: RcsAgentInformation, registration: RegistrationInformation) -> None:
    """The registration is gone, and what it stood for."""
    if registration.registration_type == TESTING_TYPE:
        rcs_agents(call).change(agent.rcs_agent_id, testing_agent=None)
    else:
        launches(call, agent.rcs_agent_id).drop(_country(registration))
    _settle_status(call, agent.rcs_agent_id)


@action("let-rcs-agent-in")
def let_in(call: Call, agent_and_country: str) -> None:
    """Mark the agent launched with the next carrier of a country."""
    agent_id, _, country = agent_and_country.partition(" ")
    launch = launches(call, agent_id).get(country)
    if launch is None or launch.status == CountryLaunchStatus.REJECTED:
        return
    waiting = [one for one in launch.carrier_status if one.status == CarrierStatus.PENDING]
    carriers = tuple(
        one.model_copy(update={"status": CarrierStatus.ACTIVE}) if one in waiting[:1] else one
        for one in launch.carrier_status
    )
    is_last = len(waiting) <= 1
    status = CountryLaunchStatus.ACTIVE if is_last else CountryLaunchStatus.PARTIAL
    launches(call, agent_id).change(country, status=status, carrier_status=carriers)
    if not is_last:
        call.schedule("let-rcs-agent-in", agent_and_country, call.settings.seconds_to_settle)
    _settle_status(call, agent_id)


def _country(registration: RegistrationInformation) -> str:
    return registration.registration_type.removesuffix(LAUNCH_SUFFIX)


def _carriers(country: str, status: CarrierStatus) -> tuple[CarrierStatusInformation, ...]:
    return tuple(
        CarrierStatusInformation(carrier_name=name, status=status) for name in CARRIERS[country]
    )


def _change_testing(call: Call, agent: RcsAgentInformation, status: TestingAgentStatus) -> None:
    testing = agent.testing_agent
    if testing is None:
        return
    is_first = status == TestingAgentStatus.ACTIVE and testing.testing_agent_id is None
    news = {"testing_agent_id": call.ids.resource("rcs-testing")} if is_first else {}
    changed = testing.model_copy(update={"status": status, **news})
    rcs_agents(call).change(agent.rcs_agent_id, testing_agent=changed)
    _settle_status(call, agent.rcs_agent_id)


def _change_launch(
    call: Call,
    agent: RcsAgentInformation,
    registration: RegistrationInformation,
    status: CountryLaunchStatus,
    carriers: CarrierStatus,
) -> None:
    country = _country(registration)
    carrier_status = _carriers(country, carriers)
    launches(call, agent.rcs_agent_id).change(country, status=status, carrier_status=carrier_status)
    _settle_status(call, agent.rcs_agent_id)


def _settle_status(call: Call, agent_id: str) -> None:
    agent = rcs_agents(call).get(agent_id)
    if agent is not None:
        status = _status(agent, list(launches(call, agent_id)))
        rcs_agents(call).change(agent_id, status=status)


def _status(
    agent: RcsAgentInformation, countries: list[CountryLaunchStatusInformation]
) -> RcsAgentStatus:
    hoped = [one.status for one in countries if one.status != CountryLaunchStatus.REJECTED]
    testing = agent.testing_agent.status if agent.testing_agent is not None else None
    if any(status in _HEARD for status in hoped):
        everywhere = all(status == CountryLaunchStatus.ACTIVE for status in hoped)
        return RcsAgentStatus.ACTIVE if everywhere else RcsAgentStatus.PARTIAL
    if testing == TestingAgentStatus.ACTIVE:
        return RcsAgentStatus.TESTING
    if testing == TestingAgentStatus.PENDING or CountryLaunchStatus.PENDING in hoped:
        return RcsAgentStatus.PENDING
    return RcsAgentStatus.CREATED
