"""Diagnostics on their way out: as frames for people, as JSON for machines."""

from __future__ import annotations

import json
from collections.abc import Iterable

from jmap.cli.frames import COMMAND, frame
from jmap.diagnostics import Diagnostic


def as_text(diagnostics: Iterable[Diagnostic], colour: bool = False) -> str:
    """Frames with a blank line between them; empty when all is well."""
    return "\n\n".join(frame(d, colour) for d in diagnostics)


def as_json(diagnostics: Iterable[Diagnostic]) -> str:
    """One object: `findings`, each with file, line, column, length, severity, code, message, expected, suggestion."""
    document = {"version": 1, "findings": [_finding(d) for d in diagnostics]}
    return COMMAND.sub(r"\1\\u005b", json.dumps(document, indent=2))


def _finding(d: Diagnostic) -> dict[str, object]:
    return {
        "file": d.file,
        "line": d.line,
        "column": d.column,
        "length": d.length,
        "severity": "error",
        "code": d.code,
        "message": d.message,
        "expected": d.expected,
        "suggestion": d.suggestion,
        "source_line": d.source_line,
    }
