"""What somebody approved: the `jmap-approved.yaml` of each project, as it is at the head."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from jmap.cli.compared import Compared
from jmap.diagnostics import Diagnostic
from jmap.diff.approvals import Approval, approvals, approved, unused


@dataclass(frozen=True, slots=True)
class Approved:
    """Fingerprints that are approved wherever they occur, entries that nothing asks for, and mistakes, by project."""

    fingerprints: frozenset[str]
    unused: tuple[Approval, ...]
    mistakes: tuple[tuple[Diagnostic, ...], ...]


def approved_in(projects: Sequence[Compared]) -> Approved:
    """The approvals of all projects. One project's do not speak for the same change in another."""
    granted: set[str] = set()
    refused: set[str] = set()
    idle: list[Approval] = []
    mistakes: list[tuple[Diagnostic, ...]] = []
    for project in projects:
        entries, wrong = _entries(project)
        found = approved(entries, project.comparison)
        granted |= found
        refused |= {change.fingerprint for change in project.comparison.changes} - found
        idle += unused(entries, project.comparison) if project.whole else ()
        mistakes.append(wrong)
    return Approved(frozenset(granted - refused), tuple(idle), tuple(mistakes))


def with_mistakes(projects: Sequence[Compared], mistakes: Sequence[tuple[Diagnostic, ...]]) -> tuple[Compared, ...]:
    """The projects, with what is wrong in their approvals among what is wrong at the head."""
    return tuple(
        replace(project, comparison=replace(project.comparison, broken=(*project.comparison.broken, *wrong)))
        for project, wrong in zip(projects, mistakes, strict=True)
    )


def _entries(project: Compared) -> tuple[tuple[Approval, ...], tuple[Diagnostic, ...]]:
    return approvals(project.approvals) if project.approvals else ((), ())
