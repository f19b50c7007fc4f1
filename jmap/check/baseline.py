"""The findings that an old repository lives with for now: a file that lists them, so that only new ones are told."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from jmap.check.finding import Finding
from jmap.check.fingerprint import fingerprints


class NotABaseline(Exception):
    """The file holds something else."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """What is known, by fingerprint."""

    known: frozenset[str]

    def split(self, findings: Sequence[Finding]) -> tuple[tuple[Finding, ...], int]:
        """The findings that are new, and how many of the known ones are gone."""
        marks = fingerprints(findings)
        new = tuple(f for f, mark in zip(findings, marks, strict=True) if mark not in self.known)
        return new, len(self.known - set(marks))


def to_text(findings: Sequence[Finding]) -> str:
    """A file of JSON, one finding a line, in their order: people review it, and git merges it."""
    rows = [
        json.dumps({"file": f.file, "code": f.code, "fingerprint": mark, "message": f.message}, ensure_ascii=True)
        for f, mark in zip(findings, fingerprints(findings), strict=True)
    ]
    return '{"version": 1, "findings": [\n' + ",\n".join(rows) + "\n]}\n"


def from_text(text: str) -> Baseline:
    """Raises NotABaseline."""
    try:
        document = json.loads(text)
        if document["version"] != 1:
            raise NotABaseline
        return Baseline(frozenset(str(row["fingerprint"]) for row in document["findings"]))
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise NotABaseline from error
