"""All probes, in the order of the headings in docs/emulator-behaviour.md."""

from smsvoice.emulator.verify.probe import Probe
from smsvoice.emulator.verify.probes import (
    configuration_sets,
    forms,
    opt_outs,
    policies,
    registrations,
    reported,
    requests,
    sending,
)

PROBES: tuple[Probe, ...] = tuple(
    probe
    for section in (
        *reported.SECTIONS,
        *requests.SECTIONS,
        *opt_outs.SECTIONS,
        *sending.SECTIONS,
        *configuration_sets.SECTIONS,
        *registrations.SECTIONS,
        *forms.SECTIONS,
        *policies.SECTIONS,
    )
    for probe in section.probes
)
"""The probes, each with a name of its own."""
