"""The pages of a printed map: nothing is lost, nothing is cut, nothing is too small to be read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from jmap.layout.geometry import Rect
from jmap.layout.paper.measure import Measured, Strip, measure
from jmap.layout.paper.plan import Leaf, Plan, plan, plan_of
from jmap.layout.paper.split import WIDTH
from jmap.layout.scene import Group, Item, Scene, Text
from jmap.layout.swimlane import headless, swimlane
from jmap.locale.words import words
from jmap.resolve.journey import Journey
from jmap.resolve.workspace import load_workspace
from jmap.text.typesetter import Typesetter
from tests.fixtures_journey import sample_journey

ROOT = Path(__file__).parents[3]
MAPS = ("forty-steps", "arabic", "dense-loops", "stage-items", "equal-feelings", "seven-personas", "long-stage")


@pytest.fixture(scope="module")
def type() -> Typesetter:
    return Typesetter()


Drawn = Callable[[str], tuple[Scene, Plan]]


@pytest.fixture(scope="module")
def drawn(type: Typesetter, tmp_path_factory: pytest.TempPathFactory) -> Drawn:
    """A map's picture and its pages, by the name of the map."""
    folder = tmp_path_factory.mktemp("paper")
    made: dict[str, tuple[Scene, Plan]] = {}

    def draw(name: str) -> tuple[Scene, Plan]:
        if name not in made:
            journey = sample_journey() if name == "sample" else read(name, folder)
            scene = headless(swimlane(journey, type, words("en")))
            pages = plan(scene)
            assert pages is not None
            made[name] = scene, pages
        return made[name]

    return draw


def read(name: str, folder: Path) -> Journey:
    file = ROOT / "tests" / "ugly" / f"{name}.journey.yaml"
    if name == "long-stage":
        file = folder / "long.journey.yaml"
        file.write_text(long_stage(24), "utf-8")
    workspace, diagnostics = load_workspace([file], file.parent)
    assert not diagnostics
    return workspace.journeys[0]


def long_stage(steps: int) -> str:
    """A stage that no page holds, with words about the whole of it, between two short ones."""
    about = "What is said of the whole stage is said at its begin, however long it takes to say it. " * 4
    lines = ["jmap: 1", "title: Long", "personas: [Rina]", "stages:"]
    lines += ["  - {name: Short, steps: [{name: Alpha, feelings: 1}]}", "  - name: Long", f"    goal: {about}"]
    lines += [f"    policies: [{about!r}]", "    steps:"]
    for n in range(steps):
        lines += [f"      - {{name: Step {n}, actions: [Does it], feelings: {n % 4 - 1}, time: {n + 1} min}}"]
    return "\n".join([*lines, "  - {name: End, steps: [{name: Omega, feelings: -1, time: 3 d}]}"]) + "\n"


def texts(items: Iterable[Item]) -> Iterator[Text]:
    for item in items:
        if isinstance(item, Group) and item.kind not in ("rail", "aside"):
            yield from texts(item.children)
        elif isinstance(item, Text):
            yield item


def rows(scene: Scene) -> list[Group]:
    return [item for item in scene.children if isinstance(item, Group) and item.kind == "row"]


def reach(text: Text) -> tuple[float, float]:
    left = text.x - {"left": 0.0, "middle": 0.5, "right": 1.0}[text.anchor] * text.width
    return left, left + text.width


def window(leaf: Leaf, row: Strip) -> Rect:
    return next(w for w in leaf.windows if w.top <= row.top and row.bottom <= w.bottom)


@pytest.mark.parametrize("name", ["sample", *MAPS])
def test_every_cell_is_on_one_page(name: str, drawn: Drawn) -> None:
    _, pages = drawn(name)
    cells = [(column, row) for leaf in pages.leaves for column in leaf.columns for row in leaf.rows]
    assert sorted(cells) == [(c, r) for c in range(pages.map.columns) for r in range(len(pages.map.rows))]


@pytest.mark.parametrize("name", ["sample", *MAPS])
def test_no_word_is_cut_and_none_is_lost(name: str, drawn: Drawn) -> None:
    scene, pages = drawn(name)
    for n, row in enumerate(rows(scene)):
        seen = [window(leaf, pages.map.rows[n]) for leaf in pages.leaves if n in leaf.rows]
        for text in texts(row.children):
            left, right = reach(text)
            inside = [w.left - 0.5 <= left and right <= w.right + 0.5 for w in seen]
            outside = [right <= w.left + 0.5 or w.right - 0.5 <= left for w in seen]
            assert any(inside), text.text
            assert all(a or b for a, b in zip(inside, outside, strict=True)), text.text


