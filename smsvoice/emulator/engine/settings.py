"""How an emulated account behaves where AWS leaves it to the account, or to chance."""

from dataclasses import dataclass, field, fields
from typing import Literal, cast

from smsvoice.emulator.engine.setting_rules import RULES, SettingError


@dataclass(kw_only=True)
class Settings:
    """Settings of an emulator; change them at any time. A value that cannot be used is refused."""

    account_id: str = "123456789012"
    """The account that all credentials belong to."""
    region: str = "us-east-1"
    """The region of requests that name none."""
    sandbox: bool = False
    """Whether sends reach verified and simulator destinations only."""
    spend_limit: int = 1000
    """US dollars a month that each channel may cost at most; AWS gives new accounts 1."""
    quotas: bool = True
    """Whether resource quotas are enforced."""
    throttling: bool = False
    """Whether the service's calls per second are enforced."""
    seconds_to_settle: float = 2.0
    """How long things take that take seconds at AWS: reviews by machine, uploads, pools."""
    page_size: int | None = None
    """Most items a page, whatever is asked for; None leaves it to the request."""
    empty_pages: bool = False
    """Whether an empty page comes before each page that has items, as AWS may do."""
    reviews: Literal["by_hand", "approve", "deny"] = "by_hand"
    """Who decides on registrations: `Emulator.approve` and `.deny`, or the clock, always alike."""
    incomplete_forms: Literal["denied", "refused"] = "denied"
    """What becomes of a form that is submitted with missing or wrong fields: a machine denies it
    within seconds, or the submission is refused."""
    new_versions_start_blank: bool = True
    """Whether a new version of a registration starts without its predecessor's field values."""
    suspicious_numbers: set[str] = field(default_factory=set[str], repr=False)
    """Recipients, E.164, that protect configurations take for inflated traffic."""
    rejected_display_names: set[str] = field(default_factory=set[str])
    """Display names of notify configurations that the review rejects."""
    display_names_to_verify: set[str] = field(default_factory=set[str])
    """Display names of notify configurations that the review wants a person to verify."""
    blocked_countries: set[str] = field(default_factory=lambda: {"CN"})
    """Countries that no text reaches; AWS reaches China with texts that it has approved only."""
    phone_number_types: dict[str, str] = field(default_factory=dict[str, str], repr=False)
    """Types of numbers, E.164, for CarrierLookup, e.g. LANDLINE; see PhoneNumberType."""
    regions_without_two_way: set[str] = field(default_factory=set[str])
    """Regions where nothing can be made two-way; all can here."""
    inaccessible_arns: set[str] = field(default_factory=set[str])
    """Roles, topics and streams that the service may not use, to see it refuse them."""
    account_refusal: Literal["INSUFFICIENT_ACCOUNT_REPUTATION", "ACCOUNT_DISABLED"] | None = None
    """Why the account may not send, for a sender whom AWS has paused or closed."""
    event_url: str | None = None
    """Where every event is posted too, http or https; a failure there is passed over."""
    keep_messages: int | None = None
    """Only so many of the newest messages are kept, with their events; None keeps all."""

    def __setattr__(self, name: str, value: object) -> None:
        """Change a setting; a list becomes a set, as a file or a request body has it.

        Raises:
            SettingError: the setting is unknown, or does not take that value.
        """
        there_are = [each.name for each in fields(self)]
        if name not in there_are:
            raise SettingError(name, f"is no setting; there are {', '.join(sorted(there_are))}")
        taken = set(cast("list[object]", value)) if isinstance(value, list) else value
        rule = RULES[name]
        if not rule.fits(taken):
            raise SettingError(name, rule.text)
        super().__setattr__(name, taken)
