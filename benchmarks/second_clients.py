"""Makers of one more client of the same configuration, ready to be called."""

from collections.abc import Callable

import boto3

from benchmarks.jobs import ALONE, GIVEN
from benchmarks.samples import SERVICE
from smsvoice import SmsVoice


def makers(url: str) -> dict[str, Callable[[], object]]:
    """With a session that each makes itself, and with one that both are given."""
    session = boto3.session.Session()
    return {
        f"boto3 {ALONE}": lambda: boto3.session.Session().client(SERVICE, endpoint_url=url),
        f"smsvoice {ALONE}": lambda: SmsVoice(endpoint_url=url).boto_client,
        f"boto3 {GIVEN}": lambda: session.client(SERVICE, endpoint_url=url),
        f"smsvoice {GIVEN}": lambda: SmsVoice(session, endpoint_url=url).boto_client,
    }
