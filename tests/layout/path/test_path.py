"""The path row: widths are shares, nobody who leaves or returns is forgotten, and nothing covers anything."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jmap.layout.geometry import Rect
from jmap.layout.move import settle
from jmap.layout.path.ribbon import path_row
from jmap.layout.row import Row
from jmap.layout.scene import Box, Curve, Group, Icon, Item, Mark, Text
from jmap.locale.words import words
from jmap.resolve.journey import Exit
from jmap.text.styles import STYLES
from jmap.text.typesetter import Typesetter
from tests.layout.maps import any_journey, grid, journey, way


@pytest.fixture(scope="module")
def draw() -> Callable[..., Row]:
    type = Typesetter()
    return lambda map, column=186.0: path_row(map, grid(map, column), type, words("en"))


def flat(items: tuple[Item, ...]) -> list[Item]:
    found: list[Item] = []
    for item in settle(items):
        found += [item, *flat(item.children)] if isinstance(item, Group) else [item]
    return found


def of(row: Row, kind: type) -> list:  # type: ignore[type-arg]
    return [item for item in flat(row.items) if isinstance(item, kind)]


def groups(row: Row, kind: str) -> list[Group]:
    return [group for group in of(row, Group) if group.kind == kind]


def ink_box(text: Text) -> Rect:
    size = text.size or STYLES[text.style].size
    left = text.x - {"left": 0.0, "middle": 0.5, "right": 1.0}[text.anchor] * text.width
    return Rect(left + 1, text.y - 0.72 * size + 1, left + text.width - 1, text.y + 0.1 * size - 1)


def said(row: Row) -> str:
    return " ".join(text.text for text in of(row, Text)).replace("\u00a0", " ")


def ways(row: Row) -> list[Curve]:
    return [curve for curve in of(row, Curve) if curve.arrow]


def steps(count: int) -> list[list[list]]:  # type: ignore[type-arg]
    return [[[] for _ in range(count)]]


@pytest.mark.parametrize("seed", range(40))
def test_no_text_covers_a_text_a_node_or_a_badge_or_leaves_the_row(seed: int, draw: Callable[..., Row]) -> None:
    map = any_journey(seed)
    row = draw(map, 152.0 if seed % 2 else 186.0)
    right = grid(map, 152.0 if seed % 2 else 186.0).right
    boxes = [(text, ink_box(text)) for text in of(row, Text)]
    nodes = [box for group in groups(row, "node") for box in group.children if isinstance(box, Box)]
    numbers = {id(text) for group in groups(row, "node") for text in group.children}
    badges = [Rect(m.x - 7, m.y - 7, m.x + 7, m.y + 7) for m in of(row, Mark)]
    solid = [Rect(b.x, b.y, b.x + b.width, b.y + b.height) for b in nodes] + badges
    for n, (text, box) in enumerate(boxes):
        assert box.left >= 56 and box.right <= right and box.top >= 0 and box.bottom <= row.height
        for other, other_box in boxes[n + 1 :]:
            assert not box.overlaps(other_box), f"{text.text} / {other.text}"
        if id(text) not in numbers:
            assert not any(box.overlaps(mark) for mark in solid), text.text


@pytest.mark.parametrize("seed", range(40))
def test_every_exit_and_every_way_is_drawn_with_its_words(seed: int, draw: Callable[..., Row]) -> None:
    map = any_journey(seed)
    row = draw(map)
    assert len(ways(row)) == sum(one.kind != "on" for one in map.ways)
    assert len(groups(row, "exit")) == sum(len(column.exits) for column in map.columns)
    shown = said(row).replace("-", "").replace("\u2010", "").replace(" ", "")
    reasons = [exit.reason for column in map.columns for exit in column.exits]
    for thing in [drawn.when for drawn in map.ways] + reasons:
        assert thing.replace(" ", "") in shown


def test_the_ribbon_is_as_wide_as_the_customers_left(draw: Callable[..., Row]) -> None:
    row = draw(journey(steps(3), exits={0: [Exit("", "Too slow", 0.5)]}))
    ribbon = next(curve for curve in of(row, Curve) if curve.fill == "ribbon")
    ys = sorted({round(float(command[-1]), 3) for command in ribbon.commands if len(command) > 1})
    assert ys[-1] - ys[0] == 22 and 11 in [round(y - ys[0], 3) for y in ys]
    assert "50 % leave Too slow" in said(row) and "50 % reach the end" in said(row)
    assert "Width = customers left" in said(row)


def test_without_shares_the_ribbon_is_even_and_claims_nothing(draw: Callable[..., Row]) -> None:
    row = draw(journey(steps(3), exits={1: [Exit("", "Too slow")]}))
    assert "customers left" not in said(row) and "reach the end" not in said(row) and "%" not in said(row)
    assert "Too slow" in said(row)


def test_an_exit_without_share_and_reason_is_still_said(draw: Callable[..., Row]) -> None:
    assert "Some leave" in said(draw(journey(steps(2), exits={0: [Exit("")]})))


def test_personas_who_leave_in_different_shares_are_not_averaged(draw: Callable[..., Row]) -> None:
    row = draw(journey(steps(2), 2, exits={0: [Exit("", "", 0.4, ("p1",))]}))
    assert "100 % reach the end" in said(row) and "60 % reach the end" in said(row)
    assert "80 %" not in said(row)
    strips = [curve.fill for curve in of(row, Curve) if curve.fill.startswith("persona")]
    assert strips == ["persona1", "persona2"]


def test_the_strip_of_an_exit_is_as_wide_as_the_ribbon_narrows(draw: Callable[..., Row]) -> None:
    row = draw(journey(steps(2), 2, exits={0: [Exit("", "", 0.4, ("p1",))]}))
    strip = next(curve for curve in of(row, Curve) if curve.fill == "pain" and curve.opacity < 1)
    xs = [float(command[-2]) for command in strip.commands if command[0] == "L"]
    assert abs(max(xs) - min(xs) - 22 * 0.2) < 1e-6


def test_ways_back_are_dashed_above_and_skips_solid_below(draw: Callable[..., Row]) -> None:
    row = draw(journey(steps(4), ways=[way(2, 0, 0.1, "again"), way(0, 3, 0.2, "guest")]))
    back, skip = ways(row)
    assert (back.dash, skip.dash) == ("dashed", "")
    node = next(box for box in groups(row, "node")[0].children if isinstance(box, Box))
    middle = node.y + node.height / 2
    assert all(float(command[-1]) < middle for command in back.commands)
    assert all(float(command[-1]) > middle for command in skip.commands)
    assert "10 % again" in said(row) and "20 % guest" in said(row)


def test_a_way_ends_at_its_target(draw: Callable[..., Row]) -> None:
    map = journey(steps(5), ways=[way(4, 1)])
    (back,) = ways(draw(map))
    assert abs(float(back.commands[-1][-2]) - (grid(map).x(1) + 26)) < 14


def test_ways_run_on_levels_of_their_own(draw: Callable[..., Row]) -> None:
    row = draw(journey(steps(6), ways=[way(n, 0, 0.1, f"loop {n}") for n in (1, 2, 3, 4, 5)]))
    levels = sorted(min(float(command[-1]) for command in curve.commands) for curve in ways(row))
    assert all(b - a >= 9 for a, b in zip(levels, levels[1:], strict=False))
    assert row.height < 400


def test_a_step_may_lead_back_to_itself(draw: Callable[..., Row]) -> None:
    assert "20 % retry" in said(draw(journey(steps(3), ways=[way(1, 1, 0.2, "retry")])))


def test_a_condition_of_going_on_stands_between_the_nodes(draw: Callable[..., Row]) -> None:
    map = journey(steps(3), ways=[way(0, 1, 0.6, "logged in")])
    text = next(text for text in of(draw(map), Text) if text.text == "logged in")
    assert grid(map).x(0) + 39 < text.x and text.x + text.width < grid(map).x(1) + 14


def test_a_way_of_some_personas_has_their_initial(draw: Callable[..., Row]) -> None:
    row = draw(journey(steps(3), 2, ways=[way(2, 0, 0.1, "again", ("p1",))]))
    assert [mark.letter for mark in of(row, Mark)] == ["B"]
    assert "badge" in row.legend


def test_a_step_with_a_map_of_its_own_has_a_sign(draw: Callable[..., Row]) -> None:
    from dataclasses import replace

    map = journey(steps(2))
    columns = (replace(map.columns[0], journey="other"), map.columns[1])
    row = draw(replace(map, columns=columns))
    assert "square-plus" in [icon.name for icon in of(row, Icon)] and "path.journey" in row.legend


def test_a_single_column_has_no_ribbon(draw: Callable[..., Row]) -> None:
    assert draw(journey(steps(1))).height == 0


def test_a_single_column_that_people_leave_is_drawn(draw: Callable[..., Row]) -> None:
    assert "25 % leave" in said(draw(journey(steps(1), exits={0: [Exit("", "", 0.25)]})))


def test_the_legend_names_only_what_is_drawn(draw: Callable[..., Row]) -> None:
    assert draw(journey(steps(3))).legend == ()
    row = draw(journey(steps(4), ways=[way(2, 0), way(0, 2)], exits={1: [Exit("", "x")]}))
    assert row.legend == ("path.exit", "path.back", "path.skip")
