"""How an emulated account behaves where AWS leaves it to the account, or to chance."""

from dataclasses import dataclass


@dataclass(kw_only=True)
class Settings:
    """Switches of an emulator; change them at any time."""

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
