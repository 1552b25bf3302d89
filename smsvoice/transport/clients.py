"""How a boto3 client is made for us: quickly, and with a User-Agent that names this package."""

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final
from weakref import WeakKeyDictionary

import boto3
import botocore
import botocore.session
from botocore.config import Config
from botocore.credentials import Credentials
from botocore.exceptions import InvalidRegionError, NoRegionError, ProfileNotFound

from smsvoice._version import __version__
from smsvoice.core.errors import Problem, RequestError
from smsvoice.errors import MissingRegionError
from smsvoice.transport.call_state import SERVICE
from smsvoice.transport.loader import shared_loader

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client

_SWITCH: Final = "SMSVOICE_FAST_PATH"
_OFF: Final = ("0", "false", "no", "off")

_headers: WeakKeyDictionary[boto3.session.Session, dict[tuple[object, ...], str]] = (
    WeakKeyDictionary()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientConfig:
    """All it takes to make the same client again, in another process too."""

    region_name: str | None = None
    profile_name: str | None = None
    endpoint_url: str | None = None
    config: Config | None = None
    fast_path: bool = True


def default_session(recipe: ClientConfig) -> boto3.session.Session | None:
    """The session that `boto3.client` would use, where the application has set one up."""
    return None if recipe.profile_name is not None else boto3.DEFAULT_SESSION


def is_plain(session: boto3.session.Session) -> bool:
    """Whether a session gives what a new one without any settings gives: another process's, say.

    boto3 makes its default session by itself as soon as `boto3.client` is called; such a one holds
    nothing of its own. One that was set up has its own region, profile, settings or keys. Keys that
    are renewed say nothing of where they come from, so they count as its own.
    """
    new = boto3.session.Session()
    return (
        session.region_name == new.region_name
        and session.profile_name == new.profile_name
        and _settings(session) is None
        and (mine := _keys(session)) is not None
        and mine == _keys(new)
    )


def _keys(session: boto3.session.Session) -> tuple[str | None, ...] | None:
    """What a session signs with, if it is always the same; None of keys that are renewed."""
    found = session.get_credentials()
    if found is None:
        return ()
    if type(found) is not Credentials:
        return None
    return (found.method, found.access_key, found.secret_key, found.token)


def _settings(session: boto3.session.Session) -> Config | None:
    inner: Any = getattr(session, "_session", None)
    settings = inner.get_default_client_config() if inner is not None else None
    return settings if isinstance(settings, Config) else None


def make_client(session: boto3.session.Session, recipe: ClientConfig) -> "PinpointSMSVoiceV2Client":
    """A client of ours, from a session.

    Raises:
        MissingRegionError: no region is given anywhere.
        RequestError: the region or the endpoint cannot be one.
    """
    try:
        config = _config(session, recipe)
        if config.user_agent is None:
            config = config.merge(Config(user_agent=_user_agent(session, recipe, config)))
        return _client(session, recipe, config)
    except NoRegionError as lacking:
        raise MissingRegionError from lacking
    except InvalidRegionError:
        rule = "must be the name of an AWS region, e.g. us-east-1"
        raise RequestError("SmsVoice", (Problem("region_name", rule),)) from None
    except ValueError as wrong:
        if not str(wrong).startswith("Invalid endpoint"):
            raise
        name = "region_name" if recipe.endpoint_url is None else "endpoint_url"
        remedy = {"region_name": "us-east-1", "endpoint_url": "http://127.0.0.1:7670"}[name]
        problem = Problem(name, f"cannot be connected to: write e.g. {remedy}")
        raise RequestError("SmsVoice", (problem,)) from None


def _config(session: boto3.session.Session, recipe: ClientConfig) -> Any:
    """The session's own settings, those of the recipe on top, and our name in the User-Agent."""
    config: Any = Config(parameter_validation=False)  # our models check more, and sooner
    for more in (_settings(session), recipe.config):
        if more is not None:
            config = config.merge(more)
    named = f"smsvoice/{__version__}"
    extra: str | None = config.user_agent_extra
    return config.merge(Config(user_agent_extra=f"{extra} {named}" if extra else named))


def why_switched_off(session: boto3.session.Session, recipe: ClientConfig) -> str | None:
    """Why the application wants no fast path; None where it may be used."""
    if not recipe.fast_path:
        return "it is switched off by fast_path=False"
    if os.environ.get(_SWITCH, "").strip().lower() in _OFF:
        return f"it is switched off by the environment variable {_SWITCH}"
    if _config(session, recipe).parameter_validation:
        return "botocore is asked to validate parameters"
    return None


def _client(
    session: boto3.session.Session, recipe: ClientConfig, config: Config
) -> "PinpointSMSVoiceV2Client":
    return session.client(  # pyright: ignore[reportUnknownMemberType]  boto3-stubs' overloads
        SERVICE,
        region_name=recipe.region_name,
        endpoint_url=recipe.endpoint_url,
        config=config,
    )


def _user_agent(session: boto3.session.Session, recipe: ClientConfig, config: Any) -> str:
    """The User-Agent of such clients, so that botocore need not build it twice for every request.

    It is read off a client made for it, once for a session and its settings. It says the same but
    for what a single call adds: the ids of the features that it used.
    """
    known = _headers.setdefault(session, {})
    settings = (config.user_agent_appid, config.user_agent_extra, str(config.retries))
    if settings not in known:
        known[settings] = _stable_user_agent(_client(session, recipe, config).meta.config)
    return known[settings]


def _stable_user_agent(config: Any) -> str:
    """The header that a client states, less what botocore appends to any header it is given."""
    header: str = config.user_agent
    for appended in (config.user_agent_extra, f"Botocore/{botocore.__version__}"):
        header = header.removesuffix(f" {appended}")
    retries: dict[str, Any] = config.retries or {}
    mode = retries.get("mode")
    return header if not mode or "cfg/retry-mode" in header else f"{header} cfg/retry-mode#{mode}"


def own_session(profile_name: str | None) -> boto3.session.Session:
    """A session of ours, with boto3's usual sources.

    Raises:
        RequestError: there is no such profile.
    """
    inner = botocore.session.get_session()
    named = None if profile_name == "default" else profile_name
    try:
        session = boto3.session.Session(profile_name=named, botocore_session=inner)
    except ProfileNotFound as lacking:
        wrong = Problem("profile_name", "names no profile in AWS's configuration files")
        raise RequestError("SmsVoice", (wrong,)) from lacking
    inner.register_component("data_loader", shared_loader(inner.get_config_variable("data_path")))
    return session
