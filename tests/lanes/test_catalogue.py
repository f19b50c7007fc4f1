"""Rows stand in the order of the language, and custom rows where they were put."""

from jmap.icons.lucide import PATHS
from jmap.lanes.catalogue import BUILT_IN, BY_KEY, OTHER_ICON, custom_lane, in_order

ORDER = [
    "props",
    "actions",
    "touchpoints",
    "thoughts",
    "feelings",
    "pain_points",
    "gains",
    "opportunities",
    "frontstage",
    "backstage",
    "support",
    "policies",
    "personalisation",
    "metrics",
    "time",
]


def keys(*custom):
    return [lane.key for lane in in_order([(custom_lane(key, key), after) for key, after in custom])]


def test_built_in_rows_stand_in_the_order_of_the_language():
    assert [lane.key for lane in BUILT_IN] == ORDER
    assert [lane.order for lane in BUILT_IN] == list(range(15))


def test_sides_of_the_service_blueprint():
    sides = {lane.key: lane.side for lane in BUILT_IN if lane.side}
    assert sides == {
        "props": "customer",
        "actions": "customer",
        "touchpoints": "onstage",
        "frontstage": "onstage",
        "backstage": "backstage",
        "support": "support",
    }


def test_a_custom_row_follows_the_one_it_names():
    assert keys(("training", "backstage"))[9:12] == ["backstage", "training", "support"]


def test_custom_rows_behind_one_row_keep_their_order_and_chains_hold():
    found = keys(("b", "a"), ("a", "time"), ("c", "time"))
    assert found[14:] == ["time", "a", "b", "c"]


def test_without_a_place_or_in_a_circle_a_custom_row_stands_at_the_end():
    assert keys(("a", ""), ("b", "nowhere"), ("x", "y"), ("y", "x"))[15:] == ["a", "b", "x", "y"]


def test_every_icon_is_drawn():
    assert {lane.icon for lane in BUILT_IN} | {OTHER_ICON} <= PATHS.keys()


def test_built_in_rows_are_found_by_key():
    assert BY_KEY["pain_points"].kind == "pain"
    assert BY_KEY["time"].icon == "clock"
