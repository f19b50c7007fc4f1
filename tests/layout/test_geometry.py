"""Places that are taken, and moves that lose nothing."""

from __future__ import annotations

from jmap.layout.geometry import Rect, Taken, around
from jmap.layout.move import mirror, shift
from jmap.layout.scene import Box, Curve, Group, Icon, Item, Mark, Text, Wash

THINGS: tuple[Item, ...] = (
    Text(10, 5, "a", "body", anchor="left", width=20),
    Box(10, 0, 30, 5),
    Curve((("M", 0.0, 1.0), ("C", 1.0, 2.0, 3.0, 4.0, 5.0, 6.0), ("Z",)), "ink"),
    Group((Mark("circle", 7, 8, 4, "ink"), Icon("arrow-up-right", 0, 0, 16), Wash(0, 0, 10, 10, "gain_wash", ""))),
)


def test_touching_is_not_covering() -> None:
    assert not Rect(0, 0, 10, 10).overlaps(Rect(10, 0, 20, 10))
    assert Rect(0, 0, 10, 10).overlaps(Rect(9, 9, 20, 20))


def test_a_taken_place_is_found_wherever_it_is() -> None:
    taken = Taken()
    taken.add(around(0, 0, 10, 10), Rect(-900, 40, 900, 50))
    assert not taken.free(around(4, 4, 4, 4))
    assert not taken.free(around(-640, 45, 2, 2))
    assert taken.first_free([around(0, 0, 1, 1), around(500, 20, 1, 1)]) == around(500, 20, 1, 1)


def test_shifting_there_and_back_changes_nothing() -> None:
    assert shift(shift(THINGS, 13, -7), -13, 7) == THINGS


def test_mirroring_twice_changes_nothing_and_once_swaps_sides() -> None:
    once = mirror(THINGS, 100)
    assert mirror(once, 100) == THINGS
    text, box, curve, group = once
    assert isinstance(text, Text) and (text.x, text.anchor) == (90, "right")
    assert isinstance(box, Box) and box.x == 60
    assert isinstance(curve, Curve) and curve.commands[0] == ("M", 100.0, 1.0)
    assert isinstance(group, Group) and isinstance(group.children[1], Icon)
    assert group.children[1].name == "arrow-up-left" and group.children[1].x == 84
