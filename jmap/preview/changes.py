"""What changed since a revision, drawn again whenever it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from jmap.diff.compare import compare
from jmap.diff.wording import verdict
from jmap.git.readings import readings
from jmap.git.repository import open_repository
from jmap.git.sides import sides
from jmap.layout.changes.overlay import overlay
from jmap.locale.words import words
from jmap.render.svg import svg
from jmap.text.typesetter import Typesetter
from jmap.theme.theme import Theme

Changes = Callable[[Theme], Mapping[str, str]]  # SVG by map id: the maps that differ from the base


def since(base: str, paths: Sequence[Path], cwd: Path, environment: Mapping[str, str]) -> Changes:
    """Pictures of what changed between a revision (where it and the working tree part) and the files as they are.

    Raises `Failure`, at once and later, where the revision cannot be compared with.
    """
    typesetter = Typesetter()

    def draw(theme: Theme) -> Mapping[str, str]:
        made: dict[str, str] = {}
        with open_repository(cwd, environment) as repository:
            old, new = sides(repository, [base], environment)
            for pair in readings(repository, paths, cwd, old, new):
                comparison = compare(pair.base, pair.head, old.side, new.side)
                titles = {journey.id: journey.title for journey in pair.head.workspace.journeys}
                for one in comparison.maps:
                    language = words((one.head or one.base or pair.head.workspace).locale)
                    said = verdict(comparison, language) if len(comparison.maps) == 1 else ""
                    ends = (comparison.base, comparison.head)
                    scene = overlay(one, typesetter, language, titles, sides=ends, verdict=said)
                    made[one.id] = svg(scene, theme, fonts=typesetter.fonts)
        return made

    return draw
