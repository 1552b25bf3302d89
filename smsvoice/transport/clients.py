"""How a boto3 client is made for us, with a User-Agent that names this package.

boto3 makes its clients with botocore, and adds nothing to a client of this service. Where neither a
session is given nor boto3's default one is set up, botocore alone makes the client, since loading
boto3 takes time. `import boto3` stands where boto3 must have been loaded before.
"""

import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

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
    import boto3
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client

    AnySession = boto3.session.Session | botocore.session.Session

_SWITCH: Final = "SMSVOICE_FAST_PATH"
_ENDPOINTS: Final = ("AWS_ENDPOINT_URL_PINPOINT_SMS_VOICE_V2", "AWS_ENDPOINT_URL")
_OFF: Final = ("0", "false", "no", "off")


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientConfig:
    """All it takes to make the same client again, in another process too."""

    region_name: str | None = None
    profile_name: str | None = None
    endpoint_url: str | None = None
    config: Config | None = None
    fast_path: bool = True


def default_session(recipe: ClientConfig) -> "boto3.session.Session | None":
    """The session that `boto3.client` would use, where the application has set one up."""
    if recipe.profile_name is not None:
        return None
    return getattr(sys.modules.get("boto3"), "DEFAULT_SESSION", None)


def is_plain(session: "AnySession") -> bool:
    """Whether a session gives what a new one without any settings gives: another process's, say.

    boto3 makes its default session by itself as soon as `boto3.client` is called; such a one holds
    nothing of its own. One that was set up has its own region, profile, settings or keys. Keys that
    are renewed say nothing of where they come from, so they count as its own.
    """
    import boto3  # noqa: PLC0415  has made the session that is asked about

    new = boto3.session.Session()
    return (
        isinstance(session, boto3.session.Session)
        and session.region_name == new.region_name
        and session.profile_name == new.profile_name
        and _settings(session) is None
        and (mine := _keys(session)) is not None
        and mine == _keys(new)
    )


def _keys(session: "boto3.session.Session") -> tuple[str | None, ...] | None:
    """What a session signs with, if it is always the same; None of keys that are renewed."""
    found = session.get_credentials()
    if found is None:
        return ()
    if type(found) is not Credentials:
        return None
    return (found.method, found.access_key, found.secret_key, found.token)


def _settings(session: "AnySession") -> Config | None:
    inner: Any = getattr(session, "_session", None)
    settings = inner.get_default_client_config() if inner is not None else None
    return settings if isinstance(settings, Config) else None


def make_client(session: "AnySession", recipe: ClientConfig) -> "PinpointSMSVoiceV2Client":
    """A client of ours, from a session.

    Raises:
        MissingRegionError: no region is given anywhere.
        RequestError: the region or the endpoint cannot be one.
    """
    maker: Any = session
    make = maker.create_client if isinstance(session, botocore.session.Session) else maker.client
    try:
        client: PinpointSMSVoiceV2Client = make(
            SERVICE,
            region_name=recipe.region_name,
            endpoint_url=recipe.endpoint_url,
            config=_config(session, recipe),
        )
    except NoRegionError as lacking:
        raise MissingRegionError from lacking
    except InvalidRegionError:
        rule = "must be the name of an AWS region, e.g. us-east-1"
        raise RequestError("SmsVoice", (Problem("region_name", rule),)) from None
    except ValueError as wrong:
        if not str(wrong).startswith("Invalid endpoint"):
            raise
        name = _origin_of_endpoint(session, recipe, str(wrong))
        remedy = "us-east-1" if name == "region_name" else "http://127.0.0.1:7670"
        problem = Problem(name, f"cannot be connected to: write e.g. {remedy}")
        raise RequestError("SmsVoice", (problem,)) from None
    return client


def _origin_of_endpoint(session: "AnySession", recipe: ClientConfig, failure: str) -> str:
    """What gave the endpoint that a failure of botocore's ends with."""
    if recipe.endpoint_url is not None:
        return "endpoint_url"
    for variable in _ENDPOINTS:
        if (value := os.environ.get(variable)) and failure.endswith(f": {value}"):
            return variable
    inner: Any = getattr(session, "_session", session)
    profile: Any = inner.get_scoped_config()
    services: Any = inner.full_config.get("services", {}).get(profile.get("services"), {})
    for section in (services.get("pinpoint_sms_voice_v2", {}), profile):
        if (value := section.get("endpoint_url")) and failure.endswith(f": {value}"):
            return "endpoint_url of the profile"
    return "region_name"


def _config(session: "AnySession", recipe: ClientConfig) -> Any:
    """The session's own settings, those of the recipe on top, and our name in the User-Agent."""
    config: Any = Config(parameter_validation=False)  # our models check more, and sooner
    for more in (_settings(session), recipe.config):
        if more is not None:
            config = config.merge(more)
    named = f"smsvoice/{__version__}"
    extra: str | None = config.user_agent_extra
    return config.merge(Config(user_agent_extra=f"{extra} {named}" if extra else named))


def why_switched_off(session: "AnySession", recipe: ClientConfig) -> str | None:
    """Why the application wants no fast path; None where it may be used."""
    if not recipe.fast_path:
        return "it is switched off by fast_path=False"
    if os.environ.get(_SWITCH, "").strip().lower() in _OFF:
        return f"it is switched off by the environment variable {_SWITCH}"
    if _config(session, recipe).parameter_validation:
        return "botocore is asked to validate parameters"
    return None


def own_session(profile_name: str | None) -> botocore.session.Session:
    """A session of ours, with boto3's usual sources.

    Raises:
        RequestError: there is no such profile.
    """
    session = botocore.session.get_session()
    if profile_name not in (None, "default"):
        session.set_config_variable("profile", profile_name)
    try:
        session.get_scoped_config()
    except ProfileNotFound as lacking:
        wrong = Problem("profile_name", "names no profile in AWS's configuration files")
        raise RequestError("SmsVoice", (wrong,)) from lacking
    places = session.get_config_variable("data_path")
    session.register_component("data_loader", shared_loader(places, for_our_service=True))
    return session
