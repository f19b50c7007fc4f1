"""Journeys in the union's columns: both sides together, or one of them with room left for the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from jmap.lanes.lane import Lane
from jmap.layout.changes.union import GONE, Column, Pairs, Union, UnionStage, items
from jmap.layout.changes.weave import weave
from jmap.resolve.content import Item, Persona
from jmap.resolve.journey import Journey, Place, Stage, Step

Show = Literal["before", "both", "after"]
SHOWS: tuple[Show, ...] = ("both", "before", "after")
BLANK = "#"  # before the path of a place that has no content on this side


def journey_of(union: Union, show: Show, kept: Sequence[int], rows: Sequence[Lane]) -> Journey:
    """The journey to draw, with these rows, and these of the union's columns only.

    Exits and ways are left to the order row, and goals to the marks of their places.
    """
    wanted = set(kept)
    people = personas(union)
    stages: list[Stage] = []
    columns: list[Place] = []
    at = 0
    for stage in union.stages:
        mine = [c for n, c in enumerate(stage.columns, at) if n in wanted]
        at += len(stage.columns)
        if mine:
            drawn = _stage(stage, mine, len(stages), show, union.pairs)
            stages.append(drawn)
            columns += drawn.steps or (drawn,)
    main = union.base if show == "before" else union.head
    return replace(
        main, personas=people, lanes=tuple(rows), stages=tuple(stages), columns=tuple(columns), ways=(),
        left=(1.0,) * len(columns), left_at_end=1.0, left_by_persona={},
    )  # fmt: skip


def personas(union: Union) -> tuple[Persona, ...]:
    """Those of the head, and behind them those that are gone."""
    known = {persona.id for persona in union.head.personas}
    gone = [persona for persona in union.base.personas if persona.id not in known]
    first = len(union.head.personas) + 1
    return (*union.head.personas, *(replace(persona, number=n) for n, persona in enumerate(gone, first)))


def lanes(union: Union) -> tuple[Lane, ...]:
    """The rows of either side."""
    before = {lane.key: lane for lane in union.base.lanes}
    after = {lane.key for lane in union.head.lanes}
    woven = weave(
        union.base.lanes, union.head.lanes, lambda lane: before.get(lane.key), lambda lane: lane.key not in after, ()
    )
    found = (both.head or both.base for both in woven)
    return tuple(lane for lane in found if lane)


def _stage(stage: UnionStage, columns: Sequence[Column], index: int, show: Show, pairs: Pairs) -> Stage:
    steps = tuple(_step(column, index, show, pairs) for column in columns) if stage.has_steps else ()
    drawn = _place(stage.base, stage.head, stage.key, show, pairs)
    assert isinstance(drawn, Stage)
    return replace(drawn, steps=steps, exits=(), business_goal="")


def _step(column: Column, index: int, show: Show, pairs: Pairs) -> Step:
    drawn = _place(column.base, column.head, column.key, show, pairs)
    assert isinstance(drawn, Step)
    return replace(drawn, stage=index, exits=(), business_goal="")


def _place(base: Place | None, head: Place | None, key: str, show: Show, pairs: Pairs) -> Place:
    if show == "both":
        main = head or base
        assert main is not None
        return replace(main, path=key, lanes=dict(_merged(base, head, pairs)))
    place = base if show == "before" else head
    return place if place else _blank(base or head, key)


def _blank(other: Place | None, key: str) -> Place:
    """A place that keeps room for one of the other side."""
    assert other is not None
    return replace(
        other, path=f"{BLANK}{key}", name="", goal="", business_goal="", description="", image=None, is_moment=False,
        moment_reason="", events=(), journey="", lanes={},
    )  # fmt: skip


def _merged(base: Place | None, head: Place | None, pairs: Pairs) -> Iterator[tuple[str, tuple[Item, ...]]]:
    """What stands here on either side. What went to another place stands there only."""
    keys = dict.fromkeys((*(head.lanes if head else ()), *(base.lanes if base else ())))
    for lane in keys:
        found = []
        for both in items(base, head, lane, pairs):
            if both.head:
                found.append(both.head)
            elif both.base:
                found.append(replace(both.base, path=f"{GONE}{both.base.path}"))
        yield lane, tuple(found)
