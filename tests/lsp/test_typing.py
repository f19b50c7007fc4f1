"""A map typed key by key over standard input and output: after each keystroke an answer that fits the text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pygls", reason="needs the extra lsp: pip install -e .[lsp]")
from lsprotocol import types as lsp

from tests.lsp.talking import Talk, of_jmap, talk

TEXT = """\
jmap: 1
title: I buy 😀 靴  # 👟
personas: [Dewi, 'Budi']
stages:
  - name: 決める😀
    steps:
      - name: Reads 👨‍👩‍👧
        touchpoints: [Size guide, {name: 😀 店, channel: W}]
        thoughts: [{text: "😀 \\"hm", personas: [dewi]}]
        goal: >
          高い 😀
        next: [{to: 払う, share: 50 %}]
      - 払う
"""
CLOSED = {"[": "]", "{": "}", '"': '"', "'": "'"}  # what editors put behind the cursor


def ranges(found: Any) -> Iterator[lsp.Range]:
    """Every range in an answer."""
    if isinstance(found, lsp.Range):
        yield found
    elif isinstance(found, (list, tuple)):
        for one in found:
            yield from ranges(one)
    elif hasattr(found, "__attrs_attrs__"):
        yield from ranges([getattr(found, field.name) for field in found.__attrs_attrs__])


def outside(found: Any, text: str) -> list[lsp.Range]:
    """The ranges of an answer that lie in no text, or begin or end in the middle of a character."""
    rows = [row.encode("utf-16-le") for row in text.split("\n")]

    def stands(place: lsp.Position) -> bool:
        row, at = rows[place.line] if place.line < len(rows) else b"", place.character * 2
        return at <= len(row) and not 0xDC <= (row[at + 1] if at < len(row) else 0) <= 0xDF

    return [one for one in ranges(found) if not (stands(one.start) and stands(one.end))]


async def answers(one: Talk, at: lsp.Position, every: bool) -> list[Any]:
    """What an editor asks while somebody types; `every` now and then."""
    file, client = lsp.TextDocumentIdentifier(one.uri), one.client
    found: list[Any] = [await client.text_document_completion_async(lsp.CompletionParams(file, at))]
    if every:
        everything = lsp.Range(lsp.Position(0, 0), at)
        found += [
            await client.text_document_hover_async(lsp.HoverParams(file, at)),
            await client.text_document_prepare_rename_async(lsp.PrepareRenameParams(file, at)),
            await client.text_document_document_symbol_async(lsp.DocumentSymbolParams(file)),
            await client.text_document_code_action_async(
                lsp.CodeActionParams(file, everything, lsp.CodeActionContext([]))
            ),
        ]
    return found


def test_every_keystroke_has_an_answer_that_fits_the_text(tmp_path: Path) -> None:
    async def conversation(one: Talk) -> None:
        await one.told()
        for end in range(1, len(TEXT) + 1):
            typed = TEXT[:end]
            text = typed + CLOSED.get(typed[-1], "")
            one.put(text)
            row = typed.rpartition("\n")[2]
            at = lsp.Position(typed.count("\n"), len(row.encode("utf-16-le")) // 2)
            assert outside(await answers(one, at, every=end % 4 == 0), text) == [], typed
        (note,) = of_jmap(await one.type(TEXT.replace("[dewi]", "[devi]")))
        start = len(TEXT.split("\n")[8].partition("dewi")[0]) + 1  # one sign of two units stands before it
        assert (note.code, note.range.start) == ("dangling-reference", lsp.Position(8, start))
        assert of_jmap(await one.type(TEXT)) == []

    talk(tmp_path, conversation)


def test_what_is_offered_against_a_mistake_fits_the_text_of_this_moment(tmp_path: Path) -> None:
    async def conversation(one: Talk) -> None:
        wrong = TEXT.replace("channel: W", "owner: brandd")
        await one.type(wrong)
        moved = wrong.replace("title:", "# 😀\ntitle:").replace("{name: 😀 店", "{name: 😀 靴の店")
        one.put(moved)
        found = await one.client.text_document_code_action_async(
            lsp.CodeActionParams(
                lsp.TextDocumentIdentifier(one.uri),
                lsp.Range(lsp.Position(8, 0), lsp.Position(8, 80)),
                lsp.CodeActionContext([]),
            )
        )
        action = next(a for a in found or [] if a.title == "Change to `brand`")
        assert isinstance(action, lsp.CodeAction) and action.edit and action.edit.changes
        ((edit,),) = action.edit.changes.values()
        row = moved.split("\n")[8].encode("utf-16-le")
        assert row[edit.range.start.character * 2 : edit.range.end.character * 2].decode("utf-16-le") == "brandd"

    talk(tmp_path, conversation)
