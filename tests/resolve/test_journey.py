"""What is computed from a map: what is known, rows, spans, labels, reviews, ways, who is left."""

import datetime

import pytest

from jmap.resolve.content import Span
from jmap.resolve.journey import Coverage, Step
from jmap.resolve.known import LEVELS, level

DAY = 86_400.0


@pytest.mark.parametrize(
    ("method", "grade"),
    [("interview", "observed"), ("analytics", "observed"), ("survey", "inferred"), ("workshop", "assumed")],
)
def test_levels_by_method(method, grade):
    assert level(method) == grade
    assert level(method, "assumed") == "assumed"


def test_every_method_has_a_level():
    assert len(LEVELS) == 10


def test_what_is_known(one):
    text = """
        stages:
          - name: A
            actions: [a, {text: b, evidence: {method: diary}}, {text: c, evidence: {method: interview, level: assumed}}]
            feelings:
              - {score: 1, evidence: {method: survey}}
              - {score: 1, basis: expected, evidence: {method: survey}}
              - {score: 1, basis: reported}
              - 0
            metrics: [{name: m, value: 34 %, source: Web}, {name: n, value: 3}]
            touchpoints: [t, {name: u, importance: 3}, {name: v, satisfaction: 2, evidence: {method: review}}]
            time: 3 min
    """
    journey = one(text)
    known = {lane: [item.known for _, item in journey.every(lane)] for lane in journey.stages[0].lanes}
    assert known["actions"] == [False, True, False]
    assert known["feelings"] == [True, False, False, False]
    assert known["metrics"] == [True, False]
    assert known["touchpoints"] == [False, False, True]
    assert [item.basis for _, item in journey.every("feelings")] == ["reported", "expected", "reported", "assumed"]
    assert journey.coverage == Coverage(4, 11)


def test_figures_keep_their_words_and_have_numbers(one):
    journey = one("stages: [{name: A, metrics: [{name: m, value: 34 %, target: 50 %}, {name: n, value: many}]}]")
    m, n = (item for _, item in journey.every("metrics"))
    assert (m.text, m.value, m.value_text, m.unit, m.target) == ("m", 34, "34 %", "%", 50)
    assert (n.value, n.value_text, n.unit) == (None, "many", "")


def test_rows_are_those_that_hold_something_in_the_default_order(one):
    text = """
        custom_lanes:
          - {id: training, name: Training needs, icon: book, after: backstage}
          - Unused
          - {name: Cost, icon: ../x}
        stages:
          - {name: A, time: 1 min, lanes: {cost: [3], Training needs: Read}}
          - {name: B, backstage: x, props: [y], thoughts: []}
    """
    rows = one(text).lanes
    assert [row.key for row in rows] == ["props", "backstage", "training", "time", "cost"]
    assert (rows[2].name, rows[2].icon, rows[4].icon) == ("Training needs", "book", "rows-3")


def test_rows_as_the_map_lists_them(one):
    text = """
        custom_lanes: [{id: training, name: Training needs}]
        lanes: [Pain points, training needs, feelings, actions]
        stages: [{name: A, actions: x, props: y, pain_points: z, lanes: {training: [Read]}}]
    """
    assert [row.key for row in one(text).lanes] == ["pain_points", "training", "actions"]


def test_a_stage_takes_the_time_of_its_steps_unless_it_has_its_own(one):
    text = """
        stages:
          - name: A
            steps: [{name: a, time: {active: 6 min, waiting: 1 day}}, {name: b, time: ~2-5 days}, c]
          - {name: B, time: 1 h, steps: [{name: d, time: 9 h}]}
          - {name: C, steps: [e]}
    """
    a, b, c = one(text).stages
    assert a.span == Span(3 * DAY + 360, 6 * DAY + 360, approximate=True)
    assert b.span == Span(3600, 3600)
    assert c.span is None


