"""Writes the pictures that the README and the manual show, and the gallery, from maps; `--check` compares."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import gallery
import review_page
import tutorial

from jmap.compiler import Compiler
from jmap.resolve.workspace import load_workspace
from jmap.theme.load import built_in, load_theme

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "docs" / "images"
EXAMPLE, MAP = "hospital-visit", "heart-clinic"
SHOWN = ("swimlane.svg", "flow.svg")
THEMED = ROOT / "examples" / "first-map" / "coffee.journey.yaml"


def pictures() -> Iterator[tuple[Path, bytes]]:
    """The README's pictures and those of the themes: each one's place and what belongs in it."""
    files = compiled(ROOT / "examples" / EXAMPLE, MAP)
    for suffix in SHOWN:
        yield FOLDER / f"{MAP}.{suffix}", files[suffix]
    for theme in built_in():
        yield FOLDER / "themes" / f"{theme}.svg", compiled(THEMED, "coffee", theme)["swimlane.svg"]


def compiled(source: Path, id: str, named: str = "") -> Mapping[str, bytes]:
    """The pictures of one map, in the theme of that name or its own, by suffix."""
    workspace, diagnostics = load_workspace([source], ROOT)
    theme, wrong = load_theme(named or workspace.theme, Path(workspace.root))
    assert not diagnostics and not wrong
    journey = next(journey for journey in workspace.journeys if journey.id == id)
    return Compiler(workspace, theme).compile(journey, ["svg"]).files


def current() -> dict[Path, bytes]:
    """All files that this tool makes, and what belongs in them."""
    return {**dict(pictures()), **dict(tutorial.pictures()), **dict(gallery.files()), **dict(review_page.files())}


def main() -> int:
    """Writes what is not current and removes what nothing shows, or, with `--check`, names it; 1 if anything is."""
    wanted = current()
    stale = [path for path, data in wanted.items() if not path.exists() or path.read_bytes() != data]
    gone = [path for path in FOLDER.rglob("*.svg") if path not in wanted]
    if "--check" in sys.argv:
        for path in (*stale, *gone):
            print(f"Not current: {path.relative_to(ROOT).as_posix()}. Run `python tools/pictures.py`.")
        return 1 if stale or gone else 0
    for path in gone:
        path.unlink()
    for path in stale:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(wanted[path])
    return 0


if __name__ == "__main__":
    sys.exit(main())
