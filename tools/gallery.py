"""docs/gallery.md: every map in examples/ with its picture, most of them cut to the path and the feelings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from drawing import load, swimlane_svg
from features import Feature, features

from jmap.locale.words import words
from jmap.resolve.journey import Journey, Workspace

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "gallery.md"
FOLDER = ROOT / "docs" / "images" / "gallery"
LANES = {"feelings"}  # whole maps are too wide to be read in a page, and too big to be kept with every change ...
WHOLE = 3  # ... but those with so few columns
NAMED = 4  # so many features are named with each map: those that the fewest maps have
LANGUAGES = {"id": "in Indonesian"}

TOP = """\
# Gallery

Every map in [`examples/`](../examples), from the smallest project to the largest. The pictures show the path and the
feelings, and leave the other rows out unless the map is very small: `make demo` draws everything, with diagrams and
pages. A click on a picture leads to the file that it is drawn from.

This page is generated from the maps, by `make generated`.
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """A map of the gallery, and the folder of its project."""

    folder: Path
    workspace: Workspace
    journey: Journey
    features: tuple[Feature, ...]

    @property
    def picture(self) -> Path:
        return FOLDER / f"{self.folder.name}.{self.journey.id}.svg"

    @property
    def source(self) -> str:
        return f"../examples/{self.folder.name}/{self.journey.file}"

    @property
    def drawn(self) -> Journey:
        """The map with the rows that the gallery shows."""
        if len(self.journey.columns) <= WHOLE:
            return self.journey
        return replace(self.journey, lanes=tuple(lane for lane in self.journey.lanes if lane.key in LANES))


def files() -> Iterator[tuple[Path, bytes]]:
    """The page and its pictures: where they belong, and what belongs in them."""
    projects = list(found())
    for entries in projects:
        for entry in entries:
            yield entry.picture, swimlane_svg(entry.workspace, entry.drawn)
    yield PAGE, page(projects).encode()


def found() -> Iterator[list[Entry]]:
    """The maps of each project, small projects first; in a project, what is before what should be."""
    folders = sorted(path for path in (ROOT / "examples").iterdir() if any(path.rglob("*.journey.yaml")))
    projects = [(path, load(path)) for path in folders]
    for folder, workspace in sorted(projects, key=lambda pair: sum(len(map.columns) for map in pair[1].journeys)):
        maps = sorted(workspace.journeys, key=lambda map: (map.state == "future", len(map.columns)))
        yield [Entry(folder, workspace, map, tuple(features(map, workspace))) for map in maps]


def page(projects: list[list[Entry]]) -> str:
    """The whole page."""
    every = [entry for entries in projects for entry in entries]
    kinds = Counter(kind for entry in every for kind in {feature.kind for feature in entry.features})
    parts = [TOP, "## Where to find what\n", *index(every, kinds), ""]
    for entries in projects:
        folder, workspace = entries[0].folder, entries[0].workspace
        parts.append(f"## {plain(workspace.title or folder.name.replace('-', ' ').capitalize())}\n")
        parts += [section(entry, kinds) for entry in entries]
    return "\n".join(parts)


def index(every: list[Entry], kinds: Counter[str]) -> Iterator[str]:
    """What few maps show comes first; what most of them show needs no links."""
    common = []
    for kind, count in sorted(kinds.items(), key=lambda pair: (pair[1], pair[0])):
        if 2 * count > len(every):
            common.append(kind)
            continue
        titles = [entry.journey.title for entry in every if kind in {feature.kind for feature in entry.features}]
        yield f"- {kind[0].upper()}{kind[1:]}: {series([f'[{plain(title)}](#{anchor(title)})' for title in titles])}"
    if common:
        yield f"- In most maps: {series(common)}"


def section(entry: Entry, kinds: Counter[str]) -> str:
    """A map's part of the page."""
    journey = entry.journey
    said = " ".join(text for text in (journey.description, journey.scenario) if text)
    rare = sorted(entry.features, key=lambda feature: kinds[feature.kind])[:NAMED]
    shown = series([plain(text) for text in dict.fromkeys(feature.text for feature in rare)])
    alt = plain(f"Path and feelings: {journey.title}")
    parts = [f"### {plain(journey.title)}\n"]
    parts += [f"{plain(said)}\n"] if said else []
    parts += [f"[![{alt}]({entry.picture.relative_to(PAGE.parent).as_posix()})]({entry.source})\n"]
    parts += [f"{facts(journey)}  \nIt shows {shown}.\n"]
    return "\n".join(parts)


def facts(journey: Journey) -> str:
    """Who travels, how big the map is, and how much of it is known."""
    english = words("en")
    size = [f"**{series([plain(persona.name) for persona in journey.personas])}**"] if journey.personas else []
    size.append(english.plural("stage", len(journey.stages)))
    if steps := sum(len(stage.steps) for stage in journey.stages):
        size.append(english.plural("step", steps))
    if journey.locale in LANGUAGES:
        size.append(LANGUAGES[journey.locale])
    if journey.coverage.known:
        size.append(f"{english.percent(journey.coverage.share or 0)} of the items have evidence")
    return " · ".join(size)


def series(items: list[str]) -> str:
    """`a, b and c`; with semicolons, `a, b; and c`, where an item has a comma of its own."""
    comma = any("," in item for item in items)
    first = ("; " if comma else ", ").join(items[:-1])
    return f"{first}{';' * comma} and {items[-1]}" if first else items[-1]


def plain(text: str) -> str:
    """Text that Markdown leaves alone."""
    return re.sub(r"([\\`*_\[\]<>])", r"\\\1", text)


def anchor(heading: str) -> str:
    """How a page addresses its heading."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
