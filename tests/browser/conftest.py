"""The page of the sample journey, which several tests open."""

from __future__ import annotations

from pathlib import Path

import pytest

from jmap.compiler import Compiler
from jmap.theme.load import load_theme
from tests.fixtures_journey import sample_journey, sample_workspace


@pytest.fixture(scope="session")
def sample_address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where it is, as a browser asks for it: complete, with its fonts."""
    theme, _ = load_theme("default", Path())
    file = tmp_path_factory.mktemp("sample") / "map.html"
    file.write_bytes(Compiler(sample_workspace(), theme).compile(sample_journey(), ["html"]).files["html"])
    return file.as_uri()
