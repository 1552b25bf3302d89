"""Answers that are changed at random: values, members, bytes and encodings."""

import copy
import json
import random
from collections.abc import Callable, Iterator
from typing import Any

ODD: tuple[Any, ...] = (
    None, True, False, 0, -1, 7, 1e400, -1.5, 10**30, "", "\x00", "\ud800", "😀" * 3, "x" * 5_000, [], {},
    [None], [[]], [{}], {"a": None}, {"": {}}, [1, "a"], "2026-01-01T00:00:00Z", "1e3", "NaN",
)  # fmt: skip


def spots(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to every value within."""
    yield path
    if isinstance(value, dict | list):
        for key, one in value.items() if isinstance(value, dict) else enumerate(value):
            yield from spots(one, (*path, key))


def replaced(answer: Any, path: tuple[Any, ...], value: Any) -> Any:
    """The answer with another value at one place."""
    if not path:
        return value
    changed = copy.deepcopy(answer)
    holder = changed
    for key in path[:-1]:
        holder = holder[key]
    holder[path[-1]] = value
    return changed


def another_value(answer: Any, chance: random.Random) -> bytes:
    """Something odd at some place."""
    path = chance.choice(list(spots(answer)))
    return written(replaced(answer, path, chance.choice(ODD)))


def without(answer: Any, chance: random.Random) -> bytes:
    """Something gone."""
    path = chance.choice(list(spots(answer)))
    changed = copy.deepcopy(answer)
    holder = changed
    for key in path[:-1]:
        holder = holder[key]
    if path:
        del holder[path[-1]]
    return written(changed)


def swapped(answer: Any, chance: random.Random) -> bytes:
    """One value in the place of another, so that kinds are mixed up."""
    ways = list(spots(answer))
    source, target = chance.choice(ways), chance.choice(ways)
    value = answer
    for key in source:
        value = value[key]
    return written(replaced(answer, target, copy.deepcopy(value)))


def with_unknown_member(answer: Any, chance: random.Random) -> bytes:
    """A new member somewhere, deep or odd."""
    objects = [path for path in spots(answer) if isinstance(value_at(answer, path), dict)]
    path = chance.choice(objects or [()])
    deep: Any = chance.choice(ODD)
    for _ in range(chance.choice((0, 3, 150, 250))):
        deep = {"n": deep} if chance.random() < 0.5 else [deep]
    name = chance.choice(("New", "next_token", "$", "_response_metadata", "", "model_extra", "ü"))
    return written(replaced(answer, (*path, name), deep) if objects else {name: deep})


def value_at(answer: Any, path: tuple[Any, ...]) -> Any:
    """What stands at a place."""
    for key in path:
        answer = answer[key]
    return answer


def spoilt_bytes(answer: Any, chance: random.Random) -> bytes:
    """Bytes cut, doubled, changed or added."""
    body = bytearray(written(answer))
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(body) + 1)
        match chance.randrange(4):
            case 0:
                del body[at : at + chance.randint(1, 9)]
            case 1:
                body[at:at] = bytes(chance.randrange(256) for _ in range(chance.randint(1, 3)))
            case 2:
                body[at:at] = body[: chance.randint(0, 30)]
            case _:
                body = body[:at]
    return bytes(body)


def other_encoding(answer: Any, chance: random.Random) -> bytes:
    """The same text in bytes that are no UTF-8."""
    text = json.dumps(answer, ensure_ascii=False)
    return text.encode(chance.choice(("utf-16", "utf-32", "utf-8-sig", "latin-1")), "replace")


SPOILERS: tuple[Callable[[Any, random.Random], bytes], ...] = (
    another_value, another_value, another_value, swapped, without, with_unknown_member, spoilt_bytes, other_encoding,
)  # fmt: skip


def written(answer: Any) -> bytes:
    """JSON, with infinities and half characters where there are any."""
    return json.dumps(answer).encode()
