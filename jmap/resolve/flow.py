"""Where customers go from each column, and how many of them are left: the ways nobody wrote, and the sums.

A column is a step, or a stage without steps; columns count from 0. Shares are of those who are at a column.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from jmap.resolve.journey import Exit, Way

TOLERANCE = 1e-9  # what binary fractions may miss of a sum of percentages
ANYONE = ""  # the one traveller of a map that names no persona


@dataclass(frozen=True, slots=True)
class Fork:
    """What one persona may do at one column."""

    ways: tuple[Way, ...]
    exits: tuple[Exit, ...]
    has_next: bool

    @property
    def rest(self) -> float:
        """The share that is still without a way, 0 to 1."""
        given = sum(way.share or 0.0 for way in self.ways) + self.leaving
        rest = round(1.0 - given, 12)  # 0.15, not 0.15000000000000002
        return rest if rest > TOLERANCE else 0.0

    @property
    def leaving(self) -> float:
        return min(1.0, sum(exit.share or 0.0 for exit in self.exits))

    @property
    def counted(self) -> bool:
        """Whether what is missing to 1 is known: somebody wrote a share, and no exit lacks one."""
        if any(exit.share is None for exit in self.exits):
            return False
        return bool(self.exits) or any(way.share is not None for way in self.ways)

    @property
    def free(self) -> bool:
        """Whether nothing is written for this persona: all of them go on."""
        return not self.ways and not self.exits

    @property
    def open(self) -> tuple[Way, ...]:
        """The ways without a share."""
        return tuple(way for way in self.ways if way.share is None)

    @property
    def goes_on(self) -> bool:
        """Whether the default way is open: nobody was sent onwards with all the rest, and there is a rest.

        Who is only sent back, without a share, goes on at some time: nobody walks in circles for ever.
        """
        if not self.has_next or any(way.kind != "back" for way in self.open):
            return False
        return self.rest > 0

    def share_of(self, way: Way) -> float | None:
        """The share of a written way: its own, or all that is missing if it is the only way without one."""
        if way.share is not None:
            return way.share
        alone = len(self.open) == 1 and not self.goes_on
        return self.rest if alone and self.counted else None

    def takes(self, way: Way) -> float:
        """Like `share_of`, but a number in any case: the only way takes everyone, one of several nobody."""
        share = self.share_of(way)
        if share is not None:
            return share
        return self.rest if len(self.open) == 1 and not self.goes_on else 0.0


def fork(column: int, columns: int, ways: Sequence[Way], exits: Sequence[Exit], persona: str = ANYONE) -> Fork:
    """What a persona may do at a column: of all that is written there, what holds for it."""
    return Fork(
        tuple(way for way in ways if _holds(way.personas, persona)),
        tuple(exit for exit in exits if _holds(exit.personas, persona)),
        column + 1 < columns,
    )


def _holds(personas: tuple[str, ...], persona: str) -> bool:
    return not personas or persona == ANYONE or persona in personas


def ways_from(
    column: int,
    columns: int,
    written: Sequence[Way],
    exits: Sequence[Exit],
    personas: Sequence[str],
    path: str,
) -> tuple[Way, ...]:
    """The ways that leave a column: those written there with their shares filled in, then the default ones.

    There is one default way, or one for each share where personas differ. `path` is the column's own.
    """
    travellers = tuple(personas) or (ANYONE,)
    forks = {p: fork(column, columns, written, exits, p) for p in travellers}
    filled = [replace(way, share=_agreed(way, forks)) for way in written]
    return (*filled, *_defaults(column, forks, path))


def _agreed(way: Way, forks: Mapping[str, Fork]) -> float | None:
    """The share of a way if it is the same for every persona that has it."""
    shares = [fork.share_of(way) for fork in forks.values() if way in fork.ways]
    return shares[0] if shares and all(share == shares[0] for share in shares) else None


def _defaults(column: int, forks: Mapping[str, Fork], path: str) -> list[Way]:
    groups: dict[float | None, list[str]] = {}
    differ = any(not at.free for at in forks.values())
    for persona, at in forks.items():
        if at.goes_on:
            known = differ if at.free else at.counted and not at.open
            groups.setdefault(at.rest if known else None, []).append(persona)
    return [
        Way(
            path,
            column,
            column + 1,
            "on",
            share,
            personas=() if len(who) == len(forks) else tuple(who),
            written=False,
        )
        for share, who in groups.items()
    ]


@dataclass(frozen=True, slots=True)
class Left:
    """How many customers are still in the journey, 1 being all who began it."""

    arriving: tuple[float, ...]  # at each column
    at_end: float
    by_persona: Mapping[str, tuple[float, ...]]  # arriving, then at the end; empty if all personas are alike


def left(ways: Sequence[Way], exits: Sequence[Sequence[Exit]], personas: Sequence[str]) -> Left:
    """How many are left on arrival at each column, and behind the last.

    One pass from the first column to the last. Customers leave the journey by exits with a share, of those
    who are at that column; an exit without a share takes nobody, for nobody knows how many. Who skips columns
    is still in the journey, but not at them, and cannot leave there. Who goes back comes back and goes on:
    going round a loop changes nothing. Where personas differ, the numbers are the mean of theirs.

    `ways` are the written ones, `exits` those of each column, `personas` the ids (none: one anonymous customer).
    """
    travellers = tuple(personas) or (ANYONE,)
    by_column: list[list[Way]] = [[] for _ in exits]
    for way in ways:
        if way.written:
            by_column[way.source].append(way)
    runs = {p: _run(by_column, exits, p) for p in travellers}
    first = runs[travellers[0]]
    alike = all(_near(run, first) for run in runs.values())
    mean = first if alike else tuple(sum(values) / len(runs) for values in zip(*runs.values(), strict=True))
    return Left(mean[:-1], mean[-1], {} if alike else runs)


def _run(ways: Sequence[Sequence[Way]], exits: Sequence[Sequence[Exit]], persona: str) -> tuple[float, ...]:
    columns = len(exits)
    at = [1.0] + [0.0] * columns  # who is at each column; the last is the end
    remaining = [1.0]
    for column in range(columns):
        here = fork(column, columns, ways[column], exits[column], persona)
        going = at[column] * (1.0 - here.leaving)
        for way in here.ways:
            if way.kind == "skip":
                skipping = min(going, at[column] * here.takes(way))
                at[way.target] += skipping
                going -= skipping
        at[column + 1] += going
        remaining.append(remaining[-1] - at[column] * here.leaving)
    return tuple(0.0 if value < TOLERANCE else value for value in remaining)


def _near(one: Sequence[float], other: Sequence[float]) -> bool:
    return all(abs(a - b) <= TOLERANCE for a, b in zip(one, other, strict=True))
