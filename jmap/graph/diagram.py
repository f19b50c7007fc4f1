"""What a diagram is for the rest of the house: DOT source, and a scene once dot has said where things go."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass

from jmap.graph.geometry import Layout
from jmap.layout.scene import Scene


@dataclass(frozen=True)
class Diagram(ABC):
    """`nodes` and `edges` say how much work the source is for dot."""

    source: str
    nodes: int
    edges: int

    @abstractmethod
    def scene(self, layout: Layout) -> Scene:
        """The picture, drawn at dot's numbers. Raises DotFailed if a part is missing in them."""
