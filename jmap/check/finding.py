"""What a rule found, as data: the command line prints it, editors underline it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from jmap.diagnostics import Diagnostic
from jmap.source.edit import Edit

Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One weakness at one place; the place is told as in a `Diagnostic`.

    `code` is stable (`JM301`) and `name` says the same for people. `message` is the rule's template with `arguments`
    put in. `advice` is what would be better. `fix` mends it without a change of meaning; empty where only a person can.
    """

    file: str
    line: int
    column: int
    code: str
    name: str
    severity: Severity
    message: str
    arguments: tuple[tuple[str, str], ...] = ()
    advice: str = ""
    suggestion: str = ""
    source_line: str = ""
    length: int = 1
    fix: tuple[Edit, ...] = ()


def of_diagnostic(mistake: Diagnostic) -> Finding:
    """A mistake in the language as a finding: an error whose name is its code."""
    d = mistake
    return Finding(
        d.file, d.line, d.column, d.code, d.code, "error", d.message,
        advice=d.expected, suggestion=d.suggestion, source_line=d.source_line, length=d.length,
    )  # fmt: skip
