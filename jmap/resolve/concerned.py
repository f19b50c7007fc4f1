"""Which words a change of the catalogue concerns, and which texts mention them: cheaper than reading every map."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from jmap.model.files import Catalogue
from jmap.source.document import Document, Mapping, Node, Scalar, Sequence

_APOSTROPHES = re.compile("['’ʼ`]")
_OTHER = re.compile(r"[^\w]+|_+")
_NAMES = ("id", "name", "renamed_from", "code", "mark")

MANY = 200
NAMELESS = "--"  # what is left of a name of signs only: it cannot be searched for

Plain = str | tuple[object, ...]


def plain_words(text: str) -> str:
    """A text as words between hyphens, whatever their case: names that are the same reference are the same here."""
    return "-" + _OTHER.sub("-", _APOSTROPHES.sub("", unicodedata.normalize("NFKC", text).casefold())).strip("-") + "-"


def mentions(text: str, words: Collection[str]) -> bool:
    """Whether any of the words (as `plain_words` gives them) stands in a text; surely, if there are very many."""
    if len(words) > MANY or NAMELESS in words:
        return True
    plain = plain_words(text)
    return any(word in plain for word in words)


def concerned(base: Iterable[Document], head: Iterable[Document]) -> tuple[str, ...]:
    """The names and ids of the catalogue's entries that are not the same on both sides, and of those that use them."""
    before, after = list(_entries(base)), list(_entries(head))
    old, new = Counter(entry.content for entry in before), Counter(entry.content for entry in after)
    changed = [entry for entry in (*before, *after) if old[entry.content] != new[entry.content]]
    found = dict.fromkeys(word for entry in changed for word in entry.words)
    waiting = [(entry.words, plain_words(_text(entry.node))) for entry in (*before, *after)]
    while True:
        more = [words for words, text in waiting if any(word in text for word in found)]
        size = len(found)
        found |= dict.fromkeys(word for words in more for word in words)
        if len(found) == size or size > MANY:
            return tuple(found)


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry of the catalogue: the words that maps refer to it by, and what it says."""

    words: tuple[str, ...]
    node: Node
    content: Plain


def _entries(documents: Iterable[Document]) -> Iterator[_Entry]:
    for document in documents:
        for key, value in document.root.entries if isinstance(document.root, Mapping) else ():
            if key.value in Catalogue.model_fields:
                for words, node in _listed(value):
                    yield _Entry(words, node, (key.value, words, _plain(node)))


def _listed(value: Node) -> Iterator[tuple[tuple[str, ...], Node]]:
    """The entries of one kind: in a list, by their ids, or one alone."""
    if isinstance(value, Sequence):
        yield from ((tuple(_names(entry)), entry) for entry in value.items)
    elif isinstance(value, Mapping):
        yield from (((plain_words(key.value), *_names(entry)), entry) for key, entry in value.entries)
    else:
        yield tuple(_names(value)), value


def _names(entry: Node) -> Iterator[str]:
    if isinstance(entry, Scalar):
        yield from (plain_words(entry.value), plain_words(entry.value.partition(",")[0]))  # "Rina, a commuter"
    elif isinstance(entry, Mapping):
        values = (entry.get(key) for key in _NAMES)
        yield from (plain_words(value.value) for value in values if isinstance(value, Scalar) and value.value)


def _plain(node: Node) -> Plain:
    """What stands in a node, without where and how it is written."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return tuple(_plain(item) for item in node.items)
    return tuple(sorted((key.value, str(_plain(value))) for key, value in node.entries))


def _text(node: Node) -> str:
    if isinstance(node, Scalar):
        return node.value
    children = node.items if isinstance(node, Sequence) else (value for _, value in node.entries)
    return "\n".join(_text(child) for child in children)
