"""Which rules run where, what comments silence, and what happens when a rule breaks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from jmap.check.context import Context
from jmap.check.rule import At, Rule, at, load_rules
from jmap.check.sheet import Sheet
from tests.check.checking import found, write

WEAK = """\
jmap: 1
title: I buy running shoes
persona: Dewi
stages:
  - name: Hear about it
    actions: Asks the running group
  - name: Buy
    touchpoints: Web shop
    pain_points: {text: Sizes are unclear, severity: high}
"""


def codes(folder: Path, text: str = WEAK, project: str = "", select: tuple[str, ...] = ()) -> list[str]:
    files = {"maps/buy.journey.yaml": text} | ({"jmap.yaml": "jmap: 1\n" + project} if project else {})
    return [finding.code for finding in found(write(folder, files), select)]


def test_what_is_weak_is_found_in_the_order_of_the_file(tmp_path: Path) -> None:
    assert codes(tmp_path) == ["JM301", "JM201"]


def test_a_first_sketch_is_left_in_peace(tmp_path: Path) -> None:
    sketch = (
        "jmap: 1\ntitle: I order coffee for pickup\npersona: Rina, a commuter\nstages:\n"
        "  - {name: Decide, touchpoints: App, thoughts: Is there time?, feelings: 0, time: 1 min}\n"
        "  - {name: Collect, touchpoints: Shelf, pain_points: No name on the cup, feelings: -2, time: 3 min}\n"
    )
    assert codes(tmp_path, sketch) == []


@pytest.mark.parametrize(
    ("check", "left"),
    [
        ("{select: JM2}", ["JM201"]),
        ("{select: [stage-without-touchpoint]}", ["JM301"]),
        ("{ignore: [JM301]}", ["JM201"]),
        ("{ignore: JM}", []),
        ("{select: JM201, ignore: JM2}", ["JM201"]),
        ("{select: JM2, ignore: JM201}", []),
        ("{per_file: {'maps/*': [JM201]}}", ["JM301"]),
        ("{per_file: {'**/buy.journey.yaml': JM2}}", ["JM301"]),
        ("{per_file: {buy.journey.yaml: JM}}", []),
        ("{per_file: {'other/**': JM}}", ["JM301", "JM201"]),
    ],
)
def test_the_project_says_which_rules_run(tmp_path: Path, check: str, left: list[str]) -> None:
    assert codes(tmp_path, project=f"check: {check}\n") == left


def test_thresholds_move_the_line(tmp_path: Path) -> None:
    stages = "jmap: 1\ntitle: I buy it\npersona: Dewi\nstages: [One, Two, Three]\n"
    assert codes(tmp_path, stages) == []
    assert codes(tmp_path, stages, "check: {thresholds: {most_stages: 2}}\n") == ["JM303"]
    assert codes(tmp_path, stages, "check: {thresholds: {most_stages: 3}}\n") == []


def silenced(line: int, comment: str) -> str:
    lines = WEAK.splitlines()
    lines[line - 1] += f"  {comment}"
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("what", ["JM301", "JM3", "stage-without-touchpoint", "JM201, JM301"])
def test_a_comment_silences_the_finding_of_its_line(tmp_path: Path, what: str) -> None:
    left = codes(tmp_path, silenced(5, f"# jmap: ignore[{what}] she makes up her mind alone"))
    assert left == (["JM990", "JM201"] if "," in what else ["JM201"])


def test_a_comment_above_the_line_silences_it(tmp_path: Path) -> None:
    above = WEAK.replace(
        "  - name: Hear", "  # jmap: ignore[JM301] she makes up her mind alone\n  # (so she says)\n  - name: Hear"
    )
    assert codes(tmp_path, above) == ["JM201"]


def test_a_comment_above_an_item_silences_what_is_found_in_its_text(tmp_path: Path) -> None:
    item = "    pain_points:\n      - id: sizes\n        severity: high\n        text: Sizes are unclear\n"
    text = WEAK[: WEAK.index("    pain_points")] + item
    assert codes(tmp_path, text) == ["JM301", "JM201"]
    above = text.replace(
        "      - id: sizes", "      # jmap: ignore[JM201] the new size guide comes in March\n      - id: sizes"
    )
    assert codes(tmp_path, above) == ["JM301"]
    behind = text.replace("- id: sizes", "- id: sizes  # jmap: ignore[JM201] wrong line")
    assert codes(tmp_path, behind) == ["JM301", "JM990", "JM201"]


def test_a_comment_elsewhere_silences_nothing_and_is_told(tmp_path: Path) -> None:
    assert codes(tmp_path, silenced(2, "# jmap: ignore[JM301] wrong line")) == ["JM990", "JM301", "JM201"]


def test_text_that_looks_like_a_comment_is_text(tmp_path: Path) -> None:
    text = WEAK.replace("name: Hear about it", 'name: "Hear about it # jmap: ignore[JM301] no"')
    assert codes(tmp_path, text) == ["JM301", "JM201"]


def test_a_silenced_rule_that_does_not_run_is_not_called_idle(tmp_path: Path) -> None:
    text = silenced(5, "# jmap: ignore[JM301] she makes up her mind alone")
    assert codes(tmp_path, text, select=("JM201", "JM990")) == ["JM201"]


def breaks(sheet: Sheet, context: Context) -> Iterator[At]:
    yield at("title", what="a finding before the crash is lost with it")
    raise ZeroDivisionError("secret of the map")


def test_a_rule_that_breaks_is_jmaps_defect_and_the_others_run_on(tmp_path: Path) -> None:
    broken = Rule("JM001", "broken", "warning", "{what}", "", "", check=breaks)
    write(tmp_path, {"buy.journey.yaml": WEAK})
    findings = found(tmp_path, rules=(broken, *load_rules()))
    assert [f.code for f in findings] == ["JM999", "JM301", "JM201"]
    crash = findings[0]
    assert (
        crash.severity == "error"
        and "JM001 (broken)" in crash.message
        and "defect in jmap, not in your map" in crash.message
    )
    assert "ZeroDivisionError" in crash.message and "secret" not in crash.message


def test_maps_with_mistakes_are_no_matter_of_rules(tmp_path: Path) -> None:
    from jmap.check.engine import check
    from jmap.check.settings import Settings
    from jmap.resolve.workspace import read_workspace
    from tests.check.checking import TODAY

    write(
        tmp_path,
        {"jmap.yaml": "jmap: 1\ntouchpoints: [Web shop, Fax]\n", "a.journey.yaml": WEAK, "b.journey.yaml": "jmap: 1\n"},
    )
    findings = check(read_workspace([tmp_path], tmp_path), Settings(), TODAY)
    assert {f.file for f in findings} == {"a.journey.yaml"}  # and nobody knows what b uses of the catalogue


def test_the_same_maps_give_the_same_findings(tmp_path: Path) -> None:
    write(tmp_path, {"a.journey.yaml": WEAK, "b.journey.yaml": WEAK.replace("shoes", "socks")})
    assert found(tmp_path) == found(tmp_path)
