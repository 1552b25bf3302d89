"""What happens by itself or by a decision: reviews, launches, pool membership, clearing."""

# ruff: noqa: F401  what is loaded here registers its handlers and scheduled actions
# pyright: reportUnusedImport=false

from smsvoice.emulator.lifecycle import (
    automatic_review,
    clearing,
    notify_reviews,
    number_activation,
    pool_membership,
    rcs_launches,
    registration_associations,
    registration_statuses,
    reviews,
    uploads,
)
