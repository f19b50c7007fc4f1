"""Durations add up, and reviews come round by the calendar."""

import datetime

import pytest

from jmap.resolve.content import Span, Time
from jmap.resolve.spans import duration, later, longest, total

MINUTE, HOUR = 60.0, 3600.0


def at(**keys):
    return Time(path="", text="", **keys)


def test_ranges_add_up_at_both_ends():
    assert total([Span(60, 120), Span(60, 60, approximate=True)]) == Span(120, 180, approximate=True)
    assert total([]) is None


def test_a_measured_duration_wins_over_its_parts():
    assert duration(at(active=Span(60, 60), waiting=Span(30, 30))) == Span(90, 90)
    assert duration(at(active=Span(60, 60), elapsed=Span(300, 300))) == Span(300, 300)
    assert duration(at()) is None


def test_the_slowest_persona_counts_over_all_places():
    places = [
        [at(active=Span(10, 10), personas=("a",)), at(active=Span(1, 1), personas=("b",))],
        [at(active=Span(1, 1), personas=("a",)), at(active=Span(8, 8), personas=("b",))],
        [at(waiting=Span(5, 5))],
    ]
    assert longest(places, ["a", "b"]) == Span(16, 16)
    assert longest([[], []], ["a"]) is None
    assert longest([[at(active=Span(2, 4))]], []) == Span(2, 4)


@pytest.mark.parametrize(
    ("start", "step", "end"),
    [
        ("2026-11-01", {"months": 6}, "2027-05-01"),
        ("2026-01-31", {"months": 1}, "2026-02-28"),
        ("2028-02-29", {"months": 12}, "2029-02-28"),
        ("2026-11-30", {"months": 3}, "2027-02-28"),
        ("2026-11-01", {"seconds": 7 * 86_400}, "2026-11-08"),
        ("2026-11-01", {"months": 1, "seconds": 86_400}, "2026-12-02"),
        ("2026-11-01", {"seconds": 3600}, "2026-11-01"),
    ],
)
def test_dates_move_on_by_the_calendar(start, step, end):
    assert later(datetime.date.fromisoformat(start), **step) == datetime.date.fromisoformat(end)


def test_beyond_the_calendar_there_is_no_date():
    assert later(datetime.date(9999, 12, 1), months=2) is None
    assert later(datetime.date(9999, 12, 31), seconds=1e9) is None
    assert later(datetime.date(2026, 1, 1), seconds=1e30) is None
