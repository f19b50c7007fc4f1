"""A conversation with `jmap lsp` as an editor has it: a running server, and one map that is open in it."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient

CATALOGUE = """\
jmap: 1
personas: [{id: dewi, name: Dewi, role: Runner}, {name: Budi}]
touchpoints: [{name: Size guide, owner: brand}, {name: Shelf}]
"""
MAP = """\
jmap: 1
title: I buy 😀 shoes
personas: [Dewi, Budi]
stages:
  - name: Decide
    steps:
      - name: Read
        touchpoints: [Size guide]
        thoughts: [{text: 😀😀 hm, personas: [dewi]}]
        next: [Pay]
      - name: Pay
        pain_points:
          - text: Dear
            severity: high
"""


class Talk:
    """A running server with one map open."""

    def __init__(self, client: LanguageClient, folder: Path) -> None:
        self.client, self.folder = client, folder
        self.notes: dict[str, list[lsp.Diagnostic]] = {}
        self.uri = (folder / "a.journey.yaml").as_uri()
        self.shared = (folder / "jmap.yaml").as_uri()
        self.version = 1

    def spot(self, text: str, inside: str, after: int = 0) -> lsp.TextDocumentPositionParams:
        """The place where `inside` begins in a text, `after` UTF-16 units further on."""
        rows = text.splitlines()
        line = next(n for n, row in enumerate(rows) if inside in row)
        units = len(rows[line].partition(inside)[0].encode("utf-16-le")) // 2 + after
        return lsp.TextDocumentPositionParams(lsp.TextDocumentIdentifier(self.uri), lsp.Position(line, units))

    def open(self, uri: str, text: str) -> None:
        """Open another file, with this text in the editor."""
        item = lsp.TextDocumentItem(uri, lsp.LanguageKind.Yaml, 1, text)
        self.client.text_document_did_open(lsp.DidOpenTextDocumentParams(item))

    async def type(self, text: str) -> list[lsp.Diagnostic]:
        """Make this the text of the map, and wait for what the server says of it."""
        self.notes.pop(self.uri, None)
        self.put(text)
        return await self.told()

    def put(self, text: str) -> None:
        """Make this the text of the map."""
        self.version += 1
        self.client.text_document_did_change(
            lsp.DidChangeTextDocumentParams(
                lsp.VersionedTextDocumentIdentifier(self.version, self.uri),
                [lsp.TextDocumentContentChangeWholeDocument(text)],
            )
        )

    async def told(self) -> list[lsp.Diagnostic]:
        for _ in range(400):
            if self.uri in self.notes:
                return self.notes[self.uri]
            await asyncio.sleep(0.05)
        raise AssertionError("the server said nothing")


def talk(folder: Path, conversation: Callable[[Talk], Awaitable[None]]) -> None:
    (folder / "jmap.yaml").write_text(CATALOGUE, encoding="utf-8")
    (folder / "a.journey.yaml").write_text(MAP, encoding="utf-8")

    async def run() -> None:
        client = LanguageClient("test", "1")
        one = Talk(client, folder.resolve())

        @client.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def published(params: lsp.PublishDiagnosticsParams) -> None:
            one.notes[params.uri] = list(params.diagnostics)

        await client.start_io(sys.executable, "-m", "jmap", "lsp")
        await client.initialize_async(
            lsp.InitializeParams(capabilities=lsp.ClientCapabilities(), root_uri=folder.as_uri())
        )
        client.initialized(lsp.InitializedParams())
        one.open(one.uri, MAP)
        await conversation(one)
        await client.shutdown_async(None)
        client.exit(None)
        await client.stop()

    with ThreadPoolExecutor(1) as apart:  # a browser of other tests may have its loop in this thread
        apart.submit(asyncio.run, asyncio.wait_for(run(), 60)).result()


def of_jmap(notes: list[lsp.Diagnostic]) -> list[lsp.Diagnostic]:
    """The mistakes, without what rules find weak."""
    return [note for note in notes if note.severity == lsp.DiagnosticSeverity.Error]
