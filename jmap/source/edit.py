"""Changes of a text at exact places: what editors, fixes and renames do, so that nothing else moves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from jmap.source.document import Mapping, Scalar, Sequence
from jmap.source.read import parse


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """What stands from the start to just before the end gives way to `text`.

    Lines and columns count from 1, columns in code points, as positions of findings do.
    """

    file: str
    line: int
    column: int
    end_line: int
    end_column: int
    text: str


def applied(text: str, edits: Iterable[Edit]) -> str:
    """The text with all of the edits, which do not overlap; of equal ones, one."""
    starts = _line_starts(text)
    for edit in sorted(set(edits), reverse=True):
        first = starts[edit.line - 1] + edit.column - 1
        last = starts[edit.end_line - 1] + edit.end_column - 1
        text = text[:first] + edit.text + text[last:]
    return text


def written(value: str, flow: bool = True) -> str:
    """A text on one line as YAML reads it back: bare where it can be, else in quotes."""
    for choice in (value, f'"{value}"', "'" + value.replace("'", "''") + "'"):
        if _read_back(choice, flow) == value:
            return choice
    escaped = "".join({"\\": "\\\\", '"': '\\"'}.get(c, c) if c >= " " else f"\\x{ord(c):02x}" for c in value)
    return f'"{escaped}"'


def _read_back(text: str, flow: bool) -> str | None:
    """What YAML reads, in a list in brackets or behind a key; None if that is not one text."""
    root = parse(f"k: [{text}]" if flow else f"k: {text}", "").root
    node = root.get("k") if isinstance(root, Mapping) and len(root.entries) == 1 else None
    if isinstance(node, Sequence):
        node = node.items[0] if len(node.items) == 1 else None
    return node.value if isinstance(node, Scalar) else None


def _line_starts(text: str) -> list[int]:
    """The offset of each line, and of the end: lines end as in `Document.lines`."""
    starts, at = [0], 0
    while at < len(text):
        if text[at] == "\r" and text[at : at + 2] == "\r\n":
            at += 1
        at += 1
        if text[at - 1] in "\r\n":
            starts.append(at)
    return [*starts, len(text)]
