"""The pages of the rules are current, all there, and lead somewhere; the manual of the check names real settings."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from jmap.check.rule import load_rules
from jmap.resolve.workspace import read_workspace
from tests.docs.blocks import DOCS, Block, blocks
from tests.docs.tools import tool

RULES = DOCS / "rules"


def test_there_is_a_current_page_for_every_rule_and_none_for_others() -> None:
    pages = dict(tool("rule_pages").pages())
    assert {path.name for path in pages} == {path.name for path in RULES.iterdir()}
    assert [path.name for path, text in pages.items() if path.read_text("utf-8") != text] == []


def test_the_page_of_a_rule_that_is_gone_goes_too(tmp_path: Path) -> None:
    (tmp_path / "JM101.md").write_text("as it was", "utf-8")
    (tmp_path / "JM998.md").write_text("of a rule that is gone", "utf-8")
    generated = tool("generated")
    needed = generated.changes({tmp_path / "JM101.md": "new", tmp_path / "JM102.md": "too"}, tmp_path)
    assert needed == {tmp_path / "JM101.md": "new", tmp_path / "JM102.md": "too", tmp_path / "JM998.md": None}
    for path, text in needed.items():
        generated.write(path, text)
    assert {path.name: path.read_text("utf-8") for path in tmp_path.iterdir()} == {"JM101.md": "new", "JM102.md": "too"}


def test_the_table_names_every_rule_once() -> None:
    rows = re.findall(r"^\| \[(JM\d+)\]\((JM\d+)\.md\)", (RULES / "README.md").read_text("utf-8"), re.MULTILINE)
    assert [code for code, _ in rows] == [page for _, page in rows] == [rule.code for rule in load_rules()]


@pytest.mark.parametrize("block", [b for b in blocks("check.md") if b.kind == "project"], ids=lambda block: block.name)
def test_the_settings_of_the_manual_are_settings(block: Block, tmp_path: Path) -> None:
    from jmap.check.settings import settings

    block.write(tmp_path)
    reading = read_workspace([tmp_path], tmp_path)
    assert (*reading.diagnostics, *settings(reading, load_rules())[1]) == ()


def test_links_of_the_manual_lead_somewhere() -> None:
    for page in (DOCS / "check.md", RULES / "README.md"):
        for target in re.findall(r"\]\(([^)#]+)\)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), target
