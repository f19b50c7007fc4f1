"""Fixes change exactly what they mean to, and nothing else of the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from jmap.check.fix import fixable
from jmap.resolve.workspace import load_workspace
from jmap.source.edit import Edit, applied
from tests.check.checking import found, write

MAP = """\
# my notes
jmap: 1
title: I buy running shoes   # a comment
persona: Dewi
stages:
  # jmap: ignore[JM303] there were nine
  - name: Choose  # jmap: ignore[JM301] silences nothing
    touchpoints: ["SIZE GUIDE", size  Guide]   # both
    thoughts:
      - '"Is 38 ''really'' 38?"'  # a quote
      - “Maybe.”

  - {name: Pay, touchpoints: Size guide, thoughts: ['„Teuer: sehr“']}
"""
MENDED = """\
# my notes
jmap: 1
title: I buy running shoes   # a comment
persona: Dewi
stages:
  - name: Choose
    touchpoints: ["Size guide", Size guide]   # both
    thoughts:
      - "Is 38 'really' 38?"  # a quote
      - "Maybe."

  - {name: Pay, touchpoints: Size guide, thoughts: ["Teuer: sehr"]}
"""
PROJECT = "jmap: 1\ntouchpoints: [Size guide]\n"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_only_what_is_meant_changes(tmp_path: Path, end: str) -> None:
    write(tmp_path, {"jmap.yaml": PROJECT})
    (tmp_path / "a.journey.yaml").write_bytes(MAP.replace("\n", end).encode())
    findings = fixable(found(tmp_path))
    edits = [edit for finding in findings for edit in finding.fix]
    new = applied(MAP.replace("\n", end), edits)
    assert new == MENDED.replace("\n", end)
    (tmp_path / "a.journey.yaml").write_bytes(new.encode())
    assert not any(finding.fix for finding in found(tmp_path))
    assert load_workspace([tmp_path], tmp_path)[1] == ()


def test_fixes_that_touch_the_same_text_wait_for_each_other(tmp_path: Path) -> None:
    from dataclasses import replace

    write(tmp_path, {"jmap.yaml": PROJECT, "a.journey.yaml": MAP})
    one = next(f for f in found(tmp_path) if f.fix)
    assert fixable([one, replace(one, code="JM001")]) == (one,)


def test_an_edit_at_the_end_of_a_file_without_a_line_end() -> None:
    assert applied("a\nb # c", [Edit("", 2, 2, 3, 1, "")]) == "a\nb"
    assert applied("a\n# c", [Edit("", 2, 1, 3, 1, "")]) == "a\n"
