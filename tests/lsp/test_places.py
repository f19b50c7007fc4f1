"""Addresses of files as editors write them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

pytest.importorskip("lsprotocol", reason="needs the extra lsp: pip install -e .[lsp]")
from jmap.lsp.places import path_of, uri_of


@pytest.mark.parametrize("name", ["a b.journey.yaml", "100 %.journey.yaml", "a%20b.yaml", "検索#1?.yaml"])
def test_a_name_comes_back_from_its_address(tmp_path: Path, name: str) -> None:
    path = tmp_path.resolve() / name
    assert path_of(uri_of(path)) == path


def test_what_is_not_on_the_disk_has_no_path() -> None:
    assert path_of("untitled:Untitled-1") is None
    assert path_of("git:/maps/a.journey.yaml?ref=HEAD") is None


@pytest.mark.skipif(os.name != "nt", reason="only on Windows are there drives")
def test_a_drive_may_be_written_with_a_percent_sign() -> None:
    assert path_of("file:///c%3A/maps/a.yaml") == path_of("file:///C:/maps/a.yaml")
