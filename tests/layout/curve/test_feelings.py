"""The feelings row: nobody's feeling is lost, invented, covered, or made to look known."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jmap.layout.curve.feelings import feelings_row
from jmap.layout.geometry import Rect
from jmap.layout.move import settle
from jmap.layout.row import Row
from jmap.layout.scene import Box, Curve, Group, Icon, Item, Mark, Text, Wash
from jmap.locale.words import words
from jmap.resolve.content import Feeling
from jmap.resolve.journey import Journey
from jmap.text.styles import STYLES
from jmap.text.typesetter import Typesetter
from tests.layout.maps import any_journey, felt, grid, journey

ANA, BART, CHEN = ("p0",), ("p1",), ("p2",)


@pytest.fixture(scope="module")
def draw() -> Callable[..., Row]:
    type = Typesetter()
    return lambda map, column=186.0: feelings_row(map, grid(map, column), type, words("en"))


def flat(items: tuple[Item, ...]) -> list[Item]:
    found: list[Item] = []
    for item in settle(items):
        found += [item, *flat(item.children)] if isinstance(item, Group) else [item]
    return found


def of(row: Row, kind: type) -> list:  # type: ignore[type-arg]
    return [item for item in flat(row.items) if isinstance(item, kind)]


def points(row: Row) -> list[Mark]:
    groups = [item for item in flat(row.items) if isinstance(item, Group) and item.kind == "point"]
    return [mark for group in groups for mark in group.children if isinstance(mark, Mark)]


def lines(row: Row) -> list[Curve]:
    """The curves of personas: thick, and not filled."""
    return [c for c in of(row, Curve) if c.width in (3.2, 2.4) and not c.fill and c.stroke and c.opacity == 1]


def ink_box(text: Text) -> Rect:
    size = text.size or STYLES[text.style].size
    left = text.x - {"left": 0.0, "middle": 0.5, "right": 1.0}[text.anchor] * text.width
    return Rect(left + 1, text.y - 0.72 * size + 1, left + text.width - 1, text.y + 0.1 * size - 1)


def said(row: Row) -> str:
    return " ".join(text.text for text in of(row, Text))


def zero(row: Row) -> float:
    """The y of neutral: where the wash of gain ends."""
    wash = of(row, Wash)[0]
    return float(wash.y + wash.height)


@pytest.mark.parametrize("seed", range(24))
def test_no_text_covers_a_text_or_a_mark_or_leaves_the_row(seed: int, draw: Callable[..., Row]) -> None:
    map = any_journey(seed)
    row = draw(map, 152.0 if seed % 2 else 186.0)
    texts = of(row, Text)
    right = grid(map, 152.0 if seed % 2 else 186.0).right
    boxes = [(text, ink_box(text)) for text in texts]
    marks = [(m, Rect(m.x - 4, m.y - 4, m.x + 4, m.y + 4)) for m in points(row)]
    for n, (text, box) in enumerate(boxes):
        assert box.left >= 56 and box.right <= right and box.top >= 0 and box.bottom <= row.height
        for other, other_box in boxes[n + 1 :]:
            assert not box.overlaps(other_box), f"{text.text} / {other.text}"
        for mark, mark_box in marks:
            assert not box.overlaps(mark_box), f"{text.text} / mark at {mark.x}, {mark.y}"


@pytest.mark.parametrize("seed", range(24))
def test_every_feeling_is_a_mark_and_its_word_can_be_read(seed: int, draw: Callable[..., Row]) -> None:
    map = any_journey(seed)
    row = draw(map)
    feelings = [item for _, item in map.every("feelings") if isinstance(item, Feeling)]
    labels = " ".join(group.label for group in of(row, Group))
    assert len(points(row)) >= len(feelings)
    assert all(feeling.text in labels for feeling in feelings)
    if len(map.columns) <= 24:
        shown = said(row).replace("-", "").replace(" ", "").replace("\u00a0", "").replace("\u2010", "")
        for feeling in feelings:
            assert feeling.text.replace(" ", "") in shown


@pytest.mark.parametrize("seed", range(24))
def test_marks_and_lines_stay_on_the_scale(seed: int, draw: Callable[..., Row]) -> None:
    row = draw(any_journey(seed))
    washes = of(row, Wash)
    if not washes:
        assert row.height == 0
        return
    tops, ends = min(w.y for w in washes), max(w.y + w.height for w in washes)
    for curve in lines(row):
        ys = [float(v) for command in curve.commands for v in command[2::2]]
        assert tops < min(ys) and max(ys) < ends
    assert all(tops < mark.y < ends for mark in points(row))


def test_an_assumed_feeling_is_hollow_and_its_line_dotted(draw: Callable[..., Row]) -> None:
    row = draw(journey([[[felt(1)], [felt(0)], [felt(-1, known=False)]]]))
    assert [mark.hollow for mark in points(row)] == [False, False, True]
    assert [curve.dash for curve in lines(row)] == ["", "dotted"]
    assert {"known", "assumed", "feelings.assumed"} <= set(row.legend)


def test_points_stand_at_column_centres_at_their_score(draw: Callable[..., Row]) -> None:
    map = journey([[[felt(2)], [felt(-2)]]])
    row = draw(map)
    high, low = points(row)
    assert (high.x, low.x) == (grid(map).centre(0), grid(map).centre(1))
    faces = {icon.name: icon.y + icon.size / 2 for icon in of(row, Icon)}
    assert (high.y, low.y) == (faces["laugh"], faces["angry"])
    assert faces["meh"] == zero(row) == (high.y + low.y) / 2


def test_a_missing_score_breaks_the_line_and_says_so(draw: Callable[..., Row]) -> None:
    both = [felt(1, who=ANA), felt(0, who=BART)]
    row = draw(journey([[both, [felt(0, who=BART)], both]], 2))
    assert "Ana: no data" in said(row)
    assert sum(curve.stroke == "persona1" for curve in lines(row)) == 0
    assert len(points(row)) == 5


@pytest.mark.parametrize("gap", [1, 2, 3, 4])
def test_no_edge_of_a_column_runs_through_a_note(gap: int, draw: Callable[..., Row]) -> None:
    map = journey([[[felt(1, who=ANA)], *([[]] * gap), [felt(0, who=ANA)]]], 1)
    (note,) = [text for text in of(draw(map), Text) if text.text == "no data"]
    box = ink_box(note)
    assert grid(map).column_at(box.left) == grid(map).column_at(box.right)


def test_two_personas_without_data_are_both_said(draw: Callable[..., Row]) -> None:
    row = draw(journey([[[felt(1, who=ANA), felt(0, who=BART)], []]], 2))
    assert "Ana: no data" in said(row) and "Bartholomäus-Friedrich: no data" in said(row).replace("- ", "-")


def test_the_widest_gap_is_marked_once_where_it_is(draw: Callable[..., Row]) -> None:
    near = [felt(1, who=ANA), felt(0, who=BART)]
    far = [felt(1.5, who=ANA), felt(-1.5, who=BART)]
    map = journey([[near, far, near]], 2)
    row = draw(map)
    pill = [text for text in of(row, Text) if "widest gap" in text.text]
    assert [text.text for text in pill] == ["widest gap: 3"]
    assert abs(pill[0].x - grid(map).centre(1)) < 1


def test_a_gap_under_two_points_is_not_marked(draw: Callable[..., Row]) -> None:
    assert "gap" not in said(draw(journey([[[felt(1, who=ANA), felt(-0.5, who=BART)]]], 2)))


def test_equal_scores_are_both_seen(draw: Callable[..., Row]) -> None:
    equal = [felt(1, who=ANA), felt(1, who=BART)]
    row = draw(journey([[equal, equal]], 2))
    xs = sorted(mark.x for mark in points(row))
    assert xs[1] - xs[0] == 9 and xs[3] - xs[2] == 9
    ys = [float(curve.commands[0][2]) for curve in lines(row)]
    assert abs(ys[0] - ys[1]) == 3


def test_feelings_that_all_share_are_one_line_for_everyone(draw: Callable[..., Row]) -> None:
    row = draw(journey([[[felt(1)], [felt(-1)]]], 3))
    assert "Everyone" in said(row)
    assert [curve.stroke for curve in lines(row)] == ["ink"]


def test_without_personas_the_curve_is_ink_and_has_no_name(draw: Callable[..., Row]) -> None:
    row = draw(journey([[[felt(1, "glad")], [felt(-1, "sad")]]]))
    assert {mark.ink for mark in points(row)} == {"ink"}
    assert "Everyone" not in said(row)


def test_one_point_has_its_word_and_no_line(draw: Callable[..., Row]) -> None:
    row = draw(journey([[[felt(1, "glad")]]]))
    assert "glad" in said(row) and not lines(row)


def test_several_feelings_of_one_step_stand_in_their_order(draw: Callable[..., Row]) -> None:
    map = journey([[[felt(1), felt(-1), felt(0)]]])
    xs = [mark.x for mark in points(draw(map))]
    assert xs == sorted(set(xs)) and grid(map).x(0) < xs[0] and xs[-1] < grid(map).x(1)


def test_a_feeling_of_a_stage_stands_in_its_middle(draw: Callable[..., Row]) -> None:
    map = journey([[[], []], [[felt(0)]]], own={0: [felt(1, "hopeful")]})
    row = draw(map)
    assert points(row)[0].x == grid(map).x(1)
    assert "no data" not in said(row)


def test_a_feeling_of_a_stage_whose_steps_have_theirs_is_said_too(draw: Callable[..., Row]) -> None:
    row = draw(journey([[[felt(0)], [felt(1)]]], own={0: [felt(-1, "torn")]}))
    assert "torn (whole stage)" in said(row)


def test_seven_personas_get_a_curve_each_under_one_another(draw: Callable[..., Row]) -> None:
    row = draw(journey([[[felt(1, who=(f"p{n}",)) for n in range(7)], [felt(-1)]]], 7))
    assert len({wash.y for wash in of(row, Wash)}) == 14
    assert all(name in said(row) for name in ("Ana", "Eve", "Gus"))


def test_forty_columns_have_a_thinner_line_and_words_only_where_it_turns(draw: Callable[..., Row]) -> None:
    scores = [0.0] * 10 + [1.0] + [0.0] * 29
    row = draw(journey([[[felt(score, f"word{n}")] for n, score in enumerate(scores)]]), 152.0)
    assert {curve.width for curve in lines(row)} == {2.4}
    assert "word10" in said(row) and "word20" not in said(row)
    assert any("word20" in group.label for group in of(row, Group))


def test_spread_never_leaves_the_scale(draw: Callable[..., Row]) -> None:
    wide = [[felt(2, spread=2.0)], [felt(-2, spread=2.0)], [felt(1, known=False, spread=1)], [felt(0, spread=4)]]
    row = draw(journey([wide]))
    ribbon = next(curve for curve in of(row, Curve) if curve.fill)
    faces = {icon.name: icon.y + icon.size / 2 for icon in of(row, Icon)}
    ys = [float(v) for command in ribbon.commands for v in command[2::2]]
    assert min(ys) >= faces["laugh"] - 0.01 and max(ys) <= faces["angry"] + 0.01
    capsule = next(curve for curve in of(row, Curve) if curve.width == 14)
    (_, _, top), (_, _, bottom) = capsule.commands
    assert float(top) - 7 >= faces["laugh"] - 0.01 and float(bottom) + 7 <= faces["angry"] + 0.01
    assert "feelings.spread" in row.legend


def test_a_map_without_feelings_has_no_row(draw: Callable[..., Row]) -> None:
    assert draw(journey([[[], []]])).height == 0


def test_the_same_map_is_drawn_the_same_way_twice(draw: Callable[..., Row]) -> None:
    map: Journey = any_journey(3)
    assert draw(map) == draw(map)


def test_words_never_lie_on_the_pill(draw: Callable[..., Row]) -> None:
    row = draw(any_journey(2))
    pills = [Rect(b.x, b.y, b.x + b.width, b.y + b.height) for b in of(row, Box) if b.fill == "ink"]
    for text in of(row, Text):
        if "gap" not in text.text:
            assert not any(ink_box(text).overlaps(pill) for pill in pills)
