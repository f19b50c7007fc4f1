"""For GitHub Actions: workflow commands, which annotate the lines of a pull request."""

from __future__ import annotations

from jmap.check.finding import Finding
from jmap.cli.findings import Report
from jmap.text.visible import visible

LEVELS = {"error": "error", "warning": "warning", "info": "notice"}


def render(report: Report) -> str:
    """One line for each finding: `::warning file=...,line=...::message`."""
    return "\n".join(_command(f) for f in report.findings)


def _command(f: Finding) -> str:
    title = f.code if f.code == f.name else f"{f.code} {f.name}"
    properties = {"file": f.file, "line": f.line, "col": f.column, "endColumn": f.column + f.length, "title": title}
    listed = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    message = f"{f.message} (better: {f.advice})" if f.advice else f.message
    return f"::{LEVELS[f.severity]} {listed}::{_data(message)}"


def _data(text: str) -> str:
    return visible(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
