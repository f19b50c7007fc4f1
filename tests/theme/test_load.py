"""Themes that users write: what they change, and what is said about their mistakes."""

import re
from pathlib import Path

import pytest

from jmap.theme.load import built_in, load_theme
from jmap.theme.tokens import TOKENS


def write(folder: Path, name: str, text: str) -> str:
    (folder / name).write_text("jmap: 1\n" + text, "utf-8")
    return name


def test_every_theme_that_comes_with_jmap_has_every_token() -> None:
    assert {"default", "dark", "print", "colour-blind"} <= set(built_in())
    for name in built_in():
        theme, diagnostics = load_theme(name, Path())
        assert diagnostics == ()
        assert list(theme.light) == list(theme.dark) == list(TOKENS)


def test_pictures_of_the_dark_theme_are_dark() -> None:
    theme, _ = load_theme("dark", Path())
    assert theme.ink("paper") == theme.dark["paper"] == "#111A21"


def test_a_theme_changes_only_what_it_names(tmp_path: Path) -> None:
    write(tmp_path, "base.theme.yaml", 'extends: default\nname: Base\nlight: {ink: "#222222", paper: "#fffff0"}\n')
    name = write(tmp_path, "mine.theme.yaml", 'extends: base.theme.yaml\nname: Mine\nlight: {ink: "#333333"}\n')
    theme, diagnostics = load_theme(name, tmp_path)
    default, _ = load_theme("default", tmp_path)
    assert diagnostics == ()
    assert (theme.name, theme.light["ink"], theme.light["paper"]) == ("Mine", "#333333", "#FFFFF0")
    assert theme.dark == default.dark
    assert {token for token in TOKENS if theme.light[token] != default.light[token]} == {"ink", "paper"}


def test_a_theme_without_extends_stands_on_the_default(tmp_path: Path) -> None:
    theme, diagnostics = load_theme(write(tmp_path, "a.theme.yaml", 'dark: {ink: "#EEEEEE"}\n'), tmp_path)
    assert diagnostics == ()
    assert theme.dark["ink"] == "#EEEEEE"
    assert theme.light["ink"] == "#15212C"


def test_an_unknown_theme_gets_a_suggestion() -> None:
    theme, (found,) = load_theme("defalt", Path())
    assert found.code == "unknown-theme"
    assert found.suggestion == "default"
    assert theme.light["ink"] == "#15212C"


def test_a_circle_of_themes_is_said_where_it_closes(tmp_path: Path) -> None:
    write(tmp_path, "a.theme.yaml", "extends: b.theme.yaml\n")
    write(tmp_path, "b.theme.yaml", "name: B\nextends: a.theme.yaml\n")
    theme, (found,) = load_theme("a.theme.yaml", tmp_path)
    assert (found.file, found.line, found.column, found.code) == ("b.theme.yaml", 3, 10, "theme-cycle")
    assert set(theme.light) == set(TOKENS)


def test_a_missing_parent_is_said_at_extends(tmp_path: Path) -> None:
    _, (found,) = load_theme(write(tmp_path, "a.theme.yaml", "extends: prnt\n"), tmp_path)
    assert (found.file, found.line, found.column) == ("a.theme.yaml", 2, 10)
    assert found.suggestion == "print"


@pytest.mark.parametrize(
    ("text", "line", "suggestion"),
    [
        ('light:\n  inc: "#000000"\n', 3, "ink"),
        ('light:\n  ink: "url(https://example.org)"\n', 3, ""),
        ("light:\n  ink: red;}body{display:none\n", 3, ""),
        ('lihgt:\n  ink: "#000000"\n', 2, "light"),
        ("pictures: drak\n", 2, "dark"),
    ],
)
def test_mistakes_in_a_theme_have_a_place(tmp_path: Path, text: str, line: int, suggestion: str) -> None:
    theme, diagnostics = load_theme(write(tmp_path, "a.theme.yaml", text), tmp_path)
    assert [(found.file, found.line) for found in diagnostics] == [("a.theme.yaml", line)]
    assert diagnostics[0].suggestion == suggestion
    assert all(re.fullmatch("#[0-9A-F]{6}", value) for value in theme.light.values())


def test_a_project_cannot_name_a_theme_outside_itself(tmp_path: Path) -> None:
    inside = tmp_path / "project"
    inside.mkdir()
    write(tmp_path, "a.theme.yaml", 'light: {ink: "#000000"}\n')
    _, (found,) = load_theme("../a.theme.yaml", inside)
    assert found.code == "theme-outside"


def test_a_user_may_choose_a_theme_anywhere(tmp_path: Path) -> None:
    inside = tmp_path / "project"
    inside.mkdir()
    write(tmp_path, "base.theme.yaml", 'light: {ink2: "#111111"}\n')
    write(tmp_path, "a.theme.yaml", 'extends: base.theme.yaml\nlight: {ink: "#000000"}\n')
    theme, diagnostics = load_theme(tmp_path / "a.theme.yaml", inside)
    assert diagnostics == ()
    assert (theme.light["ink"], theme.light["ink2"]) == ("#000000", "#111111")
