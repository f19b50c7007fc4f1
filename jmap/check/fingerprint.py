"""What a finding is known by when lines move: its file, its code and the words of its line, not the line's number."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable

from jmap.check.finding import Finding


def fingerprints(findings: Iterable[Finding]) -> tuple[str, ...]:
    """One for each finding, in their order: 32 hex digits. Those that look alike are counted, so that all differ."""
    seen: Counter[tuple[str, ...]] = Counter()
    found = []
    for finding in findings:
        known_by = (finding.file, finding.code, " ".join(finding.source_line.split()))
        seen[known_by] += 1
        text = "\0".join((*known_by, str(seen[known_by])))
        found.append(hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:32])
    return tuple(found)
