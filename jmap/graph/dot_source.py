"""DOT source: the only file that knows the `graphviz` package, which does the quoting.

Ids are ours (`n1`, `e4`), text comes as HTML-like labels only, and no attribute holds a link.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from jmap.graph.html_label import font_name, label
from jmap.layout.kit import Block
from jmap.layout.move import mirror, settle
from jmap.theme.theme import Theme

if TYPE_CHECKING:
    from graphviz import Digraph

INCH = 72.0


class DotSource:
    """A graph that grows by calls; `text()` is its source, the same for the same calls."""

    def __init__(self, name: str, theme: Theme, title: Block, *, rtl: bool, row: bool, **attributes: str) -> None:
        """`row`: whether the first nodes of all columns stand in one straight row."""
        from graphviz import Digraph

        self.first = {"group": "row"} if row else {}
        self.theme, self.rtl, self.nodes, self.edges = theme, rtl, 0, 0
        self.graph = Digraph(name)
        self.graph.attr(
            rankdir="RL" if rtl else "LR", labeljust="r" if rtl else "l", labelloc="t", label=self.label(_roomy(title)),
            bgcolor=theme.ink("paper"), fontname=font_name("label", theme), outputorder="edgesfirst", splines="true",
            charset="UTF-8", pad="0.5", **attributes,
        )  # fmt: skip
        self.graph.attr("node", shape="none", margin="0", fixedsize="true", fontname=font_name("label", theme))
        self.graph.attr("edge", arrowhead="none", fontname=font_name("label", theme))

    def cluster(self, id: str, title: Block, groups: Iterable[tuple[tuple[str, Block], ...]], **style: str) -> None:
        """A frame around nodes. Nodes of one group stand in one column."""
        with self.graph.subgraph(name=id) as cluster:
            cluster.attr(label=self.label(title), labeljust="r" if self.rtl else "l", **style)
            for group in groups:
                self.column(group, cluster)

    def column(self, group: tuple[tuple[str, Block], ...], within: Digraph | None = None) -> None:
        """Nodes below each other."""
        graph = within if within is not None else self.graph
        self.nodes += len(group)
        if len(group) == 1:
            return self._node(graph, *group[0], self.first)
        with graph.subgraph() as same:
            same.attr(rank="same", label="")
            for n, (id, block) in enumerate(group):
                self._node(same, id, block, {} if n else self.first)
        return None

    def edge(self, id: str, ends: tuple[str, str], look: Mapping[str, str], beside: Block | None = None) -> None:
        """From tail to head, which may end in a port: `n1:e`. `beside` is the edge's label."""
        self.edges += 1
        attributes = dict(look) if beside is None else {**look, "label": self.label(beside)}
        self.graph.edge(*ends, id=id, **attributes)

    def text(self) -> str:
        return str(self.graph.source)

    def label(self, block: Block) -> str:
        """What is laid out from left to right is turned round for journeys that are not."""
        turned = Block(block.width, block.height, mirror(settle(block.items), block.width)) if self.rtl else block
        return label(turned, self.theme)

    def _node(self, graph: Digraph, id: str, block: Block, attributes: Mapping[str, str]) -> None:
        width, height = f"{round(block.width) / INCH:.4f}", f"{round(block.height) / INCH:.4f}"
        graph.node(id, label=self.label(block), width=width, height=height, **attributes)


def _roomy(title: Block) -> Block:
    """Room for the title where the reader has another serif, and air below it."""
    return Block(title.width * 1.3, title.height + 24, title.items)
