"""What each format makes of one change, whole. When another result is meant: `--snapshot-update`, and read it."""

from __future__ import annotations

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from jmap.diff.change import Side
from jmap.diff.compare import compare
from jmap.diff.wording import verdict
from jmap.locale.words import words
from jmap.render.changes import renderer
from jmap.render.changes.kit.review import Display, Review
from jmap.resolve.workspace import read_workspace
from tests.render.changes.reviews import PARTED

PIPED = Display()
SAMPLES = Path(__file__).parent / "samples"
SUFFIXES = {"text": "txt", "markdown": "md", "json": "json", "gitlab": "json", "junit": "xml", "github": "txt"}


class TextFile(SingleFileSnapshotExtension):
    _write_mode = WriteMode.TEXT
    file_extension = "out"


def made(display: Display = PIPED, locale: str = "en") -> Review:
    base, head = (read_workspace([SAMPLES / side], SAMPLES) for side in ("before", "after"))
    sides = Side("main", "1f" * 20, "2026-11-01", PARTED), Side("working tree", key="working_tree")
    compared = compare(base, head, *sides)
    language = words(locale)
    return Review(
        comparison=compared, words=language, verdict=verdict(compared, language), fail_on="breaking", display=display
    )


@pytest.mark.parametrize("format", SUFFIXES)
def test_one_change_in_every_format(format: str, snapshot: SnapshotAssertion) -> None:
    text = renderer(format)(made())
    assert f"{text}\n" == snapshot(extension_class=TextFile, name=f"{format}-{SUFFIXES[format]}")


@pytest.mark.parametrize("columns", [80, 120])
def test_text_on_terminals(columns: int, snapshot: SnapshotAssertion) -> None:
    text = renderer("text")(made(Display(colour=True, columns=columns, verbose=True)))
    assert isinstance(text, str)
    shown = text.replace("\x1b[", "<")
    assert f"{shown}\n" == snapshot(extension_class=TextFile, name=f"terminal-{columns}")


def test_markdown_in_another_language(snapshot: SnapshotAssertion) -> None:
    assert f"{renderer('markdown')(made(locale='id'))}\n" == snapshot(extension_class=TextFile, name="markdown-id")
