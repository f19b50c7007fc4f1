"""Characters that no file may hold, and tabs: found before YAML sees the text."""

from __future__ import annotations

import re
import unicodedata

# C0 and C1 without tab and line ends, what turns the direction of text, and what is no character at all.
_REFUSED = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff\U0010ffff"
REFUSED = re.compile(f"[{_REFUSED}]")
SHIELD = "\U0010ffff"  # no character, so it is in no file
_QUESTION = re.compile(r"(?<=[^\s\[\]{},])\?")
_TAB_INDENT = re.compile(r"^ *\t[ \t]*(?=[^ \t\r\n])", re.MULTILINE)
_SEPARATORS = {0x2028: " ", 0x2029: " ", 0x09: " "}

BLANKS = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"  # blanks that are no spaces to YAML
_BLANK_NAMES = {"\u00a0": "a no-break space", "\u3000": "a wide space"}

_NAMES = {
    0x00: "a null character",
    0x85: "a next-line character",
    0xFEFF: "a byte order mark in the middle of the file",
}


def name(c: str) -> str:
    """A refused character in words: "the control character U+001B"."""
    point = ord(c)
    if point in _NAMES:
        return f"{_NAMES[point]} (U+{point:04X})"
    if 0xD800 <= point <= 0xDFFF:
        return f"half a character (the surrogate U+{point:04X})"
    if unicodedata.category(c) == "Cf":
        return f"an invisible character that turns the direction of text ({unicodedata.name(c)}, U+{point:04X})"
    if unicodedata.category(c) == "Cn":
        return f"U+{point:04X}, which is no character"
    return f"the control character U+{point:04X}"


def blank_name(c: str) -> str:
    """One of BLANKS in words: "a no-break space (U+00A0)"."""
    return f"{_BLANK_NAMES.get(c, 'a blank')} (U+{ord(c):04X})"


def tab_indents(text: str) -> list[int]:
    """Where, counted from 0, lines are indented with a tab: the offsets of those tabs."""
    return [text.index("\t", found.start()) for found in _TAB_INDENT.finditer(text)]


def visible(text: str) -> str:
    """The text with blanks for what is refused, and for what one of PyYAML's parsers takes for a line end or no blank.

    That is U+2028 and U+2029, which are line ends to one only, and tabs, which may not stand between tokens for one.
    """
    return REFUSED.sub(" ", text).translate(_SEPARATORS)


def shielded(text: str) -> str:
    """The visible text as both of PyYAML's parsers agree on it, one character for one character.

    Python's parser ends a text in brackets at any question mark, so those within words are exchanged for SHIELD.
    """
    return _QUESTION.sub(SHIELD, visible(text))


def unshielded(text: str) -> str:
    """A value as it stands in the file."""
    return text.replace(SHIELD, "?")
