"""The tutorial's maps build at every step, its excerpts are in them, and its pictures show what they give."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.docs.blocks import DOCS
from tests.docs.tools import tool
from tests.examples.pipeline import drawn, load
from tests.running import inside

TOOL = tool("tutorial")
STEPS = TOOL.steps()
TEXT = (DOCS / "tutorial.md").read_text("utf-8")
MOST = 140_000  # bytes of a picture: they are kept in git, and change whenever the drawing does
KEYS = [
    *("title", "persona", "stages", "touchpoints", "thoughts", "pain_points", "feelings", "time"),
    *("personas", "quote", "goals", "frustrations", "goal", "steps", "actions"),
    *("channel", "owner", "initiator", "importance", "satisfaction"),
    *("id", "method", "n", "score", "emotion", "basis", "spread", "evidence"),
    *("severity", "addresses", "customer_value", "business_value", "effort", "status", "moment_of_truth", "gains"),
    *("active", "waiting", "exits", "reason", "share", "next", "to", "when"),
    *("props", "frontstage", "backstage", "support", "policies", "team", "system"),
    *("channels", "kind", "device", "traits", "business_goal", "reviewed", "review_every", "tags", "metrics", "target"),
]


def test_it_begins_with_the_first_map_of_the_readme() -> None:
    first = STEPS["step-1"]["coffee.journey.yaml"]
    assert f"```yaml map\n{first}```" in (DOCS.parent / "README.md").read_text("utf-8")
    assert first == (DOCS.parent / "examples/first-map/coffee.journey.yaml").read_text("utf-8")


@pytest.mark.parametrize("step", STEPS)
def test_each_step_builds(step: str, tmp_path: Path) -> None:
    for name, text in STEPS[step].items():
        (tmp_path / name).write_text(text, "utf-8")
    files = drawn(tmp_path)
    assert {"coffee.html", "coffee.swimlane.svg", "coffee.flow.svg", "coffee.touchpoints.svg"} <= set(files)


def test_each_step_knows_more_than_the_one_before(tmp_path: Path) -> None:
    known = []
    for step, files in STEPS.items():
        (tmp_path / step).mkdir()
        for name, text in files.items():
            (tmp_path / step / name).write_text(text, "utf-8")
        workspace, _ = load(tmp_path / step)
        known.append(workspace.journeys[0].coverage.total)
    assert len(known) >= 6
    assert known == sorted(known) and known[-1] > 6 * known[0]


def test_what_it_says_of_the_first_map_is_so(tmp_path: Path) -> None:
    first = STEPS["step-1"]["coffee.journey.yaml"]
    assert "From fourteen lines" in TEXT and len(first.splitlines()) == 14
    (tmp_path / "coffee.journey.yaml").write_text(first, "utf-8")
    coverage = load(tmp_path)[0].journeys[0].coverage
    assert f"{coverage.known} of {coverage.total} items have evidence" in " ".join(TEXT.split())
    (tmp_path / "coffee.journey.yaml").write_text(first.replace("feelings: 0", "feeling: 0"), "utf-8")
    assert "did you mean `feelings`?" in inside("check", cwd=tmp_path).stdout


@pytest.mark.parametrize(("step", "excerpt"), list(TOOL.parts()))
def test_excerpts_stand_in_the_map_as_they_are(step: str, excerpt: str) -> None:
    assert any(f"\n{excerpt}" in f"\n{text}" for text in STEPS[step].values())


def test_every_fence_is_built_or_checked() -> None:
    fences = re.findall(r"^```(\S.*)$", TEXT, re.MULTILINE)
    assert {fence for fence in fences if fence != "console"} == {
        f"yaml {kind}={step}" for kind, step, _ in TOOL.blocks()
    }


@pytest.mark.parametrize("key", KEYS)
def test_what_is_new_is_explained(key: str) -> None:
    prose = "".join(outside(TEXT))
    assert re.search(rf"`{key}\b", prose), f"{key} is used, but no sentence says what it means"


def test_pictures_are_current_and_shown_and_small() -> None:
    made = dict(TOOL.pictures())
    assert set(TOOL.FOLDER.iterdir()) == set(made)
    for path, data in made.items():
        assert path.read_bytes() == data, "run: python tools/pictures.py"
        assert len(data) < MOST
        assert TEXT.count(f"(images/tutorial/{path.name})") == 2  # shown, and leading to itself in full size


def test_links_lead_somewhere() -> None:
    links = re.findall(r"\]\(([^)]+)\)", TEXT)
    anchors = {re.sub(r"[^\w\- ]", "", line.lower()).replace(" ", "-") for line in re.findall(r"^#+ (.+)$", TEXT, re.M)}
    assert {link[1:] for link in links if link.startswith("#")} <= anchors
    assert [link for link in links if not link.startswith("#") and not (DOCS / link).exists()] == []


def outside(text: str) -> Iterator[str]:
    """What stands between the fences."""
    return (part for n, part in enumerate(re.split(r"^```.*$", text, flags=re.MULTILINE)) if n % 2 == 0)
