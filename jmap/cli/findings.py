"""What was found, on its way out: as frames for people, and in the formats of `reports/` for machines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from jmap.cli.frames import frame
from jmap.diagnostics import Diagnostic
from jmap.text.visible import COMMAND

if TYPE_CHECKING:
    from jmap.check.finding import Finding
    from jmap.check.rule import Rule

FOLDER = Path(__file__).parent / "reports"


@dataclass(frozen=True, slots=True)
class Report:
    """What `jmap check` tells: findings in order (mistakes in the language among them), and the rules by code."""

    findings: tuple[Finding, ...]
    rules: Mapping[str, Rule]
    colour: bool = False
    fixes: bool = True  # whether the reader may be told of `--fix`


def formats() -> list[str]:
    """Their names: `text` first, for it is the default."""
    names = sorted(path.stem for path in FOLDER.glob("[a-z]*.py"))
    return ["text", *(name for name in names if name != "text")]


def rendered(report: Report, format: str) -> str:
    """The findings in one of the formats."""
    import importlib

    text = importlib.import_module(f"jmap.cli.reports.{format}").render(report)
    assert isinstance(text, str)
    return text


def as_text(diagnostics: Iterable[Diagnostic], colour: bool = False) -> str:
    """Frames with a blank line between them; empty when all is well."""
    return "\n\n".join(frame(d, colour) for d in diagnostics)


def as_json(document: object) -> str:
    """JSON in which no line can be a command to a CI service, whatever the maps hold."""
    return COMMAND.sub(r"\1\\u005b", json.dumps(document, indent=2))
