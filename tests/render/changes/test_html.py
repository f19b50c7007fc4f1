"""The page of a comparison: it says everything, its filters and links work, and nothing in a map acts on it."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from jmap.diff.change import Comparison
from jmap.render.changes.html import render
from jmap.theme.load import load_theme
from tests.render.changes import reviews
from tests.render.changes.payloads import EXAMPLES


def page(compared: Comparison, **more: object) -> str:
    theme, _ = load_theme("default", Path.cwd())
    return render(reviews.review(compared, theme=theme, **more))


class Elements(HTMLParser):
    """Every tag with its attributes, and all text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data.replace("\u00a0", " ")


def test_every_change_has_its_sentence_its_lines_and_an_anchor() -> None:
    compared = reviews.few()
    html = page(compared, approved=frozenset({compared.changes[0].fingerprint}))
    found = Elements(html)
    rows = [attributes for tag, attributes in found.tags if tag == "li" and "data-effect" in attributes]
    assert {row["id"] for row in rows} == {f"c{change.fingerprint}" for change in compared.changes}
    for change in compared.changes:
        assert reviews.review(compared).sentence(change) in found.words
    assert "maps/buy-shoes.journey.yaml:60" in found.words and ">61<" in html
    assert "(a guess)" in found.words and "approved" in found.words
    assert (
        "maps/old.journey.yaml has mistakes at main: the map is shown as new, and nothing in it is compared."
        in found.words
    )
    assert "refers to" in found.words


def test_lines_say_no_more_than_they_have_to() -> None:
    """The usual level stands in no line, nor a place that the sentence names; what is folded stands below."""
    fewer = reviews.change(9, action="changed", thing="feelings", field="n", before=15, after=9)
    changes = (reviews.change(1, folded=(fewer,)), reviews.gone(2))
    html = page(reviews.comparison(changes))
    rows = re.findall(r'<li id="c0.*?</li>', html, re.DOTALL)
    (added,) = [row for row in rows if "is new" in row]
    (removed,) = [row for row in rows if "is gone" in row]
    assert "notable<" not in added and "Purchase, Pays" in added and "Sample size: 15 → 9" in added
    assert ">breaking:</b>" in removed and "Purchase, Pays" not in removed


CASES: dict[str, tuple[Callable[[], Comparison], str]] = {
    "nothing": (reviews.comparison, "Nothing changed in the journey."),
    "only new": (reviews.only_new, "new"),
    "broken at the head": (reviews.broken_head, "`nmae` is not a key of a stage"),
    "broken at the base": (reviews.broken_base, "new"),
}


@pytest.mark.parametrize("case", CASES)
def test_it_says_what_kind_of_comparison_it_is(case: str) -> None:
    compared, words = CASES[case]
    assert words in Elements(page(compared())).words


def test_nothing_is_asked_of_anywhere_and_only_its_own_script_runs() -> None:
    html = page(reviews.few())
    assert not re.search(r'(?:src|href)="(?!#|data:)', html)
    policy = next(a["content"] for _, a in Elements(html).tags if a.get("http-equiv") == "Content-Security-Policy")
    assert policy and "default-src 'none'" in policy and "unsafe" not in policy
    assert "url(http" not in html


@pytest.mark.parametrize(("kind", "text"), [one for one in EXAMPLES if one[0] in ("html", "xml", "images", "links")])
def test_no_text_of_a_map_becomes_markup(kind: str, text: str) -> None:
    plain = Elements(page(reviews.hostile("plain")))
    found = Elements(page(reviews.hostile(text)))
    count = lambda one: sorted(tag for tag, _ in one.tags if tag not in ("text", "tspan", "path", "g", "rect"))  # noqa: E731
    assert set(count(found)) == set(count(plain))
    assert not any(name.startswith("on") for _, attributes in found.tags for name in attributes)


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Callable[..., Any]:
    def open_page(compared: Comparison, anchor: str = "", **context: Any) -> Any:
        file = tmp_path / "diff.html"
        file.write_text(page(compared), encoding="utf-8")
        tab = browser.new_context(viewport={"width": 1280, "height": 900}, **context).new_page()
        tab.goto(f"{file.as_uri()}{anchor}")
        return tab

    return open_page


SHOWN = ".rows li[data-effect]:not([hidden])"


def test_filters_part_the_changes_and_stand_in_the_address(opened: Callable[..., Any]) -> None:
    tab = opened(reviews.few())
    assert tab.locator(SHOWN).count() == 4
    tab.select_option("[name=effect]", "better")
    assert tab.locator(f"{SHOWN}:visible").count() == 1
    assert tab.evaluate("location.hash") == "#effect=better"
    tab.select_option("[name=effect]", "")
    tab.fill("[name=q]", "virtual")
    assert tab.locator(f"{SHOWN}:visible").count() == 2
    assert tab.inner_text("output") == "2 of 4"
    tab.click("[data-reset]")
    assert tab.locator(f"{SHOWN}:visible").count() == 4


def test_an_address_of_filters_and_one_of_a_change_lead_there(opened: Callable[..., Any]) -> None:
    compared = reviews.few()
    assert opened(compared, "#level=minor").locator(f"{SHOWN}:visible").count() == 2
    anchor = f"#c{compared.changes[2].fingerprint}"
    tab = opened(compared, anchor)
    assert tab.locator(anchor).is_visible()
    assert tab.evaluate("scrollY") > 0


def test_before_after_and_both_are_shown_by_choice_and_by_the_slider(opened: Callable[..., Any]) -> None:
    tab = opened(reviews.few())
    pictures = {show: tab.locator(f".picture.{show}").first for show in ("before", "both", "after")}
    visible = lambda: [show for show, picture in pictures.items() if picture.is_visible()]  # noqa: E731
    assert visible() == ["both"]
    for show in ("before", "after", "both"):
        tab.check(f"[type=radio][value={show}]", force=True)
        assert visible() == [show]
    tab.locator("[type=range]").evaluate("e => { e.value = 40; e.dispatchEvent(new Event('input')) }")
    assert visible() == ["before", "after"]
    assert "inset(0px 60% 0px 0px)" in pictures["after"].evaluate("e => getComputedStyle(e).clipPath")


def test_without_scripts_everything_is_there_and_the_pictures_still_change(opened: Callable[..., Any]) -> None:
    tab = opened(reviews.few(), java_script_enabled=False)
    assert tab.locator(SHOWN).count() == 4
    assert not tab.locator(".tools").is_visible() and not tab.locator(".slide").first.is_visible()
    tab.check("[type=radio][value=before]", force=True)
    assert tab.locator(".picture.before").first.is_visible() and not tab.locator(".picture.both").first.is_visible()


@pytest.mark.parametrize("width", [390, 1024, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_fits_its_window(opened: Callable[..., Any], width: int, scheme: str) -> None:
    tab = opened(reviews.few(), color_scheme=scheme)
    tab.set_viewport_size({"width": width, "height": 800})
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
