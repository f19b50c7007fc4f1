"""Changes that somebody approved in `jmap-approved.yaml`: which of those at hand are, and which entries nobody needs.

jmap: 1
approved:
  - {fingerprint: 0123456789abcdef, reason: The step moved into the app, by: Dewi}
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jmap.diagnostics import Diagnostic
from jmap.diff.change import Comparison, Spot
from jmap.model.load import load_approved
from jmap.source.document import Document

FILE = "jmap-approved.yaml"


@dataclass(frozen=True, slots=True)
class Approval:
    """One entry. `by` may be empty."""

    fingerprint: str
    reason: str
    by: str
    spot: Spot


def approvals(document: Document) -> tuple[tuple[Approval, ...], tuple[Diagnostic, ...]]:
    """The entries of the file, and what is wrong with it. A file with any mistake approves nothing."""
    file, mistakes = load_approved(document)
    if file is None or mistakes:
        return (), mistakes
    found = (Approval(one.fingerprint, one.reason, one.by, _spot(document, i)) for i, one in enumerate(file.approved))
    return tuple(found), ()


def approved(entries: Sequence[Approval], comparison: Comparison) -> frozenset[str]:
    """The fingerprints of the changes at hand that somebody approved."""
    return frozenset(one.fingerprint for one in entries) & {change.fingerprint for change in comparison.changes}


def unused(entries: Sequence[Approval], comparison: Comparison) -> tuple[Approval, ...]:
    """The entries that no change at hand asks for, in the order of the file."""
    present = {change.fingerprint for change in comparison.changes}
    return tuple(one for one in entries if one.fingerprint not in present)


def _spot(document: Document, index: int) -> Spot:
    return Spot(document.file, document.position(("approved", index)).line)
