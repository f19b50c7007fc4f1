"""Which of a language's plural forms a figure takes, by the rules of Unicode's CLDR as Babel writes them."""

from __future__ import annotations

from collections.abc import Mapping

OTHER = "other"


def category(figure: str, rules: Mapping[str, str]) -> str:
    """The category (`one`, `few`, ...) of a figure as it is written with a point: `1`, `1.5`; `other` if no rule holds.

    A rule is made of `or`, `and`, and conditions such as `i mod 10 in 2..4,9` or `v not in 0`.
    """
    operands = _operands(figure)
    return next((name for name, rule in rules.items() if _any_holds(rule, operands)), OTHER)


def _operands(figure: str) -> dict[str, float]:
    """What rules ask about: the value, its whole part, its decimals with and without noughts at the end."""
    whole, _, decimals = figure.partition(".")
    kept = decimals.rstrip("0")
    counts = {"v": len(decimals), "w": len(kept), "f": int(decimals or 0), "t": int(kept or 0), "c": 0, "e": 0}
    return {"n": float(figure), "i": int(whole), **counts}


def _any_holds(rule: str, operands: Mapping[str, float]) -> bool:
    return any(all(_holds(one, operands) for one in part.split(" and ")) for part in rule.split(" or "))


def _holds(condition: str, operands: Mapping[str, float]) -> bool:
    left, ranges = condition.split(" in ")
    subject = left.removesuffix(" not")
    operand, _, modulus = subject.partition(" mod ")
    value = operands[operand] % int(modulus) if modulus else operands[operand]
    return _within(value, ranges) is (subject == left)


def _within(value: float, ranges: str) -> bool:
    ends = (part.split("..") for part in ranges.split(","))
    return value % 1 == 0 and any(int(end[0]) <= value <= int(end[-1]) for end in ends)
