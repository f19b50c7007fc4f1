"""Which rows a map draws, in which order: those it lists, or all it uses, and only those that hold something."""

from __future__ import annotations

from collections.abc import Sequence

from jmap.lanes.catalogue import in_order
from jmap.lanes.lane import Lane
from jmap.resolve.catalogue import Catalogue
from jmap.resolve.journey import Stage
from jmap.resolve.report import Report


def rows(stages: Sequence[Stage], wanted: Sequence[str], catalogue: Catalogue, report: Report) -> tuple[Lane, ...]:
    """The rows to draw. `wanted` is the map's `lanes` list; names in it that mean no lane are reported."""
    listed = _listed(wanted, catalogue, report)
    used = {key for stage in stages for place in (stage, *stage.steps) for key in place.lanes}
    order = listed if wanted else in_order(catalogue.places)
    return tuple(lane for lane in order if lane.key in used)


def _listed(wanted: Sequence[str], catalogue: Catalogue, report: Report) -> tuple[Lane, ...]:
    found: dict[str, Lane] = {}
    for i, name in enumerate(wanted):
        lane = catalogue.lane(name)
        if lane:
            found.setdefault(lane.key, lane)
        elif not catalogue.doubtful:
            catalogue.unknown_lane(report, ("lanes", i), name)
    return tuple(found.values())
