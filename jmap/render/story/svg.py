"""How the emotion curve moved over time, as a picture."""

from __future__ import annotations

from jmap.layout.story import story as laid_out
from jmap.render.story import Story
from jmap.render.svg import svg
from jmap.text.typesetter import Typesetter


def render(story: Story) -> str:
    """One SVG: a row a commit, the newest on top."""
    typesetter = Typesetter()
    scene = laid_out(story.title, story.episodes, typesetter, story.words)
    return svg(scene, story.theme, fonts=typesetter.fonts)
