"""The rows that every map may have, in their default order, and how a map's own rows join them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from jmap.lanes.lane import Lane

BUILT_IN: tuple[Lane, ...] = (
    Lane("props", "text", "package-open", "customer", 0),
    Lane("actions", "text", "footprints", "customer", 1),
    Lane("touchpoints", "touchpoint", "radio", "onstage", 2),
    Lane("thoughts", "quote", "message-circle", "", 3),
    Lane("feelings", "curve", "heart", "", 4),
    Lane("pain_points", "pain", "triangle-alert", "", 5),
    Lane("gains", "gain", "sparkles", "", 6),
    Lane("opportunities", "opportunity", "lightbulb", "", 7),
    Lane("frontstage", "text", "eye", "onstage", 8),
    Lane("backstage", "text", "eye-off", "backstage", 9),
    Lane("support", "text", "server", "support", 10),
    Lane("policies", "text", "scale", "", 11),
    Lane("personalisation", "text", "wand-sparkles", "", 12),
    Lane("metrics", "metric", "gauge", "", 13),
    Lane("time", "time", "clock", "", 14),
)
BY_KEY: Mapping[str, Lane] = MappingProxyType({lane.key: lane for lane in BUILT_IN})
OTHER_ICON = "rows-3"


def custom_lane(key: str, name: str, icon: str = "", order: int = len(BUILT_IN)) -> Lane:
    """A map's own row."""
    return Lane(key, "text", icon or OTHER_ICON, "", order, name)


def in_order(custom: Sequence[tuple[Lane, str]]) -> tuple[Lane, ...]:
    """All rows in their default order: each custom one stands behind the row whose key is given beside it.

    Rows that stand behind the same one keep their order. Without a key, with an unknown one, or where two rows
    wait for each other, a custom row stands at the end.
    """
    followers: dict[str, list[Lane]] = {}
    known = {*BY_KEY, *(lane.key for lane, _ in custom)}
    for lane, after in custom:
        followers.setdefault(after if after in known else "", []).append(lane)
    rows: list[Lane] = []
    for lane in (*BUILT_IN, *followers.get("", ())):
        _append(rows, lane, followers)
    placed = {lane.key for lane in rows}
    rows.extend(lane for lane, _ in custom if lane.key not in placed)
    return tuple(rows)


def _append(rows: list[Lane], first: Lane, followers: Mapping[str, Sequence[Lane]]) -> None:
    waiting = [first]
    while waiting:
        lane = waiting.pop()
        rows.append(lane)
        waiting.extend(reversed(followers.get(lane.key, ())))
