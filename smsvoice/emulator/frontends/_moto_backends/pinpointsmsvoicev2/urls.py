"""Where moto sends this service's requests."""

from collections.abc import Callable

from .responses import respond

url_bases: list[str] = [r"https?://sms-voice(-fips)?\.(.+)\.(amazonaws\.com|api\.aws)"]
url_paths: dict[str, Callable[..., tuple[int, dict[str, str], bytes]]] = {"{0}/$": respond}
