"""From a folder of maps to the files that a build would leave, in memory."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from jmap.compiler import Compiler
from jmap.diagnostics import Diagnostic
from jmap.resolve.journey import Workspace
from jmap.resolve.workspace import load_workspace
from jmap.theme.load import load_theme

ROOT = Path(__file__).parents[2]
EXAMPLES = tuple(sorted(path.name for path in (ROOT / "examples").iterdir() if any(path.rglob("*.journey.yaml"))))
FORMATS = ("html", "svg", "dot")
UGLY = tuple(sorted(path.name.removesuffix(".journey.yaml") for path in (ROOT / "tests/ugly").glob("*.journey.yaml")))


def load(path: Path) -> tuple[Workspace, tuple[Diagnostic, ...]]:
    """The workspace of a map or a folder, and its mistakes."""
    return load_workspace([path], path if path.is_dir() else path.parent)


def drawn(path: Path, formats: Collection[str] = FORMATS, theme: str | Path = "") -> dict[str, bytes]:
    """Every file of every map, by the name that it gets in the output folder. Nothing may be wrong with the maps."""
    workspace, diagnostics = load(path)
    assert diagnostics == ()
    loaded, wrong = load_theme(theme or workspace.theme, Path(workspace.root))
    assert wrong == ()
    compiler = Compiler(workspace, loaded)
    files: dict[str, bytes] = {}
    for journey in workspace.journeys:
        compiled = compiler.compile(journey, formats)
        assert compiled.missing == ()
        files |= {f"{journey.id}.{suffix}": data for suffix, data in compiled.files.items()}
    return files
