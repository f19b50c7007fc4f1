"""What the editor asks about a map: what may stand here, what a word means, where a name is defined and used."""

from __future__ import annotations

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer

from jmap.lsp.complete import complete
from jmap.lsp.editor import Editor
from jmap.lsp.hover import hover
from jmap.lsp.symbols import symbols
from jmap.resolve.mentions.mention import Mention, Thing


def register(server: LanguageServer, editor: Editor) -> None:
    """Answer questions; nothing changes."""

    @server.feature(
        lsp.TEXT_DOCUMENT_COMPLETION, lsp.CompletionOptions(trigger_characters=[":", " ", "[", "{", ",", "-"])
    )
    def completion(params: lsp.CompletionParams) -> list[lsp.CompletionItem]:
        return _choices(editor, params)

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
        return editor.location(found.view, found.thing) if found else None

    @server.feature(lsp.TEXT_DOCUMENT_REFERENCES)
    def references(params: lsp.ReferenceParams) -> list[lsp.Location]:
        found = editor.named(params)
        if found is None:
            return []
        parts: list[Thing | Mention] = [*found.view.names.of(found.thing)]
        parts += [found.thing] if params.context.include_declaration else []
        return [place for part in parts if (place := editor.location(found.view, part))]

    @server.feature(lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    def outline(params: lsp.DocumentSymbolParams) -> list[lsp.DocumentSymbol]:
        view = editor.view(params.text_document.uri)
        return symbols(view.document, editor.places) if view else []


def _choices(editor: Editor, params: lsp.CompletionParams) -> list[lsp.CompletionItem]:
    """What may stand there, the likeliest first."""
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
