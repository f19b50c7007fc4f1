"""Mistakes that only the joined text has."""

from __future__ import annotations

from jmap.merge.fresh import fresh

MAP = "jmap: 1\ntitle: T\nstages:\n  - name: A\n  - name: B\n    next: A\n"


def test_an_id_that_both_sides_gave_away() -> None:
    ours, theirs = MAP + "  - {id: x, name: C}\n", MAP + "  - {id: x, name: D}\n"
    joined = MAP + "  - {id: x, name: C}\n  - {id: x, name: D}\n"
    assert [found.code for found in fresh(joined, ours, theirs, "a.journey.yaml")] == ["duplicate-id"]


def test_a_reference_to_what_the_other_removed() -> None:
    ours, theirs = MAP.replace("    next: A\n", "").replace("  - name: A\n", ""), MAP + "  - name: C\n"
    joined = ours + "    next: A\n  - name: C\n"
    (found,) = fresh(joined, ours, theirs, "a.journey.yaml")
    assert (found.code, found.line) == ("dangling-reference", 5)


def test_what_was_wrong_before_is_no_news() -> None:
    """On another line, and where other files would be needed to know."""
    broken = MAP + "    evidence: [interviews]\n    journey: other\n    image: {file: no.png}\n    colour: red\n"
    assert fresh("# moved down\n" + broken, broken, MAP, "a.journey.yaml") == ()


def test_the_project_file() -> None:
    text = "jmap: 1\ntitle: T\n"
    assert fresh(text + "locale: xx\n", text, text, "maps/jmap.yaml")
    assert fresh(text + "locale: id\n", text, text, "maps/jmap.yaml") == ()
