"""Pain points, most severe first, with what answers them, and those that nothing answers."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jmap.render.html.people import whose
from jmap.render.html.report.where import Where, ideas, known_by, pains, where
from jmap.render.html.view import Source, Who

if TYPE_CHECKING:
    from jmap.locale.words import Words
    from jmap.render.html.sources import Register
    from jmap.resolve.journey import Journey

SEVERITIES = ("critical", "high", "medium", "low", "")


@dataclass(frozen=True, slots=True)
class Answer:
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class PainRow:
    """`bars` of four are full: 0 where nobody said how severe it is."""

    label: str
    severity: str
    bars: int
    text: str
    known: bool
    who: tuple[Who, ...]
    where: Where
    sources: tuple[Source, ...]
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Pains:
    hint: str
    rows: tuple[PainRow, ...]


def answers(journey: Journey) -> dict[str, tuple[Answer, ...]]:
    """The opportunities that ease each pain point, by its label; pains that none eases are missing."""
    found: defaultdict[str, list[Answer]] = defaultdict(list)
    for _, idea in ideas(journey):
        for label in dict.fromkeys(idea.addresses):
            found[label].append(Answer(idea.label, idea.text))
    return {label: tuple(eased) for label, eased in found.items()}


def pain_points(journey: Journey, words: Words, register: Register) -> Pains | None:
    found, answered = pains(journey), answers(journey)
    if not found:
        return None
    rows = [
        PainRow(
            label=pain.label,
            severity=words(f"severity.{pain.severity}") if pain.severity else "",
            bars=len(SEVERITIES) - 1 - SEVERITIES.index(pain.severity),
            text=pain.text,
            known=pain.known,
            who=whose(journey, pain.personas),
            where=where(journey, place),
            sources=known_by(pain, register, words),
            answers=answered.get(pain.label, ()),
        )
        for place, pain in found
    ]
    rows.sort(key=lambda row: -row.bars)
    return Pains(_hint(rows, words), tuple(rows))


def _hint(rows: list[PainRow], words: Words) -> str:
    count = words.plural("pain_point", len(rows))
    open_ones = sum(not row.answers for row in rows)
    if not open_ones:
        return words("report.pains_all_answered", count=count)
    return words("report.pains_hint", count=count, unanswered=words.plural("unanswered", open_ones))
