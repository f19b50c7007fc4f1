"""Every text can be read on every ground it may stand on, in every theme, light and dark.

WCAG 2.2: AA everywhere (text 4.5, marks 3); the high-contrast theme reaches AAA (7), and 4.5 for marks.
"""

import itertools
from collections.abc import Mapping
from pathlib import Path

import pytest

from jmap.check.colour import contrast
from jmap.resources import folder
from jmap.theme.load import load_theme
from jmap.theme.theme import Mode, Theme

NAMES = sorted(path.name.removesuffix(".theme.yaml") for path in folder("themes").glob("*.theme.yaml"))
MODES: tuple[Mode, ...] = ("light", "dark")
LEAST = {"high-contrast": (7.0, 4.5)}
AA = (4.5, 3.0)
GROUNDS = ("paper", "tint", "canvas", "moment_wash")
PERSONAS = tuple(f"persona{n}" for n in range(1, 7))
BANDS = tuple(f"stage{n}" for n in range(1, 6))

TEXT = [
    *itertools.product(("ink", "ink2", "ink3"), (*GROUNDS, "fill", "pain_fill", "opportunity_fill")),
    *itertools.product(("pain", "gain", "opportunity", "moment", "link"), GROUNDS),
    *itertools.product((f"{p}_text" for p in PERSONAS), (*GROUNDS, "gain_wash", "pain_wash", "fill")),
    *((f"{p}_text", f"{p}_wash") for p in PERSONAS),
    *itertools.product(("stage_text",), BANDS),
    *itertools.product(("paper",), ("ink", "pain", "gain", "opportunity", *(f"{p}_text" for p in PERSONAS))),
    ("pain", "pain_fill"),
    ("pain", "opportunity_fill"),
    ("opportunity", "opportunity_fill"),
    ("pain", "fill"),
    ("on_moment", "moment_fill"),
]
MARKS = [
    *itertools.product(PERSONAS, (*GROUNDS, "gain_wash", "pain_wash")),
    *itertools.product(("card_border", "pain_line", "opportunity_line"), ("paper",)),
    ("pain_line", "pain_fill"),
    ("opportunity_line", "opportunity_fill"),
    *itertools.product(("bar", "bar_line"), GROUNDS),
    ("moment", "fill"),
    ("ink2", "ribbon"),
]


def theme(name: str) -> Theme:
    loaded, diagnostics = load_theme(name, Path())
    assert not diagnostics
    return loaded


def too_pale(colours: Mapping[str, str], pairs: list[tuple[str, str]], least: float) -> list[str]:
    found = ((a, b, contrast(colours[a], colours[b])) for a, b in pairs)
    return [f"{a} on {b}: {ratio:.2f}" for a, b, ratio in found if ratio < least]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", NAMES)
def test_text_can_be_read(name: str, mode: Mode) -> None:
    assert too_pale(theme(name).colours(mode), TEXT, LEAST.get(name, AA)[0]) == []


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", NAMES)
def test_marks_can_be_seen(name: str, mode: Mode) -> None:
    assert too_pale(theme(name).colours(mode), MARKS, LEAST.get(name, AA)[1]) == []


@pytest.mark.parametrize(
    ("token", "light", "dark"),
    [("ink", 16.3, 15.0), ("ink2", 8.0, 9.5), ("ink3", 5.6, 6.3), ("pain", 6.6, 8.1), ("gain", 5.3, 12.6)],
)
def test_the_default_theme_keeps_its_measured_contrast(token: str, light: float, dark: float) -> None:
    default = theme("default")
    assert contrast(default.light[token], default.light["paper"]) == pytest.approx(light, abs=0.1)
    assert contrast(default.dark[token], default.dark["paper"]) == pytest.approx(dark, abs=0.1)
