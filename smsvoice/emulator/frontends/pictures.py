"""Pictures of messages: media URLs name files of S3, which a folder of this machine stands in for.

`s3://bucket/key.png` is `bucket/key.png` in that folder, `https://host/key.png` is `host/key.png`.
"""

from pathlib import Path, PurePosixPath
from typing import Final
from urllib.parse import unquote, urlsplit

_KINDS: Final = {
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
}
_MOST_BYTES: Final = 16 * 1024 * 1024


def picture(folder: Path | None, url: str) -> tuple[str, bytes] | None:
    """The content type and content of a picture; None where the folder has none for that URL."""
    if folder is None:
        return None
    try:
        parts = urlsplit(url)
        place = PurePosixPath(parts.netloc, unquote(parts.path).lstrip("/"))
        kind = _KINDS.get(place.suffix.lower())
        root = folder.resolve()
        found = root.joinpath(place).resolve()
        is_inside = found.is_relative_to(root) and found.is_file()
        if kind is None or not is_inside or found.stat().st_size > _MOST_BYTES:
            return None
        return kind, found.read_bytes()
    except (OSError, ValueError):
        return None
