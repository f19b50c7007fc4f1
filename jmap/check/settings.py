"""What `jmap.yaml` says under `check`, and defaults for what it does not; rules that are not there are mistakes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jmap.check.context import Limits
from jmap.check.rule import Rule
from jmap.check.selection import Selection, suggestion, unknown
from jmap.diagnostics import Diagnostic
from jmap.model.problem import shown
from jmap.resolve.workspace import Reading
from jmap.source.document import Document

if TYPE_CHECKING:
    from jmap.model.files import Check

EXPECTED = "a code such as `JM301`, the beginning of one such as `JM3`, or a rule's name"


@dataclass(frozen=True, slots=True)
class Settings:
    selection: Selection = Selection()
    limits: Limits = Limits()


def settings(reading: Reading, rules: Sequence[Rule]) -> tuple[Settings, tuple[Diagnostic, ...]]:
    """The settings of the project that was read, and what is wrong with them."""
    from jmap.model.files import ProjectFile

    for document, file in reading.catalogue[:1]:
        if isinstance(file, ProjectFile) and file.check:
            return _read(file.check), tuple(_unknown(file.check, document, rules))
    return Settings(), ()


def _read(check: Check) -> Settings:
    selection = Selection(tuple(check.select), tuple(check.ignore), tuple(check.per_file.items()))
    given: dict[str, object] = {"jargon": tuple(check.jargon)}
    if check.stale_after:
        given["stale_after"] = check.stale_after.high
    for name in check.thresholds.model_fields_set if check.thresholds else ():
        value = getattr(check.thresholds, name)
        given[name] = value if isinstance(value, int | float) else value.high
    return Settings(selection, Limits(**given))  # type: ignore[arg-type]


def _unknown(check: Check, document: Document, rules: Sequence[Rule]) -> Iterator[Diagnostic]:
    lists = [("select", check.select), ("ignore", check.ignore)]
    found = [(("check", key, i), text) for key, texts in lists for i, text in enumerate(texts)]
    per_file = [
        (("check", "per_file", glob, i), t) for glob, texts in check.per_file.items() for i, t in enumerate(texts)
    ]
    for path, text in (*found, *per_file):
        if unknown(text, rules):
            message = f"there is no rule {shown(text)}"
            yield document.diagnostic(path, "unknown-rule", message, EXPECTED, suggestion(text, rules))
