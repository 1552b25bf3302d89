"""What AWS takes and gives, one module a group: `from smsvoice.models import pools`."""

# Written by `python -m codegen`. Change codegen/ or its tables, not this file.

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from smsvoice.models import (
        account as account,
    )
    from smsvoice.models import (
        common as common,
    )
    from smsvoice.models import (
        configuration_sets as configuration_sets,
    )
    from smsvoice.models import (
        keywords as keywords,
    )
    from smsvoice.models import (
        messages as messages,
    )
    from smsvoice.models import (
        notify as notify,
    )
    from smsvoice.models import (
        opt_outs as opt_outs,
    )
    from smsvoice.models import (
        phone_numbers as phone_numbers,
    )
    from smsvoice.models import (
        pools as pools,
    )
    from smsvoice.models import (
        protect as protect,
    )
    from smsvoice.models import (
        rcs_agents as rcs_agents,
    )
    from smsvoice.models import (
        rcs_messages as rcs_messages,
    )
    from smsvoice.models import (
        reasons as reasons,
    )
    from smsvoice.models import (
        registration_attachments as registration_attachments,
    )
    from smsvoice.models import (
        registration_forms as registration_forms,
    )
    from smsvoice.models import (
        registrations as registrations,
    )
    from smsvoice.models import (
        sender_ids as sender_ids,
    )
    from smsvoice.models import (
        spend_limits as spend_limits,
    )
    from smsvoice.models import (
        tags as tags,
    )
    from smsvoice.models import (
        verified_numbers as verified_numbers,
    )

_MODULES = frozenset(
    (
        "account",
        "common",
        "configuration_sets",
        "keywords",
        "messages",
        "notify",
        "opt_outs",
        "phone_numbers",
        "pools",
        "protect",
        "rcs_agents",
        "rcs_messages",
        "reasons",
        "registration_attachments",
        "registration_forms",
        "registrations",
        "sender_ids",
        "spend_limits",
        "tags",
        "verified_numbers",
    )
)


def __getattr__(name: str) -> Any:
    if name in _MODULES:
        return importlib.import_module(f"{__name__}.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *_MODULES})
