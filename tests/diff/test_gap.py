"""A current map and a future one of the same journey: what the future takes away, brings and saves."""

from __future__ import annotations

from pathlib import Path

from jmap.diff.change import Side
from jmap.diff.gap import Gap, Score, gap, is_gap
from jmap.resolve.workspace import read_workspace
from tests.diff.comparing import reading

DAY = 86_400.0
CURRENT = """\
jmap: 1
id: today
title: Today
personas: [Dewi, Budi]
stages:
  - name: Buy
    steps:
      - name: Fills in a form
        feelings: -1
        time: {active: 20 min, waiting: 2 days}
        pain_points:
          - {id: long, text: The form is long, severity: high}
          - {id: lost, text: Answers get lost, severity: low}
      - name: Waits for a call
        time: {waiting: 3-5 days}
        pain_points: [Nobody calls]
      - name: Pays
        feelings: [{score: 1, personas: [Dewi], evidence: [{method: interview}]}, {score: 0, personas: [Budi]}]
"""
FUTURE = """\
jmap: 1
id: tomorrow
title: Tomorrow
state: future
personas: [Dewi, Budi]
stages:
  - name: Buy
    steps:
      - name: Fills in a form
        feelings: 1
        time: {active: 5 min, waiting: 1 day}
        pain_points:
          - {id: long, text: The form is long, severity: low}
          - {id: lost, text: Answers get lost, severity: low}
          - A new wall
      - name: Talks to a bot
      - name: Pays
        feelings: [{score: 2, personas: [Dewi]}, {score: 0, personas: [Budi]}]
"""


def found() -> Gap:
    return gap(
        reading({"today.journey.yaml": CURRENT}), reading({"tomorrow.journey.yaml": FUTURE}), Side("now"), Side("then")
    )


def test_the_numbers_of_a_gap() -> None:
    report = found()
    assert (report.steps_removed, report.steps_added) == (("Waits for a call",), ("Talks to a bot",))
    assert (report.active, report.waiting, report.elapsed) == (15 * 60, 5 * DAY, None)
    assert report.scores == (Score("Dewi", 0.0, 1.5), Score("Budi", -0.5, 0.5))
    pains = report.pains
    assert (pains.gone, pains.eased, pains.remaining, pains.new) == (("P3",), ("P1",), ("P2",), ("P3",))


def test_a_future_map_is_not_blamed_for_what_it_is() -> None:
    changes = found().comparison.changes
    assert [change for change in changes if change.thing == "map" or change.level == "breaking"] == []
    assert [change for change in changes if change.kind == "evidence"] == []


def test_two_maps_of_the_examples() -> None:
    maps = Path(__file__).parents[2] / "examples" / "b2b-onboarding" / "maps"
    today, later = (read_workspace([maps / f"onboarding-{name}.journey.yaml"], maps) for name in ("today", "next"))
    assert is_gap(today.workspace.journeys[0], later.workspace.journeys[0])
    report = gap(today, later, Side("today"), Side("next"))
    assert report.steps_removed == ("Waits for somebody to call", "Imports the people", "Gathers people for training")
    assert report.waiting is not None and report.waiting > 30 * DAY
    assert all(score.after > score.before for score in report.scores if score.after and score.before)
