"""The pipeline as a library: what comes out of it, and what is said when dot cannot draw."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from jmap.compiler import Compiler
from jmap.graph.failure import DotFailed
from jmap.outputs import OUTPUTS
from jmap.render.dot_program import DotProgram
from jmap.resolve.journey import Journey
from jmap.resolve.workspace import load_workspace
from jmap.theme.load import load_theme


def ready(folder: Path) -> tuple[Compiler, Journey]:
    workspace, diagnostics = load_workspace([folder], folder)
    theme, wrong = load_theme(workspace.theme, folder)
    assert not diagnostics and not wrong
    return Compiler(workspace, theme), workspace.journeys[0]


@pytest.mark.parametrize("format", OUTPUTS)
def test_each_format_makes_its_files(project: Path, format: str) -> None:
    compiler, journey = ready(project)
    compiled = compiler.compile(journey, [format])
    assert tuple(compiled.files) == OUTPUTS[format] and not compiled.missing


def test_pictures_are_whole_documents_in_reading_order(project: Path) -> None:
    compiler, journey = ready(project)
    for data in compiler.compile(journey, ["svg"]).files.values():
        root = ElementTree.fromstring(data)
        assert [child.tag.rpartition("}")[2] for child in root][:2] == ["title", "desc"]


def test_compiling_twice_gives_the_same_bytes(project: Path) -> None:
    compiler, journey = ready(project)
    first = compiler.compile(journey, list(OUTPUTS))
    assert compiler.compile(journey, list(OUTPUTS)) == first
    assert ready(project)[0].compile(journey, list(OUTPUTS)) == first


def test_a_map_without_touchpoints_has_all_its_pictures(tmp_path: Path) -> None:
    (tmp_path / "a.journey.yaml").write_text("jmap: 1\ntitle: A\nstages: [{name: B, actions: [Looks]}]\n")
    compiler, journey = ready(tmp_path)
    assert set(compiler.compile(journey, ["svg"]).files) == {"swimlane.svg", "flow.svg", "touchpoints.svg"}


def test_what_dot_cannot_draw_is_named_and_the_rest_is_made(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiler, journey = ready(project)

    def fail(_: DotProgram, sources: list[str]) -> list[DotFailed]:
        return [DotFailed("dot gave up.") for _ in sources]

    monkeypatch.setattr(DotProgram, "run", fail)
    compiled = compiler.compile(journey, ["html", "svg"])
    assert set(compiled.files) == {"html", "swimlane.svg"}
    assert compiled.missing == (
        "the flow diagram is missing: dot gave up.",
        "the touchpoints diagram is missing: dot gave up.",
    )
