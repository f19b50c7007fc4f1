"""Two names of one kind that differ by a letter.

`Size guide` and `Size guides` are one thing to people and two to every list, figure and comparison. Settle on one
spelling, best in the catalogue. Told are touchpoints, channels, teams, systems and personas, of the catalogue and of
all maps, whose names differ only in word order, in the ending of the plural, or in one letter. Names that differ in a
number are different things.

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
from dataclasses import dataclass

from jmap.check.context import Context
from jmap.check.rule import At, at
from jmap.check.sheet import Sheet, wording
from jmap.model.names import slug
from jmap.source.document import Path

CODE = "JM704"
SEVERITY = "warning"
MESSAGE = "the {kind} `{name}` is nearly `{other}` of {where}"
ADVICE = "one spelling for one thing, best in the catalogue of the project"
SHORT, LONG = 7, 80  # of shorter names one letter is too much to ignore; longer ones are no names
KINDS = ("touchpoint", "channel", "team", "system", "persona")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a name stands."""

    kind: str
    name: str
    file: str
    path: str | Path


def check_all(context: Context) -> Iterator[At]:
    """Names are looked up by what is left when one letter goes: the work grows with the names, not with their pairs."""
    near: dict[tuple[str, str], Place] = {}
    for place in _first_places(context).values():
        plain = _plain(place.name)
        keys = [plain, *_without_one(plain)] if SHORT <= len(plain) <= LONG else [plain]
        other = next((near[place.kind, key] for key in keys if (place.kind, key) in near), None)
        if other and _same_numbers(place.name, other.name):
            yield at(place.path, file=place.file, kind=place.kind, name=place.name, other=other.name, where=other.file)
        for key in keys:
            near.setdefault((place.kind, key), place)


def _first_places(context: Context) -> dict[tuple[str, str], Place]:
    """Where each name stands first, by kind and slug: the catalogue before the maps."""
    found: dict[tuple[str, str], Place] = {}
    for document, file in context.catalogue:
        for kind in KINDS:
            for i, entry in enumerate(getattr(file, f"{kind}s")):
                found.setdefault(
                    (kind, slug(entry.name)), Place(kind, entry.name, document.file, (f"{kind}s", i, "name"))
                )
    seen: set[tuple[str, str]] = set()  # most names come again and again: one look at each spelling is enough
    for sheet in context.sheets:
        for kind, name, path in _names(sheet):
            if (kind, name) not in seen:
                seen.add((kind, name))
                found.setdefault((kind, slug(name)), Place(kind, name, sheet.journey.file, path))
    return found


def _names(sheet: Sheet) -> Iterator[tuple[str, str, str | Path]]:
    """The names that stand in a map, each with its kind and its path."""
    for touchpoint in sheet.touchpoints:
        yield "touchpoint", touchpoint.text, wording(touchpoint)
        if touchpoint.channel:
            yield "channel", touchpoint.channel.name, f"{touchpoint.path}.channel"
    for lane in ("frontstage", "backstage", "support"):
        for _, item in sheet.lane(lane):
            if item.team:
                yield "team", item.team.name, f"{item.path}.team"
            if item.system:
                yield "system", item.system.name, f"{item.path}.system"
    for idea in sheet.opportunities:
        if idea.owner:
            yield "team", idea.owner, f"{idea.path}.owner"
    for path, persona in sheet.file.actors:
        yield "persona", persona.name, (*path, "name")


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
