"""What a reader takes for one character: letters with their marks, emoji with their joiners, flags (UAX 29)."""

from __future__ import annotations

import re
from unicodedata import category, east_asian_width

_ZWJ, _ZWNJ, _EMOJI_STYLE = "\u200d", "\u200c", "\ufe0f"
_SIMPLE = re.compile(
    "[\u0020-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u0590\u1e00-\u200a\u2010-\u2027\u202f-\u205f\u2070-\u20cf\u2100-\u2bff]*"
)
_SPACING = "\u0e33\u0eb3"  # vowels of Thai and Lao that follow, but are letters by category
_VIRAMAS = "\u094d\u09cd\u0acd\u0b4d\u0c4d\u0d4d"  # join a consonant to the next in these scripts
_CONJOINING = tuple(ord(virama) >> 7 for virama in _VIRAMAS)


def graphemes(text: str) -> list[str]:
    """The extended grapheme clusters of a text; joined, they are the text."""
    if _SIMPLE.fullmatch(text):
        return list(text)
    clusters: list[str] = []
    start = 0
    for place in range(1, len(text)):
        if not _joins(text, start, place):
            clusters.append(text[start:place])
            start = place
    return [*clusters, text[start:]]


def is_emoji(cluster: str) -> bool:
    """True if a browser draws this cluster as a colour picture."""
    first = cluster[0]
    if first >= "\U0001f000":
        return first < "\U00020000"
    if _EMOJI_STYLE in cluster:
        return True
    return first < "\u2e80" and category(first) == "So" and east_asian_width(first) == "W"


def _joins(text: str, start: int, place: int) -> bool:
    """Whether the character at `place` belongs to the cluster that began at `start`."""
    first, last, char = text[start], text[place - 1], text[place]
    if _is_extending(char):
        return not _is_control(last)
    if last == _ZWJ and _is_picture(char) and _is_picture(first):
        return True
    if _is_regional(char):
        return _is_regional(first) and place - start == 1
    return _is_hangul_tail(last, char) or (_is_indic_consonant(char) and _is_linked(text, start, place))


def _is_extending(char: str) -> bool:
    if char < "\u0300":
        return False
    if char in (_ZWJ, _ZWNJ) or char in _SPACING or "\U0001f3fb" <= char <= "\U0001f3ff":
        return True
    return category(char) in ("Mn", "Me", "Mc") or "\U000e0020" <= char <= "\U000e007f"


def _is_control(char: str) -> bool:
    return category(char) in ("Cc", "Cf", "Zl", "Zp") and not _is_extending(char)


def _is_picture(char: str) -> bool:
    return category(char) == "So" and not _is_regional(char)


def _is_regional(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def _is_hangul_tail(last: str, char: str) -> bool:
    """Conjoining jamo follow one another: leading consonants, vowels, trailing consonants."""
    if "\uac00" <= char <= "\ud7a3":
        return "\u1100" <= last < "\u1160"
    if not "\u1100" <= char <= "\u11ff":
        return False
    syllable = "\uac00" <= last <= "\ud7a3"
    if char < "\u1160":
        return "\u1100" <= last < "\u1160"
    if char < "\u11a8":
        return "\u1100" <= last < "\u11a8" or (syllable and (ord(last) - 0xAC00) % 28 == 0)
    return "\u1160" <= last <= "\u11ff" or syllable


def _is_linked(text: str, start: int, place: int) -> bool:
    """Whether marks with a virama among them join `place` to a consonant before it (rule GB9c)."""
    linked = False
    for before in range(place - 1, start - 1, -1):
        mark = text[before]
        if _is_indic_consonant(mark):
            return linked
        if mark != _ZWJ and category(mark) != "Mn":
            return False
        linked = linked or mark in _VIRAMAS
    return False


def _is_indic_consonant(char: str) -> bool:
    place = ord(char) & 0x7F  # the blocks of these scripts are laid out alike
    return ord(char) >> 7 in _CONJOINING and (0x15 <= place <= 0x39 or 0x58 <= place <= 0x5F)