@pytest.mark.parametrize("name", ["sample", *MAPS])
def test_pages_are_no_larger_than_paper_and_type_no_smaller_than_can_be_read(name: str, drawn: Drawn) -> None:
    _, pages = drawn(name)
    scale = WIDTH / pages.width
    assert scale <= 1
    assert pages.map.smallest * scale * 72 / 96 >= 6.5 - 0.001
    for leaf in pages.leaves:
        assert leaf.bottom + pages.keys_height <= pages.height
        for w in leaf.windows:
            assert w.left + leaf.move >= -5 and w.right + leaf.move <= pages.width + 5
    for move, key in zip(pages.keys, pages.map.keys, strict=True):
        assert key.left + move[0] >= -1 and key.right + move[0] <= pages.width + 1


def test_stages_stay_whole(drawn: Drawn) -> None:
    _, pages = drawn("forty-steps")
    starts = {leaf.columns.start for leaf in pages.leaves}
    assert len(starts) > 2
    assert starts <= set(pages.map.stages)
    assert all(leaf.heading is None for leaf in pages.leaves)


def test_a_stage_too_wide_begins_a_page_and_is_named_again(drawn: Drawn) -> None:
    _, pages = drawn("long-stage")
    slices = sorted({leaf.columns for leaf in pages.leaves}, key=lambda columns: columns.start)
    assert slices[0] == range(1)
    assert slices[1].start == 1
    within = [leaf for leaf in pages.leaves if leaf.columns.start not in pages.map.stages]
    assert within
    assert all(leaf.heading and pages.map.called[leaf.heading.stage] == "Long" for leaf in within)


def test_from_right_to_left_the_first_page_has_the_last_x(type: Typesetter) -> None:
    journey = sample_journey()
    stages = tuple(replace(stage, name="المرحلة") for stage in journey.stages)
    pages = plan(headless(swimlane(replace(journey, title="أشتري حذاءً", stages=stages), type, words("en"))))
    assert pages is not None
    first, last = pages.leaves[0], pages.leaves[-1]
    assert first.columns.start < last.columns.start
    assert first.columns_window.left > last.columns_window.left
    assert first.columns_window.right + first.move > pages.width - 200  # lane labels beside it, at the right edge


def test_a_small_map_is_not_blown_up(drawn: Drawn) -> None:
    _, pages = drawn("only-pains")
    assert len(pages.leaves) == 1
    assert pages.width == WIDTH


def test_later_pages_repeat_the_names_of_their_steps(drawn: Drawn) -> None:
    _, pages = drawn("sample")
    for leaf in pages.leaves:
        assert leaf.names == (tuple(leaf.columns) if leaf.rows.start else ())


def test_a_line_stays_with_the_row_below_it(drawn: Drawn) -> None:
    _, pages = drawn("sample")
    assert all(pages.map.rows[leaf.rows[-1]].key != "line" for leaf in pages.leaves)


def test_a_row_higher_than_paper_makes_the_map_smaller() -> None:
    pages = plan_of(table(heights=(100, 3000, 100)))
    assert sum(len(leaf.rows) for leaf in pages.leaves) == 3
    assert pages.height > 3000
    assert all(leaf.bottom <= pages.height for leaf in pages.leaves)


def table(heights: tuple[float, ...]) -> Measured:
    """One column, rows of these heights, no words."""
    tops = [sum(heights[:n]) for n in range(len(heights))]
    strips = tuple(Strip(f"row{n}", top, top + heights[n], ()) for n, top in enumerate(tops))
    return Measured(560, False, 56, 240, 300, 1, (0,), ("Only",), (), (-64, 0), strips, (), (), 11)


def test_a_picture_without_columns_has_no_pages() -> None:
    assert measure(Scene(100, 100, "t", "d", ())) is None
    assert plan(Scene(100, 100, "t", "d", ())) is None


def test_the_curve_runs_on_beyond_the_cut(drawn: Drawn) -> None:
    _, pages = drawn("forty-steps")
    curve = next(n for n, row in enumerate(pages.map.rows) if row.key == "feelings")
    actions = next(n for n, row in enumerate(pages.map.rows) if row.key == "actions")
    for leaf in pages.leaves[:-2]:
        if curve in leaf.rows and actions in leaf.rows:
            assert window(leaf, pages.map.rows[curve]).right > window(leaf, pages.map.rows[actions]).right
