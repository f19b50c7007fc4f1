"""Texts that YAML makes of what was meant as keys or items: each is a mistake, never a silent guess."""

from __future__ import annotations

import pytest

from tests.model.loading import load

HEAD = "jmap: 1\ntitle: T\nstages:\n"  # what follows begins in line 4

CASES = [
    ("  - name:Pay\n", 4, 9, "yaml-syntax", "`name: Pay`"),
    ("  - name:Pay\n    feelings: 0\n", 4, 9, "yaml-syntax", "name: Pay"),
    ("  - name: Pay\n      feelings:0\n", 5, 15, "yaml-syntax", "`feelings: 0`"),
    ("  - name:\u00a0Pay\n", 4, 9, "yaml-syntax", "`name: Pay`"),
    ("  - name：Pay\n", 4, 9, "yaml-syntax", "`name: Pay`"),
    ("  Decide\n  Pay\n", 4, 3, "wrong-type", "`- Decide` and so on"),
    ("  • Decide\n  • Pay\n", 4, 3, "yaml-syntax", "`- Decide`"),
    ("  -Decide\n  -Pay\n", 4, 3, "yaml-syntax", "`- Decide`"),
    ("  - name: Pay\n    actions:\n      Opens it\n      Looks\n", 6, 7, "wrong-type", "- Opens it"),
    ("  - name: Pay\n    thoughts: [“Now, or not”, Hm]\n", 5, 16, "needs-quotes", '"Now, or not"'),
]


@pytest.mark.parametrize(("text", "line", "column", "code", "expected"), CASES, ids=lambda value: str(value)[:40])
def test_what_yaml_took_for_one_text(text: str, line: int, column: int, code: str, expected: str) -> None:
    _, notes = load(HEAD + text)
    assert [(n.line, n.column, n.code) for n in notes] == [(line, column, code)]
    assert expected in notes[0].expected


@pytest.mark.parametrize(
    "text",
    [
        "  - name: Pay\n    actions:\n      - Opens it and\n        looks\n      - 'name:Rina'\n",
        "  - name: Pay\n    thoughts: I wonder whether\n      it fits\n",
        "  - name: Pay\n    goal:\n      A cup before\n      the train\n",
        "  - name: Pay\n    events: [time:5, 'name:x']\n",
        "  - name: Pay\n    feelings:\n      -2\n",
        "  - name: Pay\n    actions:\n      - https://a.example\n      - See:this\n      - 7:40 train\n",
        "  - name: Pay\n    thoughts: [“Now”, “or not”]\n    actions: [— waits]\n",
    ],
)
def test_what_is_meant_as_one_text_stays_one(text: str) -> None:
    assert load(HEAD + text)[1] == ()
