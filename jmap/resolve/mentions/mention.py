"""One place in a file where a thing is named, and the thing that is meant."""

from __future__ import annotations

from dataclasses import dataclass

from jmap.source.document import Document, Node, Path, Scalar

# What has a name that others use. Stages, steps and pain points belong to one map, the others to the project.
KINDS = ("map", "persona", "channel", "touchpoint", "team", "system", "evidence", "lane", "stage", "step", "pain_point")
OF_A_MAP = frozenset(("stage", "step", "pain_point"))


@dataclass(frozen=True, slots=True, eq=False)
class Thing:
    """Something with a name, where it is defined. `id` is empty where none is written; then the name is the id.

    `whole` is all that defines it: a mapping, or the bare name. `spot` tells what a map defines in passing, or for
    itself, from what stands in the project's catalogue.
    """

    kind: str
    id: str
    name: str
    document: Document
    path: Path
    whole: Node
    id_node: Scalar | None
    name_node: Scalar | None
    spot: bool = False

    @property
    def place(self) -> Scalar | None:
        """Where to go when asked for it: its name, or else its id."""
        return self.name_node or self.id_node


@dataclass(frozen=True, slots=True, eq=False)
class Mention:
    """A name as it stands at a place. `kinds` are what it may mean, the likeliest first.

    `defines` is set where a name that nobody defined makes a thing of its own; `loose` where it means something
    without the thing too: an owner may be a plain name, and a mapping defines what is in no catalogue.
    """

    kinds: tuple[str, ...]
    text: str
    node: Scalar
    document: Document
    path: Path
    defines: bool = False
    loose: bool = False
