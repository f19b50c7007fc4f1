"""A map in a notebook: `Map("buy.journey.yaml")` as the last line of a cell shows it, or what is wrong with it."""

from __future__ import annotations

import os
from base64 import b64encode
from dataclasses import dataclass, field
from pathlib import Path

from jmap.integrations.drawing import PICTURES, Drawer, Drawing
from jmap.integrations.markup import figure, mistakes, style, told, where


@dataclass(frozen=True, slots=True)
class Map:
    """One map, read from its file each time that it is shown. `picture` is `swimlane`, `flow` or `touchpoints`.

    Mistakes are shown in place of the picture; nothing that stands in a file raises.
    """

    path: str | os.PathLike[str]
    picture: str = field(default=PICTURES[0])

    def _repr_svg_(self) -> str | None:
        """For notebooks that show no HTML; nothing where there is no picture."""
        return self._drawing().svg or None

    def _repr_html_(self) -> str:
        drawing = self._drawing()
        if drawing.mistakes:
            return f"<style>{style()}</style>{mistakes(drawing)}"
        source = f"data:image/svg+xml;base64,{b64encode(drawing.svg.encode()).decode()}"
        return f"<style>{style()}</style>{figure(drawing, source)}"

    def __repr__(self) -> str:
        """For a terminal: what the picture shows, or a line for each mistake."""
        drawing = self._drawing()
        if drawing.mistakes:
            return "\n".join(f"{where(d)}: {told(d)}" for d in drawing.mistakes)
        return f"{drawing.title}. {drawing.description}"

    def _drawing(self) -> Drawing:
        return Drawer(Path.cwd()).file(Path(self.path).absolute(), self.picture)
