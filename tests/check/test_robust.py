"""No rule breaks on any map that is right by the language, however odd; and what rules say can be shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from jmap.check.engine import check
from jmap.check.finding import Finding
from jmap.check.settings import Settings
from jmap.resolve.workspace import read_workspace
from jmap.text.visible import visible
from tests.check.checking import TODAY

ROOT = Path(__file__).parents[2]
PROJECTS = [path for path in sorted((ROOT / "examples").iterdir()) if list(path.rglob("*.journey.yaml"))]
UGLY = sorted((ROOT / "tests" / "ugly").glob("*.journey.yaml"))


def findings(path: Path) -> tuple[Finding, ...]:
    reading = read_workspace([path], ROOT)
    assert reading.workspace.journeys
    return check(reading, Settings(), TODAY)


@pytest.mark.parametrize("path", [*PROJECTS, *UGLY], ids=lambda path: path.name)
def test_no_rule_breaks(path: Path) -> None:
    for finding in findings(path):
        assert finding.code != "JM999", finding.message
        assert finding.line >= 1 and finding.column >= 1 and finding.length >= 1
        assert finding.source_line and len(finding.message) < 400
        assert "\n" not in visible(finding.message)


@pytest.mark.parametrize("path", PROJECTS, ids=lambda path: path.name)
def test_examples_have_nothing_that_is_an_error(path: Path) -> None:
    assert [f for f in findings(path) if f.severity == "error"] == []


def test_the_first_map_of_the_manual_is_left_in_peace() -> None:
    assert findings(ROOT / "examples" / "first-map") == ()
