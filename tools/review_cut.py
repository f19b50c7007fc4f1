"""Pictures of two maps in one layout, as on the page that `jmap diff -f html` writes, cut to two rows."""

from __future__ import annotations

import contextlib
import re
import tempfile
from pathlib import Path

from jmap.cli.comparing import two_files
from jmap.layout.changes.overlay import overlay
from jmap.layout.swimlane import headless
from jmap.locale.words import words
from jmap.render.svg import svg
from jmap.text.typesetter import Typesetter
from jmap.theme.load import load_theme

ROWS = "lanes: [feelings, pain_points]"  # whole pictures are too big to be kept with every change
BEFORE, AFTER = Path("maps/before.journey.yaml"), Path("maps/after.journey.yaml")


def picture(project: str, before: str, after: str) -> str:
    """Two maps of a project, all as text, without the list of changes."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "maps").mkdir()
        for file, text in ((Path("jmap.yaml"), project), (BEFORE, cut(before)), (AFTER, cut(after))):
            (folder / file).write_text(text, "utf-8")
        with contextlib.chdir(folder):
            compared = two_files(BEFORE, AFTER, folder, lambda *_: None).projects[0]
        theme, wrong = load_theme(compared.head.theme, folder)
    assert not wrong, wrong
    typesetter, titles = Typesetter(), {journey.id: journey.title for journey in compared.head.journeys}
    scene = overlay(compared.comparison.maps[0], typesetter, words("en"), titles, listed=False)
    return svg(headless(scene), theme, fonts=typesetter.fonts)


def cut(map: str) -> str:
    """The map with the rows that are shown."""
    assert "\nlanes:" not in map
    return re.sub("^stages:$", f"{ROWS}\n\nstages:", map, flags=re.MULTILINE)
