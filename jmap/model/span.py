"""A length of time as maps write it: `10 min`, `2-5 days`, `~1 week`, `3 h 15 min`, `1,5 jam`, `PT10M`."""

from __future__ import annotations

import re
from dataclasses import dataclass

MINUTE = 60.0
HOUR = 60 * MINUTE
DAY = 24 * HOUR
WEEK = 7 * DAY
YEAR = 365.25 * DAY
MONTH = YEAR / 12  # so that twelve months are a year
LONGEST = 1000 * YEAR

SPELLINGS = {
    1.0: "s sec secs second seconds detik dtk",
    MINUTE: "m min mins minute minutes menit mnt",
    HOUR: "h hr hrs hour hours jam",
    DAY: "d day days hari",
    WEEK: "w wk wks week weeks minggu pekan mgg",
    MONTH: "mo mon mons mth mths month months bulan bln",
    YEAR: "y yr yrs year years tahun thn",
}
UNITS = {word: seconds for seconds, words in SPELLINGS.items() for word in words.split()}
ABOUT = ("~", "≈", "about", "around", "approximately", "approx.", "approx", "ca.", "circa", "sekitar", "kira-kira", "±")

_NUMBER = r"\d{1,12}(?:[.,]\d{1,9})?"
_PART = re.compile(rf"({_NUMBER})\s*([^\W\d_]+)\.?,?\s*(?:(?:and|dan|,|\+)\s+)?")
_RANGE = re.compile(rf"({_NUMBER})\s*(?:[-–—‒−~]|to|until|sampai|hingga|s/d|s\.d\.)\s*({_NUMBER})\s*([^\W\d_]+)\.?")
_BETWEEN = re.compile(r"\s*[–—‒−]\s*|\s+(?:-|to|until|sampai|hingga|s/d|s\.d\.)\s+|(?<=[^\W\d_])-(?=\d)")
_ISO = re.compile(
    rf"P(?:(?P<y>{_NUMBER})Y)?(?:(?P<mo>{_NUMBER})M)?(?:(?P<w>{_NUMBER})W)?(?:(?P<d>{_NUMBER})D)?"
    rf"(?P<time>T(?:(?P<h>{_NUMBER})H)?(?:(?P<m>{_NUMBER})M)?(?:(?P<s>{_NUMBER})S)?)?",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Span:
    """A duration in seconds; a range when `low` and `high` differ. `approximate` is the `~`."""

    low: float
    high: float
    approximate: bool = False


class SpanError(ValueError):
    """The text is not a duration. `str()` says why in plain words; `unit` is the word that is no unit, if one is."""

    def __init__(self, why: str, unit: str = "") -> None:
        super().__init__(why)
        self.unit = unit


def read_span(text: str) -> Span:
    """The duration that `text` writes. Raises SpanError."""
    rest, approximate = _without_about(" ".join(text.split()))
    low, high = _ends(rest)
    if high < low:
        raise SpanError("begins with the longer end: write the shorter one first")
    if high > LONGEST:
        raise SpanError("is longer than a thousand years")
    return Span(low, high, approximate)


def _without_about(text: str) -> tuple[str, bool]:
    for word in ABOUT:
        if text.lower().startswith(word):
            rest = text[len(word) :]
            if not word[-1].isalpha() or rest[:1] == " " or rest[:1].isdigit():
                return rest.strip(), True
    return text, False


def _ends(text: str) -> tuple[float, float]:
    if text[:1] == "P":
        return (_iso(text),) * 2
    short = _RANGE.fullmatch(text)
    if short:
        unit = _unit(short[3])
        return _number(short[1]) * unit, _number(short[2]) * unit
    ends = _BETWEEN.split(text)
    if len(ends) == 2 and ends[0]:
        return _sum(ends[0]), _sum(ends[1])
    return (_sum(text),) * 2


def _sum(text: str) -> float:
    """The seconds of `3 h 15 min`: units fall from left to right, none twice."""
    total, at, last = 0.0, 0, float("inf")
    while at < len(text):
        part = _PART.match(text, at)
        if part is None:
            raise SpanError(_why_not(text))
        unit = _unit(part[2])
        if unit >= last:
            raise SpanError("does not go from the longer unit to the shorter one")
        total, at, last = total + _number(part[1]) * unit, part.end(), unit
    if last == float("inf"):
        raise SpanError("is not a length of time")
    return total


def _why_not(text: str) -> str:
    if text[:1] in ("-", "−"):
        return "is below zero"
    if re.fullmatch(_NUMBER, text):
        return "has no unit"
    if re.fullmatch(r"\d+:\d+(:\d+)?", text):
        return "looks like a time of day"
    return "is not a length of time"


def _iso(text: str) -> float:
    found = _ISO.fullmatch(text)
    if found is None or text == "P" or found["time"] == "T":
        raise SpanError("is not an ISO 8601 duration")
    sizes = {"y": YEAR, "mo": MONTH, "w": WEEK, "d": DAY, "h": HOUR, "m": MINUTE, "s": 1.0}
    return sum(_number(found[name]) * size for name, size in sizes.items() if found[name])


def _unit(word: str) -> float:
    try:
        return UNITS[word.lower()]
    except KeyError:
        raise SpanError("has a unit that is not known", word) from None


def _number(text: str) -> float:
    return float(text.replace(",", "."))


def nearest_unit(word: str) -> str:
    """The unit that a misspelt one most likely means; the longer spellings are the ones that people misspell."""
    from difflib import get_close_matches

    close = get_close_matches(word.lower()[:20], [unit for unit in UNITS if len(unit) > 2], n=1)
    return close[0] if close else ""
