"""What tests may need from the machine: a browser, Graphviz. Missing here they skip; in CI that is a failure."""

from __future__ import annotations

import os
import shutil
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
EVERYTHING = bool(os.environ.get("JMAP_TEST_EVERYTHING"))  # set by .ci/run: then nothing may be skipped ...
NOT_HERE = "only on "  # ... but what is for another system: a reason that begins like this
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if EVERYTHING and report.skipped and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        if NOT_HERE not in reason:
            report.outcome = "failed"
            report.longrepr = f"JMAP_TEST_EVERYTHING is set, and this test was skipped: {reason}"
    return report


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium; skips without one."""
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip("needs a browser: install chromium")
    return found


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Any]:
    """A running headless browser (playwright's `Browser`); skips without one."""
    playwright = pytest.importorskip("playwright.sync_api", reason="needs playwright: pip install -e .[dev]")
    with playwright.sync_playwright() as api:
        running = api.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture(scope="session")
def system_dot() -> str:
    """The path of this machine's own `dot`; skips without one."""
    found = shutil.which("dot")
    if found is None:
        pytest.skip("needs Graphviz: install graphviz")
    return found


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with a small project: two maps of two steps, one persona."""
    folder = tmp_path / "project"
    (folder / "maps").mkdir(parents=True)
    (folder / "jmap.yaml").write_text("jmap: 1\ntitle: Coffee\noutput: site\npersonas: [{name: Rina}]\n", "utf-8")
    for name in ("buy", "return"):
        (folder / "maps" / f"{name}.journey.yaml").write_text(small_map(name), "utf-8")
    return folder


def small_map(name: str, steps: int = 2) -> str:
    """A map's text, with touchpoints and feelings at each step."""
    lines = ["jmap: 1", f"title: I {name} it", "personas: [Rina]", "stages:", "  - name: Only stage", "    steps:"]
    for number in range(1, steps + 1):
        lines += [
            f"      - name: Step {number}",
            f"        touchpoints: [{{name: Counter {number}}}]",
            f"        feelings: {number % 3 - 1}",
        ]
    return "\n".join(lines) + "\n"
