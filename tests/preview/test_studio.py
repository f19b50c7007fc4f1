"""What the preview shows while files change, break, and are mended."""

from __future__ import annotations

from pathlib import Path

import pytest

from jmap.preview.studio import Studio

MAP = "jmap: 1\nid: collect\ntitle: I collect\nstages: [{name: Collect, touchpoints: [Shelf]}]\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "jmap.yaml").write_text("jmap: 1\ntouchpoints: [{name: Shelf}]\n", encoding="utf-8")
    (tmp_path / "a.journey.yaml").write_text(MAP, encoding="utf-8")
    (tmp_path / "b.journey.yaml").write_text(MAP.replace("collect", "wait"), encoding="utf-8")
    return tmp_path


def put(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_map_that_breaks_keeps_its_last_good_picture_beside_the_mistake(folder: Path) -> None:
    studio = Studio([folder], folder)
    good = studio.state.maps[0].picture
    path = put(folder, "a.journey.yaml", MAP.replace("stages", "stagez").replace("id: collect\n", ""))
    assert not studio.glance({path})
    broken, other = studio.refresh().maps
    assert (broken.id, broken.picture, broken.version) == ("collect", good, 2)
    assert [(d.line, d.suggestion) for d in broken.mistakes if d.code == "unknown-key"] == [(3, "stages")]
    assert (other.id, other.mistakes, other.version) == ("wait", (), 1)
    assert studio.file("collect", "html") is not None
    put(folder, "a.journey.yaml", MAP)
    mended = studio.refresh().maps[0]
    assert (mended.mistakes, mended.picture, mended.version) == ((), good, 3)


def test_a_mistake_in_the_catalogue_dims_every_map_that_it_breaks(folder: Path) -> None:
    studio = Studio([folder], folder)
    put(folder, "jmap.yaml", "jmap: 1\ntouchpoints: [{nmae: Shelf}]\n")
    state = studio.refresh()
    assert [d.file for d in state.mistakes] == ["jmap.yaml"]
    assert all(one.mistakes and one.picture for one in state.maps)


def test_a_glance_draws_only_what_changed_and_the_look_after_it_finds_nothing_new(folder: Path) -> None:
    studio = Studio([folder], folder)
    path = put(folder, "b.journey.yaml", MAP.replace("I collect", "I queue").replace("id: collect", "id: wait"))
    assert studio.glance({path})
    a, b = studio.state.maps
    assert (a.version, b.version, b.title) == (1, 2, "I queue")
    version = studio.state.version
    assert studio.refresh().version == version


def test_maps_come_and_go(folder: Path) -> None:
    studio = Studio([folder], folder)
    assert not studio.glance({put(folder, "c.journey.yaml", MAP.replace("collect", "pay"))})
    assert [one.id for one in studio.refresh().maps] == ["collect", "wait", "pay"]
    (folder / "a.journey.yaml").unlink()
    assert [one.id for one in studio.refresh().maps] == ["wait", "pay"]
    for name in ("b", "c"):
        (folder / f"{name}.journey.yaml").unlink()
    assert [d.code for d in studio.refresh().mistakes] == ["nothing-to-read"]


def test_pages_do_not_lead_to_maps_that_are_gone(folder: Path) -> None:
    studio = Studio([folder], folder)
    assert b"b.journey" in studio.atlas() or b"I wait" in studio.atlas()
    (folder / "b.journey.yaml").unlink()
    studio.refresh()
    assert studio.file("wait", "html") is None
    assert b"I wait" not in studio.atlas() and b"I wait" not in (studio.file("collect", "html") or b"")


def test_trouble_stands_above_the_last_good_pictures_until_it_is_over(folder: Path) -> None:
    studio = Studio([folder], folder)
    state = studio.trouble("defect", "jmap failed")
    assert [d.message for d in state.mistakes] == ["jmap failed"] and all(one.picture for one in state.maps)
    assert studio.refresh().mistakes == ()


def test_pages_follow_the_map(folder: Path) -> None:
    studio = Studio([folder], folder)
    assert b"I collect" in (studio.file("collect", "html") or b"")
    put(folder, "a.journey.yaml", MAP.replace("I collect", "I queue"))
    studio.refresh()
    assert b"I queue" in (studio.file("collect", "html") or b"")
    assert b"I queue" in studio.atlas()
    assert studio.file("collect", "exe") is None and studio.file("nobody", "html") is None


def test_a_theme_that_breaks_keeps_the_last_good_look_and_is_told(folder: Path) -> None:
    project = "jmap: 1\ntheme: own.theme.yaml\ntouchpoints: [{name: Shelf}]\n"
    put(folder, "jmap.yaml", project)
    look = "jmap: 1\nextends: default\nlight: {paper: '#FFF8E1'}\n"
    put(folder, "own.theme.yaml", look)
    studio = Studio([folder], folder)
    good = studio.state.maps[0]
    assert "#FFF8E1" in good.picture and studio.state.mistakes == ()
    put(folder, "own.theme.yaml", look.replace("paper:", "papier:"))
    state = studio.refresh()
    assert [(d.file, d.line) for d in state.mistakes] == [("own.theme.yaml", 3)]
    assert state.maps[0] == good
    put(folder, "own.theme.yaml", look.replace("FFF8E1", "FFF0F0"))
    state = studio.refresh()
    assert "#FFF0F0" in state.maps[0].picture and state.mistakes == ()
