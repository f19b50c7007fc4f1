"""What the editor may change: another name everywhere, the canonical spelling, and what mends a mistake."""

from __future__ import annotations

from collections.abc import Iterable

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer

from jmap.diagnostics import Diagnostic
from jmap.lsp.editor import Editor, Found
from jmap.lsp.places import Places, path_of
from jmap.lsp.world import View
from jmap.model.spelling import formatted, in_the_way
from jmap.resolve.mentions.rename import CannotRename, rename
from jmap.source.document import Document
from jmap.source.edit import Edit


def register(server: LanguageServer, editor: Editor) -> None:
    """Answer with edits; the editor makes them."""

    @server.feature(lsp.TEXT_DOCUMENT_PREPARE_RENAME)
    def prepare(params: lsp.PrepareRenameParams) -> lsp.PrepareRenamePlaceholder | None:
        found = editor.named(params)
        if found is None or found.word is None:
            return None
        place = editor.places.of_node(found.view.document, found.word)
        return lsp.PrepareRenamePlaceholder(place, found.word.value)

    @server.feature(lsp.TEXT_DOCUMENT_RENAME, lsp.RenameOptions(prepare_provider=True))
    def renamed(params: lsp.RenameParams) -> lsp.WorkspaceEdit | None:
        found = editor.named(params)
        if found is None:
            return None
        word = found.word.value if found.word else found.thing.name
        try:
            edits = rename(found.view.names, found.thing, word, params.new_name)
        except CannotRename as reason:
            server.window_show_message(lsp.ShowMessageParams(lsp.MessageType.Warning, f"jmap: {reason}"))
            return None
        return editor.edits(found.view, edits)

    @server.feature(lsp.TEXT_DOCUMENT_FORMATTING)
    def format(params: lsp.DocumentFormattingParams) -> list[lsp.TextEdit] | None:
        view = editor.view(params.text_document.uri)
        document = view.document if view else None
        if document is None or in_the_way(document) or document.root is None:
            return None
        text = formatted(document)
        return [] if text == document.text else [lsp.TextEdit(_all(document, editor.places), text)]

    @server.feature(lsp.TEXT_DOCUMENT_CODE_ACTION, lsp.CodeActionOptions([lsp.CodeActionKind.QuickFix]))
    def actions(params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
        return _actions(editor, params)


def _actions(editor: Editor, params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
    """What can be done about the mistakes in a range."""
    path, view = path_of(params.text_document.uri), editor.view(params.text_document.uri)
    if path is None or view is None:
        return []
    made = []
    for one in editor.found(path):
        spot = editor.places.of_diagnostic(one[0])
        if spot.start.line <= params.range.end.line and spot.end.line >= params.range.start.line:
            made += [_action(title, view, edits, editor, one) for title, edits in _mends(view, one[0], one[2])]
    return made


def _mends(view: View, d: Diagnostic, fix: tuple[Edit, ...]) -> Iterable[tuple[str, tuple[Edit, ...]]]:
    """What can be done about it at a click: the fix of a rule, or the word that was meant."""
    if fix:
        yield f"Fix: {d.message}", fix
    elif d.suggestion and d.length > 1:
        end = d.column + d.length
        yield f"Change to `{d.suggestion}`", (Edit(d.file, d.line, d.column, d.line, end, d.suggestion),)
    if d.code.startswith("JM"):
        indent = d.source_line[: len(d.source_line) - len(d.source_line.lstrip())]
        line_end = "\r\n" if "\r\n" in view.document.text else "\n"
        note = f"{indent}# jmap: ignore[{d.code}] {line_end}"
        yield f"Silence {d.code} here (write the reason behind it)", (Edit(d.file, d.line, 1, d.line, 1, note),)


def _action(title: str, view: View, edits: tuple[Edit, ...], editor: Editor, found: Found) -> lsp.CodeAction:
    return lsp.CodeAction(
        title, kind=lsp.CodeActionKind.QuickFix, edit=editor.edits(view, edits), diagnostics=[editor.note(*found)]
    )


def _all(document: Document, places: Places) -> lsp.Range:
    last = len(document.lines)
    return places.range(document, 1, 1, last, len(document.line(last)) + 1)
