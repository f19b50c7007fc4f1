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


def test_a_broken_map_stops_a_rename_before_it_begins(project: Path) -> None:
    (project / "b.journey.yaml").write_text("jmap: 1\ntitle: t\nstages: [{touchpoints: [Size guide]}\n", "utf-8")
    result = jmap("rename", "touchpoint", "Size guide", "Size helper", cwd=project)
    assert result.returncode == 2
    assert "b.journey.yaml has to be mended first (line 3" in result.stderr
    assert (project / "a.journey.yaml").read_text(encoding="utf-8") == MAP
    own = jmap("rename", "stage", "Pay", "Pays", "a.journey.yaml", cwd=project)
    assert own.returncode == 0, own.stderr  # a stage is its map's own matter


@pytest.mark.parametrize("quote", ["", '"'], ids=["plain", "quoted"])
def test_the_short_form_of_a_persona_keeps_role_and_comment(tmp_path: Path, quote: str) -> None:
    file = tmp_path / "a.journey.yaml"
    short = f"persona: {quote}Rina, a commuter{quote}  # from the survey\n"
    file.write_text(f"jmap: 1\ntitle: t\n{short}stages: [A]\n", encoding="utf-8")
    assert jmap("rename", "persona", "rina", "Rina B", cwd=tmp_path).returncode == 0
    new = "persona: {id: rina-b, renamed_from: rina, name: Rina B, role: a commuter}  # from the survey\n"
    assert file.read_text(encoding="utf-8") == f"jmap: 1\ntitle: t\n{new}stages: [A]\n"


def test_a_short_persona_of_the_catalogue_keeps_its_role(project: Path) -> None:
    file = project / "a.journey.yaml"
    file.write_text('jmap: 1\ntitle: t\npersona: "Dewi, a runner"\nstages: [A]\n', encoding="utf-8")
    assert jmap("rename", "persona", "Dewi", "Dewi L", cwd=project).returncode == 0
    assert "persona: Dewi L, a runner\n" in file.read_text(encoding="utf-8")


def test_without_a_catalogue_one_name_is_one_thing_in_all_maps(tmp_path: Path) -> None:
    text = "jmap: 1\ntitle: t\nstages: [{name: A, touchpoints: [Shelf]}, {name: B, touchpoints: [shelf]}]\n"
    for name in ("jmap.yaml", "a.journey.yaml", "b.journey.yaml"):
        (tmp_path / name).write_text(text if "journey" in name else "jmap: 1\n", encoding="utf-8")
    result = jmap("rename", "touchpoint", "Shelf", "Shelf: left", cwd=tmp_path)
    assert result.stdout == "a.journey.yaml: 2 places\nb.journey.yaml: 2 places\n"
    assert 'touchpoints: ["Shelf: left"]' in (tmp_path / "b.journey.yaml").read_text(encoding="utf-8")
    assert jmap("find", "Shelf", cwd=tmp_path).returncode == 2


def test_line_ends_of_windows_stay(tmp_path: Path) -> None:
    file = tmp_path / "a.journey.yaml"
    file.write_bytes(b"jmap: 1\r\ntitle: t\r\nstages:\r\n  - name: A\r\n  - B\r\n")
    assert jmap("rename", "stage", "A", "C", cwd=tmp_path).returncode == 0
    assert file.read_bytes().endswith(b"  - id: c\r\n    renamed_from: a\r\n    name: C\r\n  - B\r\n")


def test_a_stage_cannot_take_the_name_of_a_step_that_others_lead_to(project: Path) -> None:
    file = project / "a.journey.yaml"
    file.write_text(
        "jmap: 1\ntitle: t\nstages:\n  - name: A\n    steps: [Pay, {name: Go, next: [Pay]}]\n  - B\n", "utf-8"
    )
    result = jmap("rename", "stage", "B", "Pay", cwd=project)
    assert result.returncode == 2 and "a step is called `Pay` (a.journey.yaml, line 5)" in result.stderr


def test_a_diff_calls_it_a_rename(tmp_path: Path) -> None:
    old, new = tmp_path / "old.journey.yaml", tmp_path / "new.journey.yaml"
    text = (
        "jmap: 1\nid: m\ntitle: t\nstages: [{name: A, steps: [Pay, {name: Go, next: [Pay]}], touchpoints: [Shelf]}]\n"
    )
    for file in (old, new):
        file.write_text(text, encoding="utf-8")
    assert jmap("rename", "step", "Pay", "Hands over money", "new.journey.yaml", cwd=tmp_path).returncode == 0
    assert jmap("rename", "touchpoint", "Shelf", "Locker", "new.journey.yaml", cwd=tmp_path).returncode == 0
    told = jmap("diff", old.name, new.name, "-v", cwd=tmp_path).stdout
    assert "Pay" in told and "Hands over money" in told and "Locker" in told
    assert "emoved" not in told and "dded" not in told and "guess" not in told, told


def test_a_second_rename_keeps_the_id_that_others_know(tmp_path: Path) -> None:
    file = tmp_path / "a.journey.yaml"
    file.write_text("jmap: 1\ntitle: t\nstages:\n  - name: Decides\n  - name: Pays\n", "utf-8")
    before = file.read_text("utf-8")
    assert jmap("rename", "stage", "Pays", "Settles", cwd=tmp_path).returncode == 0
    assert jmap("rename", "stage", "Settles", "Checks out", cwd=tmp_path).returncode == 0
    after = "  - id: settles\n    renamed_from: pays\n    name: Checks out\n"
    assert file.read_text("utf-8") == before.replace("  - name: Pays\n", after)
    assert jmap("rename", "stage", "settles", "checks-out", cwd=tmp_path).returncode == 0
    after = after.replace("settles", "checks-out")
    assert file.read_text("utf-8") == before.replace("  - name: Pays\n", after)
