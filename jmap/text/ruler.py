"""Measures strings in one style at one size, and remembers them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from unicodedata import combining

from jmap.text.fonts import PLAIN, TABULAR, TRACKED, Fonts
from jmap.text.graphemes import graphemes
from jmap.text.runs import Run, estimate, runs
from jmap.text.scripts import is_cursive
from jmap.text.styles import FACES, STYLES

_MOST_REMEMBERED = 20_000  # strings, so that a folder of a thousand maps does not fill the memory
_SPACED = re.compile(r"[!-~]+(?:(?<![.,]) [!-~]+)+")  # words that do not kern with the space after them


class Ruler:
    """Widths in px of text in `style` (a name in `STYLES`), drawn `size` px high."""

    def __init__(self, style: str, size: float, fonts: Fonts) -> None:
        self.style, self.size = STYLES[style], size
        self._fonts = fonts
        self._widths: dict[str, float] = {"": 0.0}
        self._by_words = not FACES[self.style.face].kerns_space and not self.style.tracking_em

    def width(self, text: str) -> float:
        """How wide a text is on one line."""
        found = self._widths.get(text)
        if found is None:
            if len(self._widths) >= _MOST_REMEMBERED:
                self._widths.clear()
            found = self._widths[text] = self._measure(text)
        return found

    def is_exact(self, text: str) -> bool:
        """False if some of the text is in no shipped font, so that its width is an estimate."""
        return text.isascii() or all(run.face for run in runs(text, self.style.name, self._fonts))

    def _measure(self, text: str) -> float:
        if self._by_words and _SPACED.fullmatch(text):
            words = text.split(" ")
            return sum([self.width(word) for word in words]) + self.width(" ") * (len(words) - 1)
        found = runs(text, self.style.name, self._fonts)
        em = sum([self._advance(run) for run in found])
        if self.style.tracking_em:
            em += self.style.tracking_em * _tracked(text)
        return em * self.size

    def _advance(self, run: Run) -> float:
        if not run.face:
            return estimate(run.text)
        return self._fonts.face(run.face).advance(run.text, self._features())

    def _features(self) -> Mapping[str, bool]:
        if self.style.tracking_em:
            return TRACKED
        return TABULAR if self.style.tabular else PLAIN


def _tracked(text: str) -> int:
    """How many characters are letter-spaced: not those of scripts that join, nor the space after them."""
    clusters = graphemes(text)
    return sum(
        not is_cursive(cluster) and not (cluster == " " and is_cursive(before[-1:]) and not combining(before[-1]))
        for before, cluster in zip(["", *clusters], clusters, strict=False)
    )
