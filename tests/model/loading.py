"""What the tests of this room share: reading a text as one of the kinds of file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from jmap.diagnostics import Diagnostic
from jmap.model import load_catalogue, load_map, load_project, load_theme
from jmap.source import parse

SAMPLES = sorted((Path(__file__).parent / "samples").glob("*.yaml"))
LOADERS: dict[str, Callable[[Any], Any]] = {
    "map": load_map,
    "project": load_project,
    "catalogue": load_catalogue,
    "theme": load_theme,
}


def load(text: str, kind: str = "map") -> tuple[Any, tuple[Diagnostic, ...]]:
    found: tuple[Any, tuple[Diagnostic, ...]] = LOADERS[kind](parse(text, "a.yaml"))
    return found


def good(text: str, kind: str = "map") -> Any:
    """The model of a text without mistakes."""
    model, notes = load(text, kind)
    assert notes == ()
    return model


def stage(lines: str) -> Any:
    """The only stage of a map; `lines` are its keys, without indentation."""
    indented = "".join(f"    {line}\n" for line in lines.splitlines())
    return good(f"jmap: 1\ntitle: T\nstages:\n  - name: S\n{indented}").stages[0]


def kind_of(sample: Path) -> str:
    return sample.name.split(".")[1]
