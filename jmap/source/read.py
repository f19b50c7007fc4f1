"""From a path, bytes or text to a document; nothing in them makes this raise."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import Any

import yaml

from jmap.diagnostics import Diagnostic
from jmap.source.characters import REFUSED, name, shielded, tab_indents
from jmap.source.compose import FAST, MOST, PURE, Beyond, Composer
from jmap.source.decode import LIMIT, NotUtf8, decode
from jmap.source.document import Document, Node, Position
from jmap.source.files import LFS, Files, data, plain_name
from jmap.source.leftovers import conflicts, fences, odd_indents, straight, straighten
from jmap.source.syntax import explain, without

REPAIRS = 25  # how many lines are put right, to look for mistakes behind them
EFFORT = 4_000_000  # how many characters are parsed again for that, at most


def read(path: Path, shown: str) -> Document:
    """The document of a file; `shown` is the path for messages. What cannot be read has the code `unreadable`."""
    return _document(data(path, LIMIT + 1), shown)


def read_from(files: Files, name: str) -> Document:
    """The document of one of a project's files; `read` for files that need not lie on the disk."""
    return _document(files.data(name, LIMIT + 1), plain_name(name))


def parse(source: str | bytes, shown: str, *, loader: Any = FAST) -> Document:
    """The document of a text. `loader` is PyYAML's C or Python loader: both give the same."""
    size = len(source) if isinstance(source, bytes) else len(source.encode("utf-8", "surrogatepass"))
    if size > LIMIT:
        return _failed(shown, "too-big", "the file is bigger than 1 MB", "at most 1,000,000 bytes: split the map")
    if isinstance(source, bytes) and source.startswith(LFS):
        message = "this is a pointer of Git LFS, not the file"
        return _failed(shown, "lfs-pointer", message, "the file: run `git lfs pull`")
    try:
        text = decode(source) if isinstance(source, bytes) else source.removeprefix("\ufeff")
    except NotUtf8 as error:
        document = Document(shown, error.text, None)
        place = Position(error.line, error.column)
        note = document.at(place, "wrong-encoding", str(error), error.expected)
        return Document(shown, error.text, None, (note,))
    return _Reading(Document(shown, text, None), loader).document()


def _document(content: bytes | str, shown: str) -> Document:
    """The document of a file's bytes, or one that says why there are none."""
    return parse(content, shown) if isinstance(content, bytes) else _unreadable(shown, content)


def _failed(shown: str, code: str, message: str, expected: str = "") -> Document:
    return Document(shown, "", None, (Diagnostic(shown, 1, 1, code, message, expected),))


def _unreadable(shown: str, why: str) -> Document:
    return _failed(shown, "unreadable", f"the file cannot be read: {why}")


class _Reading:
    """One text on its way to a document. Lines that YAML cannot read are put right, to go on behind them."""

    def __init__(self, document: Document, loader: Any) -> None:
        self.original = document
        self.loader = loader
        self.notes: list[Diagnostic] = [*_characters(document), *_tabs(document), *_directives(document)]
        self.tabs = any(note.code == "tab-indentation" for note in self.notes)
        self.effort = EFFORT
        self.lines = shielded(document.text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
        self.notes += (*conflicts(document, self.lines), *fences(document, self.lines))
        self.odd = odd_indents(document)
        self.bent: list[int] = []  # those of them that have been straightened

    def document(self) -> Document:
        root = self._tree()
        if root is None and not self.notes:
            only = "holds nothing but comments" if "#" in self.original.text else "is empty"
            self.notes.append(
                self.original.at(Position(1, 1), "empty-file", f"the file {only}", "a first line `jmap: 1`")
            )
        return Document(self.original.file, self.original.text, root, tuple(sorted(self.notes)))

    def _tree(self) -> Node | None:
        for _ in range(REPAIRS):
            composer, root, error = self._compose(self.lines)
            if self.odd and (error is not None or composer.odd):
                self.notes.append(straighten(self.original, self.odd, self.lines))
                self.odd, self.bent = [], self.odd
                continue
            if error is None:
                self.notes += composer.notes
                return root
            if self.tabs:  # its consequence, most likely
                return None
            if self.effort < 0:
                self.notes.append(without(self.original, error))
                return None
            note, fix, line = explain(self.original, error, self._progress)
            if fix is None and note.line - 1 in self.bent:  # how wide its blanks look is not known here
                return None
            self.notes.append(note)
            if fix is None:
                self.notes += [other for other in composer.notes if other.line < note.line]
                return None
            self.lines[line] = self._repaired(line, fix.line)
        return None

    def _compose(self, lines: list[str]) -> tuple[Composer, Node | None, yaml.MarkedYAMLError | None]:
        """C first; where it finds fault, Python's parser decides: errors are the same with and without libyaml."""
        text = "\n".join(lines)
        for loader in dict.fromkeys((self.loader, PURE)):
            composer = Composer(self.original, text, loader)
            try:
                root, failure = composer.compose(), None
            except Beyond:
                return composer, None, None
            except yaml.MarkedYAMLError as error:
                root, failure = None, error
            if failure is None and not composer.notes and not composer.doubt:
                break
        return composer, root, failure

    def _repaired(self, line: int, text: str) -> str:
        return shielded(straight(text) if line in self.bent else text)

    def _progress(self, line: int, text: str) -> int:
        if self.effort < 0:
            return line
        lines = [*self.lines]
        lines[line] = self._repaired(line, text)
        self.effort -= len(self.original.text)
        _, _, error = self._compose(lines)
        mark = error and (error.problem_mark or error.context_mark)
        return int(mark.line) if mark else -1


def _characters(document: Document) -> list[Diagnostic]:
    if not REFUSED.search(document.text):
        return []
    places = ((number, found) for number, line in enumerate(document.lines, 1) for found in REFUSED.finditer(line))
    return [
        document.at(Position(n, c.start() + 1), "control-character", f"{name(c[0])} stands here", "the line without it")
        for n, c in islice(places, MOST)
    ]


def _tabs(document: Document) -> list[Diagnostic]:
    """One mistake, however many lines it takes."""
    text = document.text
    offsets = tab_indents(text)
    if not offsets:
        return []
    before = text[: offsets[0]].replace("\r\n", "\n").replace("\r", "\n")
    place = Position(before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1)
    more = f" (and {len(offsets) - 1} more)" if len(offsets) > 1 else ""
    message = f"this line is indented with a tab{more}"
    return [
        document.at(place, "tab-indentation", message, "spaces, two for each level; most editors can convert the file")
    ]


def _directives(document: Document) -> list[Diagnostic]:
    notes = []
    for number, line in enumerate(document.lines, 1):
        if line.startswith("%"):
            notes.append(
                document.at(
                    Position(number, 1), "tag", "YAML directives (`%`) are not read", "the file without this line"
                )
            )
        elif line.strip() and not line.lstrip().startswith("#"):
            break
    return notes
