"""The eye of a reader: what belongs together stands together, and no row, line or mark is left over."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jmap.icons import PATHS
from jmap.layout.kit import Block, Kit
from jmap.layout.legend import _rows
from jmap.layout.scene import Box, Group, Icon, Mark, Text
from jmap.layout.swimlane import swimlane
from jmap.locale.words import words
from jmap.resolve.content import Touchpoint
from jmap.text.typesetter import Typesetter
from tests.fixtures_journey import sample_journey
from tests.layout.facts import everything, seen_texts


@pytest.fixture(scope="module")
def typesetter() -> Typesetter:
    return Typesetter()


def test_every_sign_is_one_that_is_drawn(typesetter: Typesetter) -> None:
    journey = sample_journey()
    people = tuple(replace(p, needs=("A number to ring",)) for p in journey.personas)
    scene = swimlane(replace(journey, personas=people), typesetter, words("en"))
    names = {item.name for item in everything(scene.children) if isinstance(item, Icon)}
    assert names - set(PATHS) == set()  # another name would be a plain circle, which means: assumed
    assert "circle" not in names


def test_the_last_facts_begin_where_the_persona_cards_begin(typesetter: Typesetter) -> None:
    journey = sample_journey()
    assert len(journey.personas) == 2
    told = replace(journey, scenario="s", goal="g", expectations=("e",), business_goal="b")
    scene = swimlane(told, typesetter, words("en"))
    cards = sorted(i.x for i in everything(scene.children) if isinstance(i, Box) and i.height == 4 and i.width > 290)
    seen = {t.text: t.left for t in seen_texts(scene)}
    assert [seen[words("en")(f"fact.{name}")] for name in ("expectations", "business_goal")] == pytest.approx(cards)


def test_a_line_of_facts_ends_after_a_whole_fact_and_without_a_dot(typesetter: Typesetter) -> None:
    kit = Kit(sample_journey(), typesetter, words("en"))
    block = kit.facts(("Father of three, drives everywhere", "46, Wakefield"), "note", 260.0)
    lines = [item.text for item in everything(_placed(block)) if isinstance(item, Text)]
    assert lines == ["Father of three, drives everywhere", "46, Wakefield"]
    whole = kit.facts(("Website", "Brand"), "caption", 260.0)
    assert len([item for item in everything(_placed(whole)) if isinstance(item, Text)]) == 1


def _placed(block: Block) -> tuple:  # type: ignore[type-arg]
    from jmap.layout.move import settle

    return settle(block.items)


def test_whose_touchpoint_it_is_stands_at_the_end_of_its_line_or_below_it(typesetter: Typesetter) -> None:
    from jmap.layout.cells.touchpoint import cell

    kit = Kit(sample_journey(), typesetter, words("en"))
    _, item = next((p, i) for p, i in kit.journey.every("touchpoints") if isinstance(i, Touchpoint) and i.channel)
    one = replace(item, personas=(kit.journey.personas[0].id,))
    for width in range(110, 330, 2):
        drawn = list(everything(_placed(cell((one,), width, kit))))
        badge = next(i for i in drawn if isinstance(i, Mark) and i.letter)
        for text in (i for i in drawn if isinstance(i, Text)):
            beside = text.x + text.width < badge.x - badge.size / 2
            below = text.y - 9 >= badge.y + badge.size / 2 - 1 or text.y <= badge.y - badge.size / 2 + 4
            assert beside or below, (width, text.text)


def test_both_scores_of_a_card_have_their_pips_on_the_same_side(typesetter: Typesetter) -> None:
    from jmap.layout.cells.touchpoint import cell

    kit = Kit(sample_journey(), typesetter, words("en"))
    every = [i for _, i in kit.journey.every("touchpoints") if isinstance(i, Touchpoint)]
    item = next(i for i in every if i.importance and i.satisfaction)
    for width in range(110, 200):
        drawn = list(everything(_placed(cell((item,), width, kit))))
        pips = {i.y: i.x for i in reversed(drawn) if isinstance(i, Box) and (i.width, i.height) == (8, 4)}
        assert len(set(pips.values())) == 1, width


def test_a_way_back_ends_in_an_arrow_that_is_seen(typesetter: Typesetter) -> None:
    from jmap.layout.path.ribbon import path_row
    from jmap.layout.scene import Curve
    from tests.layout.maps import felt, grid, journey, way

    made = journey([[[felt(0)]] * 4], ways=[way(3, 1, 0.2), way(2, 2, 0.1)])
    row = path_row(made, grid(made), typesetter, words("en"))
    backs = [i for i in everything(row.items) if isinstance(i, Curve) and i.arrow and i.dash]
    assert len(backs) == 2
    for curve in backs:
        *_, before, end = curve.commands
        assert abs(float(end[-1]) - float(before[-1])) >= 6.5  # a straight end as long as the head


def test_the_names_of_personas_that_begin_alike_stand_below_each_other(typesetter: Typesetter) -> None:
    from jmap.layout.curve.feelings import feelings_row
    from tests.layout.maps import felt, grid, journey

    made = journey(
        [[[felt(1, "sad", ("p0",)), felt(1, "glad", ("p1",))], [felt(-1, "", ("p0",)), felt(0, "", ("p1",))]]], 2
    )
    named = replace(
        made, personas=tuple(replace(p, name=n) for p, n in zip(made.personas, ("Nadia", "Iris"), strict=True))
    )
    row = feelings_row(named, grid(named), typesetter, words("en"))
    names = [i for i in everything(row.items) if isinstance(i, Text) and i.text in ("Nadia", "Iris")]
    assert [n.text for n in names] == ["Nadia", "Iris"]
    assert 14 <= names[1].y - names[0].y <= 26


def test_no_group_of_the_legend_is_left_over_in_a_row_of_its_own() -> None:
    from jmap.layout.legend import even_rows

    groups = [Block(200.0, 40.0)] * 7
    assert [len(row) for row in _rows(groups, 1400.0)] == [6, 1]
    assert [len(row) for row in even_rows(groups, 1400.0)] == [4, 3]


def test_what_a_whole_stage_holds_follows_the_cells_of_that_stage(typesetter: Typesetter) -> None:
    from jmap.layout.grid import Grid
    from jmap.layout.rows import TOP, assemble

    kit = Kit(sample_journey(), typesetter, words("en"))
    count = len(kit.journey.columns)
    mark = (Mark("circle", 1, 1, 2, "ink"),)
    last = len(kit.journey.stages) - 1
    columns = [Block(50, 20, mark)] * (count - 1) + [Block(50, 300, mark)]
    row = assemble("gains", "Gains", "", "heart", columns, {0: Block(90, 30, mark)}, Grid(240, 186, count), kit)
    assert last > 0
    cells = [i for i in everything(_placed(Block(0, 0, row.items))) if isinstance(i, Group) and i.kind == "cell"]
    own = next(i for i in cells if ("stage", kit.journey.stages[0].id) in i.data)
    mark_y = next(i.y for i in everything(own.children) if isinstance(i, Mark))
    assert mark_y == TOP + 20 + 10 + 1
