"""Lines and columns of ours and of the editor's: we count from 1 in code points, it from 0 in units of its choice."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from lsprotocol import types as lsp

from jmap.diagnostics import Diagnostic
from jmap.source.document import Document, Scalar
from jmap.source.edit import Edit

UNITS = {"utf-8": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}
SIZES = {"utf-8": 1, "utf-16": 2, "utf-32": 4}


class Places:
    """Translates in the unit that editor and server agreed on."""

    def __init__(self, encoding: str = "utf-16") -> None:
        self._encoding = encoding if encoding in UNITS else "utf-16"

    def position(self, line: int, column: int, text: str) -> lsp.Position:
        """A place of ours; `text` is its line. What lies behind its end is there: YAML may be read as if it went on."""
        before = text[: column - 1].encode(UNITS[self._encoding], "surrogatepass")
        return lsp.Position(line - 1, len(before) // SIZES[self._encoding])

    def ours(self, position: lsp.Position, document: Document) -> tuple[int, int]:
        """Line and column of ours."""
        text = document.line(position.line + 1)
        data = text.encode(UNITS[self._encoding], "surrogatepass")[: position.character * SIZES[self._encoding]]
        return position.line + 1, len(data.decode(UNITS[self._encoding], "ignore")) + 1

    def range(self, document: Document, line: int, column: int, end_line: int, end_column: int) -> lsp.Range:
        return lsp.Range(
            self.position(line, column, document.line(line)),
            self.position(end_line, end_column, document.line(end_line)),
        )

    def of_node(self, document: Document, node: Scalar) -> lsp.Range:
        return self.range(document, node.line, node.column, node.end_line, node.end_column)

    def of_diagnostic(self, d: Diagnostic) -> lsp.Range:
        start = self.position(d.line, d.column, d.source_line)
        return lsp.Range(start, self.position(d.line, d.column + max(1, d.length), d.source_line))

    def edit(self, document: Document, edit: Edit) -> lsp.TextEdit:
        place = self.range(document, edit.line, edit.column, edit.end_line, edit.end_column)
        return lsp.TextEdit(place, edit.text)


def path_of(uri: str) -> Path | None:
    """The file of a `file:` address, as the disk spells its folder; None for what is not on the disk (`untitled:`)."""
    parts = urlsplit(uri, allow_fragments=False)
    if parts.scheme != "file":
        return None
    drive = re.sub(r"^/([A-Za-z])%3[Aa]", r"/\1:", parts.path)  # `file:///c%3A/maps`, as VS Code writes it
    path = Path(url2pathname(f"//{parts.netloc}{drive}" if parts.netloc not in ("", "localhost") else drive))
    return path.parent.resolve() / path.name


def uri_of(path: Path) -> str:
    return path.as_uri()
