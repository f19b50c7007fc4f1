"""The history as a picture: curves where a score moved, arrows that say how far, and words where none did."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jmap.diff.story import Episode
from jmap.layout.scene import Curve, Group, Scene
from jmap.layout.story import story
from jmap.locale.words import words
from jmap.resolve.content import Feeling, Item
from jmap.resolve.journey import Journey, Place, Stage
from jmap.text.typesetter import Typesetter
from tests.fixtures_journey import sample_journey
from tests.layout.facts import everything, words_of


def fallen(journey: Journey) -> Journey:
    """The same journey, in which everybody feels half a point worse in the last step."""
    last = journey.columns[-1]

    def place(one: Place) -> dict[str, tuple[Item, ...]]:
        felt = [replace(f, score=max(-2.0, f.score - 0.5)) for f in one.items("feelings") if isinstance(f, Feeling)]
        return {**one.lanes, "feelings": tuple(felt)}

    stages: tuple[Stage, ...] = tuple(
        replace(stage, steps=tuple(replace(s, lanes=place(s)) if s.path == last.path else s for s in stage.steps))
        for stage in journey.stages
    )
    columns = tuple(column for stage in stages for column in (stage.steps or (stage,)))
    return replace(journey, stages=stages, columns=columns)


def episode(subject: str, journey: Journey | None, **more: bool) -> Episode:
    return Episode("1f" * 20, "2026-11-01", "Priya", subject, journey=journey, **more)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def picture() -> Scene:
    first = sample_journey()
    later = fallen(first)
    told = [
        episode("Newest, and no score moved", later),
        episode("Nothing moved", later),
        episode("It got worse", later),
        episode("Wording", first),
        episode("Drawn", first, first=True),
    ]
    return story("Shoes", told, Typesetter(), words("en"))


def commits(picture: Scene) -> dict[str, Group]:
    return {item.label: item for item in picture.children if isinstance(item, Group) and item.kind == "commit"}


def curves(group: Group) -> list[Curve]:
    return [item for item in everything((group,)) if isinstance(item, Curve) and len(item.commands) > 2]


def test_commits_that_moved_no_score_have_no_curve_but_the_newest(picture: Scene) -> None:
    assert {name: bool(curves(group)) for name, group in commits(picture).items()} == {
        "Newest, and no score moved": True, "Nothing moved": False, "It got worse": True, "Wording": False,
        "Drawn": True,
    }  # fmt: skip


def test_an_arrow_says_how_far_a_score_moved(picture: Scene) -> None:
    group = commits(picture)["It got worse"]
    arrows = [item for item in everything((group,)) if isinstance(item, Curve) and item.arrow]
    assert arrows and {arrow.stroke for arrow in arrows} == {"pain"}
    assert all(float(arrow.commands[1][2]) > float(arrow.commands[0][2]) for arrow in arrows)  # down
    assert "−0.5" in words_of(replace(picture, children=(group,)))
    others = [item for name, one in commits(picture).items() if name != "It got worse" for item in everything((one,))]
    assert not any(isinstance(item, Curve) and item.arrow for item in others)
