"""The letter that stands for a persona in its marker."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence


def initials(names: Sequence[str]) -> tuple[str, ...]:
    """One mark for each name: its first letter, or two letters where personas share the first, or its number.

    A mark is a letter with what combines with it, so it is whole in every script.
    """
    firsts = [_first(name) for name in names]
    marks = [first if first and n == 1 else "" for first, n in zip(firsts, _counts(firsts), strict=True)]
    pairs = [_pair(name, [other for other in names if other is not name]) for name in names]
    for i, n in enumerate(_counts(pairs)):
        if not marks[i] and pairs[i] and n == 1:
            marks[i] = pairs[i]
    return tuple(mark or str(i + 1) for i, mark in enumerate(marks))


def _counts(values: Sequence[str]) -> list[int]:
    counted = Counter(values)
    return [counted[value] for value in values]


def _letters(word: str) -> list[str]:
    """The letters and digits of a word, each with its combining marks."""
    found: list[str] = []
    for char in unicodedata.normalize("NFC", word):
        if char.isalnum():
            found.append(char)
        elif found and unicodedata.category(char).startswith("M"):
            found[-1] += char
    return found


def _first(name: str) -> str:
    letters = _letters(name)
    return _upper(letters[0]) if letters else ""


def _upper(letter: str) -> str:
    upper = letter.upper()
    return upper if len(upper) == len(letter) else letter  # not SS for ß


def _pair(name: str, others: Sequence[str]) -> str:
    """Two letters: of the first two words, or the first one and the next that tells the name from the others."""
    words = [letters for letters in map(_letters, name.split()) if letters]
    if not words:
        return ""
    first = _upper(words[0][0])
    if len(words) > 1:
        return first + _upper(words[1][0])
    rivals = [rival for rival in map(_letters, others) if rival and _upper(rival[0]) == first]
    for i, letter in enumerate(words[0][1:], start=1):
        if all(i >= len(rival) or rival[i].casefold() != letter.casefold() for rival in rivals):
            return first + letter
    return ""
