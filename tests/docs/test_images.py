"""The pictures in the README and in the page about themes are what jmap draws today."""

from __future__ import annotations

from tests.docs.blocks import DOCS
from tests.docs.tools import tool


def test_pictures_are_current() -> None:
    stale = [path.name for path, data in tool("pictures").pictures() if not path.is_file() or path.read_bytes() != data]
    assert stale == [], "run: python tools/pictures.py"


def test_pictures_are_shown() -> None:
    readme = (DOCS.parent / "README.md").read_text("utf-8")
    for path in (DOCS / "images").glob("*.*"):
        assert f"docs/images/{path.name}" in readme


def test_pictures_of_themes_are_shown() -> None:
    page = (DOCS / "themes.md").read_text("utf-8")
    for path in (DOCS / "images" / "themes").iterdir():
        assert f"images/themes/{path.name}" in page
