"""The table of tokens in docs/themes.md, from the names that jmap knows and the values of the default theme."""

from __future__ import annotations

from pathlib import Path

from jmap.theme.load import load_theme
from jmap.theme.tokens import TOKENS

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "themes.md"
BEGIN, END = "<!-- generated: make generated -->\n", "<!-- end -->"


def page() -> str:
    """The page as it is, with the table anew."""
    before, rest = PAGE.read_text("utf-8").split(BEGIN)
    after = rest.split(END)[1]
    return f"{before}{BEGIN}{table()}{END}{after}"


def table() -> str:
    """A row a token: its name, what it is for, and its colour in both modes of the default theme."""
    theme, wrong = load_theme("default", ROOT)
    assert not wrong
    rows = (f"| `{name}` | {use} | `{theme.light[name]}` | `{theme.dark[name]}` |" for name, use in TOKENS.items())
    return "\n".join(("| token | is for | light | dark |", "|---|---|---|---|", *rows, ""))
