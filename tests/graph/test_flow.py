"""The flow diagram: what it shows, what it must not, and that nothing covers anything."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from jmap.graph.failure import DotFailed
from jmap.graph.geometry import Layout
from jmap.layout.scene import Box, Curve, Group, Mark, Text
from jmap.locale.words import words
from jmap.render.dot_program import find
from jmap.resolve.workspace import load_workspace
from jmap.text.styles import STYLES
from tests.graph.drawn import SHOES, STAGES_ONLY, every, flow_of, journey, laid_out, scene_of, texts

EXAMPLES = Path(__file__).parents[2] / "examples"
ARABIC = STAGES_ONLY.replace("I order coffee", "أطلب القهوة").replace("Decide", "القرار").replace("decide", "القرار")


def test_shares_conditions_and_exits_are_written_as_in_the_map(tmp_path: Path) -> None:
    written = texts(scene_of(flow_of(journey(SHOES, tmp_path))))
    for text in ("60\u00a0%", "skip reviews", "25\u00a0% leave", "Sizes unclear", "Fee at the end", "still unsure"):
        assert text in written


def test_the_figure_is_who_reaches_the_last_step(tmp_path: Path) -> None:
    made = journey(SHOES, tmp_path)
    written = texts(scene_of(flow_of(made)))
    assert made.left[-1] == pytest.approx(0.615)
    assert written[written.index("reach the last step") - 1] == words("en").about(made.left[-1])


def test_without_shares_no_figure_and_no_word_of_width(tmp_path: Path) -> None:
    written = texts(scene_of(flow_of(journey(STAGES_ONLY, tmp_path))))
    assert "reach the last step" not in written
    assert "Goes on" in written
    assert not [text for text in written if "Width" in text or "100" in text]


def test_personas_that_differ_get_a_figure_each(tmp_path: Path) -> None:
    text = SHOES.replace("{reason: Fee at the end, share: 18 %}", "{share: 50 %, personas: [Budi]}")
    written = " ".join(texts(scene_of(flow_of(journey(text, tmp_path)))))
    assert "Dewi: reach the last step" in written and "Budi: reach the last step" in written
    assert "mean of the personas" in written


def test_who_goes_on_whole_beside_others_has_a_number_too(tmp_path: Path) -> None:
    """A marker alone would read like a missing number."""
    text = SHOES.replace("{reason: Fee at the end, share: 18 %}", "{share: 50 %, personas: [Budi]}")
    scene = scene_of(flow_of(journey(text, tmp_path)))
    (ways,) = (group for group in every(scene.children, Group) if group.kind == "ways")
    assert {"100\u00a0%", "50\u00a0%"} <= {said.text for said in every(ways.children, Text)}


def test_what_is_said_of_a_loop_stands_beside_it_in_its_stage() -> None:
    workspace, _ = load_workspace([Path("blood-test.journey.yaml")], EXAMPLES / "hospital-visit")
    scene = scene_of(flow_of(workspace.journeys[0]))
    (said,) = (said for said in every(scene.children, Text) if said.text == "No vein found")
    frames = [box for box in every(scene.children, Box) if box.fill == "tint" and box.stroke == "line"]
    (around,) = (frame for frame in frames if frame.x < said.x and said.x + said.width < frame.x + frame.width)
    assert around.y < said.y - 10 and said.y < around.y + around.height


def test_shares_without_a_number_are_only_said_to_be_all_when_they_are(tmp_path: Path) -> None:
    note = "Shares without a number are 100\u00a0%"
    assert note in texts(scene_of(flow_of(journey(SHOES, tmp_path))))
    unknown = SHOES.replace("{reason: Fee at the end, share: 18 %}", "Fee at the end")
    assert note not in texts(scene_of(flow_of(journey(unknown, tmp_path))))


def test_what_is_assumed_is_hollow_and_what_is_missing_says_so(tmp_path: Path) -> None:
    scene = scene_of(flow_of(journey(SHOES, tmp_path)))
    cards = {g.label: g for g in every(scene.children, Group) if g.kind == "step"}
    hollow = [mark.hollow for mark in every(cards["Sees an ad"].children, Mark)]
    known = [mark.hollow for mark in every(cards["Reads reviews"].children, Mark)]
    assert hollow == [True] and known == [False]
    assert "no data" in [text.text for text in every(cards["Asks friends"].children, Text)]


def test_the_legend_names_only_what_is_drawn(tmp_path: Path) -> None:
    def legend(text: str) -> list[str]:
        scene = scene_of(flow_of(journey(text, tmp_path)))
        (group,) = (g for g in every(scene.children, Group) if g.kind == "legend")
        return [text.text for text in every(group.children, Text)]

    full, plain = legend(SHOES), legend(STAGES_ONLY)
    assert "Moment of truth" in full and "Skips ahead" in full
    assert "Moment of truth" not in plain and "Skips ahead" not in plain
    assert "Goes back" in plain and "Leaves the journey" in plain


def test_the_main_row_is_straight_and_in_order(tmp_path: Path) -> None:
    layout = laid_out(flow_of(journey(SHOES, tmp_path)))
    places = [layout.nodes[f"s{n}"] for n in range(1, 8)]
    assert [x for x, _ in places] == sorted(x for x, _ in places)
    assert max(y for _, y in places) - min(y for _, y in places) < 1


@pytest.mark.parametrize("text", [SHOES, STAGES_ONLY, ARABIC], ids=["steps", "stages", "arabic"])
def test_exits_stand_below_their_step(text: str, tmp_path: Path) -> None:
    diagram = flow_of(journey(text, tmp_path))
    layout = laid_out(diagram)
    for n, leaving in enumerate(diagram.leavings):
        x, y = layout.nodes[f"s{leaving.source + 1}"]
        below, down = layout.nodes[f"x{n + 1}"]
        assert abs(below - x) < 1 and down > y


def test_a_system_dot_draws_the_same_shape(tmp_path: Path, system_dot: str) -> None:
    """Graphviz of another version and with fonts of its own: exits below, the row straight, all parts there."""
    for text in (SHOES, STAGES_ONLY, ARABIC):
        diagram = flow_of(journey(text, tmp_path))
        layout = laid_out(diagram, find(system_dot))
        for n, leaving in enumerate(diagram.leavings):
            assert layout.nodes[f"x{n + 1}"][1] > layout.nodes[f"s{leaving.source + 1}"][1]
        heights = [layout.nodes[f"s{n + 1}"][1] for n in range(len(diagram.cards))]
        assert max(heights) - min(heights) < 1
        assert diagram.scene(layout).children


def test_no_text_covers_another(tmp_path: Path) -> None:
    scene = scene_of(flow_of(journey(SHOES, tmp_path)))
    boxes = [_box(text) for text in every(scene.children, Text)]
    for n, (left, top, right, bottom, name) in enumerate(boxes):
        assert left >= 0 and right <= scene.width and bottom <= scene.height
        for x, y, x2, y2, other in boxes[n + 1 :]:
            assert not (left < x2 and x < right and top < y2 and y < bottom), (name, other)


def _box(text: Text) -> tuple[float, float, float, float, str]:
    size = text.size or STYLES[text.style].size
    left = text.x - {"left": 0.0, "middle": 0.5, "right": 1.0}[text.anchor] * text.width
    return left, text.y - 0.72 * size, left + text.width, text.y + 0.05 * size, text.text


def test_a_journey_from_right_to_left_runs_from_right_to_left(tmp_path: Path) -> None:
    diagram = flow_of(journey(ARABIC, tmp_path))
    assert "rankdir=RL" in diagram.source
    scene = scene_of(diagram)
    steps = [g for g in every(scene.children, Group) if g.kind == "step"]
    ends = [max(text.x for text in every(step.children, Text)) for step in steps]
    assert scene.rtl and ends == sorted(ends, reverse=True)


def test_a_step_with_a_map_of_its_own_names_it(tmp_path: Path) -> None:
    other = tmp_path / "reviews.journey.yaml"
    other.write_text("jmap: 1\ntitle: How I read\npersona: Dewi\nstages: [{name: Only}]\n", "utf-8")
    text = SHOES.replace("- name: Reads reviews", "- name: Reads reviews\n        journey: reviews")
    scene = scene_of(flow_of(journey(text, tmp_path), {"reviews": "How I read"}))
    assert "How I read" in texts(scene) and "Has a map of its own" in texts(scene)


def test_ways_back_are_dashed_and_end_in_a_head_at_the_earlier_step(tmp_path: Path) -> None:
    diagram = flow_of(journey(SHOES, tmp_path))
    layout = laid_out(diagram)
    (n,) = (n for n, link in enumerate(diagram.links) if link.kind == "back")
    route = diagram.route_of(n, layout)
    assert route.end is not None
    assert abs(route.end[0] - layout.nodes["s3"][0]) < abs(route.end[0] - layout.nodes["s5"][0])
    dashed = [curve for curve in every(diagram.scene(layout).children, Curve) if curve.dash == "dashed"]
    assert len(dashed) == 2  # itself, and its sample in the legend


def test_a_layout_with_a_part_missing_is_refused(tmp_path: Path) -> None:
    diagram = flow_of(journey(SHOES, tmp_path))
    found = laid_out(diagram)
    torn = Layout(found.width, found.height, {}, found.clusters, found.labels, found.edges)
    with pytest.raises(DotFailed):
        diagram.scene(torn)


def test_source_is_the_same_for_the_same_map_and_holds_no_link(tmp_path: Path) -> None:
    made = journey(SHOES, tmp_path)
    source = flow_of(made).source
    assert source == flow_of(made).source
    assert "URL" not in source and "href" not in source.lower()


@pytest.mark.parametrize(
    "hostile", ['</TD>"]; x[URL="javascript:1"]<', "\\N \\G \\E \\\\", "&#x202e;evil", "<B>bold</B>"]
)
def test_hostile_text_stays_text_in_any_graphviz(hostile: str, tmp_path: Path, system_dot: str) -> None:
    """The text comes out of dot's own SVG as it went in, and adds no element."""
    import subprocess

    quoted = "'" + hostile.replace("'", "''") + "'"
    made = journey(STAGES_ONLY.replace("Pickup shelf", quoted).replace("No table", quoted), tmp_path)
    diagram = flow_of(made)
    for program in (system_dot, find().path):
        drawn = subprocess.run([program, "-Tsvg"], input=diagram.source.encode(), capture_output=True, check=True)
        root = ET.fromstring(drawn.stdout)
        shown = "".join(root.itertext()).replace("\u00a0", " ")
        assert hostile.split()[0] in shown
        assert not [element for element in root.iter() if element.tag.endswith("}a")]
    assert laid_out(diagram).nodes
