"""What is taken away with a map that is gone, and what never is."""

from __future__ import annotations

from pathlib import Path

from jmap.build.artifacts import digest
from jmap.build.gone import clear

PAGE = b"page"


def listed(*names: str) -> dict[str, str]:
    return {name: digest(PAGE) for name in names}


def test_listed_files_go(tmp_path: Path) -> None:
    (tmp_path / "old.html").write_bytes(PAGE)
    assert clear(tmp_path, listed("old.html", "old.flow.svg"), []).removed == ("old.html",)
    assert not (tmp_path / "old.html").exists()


def test_a_file_that_somebody_changed_stays(tmp_path: Path) -> None:
    (tmp_path / "old.html").write_bytes(b"my own words")
    cleared = clear(tmp_path, listed("old.html"), [])
    assert (cleared.removed, cleared.changed) == ((), ("old.html",))
    assert (tmp_path / "old.html").read_bytes() == b"my own words"


def test_a_link_stays_and_so_does_what_it_leads_to(tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(PAGE)
    (tmp_path / "old.html").symlink_to(tmp_path / "secret")
    assert clear(tmp_path, listed("old.html"), []).removed == ()
    assert (tmp_path / "old.html").is_symlink() and (tmp_path / "secret").exists()


def test_where_case_does_not_count_the_new_file_of_a_renamed_map_stays(tmp_path: Path) -> None:
    (tmp_path / "old.html").write_bytes(PAGE)
    (tmp_path / "Old.html").hardlink_to(tmp_path / "old.html")  # what such a file system makes of two names
    assert clear(tmp_path, listed("Old.html"), ["old.html"]).removed == ()
    assert (tmp_path / "old.html").exists()
