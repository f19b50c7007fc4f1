"""A review as everything that its page says, in the order in which it says it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from jmap.diff.change import EFFECTS, LEVELS, Change, Effect, Kind, Level, MapComparison, Side
from jmap.diff.wording import side_name, side_note
from jmap.locale.words import Words
from jmap.render.changes.kit.gap import gap_figures, gap_lines
from jmap.render.changes.kit.review import SIGNS, Review, by_effect, is_gone, is_new, place, tally, usual_level
from jmap.text.direction import kept_apart

KINDS: tuple[Kind, ...] = ("structure", "experience", "evidence", "presentation", "metadata")
ICONS: Mapping[Effect, str] = {"worse": "arrow-down", "better": "arrow-up", "neutral": "equal"}


@dataclass(frozen=True, slots=True)
class Row:
    """One change. `id` is its anchor: its fingerprint, with a number where two projects share one.

    `grade` is the level in words where it is not the usual one; `details` are what changed along with it.
    """

    id: str
    sentence: str
    reason: str
    grade: str
    details: tuple[str, ...]
    effect: Effect
    level: Level
    kind: Kind
    where: str
    base: str
    head: str
    guess: bool
    approved: bool
    stops: bool


@dataclass(frozen=True, slots=True)
class Group:
    effect: Effect
    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A map, or the project; `pictures` are inline SVG by what they show: both, before, after."""

    id: str
    title: str
    verdict: str
    state: str  # "new", "gone" or empty
    file: str
    groups: tuple[Group, ...]
    pictures: Mapping[str, str]
    shape: tuple[float, float] = (0, 0)  # width and height of the pictures


@dataclass(frozen=True, slots=True)
class Figure:
    name: str
    value: str
    effect: str
    icon: str = ""


@dataclass(frozen=True, slots=True)
class End:
    """One side of the comparison in words; all but the name may be empty."""

    name: str
    commit: str  # its first characters
    date: str
    note: str


@dataclass(frozen=True, slots=True)
class ChangesView:
    title: str
    verdict: str
    base: End
    head: End
    figures: tuple[Figure, ...]
    parts: tuple[Part, ...]
    gap: tuple[str, ...]
    touched: tuple[tuple[str, str], ...]
    approvals: tuple[str, ...]
    choices: Mapping[str, tuple[tuple[str, str], ...]]  # filters: key, then value and name of each


def prepare(
    review: Review, pictures: Sequence[Mapping[str, str]], shapes: Sequence[tuple[float, float]]
) -> ChangesView:
    """`pictures` and `shapes` are those of the maps, in their order."""
    words, comparison = review.words, review.comparison
    rows = _Rows(review)
    parts = [rows.part("project", words("review.project"), comparison.project)] if comparison.project else []
    for n, one in enumerate(comparison.maps):
        verdict = kept_apart(review.verdict_of(one)) if len(comparison.maps) > 1 else ""
        parts.append(rows.part(f"map-{n + 1}", one.title, one.changes, one, verdict, pictures[n], shapes[n]))
    titles = {one.title for one in comparison.maps}
    return ChangesView(
        title=comparison.title or (titles.pop() if len(titles) == 1 else words.plural("map", len(comparison.maps))),
        verdict=kept_apart(review.verdict),
        base=_end(comparison.base, words),
        head=_end(comparison.head, words),
        figures=tuple(_figures(review)),
        parts=tuple(parts),
        gap=tuple(map(kept_apart, gap_lines(review.gap, words))) if review.gap else (),
        touched=tuple((kept_apart(text), place(spot)) for text, spot in review.touched()),
        approvals=tuple(_approvals(review)),
        choices=_choices(review, parts),
    )


def _end(side: Side, words: Words) -> End:
    date = words.date(datetime.date.fromisoformat(side.date)) if side.date else ""
    parted = side.why is None or side.why.key != "whole"  # that all of one is in the other changes nothing
    note = side_note(side, words) if parted else ""
    return End(side_name(side, words), side.commit[:10], date, note[:1].upper() + note[1:])


