"""Colours that mean different things look different, to colour-blind readers too, in every theme, light and dark.

Shapes and words tell the same things apart, so a theme may be beautiful first; below its floor it would be careless.
"""

import itertools

import pytest

from jmap.check.colour import EYES, distance
from jmap.theme.load import built_in
from jmap.theme.theme import Mode
from tests.theme.test_contrast import MODES, PERSONAS, theme

PAIRS = {
    "personas": tuple(itertools.combinations(PERSONAS, 2)),
    "first two personas": (("persona1", "persona2"),),
    "pain and gain": (("pain", "gain"),),
    "pain and opportunity": (("pain", "opportunity"),),
}
FLOORS = {"personas": 10, "first two personas": 65, "pain and gain": 10, "pain and opportunity": 30}
SAFE = {"personas": 30, "first two personas": 65, "pain and gain": 60, "pain and opportunity": 65}
TO_NORMAL_EYES = {"personas": 25, "first two personas": 80, "pain and gain": 75, "pain and opportunity": 40}


@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", built_in())
def test_meanings_stay_apart(name: str, mode: Mode, eyes: str) -> None:
    floors = SAFE if name == "colour-blind" else TO_NORMAL_EYES if eyes == "normal" else FLOORS
    colours = theme(name).colours(mode)
    found = ((what, a, b, distance(colours[a], colours[b], eyes)) for what, pairs in PAIRS.items() for a, b in pairs)
    assert [f"{a} and {b}: {far:.0f} ({what})" for what, a, b, far in found if far < floors[what]] == []


def test_the_simulation_is_the_published_one() -> None:
    """Red and green fall together for deuteranopes, blue and yellow do not; greys stay grey for everybody."""
    assert distance("#B3203F", "#1E7A4C", "normal") > 90
    assert distance("#B3203F", "#1E7A4C", "deuteranopia") == pytest.approx(12, abs=1)
    assert distance("#2156C8", "#CF5A0C", "deuteranopia") == pytest.approx(129, abs=1)
    assert all(distance("#808080", "#000000", eyes) == pytest.approx(53.6, abs=0.5) for eyes in EYES)
