"""For programs: one object with all findings, their arguments and their edits."""

from __future__ import annotations

from dataclasses import asdict

from jmap.check.finding import Finding
from jmap.cli.findings import Report, as_json


def render(report: Report) -> str:
    """`version` 1 and `findings`, each with its place, code, severity, message, advice and fix."""
    return as_json({"version": 1, "findings": [_finding(f) for f in report.findings]})


def _finding(f: Finding) -> dict[str, object]:
    return {
        "file": f.file,
        "line": f.line,
        "column": f.column,
        "length": f.length,
        "severity": f.severity,
        "code": f.code,
        "name": f.name,
        "message": f.message,
        "arguments": dict(f.arguments),
        "expected": f.advice,
        "suggestion": f.suggestion,
        "source_line": f.source_line,
        "fix": [asdict(edit) for edit in f.fix],
    }
