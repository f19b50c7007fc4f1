"""One language's words and formats: everything on a picture or a page that the map's author did not write."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from jmap.locale.durations import ends, parts, whole_unit
from jmap.locale.plurals import category
from jmap.resources import PACKAGE

if TYPE_CHECKING:
    from jmap.resolve.content import Span

NBSP = "\u00a0"
MINUS = "\u2212"
EN_DASH = "\u2013"
RULE = "rule."
QUOTES = ("“”", "‘’", "„“", "„”", "«»", "»«", "「」", "『』", '""', "''", "‹›")


def words(locale: str) -> Words:
    """The words of a language; FileNotFoundError if jmap does not speak it."""
    text = (PACKAGE / "locale" / f"{locale}.json").read_text("utf-8")
    return Words(locale, MappingProxyType(json.loads(text)))


class Words:
    """Call it with a key for a text: `words("lane.actions")`, `words("path.leave", share="25 %")`.

    Digits stay with their unit by a no-break space. An unknown key or a missing field is a KeyError.
    """

    __slots__ = ("_rules", "_texts", "locale")

    def __init__(self, locale: str, texts: Mapping[str, str]) -> None:
        self.locale = locale
        self._texts = texts
        self._rules = {key.removeprefix(RULE): rule for key, rule in texts.items() if key.startswith(RULE)}

    def __call__(self, key: str, **fields: str) -> str:
        text = self._texts[key]
        return text.format_map(fields) if fields else text

    def every(self) -> tuple[str, ...]:
        """All texts: what a font must have glyphs for."""
        return tuple(self._texts.values())

    def number(self, value: float) -> str:
        """With separators between thousands: `1,840`. At most two decimals."""
        return self._written(_figure(value), grouped=True)

    def decimal(self, value: float) -> str:
        """As short as it is exact: `0.5`, `3`."""
        return self._written(f"{value:.4f}".rstrip("0").rstrip("."))

    def percent(self, share: float) -> str:
        """`0.25` as `25 %`. One decimal at most, more only where it would read as nothing or as everything."""
        digits = 1
        while digits < 6 and share not in (0, 1) and round(share * 100, digits) in (0, 100):
            digits += 1
        figure = f"{share * 100:.{digits}f}".rstrip("0").rstrip(".")
        return self._texts["number.percent"].format(n=self._written(figure))

    def about(self, share: float) -> str:
        """A share that was worked out, in whole percents where they tell enough: `56 %`, but `99.6 %`."""
        whole = round(share, 2)
        return self.percent(whole if 0 < whole < 1 or whole == share else share)

    def score(self, value: float) -> str:
        """A signed score: `+1`, `0`, `−1.5`."""
        figure = self.decimal(abs(value))
        return figure if not value else f"{'+' if value > 0 else MINUS}{figure}"

    def date(self, day: datetime.date) -> str:
        """`1 November 2026`."""
        month = self._texts[f"month.{day.month}"]
        return self._texts["date.long"].format(day=day.day, month=month, year=f"{day.year:04}")

    def plural(self, noun: str, count: int) -> str:
        """The number and the noun: `1 step`, `12 steps`. The noun is a key under `plural.`."""
        return self._texts[f"plural.{noun}.{self._form(count)}"].format(n=self.number(count))

    def quote(self, text: str) -> str:
        """In this language's quotation marks, unless the text brings its own."""
        text = text.strip()
        if len(text) > 1 and text[0] + text[-1] in QUOTES:
            return text
        return f"{self._texts['quote.open']}{text}{self._texts['quote.close']}"

    def span(self, span: Span, *, exact: bool = False) -> str:
        """`2–5 days`, `1 h 30 min`, `~1 week`: as a person would say it, in two units at most.

        The precision of a range follows its width: an end moves by a tenth of the width at most, and by a twentieth
        of itself at most, so sums read as `3–7 years` or `4–6 days`. A range narrower than 5 % of itself is about its
        mean: `~12 days`. What is whole in one unit already (`23–24 h`) stays as it was written. With `exact`, nothing
        is rounded and no unit is left out.
        """
        low, high, about = span.low, span.high, span.approximate
        unit, seconds = whole_unit(low, high)
        if low != high and not exact and not (unit and high / seconds <= 60):
            low, high = ends(low, high)
            about = about or low == high
            unit, seconds = whole_unit(low, high)
        sign = "~" if about else ""
        if low == high:
            return sign + self._duration(low, exact)
        if unit:
            return f"{sign}{self.number(low / seconds)}{EN_DASH}{self._unit(unit, high / seconds)}"
        return f"{sign}{self._duration(low, exact)} {EN_DASH} {self._duration(high, exact)}"

    def _duration(self, seconds: float, exact: bool) -> str:
        return " ".join(self._unit(unit, count) for unit, count in parts(seconds, exact))

    def _unit(self, unit: str, count: float) -> str:
        return f"{self.number(count)}{NBSP}{self._texts[f'unit.{unit}.{self._form(count)}']}"

    def _form(self, count: float) -> str:
        return category(_figure(count), self._rules)

    def _written(self, figure: str, grouped: bool = False) -> str:
        """From English signs to this language's."""
        whole, point, decimals = figure.partition(".")
        sign, whole = (MINUS, whole[1:]) if whole.startswith("-") else ("", whole)
        if grouped:
            whole = self._texts["number.thousands"].join(_groups(whole, self._texts["number.grouping"]))
        return sign + whole + (self._texts["number.decimal"] + decimals if point else "")


def _figure(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") if value % 1 else f"{value:.0f}"


def _groups(digits: str, sizes: str) -> list[str]:
    """The digits in groups: the last of the first size, those before it of the second, as in `12,34,567`."""
    first, *more = map(int, sizes.split(","))
    head, groups = digits[:-first], [digits[-first:]]
    size = more[0] if more else first
    while head:
        head, last = head[:-size], head[-size:]
        groups.insert(0, last)
    return groups
