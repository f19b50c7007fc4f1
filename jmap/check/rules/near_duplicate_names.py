"""Two touchpoints whose names differ by a letter.

`Size guide` and `Size guides` are one thing to people and two to every list, figure and comparison. Settle on one
spelling, best in the catalogue. Told are touchpoints of all maps and of the catalogue whose names differ only in
word order, in the ending of the plural, or in one letter; names that differ in a number are different things.

Source: smaply.com/blog/why-journey-maps-fail: no common terms, so no comparison.

Fails:

    # jmap.yaml
    jmap: 1
    # buy.journey.yaml
    jmap: 1
    title: I buy shoes
    stages: [{name: Choose, touchpoints: {name: Size guide}}]
    # return.journey.yaml
    jmap: 1
    title: I return shoes
    stages: [{name: Choose, touchpoints: {name: Size guides}}]  # <- JM704

Passes:

    # jmap.yaml
    jmap: 1
    # buy.journey.yaml
    jmap: 1
    title: I buy shoes
    stages: [{name: Choose, touchpoints: {name: Size guide}}]
    # return.journey.yaml
    jmap: 1
    title: I return shoes
    stages: [{name: Choose, touchpoints: {name: Size guide}}]
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.rule import At, at
from jmap.check.sheet import wording
from jmap.model.names import slug
from jmap.source.document import Path

CODE = "JM704"
SEVERITY = "warning"
MESSAGE = "`{name}` is nearly `{other}` of {where}"
ADVICE = "one spelling for one thing, best in the catalogue of the project"
SHORT = 7  # of shorter names, one letter is too much to ignore
Place = tuple[str, str, "str | Path"]  # name, file, path


def check_all(context: Context) -> Iterator[At]:
    """Names are looked up by what is left when one letter goes: the work grows with the names, not with their pairs."""
    near: dict[str, Place] = {}
    for name, file, path in _first_places(context).values():
        plain = _plain(name)
        keys = {plain, *_without_one(plain)} if len(plain) >= SHORT else {plain}
        other = next((near[key] for key in sorted(keys) if key in near), None)
        if other and _same_numbers(name, other[0]):
            yield at(path, file=file, name=name, other=other[0], where=other[1])
        for key in keys:
            near.setdefault(key, (name, file, path))


def _first_places(context: Context) -> dict[str, Place]:
    """Where each touchpoint stands first, by slug: the catalogue before the maps."""
    found: dict[str, Place] = {}
    for document, file in context.catalogue:
        for i, part in enumerate(file.touchpoints):
            found.setdefault(slug(part.name), (part.name, document.file, ("touchpoints", i, "name")))
    for sheet in context.sheets:
        for touchpoint in sheet.touchpoints:
            found.setdefault(slug(touchpoint.text), (touchpoint.text, sheet.journey.file, wording(touchpoint)))
    return found


def _plain(name: str) -> str:
    """Words without accents, endings of the plural, and order."""
    letters = unicodedata.normalize("NFKD", slug(name))
    words = ("".join(c for c in letters if not unicodedata.combining(c))).split("-")
    return " ".join(sorted(word[:-1] if len(word) > 3 and word.endswith("s") else word for word in words))


def _without_one(plain: str) -> Iterator[str]:
    for i, letter in enumerate(plain):
        if letter.isalpha() and _in_long_word(plain, i):
            yield plain[:i] + plain[i + 1 :]


def _in_long_word(plain: str, at: int) -> bool:
    """Whether a letter is part of a word of some length: `Gate A` and `Gate B` are two gates."""
    start, end = plain.rfind(" ", 0, at) + 1, plain.find(" ", at)
    return (len(plain) if end < 0 else end) - start > 4


def _same_numbers(one: str, other: str) -> bool:
    return [c for c in one if c.isdigit()] == [c for c in other if c.isdigit()]
