"""The outline of a map: its stages, and the steps in them."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types as lsp

from jmap.lsp.places import Places
from jmap.source.document import Document, Mapping, Node, Scalar, Sequence


def symbols(document: Document, places: Places) -> list[lsp.DocumentSymbol]:
    """Stages with their steps, each with the lines that it covers."""
    return list(_symbols(document, document.root, "stages", places))


def _symbols(document: Document, node: Node | None, key: str, places: Places) -> Iterator[lsp.DocumentSymbol]:
    held = node.get(key) if isinstance(node, Mapping) else None
    for item in held.items if isinstance(held, Sequence) else ():
        name = item.get("name") if isinstance(item, Mapping) else item
        if isinstance(name, Scalar) and name.value:
            whole = places.range(document, item.line, item.column, item.end_line, item.end_column)
            kind = lsp.SymbolKind.Namespace if key == "stages" else lsp.SymbolKind.Event
            inner = list(_symbols(document, item, "steps", places))
            yield lsp.DocumentSymbol(name.value, kind, whole, places.of_node(document, name), children=inner)
