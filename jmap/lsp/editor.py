"""One editor's session: what it has open, what it was told, and answers in its own terms."""

from __future__ import annotations

import asyncio
import logging
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer

from jmap.diagnostics import Diagnostic
from jmap.lsp.places import Places, path_of, uri_of
from jmap.lsp.world import View, World
from jmap.resolve.mentions.mention import Mention, Thing
from jmap.source.document import Scalar
from jmap.source.edit import Edit

Found = tuple[Diagnostic, str, tuple[Edit, ...]]  # a mistake or weakness, its severity, and what mends it
Look = Callable[[View], Iterable[Found]]
PAUSE = 0.08  # seconds without a keystroke, after which mistakes are told
SEVERITY = {
    "error": lsp.DiagnosticSeverity.Error,
    "warning": lsp.DiagnosticSeverity.Warning,
    "info": lsp.DiagnosticSeverity.Information,
}


class Pointed(Protocol):
    """A question about a place in a file."""

    @property
    def text_document(self) -> lsp.TextDocumentIdentifier: ...
    @property
    def position(self) -> lsp.Position: ...


@dataclass(frozen=True, slots=True)
class Named:
    """A thing that is named at a place of a file, and the word that names it there."""

    view: View
    thing: Thing
    word: Scalar | None


class Editor:
    """One editor's session. `look` finds what is wrong and what is weak in a file."""

    def __init__(self, server: LanguageServer, look: Look) -> None:
        self.server, self.look = server, look
        self.world = World()
        self.places = Places()
        self.told: dict[Path, list[Found]] = {}
        self.uris: dict[Path, str] = {}  # the editor's own spelling
        self._waiting: list[Path] = []
        self._ahead: Iterator[str] = iter(())
        self._timer: asyncio.TimerHandle | None = None

    def changed(self, uri: str, text: str | None) -> None:
        """A file was opened, typed in or closed: every open file may read differently now."""
        path = path_of(uri)
        if path is None:
            return
        self.world.put(path, text)
        self.uris[path] = uri
        if text is None:
            self.told.pop(path, None)
            self.server.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, []))
        self.tell(path)

    def tell(self, first: Path | None = None) -> None:
        """Say soon what is wrong in the open files: when the typing pauses, and between the editor's questions."""
        self._waiting = sorted(self.world.files, key=lambda path: path != first)
        self._ahead = self.world.ahead()
        self._in(PAUSE)

    def _in(self, seconds: float) -> None:
        if self._timer:
            self._timer.cancel()
        self._timer = asyncio.get_running_loop().call_later(seconds, self._work)

    def _work(self) -> None:
        """One thing that can wait: a file that is looked at, or read for the questions to come."""
        if self._waiting:
            self._tell_one(self._waiting.pop(0))
        elif next(self._ahead, None) is None:
            return
        self._in(0)

    def found(self, path: Path) -> list[Found]:
        """What is wrong in an open file as it reads now: told again first, if it has changed since."""
        if path in self._waiting:
            self._waiting.remove(path)
            self._tell_one(path)
        return self.told.get(path, [])

    def _tell_one(self, path: Path) -> None:
        try:
            view, uri = self.world.view(path), self.uri(path)
            found = [one for one in self.look(view) if one[0].file == view.name] if view and view.ours else []
            self.told[path] = found
            document = self.server.workspace.text_documents.get(uri)
            notes, version = [self.note(*one) for one in found], document.version if document else None
            self.server.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, notes, version))
        except Exception:  # a defect of ours in one file says nothing of the others
            logging.getLogger(__name__).exception("%s could not be looked at", path)

    def uri(self, path: Path) -> str:
        return self.uris.get(path) or uri_of(path)

    def view(self, uri: str) -> View | None:
        """A file of jmap's in its project."""
        path = path_of(uri)
        found = self.world.view(path) if path else None
        return found if found and found.ours else None

    def note(self, d: Diagnostic, severity: str, fix: tuple[Edit, ...]) -> lsp.Diagnostic:
        notes = [d.message]
        notes += [f"Expected: {d.expected}"] if d.expected else []
        notes += [f"Did you mean `{d.suggestion}`?"] if d.suggestion else []
        notes += [f"`jmap explain {d.code}` says why it matters."] if d.code.startswith("JM") else []
        return lsp.Diagnostic(
            self.places.of_diagnostic(d), "\n".join(notes), severity=SEVERITY[severity], code=d.code, source="jmap"
        )

    def at(self, params: Pointed) -> tuple[View, int, int] | None:
        view = self.view(params.text_document.uri)
        return (view, *self.places.ours(params.position, view.document)) if view else None

    def named(self, params: Pointed) -> Named | None:
        """What is named at a place, if anything is."""
        place = self.at(params)
        found = next(place[0].names.at(place[0].name, *place[1:]), None) if place else None
        if place is None or found is None:
            return None
        thing, mention = found
        return Named(place[0], thing, mention.node if mention else _written(thing, *place[1:]))

    def location(self, view: View, part: Thing | Mention) -> lsp.Location | None:
        node = part.node if isinstance(part, Mention) else part.place
        uri = self.uri(view.root / part.document.file)
        return lsp.Location(uri, self.places.of_node(part.document, node)) if node else None

    def edits(self, view: View, edits: Iterable[Edit]) -> lsp.WorkspaceEdit:
        by_file: dict[str, list[lsp.TextEdit]] = defaultdict(list)
        for edit in edits:
            by_file[self.uri(view.root / edit.file)].append(self.places.edit(view.read(edit.file), edit))
        return lsp.WorkspaceEdit(changes=dict(by_file))


def _written(thing: Thing, line: int, column: int) -> Scalar | None:
    """The id or the name of a thing, whichever stands at the place."""
    for node in (thing.id_node, thing.name_node):
        if node and node.line == line and node.column <= column <= node.end_column:
            return node
    return thing.place
