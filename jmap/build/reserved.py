"""Ids that a map cannot have, because its page would take the place of another file of the output folder."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from jmap.diagnostics import Diagnostic
from jmap.outputs import ATLAS, output
from jmap.resolve.journey import FailedMap, Journey, Workspace


def reserve(workspace: Workspace) -> tuple[Workspace, tuple[Diagnostic, ...]]:
    """The workspace without such maps: they count as failed, each with a diagnostic at its id."""
    taken = [j for j in workspace.journeys if output(j.id, "html").casefold() == ATLAS]
    if not taken:
        return workspace, ()
    journeys = tuple(j for j in workspace.journeys if j not in taken)
    failed = (*workspace.failed, *(FailedMap(j.file, j.id, j.title) for j in taken))
    return replace(workspace, journeys=journeys, failed=failed), tuple(_diagnostic(workspace, j) for j in taken)


def _diagnostic(workspace: Workspace, journey: Journey) -> Diagnostic:
    from jmap.source import read

    document = read(Path(workspace.root) / journey.file, journey.file)
    message = f"`{journey.id}` is the name of the page that lists all maps ({ATLAS})"
    return document.diagnostic(("id",), "reserved-id", message, expected="another id", suggestion="")
