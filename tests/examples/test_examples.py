"""Every example and every ugly map goes through every stage and comes out in every format."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from tests.examples.pipeline import EXAMPLES, ROOT, UGLY, drawn, load

SVG = "{http://www.w3.org/2000/svg}"
PLACES = [
    *(ROOT / "examples" / name for name in EXAMPLES),
    *(ROOT / f"tests/ugly/{name}.journey.yaml" for name in UGLY),
]
SUFFIXES = ("html", "swimlane.svg", "flow.svg", "touchpoints.svg", "flow.dot", "touchpoints.dot")

every_place = pytest.mark.parametrize("place", PLACES, ids=lambda path: path.name.removesuffix(".journey.yaml"))


@pytest.fixture(scope="module")
def built() -> dict[Path, dict[str, bytes]]:
    """What has been drawn so far, so that each place is drawn once."""
    return {}


def files_of(built: dict[Path, dict[str, bytes]], place: Path) -> dict[str, bytes]:
    if place not in built:
        built[place] = drawn(place)
    return built[place]


@every_place
def test_nothing_is_wrong_with_it(place: Path) -> None:
    workspace, diagnostics = load(place)
    assert diagnostics == ()
    assert workspace.journeys
    assert workspace.failed == ()


@every_place
def test_every_file_is_there(place: Path, built: dict[Path, dict[str, bytes]]) -> None:
    """Six files a map."""
    wanted = [f"{journey.id}.{suffix}" for journey in load(place)[0].journeys for suffix in SUFFIXES]
    assert sorted(files_of(built, place)) == sorted(wanted)


@every_place
def test_pictures_are_well_formed_and_named(place: Path, built: dict[Path, dict[str, bytes]]) -> None:
    titles = {journey.id: journey.title for journey in load(place)[0].journeys}
    for name, data in files_of(built, place).items():
        if name.endswith(".svg"):
            root = ET.fromstring(data)
            assert root.tag == f"{SVG}svg"
            assert titles[name.split(".")[0]] in (root.findtext(f"{SVG}title") or ""), name
            assert root.findtext(f"{SVG}desc"), name


@every_place
def test_pictures_hold_no_script_and_ask_for_nothing(place: Path, built: dict[Path, dict[str, bytes]]) -> None:
    for name, data in files_of(built, place).items():
        if name.endswith(".svg"):
            for element in ET.fromstring(data).iter():
                assert element.tag.removeprefix(SVG) not in ("script", "foreignObject", "use", "iframe"), name
                for key, value in element.attrib.items():
                    assert not key.lower().startswith("on"), name
                    if key.endswith("href"):
                        assert re.match(r"#|data:image/(png|jpeg);|https?://|mailto:", value), (name, value)


@every_place
def test_nothing_is_lost(place: Path, built: dict[Path, dict[str, bytes]]) -> None:
    """Each word of each item that is drawn can be read in the swimlane, in order."""
    files = files_of(built, place)
    for journey in load(place)[0].journeys:
        root = ET.fromstring(files[f"{journey.id}.swimlane.svg"])
        seen = squeezed("".join("".join(text.itertext()) for text in root.iter(f"{SVG}text")))
        for lane in journey.lanes:
            for _, item in journey.every(lane.key):
                assert squeezed(item.text) in seen, f"{lane.key}: {item.text}"
        for column in journey.columns:
            assert squeezed(column.name) in seen


def squeezed(text: str) -> str:
    """Without blanks, invisible characters, and the hyphens that a break may add or use up."""
    return re.sub(r"[\s\u00ad\u200b\-‐]", "", text)


def test_the_first_map_is_fifteen_lines() -> None:
    text = (ROOT / "examples/first-map/coffee.journey.yaml").read_text("utf-8")
    assert len(text.splitlines()) <= 15
    assert text in (ROOT / "docs/language.md").read_text("utf-8")
    assert text in (ROOT / "README.md").read_text("utf-8")


def test_the_shop_uses_all_lanes() -> None:
    from jmap.lanes.catalogue import BUILT_IN

    (journey,) = load(ROOT / "examples/toko-lari")[0].journeys
    assert [lane.key for lane in journey.lanes] == [lane.key for lane in BUILT_IN]
    assert len(journey.columns) == 12
    assert sorted(way.kind for way in journey.ways if way.written) == ["back", "back", "skip"]


def test_the_hospital_visit_has_a_journey_within() -> None:
    journeys = {journey.id: journey for journey in load(ROOT / "examples/hospital-visit")[0].journeys}
    inner = [column.journey for column in journeys["heart-clinic"].columns if column.journey]
    assert inner == ["blood-test"]
    assert "safety" in [lane.key for lane in journeys["blood-test"].lanes]
