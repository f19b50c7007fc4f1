"""The page about themes shows all of them, its table is true, and its example is a theme that can be read."""

import re
from pathlib import Path

from jmap.check.colour import luminance
from jmap.theme.load import built_in, load_theme
from jmap.theme.tokens import TOKENS
from tests.docs.tools import tool
from tests.theme.test_contrast import MODES, TEXT, too_pale

PAGE = Path(__file__).parents[2] / "docs" / "themes.md"


def test_the_table_is_current() -> None:
    assert tool("theme_page").page() == PAGE.read_text("utf-8"), "run: python tools/generated.py"
    assert [token for token in TOKENS if f"| `{token}` |" not in PAGE.read_text("utf-8")] == []


def test_every_theme_is_shown_and_described() -> None:
    text = PAGE.read_text("utf-8")
    for name in built_in():
        assert f"### {name}\n" in text
        assert f"(images/themes/{name}.svg)" in text
        assert (PAGE.parent / "images" / "themes" / f"{name}.svg").is_file()


def test_the_example_is_a_theme_that_can_be_read(tmp_path: Path) -> None:
    (example,) = re.findall(r"```yaml theme\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    (tmp_path / "night-train.theme.yaml").write_text(example, "utf-8")
    theme, diagnostics = load_theme("night-train.theme.yaml", tmp_path)
    assert diagnostics == ()
    assert [too_pale(theme.colours(mode), TEXT, 4.5) for mode in MODES] == [[], []]


def test_stages_are_tones_of_one_ink() -> None:
    """From dark to light in every theme but that for paper, where all five are white."""
    for name in (name for name in built_in() if name != "print"):
        theme, _ = load_theme(name, Path())
        for mode in MODES:
            tones = [luminance(theme.colours(mode)[f"stage{n}"]) for n in range(1, 6)]
            assert tones == sorted(tones), name
