"""Numbers in sentences: `1 map`, `3 maps`."""

from __future__ import annotations


def count(number: int, one: str) -> str:
    """The number with its noun."""
    return f"{number} {one}" if number == 1 else f"{number} {one}s"
