"""The least that a program must be allowed: a policy for operations, or for a source tree.

    from smsvoice import iam

    iam.policy("SendTextMessage", "DescribePools", account="111122223333")
    iam.policy(*iam.scan("src").operations)

The resource types are those of AWS's Service Authorization Reference; docs/operations.md has them
all, with what could not be confirmed. Nothing is called.
"""

from smsvoice.iam.policy import operation_named as operation_named
from smsvoice.iam.policy import policy as policy
from smsvoice.iam.scan import Scan as Scan
from smsvoice.iam.scan import Undecided as Undecided
from smsvoice.iam.scan import scan as scan

__all__ = ["Scan", "Undecided", "operation_named", "policy", "scan"]
