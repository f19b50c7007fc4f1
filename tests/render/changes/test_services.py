"""What is particular to one service: limits, levels, references between what changed and what did not."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree

import pytest

from jmap.diff.change import Change
from jmap.render.changes import renderer
from jmap.render.changes.kit.curve import curves
from jmap.render.changes.kit.gate import GATES, trips
from tests.render.changes import reviews
from tests.render.changes.reviews import change, gone, review, reworded


def written(format: str, *changes: Change, **more: object) -> str:
    text = renderer(format)(review(reviews.comparison(changes), **more))
    assert isinstance(text, str)
    return text


@pytest.mark.parametrize(
    ("one", "stopped"),
    [
        (gone(1), {"breaking", "notable", "any"}),
        (gone(1, effect="worse"), {"breaking", "notable", "any", "worse"}),
        (change(1, effect="better"), {"notable", "any"}),
        (reworded(1), {"any"}),
        (reworded(1, effect="worse"), {"any", "worse"}),
    ],
)
def test_gates(one: Change, stopped: set[str]) -> None:
    assert {gate for gate in GATES if trips(one, gate)} == stopped


def test_annotations_stand_on_lines_of_the_head_only() -> None:
    lines = written("github", gone(1), change(2)).splitlines()
    assert lines[0].startswith("::error title=Better (breaking)::") and "(before: maps/buy-shoes" in lines[0]
    assert lines[1].startswith("::warning file=maps/buy-shoes.journey.yaml,line=102,title=Worse::")


def test_the_worst_annotations_come_first_and_the_others_are_counted() -> None:
    lines = written("github", *(change(n) for n in range(1, 31)), gone(99)).splitlines()
    assert [line.split(" ")[0] for line in lines] == ["::error", *["::warning"] * 10]
    assert lines[-1] == "::warning title=jmap diff::… and 21 more"


def test_what_is_approved_is_a_notice() -> None:
    assert written("github", gone(1), approved=frozenset([gone(1).fingerprint])).startswith("::notice ")


def test_junit_fails_by_the_gate() -> None:
    def failures(**more: object) -> tuple[int, str | None]:
        suite = ElementTree.fromstring(written("junit", gone(1), change(2), **more))[0]
        failure = suite.find("testcase/failure")
        return len(suite.findall("testcase/failure")), failure.get("message") if failure is not None else None

    assert failures() == (0, None)
    assert failures(fail_on="breaking") == (1, "Stopped by --fail-on breaking: 1 change.")
    assert failures(fail_on="notable") == (1, "Stopped by --fail-on notable: 2 changes.")
    assert failures(fail_on="breaking", approved=frozenset([gone(1).fingerprint])) == (0, None)


def test_gitlab_gets_the_line_where_what_is_gone_was() -> None:
    (issue,) = json.loads(written("gitlab", gone(1)))
    assert issue["location"] == {"path": "maps/buy-shoes.journey.yaml", "lines": {"begin": 80}}
    assert (issue["severity"], issue["check_name"]) == ("critical", "touchpoints-removed")


def test_gitlab_shows_the_same_change_of_two_projects_twice() -> None:
    issues = json.loads(written("gitlab", change(1), change(1)))
    assert len({issue["fingerprint"] for issue in issues}) == 2


def test_a_picture_has_what_is_known_on_both_sides_only() -> None:
    """Budi says nothing about waiting: that is no zero."""
    dewi, budi = curves(reviews.comparison([change(1)]).maps[0])
    assert (dewi.persona and dewi.persona.name, budi.persona and budi.persona.name) == ("Dewi", "Budi")
    assert 9 in [point.number for point in dewi.points] and 9 not in [point.number for point in budi.points]
    assert all(-2 <= score <= 2 for point in dewi.points for score in (point.before, point.after))


def test_there_is_no_picture_where_no_feeling_moved() -> None:
    compared = reviews.comparison([change(1)])
    still = compared.maps[0].base
    assert still is not None
    text = renderer("markdown")(review(reviews.comparison([change(1)], maps=(reviews.same(still),))))
    assert "mermaid" not in text and "mermaid" in renderer("markdown")(review(compared))


def test_what_is_touched_says_where_it_is_and_what_touches_it() -> None:
    text = renderer("text")(review(reviews.few(), titles={reviews.MAP: "I buy running shoes online"}))
    said = "Opportunity “Remind before a transfer lapses” in “I buy running shoes online” refers to touchpoint “Bank"
    assert f"  {said} transfer”  maps/buy-shoes.journey.yaml:90\n" in text


def test_places_and_commits_can_be_copied_from_a_comment() -> None:
    text = written("markdown", change(1))
    assert (
        "<code>maps/buy-shoes.journey.yaml</code>" in text
        and "is new <sub>line 101</sub>" in text
        and "(1f1f1f1f1f)" in text
    )


def test_the_marker_of_the_comment_is_its_first_line_and_only_there() -> None:
    text = written("markdown", change(1, name="<!-- jmap-diff -->"))
    assert re.findall(r"^<!--.*-->$", text, re.M) == ["<!-- jmap-diff -->"] and text.index("<!--") == 0
