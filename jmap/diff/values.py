"""Values of fields: as they are compared, with every reference looked up, and as they are shown."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import Any

from jmap.diff.change import Value
from jmap.diff.outline import Node
from jmap.model.names import slug
from jmap.model.quantity import Quantity
from jmap.model.span import Span

Anchor = Callable[[Node], Hashable]  # from a node to what stands for it on both sides


@dataclass(frozen=True, slots=True)
class Ref:
    """A name that refers. Without a target it is only a text. `more` is what is written beside the name."""

    text: str
    target: Node | None = None
    more: tuple[tuple[str, Any], ...] = ()
    shown: Value = None


def canonical(raw: Any, anchor: Anchor, unordered: bool = False) -> Hashable:
    """What two values have in common that mean the same."""
    if isinstance(raw, Ref):
        name = slug(raw.text) if raw.target is None else anchor(raw.target)
        return (name, tuple((key, canonical(value, anchor)) for key, value in raw.more))
    if isinstance(raw, tuple):
        parts = tuple(canonical(part, anchor) for part in raw)
        return frozenset(parts) if unordered else parts
    if isinstance(raw, Mapping):
        return frozenset((key, canonical(value, anchor, unordered)) for key, value in raw.items())
    if isinstance(raw, Quantity):
        return raw.text if raw.number is None else (raw.number, raw.unit)
    if isinstance(raw, bool):
        return ("bool", raw)
    if isinstance(raw, str):
        return " ".join(raw.split())
    if raw is None or isinstance(raw, int | float | Span | datetime.date):
        return raw
    raise TypeError(f"cannot compare {type(raw).__name__}")


def shown(raw: Any) -> Value:
    """A value as JSON can hold it: names for references, seconds for spans of time, texts for figures and dates."""
    if isinstance(raw, Ref):
        return raw.text if raw.shown is None else raw.shown
    if isinstance(raw, tuple):
        return tuple(shown(part) for part in raw)
    if isinstance(raw, Mapping):
        return {key: shown(value) for key, value in raw.items()}
    if isinstance(raw, Quantity):
        return raw.text
    if isinstance(raw, Span):
        return {"low": raw.low, "high": raw.high, "approximate": raw.approximate}
    if isinstance(raw, datetime.date):
        return raw.isoformat()
    assert raw is None or isinstance(raw, str | int | float)
    return raw
