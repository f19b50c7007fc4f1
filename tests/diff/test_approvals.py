"""`jmap-approved.yaml` is strict, and says which of its entries nobody needs any more."""

from __future__ import annotations

import pytest

from jmap.diff.approvals import FILE, approvals, approved, unused
from jmap.source.read import parse
from tests.diff.comparing import maps

BEFORE = "stages: [{name: Pay, steps: [{name: Pays, feelings: 1}]}]"
AFTER = "stages: [{name: Pay, steps: [{name: Pays, feelings: 0}]}]"


def test_an_approval_covers_the_change_with_its_fingerprint_and_the_rest_is_unused() -> None:
    comparison = maps(BEFORE, AFTER)
    (change,) = comparison.changes
    text = f"""jmap: 1
approved:
  - {{fingerprint: {change.fingerprint}, reason: Known, by: Dewi}}
  - fingerprint: 0123456789abcdef
    reason: Long ago
"""
    entries, mistakes = approvals(parse(text, FILE))
    assert mistakes == ()
    assert (entries[0].reason, entries[0].by) == ("Known", "Dewi")
    assert approved(entries, comparison) == {change.fingerprint}
    assert [(one.fingerprint, one.spot.line) for one in unused(entries, comparison)] == [("0123456789abcdef", 4)]


WITHOUT = "stages: [{name: Pay, steps: [Pays]}]"
PAIN = "stages: [{name: Pay, steps: [{name: Pays, pain_points: [{text: Too dear, severity: medium}]}]}]"
STEP = "stages: [{name: Pay, steps: [Pays, {name: Waits, pain_points: [{text: Slow, severity: medium}]}]}]"


@pytest.mark.parametrize("added", [PAIN, STEP], ids=["pain", "step"])
def test_what_is_new_and_worse_is_approved_as_bad_as_it_was(added: str) -> None:
    """In whatever words; but one that hurts more was not approved."""

    def fingerprint(text: str) -> str:
        (change,) = maps(WITHOUT, text).changes
        assert change.effect == "worse"
        return change.fingerprint

    known = fingerprint(added)
    assert fingerprint(added.replace("Too dear", "It costs too much").replace("Slow", "It takes long")) == known
    assert fingerprint(added.replace("medium", "critical")) != known


@pytest.mark.parametrize(
    ("text", "line", "column", "code"),
    [
        ("jmap: 1\napproved:\n  - {fingerprint: 12, reason: x}\n", 3, 19, "bad-fingerprint"),
        ("jmap: 1\napproved:\n  - {fingerprint: 0123456789abcdef}\n", 3, 6, "missing-key"),
        ("jmap: 1\nallowed: []\n", 2, 1, "unknown-key"),
        ("jmap: 2\n", 1, 7, "unknown-version"),
        (
            "jmap: 1\napproved:\n"
            "  - {fingerprint: 0123456789abcdef, reason: x}\n  - {fingerprint: 0123456789abcdef, reason: y}\n",
            2,
            1,
            "duplicate-id",
        ),
    ],
)
def test_a_mistake_is_told_with_its_place_and_then_nothing_is_approved(
    text: str, line: int, column: int, code: str
) -> None:
    entries, mistakes = approvals(parse(text, FILE))
    assert entries == ()
    assert [(one.line, one.column, one.code) for one in mistakes] == [(line, column, code)]
