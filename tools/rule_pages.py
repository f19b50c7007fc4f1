"""docs/rules/: a page for every rule of `jmap check`, from its docstring, and a table of all of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from jmap.check.manual import manual
from jmap.check.page import page
from jmap.check.rule import Rule, load_rules

FOLDER = Path(__file__).parent.parent / "docs" / "rules"
FAMILIES = {
    "JM1": ("Evidence", "what is known, and what only looks like it"),
    "JM2": ("Action", "what is to be done, by whom, and what first"),
    "JM3": ("Structure", "stages, steps, ways, exits and personas"),
    "JM4": ("The customer's voice", "whose words these are, in English and Indonesian"),
    "JM5": ("Experience", "the curve, moments of truth, and what matters to whom"),
    "JM6": ("Time", "how long it takes, and whether it adds up"),
    "JM7": ("Consistency", "many maps, one world"),
    "JM80": ("Personalisation", "what algorithms do for customers, and to them"),
    "JM85": ("Access", "readers who cannot see the picture, or not its colours"),
    "JM90": ("Freshness", "whether anybody has looked at it lately"),
    "JM99": ("About the check itself", "comments that silence, and defects of jmap's"),
}
NOTE = "This page is generated: `make generated`.\n"
HEAD = f"""# Rules

What `jmap check` looks for beyond mistakes in the language: {{count}} rules, each with its reasons.
`jmap explain JM301` prints the same pages. How to choose, silence and adopt them: [check](../check.md). {NOTE}
A first sketch is left in peace: a map with `basis: planned`, without `owner` and `reviewed`, of which less than half
rests on evidence, is not asked for what only a finished map has.
"""


def pages() -> Iterator[tuple[Path, str]]:
    """Each page and what belongs in it."""
    rules = load_rules()
    yield FOLDER / "README.md", _index(rules)
    for rule in rules:
        yield FOLDER / f"{rule.code}.md", f"{page(rule)}\n[All rules](README.md). {NOTE}"


def _index(rules: tuple[Rule, ...]) -> str:
    parts = [HEAD.format(count=len(rules))]
    for start, (family, about) in FAMILIES.items():
        rows = [_row(rule) for rule in rules if rule.code.startswith(start)]
        table = "\n".join(["| code | name | severity | what is wrong |", "|---|---|---|---|", *rows])
        parts.append(f"## {family}\n\n{about[0].upper()}{about[1:]}.\n\n{table}\n")
    return "\n".join(parts)


def _row(rule: Rule) -> str:
    return f"| [{rule.code}]({rule.code}.md) | {rule.name} | {rule.severity} | {manual(rule).summary} |"
