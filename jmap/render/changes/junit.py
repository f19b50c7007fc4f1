"""JUnit XML, for services that read test results: each map is a case, and what trips the gate is its failure."""

from __future__ import annotations

from collections.abc import Sequence

from jmap.diagnostics import Diagnostic
from jmap.diff.change import Change
from jmap.render.changes.kit.escape import Xml, xml
from jmap.render.changes.kit.review import Review, place, worst_first


def render(review: Review) -> str:
    """One suite. Without a gate nothing fails but maps that have mistakes."""
    comparison = review.comparison
    cases = [_case(comparison.title or review.words("review.project"), "jmap.yaml", comparison.project, review)]
    cases = [
        *(cases if comparison.project else []),
        *(_case(m.title or m.id, m.file, m.changes, review) for m in comparison.maps),
    ]
    files = dict.fromkeys(d.file for d in comparison.broken)
    errors = [_error(file, [d for d in comparison.broken if d.file == file]) for file in files]
    failures = sum("<failure" in case for case in cases)
    counts = f'tests="{len(cases) + len(errors)}" failures="{failures}" errors="{len(errors)}"'
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<testsuites name="jmap diff" {counts}>',
        f'<testsuite name="jmap diff" {counts}>',
        *cases,
        *errors,
        "</testsuite>",
        "</testsuites>",
    ]
    return "\n".join(lines)


def _case(title: str, file: str, changes: Sequence[Change], review: Review) -> Xml:
    ranked = worst_first(changes)
    stopping = [change for change in ranked if review.stops(change)]
    others = [change for change in ranked if not review.stops(change)]
    lines = [f'<testcase classname="{xml(file)}" name="{xml(title)}" file="{xml(file)}">']
    if stopping:
        message = review.words(
            "review.stopped", changes=review.words.plural("change", len(stopping)), gate=review.fail_on or ""
        )
        lines += [f'<failure message="{xml(message)}">', *(_line(change, review) for change in stopping), "</failure>"]
    if others:
        lines += ["<system-out>", *(_line(change, review) for change in others), "</system-out>"]
    return Xml("\n".join([*lines, "</testcase>"]))


def _error(file: str, mistakes: Sequence[Diagnostic]) -> Xml:
    lines = [xml(f"{d.file}:{d.line}:{d.column}: {d.message}") for d in mistakes]
    name = f'<testcase classname="{xml(file)}" name="{xml(file)}" file="{xml(file)}">'
    return Xml("\n".join([name, f'<error message="{xml(mistakes[0].message)}">', *lines, "</error>", "</testcase>"]))


def _line(change: Change, review: Review) -> Xml:
    spot = change.head or change.base
    grade = review.graded(change)
    where = f" ({place(spot)})" if spot else ""
    return xml(f"{grade}: {review.sentence(change)}{where}")
