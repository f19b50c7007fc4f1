"""The last words of a build: what was done, what was not, and what was found on the way."""

from __future__ import annotations

import os
from collections.abc import Iterator

from jmap.build.run import Report
from jmap.cli.counts import count
from jmap.cli.defect import report as defect_report
from jmap.cli.project import Project
from jmap.text.visible import visible


def notes(report: Report, folder: str) -> Iterator[str]:
    """A line or a few for each thing that a person should know besides the result."""
    for outcome in report.outcomes:
        for missing in outcome.missing:
            yield f"{visible(outcome.file)}: {visible(missing)}"
        if outcome.defect:
            full = bool(os.environ.get("JMAP_DEBUG"))
            where = f"{outcome.defect.where}, at {visible(outcome.file)}, which was not built"
            yield (outcome.defect.traceback if full else "") + defect_report(outcome.defect.what, where, full)
    if report.cleared.removed:
        yield f"Removed {count(len(report.cleared.removed), 'file')} of maps that are gone."
    for name in report.cleared.changed:
        yield f"Kept {folder}{name}: its map is gone, but somebody has changed the file."


def summary(project: Project, report: Report, folder: str, seconds: float) -> str:
    """One line: `Built 3 maps (18 files) into site/ in 0.8 s`."""
    broken = len(project.workspace.failed) + sum(1 for o in report.outcomes if o.defect)
    if not broken and not project.diagnostics:
        what = f"{count(report.built, 'map')} ({count(report.files, 'file')})"
        return f"Built {what} into {visible(folder)} in {seconds:.1f} s"
    errors = count(len(project.diagnostics), "error")
    if not broken:
        return f"{errors}; built {count(report.built, 'map')} into {visible(folder)} all the same."
    total = broken + report.built
    verdict = f"{broken} of {count(total, 'map')} {'was' if broken == 1 else 'were'} not built"
    if project.workspace.failed and len(project.workspace.failed) == broken:
        verdict = f"{broken} of {count(total, 'map')} {'has' if broken == 1 else 'have'} errors ({errors})"
    return f"{verdict}; {_others(report.built, folder)}."


def _others(built: int, folder: str) -> str:
    if not built:
        return "nothing was built"
    return f"the other {'one was' if built == 1 else f'{built} were'} built into {visible(folder)}"
