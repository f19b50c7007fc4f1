"""The gallery shows every example, as it is drawn today."""

from __future__ import annotations

import re

from tests.docs.blocks import DOCS
from tests.docs.tools import tool

TOOL = tool("gallery")
ROOT = DOCS.parent
TEXT = (DOCS / "gallery.md").read_text("utf-8")
MOST = 1_500_000  # bytes of all pictures together: they are kept in git


def test_the_page_and_its_pictures_are_current() -> None:
    made = dict(TOOL.files())
    stale = [path.name for path, data in made.items() if not path.is_file() or path.read_bytes() != data]
    assert stale == [], "run: python tools/pictures.py"
    assert set(TOOL.FOLDER.iterdir()) == {path for path in made if path.suffix == ".svg"}
    assert sum(len(data) for path, data in made.items() if path.suffix == ".svg") < MOST


def test_every_example_is_shown_with_a_link_to_its_file() -> None:
    maps = {path.relative_to(ROOT).as_posix() for path in (ROOT / "examples").rglob("*.journey.yaml")}
    assert {link.removeprefix("../") for link in re.findall(r"\.svg\)\]\(([^)]+)\)", TEXT)} == maps


def test_links_lead_somewhere() -> None:
    links = re.findall(r"\]\(([^)]+)\)", TEXT)
    anchors = {TOOL.anchor(heading) for heading in re.findall(r"^#+ (.+)$", TEXT, re.MULTILINE)}
    assert {link[1:] for link in links if link.startswith("#")} <= anchors
    assert [link for link in links if not link.startswith("#") and not (DOCS / link).exists()] == []


def test_each_map_says_what_it_shows() -> None:
    entries = re.split(r"^### ", TEXT, flags=re.MULTILINE)[1:]
    assert entries and all(re.search(r"^It shows .+\.$", entry, re.MULTILINE) for entry in entries)
    assert "where people give up" in TEXT.split("## Where to find what")[1]


def test_text_of_maps_is_not_read_as_markdown() -> None:
    assert TOOL.plain("*very* <b>[new](x)") == r"\*very\* \<b\>\[new\](x)"


def test_a_list_whose_items_have_commas_is_still_read_as_one() -> None:
    assert TOOL.series(["a"]) == "a"
    assert TOOL.series(["a", "b", "c"]) == "a, b and c"
    assert TOOL.series(["a, b", "c", "d"]) == "a, b; c; and d"


def test_pictures_leave_rows_out_but_not_the_path() -> None:
    entries = {entry.journey.id: entry for entries in TOOL.found() for entry in entries}
    entry = entries["heart-clinic"]
    assert [lane.key for lane in entry.drawn.lanes] == ["feelings"]
    assert entry.drawn.columns == entry.journey.columns and entry.drawn.coverage == entry.journey.coverage
    assert len(entries["coffee"].drawn.lanes) > 3  # so small that it is shown whole
