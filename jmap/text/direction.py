"""Which way a text runs."""

from __future__ import annotations

import re
from unicodedata import bidirectional

_SIGN = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
_RUN = re.compile(rf"{_SIGN}(?:[^A-Za-z“”\"→]*{_SIGN})?")  # words with what parts them


def is_rtl(text: str) -> bool:
    """True if the first strongly directional character is right-to-left (Arabic, Hebrew, ...)."""
    for char in text:
        kind = bidirectional(char)
        if kind in ("L", "R", "AL"):
            return kind != "L"
    return False


def kept_apart(text: str) -> str:
    """A sentence from left to right, in which names from right to left do not turn round what stands beside them.

    `ليلى: −1 → +2` would read as a way from +2 to -1: an arrow is not mirrored with the numbers at its ends.
    """
    return _RUN.sub("\u200e\\g<0>\u200e", text)
