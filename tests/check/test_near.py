"""Names that are nearly the same, and names that only look so."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.check.checking import found, write

MAP = "jmap: 1\ntitle: I buy it\nstages:\n  - {{name: Buy, touchpoints: [{{name: {0}}}, {{name: {1}}}]}}\n"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Size guide", "Size guides"),
        ("Guide size", "Size guide"),
        ("Panduan ukuran", "Panduan ukurran"),
        ("Café menu", "Cafe menu"),
    ],
)
def test_one_thing_under_two_names(tmp_path: Path, one: str, other: str) -> None:
    write(tmp_path, {"a.journey.yaml": MAP.format(one, other)})
    (finding,) = found(tmp_path, ["JM704"])
    assert f"`{other}` is nearly `{one}`" in finding.message


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Gate A", "Gate B"),
        ("Counter 1", "Counter 2"),
        ("Menu", "Mesu"),
        ("Order mail", "Refund mail"),
        ("検索結果", "検索画面"),
    ],
)
def test_two_things(tmp_path: Path, one: str, other: str) -> None:
    write(tmp_path, {"a.journey.yaml": MAP.format(one, other)})
    assert found(tmp_path, ["JM704"]) == ()


def test_an_owner_is_a_team_by_another_spelling(tmp_path: Path) -> None:
    text = "jmap: 1\ntitle: I buy it\nstages: [{name: Buy, opportunities: {text: Do it, owner: Growth teams}}]\n"
    write(tmp_path, {"jmap.yaml": "jmap: 1\nteams: [Growth team]\n", "a.journey.yaml": text})
    (finding,) = found(tmp_path, ["JM704"])
    assert finding.message == "the team `Growth teams` is nearly `Growth team` of jmap.yaml"
    assert finding.source_line[finding.column - 1 :].startswith("Growth teams")


def test_kinds_are_kept_apart(tmp_path: Path) -> None:
    project = "jmap: 1\nteams: [Web shop]\nsystems: [Web shops]\n"
    write(tmp_path, {"jmap.yaml": project, "a.journey.yaml": "jmap: 1\ntitle: I buy it\nstages: [Buy]\n"})
    assert found(tmp_path, ["JM704"]) == ()
