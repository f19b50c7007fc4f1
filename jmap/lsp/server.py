"""The server: what the editor asks, passed on to the rooms that know, and answered in the editor's terms."""

from __future__ import annotations

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer

from jmap import __version__
from jmap.lsp import answers, changes
from jmap.lsp.editor import Editor, Look
from jmap.lsp.places import Places


def serve(look: Look) -> LanguageServer:
    """A server with everything that it can do; `start_io` runs it."""
    server = LanguageServer("jmap", __version__, text_document_sync_kind=lsp.TextDocumentSyncKind.Full)
    editor = Editor(server, look)
    _life(server, editor)
    answers.register(server, editor)
    changes.register(server, editor)
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
