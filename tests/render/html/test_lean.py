"""What a page leaves out to be small, and what it must not lose by that."""

from __future__ import annotations

import random
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from jmap.compiler import Compiler
from jmap.icons import PATHS
from jmap.render.html.lean import lean
from jmap.render.html.outline import short, stroke
from jmap.render.html.squeeze import squeezed
from jmap.theme.load import load_theme
from tests.fixtures_journey import sample_journey, sample_workspace

LIMIT = 300_000  # bytes, photos aside: what a page of twelve steps may weigh
SCRIPTS = Path(__file__).parents[3] / "jmap" / "render" / "html" / "script"


def test_a_page_of_twelve_steps_is_light() -> None:
    theme, _ = load_theme("default", Path())
    journey = sample_journey()
    html = Compiler(sample_workspace(), theme).compile(journey, ["html"]).files["html"]
    plain = re.sub(rb"data:image/[^\"' >]*", b"", html)
    assert len(journey.columns) == 12
    assert len(plain) < LIMIT


@pytest.mark.parametrize(
    ("long", "short"),
    [
        ('<p class="a" id="b">x</p>', "<p class=a id=b>x</p>"),
        ('<a href="a b" title="">x</a>', '<a href="a b" title="">x</a>'),
        ('<path d="M0,0h4" class="A"/>', "<path d=M0,0h4 class=A />"),
        ('<use href="#a b"/>', '<use href="#a b"/>'),
        ('<a href="https://a.example/">x</a>', '<a href="https://a.example/">x</a>'),
        ("<ul>\n<li>a</li>\n<li>b</li>\n</ul>", "<ul><li>a<li>b</ul>"),
        ("<tr><th>a</th><td></td><td>b</td></tr></tbody>", "<tr><th>a<td><td>b</tbody>"),
        ("<b>a</b>\n<small>b</small>", "<b>a</b>\n<small>b</small>"),
        ('<script id="a">b="c"; d("<li>\n</li>")</script>', '<script id="a">b="c"; d("<li>\n</li>")</script>'),
        ('<style>a{b:"c"}\n</style><p title="&#34;x=&#34;">', '<style>a{b:"c"}\n</style><p title=&#34;x=&#34;>'),
    ],
)
def test_only_what_html_does_not_need_is_left_out(long: str, short: str) -> None:
    if "&#34;" in long:
        assert lean(long).startswith('<style>a{b:"c"}\n</style>') and '"&#34;x=&#34;"' in lean(long)
    else:
        assert lean(long) == short


def _points(data: str) -> list[tuple[float, float]]:
    """Where each command of a path ends; curves by their last point."""
    x = y = 0.0
    start = (0.0, 0.0)
    found = []
    for name, rest in re.findall(r"([A-Za-z])([^A-Za-z]*)", data):
        n = [float(part) for part in re.findall(r"-?(?:\d+\.?\d*|\.\d+)", rest)]
        size = {"M": 2, "L": 2, "C": 6, "H": 1, "V": 1, "Z": 0}[name.upper()]
        for at in range(0, len(n) or 1, size or 1):
            part = n[at : at + size]
            dx, dy = (x, y) if name.islower() else (0.0, 0.0)
            if name in "Zz":
                x, y = start
            elif name in "Hh":
                x = part[0] + dx
            elif name in "Vv":
                y = part[0] + dy
            else:
                x, y = part[-2] + dx, part[-1] + dy
            if name in "Mm":
                start = (x, y)
            found.append((x, y))
    return found


def test_an_outline_told_shortly_goes_through_the_same_points() -> None:
    chance = random.Random(7)
    for _ in range(200):
        numbers = [f"{chance.uniform(-400, 2500):.2f}" for _ in range(12)]
        data = "M{} {}C{} {} {} {} {} {}L{} {}L{} {}Z".format(*numbers)
        told = short(data)
        assert " " not in told and len(told) <= len(data)
        for (x, y), (a, b) in zip(_points(data), _points(told), strict=True):
            assert abs(x - a) < 0.06 and abs(y - b) < 0.06


def test_an_outline_with_other_commands_stays() -> None:
    assert short("M1 2A3 3 0 1 0 5 6") == "M1 2A3 3 0 1 0 5 6"


def test_icons_keep_their_form_in_tenths() -> None:
    packed = "M7.084 14.302a5.12 5.12 0 009.833 0 .24.24 0 00-.235-.302"  # flags that touch the next number
    assert stroke(packed) == "M7.1 14.3a5.1 5.1 0 0 0 9.8 0 .2.2 0 0 0-.2-.3"
    assert stroke("m5 12 7-7 7 7") == "M5 12l7-7 7 7"
    for paths in PATHS.values():
        for data in paths:
            commands = [re.sub(r"[^A-Za-z]", "", text).lower() for text in (data, stroke(data))]
            assert commands[1] in (commands[0], f"ml{commands[0][1:]}")
            ElementTree.fromstring(f'<path d="{stroke(data)}"/>')


@pytest.mark.parametrize(
    ("long", "short"),
    [
        ("// why\nconst shown = 1;\n  use(shown);\n", "let _a=1;use(_a);"),
        ('const shown = " a = b ";\n', 'let _a=" a = b ";'),
        ("const made = { shown };\nconst shown = made.shown;\n", "let _a={shown};let shown=_a.shown;"),
        (
            'const shown = `${shown + 1} : shown ${a ? "shown" : b.shown}`;\n',
            'let _a=`${_a + 1} : shown ${a ? "shown" : b.shown}`;',
        ),
        ("const dark = 1;\nask(a && /x: dark/.test(b));\n", "let _a=1;ask(a&&/x: dark/.test(b));"),
        ("const given = (...wanted) => [...wanted];\n", "let _b=(..._a)=>[..._a];"),
        ("a + +b - -c;\n", "a + +b - -c;"),
        ("use(a + b - c / 2);\n", "use(a+b-c/2);"),
    ],
)
def test_a_script_keeps_its_sense(long: str, short: str) -> None:
    assert squeezed(long) == short


def test_scripts_have_remarks_on_lines_of_their_own() -> None:
    """The one rule of style that `squeezed` relies on: a remark behind code would swallow the line that follows."""
    for file in SCRIPTS.glob("*.js"):
        for line in file.read_text("utf-8").splitlines():
            code = re.sub(r'"[^"]*"|`[^`]*`', "", line)
            assert "//" not in code or code.strip().startswith("//"), f"{file.name}: {line}"
