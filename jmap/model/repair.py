"""A file with mistakes, put right as far as can be, so that wrong references are found in the same run."""

from __future__ import annotations

from typing import Any

from jmap.model.report import Mistake

# What a required value is replaced by, when it is missing or wrong. What refers to others is not replaced.
_STAND_INS = {"jmap": "1", "score": "0", "method": "survey", "elapsed": "1 min"}
_NAMES = ("title", "name", "text")
_FROM_SUGGESTION = ("bad-id", "unknown-value")


def repaired(data: Any, found: list[Mistake]) -> Any:
    """The data without its mistakes; None where putting them right could make other mistakes up."""
    for number, one in enumerate(found):
        if not _repair(data, one, number):
            return None
    return data


def _repair(data: Any, one: Mistake, number: int) -> bool:
    holder, rest = _holder(data, one.path)
    if isinstance(holder, list) and rest:
        return _stand_in_list(holder, rest[0], one.path[-1], number)
    if not isinstance(holder, dict) or len(rest) != 1:
        return False
    key = rest[0]
    if one.code == "missing-key" and not one.key:
        return _stand_in(holder, key, number)
    if one.code == "unknown-key":
        return _rename(holder, key, one.suggestion)
    if one.code in _FROM_SUGGESTION and one.suggestion:
        holder[key] = one.suggestion
        return True
    if isinstance(holder.get(key), list | dict):
        return False
    return _stand_in(holder, key, number) or holder.pop(key, None) is not None


def _holder(data: Any, path: tuple[str | int, ...]) -> tuple[Any, tuple[str | int, ...]]:
    """The mapping that holds what the path means, and what is left of the path there.

    A path may go on behind what is written: `time.0.elapsed` for `time: 3 mins`, which stands under `time`.
    """
    node: Any = data
    for at, part in enumerate(path):
        if isinstance(node, dict) and at == len(path) - 1:
            return node, (part,)
        if isinstance(node, dict) and isinstance(node.get(str(part)), str):
            return node, (part,)
        if isinstance(node, dict) and part in node:
            node = node[part]
        elif isinstance(node, list) and isinstance(part, int) and isinstance(node[part], str):
            return node, (part,)
        elif isinstance(node, list) and isinstance(part, int):
            node = node[part]
        elif not (isinstance(node, dict) and part == 0):  # 0: an item that stands without its list
            break
    return node, ()


def _stand_in_list(items: list[Any], at: Any, key: Any, number: int) -> bool:
    """Stands in for a bare item whose `key` is what its text is read as."""
    if key not in _NAMES and key not in _STAND_INS:
        return False
    items[at] = _STAND_INS.get(key, f"… {number + 1}")
    return True


def _stand_in(holder: dict[Any, Any], key: Any, number: int) -> bool:
    if key in _NAMES:
        holder[key] = f"… {number + 1}"
    elif key in _STAND_INS:
        holder[key] = _STAND_INS[key]
    return key in _NAMES or key in _STAND_INS


def _rename(holder: dict[Any, Any], key: Any, suggestion: str) -> bool:
    value = holder.pop(key, None)
    if not suggestion or suggestion in holder:
        return True
    holder[suggestion] = value
    return True
