"""What may stand at the cursor: keys that the language knows there, words that it allows, and names of the project."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from jmap.lsp.world import View
from jmap.model.order import at_path, forms_at, order
from jmap.model.spelling import kind_of_file
from jmap.resolve.discover import MAP
from jmap.resources import folder
from jmap.source.comments import block_lines, scalars
from jmap.source.document import Document
from jmap.source.edit import written

NAMES = {
    "persona": ("persona",),
    "personas": ("persona",),
    "touchpoints": ("touchpoint",),
    "channel": ("channel",),
    "team": ("team",),
    "owner": ("team",),
    "system": ("system",),
    "evidence": ("evidence",),
    "addresses": ("pain_point",),
    "next": ("step", "stage"),
    "to": ("step", "stage"),
    "journey": ("map",),
    "future_of": ("map",),
    "lanes": ("lane",),
}
_LAST = r"(?P<typed>[^\[\]{},:]*)"  # what is being typed, behind a bracket or a comma
_IN_LIST: tuple[tuple[re.Pattern[str], tuple[int, ...], bool], ...] = ((re.compile(rf".*[\[,]\s*{_LAST}"), (), False),)
_INSIDE: tuple[tuple[re.Pattern[str], tuple[int, ...], bool], ...] = (  # of braces: a list in them, a value, a key
    (re.compile(rf".*[{{,]\s*(?P<key>[\w-]+):\s*\[(?:[^\]]*,)?\s*{_LAST}"), (0,), False),
    (re.compile(rf".*[{{,]\s*(?P<key>[\w-]+):\s*{_LAST}"), (), False),
    (re.compile(rf".*[{{,]\s*{_LAST}"), (), True),
)
_ENTRY = re.compile(r"(?P<lead>[ ]*)(?P<dashes>(?:-[ ]+)*)(?:(?P<key>[\w-]+):)?(?P<rest>.*)")


@dataclass(frozen=True, slots=True)
class Choice:
    """`text` is put in place of what was typed since `start` (a column, from 1)."""

    label: str
    text: str
    start: int
    about: str = ""
    is_key: bool = False


def complete(view: View, line: int, column: int) -> list[Choice]:
    """The choices at a place, the likeliest first; the text need not be YAML yet."""
    text = view.document.line(line)[: column - 1]
    if _in_words(text) or _in_block(view.document, line):
        return []
    line, text = _in_brackets(view.document, line, text)
    path, typed, of_key = _where(view, line, text)
    start = column - len(typed)
    values = _values(view, path, start, text) if path or not of_key else []
    keys = _keys(view, path, line, start) if of_key else []
    return [*(one for one in values if one.label != typed), *keys]  # what is half typed is no name yet


def _in_words(text: str) -> bool:
    """Whether a line, up to the cursor, ends in a comment or in quotes."""
    quote, before = "", " "
    for c in text:
        if quote:
            quote = "" if c == quote else quote
        elif c in "\"'" and before in " [{,:":
            quote = c
        elif c == "#" and before in " \t":
            return True
        before = c
    return bool(quote)


def _in_block(document: Document, line: int) -> bool:
    """Whether a line is part of a text after `|` or `>`."""
    blocks = (scalar for scalar in scalars(document.root) if scalar.style in ("|", ">") and scalar.line < line)
    return any(line in block_lines(scalar, document) for scalar in blocks)


def _in_brackets(document: Document, line: int, text: str) -> tuple[int, str]:
    """For a line inside of brackets that were opened above: where they begin, and all from there on one line."""
    joined, number = text, line
    while number > 1 and (above := document.line(number - 1).partition(" #")[0].rstrip()).endswith(("[", "{", ",")):
        number, joined = number - 1, f"{above} {joined.lstrip()}"
    opened = sum(joined.count(c) for c in "[{") > sum(joined.count(c) for c in "]}")
    return (number, joined) if opened else (line, text)


def _where(view: View, line: int, text: str) -> tuple[tuple[str | int, ...], str, bool]:
    """The path of what is being written, by indentation alone; what is typed of it; and whether it may be a key."""
    outer = _outer(view, line, text)
    found = _ENTRY.fullmatch(text)
    assert found
    own = (found["key"],) if found["key"] else ()
    braces = text.count("{") > text.count("}")
    for pattern, below, of_key in _INSIDE if braces else _IN_LIST if text.count("[") > text.count("]") else ():
        inside = pattern.fullmatch(text)
        if inside:
            key = (inside["key"],) if "key" in inside.groupdict() else ()
            return (*outer, *own, 0, *key, *below), inside["typed"].lstrip("\"'"), of_key
    if found["key"]:
        return (*outer, found["key"]), found["rest"].strip().lstrip("\"'"), False
    return outer, found["rest"].strip().lstrip("\"'"), True


def _outer(view: View, line: int, text: str) -> tuple[str | int, ...]:
    """The keys above that hold this line: each is indented less than the one below it, and dashes make items."""
    here = _ENTRY.fullmatch(text)
    assert here
    parts: list[str | int] = []
    limit, in_list = len(here["lead"]) + len(here["dashes"]), bool(here["dashes"])
    if in_list:
        parts, limit = [0], len(here["lead"])
    for number in range(line - 1, 0, -1):
        above = _ENTRY.fullmatch(view.document.line(number))
        if above is None or not (above["key"] or above["dashes"]):
            continue
        dash, at = len(above["lead"]), len(above["lead"]) + len(above["dashes"])
        opens = bool(above["key"]) and (at < limit or (in_list and at == limit and not above["dashes"]))
        if opens:
            parts.insert(0, above["key"])
        if above["dashes"] and (opens or (not in_list and at == limit)):
            parts.insert(0, 0)
            limit, in_list = dash, True
        elif opens:
            limit, in_list = at, False
    return tuple(parts)


def _keys(view: View, path: tuple[str | int, ...], line: int, start: int) -> list[Choice]:
    kind = kind_of_file(view.name)
    holds = at_path(_schema(kind), path)
    known = order(kind)(path)
    there = _present(view, line)
    ranked = [*(key for key in known if key in holds), *(key for key in holds if key not in known)]
    return [
        Choice(key, f"{key}: ", start, str(holds[key].get("description", "")), True)
        for key in ranked
        if key not in there
    ]


def _present(view: View, line: int) -> set[str]:
    """The keys that the mapping around a line holds already: lines of the same indent, up and down."""
    own = _ENTRY.fullmatch(view.document.line(line))
    assert own
    indent = len(own["lead"]) + len(own["dashes"])
    found: set[str] = set()
    for step in (-1, 1):
        number = line + (step if step > 0 or not own["dashes"] else 10**9)
        while 0 < number <= len(view.document.lines):
            row = _ENTRY.fullmatch(view.document.line(number))
            number += step
            if row is None or not view.document.line(number - step).strip():
                continue
            at = len(row["lead"]) + len(row["dashes"])
            if at < indent or (row["dashes"] and at == indent and step > 0):
                break
            if at == indent and row["key"]:
                found.add(row["key"])
            if row["dashes"] and at == indent:
                break
    return found


def _values(view: View, path: tuple[str | int, ...], start: int, text: str) -> list[Choice]:
    words = [part for part in path if isinstance(part, str) and (part != "name" or not view.name.endswith(MAP))]
    key = words[-1] if words else ""  # the name of a touchpoint in a map is one of the catalogue, like as not
    flow = text.count("[") > text.count("]") or text.count("{") > text.count("}")
    allowed = [word for form in forms_at(_schema(kind_of_file(view.name)), path) for word in form.get("enum", ())]
    choices = [Choice(str(word), str(word), start) for word in dict.fromkeys(allowed)]
    kinds = NAMES.get(key, ())
    seen: set[str] = set()
    for kind in kinds:
        for thing in view.names.things:
            mine = thing.document.file == view.name or not thing.spot or thing.kind == "map"
            name = thing.id if thing.kind in ("map", "evidence") or not thing.name else thing.name
            if thing.kind == "pain_point" and thing.id:
                name = thing.id
            if thing.kind == kind and mine and name not in seen:
                seen.add(name)
                choices.append(Choice(name, written(name, flow), start, f"{kind.replace('_', ' ')}: {thing.name}"))
    return choices


def _schema(kind: str) -> Any:
    return json.loads((folder("schemas") / f"{kind}.json").read_text(encoding="utf-8"))
