"""A project is read from the disk, or with an editor's unsaved texts in place of what lies there."""

from __future__ import annotations

from pathlib import Path

import pytest

from jmap.resolve.discover import Ground
from jmap.resolve.workspace import read_files
from jmap.source.files import Disk, Overlay, plain_name

MAP = "jmap: 1\ntitle: {}\npersona: Rina\nstages: [Pay]\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "jmap.yaml").write_text("jmap: 1\n")
    (tmp_path / "maps").mkdir()
    (tmp_path / "maps" / "a.journey.yaml").write_text(MAP.format("On the disk"))
    return tmp_path


def titles(root: Path, texts: dict[str, str]) -> dict[str, str]:
    reading = read_files(Overlay(Disk(root), texts), Ground(root, True))
    return {journey.file: journey.title for journey in reading.workspace.journeys}


def test_a_buffer_takes_the_place_of_its_file(root: Path) -> None:
    assert titles(root, {}) == {"maps/a.journey.yaml": "On the disk"}
    assert titles(root, {"maps/a.journey.yaml": MAP.format("In the editor")}) == {
        "maps/a.journey.yaml": "In the editor"
    }


def test_a_buffer_that_was_never_saved_is_a_file_too(root: Path) -> None:
    found = titles(root, {"maps/new/b.journey.yaml": MAP.format("New"), ".git/c.journey.yaml": MAP.format("Hidden")})
    assert found == {"maps/a.journey.yaml": "On the disk", "maps/new/b.journey.yaml": "New"}


def test_an_unsaved_project_file_counts(root: Path) -> None:
    assert titles(root, {"jmap.yaml": "jmap: 1\nmaps: [other/*.journey.yaml]\n"}) == {}


def test_a_project_of_its_own_in_a_buffer_is_left_out(root: Path) -> None:
    assert titles(root, {"maps/jmap.yaml": "jmap: 1\n"}) == {}


def test_what_is_not_there_gives_a_reason(root: Path) -> None:
    assert Disk(root).data("nothing", 9) == "No such file or directory"
    assert Disk(root).data("maps", 9) == "it is not a file"
    assert Disk(root).data("jmap.yaml", 4) == b"jmap"
    assert Disk(root).listing("nothing").files == ()


def test_names_that_are_not_utf8_can_be_written() -> None:
    assert plain_name("a\udcff") == "a\ufffd"
