"""`jmap find` and `jmap rename` in a project: what is printed, what is written, what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.running import inside as jmap

CATALOGUE = "jmap: 1\npersonas: [{name: Dewi}]\nteams: [Web team]\ntouchpoints: [{name: Size guide}, {name: Shelf}]\n"
MAP = """\
jmap: 1
title: I buy
personas: [Dewi]
owner: Web team
stages:
  - name: Decide
    touchpoints: [Size guide]   # as it is
    next: [{to: Pay, share: 50 %}]
  - name: Pay
    thoughts: [{text: Hm, personas: [dewi]}]
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "jmap.yaml").write_text(CATALOGUE, encoding="utf-8")
    (tmp_path / "a.journey.yaml").write_text(MAP, encoding="utf-8")
    return tmp_path


def test_find_says_where_a_thing_is_used_and_what_would_break(project: Path) -> None:
    result = jmap("find", "size guide", cwd=project)
    assert result.stdout.splitlines() == [
        "Size guide  (touchpoint)",
        "  defined  jmap.yaml:4:22",
        "  used     a.journey.yaml:7:19  touchpoints of Decide",
        "  1 use in 1 file. Without it, 1 name would mean nothing.",
    ]
    assert jmap("find", "Shelf", cwd=project).stdout.endswith("  Not used.\n")
    assert jmap("find", "Web team", cwd=project).stdout.endswith("Nothing would break without it.\n")


def test_find_as_data(project: Path) -> None:
    (found,) = json.loads(jmap("find", "dewi", "-f", "json", cwd=project).stdout)
    assert (found["kind"], found["defined"]) == ("persona", {"file": "jmap.yaml", "line": 2})
    assert [use["line"] for use in found["uses"]] == [3, 10]


def test_find_nothing_says_what_may_have_been_meant(project: Path) -> None:
    result = jmap("find", "Size gide", cwd=project)
    assert result.returncode == 2
    assert "did you mean `Size guide`?" in result.stderr
    wrong = jmap("find", "Dewi", "--kind", "person", cwd=project)
    assert wrong.returncode == 2 and "not one of" in wrong.stderr


def test_rename_touches_only_the_lines_that_it_must(project: Path) -> None:
    result = jmap("rename", "touchpoint", "size guide", "Size helper", cwd=project)
    assert result.returncode == 0, result.stderr
    assert result.stdout == "a.journey.yaml: 1 place\njmap.yaml: 2 places\n"
    text = (project / "a.journey.yaml").read_text(encoding="utf-8")
    assert text == MAP.replace("[Size guide]   # as it is", "[Size helper]   # as it is")
    assert "{id: size-helper, renamed_from: size-guide, name: Size helper}" in (project / "jmap.yaml").read_text(
        "utf-8"
    )


def test_rename_shows_what_it_would_do(project: Path) -> None:
    result = jmap("rename", "stage", "Pay", "Pays", "--diff", cwd=project)
    assert "+    next: [{to: Pays, share: 50 %}]" in result.stdout
    assert (project / "a.journey.yaml").read_text(encoding="utf-8") == MAP


def test_rename_refuses_what_would_break_the_project(project: Path) -> None:
    taken = jmap("rename", "touchpoint", "Size guide", "Shelf", cwd=project)
    assert taken.returncode == 2 and "another touchpoint is called `Shelf` (jmap.yaml, line 4)" in taken.stderr
    unknown = jmap("rename", "persona", "Devi", "Dewi L", cwd=project)
    assert unknown.returncode == 2 and "did you mean `Dewi`?" in unknown.stderr


def test_a_step_that_two_maps_have_needs_its_file(project: Path) -> None:
    (project / "b.journey.yaml").write_text(MAP.replace("I buy", "I buy too"), encoding="utf-8")
    both = jmap("rename", "stage", "Pay", "Pays", cwd=project)
    assert both.returncode == 2 and "a.journey.yaml, b.journey.yaml" in both.stderr
    one = jmap("rename", "stage", "Pay", "Pays", "b.journey.yaml", cwd=project)
    assert one.stdout == "b.journey.yaml: 3 places\n"
