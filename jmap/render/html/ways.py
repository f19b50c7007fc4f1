"""Where customers go from each step, and where they leave, in rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jmap.render.html.people import whose
from jmap.render.html.view import WayRow

if TYPE_CHECKING:
    from jmap.locale.words import Words
    from jmap.resolve.journey import Exit, Journey, Place, Way

ICONS = {"on": "arrow-right", "skip": "redo-2", "back": "undo-2"}


def ways(journey: Journey, words: Words) -> tuple[WayRow, ...]:
    """Every way that somebody wrote down and every exit, in the order of the steps."""
    return tuple(_rows(journey, words))


def _rows(journey: Journey, words: Words) -> Iterator[WayRow]:
    for n, column in enumerate(journey.columns):
        for way in journey.ways:
            if way.source == n and way.written:
                yield _way(way, column, journey, words)
        for exit in column.exits:
            yield _exit(exit, column.name, journey, words)
    for stage in journey.stages:
        for exit in stage.exits if stage.steps else ():
            yield _exit(exit, stage.name, journey, words)


def _way(way: Way, source: Place, journey: Journey, words: Words) -> WayRow:
    return WayRow(
        kind=words(f"path.{way.kind}"),
        icon=ICONS[way.kind],
        source=source.name,
        target=journey.columns[way.target].name,
        share=words.percent(way.share) if way.share is not None else "",
        reason=way.when,
        who=whose(journey, way.personas),
    )


def _exit(exit: Exit, source: str, journey: Journey, words: Words) -> WayRow:
    share = words.percent(exit.share) if exit.share is not None else ""
    return WayRow(words("path.exit"), "log-out", source, "", share, exit.reason, whose(journey, exit.personas))
