"""Changes of a text at exact places: what editors, fixes and renames do, so that nothing else moves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from jmap.source.document import Document, Mapping, Scalar, Sequence
from jmap.source.read import parse
from jmap.source.spelling import quoted


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


def put_first(document: Document, whole: Mapping, entries: Iterable[str], behind: str = "") -> tuple[Edit, ...]:
    """The edits that put entries (`id: pay`) before the first key of a mapping, in its own way of writing.

    If that key is `behind`, they stand before the second one, where there is one.
    """
    keys = [key for key, _ in whole.entries]
    first, file = keys[1 if len(keys) > 1 and keys[0].value == behind else 0], document.file
    here = (file, first.line, first.column, first.line, first.column)
    if not whole.flow:
        end = ("\r\n" if "\r\n" in document.text else "\n") + " " * (first.column - 1)
        return (Edit(*here, "".join(f"{entry}{end}" for entry in entries)),)
    text = "".join(f"{entry}, " for entry in entries)
    if document.line(whole.line)[whole.column - 1 : whole.column] == "{":
        return (Edit(*here, text),)
    last = whole.entries[-1][1]  # `[name: Pay]` is a mapping without braces
    return Edit(*here, "{" + text), Edit(file, *(last.end_line, last.end_column) * 2, "}")


def written(value: str, flow: bool = True) -> str:
    """A text on one line as YAML reads it back: bare where it can be, else in quotes."""
    for choice in (value, f'"{value}"', "'" + value.replace("'", "''") + "'"):
        if _read_back(choice, flow) == value:
            return choice
    return quoted(value)


def _read_back(text: str, flow: bool) -> str | None:
    """What YAML reads, in a list in brackets or behind a key; None if that is not one text."""
    document = parse(f"k: [{text}]" if flow else f"k: {text}", "")
    root = document.root if not document.diagnostics else None
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
