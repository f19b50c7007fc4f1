"""What may stand at the cursor: keys that the language knows there, words that it allows, and names of the project."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from jmap.lanes.catalogue import BUILT_IN
from jmap.lsp.brackets import Inside, inside
from jmap.lsp.world import View
from jmap.model.order import at_path, forms_at, order
from jmap.model.spelling import kind_of_file
from jmap.resolve.discover import MAP
from jmap.resolve.mentions.mention import Thing
from jmap.resolve.mentions.names import covers
from jmap.resources import folder
from jmap.source.comments import block_lines, scalars
from jmap.source.document import Document
from jmap.source.edit import written
from jmap.theme.load import built_in

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
_SELDOM = ("id", "renamed_from")
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
    flow = inside(view.document, line, column)
    path, typed, of_key = _in_flow(view, flow) if flow else _where(view, line, text)
    start = column - len(typed)
    if not of_key:
        return _values(view, path, start, (line, column), flow is not None)
    colon = "" if view.document.line(line)[column - 1 :].lstrip().startswith(":") else ": "
    there = flow.keys if flow else _present(view, line)
    keys = [Choice(key, key + colon, start, about, True) for key, about in _keys(view, path) if key not in there]
    if not path or there or (flow and keys):
        return keys
    return [*_values(view, path, start, (line, column), flow is not None), *keys]  # a bare name, or what describes one


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


def _in_flow(view: View, flow: Inside) -> tuple[tuple[str | int, ...], str, bool]:
    """The path of what is being written in brackets; what is typed of it; and whether it is a key."""
    found = _ENTRY.fullmatch(flow.before)
    own = (found["key"],) if found and found["key"] else ()
    return (*_outer(view, flow.line, flow.before), *own, *flow.path), flow.typed, flow.of_key


def _where(view: View, line: int, text: str) -> tuple[tuple[str | int, ...], str, bool]:
    """The path of what is being written, by indentation alone; what is typed of it; and whether it may be a key."""
    outer = _outer(view, line, text)
    found = _ENTRY.fullmatch(text)
    assert found
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


def _keys(view: View, path: tuple[str | int, ...]) -> list[tuple[str, str]]:
    """The keys that may stand at a path, with what they are for; ids last, for few things need one."""
    kind = kind_of_file(view.name)
    holds = at_path(_schema(kind), path)
    ranked = dict.fromkeys([*(key for key in order(kind)(path) if key in holds), *holds])
    return [(key, str(holds[key].get("description", ""))) for key in sorted(ranked, key=_SELDOM.__contains__)]


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


def _values(view: View, path: tuple[str | int, ...], start: int, cursor: tuple[int, int], flow: bool) -> list[Choice]:
    """The words that the language allows at a path, and the names; but for what is half typed: it is no name yet."""
    words = [part for part in path if isinstance(part, str) and (part != "name" or not view.name.endswith(MAP))]
    key = words[-1] if words else ""  # the name of a touchpoint in a map is one of the catalogue, like as not
    allowed = [word for form in forms_at(_schema(kind_of_file(view.name)), path) for word in form.get("enum", ())]
    allowed += _listed(view, path)
    choices = [Choice(str(word), str(word), start) for word in dict.fromkeys(allowed)]
    kinds = NAMES.get(key, ())
    names = view.names if "map" in kinds else view.near
    seen: set[str] = set()
    for thing in sorted((thing for thing in names.things if thing.kind in kinds), key=lambda t: kinds.index(t.kind)):
        here = thing.document.file == view.name
        typed = here and thing.place is not None and covers(thing.place, *cursor)
        name = _called(thing)
        if (here or not thing.spot or thing.kind == "map") and not typed and name not in seen:
            seen.add(name)
            about = f"{thing.kind.replace('_', ' ')}: {thing.name}"
            choices.append(Choice(name, written(name, flow), start, about))
    return choices


def _listed(view: View, path: tuple[str | int, ...]) -> tuple[str, ...]:
    """Words that a schema does not list: the rows that jmap draws, and the themes that come with it."""
    if view.name.endswith(MAP):
        return tuple(lane.key for lane in BUILT_IN) if path[:1] == ("lanes",) else ()
    return built_in() if path in (("theme",), ("extends",)) else ()


def _called(thing: Thing) -> str:
    """What others call it: maps, evidence and pain points by their ids, where they have one."""
    by_id = thing.kind in ("map", "evidence", "pain_point") and thing.id
    return thing.id if by_id or not thing.name else thing.name


def _schema(kind: str) -> Any:
    return json.loads((folder("schemas") / f"{kind}.json").read_text(encoding="utf-8"))
