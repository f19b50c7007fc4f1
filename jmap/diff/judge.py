"""Finds the rule that judges a difference, among the files of `rules/`."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Protocol

from jmap.diff import grades
from jmap.diff.found import Found
from jmap.diff.judgement import Judgement

RULES = Path(__file__).parent / "rules"


class Rule(Protocol):
    """A module of `rules/`."""

    CODES: tuple[str, ...]

    def judge(self, found: Found) -> Judgement | None: ...


class Judge:
    """Knows all rules, and remembers which one has which code."""

    def __init__(self) -> None:
        self._rules = rules()
        self._by_code: dict[str, Rule | None] = {}

    def judge(self, found: Found) -> Judgement:
        """What a difference means: what its rule says, or else the default by kind of field."""
        code = found.code
        if code not in self._by_code:
            self._by_code[code] = next((r for r in self._rules.values() if covers(r, code)), None)
        rule = self._by_code[code]
        judged = rule.judge(found) if rule else None
        return judged or grades.default(found)


def rules() -> Mapping[str, Rule]:
    """The rules by the names of their files."""
    names = sorted(path.stem for path in RULES.glob("[a-z]*.py"))
    found: dict[str, Rule] = {name: importlib.import_module(f"jmap.diff.rules.{name}") for name in names}
    return found


def covers(rule: Rule, code: str) -> bool:
    """Whether a rule judges changes with this code."""
    return any(fnmatchcase(code, pattern) for pattern in rule.CODES)
