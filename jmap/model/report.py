"""What pydantic found, as diagnostics: one for each mistake, in words for people, at its place in the file."""

from __future__ import annotations

from collections.abc import Mapping as Map
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from jmap.diagnostics import Diagnostic
from jmap.model.problem import shown
from jmap.model.words import meant
from jmap.source.document import Document, Mapping, Path, Scalar
from jmap.source.quote import quoted

MOST = 500  # mistakes of one file that are told; then how many more there are
LISTED = 16  # keys that a message lists
SHORT = ("text", "name", "reason", "to", "score")
FIRST = ("title", "name", "persona", "stages")  # ... which of them it lists first
LAST = (
    "id", "renamed_from", "alt", "note", "link", "personas", "evidence", "jmap", "channels", "teams", "systems",
    "custom_lanes",
)  # fmt: skip
_LINES = {
    "jmap": "a first line `jmap: 1`",
    "stages": "a line `stages:`, and below it lines such as `- name: Decide`",
}  # that are missing


@dataclass(frozen=True, slots=True)
class Mistake:
    """One entry of pydantic's. `told` is what problem() was given; `key`: the path's last part is itself at fault."""

    path: Path
    code: str
    key: bool
    told: Map[str, Any]
    suggestion: str = ""


def mistakes(error: ValidationError) -> list[Mistake]:
    """All that is wrong, without what is only a consequence: a key that is missing because it is misspelt."""
    found = [_mistake(entry) for entry in error.errors(include_url=False, include_input=False)]
    few = [_with_suggestion(one) if i < MOST else one for i, one in enumerate(found)]
    misspelt = {(*one.path[:-1], one.suggestion) for one in few if one.code == "unknown-key" and one.suggestion}
    return [one for one in few if not (one.code == "missing-key" and one.path in misspelt)]


def report(document: Document, found: list[Mistake]) -> list[Diagnostic]:
    """The diagnostics, in the order of the file."""
    notes = sorted({_diagnostic(document, one) for one in found[:MOST]})
    if len(found) > MOST:
        message = f"there are {len(found) - MOST} more mistakes in this file"
        notes.append(document.diagnostic((), "too-many", message, "fewer mistakes"))
    return notes


def _mistake(entry: Any) -> Mistake:
    """Types of pydantic's own are left only where a key is missing or a list is something else."""
    path, told = tuple(entry["loc"]), entry.get("ctx", {})
    if "message" in told:
        return Mistake((*path, told["key"]) if told["key"] else path, entry["type"], bool(told["key"]), told)
    if entry["type"] == "missing":
        line = _LINES.get(path[-1], f"a line `{path[-1]}: ...`")
        return Mistake(path, "missing-key", False, {"message": "", "expected": line})
    return Mistake(path, "wrong-type", False, {"message": "cannot be this", "expected": "lines that begin with `- `"})


def _with_suggestion(one: Mistake) -> Mistake:
    known = tuple(one.told.get("known", ()))
    tip = one.told.get("suggestion", "")
    if not tip and known:
        word = str(one.path[-1]) if one.code == "unknown-key" else _value(one.told["message"])
        tip = meant(word, known)
    return Mistake(one.path, one.code, one.key, one.told, tip)


def _value(message: str) -> str:
    return message.partition("`")[2].rpartition("`")[0]


def _diagnostic(document: Document, one: Mistake) -> Diagnostic:
    if one.code == "missing-key" and not one.key and not one.told["message"]:
        return _missing(document, one)
    if one.code == "unknown-key":
        return _unknown(document, one)
    message = one.told["message"]
    if not message.startswith("`"):
        message = f"{_label(document, one)} {message}"
    return document.diagnostic(one.path, one.code, message, _expected(document, one), one.suggestion, one.key)


def _expected(document: Document, one: Mistake) -> str:
    expected = str(one.told["expected"])
    if one.code == "wrong-type" and one.path == ("persona",):
        return f"{expected}; several personas go into `personas`"
    item = document.trail(one.path)[-1:]
    if one.code == "empty-value" and item and isinstance(item[0][0], int):
        return "a value, or leave the item out"
    return expected


def _label(document: Document, one: Mistake) -> str:
    """What is wrong, as people wrote it: the last key of the path that stands in the file."""
    trail = document.trail(one.path)
    if not trail:
        return "the file"
    names = [str(part) for part, key, _ in trail if key is not None]
    label = shown(names[-1]) if names else "the file"
    return f"an item of {label}" if isinstance(trail[-1][0], int) else label


