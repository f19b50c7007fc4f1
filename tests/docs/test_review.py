"""docs/review.md shows what jmap prints and draws today, and what it says of the pull request is so."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from tests.docs.blocks import DOCS
from tests.docs.tools import tool

TOOL, STORY = tool("review_page"), tool("review_story")
PAGE = DOCS / "review.md"
MOST = 300_000  # bytes of a picture: they are kept in git, and change whenever the drawing does


@pytest.fixture(scope="module")
def made() -> dict[Path, bytes]:
    return dict(TOOL.files())


@pytest.fixture(scope="module")
def repo(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return STORY.repository(tmp_path_factory.mktemp("review"))


def test_the_page_and_its_pictures_are_current(made: dict[Path, bytes]) -> None:
    stale = [path.name for path, data in made.items() if not path.is_file() or path.read_bytes() != data]
    assert stale == [], "run: make generated"
    assert set(TOOL.FOLDER.glob("*.svg")) == {path for path in made if path != PAGE}


def test_pictures_are_shown_and_lead_to_themselves_and_are_small(made: dict[Path, bytes]) -> None:
    text = PAGE.read_text("utf-8")
    for path in TOOL.FOLDER.iterdir():
        assert text.count(f"(images/review/{path.name})") == 2
        assert path.stat().st_size < MOST


def test_what_commands_print_comes_from_commands() -> None:
    written = re.sub(r"<!-- generated: .*?<!-- end -->", "", PAGE.read_text("utf-8"), flags=re.DOTALL)
    fences = re.findall(r"^```console\n(.*?)^```$", written, re.MULTILINE | re.DOTALL)
    assert [line for fence in fences for line in fence.splitlines() if not line.startswith("$ ")] == []


def test_what_changed_on_main_meanwhile_is_no_change_of_the_branch(repo: Any) -> None:
    assert "Renewal" not in repo.jmap("diff", "main", "-v").text
    assert "Renewal" in repo.jmap("diff", "main", "--direct", "-v").text


def test_the_gate_stops_until_its_changes_are_approved(repo: Any) -> None:
    gate = ("diff", "main", "--fail-on", "worse", "-f", "json=.git/diff.json")
    assert repo.jmap(*gate).status == 1
    (repo.folder / "jmap-approved.yaml").write_text(TOOL.approvals(repo), "utf-8")
    assert repo.jmap(*gate).status == 0
    (repo.folder / "jmap-approved.yaml").unlink()


def test_formatting_is_no_change(repo: Any) -> None:
    path = repo.folder / TOOL.MAP
    text = path.read_text("utf-8")
    path.write_text(
        text.replace("        time: {active: 40 min}", '        time: # all of it\n          active: "40 min"')
    )
    shown = repo.jmap("diff", "HEAD").text
    path.write_text(text)
    assert "No change in the journey" in shown


def test_links_lead_somewhere() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", PAGE.read_text("utf-8"))
    assert [link for link in links if not (DOCS / link).exists()] == []
