"""Which way a text runs."""

from __future__ import annotations

from unicodedata import bidirectional


def is_rtl(text: str) -> bool:
    """True if the first strongly directional character is right-to-left (Arabic, Hebrew, ...)."""
    for char in text:
        kind = bidirectional(char)
        if kind in ("L", "R", "AL"):
            return kind != "L"
    return False
