"""A map's text cut into the pieces that a merge moves about: each fact with the lines, comments and blanks it owns."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from jmap.source.document import Mapping, Node, Scalar, Sequence

Shape = Literal["mapping", "sequence", "leaf"]


@dataclass(frozen=True)
class Block:
    """An entry of a mapping or an item of a list, as whole lines.

    `lead` are the comment and blank lines above it. A leaf has all its lines in `head`; otherwise `head` is what
    stands before the first child (`stages:` and the end of that line, or just `  - `), and `tail` what is left behind
    the last one. The first line of a first child that stands behind its dash begins with blanks instead.
    """

    shape: Shape
    key: str  # of an entry; empty for an item
    lead: str
    head: str
    children: tuple[Block, ...]
    tail: str
    indent: int  # columns before the key or the dash
    node: Node  # the value
    value_span: tuple[int, int]  # of a leaf: where its value stands in `head`

    @property
    def inline(self) -> bool:
        """Whether the first child stands on the line of the dash."""
        return self.shape != "leaf" and self.head != "" and not self.head.endswith("\n")

    @cached_property
    def core(self) -> str:
        """All but the lead, as in the file (behind a dash: with blanks)."""
        body = "".join(child.text for child in self.children)
        return (self.head + body[len(self.head) :] if self.inline else self.head + body) + self.tail

    @property
    def text(self) -> str:
        return self.lead + self.core

    @cached_property
    def plain(self) -> str:
        """The core as it would be without indentation: equal for what says and looks the same."""
        return shift(self.core, -self.indent)

    @cached_property
    def comments(self) -> tuple[str, ...]:
        """The lead without its blank lines and its indentation."""
        return tuple(line.strip() for line in rows(self.lead) if line.strip())

    @cached_property
    def data(self) -> Any:
        return data(self.node)

    def at(self, indent: int) -> str:
        """The text where such lines are indented that deep."""
        return shift(self.text, indent - self.indent)


def rows(text: str) -> list[str]:
    """The lines with their ends, which are line feeds and nothing else."""
    return [line + "\n" for line in text.split("\n")[:-1]] + ([last] if (last := text.rpartition("\n")[2]) else [])


def shift(text: str, columns: int) -> str:
    """The lines moved right, or left as far as they have blanks; blank lines stay as they are."""
    if not columns:
        return text
    return "".join(_shifted(line, columns) for line in rows(text))


def _shifted(line: str, columns: int) -> str:
    if not line.strip():
        return line
    if columns > 0:
        return " " * columns + line
    return line[min(-columns, len(line) - len(line.lstrip(" "))) :]


def data(node: Node) -> Any:
    """The tree as text, lists and dicts."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Mapping):
        return {key.value: data(value) for key, value in node.entries}
    assert isinstance(node, Sequence)
    return [data(item) for item in node.items]
