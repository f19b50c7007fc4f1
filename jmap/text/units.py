"""Keeps digits together with their unit, so that no line ends in the middle of "15 %" or "10 min"."""

from __future__ import annotations

import re

NBSP = "\u00a0"
_WORDS = (
    "ms|s|sec|secs|min|mins|minutes?|h|hr|hrs|hours?|days?|weeks?|months?|years?|am|pm"
    "|detik|menit|jam|hari|minggu|bulan|tahun|ribu|juta|miliar|Uhr|Std|Tage?|Mio|Mrd"
    "|mm|cm|m|km|mg|g|kg|ml|l|kB|KB|MB|GB|TB|px|pt|em|rem|k|K|M|bn|USD|EUR|GBP|IDR"
)
_UNIT = re.compile(rf"(?<=\d) (?=[%‰°€$£¥₹₽](?!\w)|(?:{_WORDS})\b(?!-))")
_CURRENCY = re.compile(r"(?<![^\s(])(Rp|IDR|USD|EUR|GBP|[€$£¥₹]) (?=\d)")


def keep_units(text: str) -> str:
    """The text with U+00A0 between a number and its unit or currency; applied twice it changes nothing more."""
    if " " not in text:
        return text
    return _CURRENCY.sub(rf"\1{NBSP}", _UNIT.sub(NBSP, text))
