"""`jmap lsp` as an editor talks to it: a client over standard input and output, one test for each thing it can do."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pygls", reason="needs the extra lsp: pip install -e .[lsp]")
from lsprotocol import types as lsp

from tests.lsp.talking import CATALOGUE, MAP, Talk, of_jmap, talk


def test_mistakes_are_told_while_typing_with_what_was_meant(tmp_path: Path) -> None:
    async def conversation(one: Talk) -> None:
        assert of_jmap(await one.told()) == []
        (note,) = of_jmap(await one.type(MAP.replace("personas: [dewi]", "persona: [dewi]")))
        start = note.range.start
        assert (start.line, start.character) == (8, len("        thoughts: [{text: 😀😀 hm, ") + 2)
        assert note.code == "unknown-key" and "Did you mean `personas`?" in note.message
        actions = await one.client.text_document_code_action_async(
            lsp.CodeActionParams(lsp.TextDocumentIdentifier(one.uri), note.range, lsp.CodeActionContext([note]))
        )
        action = next(a for a in actions or [] if a.title == "Change to `personas`")
        assert isinstance(action, lsp.CodeAction) and action.edit and action.edit.changes
        ((edit,),) = action.edit.changes.values()
        assert (edit.new_text, edit.range) == ("personas", note.range)
        assert of_jmap(await one.type(MAP)) == []

    talk(tmp_path, conversation)


def labels(found: Any) -> list[str]:
    items = found.items if isinstance(found, lsp.CompletionList) else found or []
    return [item.label for item in items]


COMPLETIONS = [  # what is typed, what is offered, what is not
    ("        thoughts", ["thoughts", "feelings", "goal"], "name"),
    ("        to", ["touchpoints"], "name"),
    ("        pain_points:\n          - {text: x, sev", ["severity"], "title"),
    ("        pain_points:\n          - text: x\n            sev", ["severity"], "text"),
    ("        pain_points:\n        - sev", ["severity", "text"], "title"),
    ("        touchpoints: [", ["Size guide", "Shelf"], "Dewi"),
    ("        touchpoints: [Shelf, Si", ["Size guide"], "Dewi"),
    ("        thoughts: [{text: x, personas: [", ["Dewi", "Budi"], "Shelf"),
    ("        next: [", ["Read", "Pay", "Decide"], "Shelf"),
    ("        next: [{to: ", ["Read", "Pay"], "Shelf"),
    ("        pain_points: [{text: x, severity: ", ["low", "critical"], "Pay"),
]


def test_keys_and_names_are_completed(tmp_path: Path) -> None:
    async def conversation(one: Talk) -> None:
        for typed, expected, absent in COMPLETIONS:
            text = MAP.replace("        next: [Pay]\n", f"{typed}\n").replace("        touchpoints: [Size guide]\n", "")
            await one.type(text)
            last = typed.splitlines()[-1]
            where = one.spot(text, last, len(last))
            found = await one.client.text_document_completion_async(
                lsp.CompletionParams(where.text_document, where.position)
            )
            assert set(expected) <= set(labels(found)), typed
            assert absent not in labels(found), typed

    talk(tmp_path, conversation)


def test_top_level_keys_and_what_they_are_for(tmp_path: Path) -> None:
    async def conversation(one: Talk) -> None:
        text = MAP.replace("stages:", "st\nstages:")
        await one.type(text)
        found = await one.client.text_document_completion_async(
            lsp.CompletionParams(lsp.TextDocumentIdentifier(one.uri), lsp.Position(3, 2))
        )
        items = found.items if isinstance(found, lsp.CompletionList) else found or []
        state = next(item for item in items if item.label == "state")
        assert state.documentation and "title" not in labels(found)
        assert isinstance(state.text_edit, lsp.TextEdit)
        assert (state.text_edit.new_text, state.text_edit.range.start.character) == ("state: ", 0)

    talk(tmp_path, conversation)


def test_hover_tells_who_is_behind_a_name_and_what_a_key_is_for(tmp_path: Path) -> None:
    async def conversation(one: Talk) -> None:
        async def said(inside: str) -> str:
            where = one.spot(MAP, inside, 1)
            found = await one.client.text_document_hover_async(lsp.HoverParams(where.text_document, where.position))
            assert found and isinstance(found.contents, lsp.MarkupContent)
            return found.contents.value

        assert "**Dewi** (persona)" in await said("dewi") and "role: Runner" in await said("dewi")
        assert "**severity**: How much it hurts" in await said("severity")

    talk(tmp_path, conversation)


def test_definition_and_references_cross_files(tmp_path: Path) -> None:
    async def conversation(one: Talk) -> None:
        where = one.spot(MAP, "dewi", 1)
        place = await one.client.text_document_definition_async(
            lsp.DefinitionParams(where.text_document, where.position)
        )
        assert isinstance(place, lsp.Location)
        assert (place.uri, place.range.start.line) == (one.shared, 1)
        found = await one.client.text_document_references_async(
            lsp.ReferenceParams(lsp.ReferenceContext(True), where.text_document, where.position)
        )
        assert sorted((Path(f.uri).name, f.range.start.line) for f in found or []) == [
            ("a.journey.yaml", 2),
            ("a.journey.yaml", 8),
            ("jmap.yaml", 1),
        ]

    talk(tmp_path, conversation)


def test_rename_changes_every_file(tmp_path: Path) -> None:
    async def conversation(one: Talk) -> None:
        where = one.spot(MAP, "Size guide", 2)
        found = await one.client.text_document_prepare_rename_async(
            lsp.PrepareRenameParams(where.text_document, where.position)
        )
        assert isinstance(found, lsp.PrepareRenamePlaceholder) and found.placeholder == "Size guide"
        edit = await one.client.text_document_rename_async(
            lsp.RenameParams(where.text_document, where.position, "Size helper")
        )
        assert edit and edit.changes
        assert {edit.new_text for edit in edit.changes[one.uri]} == {"Size helper"}
        added = "".join(edit.new_text for edit in edit.changes[one.shared])
        assert "renamed_from: size-guide" in added and "Size helper" in added

    talk(tmp_path, conversation)


def test_formatting_and_the_outline(tmp_path: Path) -> None:
    async def conversation(one: Talk) -> None:
        await one.type(MAP.replace("title: I", "title:    I"))
        options = lsp.FormattingOptions(2, True)
        (edit,) = (
            await one.client.text_document_formatting_async(
                lsp.DocumentFormattingParams(lsp.TextDocumentIdentifier(one.uri), options)
            )
            or []
        )
        assert edit.new_text == MAP and edit.range.end.line >= MAP.count("\n")
        found = await one.client.text_document_document_symbol_async(
            lsp.DocumentSymbolParams(lsp.TextDocumentIdentifier(one.uri))
        )
        assert found and isinstance(found[0], lsp.DocumentSymbol)
        assert (found[0].name, [step.name for step in found[0].children or []]) == ("Decide", ["Read", "Pay"])

    talk(tmp_path, conversation)


def test_the_catalogue_s_unsaved_text_counts_in_the_maps(tmp_path: Path) -> None:
    async def conversation(one: Talk) -> None:
        await one.told()
        one.notes.clear()
        one.open(one.shared, CATALOGUE.replace("name: Budi", "name: Bodo"))
        (note,) = of_jmap(await one.told())
        assert note.code == "dangling-reference" and "Budi" in note.message

    talk(tmp_path, conversation)


NOTHING = [
    "        # tou",
    "        goal: x  # ch",
    '        goal: "the ',
    "        goal: |\n          to",
    "        zzz: ",
]


def test_comments_quotes_and_blocks_are_left_in_peace(tmp_path: Path) -> None:
    async def conversation(one: Talk) -> None:
        for typed in NOTHING:
            await one.type(MAP.replace("        next: [Pay]\n", f"{typed}\n"))
            assert labels(await complete(one, typed)) == [], typed
        several = "        thoughts: [{text: x,\n          personas: ["
        await one.type(MAP.replace("        next: [Pay]\n", f"{several}\n"))
        assert "Budi" in labels(await complete(one, several))

    talk(tmp_path, conversation)


async def complete(one: Talk, typed: str) -> Any:
    """What is offered at the end of what was typed in the place of `next`."""
    text = MAP.replace("        next: [Pay]\n", f"{typed}\n")
    last = typed.splitlines()[-1]
    where = one.spot(text, last, len(last))
    return await one.client.text_document_completion_async(lsp.CompletionParams(where.text_document, where.position))


def test_next_and_journey_lead_to_what_they_name(tmp_path: Path) -> None:
    other = tmp_path / "other map 100 % é.journey.yaml"
    other.write_text("jmap: 1\nid: other\ntitle: Another\nstages: [A]\n", encoding="utf-8")

    async def conversation(one: Talk) -> None:
        text = MAP.replace("        next: [Pay]\n", "        next: [Pay]\n        journey: other\n")
        assert of_jmap(await one.type(text)) == []
        for inside, after, uri, line in [
            ("journey: other", 10, other.resolve().as_uri(), 2),
            ("[Pay]", 2, one.uri, 11),
        ]:
            where = one.spot(text, inside, after)
            place = await one.client.text_document_definition_async(
                lsp.DefinitionParams(where.text_document, where.position)
            )
            assert isinstance(place, lsp.Location), inside
            assert (place.uri, place.range.start.line) == (uri, line)

    talk(tmp_path, conversation)


def test_a_persona_is_renamed_from_a_map_and_a_broken_file_forbids_it(tmp_path: Path) -> None:
    async def conversation(one: Talk) -> None:
        where = one.spot(MAP, "Budi", 1)
        rename = lsp.RenameParams(where.text_document, where.position, "Bodo")
        edit = await one.client.text_document_rename_async(rename)
        assert edit and edit.changes and set(edit.changes) == {one.uri, one.shared}
        (tmp_path / "b.journey.yaml").write_text("jmap: [\n", encoding="utf-8")
        one.client.text_document_did_save(lsp.DidSaveTextDocumentParams(lsp.TextDocumentIdentifier(one.uri)))
        assert await one.client.text_document_rename_async(rename) is None

    talk(tmp_path, conversation)


def test_what_is_no_file_of_jmap_s_is_left_alone_and_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "compose.yaml").write_text("services:\n  \n", encoding="utf-8")
    foreign = (tmp_path / "compose.yaml").resolve().as_uri()

    async def conversation(one: Talk) -> None:
        for uri in ("untitled:Untitled-1", foreign, "file:///nowhere%20at/all/x.journey.yaml"):
            one.open(uri, "services:\n  \n")
            found = await one.client.text_document_completion_async(
                lsp.CompletionParams(lsp.TextDocumentIdentifier(uri), lsp.Position(1, 2))
            )
            assert uri not in ("untitled:Untitled-1", foreign) or labels(found) == []
        (note,) = of_jmap(await one.type(MAP.replace("title:", "titel:").replace("jmap: 1", "jmap: 1\ntitle: t")))
        assert note.code == "unknown-key"
        assert one.notes.get(foreign, []) == []

    talk(tmp_path, conversation)


def test_keys_of_a_catalogue_file_are_explained_and_its_mistakes_told(tmp_path: Path) -> None:
    folder = tmp_path / "more"
    folder.mkdir()
    text = "jmap: 1\nteams: [{name: Web, kontact: x}]\n"
    (folder / "teams.yaml").write_text(text, encoding="utf-8")
    uri = (folder / "teams.yaml").resolve().as_uri()

    async def conversation(one: Talk) -> None:
        (tmp_path / "jmap.yaml").write_text(CATALOGUE + "include: [more/*.yaml]\n", encoding="utf-8")
        one.uri = uri
        one.open(uri, text)
        (note,) = of_jmap(await one.told())
        assert note.code == "unknown-key" and "contact" in note.message
        found = await one.client.text_document_hover_async(
            lsp.HoverParams(lsp.TextDocumentIdentifier(uri), lsp.Position(1, 2))
        )
        assert found and isinstance(found.contents, lsp.MarkupContent) and "**teams**: " in found.contents.value

    talk(tmp_path, conversation)


def test_a_question_that_makes_no_sense_does_not_end_the_server(tmp_path: Path) -> None:
    async def conversation(one: Talk) -> None:
        for line, character in [(10**6, 0), (0, 10**6), (3, 99)]:
            place = (lsp.TextDocumentIdentifier(one.uri), lsp.Position(line, character))
            await one.client.text_document_hover_async(lsp.HoverParams(*place))
            await one.client.text_document_completion_async(lsp.CompletionParams(*place))
            await one.client.text_document_definition_async(lsp.DefinitionParams(*place))
        assert of_jmap(await one.type("\x00{[")) != []
        assert of_jmap(await one.type(MAP)) == []

    talk(tmp_path, conversation)


def test_a_theme_is_looked_at_too_and_so_is_the_name_of_one(tmp_path: Path) -> None:
    text = "jmap: 1\nextends: default\nlight: {paper: '#FFFFFF', ink: '#F0F0F0'}\n"
    (tmp_path / "own.theme.yaml").write_text(text, encoding="utf-8")
    theme = (tmp_path / "own.theme.yaml").resolve().as_uri()

    async def conversation(one: Talk) -> None:
        (tmp_path / "jmap.yaml").write_text(CATALOGUE + "theme: own.theme.yaml\n", encoding="utf-8")
        one.uri = theme
        one.open(theme, text)
        assert {note.code for note in await one.told()} == {"JM853"}  # ink on paper is too pale
        (note,) = await one.type(text.replace("paper", "papper"))
        assert note.code == "unknown-key" and "Did you mean `paper`?" in note.message
        one.uri = one.shared
        one.open(one.shared, CATALOGUE + "theme: harbor\n")
        (note,) = of_jmap(await one.told())
        assert note.range.start == lsp.Position(3, 7) and "Did you mean `harbour`?" in note.message

    talk(tmp_path, conversation)
