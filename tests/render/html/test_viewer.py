"""What the controls around a map offer, and the one script that the page lets in."""

from __future__ import annotations

from dataclasses import replace

from jmap.locale.words import words
from jmap.render.html.templates import Templates
from jmap.render.html.viewer import CHIPS_SHOWN, script, viewer
from tests.fixtures_journey import sample_journey


def test_every_row_can_be_hidden_and_the_most_used_have_a_button() -> None:
    journey = sample_journey()
    offered = viewer(journey, words("en"))
    keys = [lane.key for lane in offered.lanes]
    assert [key for key in keys if key not in ("path", "business_goal")] == [lane.key for lane in journey.lanes]
    assert len([lane for lane in offered.lanes if lane.chip]) == CHIPS_SHOWN
    assert {"touchpoints", "feelings"} <= {lane.key for lane in offered.lanes if lane.chip}


def test_one_persona_is_no_choice() -> None:
    journey = sample_journey()
    assert [id for id, _ in viewer(journey, words("en")).people] == [persona.id for persona in journey.personas]
    assert viewer(replace(journey, personas=journey.personas[:1]), words("en")).people == ()


def test_stages_are_numbered_in_the_tones_of_the_band() -> None:
    stages = viewer(sample_journey(), words("en")).stages
    assert [stage.number for stage in stages] == [str(n + 1) for n in range(len(stages))]
    assert stages[0].tone == "stage1"


def test_the_script_is_small_the_same_every_time_and_cannot_end_its_element() -> None:
    text = script(Templates(), with_map=True)
    assert text == script(Templates(), with_map=True)
    assert "</" not in text
    assert "\n//" not in text
    assert len(text) < 30_000
    assert len(script(Templates(), with_map=False)) < len(text) / 3
