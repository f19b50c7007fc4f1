"""Writes the pictures that the README and the manual show, from the examples, into docs/images/; `--check` compares."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from jmap.compiler import Compiler
from jmap.resolve.workspace import load_workspace
from jmap.theme.load import load_theme

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "docs" / "images"
EXAMPLE, MAP = "hospital-visit", "heart-clinic"
SHOWN = ("swimlane.svg", "flow.svg")


def pictures() -> Iterator[tuple[Path, bytes]]:
    """Each picture's place and what belongs in it."""
    workspace, diagnostics = load_workspace([ROOT / "examples" / EXAMPLE], ROOT)
    theme, wrong = load_theme(workspace.theme, Path(workspace.root))
    assert not diagnostics and not wrong
    journey = next(journey for journey in workspace.journeys if journey.id == MAP)
    files = Compiler(workspace, theme).compile(journey, ["svg"]).files
    for suffix in SHOWN:
        yield FOLDER / f"{MAP}.{suffix}", files[suffix]


def main() -> int:
    """Writes what is not current, or, with `--check`, names it; 1 if anything is."""
    stale = [(path, data) for path, data in pictures() if not path.exists() or path.read_bytes() != data]
    if stale and "--check" in sys.argv:
        print(f"Not current: {', '.join(path.name for path, _ in stale)}. Run `python tools/pictures.py`.")
        return 1
    FOLDER.mkdir(parents=True, exist_ok=True)
    for path, data in stale:
        path.write_bytes(data)
    return 0


if __name__ == "__main__":
    sys.exit(main())
