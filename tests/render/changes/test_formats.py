"""Every format, whatever the comparison: it is well formed, complete or says what is left out, and never lies."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree

import jsonschema
import pytest
from hypothesis import given, settings

from jmap.diff.change import Comparison, MapComparison
from jmap.diff.gap import Gap, Pains, Score
from jmap.render.changes import names, renderer
from jmap.render.changes.kit.budget import size
from jmap.render.changes.markdown import LONGEST, MARKER
from jmap.resources import folder
from tests.render.changes import reviews
from tests.render.changes.payloads import CLASSES, TEXTS
from tests.render.changes.reviews import review

CASES: dict[str, Callable[[], Comparison]] = {
    "nothing": reviews.comparison,
    "few": reviews.few,
    "many": reviews.many,
    "only-new": reviews.only_new,
    "broken-head": reviews.broken_head,
    "broken-base": reviews.broken_base,
}
SCHEMA = jsonschema.Draft202012Validator(json.loads((folder("schemas") / "diff.json").read_text("utf-8")))


def written(format: str, compared: Comparison, **more: object) -> str:
    text = renderer(format)(review(compared, **more))
    assert isinstance(text, str)
    return text


def check_json(text: str, compared: Comparison) -> None:
    data = json.loads(text)
    assert [error.message for error in SCHEMA.iter_errors(data)] == []
    assert [change["fingerprint"] for change in data["changes"]] == [c.fingerprint for c in compared.changes]
    assert data["counts"]["total"] == len(compared.changes) and len(data["broken"]) == len(compared.broken)


def check_gitlab(text: str, compared: Comparison) -> None:
    issues = json.loads(text)
    assert len(issues) == len(compared.changes) + len(compared.broken)
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    assert {issue["severity"] for issue in issues} <= {"info", "minor", "major", "critical", "blocker"}
    assert all(issue["location"]["path"] and issue["location"]["lines"]["begin"] > 0 for issue in issues)


def check_junit(text: str, compared: Comparison) -> None:
    suite = ElementTree.fromstring(text)[0]
    cases = suite.findall("testcase")
    assert (
        len(cases) == int(suite.get("tests", "")) == len(compared.maps) + len(compared.broken) + bool(compared.project)
    )
    told = sum(len((part.text or "").strip().splitlines()) for case in cases for part in case if part.tag != "error")
    assert told == len(compared.changes)


def check_github(text: str, compared: Comparison) -> None:
    lines = text.splitlines()
    kinds = [re.match(r"::(error|warning|notice) (?:[a-z]+=[^,:]*,?)+::.", line) for line in lines]
    assert all(kinds)
    for kind in ("error", "warning", "notice"):
        assert sum(line.startswith(f"::{kind} ") for line in lines) <= 10
    assert bool(lines) == bool(compared.changes or compared.broken)


def check_markdown(text: str, compared: Comparison) -> None:
    assert text.startswith(f"{MARKER}\n\n**") and text.count("<!--") == 1
    assert size(text) <= LONGEST
    assert len(re.findall(r"^<details>$", text, re.M)) == len(re.findall(r"^</details>$", text, re.M))
    changes = re.sub(r"<summary>Unchanged, but.*?</details>", "", text, flags=re.DOTALL)
    listed = len(re.findall(r"^- (?:\*\*(?:breaking|minor):\*\* )?[A-Z].*<sub>", changes, re.M))
    rest = re.search(r"^\*\*… and ([\d,]+) more changes?: see the report\.\*\*$", text, re.M)
    assert listed + (int(rest[1].replace(",", "")) if rest else 0) == len(compared.changes)


def check_text(text: str, compared: Comparison) -> None:
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)
    groups = sum(int(n.replace(",", "")) for n in re.findall(r"^  [↓↑=] \w+ \(([\d,]+)\)$", text, re.M))
    assert groups == len(compared.changes)


CHECKS: dict[str, Callable[[str, Comparison], None]] = {
    "json": check_json, "gitlab": check_gitlab, "junit": check_junit, "github": check_github,
    "markdown": check_markdown, "text": check_text,
}  # fmt: skip


def many_changes(one: MapComparison, id: str) -> MapComparison:
    changes = tuple(dataclasses.replace(change, map=id) for change in one.changes)
    return dataclasses.replace(one, id=id, changes=changes)


@pytest.mark.parametrize("text", ["x" * 5000, "&" * 5000, "\U0001f600" * 5000, "[a](b) " * 900])
def test_a_comment_keeps_to_its_length_whatever_it_says(text: str) -> None:
    one = reviews.hostile(text)
    maps = tuple(many_changes(one.maps[0], f"map-{n}") for n in range(300))
    compared = dataclasses.replace(
        one, maps=maps, broken=one.broken * 300, notes=one.notes * 300, touched=one.touched * 300
    )
    assert size(written("markdown", compared, verdict=text, unused=(text,) * 300)) <= LONGEST


def test_every_format_is_tested() -> None:
    assert set(names()) - set(CHECKS) <= {"svg", "html"}, "pictures and pages have tests of their own"


@pytest.mark.parametrize("format", CHECKS)
@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("fail_on", [None, "worse"])
def test_a_format_of_a_comparison(format: str, case: str, fail_on: str | None) -> None:
    compared = CASES[case]()
    CHECKS[format](written(format, compared, fail_on=fail_on), compared)


def check_hostile(format: str, text: str) -> None:
    compared = reviews.hostile(text)
    gap = Gap(comparison=compared, steps_removed=(text,), scores=(Score(text, -1, 1),), pains=Pains(gone=(text,)))
    shown = written(
        format, compared, fail_on="worse", gap=gap, verdict=text, unused=(text,), titles={reviews.MAP: text}
    )
    CHECKS[format](shown, compared)
    own = ("::error", "::warning", "::notice") if format == "github" else ()
    orders = [line for line in shown.splitlines() if line.lstrip().startswith("::") and not line.startswith(own)]
    assert orders == [] and not re.search(r"##\w*\[", shown)


@pytest.mark.parametrize("format", CHECKS)
@pytest.mark.parametrize("kind", CLASSES)
def test_hostile_text(format: str, kind: str) -> None:
    check_hostile(format, " ".join(CLASSES[kind]))


@pytest.mark.parametrize("format", CHECKS)
@settings(max_examples=15, deadline=None)
@given(TEXTS)
def test_any_text(format: str, text: str) -> None:
    check_hostile(format, text)


def closed(schema: Any) -> Any:
    """The schema, in which a key that it does not describe is a mistake."""
    if isinstance(schema, list):
        return [closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    made = {key: closed(part) for key, part in schema.items()}
    return made | {"additionalProperties": False} if isinstance(schema.get("properties"), dict) else made


def test_the_schema_describes_every_key() -> None:
    strict = jsonschema.Draft202012Validator(closed(SCHEMA.schema))
    data = json.loads(written("json", dataclasses.replace(reviews.hostile("x"), maps=reviews.few().maps)))
    assert [error.message for error in strict.iter_errors(data)] == []
    assert data["changes"] and data["maps"] and data["touched"] and data["broken"]


@pytest.mark.parametrize("format", CHECKS)
def test_the_same_comparison_gives_the_same_bytes(format: str) -> None:
    assert written(format, reviews.few()) == written(format, reviews.few())


@pytest.mark.parametrize("format", CHECKS)
def test_formats_speak_the_language_of_the_project(format: str) -> None:
    text = renderer(format)(review(reviews.few(), "id", fail_on="breaking"))
    assert isinstance(text, str) and "Better" not in text
