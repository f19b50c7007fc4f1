"""What must hold for every map: nothing differs from itself, and the way back mirrors the way there."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from jmap.model.load import plain
from jmap.resolve.workspace import read_workspace
from jmap.source.read import read
from tests.diff.comparing import MAP, between, check_mirror, reading

ROOT = Path(__file__).parents[2]
PROJECTS = sorted(
    {path.parent for pattern in ("*/jmap.yaml", "*/*.journey.yaml") for path in (ROOT / "examples").glob(pattern)}
)


@pytest.mark.parametrize("folder", [*PROJECTS, ROOT / "tests" / "ugly"], ids=lambda path: path.name)
def test_nothing_differs_from_itself(folder: Path) -> None:
    one, other = (read_workspace([folder], ROOT) for _ in range(2))
    assert len(one.workspace.journeys) > 0
    assert between(one, other).changes == ()


def example(name: str) -> dict[str, Any]:
    document = read(ROOT / "tests" / "ugly" / f"{name}.journey.yaml", name)
    data: dict[str, Any] = plain(document.root)  # type: ignore[arg-type]
    return data


def lists(data: Any) -> list[list[Any]]:
    """All lists of a map: stages, steps, items."""
    found: list[list[Any]] = [data] if isinstance(data, list) and data else []
    for value in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        found += lists(value)
    return found


def mutate(data: dict[str, Any], edits: list[tuple[str, int, int, int]]) -> dict[str, Any]:
    """Items dropped, moved within their list or to another one, doubled, or given other words."""
    data = copy.deepcopy(data)
    for action, where, which, to in edits:
        here = (every := lists(data))[where % len(every)]
        item = here[which % len(here)]
        if action == "drop" and len(here) > 1:
            here.remove(item)
        elif action == "shift":
            here.remove(item)
            here.insert(to % (len(here) + 1), item)
        elif action == "move" and len(here) > 1:
            here.remove(item)
            every[to % len(every)].append(item)
        elif action == "reword":
            _reword(here, which % len(here), to)
        elif action == "double":
            here.append(copy.deepcopy(item))
    return data


def _reword(here: list[Any], which: int, to: int) -> None:
    item = here[which]
    if isinstance(item, str):
        here[which] = item + f" {to}"
    elif isinstance(item, dict):
        key = sorted(item)[to % len(item)]
        if isinstance(item[key], str):
            item[key] = {"severity": "low", "score": "1", "satisfaction": "2"}.get(key, f"{item[key]} {to}")


EDITS = st.lists(
    st.tuples(
        st.sampled_from(["drop", "shift", "move", "reword", "double"]),
        st.integers(0, 400), st.integers(0, 50), st.integers(0, 400),
    ),
    min_size=1, max_size=8,
)  # fmt: skip
MAPS = st.sampled_from(["stage-items", "three-personas", "past-target", "german-long-words", "only-pains"])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(name=MAPS, edits=EDITS)
def test_any_edit_has_its_mirror_and_none_is_lost(name: str, edits: list[tuple[str, int, int, int]]) -> None:
    before = example(name)
    after = mutate(before, edits)
    one, other = (reading({MAP: json.dumps(data, ensure_ascii=False)}) for data in (before, after))
    assume(not one.diagnostics and not other.diagnostics)
    check_mirror(one, other)
    assert between(other, reading({MAP: json.dumps(after, ensure_ascii=False, indent=2)})).changes == ()
