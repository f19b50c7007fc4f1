"""For people: each finding with its line, a marker under it, and what would be better."""

from __future__ import annotations

from jmap.cli.findings import Report
from jmap.cli.frames import frame
from jmap.diagnostics import Diagnostic


def render(report: Report) -> str:
    """Frames with a blank line between them; empty when all is well."""
    shown = []
    for f in report.findings:
        code = f.code if f.code == f.name else f"{f.code} {f.name}"
        advice = f"{f.advice} (`--fix` does it)" if f.fix and report.fixes else f.advice
        note = Diagnostic(
            f.file, f.line, f.column, code, f.message, advice, f.suggestion, f.source_line, f.length
        )  # fmt: skip
        shown.append(frame(note, report.colour, f.severity))
    return "\n\n".join(shown)
