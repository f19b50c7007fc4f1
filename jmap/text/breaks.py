"""Where a line may break: a text as pieces that stay whole as long as they fit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from jmap.text.phrases import Phrases, needs_phrases

SOFT_HYPHEN = "\u00ad"
_SPACES = re.compile("[ \t\f\v\u1680\u2000-\u2006\u2008-\u200a\u205f]+")
_NEWLINE = re.compile("\r\n|[\n\r\u0085\u2028\u2029]")
# After a hyphen or slash that stands between two characters each side, but neither inside numbers (24-7, 1/2)
# nor around the slashes of https://.
_SEAM = re.compile(r"(?<=\w\w[-\u2010\u2013\u2014/])(?<!\d.(?=\d))(?=\w\w)")
_SEAMS = ("-", "\u2010", "\u2013", "\u2014", "/")


class Piece(NamedTuple):
    """Text that stays on one line; `joint` follows it within a line, `hyphen` at the end of one."""

    text: str
    joint: str = ""
    hyphen: str = ""


def paragraphs(text: str) -> list[str]:
    """The text at its hard breaks, with every run of spaces as one space."""
    return [_SPACES.sub(" ", line).strip(" ") for line in _NEWLINE.split(text.strip())]


def pieces(text: str, phrases: Phrases) -> list[Piece]:
    """One line of text as pieces: words, parts of words after hyphens and slashes, phrases of Japanese or Thai."""
    split = _phrase_splitter(text, phrases) if needs_phrases(text) else _seams
    found: list[Piece] = []
    for word in text.split(" "):
        parts = split(word)
        found += [Piece(part) for part in parts[:-1]]
        found.append(Piece(parts[-1], " "))
    return found


def _seams(word: str) -> list[str]:
    if len(word) > 4 and any(seam in word for seam in _SEAMS):
        return _SEAM.split(word)
    return word.split("\u200b") if "\u200b" in word else [word]


def _phrase_splitter(text: str, phrases: Phrases) -> Callable[[str], list[str]]:
    language = phrases.language(text)

    def split(word: str) -> list[str]:
        return list(_in_phrases(word, language, phrases))

    return split


def _in_phrases(word: str, language: str, phrases: Phrases) -> Iterator[str]:
    for part in word.split("\u200b"):
        if needs_phrases(part):
            yield from phrases.split(part, language)
        else:
            yield from _seams(part)
