"""The whole picture: nothing is lost, nothing overlaps, and the legend says what is drawn."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jmap.layout.scene import Box, Curve, Mark, Scene, Text
from jmap.layout.swimlane import swimlane
from jmap.locale.words import words
from jmap.resolve.content import Item, Span, Time
from jmap.resolve.journey import Journey, Place, Stage
from jmap.text.typesetter import Typesetter
from tests.fixtures_journey import sample_journey
from tests.layout.facts import everything, overlaps, seen_texts, words_of


@pytest.fixture(scope="module")
def typesetter() -> Typesetter:
    return Typesetter()


def draw(journey: Journey, typesetter: Typesetter) -> Scene:
    return swimlane(journey, typesetter, words(journey.locale))


def without(journey: Journey, *lanes: str) -> Journey:
    """The journey with some of its lanes emptied."""

    def strip(place: Place) -> dict[str, tuple[Item, ...]]:
        return {key: items for key, items in place.lanes.items() if key not in lanes}

    stages = tuple(
        replace(stage, lanes=strip(stage), steps=tuple(replace(step, lanes=strip(step)) for step in stage.steps))
        for stage in journey.stages
    )
    columns = tuple(column for stage in stages for column in (stage.steps or (stage,)))
    rows = tuple(lane for lane in journey.lanes if lane.key not in lanes)
    return replace(journey, stages=stages, columns=columns, lanes=rows)


def long_named(journey: Journey) -> Journey:
    word = "Donaudampfschifffahrtsgesellschaftskapitänspatentverlängerungsantrag"
    stages = tuple(
        replace(stage, name=f"{word} {stage.name}", steps=tuple(replace(s, name=word + s.name) for s in stage.steps))
        for stage in journey.stages
    )
    columns = tuple(column for stage in stages for column in (stage.steps or (stage,)))
    return replace(journey, title=f"{word} {word}", stages=stages, columns=columns)


def test_every_text_of_the_map_is_on_the_picture(typesetter: Typesetter) -> None:
    journey = sample_journey()
    shown = words_of(draw(journey, typesetter)).replace("\u00a0", " ")
    for lane in ("actions", "touchpoints", "thoughts", "pain_points", "gains", "opportunities", "policies", "metrics"):
        for _, item in journey.every(lane):
            for word in item.text.replace("\u00a0", " ").split():
                assert word in shown, f"{lane}: {item.text}"


@pytest.mark.parametrize("change", [lambda j: j, long_named], ids=["sample", "long German names"])
def test_no_two_texts_overlap_and_none_is_outside(change, typesetter: Typesetter) -> None:  # type: ignore[no-untyped-def]
    scene = draw(change(sample_journey()), typesetter)
    texts = seen_texts(scene)
    assert len(texts) > 100
    assert overlaps(texts) == []
    assert [t for t in texts if t.left < 0 or t.right > scene.width or t.top < 0 or t.bottom > scene.height] == []


def test_the_legend_explains_only_what_is_drawn(typesetter: Typesetter) -> None:
    journey = without(sample_journey(), "touchpoints", "time", "opportunities")
    shown = words_of(draw(journey, typesetter))
    w = words("en")
    for absent in ("legend.owner", "legend.initiator", "legend.time", "legend.plot"):
        assert w(absent) not in shown
    assert w("legend.severity") in shown


def test_the_legend_has_no_severity_when_nothing_hurts(typesetter: Typesetter) -> None:
    assert words("en")("legend.severity") not in words_of(draw(without(sample_journey(), "pain_points"), typesetter))


def test_an_empty_lane_is_not_drawn(typesetter: Typesetter) -> None:
    scene = draw(without(sample_journey(), "gains"), typesetter)
    assert words("en")("lane.gains.caption") not in words_of(scene)


@pytest.mark.parametrize(
    ("gone", "line", "drawn"),
    [
        ((), "line.interaction", True),
        (("props", "actions"), "line.interaction", False),
        (("backstage", "support"), "line.visibility", False),
        (("backstage",), "line.internal", False),
        ((), "line.internal", True),
    ],
)
def test_a_line_of_the_blueprint_needs_something_on_each_side(
    gone: tuple[str, ...], line: str, drawn: bool, typesetter: Typesetter
) -> None:
    shown = words_of(draw(without(sample_journey(), *gone), typesetter))
    assert (words("en")(line) in shown) is drawn


def test_what_is_assumed_is_hollow_or_dashed(typesetter: Typesetter) -> None:
    journey = sample_journey()
    only = without(journey, *(lane.key for lane in journey.lanes if lane.key != "pain_points"))
    cards = [i for i in everything(draw(only, typesetter).children) if isinstance(i, Box) and i.stroke == "pain_line"]
    pains = [item for _, item in journey.every("pain_points")]
    legend_edges = 2  # one known and one assumed
    assert sum(box.dash == "dashed" for box in cards) == sum(not p.known for p in pains) + legend_edges / 2
    assert sum(box.dash == "" for box in cards) == sum(p.known for p in pains) + legend_edges / 2


def test_a_dot_is_filled_where_there_is_evidence_and_hollow_where_not(typesetter: Typesetter) -> None:
    journey = sample_journey()
    only = without(journey, *(lane.key for lane in journey.lanes if lane.key != "support"))
    dots = [i for i in everything(draw(only, typesetter).children) if isinstance(i, Mark) and i.size == 7]
    support = [item for _, item in journey.every("support")]
    assert sum(dot.hollow for dot in dots) == sum(not item.known for item in support) + 1  # and one in the legend
    assert sum(not dot.hollow for dot in dots) == sum(item.known for item in support) + 1


def test_one_stage_fits_its_header(typesetter: Typesetter) -> None:
    journey = sample_journey()
    stage = replace(journey.stages[0], steps=())
    alone = replace(
        journey, stages=(stage,), columns=(stage,), ways=(), left=(1.0,), left_at_end=1.0, left_by_persona={}
    )
    scene = draw(alone, typesetter)
    assert scene.width < 700
    assert overlaps(seen_texts(scene)) == []
    assert journey.title.split()[0] in words_of(scene)


def test_right_to_left_scripts_mirror_the_picture(typesetter: Typesetter) -> None:
    journey = sample_journey()
    stages = tuple(replace(stage, name="المرحلة") for stage in journey.stages)
    arabic = replace(journey, title="أشتري حذاءً للجري", stages=stages)
    scene, plain = draw(arabic, typesetter), draw(replace(arabic, title="I buy"), typesetter)
    assert scene.rtl and not plain.rtl
    label = words("en")("lane.actions")
    at = next(t for t in seen_texts(scene) if t.text == label)
    assert at.left > scene.width / 2
    assert overlaps(seen_texts(scene)) == []


def test_a_moment_of_truth_tints_its_column_from_path_to_foot(typesetter: Typesetter) -> None:
    journey = sample_journey()
    moments = sum(place.is_moment for place in journey.columns)
    washes = [
        i for i in everything(draw(journey, typesetter).children) if isinstance(i, Box) and i.fill == "moment_wash"
    ]
    assert moments == len(washes) > 0
    assert all(box.height > 1000 for box in washes)


def test_the_edge_of_a_moment_of_truth_does_not_run_through_words(typesetter: Typesetter) -> None:
    """What a stage says may be wider than the column before its moment of truth: the edge pauses there."""
    journey = sample_journey()
    goal = "Brings whoever compares shoes to the size guide, and from there to the till"
    stages = tuple(replace(stage, business_goal=goal) for stage in journey.stages)
    scene = draw(replace(journey, stages=stages), typesetter)
    drawn = list(everything(scene.children))
    edges = {item.commands[0][1] for item in drawn if isinstance(item, Curve) and item.stroke == "moment_edge"}
    over = [
        (seen, edge) for seen in seen_texts(scene) for edge in edges
        if seen.text in goal and seen.left < edge - 1 and edge + 1 < seen.right
    ]  # fmt: skip
    assert over
    boxes = [item for item in drawn if isinstance(item, Box)]
    for seen, edge in over:
        beside = [b for b in boxes if b.width < 4 and b.y < seen.top and seen.bottom < b.y + b.height]
        assert {edge - b.x for b in beside if b.x <= edge <= b.x + b.width} == {0, 2}, seen.text


def test_evidence_coverage_is_counted_in_the_foot(typesetter: Typesetter) -> None:
    journey = sample_journey()
    shown = words_of(draw(journey, typesetter))
    w = words("en")
    assert w("foot.items", known=w.number(journey.coverage.known), total=w.number(journey.coverage.total)) in shown


def test_stages_that_are_columns_are_named_once(typesetter: Typesetter) -> None:
    journey = sample_journey()
    stages = tuple(replace(stage, steps=()) for stage in journey.stages)
    columns: tuple[Place, ...] = stages
    flat = replace(
        journey, stages=stages, columns=columns, ways=(), left=(1.0,) * len(stages), left_at_end=1.0, left_by_persona={}
    )
    texts = [t.text for t in seen_texts(draw(flat, typesetter))]
    assert isinstance(flat.columns[0], Stage)
    assert texts.count(stages[0].name) == 1


def test_links_are_kept(typesetter: Typesetter) -> None:
    texts = [i for i in everything(draw(sample_journey(), typesetter).children) if isinstance(i, Text)]
    assert any(text.link.startswith("https://") for text in texts)


def test_nothing_is_drawn_at_no_place(typesetter: Typesetter) -> None:
    for item in everything(draw(sample_journey(), typesetter).children):
        if isinstance(item, Curve):
            assert all(-1e5 < float(v) < 1e5 for command in item.commands for v in command[1:])


def test_a_stages_own_time_stands_for_its_steps_in_the_bar_to_scale(typesetter: Typesetter) -> None:
    journey = sample_journey()
    own = Time(path="stages.0.time", text="", elapsed=Span(90 * 86400.0, 90 * 86400.0))
    first = replace(journey.stages[0], lanes={**journey.stages[0].lanes, "time": (own,)})
    stages = (first, *journey.stages[1:])
    columns = tuple(column for stage in stages for column in (stage.steps or (stage,)))
    shown = words_of(draw(replace(journey, stages=stages, columns=columns), typesetter)).replace("\u00a0", " ")
    assert "Awareness · 90 days in all" in shown
    assert "2 Asks friends ·" not in shown
