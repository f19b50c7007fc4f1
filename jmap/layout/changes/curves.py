"""The feelings of one side as curves in the union's columns; those that are folded away are passed through."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from jmap.diff.change import Change
from jmap.layout.changes.badge import INKS
from jmap.layout.changes.fold import Folded
from jmap.layout.changes.marks import effects
from jmap.layout.changes.sides import personas
from jmap.layout.changes.union import Column, Union, UnionStage
from jmap.layout.curve.before import Before, Moved
from jmap.layout.curve.points import Point, Trace, differ, traces
from jmap.layout.grid import Grid
from jmap.locale.words import Words
from jmap.resolve.content import Feeling
from jmap.resolve.journey import Journey, Place, Stage, Step

UNIT = 100.0  # width of a column while nobody knows where it will be
Columns = tuple[int, int]  # the first and the last of the union that a column of one side stands for


def side_traces(union: Union, is_head: bool, folded: Folded, grid: Grid) -> tuple[Trace, ...]:
    """The curves of one side, of everybody who is on either: who is on the other only has no points."""
    side = union.head if is_head else union.base
    journey, columns = _alone(union, is_head)
    plain = Grid(0.0, UNIT, max(1, len(columns)))
    found = traces(journey, plain, apart=_apart(union)) if columns else ()
    here = {persona.id for persona in side.personas}
    mapped = []
    for trace in found:
        if trace.persona and trace.persona.id not in here:
            mapped.append(Trace(trace.persona, (), (), ()))
        else:
            mapped.append(_mapped(trace, plain, columns, folded, grid))
    return tuple(mapped)


def _apart(union: Union) -> bool:
    """One curve for everyone only where that is true of both sides."""
    same = {p.id for p in union.head.personas} == {p.id for p in union.base.personas}
    return not same or differ(union.head) or differ(union.base)


def _alone(union: Union, is_head: bool) -> tuple[Journey, list[Columns]]:
    """The journey of one side in the union's order, and which columns of the union its columns are."""
    stages: list[Stage] = []
    columns: list[Columns] = []
    at = 0
    for stage in union.stages:
        made, places = _stage(stage, len(stages), at, is_head)
        if made:
            stages.append(made)
            columns += places
        at += len(stage.columns)
    main = union.head if is_head else union.base
    drawn: list[Place] = [place for stage in stages for place in (stage.steps or (stage,))]
    return replace(main, personas=personas(union), stages=tuple(stages), columns=tuple(drawn)), columns


def _stage(stage: UnionStage, index: int, at: int, is_head: bool) -> tuple[Stage | None, list[Columns]]:
    own = stage.head if is_head else stage.base
    places = [(n, _of(column, is_head)) for n, column in enumerate(stage.columns, at)]
    steps = [(n, place) for n, place in places if isinstance(place, Step)]
    if steps:
        other = stage.head or stage.base
        assert other is not None
        made = own or replace(other, lanes={})
        return replace(made, steps=tuple(replace(step, stage=index) for _, step in steps)), [(n, n) for n, _ in steps]
    if own is None or own.steps:
        return None, []
    return own, [(at, at + len(stage.columns) - 1)]


def _of(column: Column, is_head: bool) -> Place | None:
    return column.head if is_head else column.base


def _mapped(trace: Trace, plain: Grid, columns: Sequence[Columns], folded: Folded, grid: Grid) -> Trace:
    def places(points: Iterable[Point]) -> Iterator[Point]:
        reached = -1.0  # several feelings of a folded column would all be at one x
        for point in points:
            found = _placed(point, plain, columns, folded, grid)
            if found and found.x > reached:
                reached = found.x
                yield found

    runs = tuple(run for run in (tuple(places(run)) for run in trace.runs) if any(not p.passed for p in run))
    levels = tuple(point for point in places(trace.levels) if not point.passed)
    missing = tuple(_clipped(trace.missing, columns, folded))
    return Trace(trace.persona, runs, levels, missing, trace.shared)


def _placed(point: Point, plain: Grid, columns: Sequence[Columns], folded: Folded, grid: Grid) -> Point | None:
    first, last = columns[point.first][0], columns[point.last][1]
    seen = [at for n in range(first, last + 1) if (at := folded.visible(n)) is not None]
    if not seen:
        x = folded.passing(first, grid)
        return replace(point, x=x, passed=True) if x is not None else None
    part = (point.x - plain.x(point.first)) / plain.across(range(point.first, point.last + 1))
    x = grid.x(seen[0]) + part * grid.across(range(seen[0], seen[-1] + 1))
    return replace(point, x=x, first=seen[0], last=seen[-1])


def _clipped(missing: Sequence[Columns], columns: Sequence[Columns], folded: Folded) -> Iterator[Columns]:
    """Runs of columns without a score, as far as they are drawn."""
    for first, last in missing:
        run: list[int] = []
        for n in range(first, last + 1):
            for column in range(columns[n][0], columns[n][1] + 1):
                at = folded.visible(column)
                if at is None:
                    continue
                if run and at != run[-1] + 1:
                    yield run[0], run[-1]
                    run = []
                run.append(at)
        if run:
            yield run[0], run[-1]


def before(union: Union, changes: Mapping[str, Sequence[Change]], folded: Folded, grid: Grid, words: Words) -> Before:
    """The curves before, and for each score that moved how far."""
    heads, bases = feelings(union.head), feelings(union.base)
    moved: dict[str, Moved] = {}
    kept = {path for path in bases if path in union.pairs.head_of}
    for path, found in changes.items():
        head, base = heads.get(path), bases.get(union.pairs.base_of.get(path, ""))
        rose = [change for change in found if change.field == "score"]
        if head and base and rose and head.score != base.score:
            kept.discard(base.path)
            amount = words.score(head.score - base.score)
            moved[path] = Moved(base.score, INKS[effects(rose)[0]], amount, rose[0].fingerprint)
    return Before(side_traces(union, False, folded, grid), moved, frozenset(kept))


def feelings(journey: Journey) -> dict[str, Feeling]:
    """All feelings by their path."""
    return {item.path: item for _, item in journey.every("feelings") if isinstance(item, Feeling)}


def unsaid(changes: Mapping[str, Sequence[Change]], stems: Collection[str]) -> dict[str, tuple[Change, ...]]:
    """The changes of feelings that no stem shows: another word, another basis, a feeling that came or went."""
    left = {path: tuple(_left(found, path in stems)) for path, found in changes.items()}
    return {path: found for path, found in left.items() if found}


def _left(changes: Sequence[Change], has_stem: bool) -> Iterator[Change]:
    """Without the score that a stem shows; another word for it came along with that."""
    for change in changes:
        if not (has_stem and change.field == "score"):
            yield change
        yield from (replace(one, fingerprint="") for one in change.folded if one.field == "emotion")
