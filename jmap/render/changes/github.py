"""Annotations for GitHub Actions: workflow commands on the lines of the head. The step summary is `markdown=FILE`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from jmap.diff.change import Change
from jmap.render.changes.kit.escape import command
from jmap.render.changes.kit.review import Review, place, worst_first

MOST = 10  # annotations of one level that GitHub shows for a step
KINDS = ("error", "warning", "notice")


@dataclass(frozen=True, slots=True)
class _Note:
    kind: str
    title: str
    message: str
    file: str = ""
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        places = {"file": self.file, "line": str(self.line or ""), "col": str(self.column or ""), "title": self.title}
        fields = ",".join(f"{key}={command(value, prop=True)}" for key, value in places.items() if value)
        return f"::{self.kind} {fields}::{command(self.message)}"


def render(review: Review) -> str:
    """At most ten lines a level, the worst first; the last of a level counts the rest."""
    mistakes = [_Note("error", d.code, d.message, d.file, d.line, d.column) for d in review.comparison.broken]
    changes = [_change(change, review) for change in worst_first(review.comparison.changes)]
    found = [*mistakes, *changes]
    levels = ([note for note in found if note.kind == kind] for kind in KINDS)
    return "\n".join(map(str, chain.from_iterable(_first(notes, review) for notes in levels)))


def _first(notes: list[_Note], review: Review) -> Iterator[_Note]:
    if len(notes) <= MOST:
        yield from notes
        return
    yield from notes[: MOST - 1]
    rest = review.words("review.more", changes=review.words.number(len(notes) - MOST + 1))
    yield _Note(notes[0].kind, "jmap diff", rest)


def _change(change: Change, review: Review) -> _Note:
    """An annotation can stand on a line of the head only: what is gone has its old place in words."""
    words, spot = review.words, change.head
    title = review.graded(change)
    message = review.sentence(change)
    if spot is None and change.base:
        message += f" ({words('review.before', place=place(change.base))})"
    return _Note(_kind(change, review), title, message, spot.file if spot else "", spot.line if spot else 0)


def _kind(change: Change, review: Review) -> str:
    """What fails the run or breaks something is an error, what makes things worse a warning; the approved is known."""
    if change.fingerprint in review.approved:
        return "notice"
    if change.level == "breaking" or review.stops(change):
        return "error"
    return "warning" if change.effect == "worse" else "notice"
