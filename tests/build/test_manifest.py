"""The manifest as it is written, and as a stranger may have left it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from jmap.build.manifest import Entry, Manifest, read
from jmap.outputs import MANIFEST

SHA = "0" * 64
ENTRY = Entry("maps/buy.journey.yaml", SHA, {"buy.html": SHA, "buy.flow.svg": SHA})


def put(folder: Path, document: object) -> None:
    (folder / MANIFEST).write_text(document if isinstance(document, str) else json.dumps(document), "utf-8")


def document(id: str, entry: object) -> dict[str, object]:
    return {"format": 1, "jmap": "9.9", "maps": {id: entry}, "outputs": {}}


def test_it_survives_a_round_trip(tmp_path: Path) -> None:
    before = Manifest({"buy": ENTRY, "検索": Entry("k.journey.yaml", SHA, {"検索.html": SHA})}, {"index.html": SHA})
    put(tmp_path, before.text())
    assert read(tmp_path) == before


def test_its_text_is_sorted_and_names_no_place_or_time() -> None:
    text = Manifest({"b": ENTRY, "a": ENTRY}).text()
    assert text.index('"a"') < text.index('"b"')
    assert set(json.loads(text)) == {"format", "jmap", "maps", "outputs"}


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", '{"format": 2, "maps": {}}', '{"format": 1, "maps": []}', "[" * 100_000, "\ufeff{}"],
)
def test_one_that_cannot_be_trusted_counts_as_none(tmp_path: Path, text: str) -> None:
    put(tmp_path, text)
    assert read(tmp_path) == Manifest()


@pytest.mark.parametrize("id", ["../buy", "a/b", "", "a.b", "a b", "x" * 81, "a\x00", "C:"])
def test_ids_that_are_no_slugs_are_passed_over(tmp_path: Path, id: str) -> None:
    put(tmp_path, document(id, {"source": "x", "sha256": SHA, "outputs": {f"{id}.html": SHA}}))
    assert read(tmp_path).maps == {}


@pytest.mark.parametrize(
    "name", ["../buy.html", "/etc/passwd", "other.html", "buy.txt", "buy", "buy.html/", "index.html", "Buy.html"]
)
def test_files_that_the_map_cannot_have_are_passed_over(tmp_path: Path, name: str) -> None:
    put(tmp_path, document("buy", {"source": "x", "sha256": SHA, "outputs": {name: SHA, "buy.html": SHA}}))
    assert read(tmp_path).maps["buy"].outputs == {"buy.html": SHA}


def test_the_atlas_is_no_map_s_page(tmp_path: Path) -> None:
    put(tmp_path, document("index", {"source": "x", "sha256": SHA, "outputs": {"index.html": SHA}}))
    assert read(tmp_path).maps["index"].outputs == {}


@pytest.mark.parametrize("entry", [None, [], {}, {"source": 1, "sha256": SHA}, {"source": "x", "sha256": "no"}])
def test_entries_of_another_shape_are_passed_over(tmp_path: Path, entry: object) -> None:
    put(tmp_path, document("buy", entry))
    assert read(tmp_path).maps == {}


def test_a_link_in_its_place_is_not_followed(tmp_path: Path) -> None:
    real = tmp_path / "elsewhere.json"
    real.write_text(Manifest({"buy": ENTRY}).text(), "utf-8")
    (tmp_path / MANIFEST).symlink_to(real)
    assert read(tmp_path) == Manifest()


def test_lone_surrogates_can_be_written_again(tmp_path: Path) -> None:
    put(tmp_path, json.dumps(document("buy", {"source": "\ud800", "sha256": SHA, "outputs": {}})))
    assert read(tmp_path).text().encode("utf-8")
