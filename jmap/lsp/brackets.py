"""What is open at the cursor, inside of brackets and braces: the path in them, the keys there, what is half typed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from jmap.source.document import Document

_KEY = re.compile(r"""\s*(?P<quote>["']?)(?P<key>[^\s:\[\]{},'"]+)(?P=quote)\s*:(?=[\s\[\]{},]|$)""")
MOST = 200  # lines of one flow that are looked at, up and down


@dataclass(slots=True)
class Open:
    """A bracket that is open: a mapping (`braces`) or a list. `key` is the one whose value is being written."""

    braces: bool
    key: str = ""
    place: int = 0  # in a list, from 0
    keys: list[str] = field(default_factory=list)
    since: str = ""  # what stands behind the last comma, bracket or key


@dataclass(frozen=True, slots=True)
class Inside:
    """A place inside of brackets. `path` is that below the key that holds them; `typed` what stands before the cursor.

    `keys` are those of the innermost braces, on both sides of the cursor; `of_key` says that one may be written here.
    """

    line: int  # where the brackets begin
    before: str  # what stands there before them
    path: tuple[str | int, ...]
    typed: str
    of_key: bool
    keys: frozenset[str]


def inside(document: Document, line: int, column: int) -> Inside | None:
    """What is open at a place; None where that lies in no brackets."""
    first, text = _beginning(document, line, document.line(line)[: column - 1])
    start = _start(text)
    opened = _read(text[start:], []) if start >= 0 else []
    if not opened:
        return None
    last = opened[-1]
    path = tuple(one.key if one.braces else one.place for one in opened if not one.braces or one.key)
    typed = last.since.strip().lstrip("\"'")
    ahead = _keys_ahead(document, line, column, bool(typed or last.key)) if last.braces else set[str]()
    return Inside(first, text[:start], path, typed, last.braces and not last.key, frozenset({*last.keys, *ahead}))


def _beginning(document: Document, line: int, text: str) -> tuple[int, str]:
    """Where the brackets begin that a line may lie in, and all from there to the cursor as one line."""
    found = number, joined = line, text
    while number > 1 and line - number < MOST:
        above = document.line(number - 1).partition(" #")[0].rstrip()
        if not above.endswith(("[", "{", ",")):
            break
        number, joined = number - 1, f"{above} {joined.lstrip()}"
        if _start(joined) >= 0:
            found = number, joined
    return found


def _start(text: str) -> int:
    """Where the value of a line begins, if that is a bracket; else -1."""
    found = re.match(r"\s*(?:-\s+)*(?:[\w-]+:\s+|\"[^\"]*\":\s+)?(?=[\[{])", text)
    return found.end() if found else -1


def _read(text: str, opened: list[Open]) -> list[Open]:
    """What is open behind a text, if this was open before it; stops where the outermost closes."""
    at = 0
    while at < len(text):
        c, last = text[at], opened[-1] if opened else None
        key = _KEY.match(text, at) if last and last.braces and not last.key and not last.since.strip() else None
        if key and last:
            last.key, last.since = key["key"], ""
            last.keys.append(last.key)
            at = key.end()
            continue
        if c in "[{":
            opened.append(Open(c == "{"))
        elif c in "]}":
            opened = opened[:-1]
            if not opened:
                return []
        elif c == "," and last:
            last.key, last.since, last.place = "", "", last.place + 1
        elif c in "\"'" and last and not last.since.strip():
            end = _quote_ends(text, at)
            last.since += text[at:end]
            at = end
            continue
        elif last:
            last.since += c
        at += 1
    return opened


def _quote_ends(text: str, at: int) -> int:
    """Just behind the text in quotes that begins there."""
    found = re.compile(r'"(?:\\.|[^"\\])*"?' if text[at] == '"' else r"'(?:''|[^'])*'?").match(text, at)
    return found.end() if found else at + 1


def _keys_ahead(document: Document, line: int, column: int, begun: bool) -> set[str]:
    """The keys behind the cursor, as far as the braces go; what is `begun` there ends at the next comma."""
    text, number = document.line(line)[column - 1 :], line
    while number - line < MOST and text.partition(" #")[0].rstrip().endswith((",", "{", "[")):
        number += 1
        text = f"{text.partition(' #')[0].rstrip()} {document.line(number).strip()}"
    here = Open(True, since="?" if begun else "")
    _read(text, [here])
    return set(here.keys)
