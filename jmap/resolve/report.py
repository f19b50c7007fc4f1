"""Mistakes of one file as they are found, each with its place; and the sentences for those about names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from jmap.diagnostics import Diagnostic
from jmap.model.names import slug
from jmap.model.problem import shown
from jmap.resolve.names import Index, same_id
from jmap.source.document import Document

Path = tuple[str | int, ...]
T = TypeVar("T")
LISTED = 8  # how many names a message lists
_FIRST = {  # where there is none at all
    "evidence": "`{method: interview, source: ...}` and the like, or an id under `evidence` in the map or the project",
    "lane of your own": "an entry under `custom_lanes` in the map or the project",
}


class Report:
    """Collects the diagnostics of one document. Paths are those of the model: `("stages", 0, "next", 1, "to")`."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._found: dict[Diagnostic, None] = {}

    @property
    def found(self) -> tuple[Diagnostic, ...]:
        """What has been found, in the order of the file, each once."""
        return tuple(sorted(self._found))

    def at(
        self, path: Path, code: str, message: str, expected: str = "", suggestion: str = "", key: bool = False
    ) -> None:
        self._found[self.document.diagnostic(path, code, message, expected, suggestion, key)] = None

    def line(self, path: Path) -> int:
        return self.document.position(path).line

    def place(self, path: Path) -> str:
        """A place in words, for messages about another one: `jmap.yaml, line 12`."""
        return f"{self.document.file}, line {self.line(path)}"

    def dangling(
        self, path: Path, kind: str, reference: str, known: Index[T], key: bool = False, where: str = ""
    ) -> None:
        self.unknown(path, kind, reference, known.shown(), known.suggestion(reference), key, where)

    def unknown(
        self,
        path: Path,
        kind: str,
        reference: str,
        known: Sequence[str],
        suggestion: str,
        key: bool = False,
        where: str = "",
    ) -> None:
        """`reference` names nothing `where`; `known` is what there is.

        Nothing is said where the file was no YAML and what is named may stand in the part that was lost.
        """
        if self.document.diagnostics and slug(self.document.text).count(slug(reference)) > 1:
            return
        message = f"there is no {kind} {shown(reference)}{where}"
        self.at(path, "dangling-reference", message, _one_of(known) or _FIRST.get(kind, ""), suggestion, key)

    def ambiguous(self, path: Path, kind: str, reference: str, ids: Sequence[str]) -> None:
        """`reference` is the name of several."""
        message = f"{shown(reference)} is the name of more than one {kind}"
        self.at(path, "ambiguous-reference", message, "an id: " + _one_of(ids))


def _one_of(known: Sequence[str]) -> str:
    if not known:
        return ""
    names = [shown(name) for name in known[:LISTED]]
    more = f" or {len(known) - LISTED} more" if len(known) > LISTED else ""
    return ("one of " if len(known) > 1 else "") + ", ".join(names) + more


class Ids:
    """Ids of one kind that must differ, whatever their case, and where each was first used."""

    def __init__(self, kind: str) -> None:
        self._kind = kind
        self._first: dict[str, tuple[Report, Path]] = {}

    def take(self, report: Report, path: Path, id: str, name: str = "") -> bool:
        """Note the id of what stands at `path`; report it if it is taken. Without an id, the name is the id."""
        first = self._first.setdefault(same_id(id or slug(name)), (report, path))
        if first == (report, path):
            return True
        where = f"first in {first[0].place(first[1])}"
        if id:
            message = f"a second {self._kind} has the id {shown(id)}, {where}"
            report.at((*path, "id"), "duplicate-id", message, f"an id that no other {self._kind} has")
        else:
            message = f"a second {self._kind} is called {shown(name)}, {where}"
            report.at((*path, "name"), "duplicate-id", message, f"an `id` of its own for each {self._kind}")
        return False
