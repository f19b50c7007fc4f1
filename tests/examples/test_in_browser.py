"""Every example and every ugly map, looked at in a real browser: its text can be read, all of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.browser.look import look
from tests.examples.pipeline import EXAMPLES, ROOT, UGLY, drawn

PLACES = [
    *(ROOT / "examples" / name for name in EXAMPLES),
    *(ROOT / f"tests/ugly/{name}.journey.yaml" for name in UGLY),
]

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("place", PLACES, ids=lambda path: path.name.removesuffix(".journey.yaml"))
def test_text_can_be_read(browser: Any, tmp_path: Path, place: Path) -> None:
    assert findings(browser, tmp_path, drawn(place, ["svg"])) == []


@pytest.mark.parametrize("theme", ["dark", "print", "colour-blind"])
def test_text_can_be_read_in_other_themes(browser: Any, tmp_path: Path, theme: str) -> None:
    assert findings(browser, tmp_path, drawn(ROOT / "examples/toko-lari", ["svg"], theme)) == []


def findings(browser: Any, folder: Path, files: dict[str, bytes]) -> list[str]:
    found = []
    for name, data in files.items():
        (folder / name).write_bytes(data)
        found += [f"{name}: {finding}" for finding in look(browser, folder / name)]
    return found
