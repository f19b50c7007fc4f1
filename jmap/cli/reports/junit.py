"""For test reports of CI services: each finding a failed test case, each note one that passed."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from jmap.check.finding import Finding
from jmap.cli.findings import Report
from jmap.text.visible import visible


def render(report: Report) -> str:
    """One test suite a file; where nothing was found, one test that passed."""
    by_file: dict[str, list[Finding]] = {}
    for f in report.findings:
        by_file.setdefault(f.file, []).append(f)
    suites = [line for file, findings in by_file.items() for line in _suite(file, findings)]
    if not suites:
        suites = ['  <testsuite name="jmap check" tests="1" failures="0">', '    <testcase name="no findings"/>']
        suites.append("  </testsuite>")
    total, failed = len(report.findings) or 1, sum(f.severity != "info" for f in report.findings)
    head = f'<testsuites name="jmap" tests="{total}" failures="{failed}">'
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', head, *suites, "</testsuites>"])


def _suite(file: str, findings: list[Finding]) -> list[str]:
    failed = sum(f.severity != "info" for f in findings)
    lines = [f'  <testsuite name={_attribute(file)} tests="{len(findings)}" failures="{failed}">']
    for f in findings:
        lines += _case(f)
    return [*lines, "  </testsuite>"]


def _case(f: Finding) -> list[str]:
    name = f.code if f.code == f.name else f"{f.code} {f.name}"
    where = f"{f.file}:{f.line}:{f.column}"
    says = f"{where}: {f.message}" + (f" (better: {f.advice})" if f.advice else "")
    if f.severity == "info":
        inside = f"      <system-out>{_text(says)}</system-out>"
    else:
        inside = f"      <failure type={_attribute(f.severity)} message={_attribute(f.message)}>{_text(says)}</failure>"
    place = f"classname={_attribute(f.file)} name={_attribute(f'{name} ({where})')}"
    return [f"    <testcase {place}>", inside, "    </testcase>"]


def _text(text: str) -> str:
    """Without what XML cannot hold, and without anything that a CI log could take for a command."""
    return escape(_legal(text))


def _attribute(text: str) -> str:
    return quoteattr(_legal(text))


def _legal(text: str) -> str:
    return "".join("\ufffd" if c in "\ufffe\uffff" else c for c in visible(text))
