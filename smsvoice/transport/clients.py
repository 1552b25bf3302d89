"""How a boto3 client is made for us: quickly, and with a User-Agent that names this package."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

import boto3
import botocore
import botocore.session
from botocore.config import Config
from botocore.exceptions import NoCredentialsError, NoRegionError, ProfileNotFound

from smsvoice import __version__
from smsvoice.transport.guard import SERVICE
from smsvoice.transport.loader import shared_loader

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client

REGION_HINT = (
    'smsvoice: say which region, with SmsVoice(region_name="us-east-1"), the environment '
    "variable AWS_DEFAULT_REGION, or a profile that has one."
)
CREDENTIALS_HINT = (
    'smsvoice: give credentials as for boto3: "aws configure", AWS_ACCESS_KEY_ID and '
    "AWS_SECRET_ACCESS_KEY, SmsVoice(profile_name=...), or a role of the machine."
)


_headers: WeakKeyDictionary[boto3.session.Session, dict[tuple[object, ...], str]] = (
    WeakKeyDictionary()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """All it takes to make the same client again, in another process too."""

    region_name: str | None = None
    profile_name: str | None = None
    endpoint_url: str | None = None
    config: Config | None = None


def made(session: boto3.session.Session | None, recipe: Recipe) -> "PinpointSMSVoiceV2Client":
    """A client of ours, from a session or else from boto3's usual sources."""
    config = Config(parameter_validation=False)  # our models check more, and sooner
    if recipe.config is not None:
        config = config.merge(recipe.config)
    extra: str | None = config.user_agent_extra  # type: ignore[attr-defined]
    named = f"smsvoice/{__version__}"
    config = config.merge(Config(user_agent_extra=f"{extra} {named}" if extra else named))
    try:
        session = session or _session(recipe.profile_name)
        if config.user_agent is None:  # type: ignore[attr-defined]
            config = config.merge(Config(user_agent=_header(session, recipe, config)))
        return _client(session, recipe, config)
    except NoRegionError as lacking:
        lacking.add_note(REGION_HINT)
        raise
    except (NoCredentialsError, ProfileNotFound) as lacking:
        lacking.add_note(CREDENTIALS_HINT)
        raise


def _client(
    session: boto3.session.Session, recipe: Recipe, config: Config
) -> "PinpointSMSVoiceV2Client":
    return session.client(  # pyright: ignore[reportUnknownMemberType]  boto3-stubs' overloads
        SERVICE,
        region_name=recipe.region_name,
        endpoint_url=recipe.endpoint_url,
        config=config,
    )


def _header(session: boto3.session.Session, recipe: Recipe, config: Any) -> str:
    """The User-Agent of such clients, so that botocore need not build it twice for every request.

    It is read off a client made for it, once for a session and its settings. It says the same but
    for what a single call adds: the ids of the features that it used.
    """
    known = _headers.setdefault(session, {})
    settings = (config.user_agent_appid, config.user_agent_extra, str(config.retries))
    if settings not in known:
        known[settings] = _lasting(_client(session, recipe, config).meta.config)
    return known[settings]


def _lasting(config: Any) -> str:
    """The header that a client states, less what botocore appends to any header it is given."""
    header: str = config.user_agent
    for appended in (config.user_agent_extra, f"Botocore/{botocore.__version__}"):
        header = header.removesuffix(f" {appended}")
    retries: dict[str, Any] = config.retries or {}
    mode = retries.get("mode")
    return header if not mode or "cfg/retry-mode" in header else f"{header} cfg/retry-mode#{mode}"


def _session(profile_name: str | None) -> boto3.session.Session:
    inner = botocore.session.get_session()
    named = None if profile_name == "default" else profile_name
    session = boto3.session.Session(profile_name=named, botocore_session=inner)
    inner.register_component("data_loader", shared_loader(inner.get_config_variable("data_path")))
    return session
