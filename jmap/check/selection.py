"""Which rules look at which file: `select`, `ignore`, `per_file`, each by code, by the beginning of one, or by name."""

from __future__ import annotations

import fnmatch
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from jmap.check.rule import Rule
from jmap.model.names import nearest

_CODE = re.compile(r"JM\d{0,3}")
EVERYTHING = ("JM",)


def weight(pattern: str, rule: Rule) -> int:
    """How closely a pattern means a rule: 0 not at all, more for a longer beginning of the code, most for its name."""
    if pattern == rule.name:
        return len(rule.code)
    return len(pattern) if _CODE.fullmatch(pattern) and rule.code.startswith(pattern) else 0


def means(patterns: Iterable[str], rule: Rule) -> int:
    return max((weight(pattern, rule) for pattern in patterns), default=0)


def unknown(pattern: str, rules: Sequence[Rule]) -> bool:
    """Whether a pattern means no rule at all."""
    return not any(weight(pattern, rule) for rule in rules)


def suggestion(pattern: str, rules: Sequence[Rule]) -> str:
    """The code or name that was most likely meant, or an empty text."""
    codes, names = [rule.code for rule in rules], [rule.name for rule in rules]
    upper = pattern.upper()
    if _CODE.fullmatch(upper) and not unknown(upper, rules):
        return upper
    longer = next((code for code in codes if upper.startswith(code)), "")
    if longer:
        return longer
    return nearest(pattern, codes if re.fullmatch(r"[A-Za-z]{1,3}\d+", pattern) else names)


@dataclass(frozen=True, slots=True)
class Selection:
    """Of two patterns that mean a rule, the closer one decides; of two as close, the one that ignores."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file: tuple[tuple[str, tuple[str, ...]], ...] = ()  # glob -> ignore

    def chosen(self, rules: Iterable[Rule]) -> tuple[Rule, ...]:
        """The rules that run at all."""
        return tuple(rule for rule in rules if self._on(rule))

    def ignored_in(self, file: str, rules: Iterable[Rule]) -> frozenset[str]:
        """The codes of the rules that have nothing to say about a file (relative to the project)."""
        patterns = [pattern for glob, ignored in self.per_file if lies_in(file, glob) for pattern in ignored]
        return frozenset(rule.code for rule in rules if means(patterns, rule)) if patterns else frozenset()

    def _on(self, rule: Rule) -> bool:
        return means(self.select or EVERYTHING, rule) > means(self.ignore, rule)


def lies_in(file: str, glob: str) -> bool:
    """Whether a path matches: `**` is any folders, `*` and `?` stay inside one. A bare name lies in any folder."""
    parts = [part for part in glob.split("/") if part not in ("", ".")]
    parts = parts if len(parts) > 1 else ["**", *parts]
    states = _through({0}, parts)
    for name in file.split("/"):
        after = {i for i in states if i < len(parts) and parts[i] == "**"}
        after |= {i + 1 for i in states if i < len(parts) and parts[i] != "**" and fnmatch.fnmatchcase(name, parts[i])}
        states = _through(after, parts)
    return len(parts) in states


def _through(states: set[int], parts: Sequence[str]) -> set[int]:
    """With what may match no folder at all."""
    for i, part in enumerate(parts):
        if part == "**" and i in states:
            states.add(i + 1)
    return states
