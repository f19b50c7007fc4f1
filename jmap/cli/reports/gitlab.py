"""For GitLab: a code quality report, shown in merge requests."""

from __future__ import annotations

from jmap.check.fingerprint import fingerprints
from jmap.cli.findings import Report, as_json

LEVELS = {"error": "major", "warning": "minor", "info": "info"}


def render(report: Report) -> str:
    """A list of issues in the format of Code Climate, as far as GitLab reads it."""
    known_by = fingerprints(report.findings)
    return as_json(
        [
            {
                "description": f"{f.message} (better: {f.advice})" if f.advice else f.message,
                "check_name": f.code if f.code == f.name else f"{f.code} {f.name}",
                "fingerprint": fingerprint,
                "severity": LEVELS[f.severity],
                "location": {"path": f.file, "lines": {"begin": f.line}},
            }
            for f, fingerprint in zip(report.findings, known_by, strict=True)
        ]
    )
