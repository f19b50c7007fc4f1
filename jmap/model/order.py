"""In which order the keys of a file are written: who it is, what it says, what it holds."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

from jmap.resources import folder
from jmap.source.document import Path

_CATALOGUE = ("channels", "touchpoints", "teams", "systems", "evidence", "custom_lanes")
_ROOT = {
    "map": (
        "jmap", "id", "renamed_from", "title", "description", "state", "future_of", "basis", "persona", "personas",
        "scenario", "goal", "expectations", "business_goal", "owner", "reviewed", "review_every", "tags", "locale",
        "lanes", *_CATALOGUE, "stages",
    ),
    "project": (
        "jmap", "title", "locale", "theme", "maps", "output", "include", "personas", *_CATALOGUE, "check", "build",
        "measure",
    ),
    "catalogue": ("jmap", "personas", *_CATALOGUE),
}  # fmt: skip
_FIRST = ("jmap", "id", "renamed_from", "name", "text", "to", "reason")
_LAST = ("personas", "basis", "n", "spread", "evidence", "link", "note")


def order(kind: str) -> Callable[[Path], Sequence[str]]:
    """The keys of the mapping at a path of a `map`, `project`, `catalogue` or `theme` file, in their order.

    It is that of the schema, so that a new lane has its place; what names a thing comes first, what qualifies it last.
    Mappings whose keys are the author's own have none, and keep theirs.
    """
    schema = json.loads((folder("schemas") / f"{kind}.json").read_text(encoding="utf-8"))

    def keys(path: Path) -> Sequence[str]:
        if not path and kind in _ROOT:
            return _ROOT[kind]
        return _ranked(tuple(at_path(schema, path)))

    return keys


def _ranked(keys: tuple[str, ...]) -> tuple[str, ...]:
    first = [key for key in _FIRST if key in keys]
    last = [key for key in _LAST if key in keys] if "personas" in keys else []
    return (*first, *(key for key in keys if key not in first and key not in last), *last)


def at_path(schema: Any, path: Path) -> dict[str, Any]:
    """The keys that a JSON Schema allows at a path, with their schemas; none where keys are the author's own."""
    return dict(next((form["properties"] for form in forms_at(schema, path) if "properties" in form), {}))


def forms_at(schema: Any, path: Path) -> list[dict[str, Any]]:
    """The shapes that a value at a path may have: short forms and long ones."""
    node = schema
    for part in path:
        forms = _forms(node, schema)
        if isinstance(part, int):
            node = next((form["items"] for form in forms if "items" in form), {"anyOf": forms})
        else:
            node = next((form["properties"][part] for form in forms if part in form.get("properties", {})), None)
            node = node or next((f["additionalProperties"] for f in forms if f.get("additionalProperties")), {})
    return _forms(node, schema)


def _forms(node: Any, schema: Any) -> list[dict[str, Any]]:
    if not isinstance(node, dict):
        return []
    if "$ref" in node:
        return _forms(schema["$defs"][node["$ref"].rpartition("/")[2]], schema)
    if "properties" not in node and "anyOf" in node:
        return [form for choice in node["anyOf"] for form in _forms(choice, schema)]
    return [node]
