"""The touchpoints diagram: each touchpoint once, by channel, joined to the stages that use it."""

from __future__ import annotations

from pathlib import Path

from jmap.graph.sides import left_side
from jmap.layout.scene import Box, Group, Text
from jmap.render.dot_program import find
from tests.graph.drawn import SHOES, STAGES_ONLY, every, journey, laid_out, scene_of, texts, touchpoints_of


def test_a_map_without_touchpoints_says_so(tmp_path: Path) -> None:
    made = journey("jmap: 1\ntitle: Nothing\npersona: Rina\nstages: [{name: Only}]\n", tmp_path)
    written = texts(scene_of(touchpoints_of(made)))
    assert "Only" in written
    assert any("Nobody has written down" in text for text in written)


def test_a_touchpoint_of_several_steps_is_one_card(tmp_path: Path) -> None:
    diagram = touchpoints_of(journey(SHOES, tmp_path))
    written = texts(scene_of(diagram))
    assert written.count("Product page") == 1
    (place,) = (n for n, use in enumerate(diagram.uses) if use.name == "Product page")
    assert [join.stage for join in diagram.joins if join.use == place] == [1, 2]


def test_online_and_offline_differ_by_word_and_by_edge(tmp_path: Path) -> None:
    diagram = touchpoints_of(journey(SHOES, tmp_path))
    scene = scene_of(diagram)
    written = texts(scene)
    assert written.count("Online") == 3 and written.count("Offline") == 2  # channels, and the legend
    dashed = [box for box in every(scene.children, Box) if box.dash == "dashed" and box.fill == "tint"]
    assert len(dashed) == 2
    assert "No channel given" in written


def test_where_no_channel_is_known_nothing_is_framed(tmp_path: Path) -> None:
    diagram = touchpoints_of(journey(STAGES_ONLY, tmp_path))
    assert "cluster" not in diagram.source
    assert "No channel given" not in texts(scene_of(diagram))


def test_unknown_values_are_absent(tmp_path: Path) -> None:
    diagram = touchpoints_of(journey(STAGES_ONLY, tmp_path))
    written = texts(scene_of(diagram))
    for word in ("Importance", "Satisfaction", "Owner not given", "Moment of truth", "Started by: Customer"):
        assert word not in written


def test_scores_that_differ_are_a_range_and_never_a_mean(tmp_path: Path) -> None:
    text = STAGES_ONLY.replace("[App home screen]", "[{name: Shelf, importance: 2}]")
    text = text.replace("[Pickup shelf]", "[{name: Shelf, importance: 5}]")
    diagram = touchpoints_of(journey(text, tmp_path))
    assert "2 to 5" in texts(scene_of(diagram))


def test_stages_stand_in_their_order_in_every_graphviz(tmp_path: Path, system_dot: str) -> None:
    for text in (SHOES, STAGES_ONLY):
        diagram = touchpoints_of(journey(text, tmp_path))
        for program in (find(), find(system_dot)):
            layout = laid_out(diagram, program)
            tops = [layout.nodes[f"s{n + 1}"][1] for n in range(len(diagram.stages))]
            assert tops == sorted(tops)


def test_a_channel_frame_holds_its_cards_and_no_other(tmp_path: Path) -> None:
    diagram = touchpoints_of(journey(SHOES, tmp_path))
    scene = scene_of(diagram)
    frames = [box for box in every(scene.children, Box) if box.fill == "tint" and box.height > 40]
    for n, frame in enumerate(frames):
        for other in frames[n + 1 :]:
            apart = frame.y + frame.height <= other.y or other.y + other.height <= frame.y
            assert apart or frame.x + frame.width <= other.x or other.x + other.width <= frame.x
    names = [
        text
        for group in every(scene.children, Group)
        if group.kind == "channel"
        for text in every(group.children, Text)
    ]
    for text in names:
        assert any(f.x <= text.x <= f.x + f.width and f.y <= text.y <= f.y + f.height for f in frames)


def test_a_tall_picture_has_two_sides_of_about_one_height() -> None:
    heights = [500.0, 120, 120, 120, 120]
    left = left_side(heights, [False, True, False, False, False])
    tall = sum(height for height, side in zip(heights, left, strict=True) if side)
    assert abs(tall - (sum(heights) - tall)) <= sum(heights) / 4


def test_a_short_picture_has_one_side() -> None:
    assert left_side([200, 200], [True, False]) == (False, False)


def test_what_is_offline_stands_at_the_left_if_the_sides_balance() -> None:
    assert left_side([400, 400], [False, True]) == (False, True)
