"""One difference between two outlines, before anybody has judged it."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any

from jmap.diff.change import Action, Value
from jmap.diff.outline import Node


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """`base` and `head` are the nodes; one of them is None for what came or went.

    `before` and `after` are as they are compared (spans, references), `shown_before` and `shown_after` as in a Change.
    `said_base` and
    `said_head` are the values of all fields, also of those that a catalogue gives.
    """

    action: Action
    thing: str
    noun: str
    field: str = ""
    base: Node | None = None
    head: Node | None = None
    before: Any = None
    after: Any = None
    shown_before: Value = None
    shown_after: Value = None
    declared: bool = False  # a rename that the head declares
    guess: bool = False
    replaced: bool = False  # an entry of a catalogue: the other side has one that the same references find
    said_base: Mapping[str, Any] = dataclasses.field(default_factory=dict)
    said_head: Mapping[str, Any] = dataclasses.field(default_factory=dict)

    @property
    def code(self) -> str:
        """`step-removed`, `pain-point-severity-changed`."""
        field = self.field.replace("_", "-").replace(".", "-")
        return "-".join(filter(None, (self.noun, field, "changed" if field else self.action)))

    @property
    def node(self) -> Node:
        """The node at the head, or at the base if it is gone."""
        node = self.head or self.base
        assert node is not None
        return node
