"""Every code that a change can have comes from a case of its own, alone, and means what the table says."""

from __future__ import annotations

from pathlib import Path

import pytest

from jmap.diff.codes import every_code
from jmap.diff.judge import covers, rules
from tests.diff.cases import Case, cases
from tests.diff.comparing import check_mirror, reading

TABLE = Path(__file__).parent / "judgements.txt"
PICTURES = {code.code for code in every_code() if code.field == "image"}  # they need files: see test_compare
ALL = {case.code: case for case in cases()}


def judged() -> dict[str, str]:
    lines = TABLE.read_text("utf-8").splitlines()
    return {line.split()[0]: " ".join(line.split()[1:]) for line in lines}


def test_the_table_has_every_code_and_no_other() -> None:
    assert sorted(judged()) == sorted({code.code for code in every_code()} - PICTURES)


@pytest.mark.parametrize("case", ALL.values(), ids=list(ALL))
def test_the_change_is_found_alone_and_judged_as_the_table_says(case: Case) -> None:
    comparison = check_mirror(reading(case.before), reading(case.after))
    assert comparison.broken == ()
    assert [change.code for change in comparison.changes] == [case.code]
    (change,) = comparison.changes
    if case.shown is not None:
        assert (change.before, change.after) == case.shown
    assert " ".join(filter(None, (change.level, change.kind, change.effect, change.reason))) == judged()[case.code]


def test_every_rule_judges_codes_that_there_are_and_no_two_rules_the_same() -> None:
    codes = [code.code for code in every_code()]
    by_rule = {name: [code for code in codes if covers(rule, code)] for name, rule in rules().items()}
    for name, rule in rules().items():
        assert [p for p in rule.CODES if not any(covers(_only(p), code) for code in codes)] == [], name
    every = [code for judged in by_rule.values() for code in judged]
    assert sorted(code for code in set(every) if every.count(code) > 1) == []


def test_everything_that_can_be_added_can_be_removed() -> None:
    codes = {code.code for code in every_code()}
    assert {c.removesuffix("-added") for c in codes if c.endswith("-added")} == {
        c.removesuffix("-removed") for c in codes if c.endswith("-removed")
    }


class _only:
    def __init__(self, pattern: str) -> None:
        self.CODES = (pattern,)

    def judge(self, found: object) -> None:
        return None
