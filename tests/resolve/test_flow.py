"""Ways that nobody wrote, and how many customers are left."""

import pytest

from jmap.resolve.flow import left, ways_from
from jmap.resolve.journey import Exit, Way


def way(source, target, share=None, personas=()):
    kind = "on" if target == source + 1 else "skip" if target > source else "back"
    return Way("", source, target, kind, share, personas=personas)


def out(share=None, personas=()):
    return Exit("", "", share, personas)


def ways(written=(), exits=(), personas=(), columns=4, column=1):
    found = ways_from(column, columns, written, exits, personas, "here")
    return [(w.target, w.share, w.personas, w.written) for w in found]


def test_without_a_word_everyone_goes_to_the_step_that_follows():
    assert ways() == [(2, None, (), False)]
    assert ways(column=3) == []


def test_what_is_missing_goes_to_the_step_that_follows():
    assert ways([way(1, 3, 0.15)], [out(0.25)]) == [(3, 0.15, (), True), (2, pytest.approx(0.6), (), False)]
    assert ways([], [out(0.25)]) == [(2, 0.75, (), False)]


def test_shares_that_make_a_whole_leave_no_default_way():
    assert ways([way(1, 3, 0.6), way(1, 0, 0.15)], [out(0.25)]) == [(3, 0.6, (), True), (0, 0.15, (), True)]
    assert ways([way(1, 3, 0.1), way(1, 0, 0.2)], [out(0.7)])[2:] == []  # 0.1 + 0.2 + 0.7 in binary


def test_a_way_without_share_alone_takes_the_rest():
    assert ways([way(1, 3)], [out(0.25)]) == [(3, 0.75, (), True)]
    assert ways([way(1, 3), way(1, 0, 0.1)], []) == [(3, 0.9, (), True), (0, 0.1, (), True)]
    assert ways([way(1, 3)]) == [(3, None, (), True)]  # nobody wrote a share


def test_several_ways_without_share_stay_unknown():
    assert ways([way(1, 2), way(1, 3)], [out(0.5)]) == [(2, None, (), True), (3, None, (), True)]


def test_who_is_only_sent_back_goes_on_at_some_time():
    assert ways([way(1, 0)]) == [(0, None, (), True), (2, None, (), False)]
    assert ways([way(1, 0)], [out(0.5)]) == [(0, None, (), True), (2, None, (), False)]
    assert ways([way(3, 0)], [out(0.5)], column=3) == [(0, 0.5, (), True)]


def test_an_exit_of_unknown_size_leaves_the_rest_unknown():
    assert ways([way(1, 3, 0.5)], [out()]) == [(3, 0.5, (), True), (2, None, (), False)]


def test_default_ways_differ_where_personas_differ():
    found = ways([way(1, 3, 0.4, ("a",))], [], ["a", "b"])
    assert found == [(3, 0.4, ("a",), True), (2, 0.6, ("a",), False), (2, 1.0, ("b",), False)]
    assert ways([way(1, 3, None, ("a",))], [], ["a", "b"]) == [(3, None, ("a",), True), (2, 1.0, ("b",), False)]
    assert ways([], [out(0.5, ("a",)), out(0.5, ("b",))], ["a", "b"]) == [(2, 0.5, (), False)]


def test_the_look_keeps_56_percent():
    """Exits of 25, 18 and 9 %; a skip past a step and ways back change nothing."""
    exits = [()] * 12
    exits[3], exits[5], exits[6] = (out(0.25),), (out(0.18),), (out(0.09),)
    found = left([way(3, 5, 0.15), way(4, 2, 0.15), way(9, 3, 0.12)], exits, ["dewi", "budi"])
    assert [round(share, 2) for share in found.arriving] == [1, 1, 1, 1, 0.75, 0.75, 0.61, 0.56, 0.56, 0.56, 0.56, 0.56]
    assert round(found.at_end, 2) == 0.56
    assert found.by_persona == {}


def test_who_skips_a_step_cannot_leave_there_but_is_still_in_the_journey():
    found = left([way(0, 2, 0.5)], [(), (out(0.4),), (out(0.5),)], [])
    assert found.arriving == pytest.approx((1, 1, 0.8))
    assert found.at_end == pytest.approx(0.4)


def test_everyone_skips_by_the_only_way():
    found = left([way(0, 2)], [(), (out(0.4),), ()], [])
    assert found.arriving == (1, 1, 1)


def test_personas_that_leave_differently_are_kept_apart():
    found = left([], [(out(0.5, ("a",)),), ()], ["a", "b"])
    assert found.by_persona == {"a": (1, 0.5, 0.5), "b": (1, 1, 1)}
    assert found.arriving == (1, 0.75)
    assert found.at_end == 0.75


def test_everyone_may_leave():
    found = left([], [(out(0.1), out(0.2), out(0.7)), ()], [])
    assert found.arriving == (1, 0)
    assert found.at_end == 0


def test_an_exit_of_unknown_size_takes_nobody():
    assert left([], [(out(),), ()], ["a"]).at_end == 1
