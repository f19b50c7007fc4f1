"""How a single text is written: as it was, in the quotes that suit it, or in the lines that it had."""

from __future__ import annotations

import re

from jmap.source.comments import block_lines
from jmap.source.document import Document, Scalar

BLANK = "\0"  # a blank line that is part of a text; no file holds this character
_ESCAPED = re.compile(r'["\\]')
_SIGNS = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def spelled(scalar: Scalar, document: Document) -> str:
    """A text on one line. Quotes stay where they were; they are double ones where nothing in them needs an escape."""
    if scalar.absent:
        return ""
    raw = _raw(scalar, document).split("\n")
    if not _joins(raw) or scalar.style in ("|", ">"):
        return quoted(scalar.value)
    if scalar.style == "'" and not _ESCAPED.search(scalar.value):
        return f'"{scalar.value}"'
    return " ".join(raw)


def quoted(value: str) -> str:
    """Any text on one line, in double quotes."""
    return '"' + "".join(_SIGNS.get(c, c) if c >= " " else f"\\x{ord(c):02x}" for c in value) + '"'


def lines(scalar: Scalar, document: Document, indent: int, width: int) -> list[str]:
    """A text as lines: the first without its indent, the others with it."""
    pad = " " * indent
    if scalar.absent:
        return [""]
    if scalar.style in ("|", ">"):
        if scalar.value.isspace() or any(line.isspace() for line in scalar.value.split("\n")):  # which nobody could see
            return [quoted(scalar.value)]
        return [_header(scalar, document), *_block(scalar, document, pad)]
    raw = _raw(scalar, document).split("\n")
    if any(part.endswith((" ", "\t")) for part in raw[:-1]):  # which nobody could see
        return [quoted(scalar.value)]
    if len(raw) == 1 or (indent + sum(len(part) + 1 for part in raw) <= width and _joins(raw)):
        return [spelled(scalar, document)]
    return [raw[0], *(pad + part if part else BLANK for part in raw[1:])]


def _joins(raw: list[str]) -> bool:
    """Whether the lines are one text with spaces between: a blank line or an escape at the end is more than that."""
    return all(raw) and not any(part.endswith(("\\", " ", "\t")) for part in raw[:-1])


def _raw(scalar: Scalar, document: Document) -> str:
    """What stands in the file, quotes and all; lines without the space around them, but for one that is escaped."""
    if scalar.line == scalar.end_line:
        return document.line(scalar.line)[scalar.column - 1 : scalar.end_column - 1]
    first = document.line(scalar.line)[scalar.column - 1 :]
    others = [document.line(number).lstrip() for number in range(scalar.line + 1, scalar.end_line)]
    parts = [_cut(part, escapes=scalar.style == '"') for part in (first, *others)]
    return "\n".join([*parts, document.line(scalar.end_line)[: scalar.end_column - 1].lstrip()])


def _cut(line: str, escapes: bool) -> str:
    """A line without the space behind it; the first of that belongs to the text if a backslash stands before it."""
    bare = line.rstrip()
    slashes = len(bare) - len(bare.rstrip("\\"))
    return line[: len(bare) + 1] if escapes and slashes % 2 else bare


def _header(scalar: Scalar, document: Document) -> str:
    """`|` or `>` with its signs; a number of spaces, if one is given, becomes that of the canonical indent.

    A text at the end of a file that ends without a line end has none either: `-` says so, for the new file has one.
    """
    found = re.match(r"[|>][-+0-9]*", document.line(scalar.line)[scalar.column - 1 :])
    header = re.sub(r"[0-9]", "2", found[0]) if found else scalar.style
    cut = scalar.value and not scalar.value.endswith("\n") and "-" not in header
    return header.replace("+", "") + "-" if cut else header


def _block(scalar: Scalar, document: Document, pad: str) -> list[str]:
    written = [document.line(number) for number in block_lines(scalar, document)]
    first = next((line for line in written if line.strip()), "")
    inner = _indent(first) - _indent(scalar.value.lstrip("\n"))
    return [pad + line[inner:] if line.strip() else BLANK for line in written] + [BLANK] * _trailing(scalar)


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip(" "))


def _trailing(scalar: Scalar) -> int:
    """Blank lines behind the text that belong to it (`|+`)."""
    return max(0, len(scalar.value) - len(scalar.value.rstrip("\n")) - 1)
