"""Short forms are made long, and text becomes what its key means."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from jmap.model.span import DAY, HOUR, MINUTE, Span
from tests.model.loading import SAMPLES, good, kind_of, load, stage


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_every_sample_is_read_without_a_mistake(sample: Path) -> None:
    model, notes = load(sample.read_text("utf-8"), kind_of(sample))
    assert notes == ()
    assert model is not None


def test_the_first_map_reads_as_it_is_meant() -> None:
    first = good(next(s for s in SAMPLES if s.name == "first.map.yaml").read_text("utf-8"))
    assert [(path, p.name, p.role) for path, p in first.actors] == [
        (("persona",), "Rina", "a commuter with four minutes")
    ]
    decide, collect = first.stages
    assert decide.thoughts[0].text == "Can I get it before the 7:40 train?"
    assert collect.feelings[0].score == -2
    assert collect.time[0].elapsed == Span(180, 180)
    assert decide.touchpoints[0].bare == "App home screen"


def test_the_full_map_reads_as_it_is_meant() -> None:
    full = good(next(s for s in SAMPLES if s.name == "full.map.yaml").read_text("utf-8"))
    step = full.stages[0].steps[0]
    assert full.reviewed == datetime.date(2026, 11, 1)
    assert [p.bare for _, p in full.actors] == ["Dewi", "Budi"]
    assert [(t.name, t.bare, t.importance, t.satisfaction) for t in step.touchpoints] == [
        ("Size guide", "Size guide", None, None),
        ("Running forum", "", 5, 2),
    ]
    assert step.touchpoints[1].channel.bare == "Forum"
    assert (step.feelings[0].evidence[0].bare, step.feelings[0].basis) == ("interviews-2026", "reported")
    assert step.pain_points[0].evidence[0].n == 1840
    assert [way.share for way in step.next] == [0.6, 0.15]
    assert step.moment_of_truth == "Decides to trust the size, or leaves"
    assert step.time[0].active == Span(6 * MINUTE, 6 * MINUTE)
    assert (step.metrics[0].value.number, step.metrics[0].value.unit, step.metrics[0].value.text) == (34, "%", "34 %")


def test_one_item_may_stand_without_its_list() -> None:
    place = stage("actions: Walks\nexits: {share: 25%}\nnext: S\nfeelings: −1,5\nevents: a*")
    assert [a.text for a in place.actions] == ["Walks"]
    assert place.exits[0].share == 0.25
    assert place.next[0].to == "S"
    assert place.feelings[0].score == -1.5
    assert place.events == ("a*",)


def test_what_yaml_would_read_as_something_else_stays_text() -> None:
    place = stage("actions: [no, 1:30, 010, 1e400, null, ~, 2026-01-01, 0x1F]")
    assert [a.text for a in place.actions] == ["no", "1:30", "010", "1e400", "null", "~", "2026-01-01", "0x1F"]


def test_a_moment_of_truth_is_declared_or_given_a_reason() -> None:
    assert stage("moment_of_truth: yes").moment_of_truth is True
    assert stage("moment_of_truth: false").moment_of_truth is False
    assert stage("moment_of_truth: She pays").moment_of_truth == "She pays"


def test_text_is_another_word_for_the_name_of_a_touchpoint() -> None:
    place = stage("touchpoints: {text: Forum}\nmetrics: {text: Sales, value: 3}\nfeelings: {score: 1, text: glad}")
    assert (place.touchpoints[0].name, place.touchpoints[0].bare) == ("Forum", "")
    assert place.metrics[0].name == "Sales"
    assert place.feelings[0].emotion == "glad"


def test_lanes_of_ones_own_hold_items() -> None:
    assert stage("lanes: {training: [A, {text: B}]}").lanes["training"][1].text == "B"


def test_a_range_of_time() -> None:
    assert stage("time: ~2-5 days").time[0].elapsed == Span(2 * DAY, 5 * DAY, True)
    assert stage("time: 1,5 jam").time[0].elapsed == Span(1.5 * HOUR, 1.5 * HOUR)


def test_models_cannot_be_changed() -> None:
    with pytest.raises(ValueError, match="frozen"):
        stage("goal: G").goal = "H"
