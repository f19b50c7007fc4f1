"""What the examples look like, as numbers without ink and as DOT: a change here is a change on paper.

After a change that was meant: `pytest tests/examples --snapshot-update`, then look at the pictures.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from jmap.layout.scene import Item, Scene
from jmap.layout.swimlane import swimlane
from jmap.locale.words import words
from jmap.text.typesetter import Typesetter
from tests.examples.pipeline import ROOT, drawn, load

KEPT = ("first-map", "hospital-visit", "toko-lari")  # one of each kind: more would only be longer to read


class SceneFile(SingleFileSnapshotExtension):
    """One text file a snapshot."""

    _write_mode = WriteMode.TEXT
    file_extension = "scene"


class DotFile(SceneFile):
    file_extension = "dot"


@pytest.mark.parametrize("example", KEPT)
def test_swimlane_scenes(example: str, snapshot: SnapshotAssertion) -> None:
    workspace, _ = load(ROOT / "examples" / example)
    titles = {journey.id: journey.title for journey in workspace.journeys}
    for journey in workspace.journeys:
        scene = swimlane(journey, Typesetter(), words(journey.locale), titles)
        assert "\n".join(lines(scene)) + "\n" == snapshot(extension_class=SceneFile, name=journey.id)


@pytest.mark.parametrize("example", KEPT)
def test_dot_sources(example: str, snapshot: SnapshotAssertion) -> None:
    for name, data in drawn(ROOT / "examples" / example, ["dot"]).items():
        stem = name.removesuffix(".dot").replace(".", "-")
        assert data.decode() == snapshot(extension_class=DotFile, name=stem)


def lines(scene: Scene) -> Iterator[str]:
    """A scene as text: one line of JSON for each thing in it, what is in a group further to the right."""
    yield _line(scene)
    for child in scene.children:
        yield from _inside(child, 1)


def _inside(item: Item, depth: int) -> Iterator[str]:
    yield "  " * depth + _line(item)
    for child in getattr(item, "children", ()):
        yield from _inside(child, depth + 1)


def _line(thing: Any) -> str:
    """What a thing is, and what is not as it always is."""
    told = {
        field.name: _plain(getattr(thing, field.name))
        for field in dataclasses.fields(thing)
        if field.name != "children" and getattr(thing, field.name) != field.default
    }
    return f"{type(thing).__name__} {json.dumps(told, ensure_ascii=False)}"


def _plain(value: Any) -> Any:
    """Numbers with two places; a picture is its size."""
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if isinstance(value, float):
        return round(value, 2)
    return f"{len(value)} bytes" if isinstance(value, bytes) else value
