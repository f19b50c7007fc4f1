"""Maps that name each other: one id a map, no reference to a map that is not there, none that comes back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from jmap.model.problem import shown
from jmap.resolve.circles import circles, way
from jmap.resolve.identity import Identity, Reference
from jmap.resolve.names import Index, same_id
from jmap.resolve.report import Report

NAMED = 6  # how many maps of a circle a message names


class Links:
    """All maps of a project by id. `files` are in the order of their paths; of two with one id the first has it."""

    def __init__(self, files: Sequence[Identity]) -> None:
        self._index: Index[Identity] = Index()
        self._clashes: dict[str, Identity] = {}
        for file in files:
            first = self._index.add(file, file.id)
            if first:
                self._clashes[file.file] = first
        self._details = self._edges(lambda file: file.details)
        self._futures = self._edges(lambda file: file.future_of)
        self._detail_knots = circles(self._details)
        self._future_knots = circles(self._futures)

    def find(self, reference: str) -> str:
        """The id of the map that a reference means, as its file writes it; the reference itself if there is none."""
        found = self._index.one(reference) if reference else None
        return found.id if found else reference

    def check(self, file: Identity, report: Report) -> None:
        """Report what is wrong between this map and the others."""
        self._check_id(file, report)
        for reference in file.details:
            self._check_reference(file, reference, self._details, self._detail_knots, report)
        for reference in file.future_of:
            self._check_reference(file, reference, self._futures, self._future_knots, report)

    def _check_id(self, file: Identity, report: Report) -> None:
        if file.problem:
            message = f"the file's name cannot be the map's id: {shown(file.id)} {file.problem}"
            report.at((), "bad-id", message, "an `id` in the map, or another file name")
        first = self._clashes.get(file.file)
        if first:
            message = f"the map id {shown(file.id)} is taken by {first.file}"
            expected = "an id that no other map has, whatever its case"
            report.at(("id",) if file.given else (), "duplicate-id", message, expected)

    def _check_reference(
        self,
        file: Identity,
        reference: Reference,
        edges: Mapping[str, Sequence[str]],
        knots: Mapping[str, int],
        report: Report,
    ) -> None:
        found = self._index.find(reference.id)
        if len(found) > 1:
            report.ambiguous(reference.path, "map", reference.id, [other.id for other in found])
        elif not found:
            report.dangling(reference.path, "map", reference.id, self._index)
        elif file.file not in self._clashes:
            here, there = same_id(file.id), same_id(found[0].id)
            if knots.get(here) == knots.get(there):
                ids = [other.id for key in (here, *way(there, here, edges)) for other in self._index.find(key)]
                message = f"this comes back to where it began: {_listed(ids)}"
                report.at(reference.path, "cyclic-reference", message, "a map that does not lead back here")

    def _edges(self, references: Callable[[Identity], Sequence[Reference]]) -> Mapping[str, tuple[str, ...]]:
        edges: dict[str, tuple[str, ...]] = {}
        for file in self._index:
            found = [self._index.one(reference.id) for reference in references(file)]
            edges[same_id(file.id)] = tuple(dict.fromkeys(same_id(other.id) for other in found if other))
        return edges


def _listed(ids: Sequence[str]) -> str:
    if len(ids) <= NAMED:
        return " → ".join(ids)
    return " → ".join([*ids[: NAMED - 1], f"… {len(ids) - NAMED} more …", ids[-1]])
