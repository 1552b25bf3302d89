"""One-time codes from end to end: send one, and check it, once, within its attempts and its time.

    from smsvoice.codes import CodeVerifier, SqlStore

    configuration = sms.notify_configurations.at("nc-1234567890abcdef0")
    verifier = CodeVerifier(configuration, store=SqlStore("codes.db"), secret=SECRET)
    verifier.send("+12065550142", purpose="login")
    if verifier.check("+12065550142", "481516", purpose="login"):
        ...

`SqlStore` needs the extra `sql`, on PostgreSQL `sql-postgres`, and `RedisStore` the extra `redis`.
"""

from smsvoice.codes.async_verifier import AsyncCodeVerifier as AsyncCodeVerifier
from smsvoice.codes.dynamodb_store import DynamoDbStore as DynamoDbStore
from smsvoice.codes.errors import CodeRefusedError as CodeRefusedError
from smsvoice.codes.errors import CodeStoreError as CodeStoreError
from smsvoice.codes.outcomes import Check as Check
from smsvoice.codes.outcomes import CheckStatus as CheckStatus
from smsvoice.codes.outcomes import RefusalReason as RefusalReason
from smsvoice.codes.outcomes import SendRequest as SendRequest
from smsvoice.codes.outcomes import Sent as Sent
from smsvoice.codes.redis_store import RedisStore as RedisStore
from smsvoice.codes.sql_store import SqlStore as SqlStore
from smsvoice.codes.store import CodeStore as CodeStore
from smsvoice.codes.store import MemoryStore as MemoryStore
from smsvoice.codes.verifier import CodeVerifier as CodeVerifier

__all__ = [
    "AsyncCodeVerifier",
    "Check",
    "CheckStatus",
    "CodeRefusedError",
    "CodeStore",
    "CodeStoreError",
    "CodeVerifier",
    "DynamoDbStore",
    "MemoryStore",
    "RedisStore",
    "RefusalReason",
    "SendRequest",
    "Sent",
    "SqlStore",
]