class _Rows:
    """Makes rows with anchors that no other has."""

    def __init__(self, review: Review) -> None:
        self._review = review
        self._usual = usual_level(review.comparison.changes)
        self._taken: dict[str, int] = {}

    def part(
        self, id: str, title: str, changes: Sequence[Change], one: MapComparison | None = None, verdict: str = "",
        pictures: Mapping[str, str] | None = None, shape: tuple[float, float] = (0, 0),
    ) -> Part:  # fmt: skip
        words = self._review.words
        groups = tuple(
            Group(effect, words(f"review.{effect}"), tuple(map(self._row, found)))
            for effect, found in by_effect(changes)
        )
        state = "" if one is None else "new" if is_new(one) else "gone" if is_gone(one) else ""
        return Part(id, title, verdict, state, one.file if one else "", groups, pictures or {}, shape)

    def _row(self, change: Change) -> Row:
        review = self._review
        sentence = review.sentence(change)
        return Row(
            self._id(change.fingerprint), kept_apart(sentence), review.reason(change),
            review.grade(change, self._usual), tuple(map(kept_apart, review.details(change))),
            change.effect, change.level, change.kind,
            _where(change, sentence),
            place(change.base) if change.base else "", _head(change), change.guess,
            change.fingerprint in review.approved, review.stops(change),
        )  # fmt: skip

    def _id(self, fingerprint: str) -> str:
        count = self._taken[fingerprint] = self._taken.get(fingerprint, 0) + 1
        return f"c{fingerprint}" if count == 1 else f"c{fingerprint}-{count}"


def _where(change: Change, sentence: str) -> str:
    """The stage and the step, unless the sentence names them."""
    inside = change.where.step_name or change.where.stage_name
    return "" if inside in sentence else ", ".join(filter(None, (change.where.stage_name, change.where.step_name)))


def _head(change: Change) -> str:
    """Where it stands now; a line alone where the file is the one that is named before."""
    base, head = change.base, change.head
    if head is None:
        return ""
    return place(head) if base is None or base.file != head.file or base.line == head.line else str(head.line)


def _figures(review: Review) -> Iterator[Figure]:
    words, count = review.words, tally(review.comparison.changes)
    if review.gap:
        yield from (Figure(name, value, effect) for value, name, effect in gap_figures(review.gap, words))
        return
    counts: dict[Effect, int] = {"worse": count.worse, "better": count.better, "neutral": count.neutral}
    for effect, number in counts.items():
        yield Figure(words(f"review.{effect}"), words.number(number), effect, ICONS[effect])
    if count.breaking:
        breaking = words("review.level.breaking")
        yield Figure(breaking[:1].upper() + breaking[1:], words.number(count.breaking), "breaking", "triangle-alert")


def _approvals(review: Review) -> Iterator[str]:
    words = review.words
    if review.stopping:
        yield words("review.stopped", gate=review.fail_on or "", changes=words.plural("change", len(review.stopping)))
    if review.approvals:
        yield words("review.approvals", changes=words.plural("change", review.approvals))
    for unused in review.unused:
        yield words("review.unused", approval=unused)


def _choices(review: Review, parts: Iterable[Part]) -> dict[str, tuple[tuple[str, str], ...]]:
    """Only filters that part something from something else."""
    words, changes = review.words, review.comparison.changes
    found: dict[str, list[tuple[str, str]]] = {
        "effect": [(e, f"{SIGNS[e]} {words(f'review.{e}')}") for e in EFFECTS if any(c.effect == e for c in changes)],
        "level": [(n, words(f"review.level.{n}")) for n in LEVELS if any(c.level == n for c in changes)],
        "kind": [(k, words(f"changes.kind.{k}")) for k in KINDS if any(c.kind == k for c in changes)],
        "part": [(part.id, part.title) for part in parts],
    }
    return {key: tuple(options) for key, options in found.items() if len(options) > 1}
