"""What tests of SNS share."""

import pytest

from tests.events.sns_posts import AUTHORITY, Sns


@pytest.fixture
def sns() -> Sns:
    """SNS in a region."""
    return Sns(AUTHORITY)
