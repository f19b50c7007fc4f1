"""The report on paper, printed by a real browser: how many pages, and what stands on each."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from jmap.layout.paper.plan import Plan, plan
from jmap.layout.swimlane import headless, swimlane
from jmap.locale.words import words
from jmap.render.html.page import page
from jmap.render.svg import svg
from jmap.resolve.journey import Journey
from jmap.resolve.workspace import load_workspace
from jmap.text.typesetter import Typesetter
from jmap.theme.load import load_theme
from tests.fixtures_journey import sample_journey, sample_workspace

A3, A4 = (1190.6, 841.9), (841.9, 595.3)  # pt
MARGIN = dict.fromkeys(("top", "right", "bottom", "left"), "10mm")
ON_A4 = {"format": "A4", "landscape": True, "prefer_css_page_size": False, "margin": MARGIN}
Printed = Callable[..., "Paper"]


class Paper:
    """A PDF: its size in pt, and the words of each page as a reader sees them."""

    def __init__(self, file: Path) -> None:
        said = subprocess.run(["pdftotext", "-bbox", str(file), "-"], capture_output=True, text=True, check=True).stdout
        self.pages = [part.split("</page>")[0] for part in said.split("<page ")[1:]]
        width, height = self.pages[0].split('"')[1:4:2]
        self.size = float(width), float(height)
        plain = subprocess.run(["pdftotext", "-layout", str(file), "-"], capture_output=True, text=True, check=True)
        self.texts = [" ".join(text.split()) for text in plain.stdout.split("\f")][: len(self.pages)]

    def boxes(self, n: int) -> list[tuple[float, float, float, float]]:
        lines = [line for line in self.pages[n].splitlines() if "<word " in line]
        return [tuple(float(value) for value in line.split('"')[1:8:2]) for line in lines]  # type: ignore[misc]


def written(journey: Journey, file: Path, theme_name: str = "default") -> Plan:
    theme, _ = load_theme(theme_name, Path())
    scene = headless(swimlane(journey, Typesetter(), words("en")))
    paper = plan(scene)
    assert paper is not None
    pictures = {"swimlane": svg(scene, theme, inline=True, prefix="swimlane")}
    file.write_text(page(journey, sample_workspace(), theme, words("en"), pictures, "", paper=paper), "utf-8")
    return paper


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Plan]:
    file = tmp_path_factory.mktemp("print") / "map.html"
    return file, written(sample_journey(), file)


@pytest.fixture(scope="module")
def printed(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Printed:
    """Prints a file as a reader would; each way once."""
    if shutil.which("pdftotext") is None:
        pytest.skip("needs pdftotext: install poppler-utils")
    target = tmp_path_factory.mktemp("pdf") / "map.pdf"
    made: dict[str, Paper] = {}

    def print_it(file: Path, hash: str = "", a4: bool = False, **context: Any) -> Paper:
        key = f"{file}{hash}{a4}{context}"
        if key not in made:
            sheet = browser.new_page(viewport={"width": 1440, "height": 900}, **context)
            sheet.goto(file.as_uri() + hash)
            sheet.wait_for_timeout(300)
            sheet.pdf(path=str(target), **(ON_A4 if a4 else {"prefer_css_page_size": True}))
            sheet.close()
            made[key] = Paper(target)
        return made[key]

    return print_it


def of_map(paper: Paper, plan: Plan) -> list[int]:
    """The numbers of the pages that hold the map."""
    count = len(plan.leaves)
    return [next(n for n, text in enumerate(paper.texts) if f"page {k + 1} of {count}" in text) for k in range(count)]


def test_the_map_has_pages_of_its_own(report: tuple[Path, Plan], printed: Printed) -> None:
    file, plan = report
    paper = printed(file)
    assert paper.size == pytest.approx(A3, abs=1)
    found = of_map(paper, plan)
    assert found == list(range(found[0], found[0] + len(plan.leaves)))


def test_each_page_has_lane_labels_stages_steps_and_legend(report: tuple[Path, Plan], printed: Printed) -> None:
    file, plan = report
    journey, word = sample_journey(), words("en")
    paper = printed(file)
    lanes = {lane.key: lane.name or word(f"lane.{lane.key}") for lane in journey.lanes}
    for n, leaf in zip(of_map(paper, plan), plan.leaves, strict=True):
        text = paper.texts[n]
        for row in leaf.rows:
            if (key := plan.map.rows[row].key) in lanes:
                assert lanes[key].split()[0] in text
        for k, stage in enumerate(journey.stages):
            starts = (*plan.map.stages, plan.map.columns)
            if starts[k] < leaf.columns.stop and leaf.columns.start < starts[k + 1]:
                assert stage.name in text
        assert word("legend.known") in text
        for column in leaf.columns:
            assert journey.columns[column].name.split()[0] in text


def test_nothing_stands_beyond_the_margins(report: tuple[Path, Plan], printed: Printed) -> None:
    file, _ = report
    for paper in (printed(file), printed(file, a4=True)):
        width, height = paper.size
        edge = 28.3 * min(1, width / A3[0]) - 3
        for n in range(len(paper.pages)):
            for left, top, right, bottom in paper.boxes(n):
                assert left > edge and right < width - edge, paper.texts[n][:80]
                assert top > edge - 6 and bottom < height - edge + 6, paper.texts[n][:80]


def test_a4_has_the_same_pages_smaller(report: tuple[Path, Plan], printed: Printed) -> None:
    file, plan = report
    paper = printed(file, a4=True)
    assert paper.size == pytest.approx(A4, abs=1)
    found = of_map(paper, plan)
    assert found == list(range(found[0], found[0] + len(plan.leaves)))


def test_a_choice_on_screen_does_not_reach_paper(report: tuple[Path, Plan], printed: Printed) -> None:
    file, plan = report
    whole, chosen = printed(file), printed(file, "#persona=dewi&lanes=actions&zoom=2&q=shoe&assumed=1")
    assert [chosen.texts[n] for n in of_map(chosen, plan)] == [whole.texts[n] for n in of_map(whole, plan)]


def test_without_script_it_prints_the_same(report: tuple[Path, Plan], printed: Printed) -> None:
    file, plan = report
    whole, bare = printed(file), printed(file, java_script_enabled=False)
    assert [bare.texts[n] for n in of_map(bare, plan)] == [whole.texts[n] for n in of_map(whole, plan)]


def test_the_screen_knows_nothing_of_the_pages(report: tuple[Path, Plan], browser: Any) -> None:
    for script in (True, False):
        sheet = browser.new_page(java_script_enabled=script)
        sheet.goto(report[0].as_uri())
        assert sheet.locator(".folios svg:visible").count() == 0
        sheet.close()


def test_after_printing_the_viewer_is_as_it_was(report: tuple[Path, Plan], browser: Any) -> None:
    sheet = browser.new_page(viewport={"width": 1440, "height": 900})
    sheet.goto(report[0].as_uri() + "#lanes=actions")
    sheet.wait_for_timeout(300)
    hidden = sheet.locator(".row[display=none]").count()
    sheet.pdf()
    assert hidden > 0
    assert sheet.locator(".row[display=none]").count() == hidden
    assert sheet.locator(".folios").count() == 0
    sheet.close()


@pytest.mark.parametrize("theme", ["default", "dark"])
def test_paper_is_light_whatever_the_screen_shows(theme: str, browser: Any, tmp_path: Path) -> None:
    written(sample_journey(), tmp_path / "map.html", theme)
    sheet = browser.new_page(color_scheme="dark")
    sheet.goto((tmp_path / "map.html").as_uri())
    dark = luminance(sheet)
    sheet.emulate_media(media="print")
    assert luminance(sheet) < dark
    sheet.close()


def luminance(sheet: Any) -> int:
    """Of the text: 0 is black."""
    ink = sheet.evaluate("getComputedStyle(document.body).color")
    return sum(int(part) for part in ink[ink.index("(") + 1 : -1].split(",")[:3])


def test_a_map_that_fits_is_one_page_without_a_number(printed: Printed, tmp_path: Path) -> None:
    file = Path(__file__).parents[1] / "ugly" / "one-stage.journey.yaml"
    workspace, _ = load_workspace([file], file.parent)
    plan = written(workspace.journeys[0], tmp_path / "map.html")
    assert len(plan.leaves) == 1
    paper = printed(tmp_path / "map.html")
    assert not any("page 1 of" in text for text in paper.texts)
    assert "uncertain" in paper.texts[1]  # the word at the curve's one point


def test_tables_repeat_their_heads(report: tuple[Path, Plan], printed: Printed) -> None:
    heads = [text for text in printed(report[0]).texts if text.startswith(words("en")("page.lane") + " ")]
    assert heads, "no page begins with the head of a table that goes on"


def test_tools_stay_on_the_screen(report: tuple[Path, Plan], browser: Any) -> None:
    sheet = browser.new_page(viewport={"width": 1440, "height": 900})
    sheet.goto(report[0].as_uri())
    sheet.wait_for_timeout(300)
    assert sheet.locator("button:visible").count() > 5
    sheet.emulate_media(media="print")
    for tool in ("button", "input", ".v-overview", ".skip", ".contents", ".files", ".bar"):
        assert sheet.locator(f"{tool}:visible").count() == 0, tool
    sheet.close()
