"""The server: what the editor asks, passed on to the rooms that know, and answered in the editor's terms."""

from __future__ import annotations

import asyncio
import logging
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Protocol

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer

from jmap import __version__
from jmap.diagnostics import Diagnostic
from jmap.lsp.complete import complete
from jmap.lsp.hover import hover
from jmap.lsp.places import Places, path_of, uri_of
from jmap.lsp.symbols import symbols
from jmap.lsp.world import View, World
from jmap.model.spelling import formatted
from jmap.resolve.mentions.mention import Mention, Thing
from jmap.resolve.mentions.rename import CannotRename, rename
from jmap.source.document import Document, Scalar
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


class Editor:
    """One editor's session. `look` finds what is wrong and what is weak in a file."""

    def __init__(self, server: LanguageServer, look: Look) -> None:
        self.server, self.look = server, look
        self.world = World()
        self.places = Places()
        self.told: dict[Path, list[Found]] = {}
        self.uris: dict[Path, str] = {}  # the editor's own spelling
        self._waiting: list[Path] = []
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
        self._in(PAUSE)

    def _in(self, seconds: float) -> None:
        if self._timer:
            self._timer.cancel()
        self._timer = asyncio.get_running_loop().call_later(seconds, self._tell_one)

    def _tell_one(self) -> None:
        if not self._waiting:
            return
        path = self._waiting.pop(0)
        try:
            view = self.world.view(path)
            found = [one for one in self.look(view) if one[0].file == view.name] if view and view.ours else []
            self.told[path] = found
            notes = [self._note(*one) for one in found]
            self.server.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(self.uri(path), notes))
        except Exception:  # a defect of ours in one file says nothing of the others
            logging.getLogger(__name__).exception("%s could not be looked at", path)
        self._in(0)

    def uri(self, path: Path) -> str:
        return self.uris.get(path) or uri_of(path)

    def view(self, uri: str) -> View | None:
        """A file of jmap's in its project."""
        path = path_of(uri)
        found = self.world.view(path) if path else None
        return found if found and found.ours else None

    def _note(self, d: Diagnostic, severity: str, fix: tuple[Edit, ...]) -> lsp.Diagnostic:
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

    def named(self, params: Pointed) -> tuple[View, Thing] | None:
        place = self.at(params)
        found = next(place[0].names.at(place[0].name, *place[1:]), None) if place else None
        return (place[0], found[0]) if place and found else None

    def location(self, view: View, part: Thing | Mention) -> lsp.Location | None:
        node = part.node if isinstance(part, Mention) else part.place
        uri = self.uri(view.root / part.document.file)
        return lsp.Location(uri, self.places.of_node(part.document, node)) if node else None

    def edits(self, view: View, edits: Iterable[Edit]) -> lsp.WorkspaceEdit:
        by_file: dict[str, list[lsp.TextEdit]] = defaultdict(list)
        for edit in edits:
            by_file[self.uri(view.root / edit.file)].append(self.places.edit(view.read(edit.file), edit))
        return lsp.WorkspaceEdit(changes=dict(by_file))


def serve(look: Look) -> LanguageServer:
    """A server with everything that it can do; `start_io` runs it."""
    server = LanguageServer("jmap", __version__, text_document_sync_kind=lsp.TextDocumentSyncKind.Full)
    editor = Editor(server, look)
    _life(server, editor)
    _reading(server, editor)
    _writing(server, editor)
    return server


