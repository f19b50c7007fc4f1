"""Which item of one version of a list is which of another: by id, by name or text, then by place and likeness."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any, Protocol

from jmap.model.names import slug

NAMES = ("id", "name", "text", "to", "reason", "title")
ALIKE = 0.5  # of two texts: half of the characters, in their order
LONG = 500  # characters of an item that are compared: it may hold a whole stage
TRIES = 2500  # comparisons of items between two neighbours; where more would be needed, likeness says little


class Item(Protocol):
    @property
    def key(self) -> str: ...
    @property
    def plain(self) -> str: ...
    @property
    def data(self) -> Any: ...


def pairs(base: Sequence[Item], side: Sequence[Item], *, guess: bool = True) -> dict[int, int]:
    """For items of `side`, which of `base` they are. Without `guess`, only what says so itself is a pair."""
    found: dict[int, int] = {}
    if any(item.key for item in (*base, *side)):  # entries of a mapping
        _match([item.key for item in base], [item.key for item in side], found)
        return found
    _match([item.plain for item in base], [item.plain for item in side], found)
    for key in NAMES:
        _match([_named(item, key) for item in base], [_named(item, key) for item in side], found)
    _match([_people(item) for item in base], [_people(item) for item in side], found)
    if guess:
        for there, here in _gaps(len(base), len(side), found):
            _guess(base, side, there, here, found)
    return found


def _match(base: Sequence[str], side: Sequence[str], found: dict[int, int]) -> None:
    """Pairs those that are left and called alike, first with first."""
    taken = set(found.values())
    free: dict[str, list[int]] = {}
    for number, name in enumerate(base):
        if name and number not in taken:
            free.setdefault(name, []).append(number)
    for number, name in enumerate(side):
        if number not in found and free.get(name):
            found[number] = free[name].pop(0)


def _named(item: Item, key: str) -> str:
    """What the item is called by a key; a text is its own text, and its own name."""
    data = item.data
    if isinstance(data, str):
        return slug(data) if key in ("name", "text", "to", "reason") else ""
    value = data.get(key) if isinstance(data, dict) else None
    return (value if key == "id" else slug(value)) if isinstance(value, str) else ""


def _people(item: Item) -> str:
    """A score has no name, but is of somebody."""
    data = item.data
    if isinstance(data, dict) and "score" in data:
        return repr(data.get("personas", ""))
    return ""


def _gaps(base: int, side: int, found: dict[int, int]) -> Iterator[tuple[list[int], list[int]]]:
    """Items without a partner, between the same neighbours that have one."""
    taken = set(found.values())
    at, here = -1, list[int]()
    for number in range(side + 1):
        if number < side and number not in found:
            here.append(number)
            continue
        end = found.get(number, base)
        if here and at < end:
            yield [i for i in range(at + 1, end) if i not in taken], here
        at, here = end, []


def _guess(
    base: Sequence[Item], side: Sequence[Item], there: list[int], here: list[int], found: dict[int, int]
) -> None:
    """Pairs what is alike, in order. Texts are also pairs if as many came as went: then they were rewritten."""
    free = list(there) if len(there) * len(here) <= TRIES else []
    for number in here:
        for other in free:
            if _alike(base[other], side[number]):
                found[number] = other
                free = free[free.index(other) + 1 :]
                break
    taken = set(found.values())
    gone, come = [i for i in there if i not in taken], [i for i in here if i not in found]
    texts = all(isinstance(item.data, str) for item in (*(base[i] for i in gone), *(side[i] for i in come)))
    if texts and len(gone) == len(come):
        found.update(zip(come, gone, strict=True))


def _alike(one: Item, other: Item) -> bool:
    """Whether these are two versions of one thing. Two ids are two things; two scores are one."""
    a, b = one.data, other.data
    if isinstance(a, dict) and isinstance(b, dict) and a.get("id") and b.get("id"):
        return False
    first, second = one.plain.strip()[:LONG], other.plain.strip()[:LONG]
    if _number(first) and _number(second):
        return True
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    return matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


def _number(text: str) -> bool:
    return text.lstrip("-+ ").replace(".", "", 1).isdigit()
