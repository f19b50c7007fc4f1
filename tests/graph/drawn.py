"""Maps as YAML text, their diagrams, and what stands where in a scene: what the tests of this room share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeVar

from jmap.graph.diagram import Diagram
from jmap.graph.flow import Flow, flow
from jmap.graph.geometry import Layout
from jmap.graph.touchpoints import Touchpoints, touchpoints
from jmap.layout.scene import Group, Item, Scene, Text
from jmap.locale.words import words
from jmap.render.dot_program import DotProgram, find
from jmap.resolve.journey import Journey
from jmap.resolve.workspace import load_workspace
from jmap.text.typesetter import Typesetter
from jmap.theme.load import load_theme
from jmap.theme.theme import Theme

Kind = TypeVar("Kind", bound=Item)

SHOES = """
jmap: 1
title: I buy running shoes online
personas: [Dewi, Budi]
stages:
  - name: Awareness
    goal: Find out what is out there
    steps:
      - name: Sees an ad
        touchpoints: [{name: Instagram ad, channel: {name: Instagram, kind: online}, owner: brand}]
        feelings: [{score: 0.5, emotion: curious, personas: [Dewi]}]
      - name: Asks friends
        touchpoints: [{name: Chat group, owner: customer, initiator: customer}]
  - name: Consideration
    steps:
      - name: Compares shoes
        touchpoints: [{name: Product page, channel: {name: Website, kind: online}, owner: brand}]
      - name: Reads the size guide
        moment_of_truth: true
        next: [{to: reads-reviews, share: 60 %}, {to: checks-out, share: 15 %, when: skip reviews}]
        exits: [{reason: Sizes unclear, share: 25 %}]
      - name: Reads reviews
        next: [{to: compares-shoes, share: 15 %, when: still unsure}]
        feelings: [{score: -1, emotion: unsure, personas: [Dewi], evidence: [{method: interview, n: 12}]}]
  - name: Purchase
    steps:
      - name: Checks out
        touchpoints: [{name: Product page}, {name: Store desk, channel: {name: Store, kind: offline}, owner: partner}]
        exits: [{reason: Fee at the end, share: 18 %}]
      - name: Pays
"""

STAGES_ONLY = """
jmap: 1
title: I order coffee
persona: Rina
stages:
  - name: Decide
    touchpoints: [App home screen]
  - name: Collect
    touchpoints: [Pickup shelf]
    exits: [No table]
  - name: Drink
    next: [{to: decide, when: another one}]
"""


def journey(text: str, folder: Path) -> Journey:
    """The map as the program reads it; it must have no mistakes."""
    file = folder / "a.journey.yaml"
    file.write_text(text, "utf-8")
    workspace, diagnostics = load_workspace([file], folder)
    assert not diagnostics, diagnostics
    return workspace.journeys[0]


def theme() -> Theme:
    return load_theme("default", Path())[0]


def flow_of(made: Journey, titles: Mapping[str, str] | None = None) -> Flow:
    return flow(made, theme(), Typesetter(), words(made.locale), titles or {})


def touchpoints_of(made: Journey) -> Touchpoints:
    return touchpoints(made, theme(), Typesetter(), words(made.locale), {})


def laid_out(diagram: Diagram, dot: DotProgram | None = None) -> Layout:
    (layout,) = (dot or find()).run([diagram.source])
    assert isinstance(layout, Layout), layout
    return layout


def scene_of(diagram: Diagram, dot: DotProgram | None = None) -> Scene:
    return diagram.scene(laid_out(diagram, dot))


def every(items: tuple[Item, ...], kind: type[Kind]) -> Iterator[Kind]:
    """All things of a kind, wherever they are grouped."""
    for item in items:
        if isinstance(item, Group):
            yield from every(item.children, kind)
        if isinstance(item, kind):
            yield item


def texts(scene: Scene) -> list[str]:
    return [text.text for text in every(scene.children, Text)]
