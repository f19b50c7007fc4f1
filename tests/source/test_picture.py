"""Pictures come in small, upright and bare, or not at all."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest
from PIL import Image

from jmap.source.picture import Picture, load


def save(path: Path, size: tuple[int, int] = (40, 20), mode: str = "RGB", **more: object) -> None:
    Image.new(mode, size, (200, 10, 10, 128)[: len(mode)]).save(path, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.webp"])
def test_the_three_formats_are_read_and_made_small(tmp_path: Path, name: str) -> None:
    save(tmp_path / name, (2000, 1000))
    picture = load(tmp_path, name)
    assert isinstance(picture, Picture)
    assert (picture.media_type, picture.width, picture.height) == ("image/jpeg", 512, 256)
    assert Image.open(io.BytesIO(picture.data)).size == (512, 256)
    assert load(tmp_path, name) == picture


def test_what_lets_light_through_stays_png(tmp_path: Path) -> None:
    save(tmp_path / "a.png", mode="RGBA")
    picture = load(tmp_path, "a.png")
    assert isinstance(picture, Picture)
    assert picture.media_type == "image/png"
    assert picture.data.startswith(b"\x89PNG")


def test_metadata_goes_and_the_picture_is_turned_upright(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112], exif[0x010E] = 6, "a secret"
    save(tmp_path / "a.jpg", exif=exif.tobytes(), comment=b"a secret")
    picture = load(tmp_path, "a.jpg")
    assert isinstance(picture, Picture)
    assert (picture.width, picture.height) == (20, 40)
    assert b"secret" not in picture.data


def test_other_files_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_text("<svg xmlns='http://www.w3.org/2000/svg' onload='x'/>")
    save(tmp_path / "b.png", mode="RGB", format="GIF")
    save(tmp_path / "c.png")
    (tmp_path / "c.png").write_bytes((tmp_path / "c.png").read_bytes()[:60])
    (tmp_path / "d.png").write_bytes(b"\0" * 10_000_001)
    (tmp_path / "e.png").mkdir()
    assert load(tmp_path, "a.png") == load(tmp_path, "b.png") == "is not a PNG, JPEG or WebP picture"
    assert str(load(tmp_path, "c.png")).startswith("is broken")
    assert load(tmp_path, "d.png") == "is bigger than 10 MB"
    assert load(tmp_path, "e.png") == "is not a file"
    assert load(tmp_path, "f.png") == "does not exist"
    assert load(tmp_path, "g\0.png") == "is not a path"


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    Image.new("1", (9000, 9000)).save(tmp_path / "a.png")
    Image.new("1", (20000, 20000)).save(tmp_path / "b.png")
    assert load(tmp_path, "a.png") == load(tmp_path, "b.png") == "has more than 40 million pixels"


def test_nothing_from_outside_the_project(tmp_path: Path) -> None:
    inside = tmp_path / "project"
    inside.mkdir()
    save(tmp_path / "out.png")
    (inside / "link.png").symlink_to(tmp_path / "out.png")
    (inside / "folder").symlink_to(tmp_path)
    (inside / "loop.png").symlink_to(inside / "loop.png")
    assert load(inside, "../out.png") == load(inside, str(tmp_path / "out.png")) == "leads out of the project"
    assert load(inside, "link.png") == load(inside, "folder/out.png") == "is a link that leads out of the project"
    assert isinstance(load(inside, "loop.png"), str)
    save(inside / "in.png")
    (inside / "alias.png").symlink_to(inside / "in.png")
    assert isinstance(load(inside, "alias.png"), Picture)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="only on systems with FIFOs")
def test_a_pipe_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.png")
    assert load(tmp_path, "a.png") == "is not a file"
