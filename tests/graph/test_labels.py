"""Places for labels beside edges."""

from __future__ import annotations

from jmap.graph.geometry import Rect, Route
from jmap.graph.labels import Placer, overlaps, wire

LINE = Route(((0, 100), (100, 100), (200, 100), (300, 100)))


def test_a_label_stands_beside_its_edge_and_not_on_it() -> None:
    own = wire(LINE, 10)
    placer = Placer([], [], [own])
    rect = placer.place(own, 60, 16, (150, 90))
    assert not placer.struck(rect) and placer.struck(Rect(100, 95, 60, 16)) == {0}
    assert abs(rect.x + 30 - 150) < 30 and abs(rect.y + 8 - 100) < 25


def test_a_second_label_moves_off_the_first_and_off_cards() -> None:
    own = wire(LINE, 2)
    card = Rect(120, 60, 60, 35)
    placer = Placer([card], [], [own])
    first, second = (placer.place(own, 60, 16, (150, 90)) for _ in range(2))
    assert not overlaps(first, second) and not overlaps(first, card) and not overlaps(second, card)


def test_a_label_stands_wholly_inside_or_outside_of_a_frame() -> None:
    own = wire(LINE, 2)
    frame = Rect(-50, 0, 202, 300)
    rect = Placer([], [frame], [own]).place(own, 60, 16, (150, 90))
    assert rect.x + rect.width < 152 or rect.x > 152
