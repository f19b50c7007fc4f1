"""What jmap says in English and Indonesian, and how both write figures."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jmap.locale.durations import NARROW, ends
from jmap.locale.words import Words, words
from jmap.resolve.content import Span

EN, ID = words("en"), words("id")
MIN, HOUR, DAY = 60.0, 3600.0, 86400.0
MONTH = 365.25 * DAY / 12


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
        (9 * DAY + 55 * MIN, "9 days"),
        (1097 * DAY + 22 * HOUR, "3 years"),
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
        (EN, 115 * MIN, 140 * MIN, "1 h 55 min – 2 h 20 min"),
        (EN, 1097 * DAY + 22 * HOUR, 2558 * DAY + 22 * HOUR, "3–7 years"),
        (ID, 1097 * DAY + 22 * HOUR, 2558 * DAY + 22 * HOUR, "3–7 tahun"),
        (EN, 4 * DAY + 40 * MIN, 6 * DAY + 40 * MIN, "4–6 days"),
        (EN, 12 * DAY + 7 * HOUR, 12 * DAY + 8 * HOUR, "~12 days"),
        (EN, 23 * HOUR, 24 * HOUR, "23–24 h"),
        (EN, 96 * HOUR, 98 * HOUR, "~4 days"),
        (EN, 0, 2 * DAY + 30 * MIN, "0–2 days"),
    ],
)
def test_ranges_are_as_precise_as_they_are_narrow(words: Words, low: float, high: float, text: str) -> None:
    assert words.span(Span(low, high)).replace("\u00a0", " ") == text


def test_an_exact_range_keeps_every_unit() -> None:
    span = Span(12 * DAY + 7 * HOUR, 12 * DAY + 8 * HOUR, True)
    assert EN.span(span, exact=True).replace("\u00a0", " ") == "~12 days 7 h – 12 days 8 h"
    assert EN.span(span).count("~") == 1


@given(st.floats(1, 1e9), st.floats(0, 1e9))
def test_no_end_of_a_range_moves_far(low: float, width: float) -> None:
    """A twentieth of itself, a tenth of the width: whoever plans with the rounded figures is not misled."""
    least, most = ends(low, low + width)
    assert abs(least - low) <= 0.08 * low
    assert abs(most - low - width) <= 0.08 * (low + width)
    assert least <= most
    assert least < most or width < NARROW * (low + width / 2)


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
