"""Files become documents: their encoding, their tree, their places; and whatever a file is, nothing raises."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jmap.model import load_catalogue, load_map, load_project, load_theme
from jmap.source import Mapping, Position, Scalar, Sequence, parse, read
from jmap.source.compose import FAST, PURE


def value(node: object) -> object:
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return [value(item) for item in node.items]
    assert isinstance(node, Mapping)
    return {key.value: value(item) for key, item in node.entries}


def test_every_scalar_is_text() -> None:
    document = parse("a: no\nb: 1:30\nc: 010\nd: [1e400, null, 2026-13-45, =]\ne: 0x1F\n", "a.yaml")
    assert document.diagnostics == ()
    assert value(document.root) == {
        "a": "no",
        "b": "1:30",
        "c": "010",
        "d": ["1e400", "null", "2026-13-45", "="],
        "e": "0x1F",
    }


def test_a_question_mark_in_a_list_is_text() -> None:
    for loader in (FAST, PURE):
        document = parse("a: [Why me?, 'Is it?', really??]\nb: {c: why?}\n", "a.yaml", loader=loader)
        assert document.diagnostics == ()
        assert value(document.root) == {"a": ["Why me?", "Is it?", "really??"], "b": {"c": "why?"}}


def test_places_count_code_points_from_one() -> None:
    document = parse("日本: 😀😀\n😀: {ä: [x, 'y z']}\n", "a.yaml")
    assert document.position(("日本",)) == Position(1, 5, 2)
    assert document.position(("日本",), key=True) == Position(1, 1, 2)
    assert document.position(("😀", "ä", 1)) == Position(2, 12, 5)


def test_places_skip_what_the_tree_does_not_know() -> None:
    document = parse("stages:\n  - name: A\n    time: 3 min\n", "a.yaml")
    assert document.position(("stages", 0, "time", 0, "elapsed")) == Position(3, 11, 5)
    assert document.position(("stages", 0, "goal")) == Position(2, 5, 4)
    assert document.position(("persona",)) == Position(1, 1, 6)


def test_a_number_as_a_key_is_found_as_text() -> None:
    assert parse("traits: {1: x}\n", "a.yaml").position(("traits", "1")) == Position(1, 13, 1)


def test_windows_line_ends_a_byte_order_mark_and_block_text() -> None:
    document = parse("\ufeffa: 1\r\nb: |\r\n  two\r\n  lines\r\nc: >-\r\n  one\r\n  line\r\n".encode(), "a.yaml")
    assert document.diagnostics == ()
    assert value(document.root) == {"a": "1", "b": "two\nlines\n", "c": "one line"}
    assert document.position(("c",)).line == 5


def test_tabs_and_separators_within_a_line_are_blanks() -> None:
    for loader in (FAST, PURE):
        document = parse("a:\tb\u2028c\u2029d\ne: [\tf,\tg\t]\t# h\n", "a.yaml", loader=loader)
        assert document.diagnostics == ()
        assert value(document.root) == {"a": "b c d", "e": ["f", "g"]}


ENCODINGS = [
    ("title: naïve\n".encode("utf-16"), 1, 1, "UTF-16"),
    ("title: naïve\n".encode("utf-16-le"), 1, 1, "UTF-16"),
    ("title: x\n".encode("utf-32"), 1, 1, "UTF-32"),
    ("a: 1\r\nb: naïve café\r\n".encode("cp1252"), 2, 6, "Windows-1252"),
    ("a: 日本語のテキスト\n".encode("shift_jis"), 1, 4, "Shift JIS"),
    (b"a: \xff\xff\xff\n", 1, 4, "not UTF-8"),
    (b"a: \xed\xa0\x80\n", 1, 4, "not UTF-8"),
]


@pytest.mark.parametrize(("data", "line", "column", "name"), ENCODINGS)
def test_other_encodings_are_named(data: bytes, line: int, column: int, name: str) -> None:
    (note,) = parse(data, "a.yaml").diagnostics
    assert (note.line, note.column, note.code) == (line, column, "wrong-encoding")
    assert name in note.message
    assert "UTF-8" in note.expected


def test_what_is_no_file_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "folder.yaml").mkdir()
    (tmp_path / "loop.yaml").symlink_to(tmp_path / "loop.yaml")
    names = ["missing.yaml", "folder.yaml", "loop.yaml", "null\0.yaml", "long" * 200]
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.yaml")
        names.append("pipe.yaml")
    for name in names:
        document = read(tmp_path / name, name)
        assert [(n.code, n.line, n.column) for n in document.diagnostics] == [("unreadable", 1, 1)]


def test_a_file_is_read_up_to_one_megabyte(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a: 1\n" + b"#" * 999_995)
    assert read(path, "a.yaml").diagnostics == ()
    path.write_bytes(b"a: 1\n" + b"#" * 999_996)
    assert [n.code for n in read(path, "a.yaml").diagnostics] == ["too-big"]


SIGNS = st.sampled_from(
    list("ab1 \n\n\t:-[]{},#'\"&*!|>%@`?\\.~<=\r\x00\u2028\ud800😀") + [": ", "- ", "\n  ", "name", "\n- "]
)
KEYS = st.sampled_from(
    ["jmap", "title", "stages", "name", "feelings", "time", "next", "evidence", "light", "persona", "x"]
)
LEAVES = st.sampled_from(
    ["1", "T", "-3", "25 %", "3 dayz", "", "2026-02-30", "a: b", "{name}", "\ud800", "P", "#a", "{", "%"]
)


@settings(max_examples=400, deadline=None)
@given(st.lists(SIGNS, max_size=25).map("".join))
def test_any_text_reads_alike_with_and_without_libyaml(text: str) -> None:
    fast, pure = parse(text, "a.yaml", loader=FAST), parse(text, "a.yaml", loader=PURE)
    assert fast.diagnostics == pure.diagnostics
    assert fast.root == pure.root


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=60))
def test_any_bytes_make_a_document(data: bytes) -> None:
    document = parse(data, "a.yaml")
    assert document.root is not None or document.diagnostics


def written(data: object, depth: int = 0) -> str:
    """YAML in flow style, carelessly quoted."""
    if isinstance(data, dict):
        return "{" + ", ".join(f"{key}: {written(item)}" for key, item in data.items()) + "}"
    return "[" + ", ".join(map(written, data)) + "]" if isinstance(data, list) else str(data)


@settings(max_examples=250, deadline=None)
@given(st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=5)))
def test_any_tree_is_a_model_or_mistakes(data: object) -> None:
    document = parse(written(data), "a.yaml")
    for load in (load_map, load_project, load_catalogue, load_theme):
        model, notes = load(document)
        assert model is not None or notes
        assert all(note.line >= 1 and note.column >= 1 and note.message for note in notes)


@pytest.mark.parametrize(("data", "what"), [(b"PK\x03\x04\x14\x00", "Word"), (b"{\\rtf1\\ansi a: b}", "Rich Text")])
def test_a_document_of_a_word_processor_is_called_one(data: bytes, what: str) -> None:
    (note,) = parse(data, "a.yaml").diagnostics
    assert (note.line, note.column, note.code) == (1, 1, "wrong-encoding")
    assert what in note.message and "plain text" in note.expected