def _life(server: LanguageServer, editor: Editor) -> None:
    @server.feature(lsp.INITIALIZED)
    def initialized(params: lsp.InitializedParams) -> None:
        editor.places = Places(str(getattr(server.workspace.position_encoding, "value", "utf-16")))

    @server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: lsp.DidOpenTextDocumentParams) -> None:
        editor.changed(params.text_document.uri, params.text_document.text)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: lsp.DidChangeTextDocumentParams) -> None:
        uri = params.text_document.uri
        editor.changed(uri, server.workspace.get_text_document(uri).source)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: lsp.DidCloseTextDocumentParams) -> None:
        editor.changed(params.text_document.uri, None)

    @server.feature(lsp.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: lsp.DidSaveTextDocumentParams) -> None:
        editor.world.refresh()
        editor.tell()

    @server.feature(lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def watched(params: lsp.DidChangeWatchedFilesParams) -> None:
        editor.world.refresh()
        editor.tell()


def _reading(server: LanguageServer, editor: Editor) -> None:
    @server.feature(
        lsp.TEXT_DOCUMENT_COMPLETION, lsp.CompletionOptions(trigger_characters=[":", " ", "[", "{", ",", "-"])
    )
    def completion(params: lsp.CompletionParams) -> list[lsp.CompletionItem]:
        place = editor.at(params)
        if place is None:
            return []
        view, line, column = place
        items = []
        for n, choice in enumerate(complete(view, line, column)):
            spot = editor.places.range(view.document, line, choice.start, line, column)
            kind = lsp.CompletionItemKind.Property if choice.is_key else lsp.CompletionItemKind.Value
            items.append(
                lsp.CompletionItem(
                    choice.label, kind=kind, documentation=choice.about or None, sort_text=f"{n:04}",
                    text_edit=lsp.TextEdit(spot, choice.text),
                )
            )  # fmt: skip
        return items

    @server.feature(lsp.TEXT_DOCUMENT_HOVER)
    def hovered(params: lsp.HoverParams) -> lsp.Hover | None:
        place = editor.at(params)
        if place is None:
            return None
        text, node = hover(*place)
        spot = editor.places.of_node(place[0].document, node) if node else None
        return lsp.Hover(lsp.MarkupContent(lsp.MarkupKind.Markdown, text), spot) if text else None

    @server.feature(lsp.TEXT_DOCUMENT_DEFINITION)
    def definition(params: lsp.DefinitionParams) -> lsp.Location | None:
        found = editor.named(params)
        return editor.location(*found) if found else None

    @server.feature(lsp.TEXT_DOCUMENT_REFERENCES)
    def references(params: lsp.ReferenceParams) -> list[lsp.Location]:
        found = editor.named(params)
        if found is None:
            return []
        view, thing = found
        parts: list[Thing | Mention] = [*view.names.of(thing)]
        parts += [thing] if params.context.include_declaration else []
        return [place for part in parts if (place := editor.location(view, part))]

    @server.feature(lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    def outline(params: lsp.DocumentSymbolParams) -> list[lsp.DocumentSymbol]:
        view = editor.view(params.text_document.uri)
        return symbols(view.document, editor.places) if view else []


def _writing(server: LanguageServer, editor: Editor) -> None:
    @server.feature(lsp.TEXT_DOCUMENT_PREPARE_RENAME)
    def prepare(params: lsp.PrepareRenameParams) -> lsp.PrepareRenamePlaceholder | None:
        place = editor.at(params)
        found = next(place[0].names.at(place[0].name, *place[1:]), None) if place else None
        if not place or not found:
            return None
        thing, mention = found
        node = mention.node if mention else _written(thing, *place[1:])
        return (
            lsp.PrepareRenamePlaceholder(editor.places.of_node(place[0].document, node), node.value) if node else None
        )

    @server.feature(lsp.TEXT_DOCUMENT_RENAME, lsp.RenameOptions(prepare_provider=True))
    def renamed(params: lsp.RenameParams) -> lsp.WorkspaceEdit | None:
        place = editor.at(params)
        found = next(place[0].names.at(place[0].name, *place[1:]), None) if place else None
        if not place or not found:
            return None
        thing, mention = found
        node = mention.node if mention else _written(thing, *place[1:])
        try:
            edits = rename(place[0].names, thing, node.value if node else thing.name, params.new_name)
        except CannotRename as reason:
            server.window_show_message(lsp.ShowMessageParams(lsp.MessageType.Warning, f"jmap: {reason}"))
            return None
        return editor.edits(place[0], edits)

    @server.feature(lsp.TEXT_DOCUMENT_FORMATTING)
    def format(params: lsp.DocumentFormattingParams) -> list[lsp.TextEdit] | None:
        view = editor.view(params.text_document.uri)
        document = view.document if view else None
        if document is None or document.diagnostics or document.root is None:
            return None
        text = formatted(document)
        return [] if text == document.text else [lsp.TextEdit(_all(document, editor.places), text)]

    @server.feature(lsp.TEXT_DOCUMENT_CODE_ACTION, lsp.CodeActionOptions([lsp.CodeActionKind.QuickFix]))
    def actions(params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
        path, view = path_of(params.text_document.uri), editor.view(params.text_document.uri)
        found = editor.told.get(path, []) if view and path else []
        made = []
        for one in found:
            spot = editor.places.of_diagnostic(one[0])
            if view and spot.start.line <= params.range.end.line and spot.end.line >= params.range.start.line:
                made += [_action(title, view, edits, editor, one) for title, edits in _mends(*one)]
        return made


def _written(thing: Thing, line: int, column: int) -> Scalar | None:
    """The id or the name of a thing, whichever stands at the place."""
    for node in (thing.id_node, thing.name_node):
        if node and node.line == line and node.column <= column <= node.end_column:
            return node
    return thing.place


def _mends(d: Diagnostic, severity: str, fix: tuple[Edit, ...]) -> Iterable[tuple[str, tuple[Edit, ...]]]:
    """What can be done about it at a click: the fix of a rule, or the word that was meant."""
    if fix:
        yield f"Fix: {d.message}", fix
    elif d.suggestion and d.length > 1:
        end = d.column + d.length
        yield f"Change to `{d.suggestion}`", (Edit(d.file, d.line, d.column, d.line, end, d.suggestion),)
    if d.code.startswith("JM"):
        indent = d.source_line[: len(d.source_line) - len(d.source_line.lstrip())]
        note = f"{indent}# jmap: ignore[{d.code}] \n"
        yield f"Silence {d.code} here (write the reason behind it)", (Edit(d.file, d.line, 1, d.line, 1, note),)


def _action(title: str, view: View, edits: tuple[Edit, ...], editor: Editor, found: Found) -> lsp.CodeAction:
    return lsp.CodeAction(
        title, kind=lsp.CodeActionKind.QuickFix, edit=editor.edits(view, edits), diagnostics=[editor._note(*found)]
    )


def _all(document: Document, places: Places) -> lsp.Range:
    last = len(document.lines)
    return places.range(document, 1, 1, last, len(document.line(last)) + 1)
