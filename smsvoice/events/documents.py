"""From bytes and text to JSON values: compressed, encoded, one after the other, or broken."""

import base64
import binascii
import gzip
import io
import json
import re
import zlib
from collections.abc import Iterator
from typing import Any, Final

from pydantic_core import from_json

MAX_BYTES: Final = 64 * 1024 * 1024
"""What compressed data may unpack to; AWS's own batches stay below 10 MiB."""
_MAX_BROKEN: Final = 100
_NEXT: Final = re.compile(r"\n(?=[\[{\"])|\}(?=\{)")
"""Where another document may begin: on a line of its own, or right behind one."""
_GZIP: Final = b"\x1f\x8b"
_BLANKS: Final = " \t\r\n\x00\x1e\ufeff,"
"""What may stand between two documents."""


class UnreadableError(ValueError):
    """Data that holds no JSON; the text says why, and repeats nothing of it."""


def from_base64(data: object) -> bytes:
    """The bytes that a record holds.

    Raises:
        UnreadableError: it is no base64.
    """
    if not isinstance(data, str | bytes):
        raise UnreadableError("the record has no data")
    try:
        return base64.b64decode(data, validate=True)
    except (binascii.Error, ValueError):
        raise UnreadableError("its data is no base64") from None


def documents(data: str | bytes | bytearray | memoryview) -> Iterator[Any]:
    """Every JSON document in some data, and an UnreadableError in the place of what is none."""
    try:
        text = data if isinstance(data, str) else _decoded(bytes(data))
    except UnreadableError as unreadable:
        yield unreadable
        return
    try:
        found = from_json(text)
    except ValueError:
        yield from _one_by_one(text)
    else:
        yield found


def _decoded(data: bytes) -> str:
    if data[:2] == _GZIP:
        data = _unpacked(data)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableError("it is no text in UTF-8") from None


def _unpacked(data: bytes) -> bytes:
    """All members of some gzip data, up to a limit that no bomb passes."""
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as file:
            found = file.read(MAX_BYTES + 1)
    except EOFError:
        raise UnreadableError("its gzip data is cut off") from None
    except (OSError, zlib.error):
        raise UnreadableError("its gzip data is broken") from None
    if len(found) > MAX_BYTES:
        raise UnreadableError(f"its gzip data unpacks to more than {MAX_BYTES} bytes")
    return found


def _one_by_one(text: str) -> Iterator[Any]:
    """Documents one after the other, with or without line ends; a broken one costs no other."""
    decoder, place, broken = json.JSONDecoder(), 0, 0
    is_empty = True
    while True:
        while place < len(text) and text[place] in _BLANKS:
            place += 1
        if place >= len(text):
            if is_empty:
                yield UnreadableError("it is empty")
            return
        is_empty = False
        try:
            found, place = decoder.raw_decode(text, place)
        except (ValueError, RecursionError) as failed:
            broken += 1
            is_deep = isinstance(failed, RecursionError)
            yield UnreadableError("it is nested too deep" if is_deep else "it is no JSON")
            after = _NEXT.search(text, place)
            if after is None:
                return
            if broken >= _MAX_BROKEN:
                yield UnreadableError("the rest was not read: too much before it is no JSON")
                return
            place = after.end()
        else:
            yield found
