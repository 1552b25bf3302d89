"""The files of the inbox page, as they are, with a policy that keeps the browser to them."""

from importlib import resources

from starlette.requests import Request
from starlette.responses import Response

_FOLDER = resources.files("smsvoice.emulator.frontends").joinpath("page")
_KINDS = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
}
_HEADERS = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
        "img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}


def paths() -> dict[str, str]:
    """The path of each file in a URL, and its place in the folder."""
    folders = ("", "css/", "js/", "vendor/")
    names = [
        folder + file.name
        for folder in folders
        for file in _FOLDER.joinpath(folder).iterdir()
        if file.is_file() and file.name.endswith(tuple(_KINDS))
    ]
    return {"/" if name == "inbox.html" else f"/inbox/{name}": name for name in names}


PATHS = paths()


async def page(request: Request) -> Response:
    """One file of the page."""
    name = PATHS[request.url.path]
    text = _FOLDER.joinpath(name).read_text("utf-8")
    kind = _KINDS["." + name.rpartition(".")[2]]
    return Response(text, media_type=kind, headers=_HEADERS)
