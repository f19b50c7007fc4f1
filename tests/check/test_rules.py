"""Every rule finds what its manual says that it finds, where it says so, and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from jmap.check.manual import manual, snippet
from jmap.check.rule import Rule, load_rules
from tests.check.checking import found, write

RULES = load_rules()
CRASHED = "JM999"  # cannot be shown in a map
SHOWN = [rule for rule in RULES if rule.code != CRASHED]
NEEDS_A_RULE = {"JM990": ("JM990", "JM301"), "JM991": ("JM991", "JM301"), "JM992": ("JM992", "JM301")}


def name(rule: Rule) -> str:
    return f"{rule.code}-{rule.name}"


def test_there_are_many_and_each_has_a_code_and_a_name_of_its_own() -> None:
    assert len(RULES) >= 40
    assert len({rule.code for rule in RULES}) == len(RULES)
    assert all(re.fullmatch(r"JM[1-9]\d\d", rule.code) for rule in RULES)


@pytest.mark.parametrize("rule", RULES, ids=name)
def test_the_manual_is_whole(rule: Rule) -> None:
    page = manual(rule)
    assert page.summary.endswith(".") and len(page.summary) < 100
    assert len(page.why) > 80
    assert rule.severity in ("error", "warning", "info")
    assert bool(page.fails and page.passes) == (rule.code != CRASHED)


@pytest.mark.parametrize("rule", SHOWN, ids=name)
def test_what_fails_gives_exactly_this_at_the_marked_lines(rule: Rule, tmp_path: Path) -> None:
    shown = snippet(manual(rule).fails)
    assert shown.marked, "no line is marked"
    findings = found(write(tmp_path, dict(shown.files)), select=NEEDS_A_RULE.get(rule.code, (rule.code,)))
    assert {(f.file, f.line, f.code) for f in findings} == {(file, line, rule.code) for file, line in shown.marked}
    assert all("{" not in f.message and f.source_line for f in findings)


@pytest.mark.parametrize("rule", SHOWN, ids=name)
def test_what_passes_gives_nothing(rule: Rule, tmp_path: Path) -> None:
    shown = snippet(manual(rule).passes)
    assert not shown.marked
    assert found(write(tmp_path, dict(shown.files)), select=NEEDS_A_RULE.get(rule.code, (rule.code,))) == ()
