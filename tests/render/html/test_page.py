"""A map's page: whole, readable without the picture, and closed to what a hostile map might carry."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass, replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from jmap.lanes.lane import Lane
from jmap.locale.words import words
from jmap.render.html.page import page, texts_of
from jmap.render.html.prepare import prepare
from jmap.render.html.templates import Templates
from jmap.resolve.content import Evidence, Image, Item
from jmap.resolve.journey import Exit, Journey, Stage, Workspace
from jmap.theme.load import load_theme
from tests.fixtures_journey import sample_journey, sample_workspace

# Which open elements a tag ends, and which end with the element around them: what HTML lets a page leave out.
CELLS, ROWS = ("td", "th"), ("td", "th", "tr")
OPTIONAL = {
    "li": ("li",),
    "td": CELLS,
    "th": CELLS,
    "tr": ROWS,
    **dict.fromkeys(("tbody", "tfoot"), (*ROWS, "thead", "tbody")),
    **dict.fromkeys(("dt", "dd"), ("dt", "dd")),
    **dict.fromkeys(("p", "div", "dl", "h1", "h2", "h3", "h4", "section", "table", "ul"), ("p",)),
}
CLOSED = {"li", "td", "th", "tr", "thead", "tbody", "tfoot", "dt", "dd", "p"}
VOID = {"meta", "link", "img", "input", "br", "hr", "path", "circle", "rect", "use"}
HOSTILE = (
    "</script><script>alert(1)</script>",
    "</style><style>*{color:red}",
    '" onmouseover="alert(1)',
    "' autofocus onfocus=alert(1) x='",
    "<img src=x onerror=alert(1)>",
    "{{ 7 * 7 }}{% include 'page.html' %}",
    "&lt;b&gt; &amp; ]]> -->",
)


@dataclass
class Element:
    tag: str
    attributes: dict[str, str | None]
    parent: Element | None = None
    children: list[Element | str] = field(default_factory=list)

    def walk(self) -> Iterator[Element]:
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    def all(self, tag: str) -> list[Element]:
        return [element for element in self.walk() if element.tag == tag]

    @property
    def text(self) -> str:
        parts = (child if isinstance(child, str) else child.text for child in self.children)
        return " ".join("".join(parts).split())


class Tree(HTMLParser):
    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.root = self.at = Element("", {})
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for ended in OPTIONAL.get(tag, ()):
            if self.at.tag == ended:
                self._up()
        element = Element(tag, dict(attrs), self.at)
        self.at.children.append(element)
        if tag not in VOID:
            self.at = element

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.at.children.append(Element(tag, dict(attrs), self.at))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            while self.at.tag != tag and self.at.tag in CLOSED:
                self._up()
            assert self.at.tag == tag, f"</{tag}> closes <{self.at.tag}>"
            self._up()

    def _up(self) -> None:
        assert self.at.parent
        self.at = self.at.parent

    def handle_data(self, data: str) -> None:
        self.at.children.append(data)


@pytest.fixture(scope="module")
def templates() -> Templates:
    return Templates()


def made(
    templates: Templates, journey: Journey, workspace: Workspace | None = None, pictures: dict[str, str] | None = None
) -> Element:
    theme, _ = load_theme("default", Path())
    workspace = workspace or sample_workspace()
    html = page(journey, workspace, theme, words(journey.locale), pictures or {}, "", templates)
    assert html.startswith("<!doctype html>")
    return Tree(html).root


def with_item(lane: str, item: Item) -> Journey:
    """The sample with one more item in its fourth step."""
    journey = sample_journey()
    stage = journey.stages[1]
    step = replace(stage.steps[1], lanes={**stage.steps[1].lanes, lane: (*stage.steps[1].items(lane), item)})
    steps = (stage.steps[0], step, *stage.steps[2:])
    stages = (journey.stages[0], replace(stage, steps=steps), *journey.stages[2:])
    return replace(journey, stages=stages, columns=tuple(s for stage in stages for s in stage.steps))


def test_nothing_on_the_map_is_missing_from_the_tables(templates: Templates) -> None:
    journey = sample_journey()
    root = made(templates, journey)
    said, whole = " ".join(table.text for table in root.all("table")), root.text
    for lane in journey.lanes:
        for place, item in journey.every(lane.key):
            assert item.text in said
            assert place.name in whole
    for column in journey.columns:
        assert column.moment_reason in said
        assert all(exit.reason in said for exit in column.exits)
    for way in journey.ways:
        assert way.when in said
    for text in ("P3", "O3", "Severity: High", "Status: In progress", "target 50 %", "2 days waiting", "Team: Care"):
        assert text in said
    for text in ("75 % reach this step", "Budi: no data", "+1.5", "−2", "± 0.5", "Consent: opt-in", "System: PIM"):
        assert text in said


def test_tables_have_headers_in_both_directions(templates: Templates) -> None:
    root = made(templates, sample_journey())
    tables = [table for table in root.all("table") if table.attributes.get("class") == "lanes"]
    assert len(tables) == 5
    for table in tables:
        head = table.all("thead")[0].all("th")
        assert all(cell.attributes["scope"] == "col" and cell.text for cell in head)
        for row in table.all("tbody")[0].all("tr"):
            assert [cell.tag for cell in row.children if isinstance(cell, Element)] == ["th"] + ["td"] * (len(head) - 1)
            assert row.all("th")[0].attributes["scope"] == "row"


def test_a_stages_own_items_stand_in_a_column_of_their_own(templates: Templates) -> None:
    tables = made(templates, sample_journey()).all("table")
    table = [table for table in tables if table.attributes.get("class") == "lanes"][1]
    heads = [cell.text for cell in table.all("thead")[0].all("th")]
    assert heads[1:3] == ["Whole stage", "3 Compares shoes"]
    row = next(row for row in table.all("tr") if row.text.startswith("Opportunities"))
    assert "Show the delivery date" in row.all("td")[0].text


def test_what_is_assumed_says_so(templates: Templates) -> None:
    journey = sample_journey()
    root = made(templates, journey)
    tables = [table for table in root.all("table") if table.attributes.get("class") == "lanes"]
    entries = [entry for table in tables for entry in table.all("li")]
    assumed = [e for e in entries if "assumed" in (e.attributes.get("class") or "").split()]
    expected = [i for lane in journey.lanes for _, i in journey.every(lane.key) if not i.known]
    assert len(assumed) == len(expected)
    assert all(e.text.endswith("assumed") for e in assumed)


def test_evidence_is_listed_once_and_led_to(templates: Templates) -> None:
    root = made(templates, sample_journey())
    ids = {e.attributes["id"] for e in root.walk() if e.attributes.get("id")}
    inner = [a.attributes["href"] or "" for a in root.all("a") if (a.attributes["href"] or "").startswith("#")]
    assert {href[1:] for href in inner} <= ids
    row = next(r for r in root.all("tr") if r.attributes.get("id") == "e1")
    assert row.text.startswith("Store interviews")
    assert "20 August 2026" in row.text


def test_landmarks_headings_and_regions(templates: Templates) -> None:
    root = made(templates, sample_journey(), pictures={"swimlane": "<svg></svg>"})
    assert [len(root.all(tag)) for tag in ("h1", "main", "header", "footer")] == [1, 1, 1, 1]
    assert root.all("html")[0].attributes["lang"] == "en"
    ids = [e.attributes["id"] for e in root.walk() if e.attributes.get("id")]
    assert len(ids) == len(set(ids))
    skip = root.all("a")[0]
    assert skip.attributes == {"class": "skip", "href": "#map"}
    regions = [e for e in root.walk() if e.attributes.get("role") == "region"]
    assert len(regions) == 1 + 8 + 5 + 2  # the map, the sections, the stages, ways and evidence
    for region in regions:
        assert region.attributes["tabindex"] == "0"
        assert region.attributes["aria-labelledby"] in ids


def _digest(element: Element) -> str:
    text = "".join(map(str, element.children))
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def test_the_policy_fits_the_style_and_nothing_needs_more(templates: Templates) -> None:
    root = made(templates, sample_journey())
    sheets = root.all("style")
    css = "".join(str(part) for sheet in sheets for part in sheet.children)
    (policy,) = [m for m in root.all("meta") if m.attributes.get("http-equiv") == "Content-Security-Policy"]
    content = policy.attributes["content"] or ""
    assert content.startswith("default-src 'none'; ")
    styles = " ".join(f"'sha256-{_digest(sheet)}'" for sheet in sheets)
    assert f"style-src {styles};" in content
    assert "unsafe" not in content
    allowed = " ".join(f"'sha256-{_digest(script)}'" for script in root.all("script"))
    assert f"script-src {allowed};" in content
    assert not [e for e in root.walk() for name in e.attributes if name == "style" or name.startswith("on")]
    assert "http" not in css
    assert "@import" not in css


def test_colours_follow_the_reader_and_paper_is_light(templates: Templates) -> None:
    css = str(made(templates, sample_journey()).all("style")[0].children[0])
    assert re.search(r"@media screen and \(prefers-color-scheme:dark\)\{:root\{[^}]*:#111A21", css)
    dark = re.search(r"@media screen and [^{]*\{:root\{[^}]*\}", css)
    assert dark and "#111A21" not in css.replace(dark[0], "")


def test_a_dark_theme_is_dark_whatever_the_reader_prefers(templates: Templates) -> None:
    theme, _ = load_theme("dark", Path())
    html = page(sample_journey(), sample_workspace(), theme, words("en"), {}, "", templates)
    assert "prefers-color-scheme" not in html[: html.index("<body>")]
    assert html.index(":#111A21") < html.index("@media print")


def poisoned(value: Any, poison: str) -> Any:
    """A copy with the poison behind every free text that is given. Ids, kinds and other words of the language stay."""
    if isinstance(value, tuple):
        return tuple(poisoned(part, poison) for part in value)
    if isinstance(value, dict):
        return {key: poisoned(part, poison) for key, part in value.items()}
    if not is_dataclass(value) or isinstance(value, type):
        return value
    free = {"text", "name", "title", "description", "goal", "business_goal", "scenario", "note", "source", "quote"}
    free |= {"role", "when", "reason", "moment_reason", "owner_name", "value_text", "target_text", "contact", "alt"}
    changed = {}
    for one in fields(value):
        old = getattr(value, one.name)
        new = old + poison if one.name in free and isinstance(old, str) and old else poisoned(old, poison)
        if new is not old:
            changed[one.name] = new
    return replace(value, **changed)


@pytest.mark.parametrize("poison", HOSTILE)
def test_no_text_of_a_map_becomes_markup(templates: Templates, poison: str) -> None:
    clean, dirty = sample_journey(), poisoned(sample_journey(), poison)
    before, after = made(templates, clean), made(templates, dirty)
    assert [(e.tag, sorted(e.attributes)) for e in after.walk()] == [
        (e.tag, sorted(e.attributes)) for e in before.walk()
    ]
    assert after.all("h1")[0].text == " ".join((clean.title + poison).split())


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "data:text/html,x",
        "https://a b",
        "file:///x",
    ],
)
def test_links_lead_to_the_web_or_to_mail_only(templates: Templates, address: str) -> None:
    evidence = Evidence("survey", "observed", source="Panel", link=address)
    item = Item(path="", text="A link", link=address, evidence=(evidence,), known=True)
    root = made(templates, with_item("actions", item))
    hrefs = [a.attributes["href"] or "" for a in root.all("a")]
    assert not [href for href in hrefs if re.match(r"\s*(javascript|data|file):|https://a b", href, re.IGNORECASE)]


def test_links_of_a_map_give_nothing_away(templates: Templates) -> None:
    item = Item(path="", text="A link", link="https://example.org/?a=1&b=%22", known=True)
    root = made(templates, with_item("actions", item))
    (link,) = [a for a in root.all("a") if (a.attributes["href"] or "").startswith("https://example.org")]
    assert link.attributes["href"] == "https://example.org/?a=1&b=%22"
    assert link.attributes["rel"] == "noopener noreferrer"


def test_a_page_without_anything_still_stands(templates: Templates) -> None:
    stage = Stage(path="stages.0", id="decide", name="Decide", number=1)
    journey = Journey(id="a", file="a.journey.yaml", title="I decide", stages=(stage,), columns=(stage,), left=(1.0,))
    root = made(templates, journey, Workspace(root="/"))
    assert root.all("h1")[0].text == "I decide"
    assert "Decide" in root.text
    assert "No evidence yet" in root.text
    assert not root.all("table")


def test_numbers_stay_with_their_units(templates: Templates) -> None:
    html = page(sample_journey(), sample_workspace(), load_theme("default", Path())[0], words("en"), {}, "", templates)
    assert "from 18\u00a0% to 25\u00a0%" in html


def test_right_to_left_and_indonesian(templates: Templates) -> None:
    journey = replace(sample_journey(), title="أشتري حذاء للجري", locale="id")
    root = made(templates, journey)
    assert root.all("html")[0].attributes == {"lang": "id", "dir": "rtl"}
    assert "Titik kontak" in root.text
    assert "1 November 2026" in root.text
    assert "+0,5" in root.text


def test_a_step_leads_to_the_map_that_details_it_and_shows_its_picture(templates: Templates) -> None:
    journey = sample_journey()
    image = Image("people/a.png", b"\x89PNG", "image/png", 20, 10, 'A "shelf"')
    step = replace(journey.stages[0].steps[0], journey="bayar-dengan-kartu-ñ", image=image)
    stage = replace(journey.stages[0], steps=(step, *journey.stages[0].steps[1:]))
    changed = replace(journey, stages=(stage, *journey.stages[1:]), columns=(step, *journey.columns[1:]))
    root = made(templates, changed)
    assert "bayar-dengan-kartu-%C3%B1.html" in [a.attributes["href"] for a in root.all("a")]
    (picture,) = root.all("img")
    assert picture.attributes["alt"] == 'A "shelf"'
    assert picture.attributes["src"] == "data:image/png;base64,iVBORw=="


def test_own_lanes_and_an_exit_of_a_stage_are_told(templates: Templates) -> None:
    journey = with_item("training", Item(path="", text="Shoe fitting course", known=True))
    lanes = (*journey.lanes, Lane("training", "text", "book", name="Training needs"))
    stage = replace(journey.stages[4], exits=(Exit("", "Moves abroad", 0.5),))
    root = made(templates, replace(journey, lanes=lanes, stages=(*journey.stages[:4], stage)))
    rows = [row.text for row in root.all("tr")]
    assert any(row.startswith("Training needs") and "Shoe fitting course" in row for row in rows)
    assert any("Moves abroad" in row and "50 %" in row for row in rows)


def test_a_step_has_an_address(templates: Templates) -> None:
    journey = sample_journey()
    heads = [
        head for head in made(templates, journey).all("th") if (head.attributes.get("id") or "").startswith("step-")
    ]
    assert [head.attributes["id"] for head in heads] == [f"step-{column.id}" for column in journey.columns]
    assert all(column.name in head.text for column, head in zip(journey.columns, heads, strict=True))


def test_what_holds_for_one_persona_says_so_to_the_script(templates: Templates) -> None:
    root = made(templates, sample_journey())
    (ways,) = (table for table in root.all("table") if table.attributes.get("id") == "t-ways")
    owned = [e for e in (*root.all("li"), *ways.all("tr")) if e.attributes.get("data-personas")]
    absent = [e for e in owned if e.text == "Budi: no data"]
    assert absent and {e.attributes["data-personas"] for e in absent} == {"budi"}
    assert any(e.tag == "tr" for e in owned)


def test_the_same_journey_gives_the_same_bytes(templates: Templates) -> None:
    theme, _ = load_theme("default", Path())
    one, two = (page(sample_journey(), sample_workspace(), theme, words("en"), {}, "", t) for t in (templates, None))
    assert one == two


def test_fonts_get_every_glyph_that_the_page_shows(templates: Templates) -> None:
    journey = sample_journey()
    texts = texts_of(prepare(journey, sample_workspace(), words("en")), words("en"))
    root = made(templates, journey)
    for script in root.all("script"):
        script.children.clear()
    for body in root.all("body"):
        assert set(body.text) - set("".join(texts["body"])) <= set(" \u00a0")
    assert set(root.all("h1")[0].text) <= set("".join(texts["title-page"]))
    assert {style for style in texts if not texts[style]} == set()
