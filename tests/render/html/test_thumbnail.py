"""Small curves: the same as on the map's picture."""

from __future__ import annotations

import re
from dataclasses import replace

from jmap.render.html.thumbnail import BESIDE, EDGE, HEIGHT, MARK, felt, thumbnail
from tests.fixtures_journey import BUDI, DEWI, sample_journey

DRAWN = thumbnail(sample_journey(), felt(sample_journey()))


def test_it_is_dotted_where_assumed_and_breaks_where_nothing_is_known() -> None:
    assert [s.dotted for s in DRAWN.strokes if s.tone == DEWI.number] == [True, False, True]
    budi = [s for s in DRAWN.strokes if s.tone == BUDI.number]
    assert [s.dotted for s in budi] == [True, False, False]  # eight columns, a gap, two columns
    assert DRAWN.bounds.count("M") == 4


def test_it_begins_with_the_mark_of_its_persona() -> None:
    assert [(spot.tone, spot.hollow) for spot in DRAWN.spots] == [(DEWI.number, True), (BUDI.number, True)]
    assert "a" in DRAWN.spots[0].path and "a" not in DRAWN.spots[1].path  # a circle, a diamond


def test_it_stays_inside_its_frame() -> None:
    heights = [
        float(y)
        for s in DRAWN.strokes
        for y in re.findall(r"[-\d.]+ ([-\d.]+)", s.path.replace("C", " ").replace("M", " "))
    ]
    assert EDGE - BESIDE <= min(heights) <= max(heights) <= HEIGHT - EDGE + BESIDE


def test_a_map_without_feelings_has_none() -> None:
    bare = replace(sample_journey(), stages=(), columns=())
    assert thumbnail(bare, felt(bare)).empty


def test_marks_of_equal_feelings_stand_below_each_other() -> None:
    journey = sample_journey()
    found = felt(journey)
    circle, diamond = thumbnail(journey, (found[0], replace(found[0], persona=BUDI))).spots
    middle, top = (float(re.findall(r"[-\d.]+", spot.path)[1]) for spot in (circle, diamond))
    assert top >= middle + MARK / 2
