"""As few things as possible are told to have moved, and the same ones on the way back."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from jmap.diff.order import out_of_order


@given(st.permutations(range(7)))
def test_what_is_left_follows_in_order_and_no_fewer_could_have_moved(order: list[int]) -> None:
    moved = out_of_order(order, [f"step {value}" for value in order])
    kept = [value for i, value in enumerate(order) if i not in moved]
    assert kept == sorted(kept)
    longer = combinations(order, len(kept) + 1)
    assert not any(list(run) == sorted(run) for run in longer)


@given(st.permutations(range(7)))
def test_the_way_back_moves_the_same_things(order: list[int]) -> None:
    there = {order[i] for i in out_of_order(order, [f"step {value}" for value in order])}
    back = sorted(range(7), key=order.__getitem__)
    assert set(out_of_order(back, [f"step {value}" for value in range(7)])) == there
