"""The sections of a page: what they work out, where it stands, and that nothing stands there without a reason."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from jmap.locale.words import words
from jmap.render.html.page import page
from jmap.render.html.report.labels import css_string
from jmap.render.html.report.matrix import cell_of, matrix
from jmap.render.html.templates import Templates
from jmap.resolve.content import Item, Metric, Opportunity, PainPoint, Personalisation, Span, Time, Touchpoint
from jmap.resolve.journey import Journey, Stage, Workspace
from jmap.theme.load import load_theme
from tests.fixtures_journey import sample_journey, sample_workspace
from tests.render.html.test_page import Element, Tree

SECTIONS = ("ideas", "pains", "inventory", "engagement", "feelings", "times", "metrics", "plan", "personalisation")


@pytest.fixture(scope="module")
def templates() -> Templates:
    return Templates()


@pytest.fixture(scope="module")
def sample(templates: Templates) -> Element:
    return made(templates, sample_journey())


def made(templates: Templates, journey: Journey, workspace: Workspace | None = None) -> Element:
    theme, _ = load_theme("default", Path())
    html = page(journey, workspace or sample_workspace(), theme, words(journey.locale), {}, "", templates)
    return Tree(html).root


def by_id(root: Element, id: str) -> Element | None:
    return next((element for element in root.walk() if element.attributes.get("id") == id), None)


def section(root: Element, id: str) -> Element:
    found = by_id(root, id)
    assert found and found.parent
    return found.parent


def rows(root: Element, id: str) -> list[Element]:
    return [row for body in section(root, id).all("tbody") for row in body.all("tr")]


def classes(element: Element) -> list[str]:
    return (element.attributes.get("class") or "").split()


def said(element: Element) -> str:
    """All text with the spaces between its parts, no-break ones as plain ones."""
    raw = [child if isinstance(child, str) else said(child) for child in element.children]
    return re.sub(r"\s+", " ", " ".join(raw)).strip()


def with_class(root: Element, name: str) -> list[Element]:
    return [element for element in root.walk() if name in classes(element)]


def with_items(lane: str, *items: Item) -> Journey:
    """A journey of one step that holds nothing else."""
    stage = Stage(path="stages.0", id="buy", name="Buy", number=1, lanes={lane: items})
    lanes = tuple(one for one in sample_journey().lanes if one.key == lane)
    return Journey(
        id="a", file="a.journey.yaml", title="I buy", stages=(stage,), columns=(stage,), left=(1.0,), lanes=lanes
    )


def idea(label: str, **more: Any) -> Opportunity:
    return Opportunity(path="", text=f"Idea {label}", label=label, **more)


def rated(label: str, customer: float, business: float, effort: float) -> Opportunity:
    return idea(label, customer_value=customer, business_value=business, effort=effort)


def test_six_figures_count_what_the_map_holds(sample: Element) -> None:
    (figures,) = with_class(sample, "figures")
    texts = [said(div) for div in figures.all("div")]
    assert [text.split()[0] for text in texts] == ["Stages", "Touchpoints", "Pain", "Moments", "Evidence", "Total"]
    assert "17" in texts[1] and "10 brand" in texts[1] and "4 partner" in texts[1]
    assert "8" in texts[2] and "2 critical" in texts[2]
    assert "5 more found" in texts[3]
    coverage = sample_journey().coverage
    assert f"{coverage.known} of {coverage.total} items" in texts[4]
    assert "7 days 5 h" in texts[5] and "waiting" in texts[5]


def test_parts_of_a_bar_fill_it(sample: Element) -> None:
    (figures,) = with_class(sample, "figures")
    bars = with_class(figures, "meter")
    assert len(bars) == 3
    for bar in bars:
        widths = [float((rect.attributes["width"] or "").rstrip("%")) for rect in bar.all("rect")]
        assert sum(widths) == pytest.approx(100, abs=0.3)


def test_a_long_time_is_short_in_large_type_and_exact_below(templates: Templates) -> None:
    day, hour = 86_400.0, 3_600.0
    time = Time(path="", text="", elapsed=Span(12 * day + 7 * hour, 12 * day + 8 * hour))
    journey = with_items("time", time)
    stage = replace(journey.stages[0], span=time.elapsed)
    root = made(templates, replace(journey, stages=(stage,), columns=(stage,)))
    (figures,) = with_class(root, "figures")
    last = figures.all("div")[-1]
    assert said(last.all("b")[0]) == "~12 days"
    assert "12 days 7 h – 12 days 8 h" in said(last.all("span")[0])


def test_every_pain_that_nothing_answers_is_marked(sample: Element) -> None:
    journey = sample_journey()
    answered = {label for _, i in journey.every("opportunities") if isinstance(i, Opportunity) for label in i.addresses}
    pains = {i.label: i for _, i in journey.every("pain_points") if isinstance(i, PainPoint)}
    found = {row.attributes["id"] or "": row for row in rows(sample, "pains")}
    assert found.keys() == pains.keys()
    for label, row in found.items():
        assert bool(with_class(row, "missing")) == (label not in answered)
        assert ("Nothing yet" in row.text) == (label not in answered)
    assert "1 has no opportunity yet" in section(sample, "pains").all("p")[0].text


def test_pains_stand_by_severity_and_lead_to_their_answers(sample: Element) -> None:
    order = [row.attributes["id"] for row in rows(sample, "pains")]
    assert order == ["P4", "P6", "P2", "P3", "P5", "P7", "P8", "P1"]
    first = rows(sample, "pains")[0]
    assert "O4" in [a.text for a in first.all("a")]
    assert "Purchase: Checks out" in said(first)
    assert "analytics, n = 2,310" in first.text


def test_opportunities_are_ranked_by_value_and_then_by_effort(sample: Element) -> None:
    ranked = [row.attributes["id"] for row in rows(sample, "ideas")]
    assert ranked == ["O2", "O3", "O6", "O4", "O5", "O9", "O7", "O8", "O1"]


def test_every_ranked_opportunity_has_its_dot_in_its_quadrant(sample: Element) -> None:
    journey = sample_journey()
    ideas = {i.label: i for _, i in journey.every("opportunities") if isinstance(i, Opportunity)}
    drawn = matrix(list(ideas.values()))
    assert drawn
    assert sorted(dot.label for dot in drawn.dots) == sorted(ideas)
    for dot in drawn.dots:
        own = ideas[dot.label]
        assert own.value is not None and own.effort is not None
        assert (dot.y < drawn.split_y) == (own.value >= 3.5)
        assert (dot.x > drawn.split_x) == (own.effort >= 3.5)
        assert dot.known == own.known
    hollow = [spot.text for spot in with_class(sample, "spot") if "guess" in classes(spot)]
    assert sorted(hollow) == sorted(label for label, own in ideas.items() if not own.known)


def test_dots_never_cover_each_other_however_many_share_a_cell() -> None:
    drawn = matrix([rated(f"O{n}", 5, 5, 2) for n in range(1, 13)])
    assert drawn
    for a in drawn.dots:
        assert 14 <= a.y <= drawn.split_y - 14
        for b in drawn.dots:
            assert a is b or (a.x - b.x) ** 2 + (a.y - b.y) ** 2 >= 28**2


@pytest.mark.parametrize(("score", "cell"), [(1, 1), (3.4, 3), (3.5, 4), (4.5, 5), (5, 5), (0.2, 1)])
def test_a_half_goes_up_so_that_no_dot_sits_on_the_split(score: float, cell: int) -> None:
    assert cell_of(score) == cell


def test_a_value_shows_how_it_was_worked_out(templates: Templates) -> None:
    root = made(templates, with_items("opportunities", rated("O1", 5, 4, 2), rated("O2", 3, 3, 1)))
    first, second = rows(root, "ideas")
    assert "4.5 (5 + 4) / 2" in said(first)
    assert "/ 2" not in second.text


def test_opportunities_without_a_place_are_listed_as_such(templates: Templates) -> None:
    root = made(templates, with_items("opportunities", idea("O1", customer_value=4.0), rated("O2", 3, 3, 1)))
    assert [row.attributes["id"] for row in by_table(root, "t-unplaced")] == ["O1"]
    assert [row.attributes["id"] for row in by_table(root, "t-ideas")] == ["O2"]
    only = made(templates, with_items("opportunities", idea("O1")))
    assert "Not placed yet" in only.text
    assert not with_class(only, "matrix")


def by_table(root: Element, id: str) -> list[Element]:
    table = by_id(root, id)
    assert table
    return table.all("tbody")[0].all("tr")


def test_a_pain_of_a_whole_stage_says_so_unless_the_stage_is_its_own_step(templates: Templates) -> None:
    pain = PainPoint(path="", text="Too far", label="P1")
    assert "Buy" in said(rows(made(templates, with_items("pain_points", pain)), "pains")[0])
    assert "whole stage" not in said(rows(made(templates, with_items("pain_points", pain)), "pains")[0])
    journey = sample_journey()
    stage = replace(journey.stages[1], lanes={"pain_points": (pain,)})
    whole = made(templates, replace(journey, stages=(journey.stages[0], stage, *journey.stages[2:])))
    assert any("Consideration: the whole stage" in said(row) for row in rows(whole, "pains"))


def test_touchpoints_stand_by_their_gap_and_say_which_are_moments(sample: Element) -> None:
    found = rows(sample, "inventory")
    names = [row.all("th")[0].text for row in found]
    assert len(names) == 17
    assert names[:3] == ["Running forum", "Courier tracking", "Return form"]
    assert found[0].text.endswith("+3 Moment of truth")
    assert sum(bool(with_class(row, "why")) for row in found) == 5


def test_a_touchpoint_in_several_places_is_one_row_of_several(templates: Templates) -> None:
    uses = [
        Touchpoint(path="", text="App", key="app", importance=5, satisfaction=satisfaction, declared_moment=declared)
        for satisfaction, declared in ((4, False), (1, True))
    ]
    root = made(templates, with_items("touchpoints", *uses))
    first, second = rows(root, "inventory")
    assert first.all("th")[0].attributes["rowspan"] == "2"
    assert not second.all("th")
    assert "+4 Moment of truth, declared" in second.text
    assert said(with_class(root, "figures")[0].all("div")[1]) == "Touchpoints 1"


def test_who_meets_what(templates: Templates) -> None:
    journey = sample_journey()
    step = journey.stages[0].steps[0]
    only_budi = replace(step.items("touchpoints")[0], personas=("budi",), known=False)
    changed = replace(step, lanes={**step.lanes, "touchpoints": (only_budi,)})
    stage = replace(journey.stages[0], steps=(changed, *journey.stages[0].steps[1:]))
    root = made(
        templates, replace(journey, stages=(stage, *journey.stages[1:]), columns=(changed, *journey.columns[1:]))
    )
    heads = [cell.text for cell in section(root, "engagement").all("thead")[0].all("th")]
    assert "16 of 17" in heads[1] and "17 of 17" in heads[2]
    dewi, budi = next(row for row in rows(root, "engagement") if row.text.startswith("Instagram ad")).all("td")
    assert dewi.text == "does not meet it"
    assert said(budi) == "1 assumed"
    assert with_class(budi, "guess")


def test_feelings_tell_scores_and_how_they_are_known(sample: Element) -> None:
    found = rows(sample, "feelings")
    assert len(found) == len(sample_journey().columns)
    dewi, budi = found[8].all("td")
    assert dewi.text == "−1.5 worriedreported, n = 12, ± 0.5"
    assert budi.text == "no data"
    sentence = with_class(sample, "sentences")[0].all("li")[0].text
    assert "highest +2 delighted at Unboxes and runs" in sentence
    assert "lowest −1.5 worried" in sentence
    assert "at the end +1 loyal at Buys the second pair (assumed)" in sentence


def test_times_add_up(sample: Element) -> None:
    table = by_id(sample, "t-times")
    assert table
    last = table.all("tfoot")[0]
    assert [said(cell) for cell in last.all("td")][:3] == ["3 h 15 min", "7 days 2 h", "7 days 5 h"]
    assert len(table.all("tbody")[0].all("tr")) == 5


def test_metrics_say_how_far_they_are_from_their_target(templates: Templates, sample: Element) -> None:
    row = next(row for row in rows(sample, "metrics") if row.text.startswith("Checkout completed"))
    assert "57 %" in row.text and "70 %" in row.text
    assert "13 points below" in row.text
    days = Metric(path="", text="Delivery", value=4, value_text="4 days", unit="days", target=3, target_text="3 days")
    bare = Metric(path="", text="Visits", value=4, value_text="4", unit="")
    first, second = rows(made(templates, with_items("metrics", days, bare)), "metrics")
    assert "1 days above" in first.text
    assert "no target" in second.text


def test_the_plan_names_owners_and_what_is_open(sample: Element) -> None:
    plans = with_class(sample, "stage-plan")
    assert len(plans) == 5
    assert "Growth team" in plans[0].text
    assert "Nobody answers P1 yet." in plans[0].text
    ideas = [a.text for plan in plans for a in plan.all("a")]
    assert sorted(ideas) == [f"O{n}" for n in range(1, 10)]


def test_missing_consent_and_data_are_said_plainly(templates: Templates) -> None:
    asks = Personalisation(path="", text="Suggests", kind="nudge", data=("page views",), consent="opt-in")
    silent = Personalisation(path="", text="Retargets")
    without = Personalisation(path="", text="Profiles", data=("age",), consent="none")
    root = made(templates, with_items("personalisation", asks, silent, without))
    marks = [[mark.text for mark in with_class(row, "missing")] for row in rows(root, "personalisation")]
    assert marks == [
        [],
        ["No data named", "Consent not given on the map"],
        ["None: customers are not asked"],
    ]


def test_sections_without_content_are_not_there(templates: Templates) -> None:
    stage = Stage(path="stages.0", id="decide", name="Decide", number=1)
    journey = Journey(id="a", file="a.journey.yaml", title="I decide", stages=(stage,), columns=(stage,), left=(1.0,))
    root = made(templates, journey, Workspace(root="/"))
    assert [id for id in SECTIONS if by_id(root, id)] == []
    links = [a.attributes["href"] for a in with_class(root, "contents")[0].all("a")]
    assert links == ["#map", "#evidence", "#glossary"]


def test_the_contents_lead_to_every_section(sample: Element) -> None:
    links = {a.attributes["href"] for a in with_class(sample, "contents")[0].all("a")}
    assert {f"#{id}" for id in (*SECTIONS, "evidence", "glossary", "ways")} <= links
    assert all(by_id(sample, (link or "")[1:]) for link in links)


def test_the_glossary_explains_only_what_the_page_says(templates: Templates, sample: Element) -> None:
    terms = [term.text for term in section(sample, "glossary").all("dt")]
    assert terms == sorted(terms, key=str.casefold)
    assert {"Moment of truth", "Touchpoint", "Line of visibility", "Consent", "Exit"} <= set(terms)
    few = made(templates, with_items("actions", Item(path="", text="Walks")))
    assert "Moment of truth" not in [term.text for term in section(few, "glossary").all("dt")]


def test_labels_of_cards_hold_no_markup() -> None:
    assert css_string('</style>"\\') == '"\\3c \\2f style\\3e \\22 \\5c "'


def test_indonesian_sections_are_indonesian(templates: Templates) -> None:
    root = made(templates, replace(sample_journey(), locale="id"))
    assert "Belum ada" in rows(root, "pains")[-1].text
    assert "Rencana per tahap" in root.text