@pytest.mark.parametrize(
    ("every", "date"),
    [
        ("6 months", "2027-05-01"),
        ("1 year", "2027-11-01"),
        ("2 tahun", "2028-11-01"),
        ("1 week", "2026-11-08"),
        ("90 days", "2027-01-30"),
        ("4-6 months", "2027-03-01"),
        ("P1Y6M", "2028-05-01"),
    ],
)
def test_the_next_review_is_by_the_calendar(one, every, date):
    journey = one(f"reviewed: 2026-11-01\nreview_every: {every}\nstages: [A]")
    assert journey.next_review == datetime.date.fromisoformat(date)


def test_without_both_there_is_no_next_review(one):
    assert one("reviewed: 2026-11-01\nstages: [A]").next_review is None


def test_columns_are_steps_and_stages_without_steps(one):
    journey = one("stages: [{name: A, steps: [a, b]}, B, {name: C, steps: c}]")
    assert [(column.name, column.number, isinstance(column, Step)) for column in journey.columns] == [
        ("a", 1, True),
        ("b", 2, True),
        ("B", 2, False),
        ("c", 4, True),
    ]
    assert [journey.stage_of(i).name for i in range(4)] == ["A", "A", "B", "C"]
    assert journey.columns_of(2) == range(3, 4)


def test_a_way_to_a_stage_leads_to_its_first_step_and_steps_come_first(one):
    journey = one("stages: [{name: A, next: [C, B]}, {name: B, steps: [x, y]}, {name: C, steps: [b, c]}]")
    assert [(way.path, way.target) for way in journey.ways if way.source == 0] == [
        ("stages.0.next.0", 4),
        ("stages.0.next.1", 3),
    ]


def test_ways_and_exits_of_a_stage_are_those_of_its_last_step(one):
    journey = one("stages: [{name: A, steps: [a, b], exits: {reason: Tired, share: 25 %}, next: C}, B, C]")
    assert [len(column.exits) for column in journey.columns] == [0, 1, 0, 0]
    assert journey.stages[0].exits == ()
    assert journey.stages[0].steps[1].exits == journey.columns[1].exits
    assert [(way.source, way.target, way.share) for way in journey.ways] == [
        (0, 1, None),
        (1, 3, 0.75),
        (2, 3, None),
    ]
    assert journey.left == (1, 1, 0.75, 0.75)
    assert journey.left_at_end == 0.75
    assert journey.has_shares


def test_personas_that_leave_differently(one):
    journey = one("personas: [A, B]\nstages: [{name: S, exits: {share: 50 %, personas: A}}, T]")
    assert journey.left_by_persona == {"a": (1, 0.5, 0.5), "b": (1, 1, 1)}
    assert journey.left == (1, 0.75)


def test_moments_of_truth(one):
    text = """
        stages:
          - {name: A, moment_of_truth: Decides to trust, touchpoints: {name: T, moment_of_truth: yes}}
          - {name: B, moment_of_truth: true}
          - {name: C, moment_of_truth: false, touchpoints: {name: U, importance: 5, satisfaction: 3}}
    """
    journey = one(text)
    assert [(s.is_moment, s.moment_reason) for s in journey.stages] == [
        (True, "Decides to trust"),
        (True, ""),
        (False, ""),
    ]
    assert [t.is_moment for _, t in journey.every("touchpoints")] == [True, True]


def test_the_id_of_a_map_is_that_of_its_file(build):
    files = dict.fromkeys(("Beli sepatu.journey.yaml", "buy_2.journey.yaml"), "jmap: 1\ntitle: T\nstages: [A]\n")
    workspace, mistakes = build(files)
    assert mistakes == ()
    assert [journey.id for journey in workspace.journeys] == ["beli-sepatu", "buy_2"]
    assert workspace.journeys[0].locale == "en"


def test_a_file_name_that_can_be_no_id(build):
    _, mistakes = build({"con.journey.yaml": "jmap: 1\ntitle: T\nstages: [A]\n"})
    assert [(m.line, m.code) for m in mistakes] == [(1, "bad-id")]
