"""The maps of docs/tutorial.md, step by step, and their pictures in docs/images/tutorial/."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from drawing import load, swimlane_svg

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "tutorial.md"
FOLDER = ROOT / "docs" / "images" / "tutorial"
FILES = {"map": "coffee.journey.yaml", "project": "jmap.yaml"}  # by the word in the block's first line

_BLOCK = re.compile(r"^```yaml (map|project|part)=(step-\d+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def steps() -> Mapping[str, Mapping[str, str]]:
    """The files of each step by their names: `{"step-1": {"coffee.journey.yaml": "jmap: 1\\n..."}}`."""
    found: dict[str, dict[str, str]] = {}
    for kind, step, text in blocks():
        if kind in FILES:
            found.setdefault(step, {})[FILES[kind]] = text
    return found


def parts() -> Iterator[tuple[str, str]]:
    """The excerpts that the page explains, each with its step."""
    return ((step, text) for kind, step, text in blocks() if kind == "part")


def blocks() -> Iterator[tuple[str, str, str]]:
    """Kind, step and text of every block of the page."""
    for match in _BLOCK.finditer(PAGE.read_text("utf-8")):
        yield match[1], match[2], match[3]


def pictures() -> Iterator[tuple[Path, bytes]]:
    """Each step's picture: where it belongs, and what belongs in it."""
    for step, files in steps().items():
        with tempfile.TemporaryDirectory() as folder:
            for name, text in files.items():
                (Path(folder) / name).write_text(text, "utf-8")
            workspace = load(Path(folder))
            yield FOLDER / f"{step}.svg", swimlane_svg(workspace, workspace.journeys[0])
