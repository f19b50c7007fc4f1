"""The curve: through its data, never above or below it, flat at extremes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from jmap.layout.curve.hermite import reverse, samples, segments, slopes

scores = st.sampled_from([-2.0, -1.5, -1.0, -0.5, 0.0, 0.5, 1.0, 1.5, 2.0])
steps = st.floats(10, 400)


@given(st.lists(st.tuples(steps, scores), min_size=2, max_size=12))
def test_the_curve_stays_between_neighbouring_points_and_is_monotone(data: list[tuple[float, float]]) -> None:
    x, knots = 0.0, []
    for dx, y in data:
        x += dx
        knots.append((x, y))
    for start, end, bezier in zip(knots, knots[1:], segments(knots), strict=False):
        points = samples(start, bezier, 40)
        assert points[0] == start
        assert abs(points[-1][0] - end[0]) < 1e-6 and abs(points[-1][1] - end[1]) < 1e-9
        low, high = sorted((start[1], end[1]))
        assert all(low - 1e-9 <= y <= high + 1e-9 for _, y in points)
        direction = 1 if end[1] >= start[1] else -1
        assert all((b[1] - a[1]) * direction >= -1e-9 for a, b in zip(points, points[1:], strict=False))


def test_the_curve_is_flat_at_an_extreme() -> None:
    assert slopes([(0, 0), (100, 2), (200, -1), (300, -1)])[1:] == [0, 0, 0]


def test_two_points_are_joined_by_a_straight_line() -> None:
    points = samples((0, 0), segments([(0, 0), (100, 50)])[0], 10)
    assert all(abs(y - x / 2) < 1e-9 for x, y in points)


def test_one_point_makes_no_line() -> None:
    assert segments([(5, 1)]) == []


def test_a_reversed_curve_covers_the_same_points() -> None:
    knots = [(0.0, 0.0), (100.0, 2.0), (180.0, -1.0)]
    start, back = reverse(knots[0], segments(knots))
    there = [p for a, b in zip(knots, segments(knots), strict=False) for p in samples(a, b, 4)]
    again = [*samples(start, back[0], 4), *samples(knots[1], back[1], 4)]
    assert all(abs(a[0] - b[0]) < 1e-9 and abs(a[1] - b[1]) < 1e-9 for a, b in zip(there, again[::-1], strict=True))
