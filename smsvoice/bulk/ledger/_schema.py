"""The tables of a ledger, for SQLite and PostgreSQL alike."""

from typing import Final

import sqlalchemy as sa

VERSION: Final = 1
"""The version of these tables; a ledger of another version is not used."""

META: Final = sa.MetaData()
ABOUT: Final = sa.Table(
    "smsvoice_ledger",
    META,
    sa.Column("version", sa.Integer, primary_key=True),
)
MESSAGES: Final = sa.Table(
    "smsvoice_messages",
    META,
    sa.Column("campaign", sa.String(64), primary_key=True),
    sa.Column("key", sa.String(128), primary_key=True),
    sa.Column("state", sa.String(8), nullable=False),
    sa.Column("parts", sa.SmallInteger, nullable=False),
    sa.Column("begun_at", sa.Double, nullable=False),  # seconds since 1970
    sa.Column("message_id", sa.String(64)),
    sa.Column("reason", sa.String(64)),
    sqlite_with_rowid=False,
)
PACE: Final = sa.Table(
    "smsvoice_pace",
    META,
    sa.Column("line", sa.String(32), primary_key=True),  # a hash of the origination identity
    sa.Column("places", sa.Text, nullable=False),
)
CAMPAIGNS: Final = sa.Table(
    "smsvoice_campaigns",
    META,
    sa.Column("campaign", sa.String(64), primary_key=True),
    sa.Column("stops", sa.Integer, nullable=False),
)
