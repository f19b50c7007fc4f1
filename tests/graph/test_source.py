"""The DOT source as text: people read its changes in reviews, so it changes only when the diagram does."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from tests.graph.drawn import STAGES_ONLY, flow_of, journey, touchpoints_of


class Dot(SingleFileSnapshotExtension):
    """One readable `.dot` file a test."""

    _write_mode = WriteMode.TEXT
    _file_extension = "dot"
    file_extension = "dot"

    def serialize(self, data: Any, **_: Any) -> str:
        return str(data)


@pytest.fixture
def dot_file(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(Dot)


def test_flow_source(tmp_path: Path, dot_file: SnapshotAssertion) -> None:
    assert flow_of(journey(STAGES_ONLY, tmp_path)).source == dot_file


def test_touchpoints_source(tmp_path: Path, dot_file: SnapshotAssertion) -> None:
    diagram = touchpoints_of(journey(STAGES_ONLY, tmp_path))
    assert diagram is not None
    assert diagram.source == dot_file
