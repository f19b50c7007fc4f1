"""What a page says, as plain data: strings that are ready to be written, and no ink."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jmap.resolve.journey import Image


@dataclass(frozen=True, slots=True)
class Who:
    """A persona's mark: `tone` 1 to 6 chooses its colours, `outline` is the path of its shape in 24 units."""

    tone: int
    outline: str
    letter: str
    name: str


@dataclass(frozen=True, slots=True)
class Source:
    """A line of evidence under an item; `anchor` is where the whole of it stands."""

    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class Link:
    text: str
    href: str
    outside: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One item in a cell. `kind` is a class name; `figure` a number that stands first."""

    text: str
    known: bool = True
    kind: str = "text"
    label: str = ""
    figure: str = ""
    voice: bool = False
    who: tuple[Who, ...] = ()
    facts: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    links: tuple[Link, ...] = ()
    image: Image | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """A column of a table: a step's number and name."""

    number: str
    name: str
    moment: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    label: str
    caption: str
    icon: str
    cells: tuple[tuple[Entry, ...], ...]


@dataclass(frozen=True, slots=True)
class StageTable:
    """One stage: its steps across, its lanes down."""

    anchor: str
    number: str
    name: str
    tone: int  # 1 to 5: its band
    goal: str
    time: str
    columns: tuple[Heading, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class WayRow:
    kind: str
    icon: str
    source: str
    target: str
    share: str
    reason: str
    who: tuple[Who, ...]


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    anchor: str
    method: str
    source: str
    size: str
    date: str
    level: str
    quote: str
    items: str
    known: bool
    link: str = ""


@dataclass(frozen=True, slots=True)
class Trait:
    name: str
    value: str
    full: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class PersonaCard:
    who: Who
    role: str
    about: str
    quote: str
    lists: tuple[tuple[str, tuple[str, ...]], ...]
    traits: tuple[Trait, ...]
    image: Image | None


@dataclass(frozen=True, slots=True)
class Figure:
    """A key figure: what is counted, how many, and of what it is made up."""

    name: str
    value: str
    made_of: str
    tone: str = ""


@dataclass(frozen=True, slots=True)
class PageView:
    """A whole page, but for its pictures."""

    language: str
    rtl: bool
    title: str
    project: str
    description: str
    state: str
    basis: str
    future_of: Link | None
    facts: tuple[tuple[str, str], ...]
    intentions: tuple[tuple[str, tuple[str, ...]], ...]
    personas: tuple[PersonaCard, ...]
    figures: tuple[Figure, ...]
    stages: tuple[StageTable, ...]
    ways: tuple[WayRow, ...]
    evidence: tuple[EvidenceRow, ...]
    coverage: str
    files: tuple[Link, ...]


def strings(value: Any) -> Iterator[str]:
    """Every text in a view: what a page's fonts must have glyphs for."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from strings(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from strings(getattr(value, field.name))