def _missing(document: Document, one: Mistake) -> Diagnostic:
    trail = document.trail(one.path[:-1])
    names = [str(part) for part, key, _ in trail if key is not None]
    where = f" in this item of {shown(names[-1])}" if names and isinstance(one.path[-2], int) else ""
    message = f"{shown(str(one.path[-1]))} is missing{where}"
    return document.diagnostic(one.path[:-1], one.code, message, one.told["expected"])


def _unknown(document: Document, one: Mistake) -> Diagnostic:
    key, known = str(one.path[-1]), tuple(one.told["known"])
    mapping = document.node(one.path[:-1])
    if isinstance(mapping, Mapping) and not _has(mapping, known):
        listless = _no_list(document, one, mapping)
        if listless:
            return listless
    if isinstance(mapping, Mapping) and (not one.suggestion or key[0].isupper() or " " in key):
        broken = _broken_text(document, mapping, key, known)
        if broken:
            return document.diagnostic(one.path, one.code, *broken, key=True)
    message = f"{shown(key)} {one.told['message']}"
    expected = "" if one.suggestion else _instead(key, known)
    return document.diagnostic(one.path, one.code, message, expected, one.suggestion, key=True)


def _instead(key: str, known: tuple[str, ...]) -> str:
    """Where what the key holds may stand, or which keys may stand here."""
    step = "journey" in known and "lanes" in known
    if step and key == "steps":
        return "the steps side by side in their stage, or a map of their own that `journey` names"
    if step and key == "personas":
        return "`personas` in the items that are for them only"
    return _one_of(known) + ("; rows of your own stand under `lanes`" if step else "")


def _has(mapping: Mapping, keys: tuple[str, ...]) -> bool:
    return any(mapping.entry(key) for key in keys)


def _no_list(document: Document, one: Mistake, mapping: Mapping) -> Diagnostic | None:
    """`stages: {Decide: ..., Pay: ...}`: names as keys, where a list was meant. One mistake, however many names."""
    trail = document.trail(one.path[:-1])
    short = next((word for word in SHORT if word in one.told["known"]), "")
    if not short or not trail or len(mapping.entries) == 1 and not isinstance(mapping.entries[0][1], Mapping):
        return None
    name = mapping.entries[0][0].value
    if isinstance(trail[-1][0], int):
        return document.diagnostic(
            one.path, one.code, f"{shown(name)} is not a key that can stand here", f"`{short}: {name}`", key=True
        )
    label = shown(str(trail[-1][0]))
    item = f"- {short}: {name}" if short != "score" else f"- score: 1` with `personas: [{name}]"
    return document.diagnostic(one.path[:-1], "wrong-type", f"{label} must be a list", f"lines such as `{item}`")


def _broken_text(document: Document, mapping: Mapping, key: str, known: tuple[str, ...]) -> tuple[str, str] | None:
    """Often an unknown key is no key at all, but text that a colon or a comma broke in two."""
    comma = _after_comma(mapping, key)
    if comma:
        return f"a comma ended the text before {shown(key)}; put the text in quotes", comma
    colon = _before_colon(document, mapping, key, known)
    return (f"a colon made {shown(key)} a key; if this is all text, put it in quotes", colon) if colon else None


def _one_of(known: tuple[str, ...]) -> str:
    if not known:
        return "no keys at all"
    known = tuple(sorted(known, key=lambda word: (word not in FIRST, word in LAST)))
    more = f" or {len(known) - LISTED} more" if len(known) > LISTED else ""
    return "one of " + ", ".join(f"`{word}`" for word in known[:LISTED]) + more


def _after_comma(mapping: Mapping, key: str) -> str:
    """`{emotion: happy, but tired}`: the text as it should be written."""
    if not mapping.flow or len(mapping.entries) > LISTED:
        return ""
    names = [name.value for name, _ in mapping.entries]
    at = names.index(key) if key in names else 0
    value = mapping.entries[at][1]
    before = mapping.entries[at - 1] if at else None
    if not (before and isinstance(value, Scalar) and value.absent):
        return ""
    text = before[1].value if isinstance(before[1], Scalar) and not before[1].quoted else ""
    return f"`{before[0].value}: {quoted(f'{text}, {key}')}`" if text else ""


def _before_colon(document: Document, mapping: Mapping, key: str, known: tuple[str, ...]) -> str:
    """`- Note: this hurts`: the text as it should be written."""
    entry = mapping.entry(key)
    if entry is None or len(mapping.entries) != 1 or not {*SHORT} & {*known}:
        return ""
    name, value = entry
    if not isinstance(value, Scalar) or value.absent or value.end_line != name.line or name.quoted:
        return ""
    return f"`{quoted(document.line(name.line)[name.column - 1 : value.end_column - 1])}`"
