"""What a page says, as plain data: strings that are ready to be written, and no ink."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jmap.render.html.report.bars import Part
    from jmap.render.html.report.report import Report
    from jmap.resolve.content import Image


@dataclass(frozen=True, slots=True)
class Who:
    """A persona's mark: `tone` 1 to 6 chooses its colours, `outline` is the path of its shape in 24 units."""

    tone: int
    outline: str
    letter: str
    name: str
    id: str = ""


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
class Score:
    """So many of five, in words and as pips."""

    name: str
    value: str
    pips: tuple[bool, ...]


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
    scores: tuple[Score, ...] = ()
    sources: tuple[Source, ...] = ()
    links: tuple[Link, ...] = ()
    image: Image | None = None
    personas: tuple[str, ...] = ()  # whom it is told of, where their marks are not shown


@dataclass(frozen=True, slots=True)
class Heading:
    """A column of a table: a step's number and name."""

    number: str
    name: str
    moment: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    lane: str
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
    tone: str  # token of its band
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
class PersonaCard:
    who: Who
    role: str
    about: str
    quote: str
    lists: tuple[tuple[str, tuple[str, ...]], ...]
    traits: tuple[Score, ...]
    image: Image | None


@dataclass(frozen=True, slots=True)
class Figure:
    """A key figure: what is counted, how many (each number with its unit), of what it is made up, and that as a bar."""

    name: str
    value: tuple[tuple[str, str], ...]
    made_of: str
    tone: str = ""
    bar: tuple[Part, ...] = ()


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
    report: Report
    files: tuple[tuple[str, tuple[Link, ...]], ...]  # by picture: `swimlane`, `flow`, `touchpoints`


def strings(value: Any) -> set[str]:
    """Every text in a view: what a page's fonts must have glyphs for."""
    found: set[str] = set()
    _collect(value, found)
    return found


def _collect(value: Any, found: set[str]) -> None:
    if isinstance(value, str):
        found.add(value)
    elif isinstance(value, tuple):
        for part in value:
            _collect(part, found)
    elif not isinstance(value, bool | int | None):
        for name in getattr(value, "__slots__", ()):
            _collect(getattr(value, name), found)
