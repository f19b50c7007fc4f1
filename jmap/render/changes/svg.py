"""A picture of each map that changed: both sides in one layout, and marked what is new, gone and different."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jmap.layout.changes.head import Summary
from jmap.layout.changes.overlay import overlay
from jmap.render.changes.kit.gap import gap_feelings, gap_figures
from jmap.render.changes.kit.review import Review
from jmap.render.svg import svg
from jmap.text.typesetter import Typesetter


def render(review: Review) -> Mapping[str, str]:
    """One SVG a map, by file name: `buy-shoes.diff.svg`. The review has a theme."""
    assert review.theme is not None
    comparison, typesetter = review.comparison, Typesetter()
    sides = (comparison.base, comparison.head)
    made: dict[str, str] = {}
    gap = summary(review)
    for one, name in zip(comparison.maps, _names([one.id for one in comparison.maps]), strict=True):
        said = review.verdict if gap else review.verdict_of(one)
        scene = overlay(one, typesetter, review.words, review.titles, sides=sides, verdict=said, summary=gap)
        made[name] = svg(scene, review.theme, fonts=typesetter.fonts)
    return made


def summary(review: Review) -> Summary | None:
    """What a plan comes to, where a current and a future map are compared."""
    if review.gap is None:
        return None
    figures, lines = gap_figures(review.gap, review.words), gap_feelings(review.gap, review.words)
    return Summary("review.gap", tuple(figures), tuple(lines))


def _names(ids: list[str]) -> Iterator[str]:
    """A name for each: maps of different projects may have the same id."""
    taken: set[str] = set()
    for id in ids:
        name, number = id, 2
        while name in taken:
            name, number = f"{id}-{number}", number + 1
        taken.add(name)
        yield f"{name}.diff.svg"
