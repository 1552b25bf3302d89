"""The way to AWS: boto3 in this thread or in worker threads, with our guards on its public events.

Nothing else in smsvoice makes a request, and nothing else but `errors` knows botocore.
"""

from smsvoice.transport.connection import Connection, Options
from smsvoice.transport.guard import guard_sends

__all__ = ["Connection", "Options", "guard_sends"]
