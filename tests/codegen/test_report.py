"""The report names what one service model has that another lacks, and the releases agree with it."""

import tomllib
from pathlib import Path

import pytest

from codegen import read, report
from codegen.plan import TABLES, tables

pytestmark = pytest.mark.generator

OLD = Path(__file__).with_name("botocore-1.42.80")


@pytest.mark.parametrize(
    "finding",
    [
        "+ operation ListAvailablePhoneNumbers",
        "+ operation SendRcsMessage",
        "+ operation SetRcsMessageSpendLimitOverride",
        "+ operation DeleteRcsMessageSpendLimitOverride",
        "+ member CarrierLookupRequest.EnableCleansing",
        "+ member PhoneNumberInformation.MessagingLimits",
        "+ enum RcsFallbackChannel",
        "+ enum value EventType.RCS_READ",
        "+ enum value PhoneNumberType.VOIP",
        "+ structure RcsCarousel",
        "~ limits of EventTypeList",
    ],
)
def test_the_report_names_what_a_newer_model_brings(finding: str) -> None:
    """Operations, members, enums with their values, and limits, one a line."""
    lines = report.difference(read.read(OLD), read.installed()).splitlines()

    assert finding in lines


def test_the_report_names_what_is_gone() -> None:
    """Read the other way round, everything new is gone."""
    lines = report.difference(read.installed(), read.read(OLD)).splitlines()

    assert "- operation SendRcsMessage" in lines
    assert "+" not in {line[0] for line in lines[1:]}


def test_the_table_of_releases_is_the_report() -> None:
    """Every operation and member that 1.42.80 lacks has its release, and nothing else has."""
    lines = report.difference(read.read(OLD), read.installed()).splitlines()
    since = tables().since
    new_structures = {line.split()[-1] for line in lines if line.startswith("+ structure")}

    operations = {line.split()[-1] for line in lines if line.startswith("+ operation")}
    members = {line.split()[-1] for line in lines if line.startswith("+ member")}

    assert set(since["operations"]) == operations
    assert set(since["members"]) == {m for m in members if m.split(".")[0] not in new_structures}


def test_the_floor_of_boto3_is_the_tables() -> None:
    """`pyproject.toml` asks for the release in the table."""
    project = tomllib.loads((TABLES.parent.parent / "pyproject.toml").read_text())

    assert f"boto3>={tables().since['floor']},<2" in project["project"]["dependencies"]
