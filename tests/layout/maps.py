"""Small journeys for tests of rows: feelings, exits and ways, without a file."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

from jmap.layout.grid import Grid
from jmap.resolve import flow
from jmap.resolve.content import Feeling, Persona
from jmap.resolve.journey import Exit, Journey, Place, Stage, Step, Way

SCORES = (-2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2)
WORDS = (
    "curious",
    "überwältigt und enttäuscht",
    "Geschwindigkeitsbegrenzungsverärgerung",
    "とても嬉しい",
    "in control",
    "مرتاح",
    "",
    "let down",
)
PEOPLE = ("Ana", "Bartholomäus-Friedrich", "Chen Li", "Dewi", "Eve", "Fay", "Gus", "Hal")


def felt(
    score: float, word: str = "", who: Sequence[str] = (), known: bool = True, spread: float | None = None
) -> Feeling:
    basis = "reported" if known else "assumed"
    return Feeling(
        path="", text=word, personas=tuple(who), known=known, score=score, basis=basis, spread=spread  # type: ignore[arg-type]
    )  # fmt: skip


def people(count: int) -> tuple[Persona, ...]:
    return tuple(Persona(f"p{n}", PEOPLE[n], n + 1, PEOPLE[n][0]) for n in range(count))


def journey(
    stages: Sequence[Sequence[Sequence[Feeling]]],
    personas: int = 0,
    ways: Sequence[Way] = (),
    exits: Mapping[int, Sequence[Exit]] | None = None,
    own: Mapping[int, Sequence[Feeling]] | None = None,
) -> Journey:
    """Stages of steps of feelings. `own` are the feelings of a stage itself, `exits` those of a column."""
    exits, own = exits or {}, own or {}
    made: list[Stage] = []
    columns: list[Place] = []
    for index, steps in enumerate(stages):
        first = len(columns)
        drawn = tuple(
            Step(
                path="", id=f"s{n}", name=f"Step {n}", number=n + 1, stage=index,
                lanes={"feelings": tuple(feelings)}, exits=tuple(exits.get(n, ())),
            )
            for n, feelings in enumerate(steps, first)
        )  # fmt: skip
        stage = Stage(
            path="", id=f"g{index}", name=f"Stage {index}", number=index + 1, steps=drawn,
            lanes={"feelings": tuple(own.get(index, ()))},
        )  # fmt: skip
        made.append(stage)
        columns += drawn or (stage,)
    ids = [p.id for p in people(personas)]
    left = flow.left(ways, [column.exits for column in columns], ids)
    return Journey(
        id="t", file="t", title="T", personas=people(personas), stages=tuple(made), columns=tuple(columns),
        ways=tuple(ways), left=left.arriving, left_at_end=left.at_end, left_by_persona=left.by_persona,
    )  # fmt: skip


def grid(journey: Journey, column: float = 186.0) -> Grid:
    starts = tuple(journey.columns_of(n).start for n in range(len(journey.stages)))
    return Grid(240.0, column, len(journey.columns), starts)


def way(source: int, target: int, share: float | None = None, when: str = "", who: Sequence[str] = ()) -> Way:
    kind = "back" if target <= source else "on" if target == source + 1 else "skip"
    return Way("", source, target, kind, share, when, tuple(who))  # type: ignore[arg-type]


def any_journey(seed: int) -> Journey:
    """An ugly map: the same one for the same seed."""
    pick = random.Random(seed)
    personas, columns = pick.choice((0, 1, 2, 3, 6, 8)), pick.choice((1, 2, 5, 9, 26))
    ids = [f"p{n}" for n in range(personas)]
    steps = [_feelings(pick, ids) for _ in range(columns)]
    exits = {n: _exits(pick, ids) for n in range(columns) if pick.random() < 0.4}
    ways = [
        way(
            pick.randrange(columns),
            pick.randrange(columns),
            pick.choice((None, 0.05)),
            pick.choice(WORDS),
            pick.choice(((), ids[:1])),
        )
        for _ in range(pick.choice((0, 2, 9)))
    ]
    cut = pick.randrange(columns)
    stages = [part for part in (steps[:cut], steps[cut:]) if part]
    own = {0: _feelings(pick, ids)} if pick.random() < 0.3 else {}
    return journey(stages, personas, ways, exits, own)


def _feelings(pick: random.Random, ids: Sequence[str]) -> list[Feeling]:
    who: list[Sequence[str]] = [(), *((id,) for id in ids)]
    return [
        felt(pick.choice(SCORES), pick.choice(WORDS), one, pick.random() < 0.6, pick.choice((None, 0.5, 3.0)))
        for one in who
        if pick.random() < (0.2 if not one and ids else 0.8)
    ]


def _exits(pick: random.Random, ids: Sequence[str]) -> list[Exit]:
    return [
        Exit("", pick.choice(WORDS), pick.choice((None, 0.1, 0.02)), tuple(pick.choice(((), ids[:1]))))
        for _ in range(pick.choice((1, 2, 5)))
    ]
