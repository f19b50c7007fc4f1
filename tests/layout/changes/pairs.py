"""Two versions of a map as files, compared: what the tests of the overlay look at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from jmap.diff.change import Change, Comparison, MapComparison, Side
from jmap.diff.compare import compare
from jmap.layout.changes.overlay import overlay
from jmap.layout.changes.sides import Show
from jmap.layout.scene import Group, Item, Scene
from jmap.locale.words import words
from jmap.resolve.workspace import Reading, read_workspace
from jmap.text.typesetter import Typesetter

ROOT = Path(__file__).parents[3]
BASE, HEAD = Side("main", date="2026-11-01"), Side("virtual-account", date="2026-11-20")
PROJECT = "jmap: 1\ntitle: Shop\n"

SHOP = """\
jmap: 1
id: shoes
title: I buy running shoes
personas: [Dewi, Budi]
stages:
  - id: look
    name: Look
    steps:
      - {id: ad, name: Sees an ad, feelings: [{score: 0, personas: [Dewi]}, {score: -1, personas: [Budi]}]}
      - {id: ask, name: Asks friends, feelings: [{score: 1, personas: [Dewi]}, {score: 0, personas: [Budi]}]}
  - id: choose
    name: Choose
    steps:
      - id: compare
        name: Compares shoes
        actions: [Opens six tabs]
        touchpoints: [{name: Product page, importance: 4, satisfaction: 2}]
        feelings: [{score: -1, emotion: lost, personas: [Dewi]}, {score: 0, personas: [Budi]}]
        pain_points:
          - {id: date, text: The delivery date shows late, severity: high}
          - {id: half, text: There are no half sizes, severity: high}
        opportunities: [{text: Show the date early, addresses: [date], status: planned}]
      - id: reviews
        name: Reads reviews
        feelings: [{score: 1, personas: [Dewi]}, {score: 0.5, personas: [Budi]}]
        exits: [{reason: Too many, share: 25 %}]
      - id: transfer
        name: Transfers money
        touchpoints: [{name: Bank, importance: 5, satisfaction: 2}]
        feelings: [{score: -2, personas: [Dewi]}, {score: -1.5, personas: [Budi]}]
      - id: waits
        name: Waits
        thoughts: [Is it on its way?]
        feelings: [{score: 0, personas: [Dewi]}, {score: 0.5, personas: [Budi]}]
  - id: use
    name: Use
    steps:
      - {id: runs, name: Runs, feelings: [{score: 2, personas: [Dewi]}, {score: 1, personas: [Budi]}]}
      - {id: again, name: Buys again, feelings: [{score: 1, personas: [Dewi]}, {score: 0, personas: [Budi]}]}
"""

EDITS: tuple[tuple[str, str], ...] = (
    ("title: I buy running shoes\n", "title: I buy running shoes\ntags: [retail]\n"),
    ("          - {id: date, text: The delivery date shows late, severity: high}\n", ""),
    ("addresses: [date], status: planned", "status: done"),
    ("no half sizes, severity: high", "no half sizes, severity: low"),
    ("importance: 4, satisfaction: 2}", "importance: 4, satisfaction: 4}, {name: Size helper}"),
    ("{score: -1, emotion: lost, personas: [Dewi]}", "{score: 0.5, emotion: calmer, personas: [Dewi]}"),
    ("actions: [Opens six tabs]", "actions: [Opens two tabs]"),
    ("share: 25 %", "share: 14 %"),
    (
        "      - id: transfer\n        name: Transfers money\n"
        "        touchpoints: [{name: Bank, importance: 5, satisfaction: 2}]\n"
        "        feelings: [{score: -2, personas: [Dewi]}, {score: -1.5, personas: [Budi]}]\n",
        "",
    ),
    (
        "      - id: waits\n",
        "      - {id: day, name: Picks a day, feelings: [{score: 1, personas: [Dewi]}]}\n      - id: waits\n",
    ),
    ("thoughts: [Is it on its way?]", "thoughts: [Thursday!]"),
)


def edited(text: str, edits: Sequence[tuple[str, str]] = EDITS) -> str:
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def reading(folder: Path, files: Mapping[str, str]) -> Reading:
    folder.mkdir(parents=True)
    for name, text in {"jmap.yaml": PROJECT, **files}.items():
        (folder / name).write_text(text, "utf-8")
    found = read_workspace([folder], folder)
    assert found.diagnostics == ()
    return found


def compared(tmp_path: Path, before: str, after: str) -> Comparison:
    """One map before and after; an empty text is no map."""
    other = "jmap: 1\nid: other\ntitle: Other\nstages: [Only]\n"
    sides = []
    for name, text in (("before", before), ("after", after)):
        files = {"other.journey.yaml": other} | ({"map.journey.yaml": text} if text else {})
        sides.append(reading(tmp_path / name, files))
    return compare(sides[0], sides[1], BASE, HEAD)


def map_compared(tmp_path: Path, before: str, after: str) -> MapComparison:
    (one,) = compared(tmp_path, before, after).maps
    return one


def drawn(
    one: MapComparison, typesetter: Typesetter, show: Show = "both", *, listed: bool = True, verdict: str = ""
) -> Scene:
    journey = one.head or one.base
    assert journey is not None
    language = words(journey.locale if journey.locale in ("en", "id") else "en")
    return overlay(one, typesetter, language, sides=(BASE, HEAD), show=show, listed=listed, verdict=verdict)


def groups(items: tuple[Item, ...], kind: str) -> list[Group]:
    """All groups of a kind, in reading order."""
    found: list[Group] = []
    for item in items:
        if isinstance(item, Group):
            if item.kind == kind:
                found.append(item)
            found += groups(item.children, kind)
    return found


def prints(found: Sequence[Group]) -> list[str]:
    """The fingerprints that groups carry."""
    return [one for group in found for one in dict(group.data).get("change", "").split()]


def said(items: tuple[Item, ...]) -> str:
    """All texts in reading order."""
    from tests.layout.facts import words_of

    return words_of(Scene(0, 0, "", "", items)).replace("\u00a0", " ")


def fingerprints(changes: Sequence[Change]) -> list[str]:
    return [change.fingerprint for change in changes]


def shaken(text: str) -> str:
    """The same map after a rough edit: steps moved, removed and added, items reworded, removed and added."""
    whole = yaml.safe_load(text)
    for number, stage in enumerate(whole["stages"]):
        if isinstance(stage, str):
            continue
        steps = stage.get("steps", [])
        for place in (stage, *steps):
            if isinstance(place, dict):
                place.pop("next", None)
                _shake(place)
        if len(steps) > 2:
            steps.insert(0, steps.pop())
        if len(steps) > 1 and number % 2:
            steps.pop()
        if number % 3 == 0:
            steps.append({"name": f"Something new {number}", "feelings": 1, "actions": ["Does it"]})
            stage["steps"] = steps
    return str(yaml.safe_dump(whole, allow_unicode=True, sort_keys=False))


def _shake(place: dict[str, Any]) -> None:
    for lane, items in place.items():
        if lane in ("steps", "exits", "events") or not isinstance(items, list):
            continue
        for item in items:
            if isinstance(item, dict):
                item |= {
                    key: new for key, new in (("severity", "low"), ("satisfaction", 1), ("score", 2)) if key in item
                }
                if "text" in item:
                    item["text"] = f"{item['text']} (2)"
        if len(items) > 1:
            items.pop(0)
