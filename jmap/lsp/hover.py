"""What is behind a word: the persona or touchpoint that a name means, or what a key is for."""

from __future__ import annotations

import json
from typing import Any

from jmap.lsp.world import View
from jmap.model.order import at_path
from jmap.model.spelling import kind_of_file
from jmap.resolve.mentions.mention import Thing
from jmap.resources import folder
from jmap.source.document import Document, Mapping, Node, Scalar, Sequence

SAID = (
    "role",
    "quote",
    "title",
    "channel",
    "owner",
    "kind",
    "device",
    "contact",
    "method",
    "source",
    "n",
    "date",
    "goal",
    "severity",
)


def hover(view: View, line: int, column: int) -> tuple[str, Scalar | None]:
    """Markdown for a place, and the word that it is about; an empty text where there is nothing to say."""
    for thing, mention in view.names.at(view.name, line, column):
        return _thing(thing, len(view.names.of(thing))), mention.node if mention else thing.place
    return _key(view.document, line, column)


def _thing(thing: Thing, uses: int) -> str:
    rows = [f"**{_plain(thing.name or thing.id)}** ({thing.kind.replace('_', ' ')})"]
    if isinstance(thing.whole, Mapping):
        for key in SAID:
            value = thing.whole.get(key)
            if isinstance(value, Scalar) and value.value:
                rows.append(f"{key}: {_plain(value.value)}")
    place = thing.place
    rows.append(f"{thing.document.file}, line {place.line if place else 1}; named {uses} time{'s' * (uses != 1)}")
    return "\n\n".join(rows)


def _plain(text: str) -> str:
    """Text of a map in Markdown: nothing in it is markup."""
    return "".join("\\" + c if c in "\\`*_{}[]()#+-.!|<>&~" else c for c in text)


def _key(document: Document, line: int, column: int) -> tuple[str, Scalar | None]:
    found = _key_at(document.root, line, column, ())
    if found is None:
        return "", None
    node, path = found
    description = described(kind_of_file(document.file), path)
    return (f"**{node.value}**: {description}" if description else ""), node


def _key_at(node: Node | None, line: int, column: int, path: tuple[str | int, ...]) -> Any:
    """The key that stands at a place, with its path."""
    if isinstance(node, Mapping):
        for key, value in node.entries:
            if key.line == line and key.column <= column <= key.end_column:
                return key, (*path, key.value)
            found = _key_at(value, line, column, (*path, key.value))
            if found:
                return found
    elif isinstance(node, Sequence):
        for n, item in enumerate(node.items):
            found = _key_at(item, line, column, (*path, n))
            if found:
                return found
    return None


def described(kind: str, path: tuple[str | int, ...]) -> str:
    """What the language says of the key at the end of a path."""
    schema = json.loads((folder("schemas") / f"{kind}.json").read_text(encoding="utf-8"))
    holds = at_path(schema, path[:-1])
    return str(holds.get(str(path[-1]), {}).get("description", ""))
