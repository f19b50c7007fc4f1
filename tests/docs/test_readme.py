"""What the README shows is what happens."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from jmap.cli.main import cli
from tests.docs.blocks import DOCS

ROOT = DOCS.parent
README = (ROOT / "README.md").read_text("utf-8")
BROKEN = Path(__file__).parent / "pickup.journey.yaml"
PAGES = [ROOT / "README.md", DOCS / "language.md", DOCS / "errors.md"]


def test_the_mistakes_shown_are_the_mistakes_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(BROKEN, tmp_path)
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(cli, ["check", BROKEN.name])
    shown = f"$ jmap check {BROKEN.name}\n{result.stdout.strip()}\n```"
    assert shown in README, f"put this into README.md:\n{shown}"


def test_a_build_leaves_what_the_table_lists(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(ROOT / "examples/first-map/coffee.journey.yaml", tmp_path)
    monkeypatch.chdir(tmp_path)
    CliRunner().invoke(cli, ["build", "coffee.journey.yaml"], catch_exceptions=False, standalone_mode=False)
    table = README.split("## What a build leaves")[1].split("## ")[0]
    listed = re.findall(r"`([\w.-]+\.(?:html|svg|dot|json))`", table)
    assert sorted(listed) == sorted(path.name for path in (tmp_path / "site").iterdir())


def test_the_first_words_tell_it_from_the_mail_protocol() -> None:
    first = README.split("\n\n")[1]
    assert "mail protocol" in first
    assert "`jmap-journeys`" in first


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_to_files(page: Path) -> None:
    targets = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text("utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []
