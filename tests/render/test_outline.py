"""A map as an outline: every fact is there, and only facts make a difference."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from jmap.render.outline import outline
from jmap.source.document import Mapping, Node, Scalar
from jmap.source.read import parse

ROOT = Path(__file__).parents[2]


def of(text: str) -> str | None:
    return outline(parse(text, "x.journey.yaml"))


def test_one_fact_a_line_in_one_order() -> None:
    text = """\
stages:
  - feelings: {score: -1, personas: [Rina, Budi], basis: reported}
    name: Pay
    steps: [{name: Scan, time: {waiting: 1 min}}]
    touchpoints: [Till, {name: Shelf, importance: 4}]
    goal: Get out
title: I buy it
jmap: 1
"""
    assert of(text) == (
        "jmap: 1\ntitle: I buy it\nstage: Pay\n  goal: Get out\n  touchpoints: Till\n  touchpoints: Shelf\n"
        "    importance: 4\n  feelings: -1\n    basis: reported\n    personas: Rina\n    personas: Budi\n"
        "  step: Scan\n    time:\n      waiting: 1 min\n"
    )


def test_how_it_is_written_makes_no_difference() -> None:
    one = "jmap: 1\nstages:\n  - name: Pay\n    thoughts: ['Is it safe?']\n    goal: |\n      Get\n      out\n"
    other = '# a comment\nstages: [{thoughts: "Is it safe?", name: Pay, goal: "x"}]\njmap: 1\n'
    assert of(other.replace('"x"', '"Get"')) == of(one.replace("      out\n", ""))
    assert "  goal: Get\n    out\n" in (of(one) or "")


@pytest.mark.parametrize("text", ["stages: [", "- a\n", "", "a: 1\na: 2\n"])
def test_what_is_no_map_has_none(text: str) -> None:
    assert of(text) is None


def test_no_control_character_gets_through() -> None:
    assert of('title: "a\\u200Eb"\n') == "title: a\\u200eb\n"


@pytest.mark.parametrize("path", sorted(ROOT.glob("examples/**/*.journey.yaml")), ids=lambda path: path.name)
def test_every_value_of_a_map_is_in_it(path: Path) -> None:
    document = parse(path.read_text("utf-8"), path.name)
    said = of(document.text)
    assert document.root and said
    lines = {line.partition(": ")[2] for line in said.splitlines()}
    assert [value for value in _values(document.root) if value and value not in lines] == []


def _values(node: Node) -> Iterator[str]:
    if isinstance(node, Scalar):
        yield node.value.strip()
    else:
        for child in [v for _, v in node.entries] if isinstance(node, Mapping) else node.items:
            yield from _values(child)
