"""What jmap says in English and Indonesian, and how both write figures."""

import datetime
import json
import re
from string import Formatter

import pytest

from jmap.locale.words import Words, words
from jmap.resolve.journey import Span
from jmap.resources import PACKAGE

EN, ID = words("en"), words("id")
MIN, HOUR, DAY = 60.0, 3600.0, 86400.0
MONTH = 365.25 * DAY / 12


def texts(locale: str) -> dict[str, str]:
    return json.loads((PACKAGE / "locale" / f"{locale}.json").read_text("utf-8"))  # type: ignore[no-any-return]


def fields(text: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_both_languages_say_the_same_things() -> None:
    en, id = texts("en"), texts("id")
    assert list(en) == list(id) == sorted(en)
    assert [key for key in en if fields(en[key]) != fields(id[key])] == []
    assert [key for key in en if bool(en[key]) != bool(id[key])] == []


def test_every_key_that_the_code_names_exists() -> None:
    """A label that is missing would be a KeyError on somebody's map."""
    known, missing = texts("en"), []
    for path in sorted(PACKAGE.rglob("*.py")) + sorted(PACKAGE.rglob("*.html")):
        code = path.read_text("utf-8")
        for key in re.findall(r"""\b(?:w|words|_words)\(['"]([a-z_]+\.[a-z0-9_.-]+)['"][,)]""", code):
            if key not in known:
                missing.append(f"{path.name}: {key}")
        for noun in re.findall(r"""\.plural\(['"]([a-z_]+)['"]""", code):
            if f"plural.{noun}.one" not in known:
                missing.append(f"{path.name}: plural.{noun}")
    assert missing == []


def test_numbers() -> None:
    assert (EN.number(1840), ID.number(1840)) == ("1,840", "1.840")
    assert (EN.number(1234567.5), ID.number(1234567.5)) == ("1,234,567.5", "1.234.567,5")
    assert (EN.decimal(0.5), ID.decimal(0.5), EN.decimal(3.0)) == ("0.5", "0,5", "3")


@pytest.mark.parametrize(
    ("share", "text"),
    [(0.25, "25 %"), (0.125, "12.5 %"), (0.55965, "56 %"), (0, "0 %"), (1, "100 %"), (0.0004, "0.04 %")],
)
def test_a_share_is_never_rounded_to_nothing(share: float, text: str) -> None:
    assert EN.percent(share).replace("\u00a0", " ") == text
    assert " " not in EN.percent(share)


def test_almost_all_is_not_all() -> None:
    assert EN.percent(0.9997) == "99.97\u00a0%"


def test_scores_have_a_sign_of_their_own() -> None:
    assert [EN.score(v) for v in (2, 0, -1.5)] == ["+2", "0", "−1.5"]
    assert ID.score(-1.5) == "−1,5"


def test_dates() -> None:
    day = datetime.date(2026, 8, 1)
    assert (EN.date(day), ID.date(day)) == ("1 August 2026", "1 Agustus 2026")


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "0 min"),
        (0.5, "0.5 s"),
        (90 * MIN, "1 h 30 min"),
        (DAY, "1 day"),
        (7 * DAY, "1 week"),
        (7 * DAY + 5 * HOUR, "7 days 5 h"),
        (3 * DAY + 71 * MIN, "3 days 1 h"),
        (2 * DAY - 1 * MIN, "2 days"),  # not 1 day 24 h
        (45 * DAY, "45 days"),
        (6 * MONTH, "6 months"),
        (12 * MONTH, "1 year"),
        (30 * MONTH, "2 years 6 months"),
        (365 * DAY, "365 days"),
    ],
)
def test_durations_read_as_people_say_them(seconds: float, text: str) -> None:
    assert EN.span(Span(seconds, seconds)).replace("\u00a0", " ") == text


def test_an_exact_duration_keeps_every_unit() -> None:
    assert EN.span(Span(3 * DAY + 71 * MIN, 3 * DAY + 71 * MIN), exact=True).count("\u00a0") == 3


@pytest.mark.parametrize(
    ("words", "low", "high", "text"),
    [
        (EN, 2 * DAY, 5 * DAY, "2–5 days"),
        (ID, 2 * DAY, 5 * DAY, "2–5 hari"),
        (EN, 7 * DAY, 14 * DAY, "1–2 weeks"),
        (EN, 45 * MIN, 90 * MIN, "45–90 min"),
        (EN, 90 * MIN, 2 * DAY, "1 h 30 min – 2 days"),
    ],
)
def test_ranges(words: Words, low: float, high: float, text: str) -> None:
    assert words.span(Span(low, high)).replace("\u00a0", " ") == text


def test_about_is_kept_and_digits_stay_with_their_unit() -> None:
    assert EN.span(Span(7 * DAY, 7 * DAY, True)) == "~1\u00a0week"
    assert ID.span(Span(1.5 * HOUR, 1.5 * HOUR)) == "1\u00a0jam 30\u00a0menit"


def test_quotes_are_not_doubled() -> None:
    assert EN.quote("Is 38 really 38?") == "“Is 38 really 38?”"
    assert EN.quote("“Is it?”") == "“Is it?”"
    assert EN.quote('"Is it?"') == '"Is it?"'
    assert EN.quote("「はい」") == "「はい」"


def test_plurals() -> None:
    assert (EN.plural("step", 1), EN.plural("step", 1200)) == ("1 step", "1,200 steps")
    assert ID.plural("step", 2) == "2 langkah"
