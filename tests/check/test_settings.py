"""Rules that do not exist are mistakes of `jmap.yaml`, each with its place and the rule that was meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from jmap.check.rule import load_rules
from jmap.check.selection import suggestion, unknown
from jmap.check.settings import settings
from jmap.resolve.workspace import read_workspace
from tests.check.checking import write

MAP = "jmap: 1\ntitle: I buy it\nstages: [Buy]\n"


@pytest.mark.parametrize(
    ("line", "column", "meant"),
    [
        ("check: {select: [JM301, JM3011]}", 25, "JM301"),
        ("check: {ignore: stage-without-touchpoints}", 17, "stage-without-touchpoint"),
        ("check: {per_file: {a.yaml: [jm3]}}", 29, "JM3"),
    ],
)
def test_a_rule_that_is_not_there(tmp_path: Path, line: str, column: int, meant: str) -> None:
    write(tmp_path, {"jmap.yaml": f"jmap: 1\n{line}\n", "a.journey.yaml": MAP})
    reading = read_workspace([tmp_path], tmp_path)
    _, (mistake,) = settings(reading, load_rules())
    assert (mistake.file, mistake.line, mistake.column) == ("jmap.yaml", 2, column)
    assert (mistake.code, mistake.suggestion) == ("unknown-rule", meant)


def test_codes_their_beginnings_and_names_are_known() -> None:
    rules = load_rules()
    assert not any(unknown(word, rules) for word in ("JM", "JM3", "JM30", "JM301", "stage-without-touchpoint"))
    assert all(unknown(word, rules) for word in ("", "J", "JM0", "JM3011", "JM3*", "stage", "301", "unknown-key"))
    assert suggestion("stage_without_touchpoint", rules) == "stage-without-touchpoint"


def test_what_the_project_says_is_read(tmp_path: Path) -> None:
    text = (
        "jmap: 1\ncheck:\n  stale_after: 6 months\n  jargon: [MQL]\n"
        "  thresholds: {coverage: 80 %, longest_wait: 1 week, most_items: 9, smallest_sample: 100}\n"
    )
    write(tmp_path, {"jmap.yaml": text, "a.journey.yaml": MAP})
    chosen, mistakes = settings(read_workspace([tmp_path], tmp_path), load_rules())
    limits = chosen.limits
    assert not mistakes and limits.jargon == ("MQL",) and limits.coverage == 0.8
    assert (limits.longest_wait, limits.most_items, limits.smallest_sample) == (7 * 86400, 9, 100)
    assert (limits.most_stages, limits.most_personas) == (7, 5)
