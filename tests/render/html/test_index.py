"""The atlas: which maps there are, how healthy they are, what they share, and which could not be built."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from pathlib import Path

import pytest

from jmap.diagnostics import Diagnostic
from jmap.locale.words import words
from jmap.render.html.index import index
from jmap.resolve.journey import FailedMap, Journey, Place, Stage, Workspace
from jmap.theme.load import load_theme
from tests.fixtures_journey import BUDI, DEWI, sample_journey, sample_workspace
from tests.render.html.test_page import HOSTILE, Element, Tree

FAILED = FailedMap("maps/broken.journey.yaml", "broken", "Broken map")
MISTAKE = Diagnostic(
    "maps/broken.journey.yaml", 7, 5, "unknown-key", "there is no key `stage`", "", "stages", "    stage: Decide", 5
)


def source(workspace: Workspace, *, whole: bool = True) -> str:
    theme, _ = load_theme("default", Path())
    return index(workspace, theme, words(workspace.locale), (), (), whole=whole)


def made(workspace: Workspace, failed: tuple[FailedMap, ...] = (), found: tuple[Diagnostic, ...] = ()) -> Element:
    theme, _ = load_theme("default", Path())
    return Tree(index(workspace, theme, words(workspace.locale), failed, found)).root


def workspace(*journeys: Journey, **more: object) -> Workspace:
    return replace(sample_workspace(), journeys=journeys, **more)  # type: ignore[arg-type]


def other(**changes: object) -> Journey:
    return replace(sample_journey(), id="other", title="I swap shoes", **changes)  # type: ignore[arg-type]


def section(root: Element, id: str) -> Element:
    return next(e for e in root.all("section") if e.attributes.get("aria-labelledby") == id)


def sections(root: Element) -> list[str | None]:
    return [e.attributes.get("aria-labelledby") for e in root.all("section")]


def rows(part: Element) -> list[list[str]]:
    return [[cell.text for cell in row.children if isinstance(cell, Element)] for row in part.all("tbody")[0].all("tr")]


def hrefs(part: Element) -> list[str | None]:
    return [a.attributes["href"] for a in part.all("a")]


def detailed(journey: Journey, id: str) -> Journey:
    """The map with a map for its first step."""
    first, *stages = journey.stages
    step, *steps = first.steps
    step = replace(step, journey=id)
    columns: tuple[Place, ...] = (step, *journey.columns[1:])
    stage: Stage = replace(first, steps=(step, *steps))
    return replace(journey, stages=(stage, *stages), columns=columns)


def test_each_map_shows_its_health() -> None:
    root = made(sample_workspace())
    (card,) = root.all("article")
    for text in ("I buy running shoes online", "Dewi", "Budi", "5 stages · 12 steps", "Current state"):
        assert text in card.text
    for text in ("Growth team", "1 May 2027", "78 %", "8 · 1 unanswered"):
        assert text in card.text
    assert hrefs(card) == ["buy-running-shoes.html"]
    assert root.all("h1")[0].text == "Toko Lari journeys"


def test_one_map_has_a_small_page() -> None:
    root = made(sample_workspace())
    assert sections(root) == ["maps"]
    assert not root.all("form")
    assert "One map so far" in root.text


def test_what_nobody_owns_or_reviews_says_so() -> None:
    (card,) = made(workspace(replace(sample_journey(), owner="", reviewed=None))).all("article")
    assert "No owner" in card.text
    assert "Not reviewed" in card.text


def test_the_day_of_review_is_there_for_the_script_and_for_those_without() -> None:
    (card,) = [e for e in made(sample_workspace()).all("li") if e.attributes.get("class") == "map"]
    assert card.attributes["data-due"] == "2027-05-01"
    assert "Next review" in card.text and "1 May 2027" in card.text
    (late,) = [e for e in card.all("span") if e.attributes.get("class") == "late"]
    assert "hidden" in late.attributes  # the bytes know no clock


def test_filters_offer_only_what_tells_maps_apart() -> None:
    mine = replace(sample_journey(), tags=("mobile", "Web shop"))
    root = made(workspace(mine, other(owner="Care", personas=(DEWI,), tags=("mobile",))))
    offered = {s.attributes["name"]: [o.attributes["value"] for o in s.all("option")] for s in root.all("select")}
    assert offered["persona"] == ["", BUDI.id, DEWI.id]
    assert offered["owner"] == ["", "care", "growth-team"]
    assert offered["tag"] == ["", "mobile", "web-shop"]
    assert "state" not in offered
    (form,) = root.all("form")
    assert "hidden" in form.attributes  # it does nothing without the script


def test_totals_count_every_map_and_every_persona_once() -> None:
    lists = made(workspace(sample_journey(), other())).all("dl")
    (figures,) = [e for e in lists if e.attributes.get("class") == "figures"]
    assert [e.text for e in figures.all("b")][:4] == ["2", "2", "16", "18"]


def test_a_step_leads_to_the_map_that_details_it_and_back() -> None:
    root = made(workspace(detailed(sample_journey(), "other"), other()))
    first, second = root.all("article")[:2]
    assert "Details: I swap shoes" in first.text and "other.html" in hrefs(first)
    assert "Details a step of I buy running shoes online" in second.text
    links = section(root, "links")
    step = sample_journey().columns[0].name
    assert rows(links) == [["I buy running shoes online", step, "detailed in", "I swap shoes"]]
    assert "buy-running-shoes.html#at=1" in hrefs(links)


@pytest.mark.parametrize(
    ("failed", "says"), [((), "Not in this build"), ((FailedMap("o.yaml", "other", "I swap"),), "Not built")]
)
def test_no_link_leads_to_a_page_that_was_not_made(failed: tuple[FailedMap, ...], says: str) -> None:
    root = made(workspace(detailed(sample_journey(), "other"), failed=failed))
    assert says in section(root, "links").text
    assert "other.html" not in hrefs(root)


def test_a_future_map_stands_beside_its_current_one_with_what_changes() -> None:
    now = sample_journey()
    steps = replace(now.stages[0], steps=now.stages[0].steps[:1])
    stages = (steps, *(s for s in now.stages[1:3]))
    columns = tuple(step for stage in stages for step in stage.steps)
    future = other(state="future", future_of=now.id, stages=stages, columns=columns)
    pair = section(made(workspace(now, future)), "pairs")
    changes = {row[0]: row[1:] for row in rows(pair)}
    assert changes["Steps"] == ["12", str(len(columns)), f"−{12 - len(columns)}"]
    assert changes["Pain points"][0] == "8" and changes["Pain points"][2].endswith("better")
    assert {"Mean feeling, Dewi", "Mean feeling, Budi"} < set(changes)  # never one mean that hides a persona
    assert [e.attributes["aria-label"] for e in pair.all("svg") if "aria-label" in e.attributes] == [
        "Emotion curve of I buy running shoes online",
        "Emotion curve of I swap shoes",
    ]


def test_things_are_listed_with_the_maps_and_steps_that_use_them() -> None:
    used = section(made(workspace(sample_journey(), other())), "used")
    tables = {d.all("summary")[0].text.rpartition(" ")[0]: d for d in used.all("details")}
    assert list(tables) == ["Personas", "Touchpoints", "Channels", "Teams and owners", "Systems"]
    checkout = next(row for row in tables["Touchpoints"].all("tr") if row.text.startswith("Checkout"))
    assert "Website · Brand" in checkout.text
    assert [h for h in hrefs(checkout) if h and "#" in h] == [
        "buy-running-shoes.html#at=6",
        "other.html#at=6",
    ]
    growth = next(row for row in tables["Teams and owners"].all("tr") if row.text.startswith("Growth team"))
    assert "owns the map · owns O1, O9" in growth.text


def test_opportunities_are_ranked_and_counted_by_value_and_effort() -> None:
    ideas = section(made(workspace(sample_journey(), other())), "ideas")
    ranked = [(row[1], row[2]) for row in rows(ideas)]
    assert ranked == sorted(ranked, key=lambda pair: (-float(pair[0]), float(pair[1])))
    assert len(ranked) == 18
    dots = [(a.attributes["aria-label"], a.text) for a in ideas.all("a") if a.attributes.get("data-cell")]
    assert dots[0] == ("Value 5, effort 2: 6 opportunities", "6")
    assert sum(int(count) for _, count in dots) == 18


def test_a_map_of_part_of_the_project_says_that_it_is() -> None:
    assert "built from some maps of the project" in source(workspace(sample_journey(), other()), whole=False)
    assert "built from some maps" not in source(workspace(sample_journey(), other()))


def test_failed_maps_are_named_with_their_mistakes() -> None:
    root = made(sample_workspace(), (FAILED,), (replace(MISTAKE, expected="a list"),))
    assert "1 map · 1 not built" in root.text
    failure = root.all("article")[-1]
    assert "maps/broken.journey.yaml:7:5" in failure.text
    assert "there is no key `stage`" in failure.text
    assert "Did you mean stages?" in failure.text and "Expected: a list" in failure.text
    assert failure.all("pre")[0].all("code")[0].children == ["    stage: Decide\n    ^^^^^"]


def test_a_mistake_in_another_file_is_not_lost() -> None:
    found = Diagnostic("jmap.yaml", 3, 1, "wrong-type", "must be a list", "a list")
    assert "jmap.yaml:3:1 must be a list Expected: a list" in made(sample_workspace(), (), (found,)).text


@pytest.mark.parametrize("poison", HOSTILE)
def test_no_text_becomes_markup(poison: str) -> None:
    def atlas(dirt: str) -> Element:
        one = detailed(replace(sample_journey(), description="d" + dirt, owner="o" + dirt, tags=("t" + dirt,)), "other")
        two = other(state="future", future_of=one.id)
        three = replace(two, id="third", title="I return" + dirt, future_of="", owner="Care")
        mistake = replace(MISTAKE, message="m" + dirt, source_line="l" + dirt, suggestion="s" + dirt)
        failed = replace(FAILED, title="f" + dirt)
        return made(workspace(one, two, three, title="Shop" + dirt), (failed,), (mistake,))

    before, after = atlas(""), atlas(poison)
    assert [(e.tag, sorted(e.attributes)) for e in after.walk()] == [
        (e.tag, sorted(e.attributes)) for e in before.walk()
    ]


def test_the_policy_lets_in_this_script_and_style_and_nothing_else() -> None:
    page = source(workspace(sample_journey(), other()))
    policy = next(m.attributes["content"] for m in Tree(page).root.all("meta") if "http-equiv" in m.attributes)
    assert policy and "default-src 'none'" in policy and "unsafe" not in policy
    for tag in ("script", "style"):
        (text,) = re.findall(f"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        assert base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() in policy
    assert not re.search(r' (style|on\w+)="', page)


def test_everything_is_said_in_the_project_s_language() -> None:
    now = detailed(sample_journey(), "other")
    root = made(workspace(now, other(state="future", future_of=now.id), locale="id"), (FAILED,), (MISTAKE,))
    assert root.all("html")[0].attributes["lang"] == "id"
    for text in ("2 peta", "Kini dan mendatang", "dirinci dalam", "akan menjadi", "Tempat pemakaian", "Tidak dibuat"):
        assert text in root.text


def test_titles_keep_their_own_direction() -> None:
    root = made(workspace(replace(sample_journey(), title="أشتري حذاء"), other()))
    assert all(heading.attributes["dir"] == "auto" for card in root.all("article") for heading in card.all("h3"))


def test_a_project_without_maps_says_so() -> None:
    assert "There are no maps yet" in made(workspace()).text


def test_the_page_grows_no_faster_than_the_number_of_maps() -> None:
    def size(count: int) -> int:
        return len(source(workspace(*(replace(sample_journey(), id=f"m{n}") for n in range(count)))))

    few, more, many = size(2), size(12), size(32)
    assert (many - more) / 20 <= (more - few) / 10 * 1.2 < 20_000  # bytes a map
